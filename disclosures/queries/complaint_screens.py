"""The screens of /aduan/: what each page shows, and nothing besides."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.models import Outcome, State
from disclosures.queries.outcomes import OutcomeLine
from disclosures.queries.plots import Plot, Series, stacked_bars
from disclosures.queries.recap import EMPTY_NAMES, By, Recap, month_of, recap, secret_reports, years
from disclosures.redaction import SMALLEST_CELL, shown_number

BY_LABELS: Mapping[By, object] = {
    By.DOMAIN: gettext_lazy("Urusan"),
    By.CATEGORY: gettext_lazy("Kategori"),
    By.UNIT: gettext_lazy("Unit"),
    By.MONTH: gettext_lazy("Bulan"),
    By.CHANNEL: gettext_lazy("Kanal"),
    By.STATE: gettext_lazy("Keadaan"),
}
# The order of a stacked bar: what is finished stands at the beginning.
STATES = (State.RESOLVED, State.IN_PROCESS, State.ARCHIVED, State.UNMAPPED)
_TONES = {
    State.RESOLVED: "done",
    State.IN_PROCESS: "running",
    State.ARCHIVED: "archived",
    State.UNMAPPED: "unknown",
}
# A plot of a hundred bars is no plot; the rest is drawn as one bar, and stands row by row in the download.
MOST_BARS = 25


@dataclass(frozen=True, slots=True)
class Choice:
    """A link in a switch; `current` is the one that is shown."""

    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A number people look for first."""

    number: int
    label: str


@dataclass(frozen=True, slots=True)
class RecapScreen:
    """One year of complaint outcomes. `secret` is None where the number is too small to be told, or there is none."""

    year: int
    figures: tuple[Figure, ...]
    years: tuple[Choice, ...]
    groupings: tuple[Choice, ...]
    plot: Plot
    grouped_by: str
    left_out: int
    has_secret: bool
    secret: int | None
    smallest: int
    list_href: str
    download_href: str


@dataclass(frozen=True, slots=True)
class NoRecapScreen:
    """No export has been taken over yet, or none with reports of `year`."""

    year: int | None
    years: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class ListScreen:
    """The public outcomes of a year, one by one."""

    year: int
    years: tuple[Choice, ...]
    page: Page[Outcome]
    lines: tuple[OutcomeLine, ...]


@dataclass(frozen=True, slots=True)
class OutcomeScreen:
    """One public outcome."""

    line: OutcomeLine
    year_href: str
    list_href: str


def recap_screen(year: int | None, by: By) -> RecapScreen | NoRecapScreen:
    """The screen of `year`, or of the latest that has reports. Three SQL statements, whatever the number of reports."""
    known = years()
    if year is None:
        year = known[0] if known else None
    if year is None or year not in known:
        return NoRecapScreen(year, _year_choices(known, None, "complaints_year"))
    found = recap(by=by, year=year)
    secret = secret_reports(year)
    return RecapScreen(
        year=year,
        figures=_figures(found),
        years=_year_choices(known, year, "complaints_year"),
        groupings=tuple(
            Choice(str(label), f"{reverse('complaints_year', args=[year])}?menurut={one}", one is by)
            for one, label in BY_LABELS.items()
        ),
        plot=_plot(found, year),
        grouped_by=str(BY_LABELS[by]),
        left_out=max(len(found.rows) - MOST_BARS, 0),
        has_secret=secret > 0,
        secret=shown_number(secret),
        smallest=SMALLEST_CELL,
        list_href=reverse("complaint_outcomes", args=[year]),
        download_href=f"{reverse('complaints_recap_csv', args=[year])}?menurut={by}",
    )


def list_screen(year: int, page: Page[Outcome]) -> ListScreen:
    lines = tuple(OutcomeLine.of(row) for row in page.object_list)
    return ListScreen(year, _year_choices(years(), year, "complaint_outcomes"), page, lines)


def outcome_screen(line: OutcomeLine) -> OutcomeScreen:
    year = line.month.year
    return OutcomeScreen(line, reverse("complaints_year", args=[year]), reverse("complaint_outcomes", args=[year]))


def row_name(by: By, name: str) -> str:
    """The name of a recap row as people read it: `2026-01` is Januari 2026, `resolved` is Selesai."""
    if by is By.MONTH:
        return date_format(month_of(name), "F Y")
    if by is By.STATE:
        return str(State(name).label)
    shown = _(name) if name == EMPTY_NAMES.get(by) else name
    return shown[:1].upper() + shown[1:]


def _figures(found: Recap) -> tuple[Figure, ...]:
    whole = found.whole
    figures = [
        Figure(whole.total, _("laporan masuk")),
        Figure(whole.resolved, _("selesai")),
        Figure(whole.in_process, _("dalam proses")),
        Figure(whole.archived, _("diarsipkan, tidak dihitung selesai")),
    ]
    return (*figures, Figure(whole.unmapped, _("belum dipetakan"))) if whole.unmapped else tuple(figures)


def _year_choices(known: tuple[int, ...], current: int | None, name: str) -> tuple[Choice, ...]:
    return tuple(Choice(str(year), reverse(name, args=[year]), year == current) for year in known)


def _plot(found: Recap, year: int) -> Plot:
    states = [state for state in STATES if state is not State.UNMAPPED or found.whole.unmapped]
    rows = [(row_name(found.by, row.name), [getattr(row.counts, state) for state in states]) for row in found.rows]
    if len(rows) > MOST_BARS:
        rest = [sum(numbers) for numbers in zip(*(numbers for _name, numbers in rows[MOST_BARS - 1 :]), strict=True)]
        rows = [*rows[: MOST_BARS - 1], (_("Lainnya"), rest)]
    first = max(found.rows, key=lambda row: row.counts.total)
    grouped = str(BY_LABELS[found.by])
    return stacked_bars(
        id="rekap",
        title=_("Laporan %(year)s menurut %(grouped)s") % {"year": year, "grouped": grouped.lower()},
        description=_("%(total)s laporan. Terbanyak: %(name)s, %(number)s laporan. Semua angka ada di tabel.")
        % {"total": found.whole.total, "name": row_name(found.by, first.name), "number": first.counts.total},
        series=[Series(_TONES[state], str(state.label)) for state in states],
        rows=rows,
        name_heading=grouped,
        total_heading=_("Jumlah"),
        total_name=_("Semua"),
    )

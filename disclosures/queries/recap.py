"""The public recap: every report counted once, the secret ones as a number only (interfaces.md, Recap)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, F, Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_noop

from disclosures.imports.folding import fold
from disclosures.models import Outcome, State

FIRST_YEAR, LAST_YEAR = 2000, 2100
UNMAPPED_NAME = gettext_noop("belum dipetakan")
EMPTY_NAMES = {
    "domain": UNMAPPED_NAME,
    "category": gettext_noop("tanpa kategori"),
    "unit": gettext_noop("belum didisposisikan"),
    "channel": gettext_noop("kanal tidak disebut"),
}


class By(StrEnum):
    """What a recap groups by."""

    DOMAIN = "domain"
    CATEGORY = "category"
    UNIT = "unit"
    MONTH = "month"
    CHANNEL = "channel"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of reports; the four states add up to `total`."""

    total: int = 0
    resolved: int = 0
    in_process: int = 0
    archived: int = 0
    unmapped: int = 0

    def plus(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class RecapRow:
    """One value of what is grouped by. Months are named `2026-01`, states by their code."""

    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Recap:
    """`year` and `until` are None where not limited. Rows add up to `whole`."""

    by: By
    year: int | None
    until: dt.date | None
    whole: Counts
    rows: tuple[RecapRow, ...]

    def as_json(self) -> dict[str, object]:
        """The shape that interfaces.md promises."""
        return {
            "year": self.year,
            "until": self.until.isoformat() if self.until else None,
            "by": str(self.by),
            **counts_json(self.whole),
            "rows": [{"name": row.name, **counts_json(row.counts)} for row in self.rows],
        }


def counts_json(counts: Counts) -> dict[str, int]:
    return {name: getattr(counts, name) for name in Counts.__slots__}


_STATES = {str(state): Count("pk", filter=Q(status__state=state)) for state in State}
_GROUPS: Mapping[By, object] = {
    By.DOMAIN: F("category__domain__name"),
    By.CATEGORY: F("category__word"),
    By.UNIT: Coalesce(F("unit__name"), NullIf(F("unit_word"), Value(""))),
    By.MONTH: F("month"),
    By.CHANNEL: F("channel"),
    By.STATE: F("status__state"),
}


def recap(*, by: By = By.DOMAIN, year: int | None = None, until: dt.date | None = None) -> Recap:
    """Count the reports received in `year`, up to and including `until`. One SQL statement.

    One dimension at a time and therefore whole; nothing here is crossed with secrecy or with a place (law.md §6).
    """
    reports = Outcome.objects.all()
    if year is not None:
        reports = reports.filter(received_on__year=year)
    if until is not None:
        reports = reports.filter(received_on__lte=until)
    groups = reports.order_by().values(name=_GROUPS[by]).annotate(total=Count("pk"), **_STATES)
    rows = _ordered(by, _merged(by, groups))
    whole = Counts()
    for row in rows:
        whole = whole.plus(row.counts)
    return Recap(by, year, until, whole, rows)


def _merged(by: By, groups: Iterable[Mapping[str, object]]) -> dict[str, RecapRow]:
    """Rows by name; spellings of one word that differ in case or spaces are one row."""
    rows: dict[str, RecapRow] = {}
    for group in groups:
        counts = Counts(**{name: group[name] for name in Counts.__slots__})  # type: ignore[arg-type]
        name = _name(by, group["name"])
        key = name if by in {By.MONTH, By.STATE} else fold(name)
        held = rows.get(key)
        rows[key] = RecapRow(held.name, held.counts.plus(counts)) if held else RecapRow(name, counts)
    return rows


def _name(by: By, value: object) -> str:
    if isinstance(value, dt.date):
        return f"{value:%Y-%m}"
    return str(value) if value else EMPTY_NAMES.get(by, "")


def _ordered(by: By, rows: Mapping[str, RecapRow]) -> tuple[RecapRow, ...]:
    if by is By.MONTH:
        return tuple(sorted(rows.values(), key=lambda row: row.name))
    if by is By.STATE:
        order = [str(state) for state in State]
        return tuple(sorted(rows.values(), key=lambda row: order.index(row.name)))
    last = EMPTY_NAMES.get(by)
    return tuple(sorted(rows.values(), key=lambda row: (row.name == last, -row.counts.total, row.name)))


def years() -> tuple[int, ...]:
    """The years that have reports, newest first."""
    return tuple(day.year for day in Outcome.objects.dates("month", "year", order="DESC"))


def secret_reports(year: int) -> int:
    """How many reports of a year are secret. A number crossed with secrecy: show it through redaction.shown_number."""
    return Outcome.objects.filter(received_on__year=year, secret=True).count()


def month_of(name: str) -> dt.date:
    """The first day of a month row's name, `2026-01`."""
    return dt.date.fromisoformat(f"{name}-01")

"""The public list of excluded information: grouped by the letter of Pasal 17, one row, its doubts. Read only."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, Max, Q, QuerySet, Value, When
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from disclosures.imports.folding import fold
from disclosures.queries.register import ASK, MOST_QUERY, NoSuchFilter, Option
from ppid.law.exemptions import GROUNDS, LIFTED_BY_CONSENT
from ppid.models import Exclusion, Institution

PER_PAGE = 25
UNNAMED = "belum"
_LAST = "~"


@dataclass(frozen=True, slots=True)
class ExclusionFilter:
    """What the address asks for: free words and a letter of Pasal 17 ("belum": none named)."""

    q: str = ""
    letter: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "ExclusionFilter":
        """From `?q=&huruf=`. Raises NoSuchFilter for a letter that is none of Pasal 17."""
        letter = asked.get("huruf", "")
        if letter and letter != UNNAMED and letter not in _LABELS:
            raise NoSuchFilter(letter)
        return cls(" ".join(asked.get("q", "").replace("\x00", "").split())[:MOST_QUERY], letter)

    def query(self) -> str:
        return urlencode({name: value for name, value in {"q": self.q, "huruf": self.letter}.items() if value})

    def rows(self, on: dt.date) -> QuerySet[Exclusion]:
        rows = Exclusion.objects.listed(on)
        for word in fold(self.q).split():
            rows = rows.filter(Q(information__icontains=word) | Q(content__icontains=word) | Q(basis__icontains=word))
        if self.letter:
            rows = rows.filter(letters="") if self.letter == UNNAMED else rows.filter(letters__contains=self.letter)
        return rows


@dataclass(frozen=True, slots=True)
class ExclusionLine:
    """One row of the list. `doubts`: what in its period contradicts the law, in words."""

    position: int
    url: str
    information: str
    content: str
    basis: str
    if_open: str
    if_closed: str
    period: str
    doubts: tuple[str, ...]
    decree: str


@dataclass(frozen=True, slots=True)
class ExclusionGroup:
    """The rows of this page whose first letter is the same; the letter is "" where none is named."""

    letter: str
    label: str
    lines: tuple[ExclusionLine, ...]


@dataclass(frozen=True, slots=True)
class ExclusionsScreen:
    """`/daftar-dikecualikan/`. `total` counts the whole list, `found` what the filter leaves."""

    filter: ExclusionFilter
    page: Page
    groups: tuple[ExclusionGroup, ...]
    letters: tuple[Option, ...]
    total: int
    found: int
    updated: dt.date | None
    query: str
    ask_url: str

    @property
    def filtered(self) -> bool:
        return bool(self.query)


@dataclass(frozen=True, slots=True)
class ExclusionScreen:
    """`/daftar-dikecualikan/ID/`: every column of one row, and what a citizen may do about it."""

    title: str
    letters: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    doubts: tuple[str, ...]
    in_force: bool
    by_consent: bool
    ask_url: str


@dataclass(frozen=True, slots=True)
class ExclusionCount:
    """For the home page."""

    count: int
    updated: dt.datetime | None


_LABELS: dict[str, str] = {ground[-1].lower(): row.label for ground, row in GROUNDS.items()}


def exclusions_screen(
    asked: ExclusionFilter, page_number: str | None, body: Institution, on: dt.date
) -> ExclusionsScreen:
    """The list on that day. Four statements, whatever its length."""
    rows = asked.rows(on).annotate(
        group_order=Case(When(letters="", then=Value(_LAST)), default=F("letters")),
    )
    page = Paginator(rows.order_by("group_order", "pk"), PER_PAGE).get_page(page_number)
    whole = exclusion_count(on)
    lines = [(row.letters[:1], exclusion_line(row, at)) for at, row in enumerate(page.object_list, page.start_index())]
    groups = tuple(
        ExclusionGroup(letter, letter_words(letter), tuple(line for _letter, line in part))
        for letter, part in groupby(lines, key=lambda pair: pair[0])
    )
    return ExclusionsScreen(
        filter=asked,
        page=page,
        groups=groups,
        letters=_options(asked, on),
        total=whole.count,
        found=page.paginator.count,
        updated=body.day_of(whole.updated) if whole.updated else None,
        query=asked.query(),
        ask_url=ASK,
    )


def exclusion_count(on: dt.date) -> ExclusionCount:
    """How long the list is that day, and when a row of it last changed. One statement."""
    return ExclusionCount(**Exclusion.objects.listed(on).aggregate(count=Count("pk"), updated=Max("updated_at")))


def exclusion_screen(row: Exclusion) -> ExclusionScreen:
    """One row."""
    columns = (
        (_("Kelompok"), row.group),
        (_("Esensi informasi"), row.information),
        (_("Konten informasi"), row.content),
        (_("Bagian yang ditutup"), row.closed_parts),
        (_("Dasar hukum"), row.basis),
        (_("Akibat bila dibuka"), row.if_open),
        (_("Manfaat bila ditutup"), row.if_closed),
        (_("Batas waktu pengecualian"), period_words(row)),
        (_("Keputusan"), decree_words(row)),
        (_("Unit yang menguasai"), row.unit.name if row.unit else ""),
    )
    return ExclusionScreen(
        title=str(row),
        letters=tuple(letter_words(letter) for letter in row.letters) or (letter_words(""),),
        columns=tuple((label, value) for label, value in columns if value),
        doubts=tuple(_(doubt) for doubt in row.doubts),
        in_force=row.status == Exclusion.Status.IN_FORCE,
        by_consent=bool(row.grounds) and set(row.grounds) <= LIFTED_BY_CONSENT,
        ask_url=ASK,
    )


def exclusion_line(row: Exclusion, position: int = 0) -> ExclusionLine:
    return ExclusionLine(
        position=position,
        url=f"/daftar-dikecualikan/{row.pk}/",
        information=row.information,
        content=row.content,
        basis=row.basis,
        if_open=row.if_open,
        if_closed=row.if_closed,
        period=period_words(row),
        doubts=tuple(_(doubt) for doubt in row.doubts),
        decree=decree_words(row),
    )


def letter_words(letter: str) -> str:
    """`Huruf a: menghambat proses penegakan hukum`."""
    if not letter:
        return _("Huruf Pasal 17 belum disebut")
    return _("Huruf %(letter)s: %(label)s") % {"letter": letter, "label": _(_LABELS[letter])}


def period_words(row: Exclusion) -> str:
    """The period as it is to be read; what the printed list says stays as it says it."""
    parts = [row.period_words]
    if row.ends_on:
        parts.insert(0, _("Sampai %(day)s") % {"day": date_format(row.ends_on, "j F Y")})
    return ". ".join(part for part in parts if part)


def decree_words(row: Exclusion) -> str:
    if row.status != Exclusion.Status.IN_FORCE or row.set_on is None:
        return ""
    return _("%(number)s, %(day)s") % {"number": row.decree_number, "day": date_format(row.set_on, "j F Y")}


def _options(asked: ExclusionFilter, on: dt.date) -> tuple[Option, ...]:
    """Every letter that the words leave, counted; a row with two letters counts under both."""
    written = ExclusionFilter(asked.q).rows(on).order_by().values_list("letters").annotate(n=Count("pk"))
    counts = dict(written)
    found = [(letter, sum(many for letters, many in counts.items() if letter in letters)) for letter in _LABELS] + [
        (UNNAMED, counts.get("", 0))
    ]
    return tuple(
        Option(letter, letter_words("" if letter == UNNAMED else letter), many, letter == asked.letter)
        for letter, many in found
        if many or letter == asked.letter
    )

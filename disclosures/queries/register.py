"""The public register: what may be asked of it, the list, one entry. Read only; every page is one frozen dataclass."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, Max, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from disclosures.imports.folding import fold
from disclosures.models import UNCLASSIFIED, UNCLASSIFIED_LABEL, InformationClass, RegisterEntry
from ppid.models import Institution, Unit

PER_PAGE = 25
MOST_QUERY = 200
FIRST_YEAR, LAST_YEAR = 1900, 2099
# The form is another room's; its address is a promise to the outside.
ASK = "/permohonan/baru/"


class NoSuchFilter(LookupError):
    """The address asks for a class, unit or year that cannot be; the page does not exist."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What the address asks for: free words, a class ("belum" for none), a unit's code, a year."""

    q: str = ""
    info_class: str = ""
    unit: str = ""
    year: int | None = None

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "Filter":
        """From `?q=&klasifikasi=&unit=&tahun=`. Raises NoSuchFilter for words that mean nothing."""
        info_class, year = asked.get("klasifikasi", ""), asked.get("tahun", "")
        if info_class and info_class not in (*InformationClass.values, UNCLASSIFIED):
            raise NoSuchFilter(info_class)
        if year and not (year.isascii() and year.isdecimal() and FIRST_YEAR <= int(year) <= LAST_YEAR):
            raise NoSuchFilter(year)
        words = " ".join(asked.get("q", "").replace("\x00", "").split())[:MOST_QUERY]
        return cls(words, info_class, asked.get("unit", "").replace("\x00", "")[:80], int(year) if year else None)

    def query(self) -> str:
        """The filter as a query string, empty parts left out."""
        parts = {"q": self.q, "klasifikasi": self.info_class, "unit": self.unit, "tahun": self.year or ""}
        return urlencode({name: value for name, value in parts.items() if value})

    def entries(self, *, but: str = "") -> QuerySet[RegisterEntry]:
        """The published entries that the filter leaves, without the part named `but` (to count its alternatives)."""
        rows = RegisterEntry.objects.public()
        for word in fold(self.q).split():
            rows = rows.filter(Q(summary__icontains=word) | Q(maker__icontains=word) | Q(unit__name__icontains=word))
        if self.info_class and but != "info_class":
            rows = rows.filter(info_class="" if self.info_class == UNCLASSIFIED else self.info_class)
        if self.unit and but != "unit":
            rows = rows.filter(unit__code=self.unit)
        if self.year and but != "year":
            rows = rows.filter(year=self.year)
        return rows


@dataclass(frozen=True, slots=True)
class Option:
    """One alternative of a filter with the number of entries it leaves."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the statutory table (PERKI 1/2021 Annex I) and its class."""

    position: int
    url: str
    summary: str
    unit: str
    maker: str
    made: str
    forms: str
    retention: str
    class_label: str
    classified: bool


@dataclass(frozen=True, slots=True)
class RegisterScreen:
    """`/daftar-informasi/`. `total` counts all published entries, `found` those that the filter leaves."""

    filter: Filter
    page: Page
    lines: tuple[Line, ...]
    total: int
    found: int
    updated: dt.date | None
    classes: tuple[Option, ...]
    units: tuple[Option, ...]
    years: tuple[Option, ...]
    query: str
    ask_url: str

    @property
    def filtered(self) -> bool:
        return bool(self.query)


@dataclass(frozen=True, slots=True)
class File:
    name: str
    href: str
    size: int | None


@dataclass(frozen=True, slots=True)
class EntryScreen:
    """`/daftar-informasi/ID/`: every column, who to turn to, the information itself where it is public."""

    summary: str
    class_code: str
    class_label: str
    columns: tuple[tuple[str, str], ...]
    unit: Unit
    unit_url: str
    files: tuple[File, ...]
    published: dt.date | None
    updated: dt.date | None
    ask_url: str


def register_screen(asked: Filter, page_number: str | None, body: Institution) -> RegisterScreen:
    """The list. Seven statements, whatever its length."""
    units = _unit_options(asked)
    if asked.unit and not any(option.chosen for option in units):
        raise NoSuchFilter(asked.unit)
    rows = asked.entries().select_related("unit").order_by("unit__name", "pk")
    page = Paginator(rows, PER_PAGE).get_page(page_number)
    whole = RegisterEntry.objects.public().aggregate(total=Count("pk"), updated=Max("last_published_at"))
    return RegisterScreen(
        filter=asked,
        page=page,
        lines=tuple(_line(entry, position) for position, entry in enumerate(page.object_list, page.start_index())),
        total=whole["total"],
        found=page.paginator.count,
        updated=body.day_of(whole["updated"]) if whole["updated"] else None,
        classes=_class_options(asked),
        units=units,
        years=_year_options(asked),
        query=asked.query(),
        ask_url=ASK,
    )


def entry_screen(entry: RegisterEntry, body: Institution) -> EntryScreen:
    """One entry, also an unsaved one (preview). Files are those of the object in memory."""
    made = ", ".join(part for part in (entry.made_place, entry.made_when) if part)
    columns = (
        (_("Nomor tercetak"), entry.number),
        (_("Ringkasan isi informasi"), entry.summary),
        (_("Unit yang menguasai"), entry.unit.name),
        (_("Penanggung jawab pembuatan atau penerbitan"), entry.maker),
        (_("Waktu dan tempat pembuatan"), made),
        (_("Bentuk informasi yang tersedia"), entry.form_label),
        (_("Jangka waktu penyimpanan"), entry.retention),
        (_("Klasifikasi"), entry.class_label),
    )
    return EntryScreen(
        summary=entry.summary,
        class_code=entry.info_class,
        class_label=entry.class_label,
        columns=tuple((str(label), value) for label, value in columns if value),
        unit=entry.unit,
        unit_url=reverse("unit", args=[entry.unit.code]),
        files=tuple(_files(entry)),
        published=body.day_of(entry.first_published_at) if entry.first_published_at else None,
        updated=body.day_of(entry.last_published_at) if entry.last_published_at else None,
        ask_url=f"{ASK}?{urlencode({'informasi': entry.pk or ''})}",
    )


def _line(entry: RegisterEntry, position: int) -> Line:
    return Line(
        position=position,
        url=entry.get_absolute_url(),
        summary=entry.summary,
        unit=entry.unit.name,
        maker=entry.maker,
        made=", ".join(part for part in (entry.made_place, entry.made_when) if part),
        forms=entry.form_label,
        retention=entry.retention,
        class_label=entry.class_label,
        classified=bool(entry.info_class),
    )


def _files(entry: RegisterEntry) -> list[File]:
    files = []
    for file in entry.files.all():
        if file.document_id:
            document = file.document
            files.append(File(file.label or document.title, document.url, document.file_size))
        else:
            files.append(File(file.label or file.link, file.link, None))
    return files


def _class_options(asked: Filter) -> tuple[Option, ...]:
    counts = dict(asked.entries(but="info_class").order_by().values_list("info_class").annotate(n=Count("pk")))
    named = [(code, str(label), counts.get(code, 0)) for code, label in InformationClass.choices]
    named.append((UNCLASSIFIED, str(UNCLASSIFIED_LABEL), counts.get("", 0)))
    return tuple(Option(code, label, count, code == asked.info_class) for code, label, count in named)


def _unit_options(asked: Filter) -> tuple[Option, ...]:
    """Every unit that publishes something, or is asked for."""
    left = asked.entries(but="unit")
    counts = dict(left.order_by().values_list("unit_id").annotate(n=Count("pk")))
    wanted = Q(pk__in=counts) | Q(code=asked.unit) if asked.unit else Q(pk__in=counts)
    rows = Unit.objects.filter(wanted).order_by("name").values_list("pk", "code", "name")
    return tuple(Option(code, name, counts.get(pk, 0), code == asked.unit) for pk, code, name in rows)


def _year_options(asked: Filter) -> tuple[Option, ...]:
    rows = asked.entries(but="year").filter(year__isnull=False).order_by("-year").values_list("year")
    counts = rows.annotate(n=Count("pk"))
    return tuple(Option(str(year), str(year), count, year == asked.year) for year, count in counts)

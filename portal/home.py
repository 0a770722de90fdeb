"""The home page: what is public, how the service does, what is new. Every number on it is counted when it is shown."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Max, Q

from disclosures.models import Outcome, RegisterEntry
from disclosures.models.entry import UNCLASSIFIED, UNCLASSIFIED_LABEL, InformationClass
from disclosures.queries import recap
from disclosures.queries.exclusions import ExclusionCount, exclusion_count
from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.clock import due_of
from ppid.law.terms import term
from ppid.models import Unit
from ppid.queries.calendar import current_calendar
from ppid.queries.statistics import ServiceFigures, service_figures

NEWEST = 5
UNITS_AT_ONCE = 12
NOTICE = term("REQ_NOTICE_UU")


@dataclass(frozen=True, slots=True)
class ClassCount:
    """One class of information: how many entries are public and when the last was published."""

    code: str
    label: str
    count: int
    updated: dt.datetime | None


@dataclass(frozen=True, slots=True)
class UnitCount:
    code: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class ComplaintFigures:
    """Reports of the newest year that has any. `resolved` of `total`; archived ones are not resolved."""

    year: int
    total: int
    resolved: int
    in_process: int


@dataclass(frozen=True, slots=True)
class HomeScreen:
    """`answer_by`: the last day of the notice for a request received today; None where the year has no decree."""

    searchable: int
    answer_by: dt.date | None
    answer_days: int
    classes: tuple[ClassCount, ...]
    unclassified: ClassCount | None
    excluded: ExclusionCount
    service: ServiceFigures
    complaints: ComplaintFigures | None
    newest: tuple[RegisterEntry, ...]
    units: tuple[UnitCount, ...]

    @property
    def first_units(self) -> tuple[UnitCount, ...]:
        return self.units[:UNITS_AT_ONCE]

    @property
    def other_units(self) -> tuple[UnitCount, ...]:
        return self.units[UNITS_AT_ONCE:]


def home_screen(*, on: dt.date) -> HomeScreen:
    """Everything the home page shows on `on`. A fixed number of statements, whatever the number of rows."""
    calendar = current_calendar()
    classes = _class_counts()
    unclassified = classes.pop("", None)
    excluded = exclusion_count(on)
    return HomeScreen(
        searchable=sum(row.count for row in (*classes.values(), *filter(None, [unclassified])))
        + Outcome.objects.listed().count()
        + excluded.count,
        answer_by=_answer_by(calendar, on),
        answer_days=NOTICE.length or 0,
        classes=tuple(classes.values()),
        unclassified=unclassified,
        excluded=excluded,
        service=service_figures(year=on.year, on=on, calendar=calendar),
        complaints=_complaints(on),
        newest=tuple(RegisterEntry.objects.public().select_related("unit").order_by("-pk")[:NEWEST]),
        units=_unit_counts(),
    )


def _class_counts() -> dict[str, ClassCount]:
    """The three classes in the law's order, then the unclassified where there are any."""
    rows = (
        RegisterEntry.objects.public()
        .order_by()
        .values_list("info_class")
        .annotate(Count("pk"), Max("last_published_at"))
    )
    found = {code: (count, updated) for code, count, updated in rows}
    counts = {
        code: ClassCount(code, str(label), *found.get(code, (0, None))) for code, label in InformationClass.choices
    }
    if "" in found:
        counts[""] = ClassCount(UNCLASSIFIED, str(UNCLASSIFIED_LABEL), *found[""])
    return counts


def _answer_by(calendar: Calendar, on: dt.date) -> dt.date | None:
    try:
        return due_of(NOTICE, on, calendar)
    except MissingDecree:
        return None


def _complaints(on: dt.date) -> ComplaintFigures | None:
    years = [year for year in recap.years() if year <= on.year]
    if not years:
        return None
    counts = recap.recap(by=recap.By.STATE, year=years[0], until=on).whole
    return ComplaintFigures(years[0], counts.total, counts.resolved, counts.in_process)


def _unit_counts() -> tuple[UnitCount, ...]:
    rows = Unit.objects.filter(active=True).annotate(count=Count("entries", filter=Q(entries__live=True)))
    return tuple(UnitCount(row.code, row.name, row.count) for row in rows.order_by("-kind", "name"))

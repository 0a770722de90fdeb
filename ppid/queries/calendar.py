"""The calendar in force, out of the decree tables."""

import datetime as dt
import json
from collections.abc import Iterable
from functools import lru_cache

from django.db import models
from django.db.models import QuerySet, Subquery
from django.db.models.functions import Cast

from ppid.law import calendar as law
from ppid.law.counting import RULE_WORDS, CountingRules
from ppid.models import Decree, DecreeDay, Institution

_Row = tuple[int, str, dt.date, str, str, str, str, int, dt.date, str, str, bool | None, bool | None]
_FIELDS = (
    "decree_id", "decree__number", "decree__date", "decree__source", "decree__region", "decree__amends",
    "years", "decree__sequence", "date", "kind", "name", *RULE_WORDS,
)  # fmt: skip


# The body's one row beside each day: so the calendar stays one statement, whoever asks for it.
_CHOSEN = {name: Subquery(Institution.objects.order_by("pk").values(name)[:1]) for name in RULE_WORDS}


def current_calendar() -> law.Calendar:
    """The calendar of the decrees in force, counted as the body has chosen. One statement.

    The same rows give the same object again within a process, so that the working days are laid out once only.
    """
    return _calendar_of(Decree.objects.in_force())


def current_calendar_and(*fields: str) -> tuple[law.Calendar, Institution]:
    """The calendar in force and the body with these fields of it, the others asked for when needed. One statement."""
    body = {f"body_{name}": Subquery(Institution.objects.order_by("pk").values(name)[:1]) for name in ("pk", *fields)}
    days = _days_of(Decree.objects.in_force()).annotate(**body)
    rows = list(days.values_list(*_FIELDS, *body))
    calendar = _calendar(tuple(row[: len(_FIELDS)] for row in rows))
    if not rows or rows[0][len(_FIELDS)] is None:
        return calendar, Institution.load()
    return calendar, Institution.from_db("default", ("id", *fields), rows[0][len(_FIELDS) :])


def calendar_on(day: dt.date) -> law.Calendar:
    """What was known on `day`: the calendar of the decrees in force now that are dated `day` or earlier.

    Tells how a date was computed before an amendment (law.md §7.1: 18 August 2025). One statement.
    """
    return _calendar_of(Decree.objects.in_force().filter(date__lte=day))


def _calendar_of(decrees: QuerySet[Decree]) -> law.Calendar:
    return _calendar(tuple(_days_of(decrees).values_list(*_FIELDS)))


def _days_of(decrees: QuerySet[Decree]) -> QuerySet[DecreeDay]:
    # The years as text: a key of the cache as it is, and read once a decree instead of once a day.
    years = Cast("decree__covers", models.TextField())
    return DecreeDay.objects.filter(decree__in=decrees).order_by("decree_id", "date").annotate(**_CHOSEN, years=years)


@lru_cache(maxsize=8)
def _calendar(rows: tuple[_Row, ...]) -> law.Calendar:
    return law.Calendar.of(decrees_of(rows), _rules_of(rows))


def _rules_of(rows: tuple[_Row, ...]) -> CountingRules:
    """What each row carries at its end; None in a body that has no settings yet."""
    chosen = dict(zip(RULE_WORDS, rows[0][-len(RULE_WORDS) :], strict=True)) if rows else {}
    return CountingRules.chosen({name: bool(value) for name, value in chosen.items() if value is not None})


def decrees_of(rows: Iterable[_Row]) -> list[law.Decree]:
    """The decrees that joined rows hold, as the law layer knows them."""
    heads: dict[int, _Row] = {}
    days: dict[int, list[law.DecreeDay]] = {}
    for row in rows:
        heads.setdefault(row[0], row)
        days.setdefault(row[0], []).append(law.DecreeDay(row[8], law.Kind(row[9]), row[10]))
    return [
        law.Decree(
            number=row[1], date=row[2], source=row[3], days=tuple(days[key]), covers=tuple(json.loads(row[6])),
            amends=row[5], region=row[4], sequence=row[7],
        )
        for key, row in heads.items()
    ]  # fmt: skip

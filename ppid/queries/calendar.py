"""The calendar in force, out of the decree tables."""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

from ppid.law import calendar as law
from ppid.models import Decree, DecreeDay

_Row = tuple[int, str, dt.date, str, str, str, tuple[int, ...], int, dt.date, str, str]
_FIELDS = (
    "decree_id", "decree__number", "decree__date", "decree__source", "decree__region", "decree__amends",
    "decree__covers", "decree__sequence", "date", "kind", "name",
)  # fmt: skip


def current_calendar() -> law.Calendar:
    """The calendar of the decrees in force. One statement.

    The same rows give the same object again within a process, so that the working days are laid out once only.
    """
    rows = DecreeDay.objects.filter(decree__in=Decree.objects.in_force()).order_by("decree_id", "date")
    return _calendar(tuple(_with_tuple(row) for row in rows.values_list(*_FIELDS)))


def calendar_on(day: dt.date) -> law.Calendar:
    """What was known on `day`: the calendar of the decrees in force now that are dated `day` or earlier.

    Tells how a date was computed before an amendment (law.md §7.1: 18 August 2025). One statement.
    """
    rows = DecreeDay.objects.filter(decree__in=Decree.objects.in_force(), decree__date__lte=day)
    ordered = rows.order_by("decree_id", "date")
    return _calendar(tuple(_with_tuple(row) for row in ordered.values_list(*_FIELDS)))


def _with_tuple(row: tuple[object, ...]) -> tuple[object, ...]:
    # JSON gives a list, which cannot be a key of the cache.
    return tuple(tuple(value) if isinstance(value, list) else value for value in row)


@lru_cache(maxsize=8)
def _calendar(rows: tuple[_Row, ...]) -> law.Calendar:
    return law.Calendar.of(decrees_of(rows))


def decrees_of(rows: Iterable[_Row]) -> list[law.Decree]:
    """The decrees that joined rows hold, as the law layer knows them."""
    heads: dict[int, _Row] = {}
    days: dict[int, list[law.DecreeDay]] = {}
    for row in rows:
        heads.setdefault(row[0], row)
        days.setdefault(row[0], []).append(law.DecreeDay(row[8], law.Kind(row[9]), row[10]))
    return [
        law.Decree(
            number=row[1], date=row[2], source=row[3], days=tuple(days[key]), covers=row[6], amends=row[5],
            region=row[4], sequence=row[7],
        )
        for key, row in heads.items()
    ]  # fmt: skip

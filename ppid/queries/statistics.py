"""Service in figures (UU 14/2008 Ps 12): how many requests were answered in time, and how long it took.

Counted by the day of receipt, from facts alone. A request counts once its outcome is known: answered, or its last day
gone by without an answer; one that still runs in time is neither in time nor late.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, FilteredRelation, Q

from ppid.law.calendar import Calendar
from ppid.law.procedure import State
from ppid.models import InformationRequest
from ppid.queries.standing import ENDED, Facts, Word, standing


@dataclass(frozen=True, slots=True)
class ServiceFigures:
    """Of the requests received in `year` up to the asked day; those withdrawn, handed over as complaints, or that
    nobody continued, left out.

    `in_time` and `late` are answered or overdue ones; `open` still run; `uncountable` have no date because a year lacks
    its decree (law.md §7.3). `median_days`: working days from receipt to the notice, of the answered; None when none.
    """

    year: int
    received: int
    in_time: int
    late: int
    open: int
    uncountable: int
    median_days: int | None

    @property
    def known(self) -> int:
        """How many have an outcome to be judged by."""
        return self.in_time + self.late

    @property
    def in_time_percent(self) -> int | None:
        """Rounded down: 99 of 100 never reads as all of them. None while nothing is known."""
        return self.in_time * 100 // self.known if self.known else None


Row = tuple[dt.date, dt.date | None, dt.date | None, int]  # received, answered, last day, how many


def service_figures(*, year: int, on: dt.date, calendar: Calendar) -> ServiceFigures:
    """The figures of one year as of `on`. One statement, whose rows are pairs of days and not requests."""
    requests = (
        InformationRequest.objects.filter(received_on__year=year, received_on__lte=on)
        .exclude(state__in=ENDED)
        .annotate(
            governing=FilteredRelation(
                "deadlines", condition=Q(deadlines__governs=True, deadlines__superseded_at__isnull=True)
            )
        )
        .order_by()
        .values_list("received_on", "answered_on", "governing__due")
        .annotate(how_many=Count("pk"))
    )
    return figures_of(year, requests, on=on, calendar=calendar)


def figures_of(year: int, rows: Iterable[Row], *, on: dt.date, calendar: Calendar) -> ServiceFigures:
    """As `service_figures`, of rows already read. An answer after `on` was not yet given on that day."""
    in_time = late = running = uncountable = received = 0
    days: dict[int, int] = {}
    for received_on, answer, due, how_many in rows:
        answered_on = answer if answer is not None and answer <= on else None
        received += how_many
        state = State.ANSWERED if answered_on else State.REGISTERED
        seen = standing(Facts(state, received_on, due, answered_on), calendar, on)
        if due is None:
            uncountable += how_many
        elif seen.word in (Word.LATE, Word.ANSWERED_LATE):
            late += how_many
        elif seen.open:
            running += how_many
        else:
            in_time += how_many
        if answered_on is not None and seen.days_used is not None:
            days[seen.days_used] = days.get(seen.days_used, 0) + how_many
    return ServiceFigures(year, received, in_time, late, running, uncountable, median(days))


def median(counts: dict[int, int]) -> int | None:
    """The middle of values that occur so many times each; of an even number the upper one, to our disadvantage."""
    middle = sum(counts.values()) // 2
    passed = 0
    for value in sorted(counts):
        passed += counts[value]
        if passed > middle:
            return value
    return None

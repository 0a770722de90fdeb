"""Writing the deadline ledger: derive, meet, drop."""

import datetime as dt

from ppid.law import clock
from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.complaints import TERMS as COMPLAINT_TERMS
from ppid.law.terms import term
from ppid.models import Case, Deadline


def derived(
    case: Case, code: str, *, from_day: dt.date, calendar: Calendar, at: dt.datetime,
    length: int | None = None, governs: bool = False, part: int = 0,
) -> Deadline:  # fmt: skip
    """The deadline of `code` counted from `from_day`, not yet saved.

    `due` is empty when a year on the way has no decree yet: a filing is never refused for that (law.md §7.3), and
    adopting the decree fills the date.
    """
    row = term(code)
    deadline = Deadline(
        case_id=case.pk, term=row.code, part=part, governs=governs, from_day=from_day,
        length=clock.length_of(row, length), created_at=at,
    )  # fmt: skip
    try:
        found = clock.derive(row, from_day, calendar, length)
    except MissingDecree:
        deadline.calendar_version = calendar.version
        return deadline
    deadline.due = found.due
    deadline.calendar_version = found.calendar_version
    deadline.trail = [day.as_json() for day in found.trail]
    return deadline


def meet(case: Case, *codes: str, on: dt.date, part: int = 0) -> None:
    """The duties of `codes` were done on `on`, in time or late; of one part where it has a promise of its own."""
    Deadline.objects.open().filter(case_id=case.pk, term__in=codes, part=part).update(met_on=on)


def drop(case: Case, at: dt.datetime, *codes: str) -> None:
    """Nothing more is owed: the open deadlines (of `codes`; without any, all but those of a complaint handed over)
    stand no longer."""
    rows = Deadline.objects.open().filter(case_id=case.pk).exclude(term__in=COMPLAINT_TERMS)
    (rows.filter(term__in=codes) if codes else rows).update(superseded_at=at)


def said(deadlines: list[Deadline]) -> dict[str, str | None]:
    """Code to last day, as the case log holds it."""
    return {deadline.term: _iso(deadline.due) for deadline in deadlines}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None

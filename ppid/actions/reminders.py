"""Reminding an applicant of a right before its last day: ten, five and one working days, once each.

Part of the daily round. A round that comes late sends the nearest reminder that is still due, never two for one day.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from ppid.actions import mail
from ppid.actions.log import SYSTEM, locked_any, record
from ppid.actions.rights import RIGHTS
from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.events_objection import RightReminded
from ppid.models import CaseEvent, Deadline, MailRecord
from ppid.queries.calendar import current_calendar

# Case, term, part, last day, step.
Facts = tuple[Any, ...]
STEPS = (10, 5, 1)
# Ten working days are never longer, Idulfitri included.
REACH = dt.timedelta(days=31)


@dataclass(frozen=True)
class Reminded:
    """Events written, notices decided."""

    events: int = 0
    notices: int = 0


def remind(*, on: dt.date, at: dt.datetime) -> Reminded:
    """Remind of every open right whose last day is near. With none near it is one look into a partial index, and what
    was said already is known from one question for all."""
    near = Deadline.objects.open().filter(term__in=RIGHTS, missed_on__isnull=True, due__gte=on, due__lte=on + REACH)
    rows = list(near.defer("trail").select_related("case").order_by("case_id", "pk"))
    if not rows:
        return Reminded()
    steps = _steps(current_calendar(), on, {row.due for row in rows if row.due})
    due_for = [(row, step) for row in rows if row.due and (step := steps[row.due])]
    said, done = _said(due_for), 0
    for row, step in due_for:
        if _facts(row, step) not in said and _one(row, step, on, at):
            done += 1
    return Reminded(done, done)


def _steps(calendar: Calendar, on: dt.date, days: Iterable[dt.date]) -> dict[dt.date, int]:
    """By last day the smallest step that the days left have reached; 0 while it is farther."""
    found = {}
    for due in days:
        try:
            left = calendar.working_days_between(on, due)
        except MissingDecree:
            found[due] = 0
            continue
        found[due] = min((step for step in STEPS if left <= step), default=0)
    return found


def _said(due_for: Iterable[tuple[Deadline, int]]) -> set[Facts]:
    """What these cases were reminded of before."""
    cases = {row.case_id for row, _step in due_for}
    events = CaseEvent.objects.filter(case_id__in=cases, kind=RightReminded.kind).values_list("case_id", "payload")
    return {(case, *(payload.get(name) for name in ("term", "part", "due", "days"))) for case, payload in events}


def _facts(row: Deadline, step: int) -> Facts:
    return (row.case_id, row.term, row.part, row.due.isoformat() if row.due else "", step)


@transaction.atomic
def _one(row: Deadline, step: int, on: dt.date, at: dt.datetime) -> bool:
    case = locked_any(row.case)
    # Asked again under the lock: another round may have come first.
    if _facts(row, step) in _said([(row, step)]):
        return False
    due = row.due.isoformat() if row.due else ""
    told = mail.prepared(
        case, MailRecord.Template.RIGHT_REMINDER, MailRecord.Audience.APPLICANT, at=at,
        facts={"term": row.term, "due": due, "days": str(step)},
    )  # fmt: skip
    if told is None:
        return False
    mail.enqueue(told)
    record(case, RightReminded(term=row.term, part=row.part, due=due, days=step), author=SYSTEM, on=on, at=at)
    return True

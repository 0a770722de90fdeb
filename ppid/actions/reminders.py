"""Reminding an applicant of a right before its last day: ten, five and one working days, once each.

Part of the daily round. A round that comes late sends the nearest reminder that is still due, never two for one day.
"""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from ppid.actions import mail
from ppid.actions.log import SYSTEM, locked_any, record
from ppid.actions.rights import RIGHTS
from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.events_objection import RightReminded
from ppid.models import CaseEvent, Deadline, MailRecord
from ppid.queries.calendar import current_calendar

STEPS = (10, 5, 1)
# Ten working days are never longer, Idulfitri included.
REACH = dt.timedelta(days=31)


@dataclass(frozen=True)
class Reminded:
    """Events written, notices decided."""

    events: int = 0
    notices: int = 0


def remind(*, on: dt.date, at: dt.datetime) -> Reminded:
    """Remind of every open right whose last day is near. With none near it is one look into a partial index."""
    near = Deadline.objects.open().filter(term__in=RIGHTS, missed_on__isnull=True, due__gte=on, due__lte=on + REACH)
    rows = list(near.defer("trail").select_related("case").order_by("case_id", "pk"))
    if not rows:
        return Reminded()
    calendar, done = current_calendar(), 0
    for row in rows:
        step = _step(calendar, on, row)
        if step is not None and _one(row, step, on, at):
            done += 1
    return Reminded(done, done)


def _step(calendar: Calendar, on: dt.date, row: Deadline) -> int | None:
    """The smallest step that the days left have reached; None while the last day is farther."""
    try:
        left = calendar.working_days_between(on, row.due) if row.due else None
    except MissingDecree:
        return None
    return min((step for step in STEPS if left is not None and left <= step), default=None)


@transaction.atomic
def _one(row: Deadline, step: int, on: dt.date, at: dt.datetime) -> bool:
    case = locked_any(row.case)
    due = row.due.isoformat() if row.due else ""
    said = {"payload__term": row.term, "payload__part": row.part, "payload__due": due, "payload__days": step}
    if CaseEvent.objects.filter(case_id=case.pk, kind=RightReminded.kind, **said).exists():
        return False
    told = mail.prepared(
        case, MailRecord.Template.RIGHT_REMINDER, MailRecord.Audience.APPLICANT, at=at,
        facts={"term": row.term, "due": due, "days": str(step)},
    )  # fmt: skip
    if told is None:
        return False
    mail.enqueue(told)
    record(case, RightReminded(term=row.term, part=row.part, due=due, days=step), author=SYSTEM, on=on, at=at)
    return True

"""What lies ready and is not fetched: two dated reminders, then "tersedia, belum diambil" (law.md §2.6).

Part of the daily round. Said again for the same day it does nothing; after days of silence each part takes one step,
and the next one counts from there.
"""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from ppid.actions import mail
from ppid.actions.log import SYSTEM, locked, record
from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.delivering import Collecting
from ppid.law.events import Payload
from ppid.law.events_delivery import PartReminded, PartSetAside
from ppid.law.procedure import State
from ppid.models import Delivery, InformationRequest, MailRecord
from ppid.queries.calendar import current_calendar

Template = MailRecord.Template


@dataclass(frozen=True)
class Reminded:
    """Events written, notices decided."""

    events: int = 0
    notices: int = 0

    def __add__(self, other: "Reminded") -> "Reminded":
        return Reminded(self.events + other.events, self.notices + other.notices)


def remind(*, on: dt.date, at: dt.datetime) -> Reminded:
    """Take the step that each waiting part is due for. With nobody to remind it is one look into a partial index."""
    waiting = Delivery.objects.owed().filter(next_step_on__lte=on, case__state=State.ANSWERED)
    cases = sorted(set(waiting.values_list("case_id", flat=True)))
    if not cases:
        return Reminded()
    calendar, done = current_calendar(), Reminded()
    for case_id in cases:
        done += _of_case(InformationRequest(pk=case_id), calendar, on, at)
    return done


def next_step_on(row: Delivery, calendar: Calendar) -> dt.date | None:
    """On which day the daily round looks at this part again; None when never, or while no decree covers the year."""
    step = row.facts.next_step()
    if step is None:
        return None
    _what, since, length = step
    try:
        return calendar.nth_after(since, length)
    except MissingDecree:
        return None


def date_anew(calendar: Calendar) -> None:
    """After a decree: the days on which parts that lie ready are looked at again. Inside the caller's transaction."""
    ready = Delivery.objects.owed().filter(available_on__isnull=False, set_aside_on__isnull=True)
    changed = []
    for row in ready.select_for_update().order_by("pk"):
        when = next_step_on(row, calendar)
        if when != row.next_step_on:
            row.next_step_on = when
            changed.append(row)
    Delivery.objects.bulk_update(changed, ["next_step_on"], batch_size=500)


@transaction.atomic
def _of_case(case: InformationRequest, calendar: Calendar, on: dt.date, at: dt.datetime) -> Reminded:
    fresh, done = locked(case), Reminded()
    for row in Delivery.objects.owed().filter(case_id=fresh.pk, next_step_on__lte=on).order_by("pk"):
        done += _step(fresh, row, calendar, on, at)
    return done


def _step(case: InformationRequest, row: Delivery, calendar: Calendar, on: dt.date, at: dt.datetime) -> Reminded:
    step = row.facts.next_step()
    if step is None:
        return Reminded()
    what = step[0]
    payload, template = _said(row, what)
    setattr(row, f"{what}_on", on)
    row.next_step_on = next_step_on(row, calendar)
    row.save(update_fields=[f"{what}_on", "next_step_on"])
    record(case, payload, author=SYSTEM, on=on, at=at)
    audiences = [MailRecord.Audience.APPLICANT]
    if what is Collecting.SET_ASIDE:
        audiences.append(MailRecord.Audience.DESK)
        rest(case, on)
    notices = mail.enqueue_all(
        mail.prepared(case, template, audience, at=at, facts={"part": row.part}) for audience in audiences
    )
    return Reminded(1, notices)


def _said(row: Delivery, what: Collecting) -> tuple[Payload, MailRecord.Template]:
    if what is Collecting.SET_ASIDE:
        return PartSetAside(letter=row.letter_id, part=row.part), Template.PART_SET_ASIDE
    number = 1 if what is Collecting.FIRST_REMINDER else 2
    return PartReminded(letter=row.letter_id, part=row.part, reminder=number), Template.PART_REMINDER


def rest(case: InformationRequest, on: dt.date) -> None:
    """The case is done with once every part is handed over or set aside; what is owed keeps it open."""
    if not Delivery.objects.to_do().filter(case_id=case.pk).exists():
        case.closed_on = on
        case.save(update_fields=["closed_on"])

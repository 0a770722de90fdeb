"""Time passes: dates move when a decree comes, terms are missed when nobody acts (architecture, flow 4)."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from ppid.actions import ledger, mail
from ppid.actions.log import SYSTEM, linked
from ppid.law import events
from ppid.law.calendar import Calendar
from ppid.law.term import Unit
from ppid.law.terms import term
from ppid.models import CaseEvent, Deadline, InformationRequest, MailRecord, TickRun

# Cases locked at a time: enough to be quick, few enough that an officer's click never waits long.
BATCH = 500
# What the applicant is told of, because a right opens with it (UU 14/2008 Ps 35(1)c and g).
OPENS_A_RIGHT = frozenset({"REQ_NOTICE_UU", "REQ_EXTENSION"})


@dataclass(frozen=True)
class Ticked:
    """What a tick did: events written, notices decided."""

    events: int
    notices: int


@dataclass(frozen=True)
class Redated:
    """One date that moved. `case` is the row's key; None: cannot be computed."""

    case: int
    number: str
    code: str
    old: dt.date | None
    new: dt.date | None


def tick(*, on: dt.date, at: dt.datetime) -> Ticked:
    """Record every open term whose last day lies before `on`, once each, and decide the notices.

    Said again for the same day it does nothing; after a week of silence it catches up. With nothing missed it is one
    look into a partial index, however many cases are open. Leaves a TickRun, which `/kesehatan/` reads.
    """
    events_written = notices = 0
    while True:
        with transaction.atomic():
            done = _miss_some(on, at)
        if done is None:
            break
        events_written, notices = events_written + done.events, notices + done.notices
    TickRun.objects.create(on=on, started_at=at, finished_at=timezone.now(), events=events_written, notices=notices)
    return Ticked(events_written, notices)


def _miss_some(on: dt.date, at: dt.datetime) -> Ticked | None:
    """One batch; None when nothing is left. The cases are locked first and their terms read after: an answer being
    recorded at this moment either stands before us or waits for us."""
    due = Deadline.objects.come_due(on)
    keys = list(due.order_by("due", "case_id").values_list("case_id", flat=True)[:BATCH])
    if not keys:
        return None
    cases = _locked(keys)
    missed = list(Deadline.objects.come_due(on).filter(case_id__in=cases).defer("trail").order_by("case_id", "pk"))
    if not missed:
        # Answered while we waited for the lock; whatever else is left is the next tick's.
        return None
    _append(
        cases,
        ((row.case_id, events.TermMissed(term=row.term, due=_iso(row.due) or "", deadline=row.pk)) for row in missed),
        on=on, at=at,
    )  # fmt: skip
    Deadline.objects.filter(pk__in=[row.pk for row in missed]).update(missed_on=on)
    notices = mail.enqueue_all(record for row in missed for record in _missed_notices(cases[row.case_id], row, at))
    return Ticked(len(missed), notices)


def _missed_notices(case: InformationRequest, row: Deadline, at: dt.datetime) -> Iterator[MailRecord | None]:
    facts: dict[str, object] = {"term": row.term, "due": row.due.isoformat() if row.due else None}
    audiences = [MailRecord.Audience.DESK]
    if row.term in OPENS_A_RIGHT:
        audiences.append(MailRecord.Audience.APPLICANT)
    for audience in audiences:
        yield mail.prepared(case, MailRecord.Template.TERM_MISSED, audience, at=at, facts=facts)


@transaction.atomic
def redate(*, calendar: Calendar, decree_number: str, on: dt.date, at: dt.datetime) -> list[Redated]:
    """Count every open working-day term anew under `calendar`; write down what moved and tell the people concerned.

    Closed cases and met terms keep their dates for good. Dates that were empty for want of a decree are filled; a
    date whose year lost its decree becomes empty again. Runs inside the caller's transaction.
    """
    concerned = Deadline.objects.open().filter(case__closed_on__isnull=True)
    cases = _locked(list(concerned.order_by("case_id").values_list("case_id", flat=True).distinct()))
    moved = _moved(Deadline.objects.open().filter(case_id__in=cases).defer("trail"), cases, calendar, on=on, at=at)
    Deadline.objects.filter(pk__in=[old.pk for old, _new in moved]).update(superseded_at=at)
    Deadline.objects.bulk_create([new for _old, new in moved], batch_size=BATCH)
    _append(cases, ((new.case_id, _redated(old, new, decree_number)) for old, new in moved), on=on, at=at)
    mail.enqueue_all(
        mail.prepared(
            cases[new.case_id], MailRecord.Template.REDATED, audience, at=at,
            facts={"term": new.term, "old": _iso(old.due), "new": _iso(new.due), "decree": decree_number},
        )
        for old, new in moved
        if new.governs
        for audience in (MailRecord.Audience.APPLICANT, MailRecord.Audience.DESK)
    )  # fmt: skip
    return [Redated(new.case_id, cases[new.case_id].number, new.term, old.due, new.due) for old, new in moved]


def _moved(
    open_rows: Iterable[Deadline],
    cases: Mapping[int, InformationRequest],
    calendar: Calendar,
    *,
    on: dt.date,
    at: dt.datetime,
) -> list[tuple[Deadline, Deadline]]:
    """(old row, new row) for every date that differs. Equal derivations are made once: many cases share a day."""
    known: dict[tuple[str, dt.date, int], Deadline] = {}
    moved = []
    for old in open_rows:
        if term(old.term).unit is not Unit.WORKING_DAYS:
            continue
        key = (old.term, old.from_day, old.length)
        if key not in known:
            length = old.length if term(old.term).length is None else None
            known[key] = ledger.derived(
                cases[old.case_id], old.term, from_day=old.from_day, calendar=calendar, at=at, length=length
            )
        found = known[key]
        if found.due == old.due:
            continue
        new = Deadline(
            case_id=old.case_id, term=old.term, governs=old.governs, from_day=old.from_day, length=old.length,
            due=found.due, calendar_version=found.calendar_version, trail=found.trail, created_at=at,
        )  # fmt: skip
        # What was missed and still lies behind us is not missed twice.
        if old.missed_on is not None and found.due is not None and found.due < on:
            new.missed_on = old.missed_on
        moved.append((old, new))
    return moved


def _redated(old: Deadline, new: Deadline, decree: str) -> events.Redated:
    return events.Redated(
        term=new.term, old=_iso(old.due), new=_iso(new.due), calendar_version=new.calendar_version, decree=decree
    )


def _locked(keys: Iterable[int]) -> dict[int, InformationRequest]:
    """The cases by key, locked in the order of their keys, so that two runs wait for each other and never embrace."""
    rows = InformationRequest.objects.select_for_update(of=("self", "case_ptr")).select_related("applicant")
    return {case.pk: case for case in rows.filter(pk__in=set(keys)).order_by("pk")}


def _append(
    cases: Mapping[int, InformationRequest], said: Iterable[tuple[int, events.Payload]], *, on: dt.date, at: dt.datetime
) -> None:
    """Append events to many locked logs in two statements."""
    newest = CaseEvent.objects.filter(case_id__in=cases).values("case_id").annotate(newest=Max("pk")).values("newest")
    last: dict[int, CaseEvent] = {event.case_id: event for event in CaseEvent.objects.filter(pk__in=newest)}
    written = []
    for key, payload in said:
        last[key] = linked(cases[key], payload, after=last.get(key), author=SYSTEM, on=on, at=at)
        written.append(last[key])
    CaseEvent.objects.bulk_create(written, batch_size=BATCH)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None

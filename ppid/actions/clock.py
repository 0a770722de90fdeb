"""Time passes: dates move when a decree comes, terms are missed when nobody acts (architecture, flow 4)."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from ppid.actions import collecting, ledger, mail, reminders, rights
from ppid.actions.log import SYSTEM, linked
from ppid.actions.missed import BATCH, Ticked, miss_some
from ppid.law import delivering, events
from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.clock import due_of
from ppid.law.complaints import TERMS as COMPLAINT_TERMS
from ppid.law.term import Unit
from ppid.law.terms import term
from ppid.models import AnyCase, Case, CaseEvent, Deadline, InformationRequest, MailRecord, Objection, TickRun

__all__ = ["Cause", "Redated", "Ticked", "redate", "tick"]


@dataclass(frozen=True)
class Redated:
    """One date that moved. `case` is the row's key; None: cannot be computed."""

    case: int
    number: str
    code: str
    old: dt.date | None
    new: dt.date | None


def tick(*, on: dt.date, at: dt.datetime) -> Ticked:
    """Record every open term whose last day lies before `on`, once each, and decide the notices; remind applicants of
    what lies ready for them.

    Said again for the same day it does nothing; after a week of silence it catches up. With nothing missed it is one
    look into a partial index, however many cases are open. Leaves a TickRun, which `/kesehatan/` reads.
    """
    events_written = notices = 0
    while True:
        with transaction.atomic():
            done = miss_some(on, at)
        if done is None:
            break
        events_written, notices = events_written + done.events, notices + done.notices
    for remind in (collecting.remind, reminders.remind):
        reminded = remind(on=on, at=at)
        events_written, notices = events_written + reminded.events, notices + reminded.notices
    TickRun.objects.create(on=on, started_at=at, finished_at=timezone.now(), events=events_written, notices=notices)
    return Ticked(events_written, notices)


@dataclass(frozen=True)
class Cause:
    """Why dates move: a decree, by its number, or the readings that the body chose anew (`law.counting`)."""

    decree: str = ""
    rules: Mapping[str, bool] = field(default_factory=dict)

    def facts(self) -> dict[str, object]:
        """For a mail: what there is to say, nothing more."""
        return {"decree": self.decree} if self.decree else {"rules": dict(self.rules)}


@transaction.atomic
def redate(*, calendar: Calendar, cause: Cause, on: dt.date, at: dt.datetime) -> list[Redated]:
    """Count every open working-day term anew under `calendar`; write down what moved and tell the people concerned.

    Closed cases and met terms keep their dates for good. Dates that were empty for want of a decree are filled; a
    date whose year lost its decree becomes empty again. A term that follows another is counted from that one's new
    last day. Runs inside the caller's transaction.
    """
    lasting = Q(term__in=COMPLAINT_TERMS) | Q(term__in=rights.RIGHTS)
    concerned = Deadline.objects.open().filter(Q(case__closed_on__isnull=True) | lasting)
    cases = _locked(list(concerned.order_by("case_id").values_list("case_id", flat=True).distinct()))
    # A day that the superior wrote into a signed answer is no count that a decree moves.
    ordered = Q(term=delivering.PROMISE, case__kind=Case.Kind.OBJECTION)
    rows = Deadline.objects.open().filter(case_id__in=cases).exclude(ordered)
    open_rows = list(rows.defer("trail").order_by("case_id", "pk"))
    replaced = _replaced(open_rows, cases, calendar, at)
    _keep_missed(replaced, on)
    Deadline.objects.filter(pk__in=[old.pk for old, _new in replaced]).update(superseded_at=at)
    Deadline.objects.bulk_create([new for _old, new in replaced], batch_size=BATCH)
    moved = [(old, new) for old, new in replaced if old.due != new.due]
    _append(cases, ((new.case_id, _redated(old, new, cause)) for old, new in moved), on=on, at=at)
    mail.enqueue_all(
        mail.prepared(
            cases[new.case_id], MailRecord.Template.REDATED, audience, at=at,
            facts={
                "term": new.term, "part": new.part, "old": _iso(old.due), "new": _iso(new.due), **cause.facts(),
            },
        )
        for old, new in moved
        if new.governs or new.term == delivering.PROMISE
        for audience in (MailRecord.Audience.APPLICANT, MailRecord.Audience.DESK)
    )  # fmt: skip
    collecting.date_anew(calendar)
    return [Redated(new.case_id, cases[new.case_id].number, new.term, old.due, new.due) for old, new in moved]


def _replaced(
    open_rows: Iterable[Deadline], cases: Mapping[int, AnyCase], calendar: Calendar, at: dt.datetime
) -> list[tuple[Deadline, Deadline]]:
    """(old row, new row) for every first or last day that differs. Equal derivations are made once: many cases share
    a day."""
    known: dict[tuple[str, dt.date | None, int], Deadline] = {}
    replaced = []
    counted = [row for row in open_rows if term(row.term).unit is Unit.WORKING_DAYS]
    first_day = _first_days(counted, calendar)
    for old in counted:
        first = first_day.get(old.pk, old.from_day)
        key = (old.term, first, old.length)
        if key not in known:
            known[key] = _derived(cases[old.case_id], old, first, calendar, at)
        found = known[key]
        if (found.due, first or old.from_day) == (old.due, old.from_day):
            continue
        new = Deadline(
            case_id=old.case_id, term=old.term, part=old.part, governs=old.governs, from_day=first or old.from_day,
            length=old.length, due=found.due, calendar_version=found.calendar_version, trail=found.trail,
            created_at=at,
        )  # fmt: skip
        replaced.append((old, new))
    return replaced


def _derived(case: Case, old: Deadline, first: dt.date | None, calendar: Calendar, at: dt.datetime) -> Deadline:
    """Without a first day (the year of the term it follows has no decree) there is no last day either."""
    if first is None:
        return Deadline(case_id=case.pk, term=old.term, calendar_version=calendar.version, created_at=at)
    row = term(old.term)
    length = old.length if row.length is None or row.extension or row.at_most else None
    return ledger.derived(case, old.term, from_day=first, calendar=calendar, at=at, length=length)


def _first_days(open_rows: Sequence[Deadline], calendar: Calendar) -> dict[int, dt.date | None]:
    """By key of a row that follows another: the last day of that other one under `calendar`, None where no decree
    says. The other is asked even when it is met, since what follows it goes on from its last day."""
    following = {row.pk: row for row in open_rows if term(row.term).follows}
    if not following:
        return {}
    wanted = {term(row.term).follows for row in following.values()}
    of_cases = {row.case_id for row in following.values()}
    bases = Deadline.objects.filter(case_id__in=of_cases, term__in=wanted).defer("trail").order_by("created_at", "pk")
    newest = {(base.case_id, base.term): base for base in bases}
    return {
        key: _last_day(newest[row.case_id, term(row.term).follows], calendar)
        for key, row in following.items()
        if (row.case_id, term(row.term).follows) in newest
    }


def _last_day(base: Deadline, calendar: Calendar) -> dt.date | None:
    try:
        return due_of(term(base.term), base.from_day, calendar, base.length)
    except MissingDecree:
        return None


def _keep_missed(replaced: Iterable[tuple[Deadline, Deadline]], on: dt.date) -> None:
    """What was missed and still lies behind us is not missed twice, also when a withdrawal brings its date back."""
    asked: dict[tuple[int, str, int, dt.date], Deadline] = {}
    for old, new in replaced:
        if new.due is None or new.due >= on:
            continue
        new.missed_on = old.missed_on
        if old.missed_on is None:
            asked[new.case_id, new.term, new.part, new.due] = new
    if not asked:
        return
    missed = Deadline.objects.filter(case_id__in={case for case, _code, _part, _due in asked}, missed_on__isnull=False)
    for case, code, part, due, day in missed.order_by("pk").values_list("case_id", "term", "part", "due", "missed_on"):
        if due is not None and (row := asked.get((case, code, part, due))):
            row.missed_on = day


def _redated(old: Deadline, new: Deadline, cause: Cause) -> events.Redated:
    return events.Redated(
        term=new.term, old=_iso(old.due), new=_iso(new.due), calendar_version=new.calendar_version,
        decree=cause.decree, rules=cause.rules, part=new.part,
    )  # fmt: skip


def _locked(keys: Iterable[int]) -> dict[int, AnyCase]:
    """The cases by key, locked in the order of their keys, so that two runs wait for each other and never embrace."""
    wanted = set(keys)
    requests = InformationRequest.objects.select_for_update(of=("self", "case_ptr")).select_related("applicant")
    found: dict[int, AnyCase] = {case.pk: case for case in requests.filter(pk__in=wanted).order_by("pk")}
    if others := wanted - found.keys():
        objections = Objection.objects.select_for_update(of=("self", "case_ptr")).select_related("applicant", "request")
        found |= {case.pk: case for case in objections.filter(pk__in=others).order_by("pk")}
    return found


def _append(
    cases: Mapping[int, AnyCase], said: Iterable[tuple[int, events.Payload]], *, on: dt.date, at: dt.datetime
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

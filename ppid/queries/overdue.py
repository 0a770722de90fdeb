"""What is due and what is late, as numbers: the desk's "today" panel and the morning mail."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet

from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.clock import due_of
from ppid.law.procedure import State
from ppid.law.terms import term
from ppid.models import Approval, Disposition, IncomingMail, InformationRequest, MailRecord, PublicSubject, UnitMessage
from ppid.queries.standing import Facts, Standing, Word, as_filter, standing, with_due


@dataclass(frozen=True, slots=True)
class Today:
    """How many open cases stand how on one day; each case is in one of the first five only."""

    late: int
    due_today: int
    soon: int
    running: int
    undated: int
    to_sign: int
    to_send: int
    to_approve: int
    complaints: int
    mail_failed: int

    @property
    def open(self) -> int:
        return self.late + self.due_today + self.soon + self.running + self.undated


@dataclass(frozen=True, slots=True)
class Inside:
    """The office's own work: questions that wait for this person's unit, desk dates that are here or gone by, subjects
    that wait for approval."""

    answers: int
    desk_dates: int
    subjects: int


def inside(cases: QuerySet[InformationRequest], questions: QuerySet[UnitMessage], on: dt.date) -> Inside:
    """Counted of `cases` and of the open `questions` to this person. Three statements."""
    keys = cases.order_by().values("pk")
    return Inside(
        answers=questions.count(),
        desk_dates=Disposition.objects.come_due(on).filter(case__in=keys).count(),
        subjects=PublicSubject.objects.filter(approved_on__isnull=True, case__in=keys).count(),
    )


def running(received_on: dt.date, calendar: Calendar, on: dt.date) -> Standing:
    """An unregistered mail already runs on its UU date (UU 14/2008 Ps 22(7))."""
    try:
        due = due_of(term("REQ_NOTICE_UU"), received_on, calendar)
    except MissingDecree:
        due = None
    return standing(Facts(State.REGISTERED, received_on, due), calendar, on)


@dataclass(frozen=True, slots=True)
class Unregistered:
    """Mail that is no request yet. `oldest`: how the one that came first stands, None where there is none."""

    number: int
    oldest: Standing | None


def unregistered(mails: QuerySet[IncomingMail], calendar: Calendar, on: dt.date) -> Unregistered:
    """Of the mails that this person may see (`access.incoming_mails`). One statement."""
    found = mails.filter(state=IncomingMail.State.NEW).order_by().aggregate(many=Count("pk"), first=Min("received_on"))
    return Unregistered(found["many"], running(found["first"], calendar, on) if found["first"] else None)


def today(cases: QuerySet[InformationRequest], calendar: Calendar, on: dt.date) -> Today:
    """The numbers of `cases` (from `access.for_officer`) on `on`. One statement."""
    waiting = Q(letters__sent_at__isnull=True, letters__isnull=False, letters__kind="notice")
    approving = Q(letters__sent_at__isnull=True, letters__approvals__outcome=Approval.Outcome.WAITING)
    alarming = MailRecord.objects.alarming().filter(case_id=OuterRef("pk"))
    approving &= Q(letters__approvals__revision=F("letters__revision"))
    counted = with_due(cases).aggregate(
        late=Count("pk", filter=as_filter(Word.LATE, calendar, on), distinct=True),
        due_today=Count("pk", filter=as_filter(Word.DUE_TODAY, calendar, on), distinct=True),
        soon=Count("pk", filter=as_filter(Word.SOON, calendar, on), distinct=True),
        running=Count("pk", filter=as_filter(Word.RUNNING, calendar, on), distinct=True),
        undated=Count("pk", filter=as_filter(Word.UNDATED, calendar, on), distinct=True),
        to_sign=Count("pk", filter=waiting & Q(letters__signed__isnull=True), distinct=True),
        to_send=Count("pk", filter=waiting & Q(letters__signed__isnull=False), distinct=True),
        to_approve=Count("pk", filter=approving, distinct=True),
        complaints=Count("pk", filter=Q(handover__isnull=False, handover__notified_on__isnull=True), distinct=True),
        mail_failed=Count("pk", filter=Exists(alarming), distinct=True),
    )
    return Today(**counted)

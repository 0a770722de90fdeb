"""The desk's list: cases by days left, with filters that live in the address."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Count, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from ppid.law.calendar import Calendar
from ppid.models import Approval, Disposition, Hold, InformationRequest, Letter, MailRecord
from ppid.queries.marks import Mark, Shown, marks_of, shown, with_marks
from ppid.queries.marks import as_filter as as_mark_filter
from ppid.queries.standing import OPEN, Standing, Word, as_filter, of_case, with_due

FIELDS = (
    "reference", "number", "state", "channel", "received_on", "answered_on", "complete_on", "not_completed_on",
    "details", "applicant__name", "unit__name",
)  # fmt: skip


class Waiting(StrEnum):
    """What an answering letter, a unit's work or the public's subject waits for, and the mails that wait for a person
    because they did not arrive."""

    SIGNATURE = "signature"
    SENDING = "sending"
    SUPERIOR = "superior"
    MAIL = "mail"
    DESK_DATE = "desk_date"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class DeskFilter:
    """What the list is narrowed to. `words` empty: everything open; `text` looks in number, name and subject."""

    words: tuple[Word, ...] = ()
    unit: int | None = None
    main_unit: bool = False
    channel: str = ""
    text: str = ""
    everything: bool = False
    waiting: Waiting | None = None
    held: bool = False
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One line of the list. `drafted`, `signed`: how far the answering letter is; `desk_date`: the unit's own date;
    `waits_for`: the desk's label of a held case."""

    pk: int
    number: str
    applicant: str
    subject: str
    unit: str
    channel: str
    received_on: dt.date
    standing: Standing
    drafted: bool
    signed: bool
    desk_date: dt.date | None = None
    waits_for: str = ""
    marks: tuple[Shown, ...] = ()


def desk_cases(
    cases: QuerySet[InformationRequest], wanted: DeskFilter, calendar: Calendar, on: dt.date
) -> QuerySet[InformationRequest]:
    """The narrowed list, the nearest last day first, undated ones before all (somebody must load a decree).

    `cases` comes from `access.for_officer`. Give the result to a paginator and its page to `rows_of`: two statements
    whatever the length.
    """
    found = with_marks(with_due(cases))
    # A mail may fail after the case was answered: its alarm is shown whatever the case's state.
    everything = wanted.everything or wanted.waiting is Waiting.MAIL
    words = wanted.words or (() if everything else OPEN)
    if words:
        any_of = Q()
        for word in words:
            any_of |= as_filter(word, calendar, on)
        found = found.filter(any_of)
    if wanted.main_unit:
        found = found.filter(unit__isnull=True)
    elif wanted.unit is not None:
        found = found.filter(unit_id=wanted.unit)
    if wanted.channel:
        found = found.filter(channel=wanted.channel)
    if text := wanted.text.strip():
        found = found.filter(
            Q(number__icontains=text) | Q(applicant__name__icontains=text) | Q(details__icontains=text)
        )
    letters = Q(letters__sent_at__isnull=True, letters__kind=Letter.Kind.NOTICE)
    standing = Q(dispositions__ended_at__isnull=True)
    found = found.alias(disposed=FilteredRelation("dispositions", condition=standing)).annotate(
        desk_date=F("disposed__desk_date"),
        drafts=Count("letters", filter=letters, distinct=True),
        signatures=Count("letters", filter=letters & Q(letters__signed__isnull=False), distinct=True),
    )
    standing_hold = Hold.objects.standing().filter(case_id=OuterRef("pk"))
    found = found.annotate(waits_for=Subquery(standing_hold.values("waits_for")[:1]))
    if wanted.held:
        found = found.filter(waits_for__isnull=False)
    if wanted.mark is not None:
        found = found.filter(as_mark_filter(wanted.mark))
    if wanted.waiting is not None:
        found = found.filter(_waits(wanted.waiting, on))
    return (
        found.select_related("applicant", "unit")
        .only(*FIELDS)
        .order_by(F("governing_due").asc(nulls_first=True), "received_on", "pk")
    )


def _waits(waiting: Waiting, on: dt.date) -> Q:
    """The rows of the annotated list that wait for it."""
    proposed = Approval.objects.waiting().filter(letter__sent_at__isnull=True)
    return {
        Waiting.SIGNATURE: Q(drafts__gt=0, signatures=0),
        Waiting.SENDING: Q(signatures__gt=0),
        Waiting.SUPERIOR: Q(pk__in=proposed.values("letter__case")),
        Waiting.MAIL: Q(pk__in=MailRecord.objects.alarming().values("case")),
        Waiting.DESK_DATE: Q(pk__in=Disposition.objects.come_due(on).values("case")),
        Waiting.SUBJECT: Q(public_subject__isnull=False, public_subject__approved_on__isnull=True),
    }[waiting]


def rows_of(cases: Iterable[Any], calendar: Calendar, on: dt.date) -> list[DeskRow]:
    """The lines of one page of `desk_cases` (its rows carry the annotations this reads)."""
    return [
        DeskRow(
            pk=case.pk,
            number=case.number,
            applicant=case.applicant.name,
            subject=case.details,
            unit=case.unit.name if case.unit else "",
            channel=case.get_channel_display(),
            received_on=case.received_on,
            standing=of_case(case, case.governing_due, calendar, on),
            drafted=bool(case.drafts),
            signed=bool(case.signatures),
            desk_date=case.desk_date,
            waits_for=case.waits_for or "",
            marks=shown(marks_of(case)),
        )
        for case in cases
    ]

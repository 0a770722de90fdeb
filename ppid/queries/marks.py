"""What is worth seeing at once about a case beside its clock: repeated, annoying, completed, taken back in part …

Marks are computed from facts and stop nothing (PERKI 1/2013 Ps 4). For the list they are annotations of its one
statement; for one case they come with what explains them.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from ppid.law.letters import LetterKind
from ppid.law.party import REPEATED_WITHIN
from ppid.law.procedure import State
from ppid.models import ApplicantEnding, CaseFlag, Completion, InformationRequest, Letter, PartWithdrawal


class Mark(StrEnum):
    COMPLETED = "completed"
    INCOMPLETE = "incomplete"
    NOT_COMPLETED = "not_completed"
    PARTLY_WITHDRAWN = "partly_withdrawn"
    ENDED = "ended"
    REPEATED = "repeated"
    ANNOYING = "annoying"


TONES = {
    Mark.COMPLETED: "soon", Mark.INCOMPLETE: "quiet", Mark.NOT_COMPLETED: "quiet", Mark.PARTLY_WITHDRAWN: "quiet",
    Mark.ENDED: "soon", Mark.REPEATED: "quiet", Mark.ANNOYING: "quiet",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A mark as a chip."""

    mark: Mark
    text: str
    tone: str


def earlier_same(case: Any) -> Q:
    """The earlier requests of the same person in the same words, for a row or an OuterRef of one."""
    outer = isinstance(case, InformationRequest)
    number = case.applicant.identity_index if outer else OuterRef("applicant__identity_index")
    address = case.applicant.email.lower() if outer else Lower(OuterRef("applicant__email"))
    words = case.details_index if outer else OuterRef("details_index")
    received = case.received_on if outer else OuterRef("received_on")
    key = case.pk if outer else OuterRef("pk")
    same_person = (Q(applicant__identity_index=number) & ~Q(applicant__identity_index="")) | (
        Q(mailbox=address) & ~Q(mailbox="")
    )
    # Strictly after the day before: a database may make a moment of day minus days, and no day equals a moment.
    within = Q(received_on__gt=received - REPEATED_WITHIN - dt.timedelta(days=1), pk__lt=key)
    return same_person & within & Q(details_index=words) & ~Q(details_index="")


def repeats(case: InformationRequest) -> QuerySet[InformationRequest]:
    """The earlier requests that this one repeats, newest first."""
    return _with_mailbox().filter(earlier_same(case)).order_by("-pk")


def _with_mailbox() -> QuerySet[InformationRequest]:
    return InformationRequest.objects.alias(mailbox=Lower("applicant__email"))


def with_marks(cases: QuerySet[Any]) -> QuerySet[Any]:
    """Every row with what `marks_of` reads; no statement more, however many rows."""
    return cases.annotate(
        mark_completed=Exists(Completion.objects.filter(case_id=OuterRef("pk"), sent_at__isnull=False)),
        mark_incomplete=Exists(
            Letter.objects.filter(case_id=OuterRef("pk"), kind=LetterKind.INCOMPLETE, sent_at__isnull=False)
        ),
        mark_part=Exists(PartWithdrawal.objects.filter(case_id=OuterRef("pk"))),
        mark_ended=Exists(
            ApplicantEnding.objects.filter(
                case_id=OuterRef("pk"), continued_on__isnull=True, closed_on__isnull=True
            )
        ),
        mark_ending=Exists(ApplicantEnding.objects.filter(case_id=OuterRef("pk"))),
        mark_continued=Exists(InformationRequest.objects.filter(continues_id=OuterRef("pk"))),
        mark_repeated=Exists(_with_mailbox().filter(earlier_same(None))),
        mark_annoying=Exists(
            CaseFlag.objects.filter(case_id=OuterRef("pk"), kind=Mark.ANNOYING, lifted_on__isnull=True)
        ),
    )  # fmt: skip


def as_filter(mark: Mark) -> Q:
    """The rows of `with_marks` that `marks_of` would give this mark; written side by side and tested together."""
    open_check = Q(complete_on__isnull=True, state=State.REGISTERED)
    return {
        Mark.COMPLETED: open_check & Q(mark_completed=True),
        Mark.INCOMPLETE: open_check & Q(mark_incomplete=True, mark_completed=False, not_completed_on__isnull=True),
        Mark.NOT_COMPLETED: Q(not_completed_on__isnull=False, complete_on__isnull=True),
        Mark.PARTLY_WITHDRAWN: Q(mark_part=True),
        Mark.ENDED: Q(mark_ended=True),
        Mark.REPEATED: Q(mark_repeated=True),
        Mark.ANNOYING: Q(mark_annoying=True),
    }[mark]


def marks_of(case: Any) -> tuple[Mark, ...]:
    """The marks of a row of `with_marks`."""
    checking = case.complete_on is None and case.state == State.REGISTERED
    noted = case.not_completed_on is not None
    told = {
        Mark.COMPLETED: checking and case.mark_completed,
        Mark.INCOMPLETE: checking and case.mark_incomplete and not case.mark_completed and not noted,
        Mark.NOT_COMPLETED: noted and case.complete_on is None,
        Mark.PARTLY_WITHDRAWN: case.mark_part,
        Mark.ENDED: case.mark_ended,
        Mark.REPEATED: case.mark_repeated,
        Mark.ANNOYING: case.mark_annoying,
    }
    return tuple(mark for mark in Mark if told[mark])


def shown(marks: Iterable[Mark]) -> tuple[Shown, ...]:
    """As chips with words, in the order of `Mark`."""
    words = labels()
    return tuple(Shown(mark, words[mark], TONES[mark]) for mark in marks)


def labels() -> dict[Mark, str]:
    return {
        Mark.COMPLETED: _("Dilengkapi pemohon"),
        Mark.INCOMPLETE: _("Menunggu dilengkapi"),
        Mark.NOT_COMPLETED: _("Tidak dilengkapi"),
        Mark.PARTLY_WITHDRAWN: _("Dicabut sebagian"),
        Mark.ENDED: _("Pemohon meninggal atau bubar"),
        Mark.REPEATED: _("Berulang"),
        Mark.ANNOYING: _("Mengganggu"),
    }

"""The completeness check of PERKI 1/2021 Ps 31(2) and 33: its letter, what follows, and how it ends.

None of this moves the UU clock (law.md §1.4): only the PERKI clock starts, on the day the request was complete.
"""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ppid.actions import ledger, mail
from ppid.actions.drafting import draft
from ppid.actions.effects import Sent
from ppid.actions.log import authorised, locked, record
from ppid.law import events
from ppid.law.completeness import IncompleteContent
from ppid.law.events_completeness import NotCompleted
from ppid.law.letters import LetterKind
from ppid.law.procedure import MoveName, State, Unlawful
from ppid.law.refusals import say
from ppid.models import Appointment, Case, Deadline, InformationRequest, Letter, MailRecord
from ppid.queries.calendar import current_calendar
from ppid.queries.completeness import FIX, check_of

CHECK = "REQ_COMPLETENESS_CHECK"


def require_stage(case: InformationRequest, name: MoveName, on: dt.date) -> None:
    """Unlawful with the reason when the check does not stand where this move is made."""
    if reason := check_of(case).hindrance(name, on):
        raise Unlawful(reason)


@transaction.atomic
def declare_complete(
    *, case: Case, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None
) -> InformationRequest:
    """The check found nothing missing, or what was missing came. The PERKI clock starts on the day the request was
    complete (Ps 31(3)); the UU clock runs on."""
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.DECLARE_COMPLETE, fresh, acting_user, on)
    check = check_of(fresh)
    if reason := check.hindrance(MoveName.DECLARE_COMPLETE, on):
        raise Unlawful(reason)
    fresh.complete_on = check.complete_day(on)
    fresh.save(update_fields=["complete_on"])
    ledger.meet(fresh, CHECK, on=on)
    # An officer who finds the papers after all asks nothing more of the applicant.
    ledger.drop(fresh, at, FIX)
    perki = ledger.derived(fresh, "REQ_NOTICE_PERKI", from_day=fresh.complete_on, calendar=current_calendar(), at=at)
    if Deadline.objects.standing().filter(case_id=fresh.pk, term="REQ_EXTENSION").exists():
        # The letter of extension that has left already counts for this clock too (PERKI 1/2021 Ps 36).
        perki.met_on = on
    perki.save(force_insert=True)
    payload = events.DeclaredComplete(complete_on=fresh.complete_on.isoformat(), terms=ledger.said([perki]))
    record(fresh, payload, author=author, on=on, at=at)
    return fresh


@transaction.atomic
def draft_incomplete(
    *, case: Case, content: IncompleteContent, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    signer: Appointment | None = None, seen: int | None = None,
) -> Letter:  # fmt: skip
    """Write the letter of Ps 33(2), Annex IX, or write it anew while it is not sent. Raises Invalid and Unlawful."""
    content.checked()
    fresh = locked(case, seen=seen)
    authorised(MoveName.DRAFT_INCOMPLETE, fresh, acting_user, on)
    require_stage(fresh, MoveName.DRAFT_INCOMPLETE, on)
    return draft(
        case=fresh, kind=LetterKind.INCOMPLETE, content=content, acting_user=acting_user, on=on, at=at, signer=signer
    )


def sent(news: Sent) -> None:
    """The letter left: that is what Ps 31(2) gives three working days for [I], and the applicant is told by mail."""
    case, letter = news.case, news.letter
    if case.complete_on is not None or case.not_completed_on is not None:
        raise Unlawful(say("Permohonan ini tidak diperiksa kelengkapannya lagi; surat ini tidak perlu disampaikan."))
    ledger.meet(case, CHECK, on=letter.sent_on or news.on)
    mail.enqueue(
        mail.prepared(case, MailRecord.Template.INCOMPLETE, MailRecord.Audience.APPLICANT, at=news.at, letter=letter)
    )


def arrived(news: Sent) -> None:
    """The applicant has the letter: three working days to complete begin (Ps 33(3)); the day itself is not counted."""
    case, day = news.case, news.letter.delivered_on
    if case.state != State.REGISTERED or case.complete_on is not None or day is None:
        return
    deadline = ledger.derived(case, FIX, from_day=day, calendar=current_calendar(), at=news.at)
    # What came while the letter was still on its way was asked for by it all the same.
    deadline.met_on = check_of(case).came_on
    deadline.save(force_insert=True)


@transaction.atomic
def note_not_completed(
    *, case: Case, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None
) -> InformationRequest:
    """The note of Ps 33(4). Not a refusal and no ground a of Ps 35; the duty under the UU stays, with its doubt."""
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.NOTE_NOT_COMPLETED, fresh, acting_user, on)
    check = check_of(fresh)
    if (reason := check.hindrance(MoveName.NOTE_NOT_COMPLETED, on)) or check.due is None:
        raise Unlawful(reason or say("Waktu pemohon melengkapi belum lewat."))
    fresh.not_completed_on = on
    fresh.save(update_fields=["not_completed_on"])
    payload = NotCompleted(noted_on=on.isoformat(), due=check.due.isoformat())
    record(fresh, payload, author=author, on=on, at=at)
    mail.enqueue(mail.prepared(fresh, MailRecord.Template.NOT_COMPLETED, MailRecord.Audience.APPLICANT, at=at))
    return fresh

"""The course of a complaint handed over: answered on its completeness, completed, and its decision made known.

UU 25/2009 Ps 44(3)-(5) and 50(1)-(2), in calendar days. A complaint that was complete on receipt is decided from then
(no wrong door); one that was completed later from the day on which what lacked came.
"""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ppid.actions import ledger
from ppid.actions.complaint_news import tell
from ppid.actions.log import authorised, locked, record
from ppid.law import complaints, events
from ppid.law.complaint_letter import ComplaintNews, ComplaintStep
from ppid.law.complaints import FIRST_RESPONSE
from ppid.law.events_complaints import ComplaintAnswered, ComplaintCompleted, ComplaintNotified
from ppid.law.procedure import MoveName
from ppid.law.refusals import Unlawful, say
from ppid.models import Case, ComplaintHandover, Deadline, InformationRequest, MailRecord
from ppid.queries.calendar import current_calendar

DECIDE, FIX = "CMP_DECIDE", "CMP_APPLICANT_FIX"


@transaction.atomic
def answer(
    *, case: Case, lacking: str, answered_on: dt.date, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    told_on: dt.date | None = None, seen: int | None = None,
) -> ComplaintHandover:  # fmt: skip
    """The complainant is told whether the complaint is complete (Ps 44(3)). `lacking` empty: it is.

    `told_on`: when the complainant received it, the day from which the thirty days run. Raises Invalid and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.ANSWER_COMPLAINT, fresh, acting_user, on)
    kept = running(fresh)
    if kept.answered_on is not None:
        raise Unlawful(say("Tanggapan kelengkapan aduan ini sudah dicatat."))
    received = told_on or answered_on
    complaints.check_day("answered_on", answered_on, earliest=kept.first_received_on, on=on)
    complaints.check_day("told_on", received, earliest=answered_on, on=on)
    words = complaints.check_words("lacking", lacking)
    kept.answered_on, kept.lacking = answered_on, words
    kept.complete_on = None if words else kept.first_received_on
    kept.save(update_fields=["answered_on", "lacking", "complete_on"])
    ledger.meet(fresh, "CMP_ACK_COMPLETENESS", FIRST_RESPONSE, on=answered_on)
    row = derived(fresh, FIX, received, at) if words else derived(fresh, DECIDE, kept.first_received_on, at)
    payload = ComplaintAnswered(
        answered_on=answered_on.isoformat(), complete=not words, terms=ledger.said([row]),
        fingerprint=events.fingerprint(fresh.salt, words),
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    step = ComplaintStep.LACKING if words else ComplaintStep.COMPLETE
    news = ComplaintNews(step, kept.whole, answered_on, None if words else row.due, words)
    tell(fresh, MailRecord.Template.COMPLAINT_NEWS, news, user=acting_user, on=on, at=at)
    return kept


@transaction.atomic
def complete(
    *, case: Case, came_on: dt.date, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    seen: int | None = None,
) -> ComplaintHandover:  # fmt: skip
    """What lacked has come: sixty days to decide run from that day (Ps 50(1)). After the thirty days the complaint is
    deemed withdrawn (Ps 44(5)) and nothing completes it. Raises Invalid (field `came_on`) and Unlawful."""
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.COMPLETE_COMPLAINT, fresh, acting_user, on)
    kept = running(fresh)
    if kept.answered_on is None or kept.complete_on is not None:
        raise Unlawful(say("Tidak ada kelengkapan aduan yang ditunggu."))
    complaints.check_day("came_on", came_on, earliest=kept.answered_on, on=on)
    due = Deadline.objects.standing().filter(case_id=fresh.pk, term=FIX).values_list("due", flat=True).first()
    complaints.check_completed(came_on=came_on, due=due)
    kept.complete_on = came_on
    kept.save(update_fields=["complete_on"])
    ledger.meet(fresh, FIX, on=came_on)
    row = derived(fresh, DECIDE, came_on, at)
    payload = ComplaintCompleted(came_on=came_on.isoformat(), terms=ledger.said([row]))
    record(fresh, payload, author=author, on=on, at=at)
    news = ComplaintNews(ComplaintStep.COMPLETE, kept.whole, came_on, row.due)
    tell(fresh, MailRecord.Template.COMPLAINT_NEWS, news, user=acting_user, on=on, at=at)
    return kept


@transaction.atomic
def notify(
    *, case: Case, notified_on: dt.date, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    seen: int | None = None,
) -> ComplaintHandover:  # fmt: skip
    """The letter with the decision left, where it could not go by mail (Ps 50(2)). Raises Invalid and Unlawful."""
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.NOTIFY_COMPLAINT, fresh, acting_user, on)
    kept = handed(fresh)
    if not kept.result or kept.decided_on is None or kept.notified_on is not None:
        raise Unlawful(say("Tidak ada hasil aduan yang menunggu diberitahukan."))
    complaints.check_day("notified_on", notified_on, earliest=kept.decided_on, on=on)
    known(fresh, kept, notified_on, on)
    record(fresh, ComplaintNotified(notified_on=notified_on.isoformat()), author=author, on=on, at=at)
    return kept


def known(case: InformationRequest, kept: ComplaintHandover, day: dt.date, on: dt.date) -> None:
    """The complainant knows the decision: nothing is owed any more; what was a complaint altogether closes."""
    kept.notified_on = day
    kept.save(update_fields=["notified_on"])
    ledger.meet(case, "CMP_NOTIFY", on=day)
    if kept.whole:
        case.closed_on = on
        case.save(update_fields=["closed_on"])


def handed(case: InformationRequest) -> ComplaintHandover:
    """The complaint of a case, or Unlawful."""
    kept = ComplaintHandover.objects.filter(case=case).first()
    if kept is None:
        raise Unlawful(say("Permohonan ini belum diserahkan ke meja pengaduan."))
    return kept


def running(case: InformationRequest) -> ComplaintHandover:
    """The complaint of a case while it is not decided, or Unlawful."""
    kept = handed(case)
    if kept.result:
        raise Unlawful(say("Hasil aduan ini sudah dicatat."))
    return kept


def derived(case: InformationRequest, code: str, first: dt.date, at: dt.datetime) -> Deadline:
    """One term of a complaint counted from `first`, saved."""
    row = ledger.derived(case, code, from_day=first, calendar=current_calendar(), at=at)
    row.save(force_insert=True)
    return row

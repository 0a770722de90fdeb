"""A complaint that came as a request is handed to the complaints' desk; its clock runs from the first receipt.

What is a complaint as a whole is no request under UU 14/2008: its request closes as handed over and the clocks of a
request end. A part leaves the rest, and the rest's clocks, as they are.
"""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ppid.actions import ledger
from ppid.actions.complaint_course import derived, handed, known
from ppid.actions.complaint_news import tell
from ppid.actions.log import authorised, locked, record
from ppid.law import complaints, events
from ppid.law.complaint_letter import ComplaintNews, ComplaintStep
from ppid.law.complaints import FIRST_RESPONSE, FROM_FIRST_RECEIPT, SETTLING, ComplaintClass, Handover, Outcome
from ppid.law.events_complaints import ComplaintEntered, ComplaintSettled, HandedToComplaints, RequestResumed
from ppid.law.procedure import Invalid, MoveName, Problem, State, Unlawful
from ppid.law.refusals import say
from ppid.models import Case, ComplaintHandover, Deadline, InformationRequest, MailRecord
from ppid.queries.calendar import current_calendar

Template = MailRecord.Template


@transaction.atomic
def hand_over(
    *, case: Case, handover: Handover, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    seen: int | None = None,
) -> ComplaintHandover:  # fmt: skip
    """Hand a complaint, or the part of a request that is one, to the complaints' desk. Raises Invalid and Unlawful."""
    handover.checked()
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.HAND_TO_COMPLAINTS, fresh, acting_user, on)
    if ComplaintHandover.objects.filter(case=fresh).exists():
        raise Unlawful(say("Aduan dari permohonan ini sudah diserahkan ke meja pengaduan."))
    kept = ComplaintHandover.objects.create(
        case=fresh, whole=handover.whole, matter=handover.matter.strip(), kind=handover.kind,
        first_received_on=fresh.received_on, handed_on=on, handed_by_id=acting_user.pk,
    )  # fmt: skip
    if handover.whole:
        ledger.drop(fresh, at)
        # The unit complained of may be the one that had the request: only the whole-body roles see it from now on.
        fresh.state, fresh.unit = State.HANDED_OVER, None
        fresh.save(update_fields=["state", "unit"])
    rows = _derived(fresh, FROM_FIRST_RECEIPT, fresh.received_on, at)
    payload = HandedToComplaints(
        whole=kept.whole, received_on=fresh.received_on.isoformat(), terms=ledger.said(rows),
        fingerprint=events.fingerprint(fresh.salt, handover.as_json()),
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    due = next((row.due for row in rows if row.term == "CMP_ACK_COMPLETENESS"), None)
    news = ComplaintNews(ComplaintStep.HANDED, kept.whole, on, due)
    tell(fresh, Template.HANDED_OVER, news, user=acting_user, on=on, at=at)
    return kept


@transaction.atomic
def enter(
    *, case: Case, tracking_id: str, entered_on: dt.date, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    seen: int | None = None,
) -> ComplaintHandover:  # fmt: skip
    """The complaint was verified and entered into SP4N-LAPOR!: its terms there run from that day."""
    number = complaints.check_tracking_id(tracking_id)
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.ENTER_COMPLAINT, fresh, acting_user, on)
    kept = handed(fresh)
    if kept.tracking_id:
        raise Unlawful(say("Nomor pelacakan aduan ini sudah dicatat."))
    complaints.check_day("entered_on", entered_on, earliest=kept.first_received_on, on=on)
    kept.tracking_id, kept.entered_on = number, entered_on
    kept.save(update_fields=["tracking_id", "entered_on"])
    ledger.meet(fresh, "LAPOR_VERIFY", on=entered_on)
    codes = (FIRST_RESPONSE, SETTLING[ComplaintClass(kept.kind)])
    rows = _derived(fresh, codes, entered_on, at)
    if kept.answered_on is not None:
        # The first response was given before the complaint stood there.
        ledger.meet(fresh, FIRST_RESPONSE, on=max(kept.answered_on, entered_on))
    payload = ComplaintEntered(
        entered_on=entered_on.isoformat(), terms=ledger.said(rows), fingerprint=events.fingerprint(fresh.salt, number)
    )
    record(fresh, payload, author=author, on=on, at=at)
    news = ComplaintNews(ComplaintStep.ENTERED, kept.whole, entered_on, words=number)
    tell(fresh, Template.COMPLAINT_NEWS, news, user=acting_user, on=on, at=at)
    return kept


@transaction.atomic
def settle(
    *, case: Case, result: str, outcome: str, decided_on: dt.date, acting_user: AbstractBaseUser, on: dt.date,
    at: dt.datetime, seen: int | None = None,
) -> ComplaintHandover:  # fmt: skip
    """What became of the complaint. By mail the applicant is told with it (UU 25/2009 Ps 50(2)); where there is no
    address its letter is made, and the notification is owed until `complaint_course.notify` records it."""
    if result not in set(Outcome):
        raise Invalid([Problem("result", say("Hasil aduan belum dipilih. Pilih salah satu."))])
    if not outcome.strip():
        raise Invalid([Problem("outcome", say("Uraian hasil belum diisi. Tulis apa yang sudah dilakukan."))])
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.SETTLE_COMPLAINT, fresh, acting_user, on)
    kept = handed(fresh)
    if kept.result:
        raise Unlawful(say("Hasil aduan ini sudah dicatat."))
    complaints.check_day("decided_on", decided_on, earliest=kept.entered_on or kept.first_received_on, on=on)
    kept.result, kept.outcome, kept.decided_on = result, outcome.strip(), decided_on
    kept.save(update_fields=["result", "outcome", "decided_on"])
    ledger.meet(fresh, *complaints.TERMS, on=decided_on)
    derived(fresh, "CMP_NOTIFY", decided_on, at)
    payload = ComplaintSettled(
        decided_on=decided_on.isoformat(), result=result, fingerprint=events.fingerprint(fresh.salt, kept.outcome)
    )
    record(fresh, payload, author=author, on=on, at=at)
    said = str(kept.get_result_display())
    news = ComplaintNews(ComplaintStep.DECIDED, kept.whole, decided_on, words=kept.outcome, result=said)
    if tell(fresh, Template.COMPLAINT_NEWS, news, user=acting_user, on=on, at=at):
        known(fresh, kept, on, on)
    return kept


@transaction.atomic
def resume(
    *, case: Case, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None
) -> InformationRequest:
    """There is a request in it after all: it goes on with the clock of its receipt, the complaint beside it."""
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.RESUME_REQUEST, fresh, acting_user, on)
    ComplaintHandover.objects.filter(case=fresh).update(whole=False)
    fresh.state, fresh.closed_on = State.REGISTERED, None
    fresh.save(update_fields=["state", "closed_on"])
    row = ledger.derived(
        fresh, "REQ_NOTICE_UU", from_day=fresh.received_on, calendar=current_calendar(), at=at, governs=True
    )
    row.save(force_insert=True)
    record(fresh, RequestResumed(terms=ledger.said([row])), author=author, on=on, at=at)
    return fresh


def _derived(case: InformationRequest, codes: tuple[str, ...], first: dt.date, at: dt.datetime) -> list[Deadline]:
    calendar = current_calendar()
    rows = [ledger.derived(case, code, from_day=first, calendar=calendar, at=at) for code in codes]
    return list(Deadline.objects.bulk_create(rows))

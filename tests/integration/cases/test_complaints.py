"""A complaint that came as a request: no wrong door, its own clock from the first receipt (UU 25/2009; law.md §5)."""

import datetime as dt

import pytest
from django.core import mail

from ppid.actions import complaints, requests
from ppid.actions.log import first_fault
from ppid.law.complaints import ComplaintClass, Handover
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import Deadline, Role
from ppid.queries.calendar import current_calendar
from ppid.queries.standing import Word, of_case
from tests.factories import DUE, TODAY, answer_case, file_case, make_officer, moment, run_queue

pytestmark = pytest.mark.django_db
LATER = dt.date(2026, 11, 25)


def by(user=None, on=LATER):
    return {"acting_user": user or make_officer(Role.FRONT_DESK), "on": on, "at": moment(on)}


def hand(case, *, whole=True, kind=ComplaintClass.NON_OVERSIGHT, **more):
    return complaints.hand_over(case=case, handover=Handover(whole, "Petugas loket kasar.", kind), **(more or by()))


def open_terms(case):
    return {row.term: row.due for row in Deadline.objects.open().filter(case=case)}


def test_a_pure_complaint_closes_the_request_and_counts_from_the_first_receipt__uu_25_2009_44_3():
    case = file_case()
    hand(case)
    case.refresh_from_db()
    assert case.state == "handed_over"
    assert of_case(case, None, current_calendar(), LATER).word is Word.HANDED_OVER
    assert open_terms(case) == {"CMP_ACK_COMPLETENESS": dt.date(2026, 12, 7), "LAPOR_VERIFY": dt.date(2026, 11, 26)}
    mail.outbox.clear()
    run_queue()
    told = next(message for message in mail.outbox if "meja pengaduan" in message.subject)
    assert "Budi" not in told.subject
    assert "Senin, 7 Desember 2026" in told.body
    assert first_fault(case) is None


def test_a_part_leaves_the_request_and_its_clock_as_they_are__uu_22_7():
    case = file_case()
    hand(case, whole=False)
    assert open_terms(case)["REQ_NOTICE_UU"] == DUE
    answered = answer_case(case, on=LATER)
    assert answered.state == "answered"
    assert set(open_terms(case)) == {"CMP_ACK_COMPLETENESS", "LAPOR_VERIFY"}


def test_a_withdrawn_request_leaves_its_complaint_running():
    case = file_case()
    hand(case, whole=False)
    requests.withdraw(case=case, on=LATER, at=moment(LATER))
    assert set(open_terms(case)) == {"CMP_ACK_COMPLETENESS", "LAPOR_VERIFY"}


def test_from_the_tracking_id_to_the_outcome_and_the_applicant_is_told():
    case = file_case()
    hand(case, kind=ComplaintClass.OVERSIGHT)
    with pytest.raises(Invalid, match="angka saja"):
        complaints.enter(case=case, tracking_id="abc", entered_on=LATER, **by())
    complaints.enter(case=case, tracking_id="7654321", entered_on=LATER, **by())
    assert set(open_terms(case)) == {"CMP_ACK_COMPLETENESS", "LAPOR_FIRST_RESPONSE", "LAPOR_OVERSIGHT"}
    complaints.settle(case=case, result="resolved", outcome="Petugas ditegur.", decided_on=LATER, **by())
    case.refresh_from_db()
    assert case.closed_on == LATER
    assert open_terms(case) == {}
    mail.outbox.clear()
    run_queue()
    assert any("7654321" in message.body and "Petugas ditegur." in message.body for message in mail.outbox)
    assert all("7654321" not in message.subject for message in mail.outbox)
    assert not case.events.filter(payload__icontains="7654321").exists()
    assert first_fault(case) is None


def test_it_is_handed_over_once_by_the_desk_and_no_step_goes_before_it():
    case = file_case()
    with pytest.raises(Unlawful, match="bukan wewenang"):
        hand(case, **by(make_officer(Role.ASSISTANT)))
    with pytest.raises(Unlawful, match="belum diserahkan"):
        complaints.enter(case=case, tracking_id="1", entered_on=LATER, **by())
    hand(case, whole=False)
    with pytest.raises(Unlawful, match="sudah diserahkan"):
        hand(case)


def test_a_request_that_was_taken_for_a_complaint_goes_on_with_the_clock_of_its_receipt():
    case = file_case()
    hand(case)
    complaints.resume(case=case, **by(on=TODAY + dt.timedelta(7)))
    case.refresh_from_db()
    row = Deadline.objects.standing().get(case=case, governs=True)
    assert (case.state, row.term, row.from_day, row.due) == ("registered", "REQ_NOTICE_UU", TODAY, DUE)
    assert case.handover.whole is False
    assert "CMP_ACK_COMPLETENESS" in open_terms(case)

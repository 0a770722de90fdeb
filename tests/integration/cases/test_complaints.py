"""A complaint that came as a request: no wrong door, its own clock from the first receipt (UU 25/2009; law.md §5)."""

import datetime as dt

import pytest
from django.core import mail
from django.http import Http404

from ppid import access
from ppid.actions import complaint_course, complaints, requests
from ppid.actions.log import first_fault
from ppid.law.complaints import ComplaintClass, Handover
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import Deadline, Role
from ppid.queries.calendar import current_calendar
from ppid.queries.standing import Word, of_case
from tests.factories import DUE, TODAY, answer_case, file_case, make_officer, make_unit, moment, run_queue

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


def answer(case, lacking="", *, on=LATER, **more):
    said = {"lacking": lacking, "answered_on": on, **more}
    return complaint_course.answer(case=case, **said, **by(on=on))


def test_a_complaint_complete_on_receipt_is_decided_from_then__uu_25_2009_50_1():
    case = file_case()
    hand(case)
    answer(case)
    assert open_terms(case) == {"LAPOR_VERIFY": dt.date(2026, 11, 26), "CMP_DECIDE": TODAY + dt.timedelta(60)}
    with pytest.raises(Unlawful, match="sudah dicatat"):
        answer(case)
    mail.outbox.clear()
    run_queue()
    assert any("lengkap dan diputus paling lambat" in message.body for message in mail.outbox)


def test_what_lacks_is_told_and_thirty_days_run_from_its_arrival__uu_25_2009_44_4():
    case = file_case()
    hand(case)
    arrived = LATER + dt.timedelta(3)
    complaint_course.answer(
        case=case, lacking="Tanggal kejadian.", answered_on=LATER, told_on=arrived, **by(on=arrived)
    )
    fix = arrived + dt.timedelta(30)
    assert open_terms(case) == {"LAPOR_VERIFY": dt.date(2026, 11, 26), "CMP_APPLICANT_FIX": fix}
    mail.outbox.clear()
    run_queue()
    assert any("Tanggal kejadian." in message.body for message in mail.outbox)
    assert all("kejadian" not in message.subject for message in mail.outbox)
    with pytest.raises(Unlawful, match="dianggap dicabut"):
        complaint_course.complete(case=case, came_on=fix + dt.timedelta(1), **by(on=fix + dt.timedelta(1)))
    complaint_course.complete(case=case, came_on=fix, **by(on=fix))
    assert open_terms(case)["CMP_DECIDE"] == fix + dt.timedelta(60)
    with pytest.raises(Unlawful, match="Tidak ada kelengkapan"):
        complaint_course.complete(case=case, came_on=fix, **by(on=fix))
    assert first_fault(case) is None


def test_nothing_is_completed_that_was_not_asked_for_nor_answered_before_it_is_handed_over():
    case = file_case()
    for act in (
        lambda: answer(case),
        lambda: complaint_course.complete(case=case, came_on=LATER, **by()),
        lambda: complaint_course.notify(case=case, notified_on=LATER, **by()),
    ):
        with pytest.raises(Unlawful, match="belum diserahkan"):
            act()
    hand(case)
    with pytest.raises(Unlawful, match="Tidak ada kelengkapan"):
        complaint_course.complete(case=case, came_on=LATER, **by())
    with pytest.raises(Unlawful, match="Tidak ada hasil"):
        complaint_course.notify(case=case, notified_on=LATER, **by())


@pytest.mark.parametrize(("days", "field"), [(-3, "answered_on"), (1, "answered_on")])
def test_the_answer_lies_between_receipt_and_today(days, field):
    case = file_case()
    hand(case)
    with pytest.raises(Invalid) as refusal:
        complaint_course.answer(case=case, lacking="", answered_on=LATER + dt.timedelta(days), **by())
    assert refusal.value.problems[0].field == field


def test_without_an_address_every_step_has_its_letter_and_the_decision_is_owed_until_it_left__uu_25_2009_50_2():
    case = file_case(email="")
    hand(case)
    answer(case, "Tanggal kejadian.")
    complaint_course.complete(case=case, came_on=LATER, **by())
    complaints.enter(case=case, tracking_id="7654321", entered_on=LATER, **by())
    complaints.settle(case=case, result="resolved", outcome="Petugas ditegur.", decided_on=LATER, **by())
    steps = [row.content["step"] for row in case.letters.filter(kind="complaint")]
    assert steps == ["handed", "lacking", "complete", "entered", "decided"]
    case.refresh_from_db()
    assert (case.closed_on, open_terms(case)) == (None, {"CMP_NOTIFY": LATER + dt.timedelta(14)})
    later = LATER + dt.timedelta(2)
    complaint_course.notify(case=case, notified_on=later, **by(on=later))
    case.refresh_from_db()
    assert (case.closed_on, open_terms(case)) == (later, {})
    assert "ditegur" not in str([event.payload for event in case.events.all()])
    assert first_fault(case) is None


def test_a_unit_with_the_rest_of_the_request_does_not_read_the_complaint__uu_25_2009_49():
    unit = make_unit()
    case = file_case(email="")
    requests.dispose(case=case, unit=unit, **by())
    hand(case, whole=False)
    run_queue()
    letter = case.letters.get(kind="complaint")
    assistant, clerk = make_officer(Role.ASSISTANT, unit=unit), make_officer(Role.FRONT_DESK)
    assert access.officer_case(assistant, case.pk, LATER)
    assert access.officer_letter(clerk, letter.pk, LATER) == letter
    assert access.officer_file(clerk, letter.draft_id, LATER)
    for act in (access.officer_letter, access.officer_file):
        with pytest.raises(Http404):
            act(assistant, letter.draft_id if act is access.officer_file else letter.pk, LATER)

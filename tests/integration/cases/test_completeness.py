"""The completeness check (PERKI 1/2021 Ps 31(2), 33): its letter, its days, its note. The UU clock never moves."""

import datetime as dt

import pytest

from ppid.actions import clock, completeness, completing, requests
from ppid.actions.log import first_fault
from ppid.law.completeness import IncompleteContent, Stage
from ppid.law.filing import Channel
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import CaseFile, InformationRequest, MailRecord, Role
from ppid.queries.completeness import check_of, gaps_of, values_of
from tests.checking import FIX_DUE, LATE, SENT, bare_case, complete, draft_incomplete, paper, send_incomplete
from tests.factories import DUE, TODAY, answer_case, file_case, make_officer, moment, signed_upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def ppid():
    return make_officer(Role.PPID)


def dues(case):
    return {row.term: (row.due, row.met_on) for row in case.deadlines.standing()}


def declare(case, user, on):
    return completeness.declare_complete(case=case, acting_user=user, on=on, at=moment(on, 15))


def note(case, user, on=LATE):
    return completeness.note_not_completed(case=case, acting_user=user, on=on, at=moment(on, 15))


def test_what_lacks_is_computed_from_fields_kind_and_papers():
    case = bare_case()
    assert [gap.item.code for gap in gaps_of(case)] == ["isian:identity", "isian:purpose", "berkas:identitas"]
    CaseFile.objects.create(case=case, file=paper(), role=CaseFile.Role.IDENTITY)
    assert [gap.item.code for gap in gaps_of(case)] == ["isian:identity", "isian:purpose"]


def test_sending_meets_the_check_and_the_arrival_starts_three_working_days__perki_31_2_33_3():
    case = bare_case()
    letter = send_incomplete(case, how="email")
    assert letter.delivered_on == SENT
    assert dues(case) == {
        "REQ_NOTICE_UU": (DUE, None),
        "REQ_COMPLETENESS_CHECK": (dt.date(2026, 11, 26), SENT),
        "REQ_APPLICANT_FIX": (FIX_DUE, None),
    }
    assert MailRecord.objects.filter(case=case, template="incomplete", audience="applicant", letter=letter).count() == 1


def test_by_post_the_days_run_from_the_recorded_arrival__perki_33_3(ppid):
    case = bare_case()
    letter = send_incomplete(case, how="post", user=ppid)
    assert "REQ_APPLICANT_FIX" not in dues(case)
    assert check_of(case).stage(LATE) is Stage.TRAVELLING
    arrived = dt.date(2026, 11, 26)
    requests.record_arrival(
        letter=letter, delivered_on=arrived, acting_user=ppid, on=LATE, at=moment(LATE)
    )  # fmt: skip
    assert dues(case)["REQ_APPLICANT_FIX"] == (dt.date(2026, 12, 1), None)


def test_completed_in_time_is_complete_as_of_that_day__perki_31_3(ppid):
    case = bare_case()
    send_incomplete(case, user=ppid)
    completion = complete(
        case, on=FIX_DUE, answers={"identity": "3201 0198 7654 3210", "purpose": "Bahan ajar."},
        papers=[(paper(), CaseFile.Role.IDENTITY)],
    )  # fmt: skip
    assert values_of(InformationRequest.objects.get(pk=case.pk))["identity"] == "3201019876543210"
    assert completion.before == {"identity": "", "purpose": ""}
    assert case.files.get(role="identitas").file.name == "ktp.pdf"
    assert dues(case)["REQ_APPLICANT_FIX"] == (FIX_DUE, FIX_DUE)
    assert declare(case, ppid, LATE).complete_on == FIX_DUE
    assert dues(case)["REQ_NOTICE_PERKI"] == (dt.date(2026, 12, 11), None)
    assert dues(case)["REQ_NOTICE_UU"] == (DUE, None), "the UU clock never moves"
    assert first_fault(case) is None


def test_the_log_holds_names_of_fields_and_hashes_and_no_value():
    case = bare_case()
    complete(case, answers={"identity": "3201019876543210", "purpose": "Rahasia saya"}, papers=[(paper(), "identitas")])
    event = case.events.get(kind="papers_completed")
    assert event.payload["fields"] == ["identity", "purpose"]
    assert event.payload["due"] is None
    assert "3201019876543210" not in str(event.payload)
    assert "Rahasia" not in str(event.payload)


def test_the_desk_is_told_by_mail_and_the_applicant_too():
    case = bare_case()
    complete(case)
    told = MailRecord.objects.filter(case=case, template="completed")
    assert sorted(told.values_list("audience", flat=True)) == ["applicant", "desk"]


def test_the_desk_records_what_came_by_letter_with_its_true_day(ppid):
    case = bare_case()
    send_incomplete(case, user=ppid)
    complete(case, on=LATE, came_on=FIX_DUE, how=Channel.LETTER, user=ppid)
    event = case.events.get(kind="papers_completed")
    assert (event.payload["came_on"], event.payload["in_time"], event.role) == (FIX_DUE.isoformat(), True, "ppid")
    assert not MailRecord.objects.filter(case=case, template="completed", audience="desk").exists()


@pytest.mark.parametrize("days", [-1, 1])
def test_a_completion_comes_between_the_receipt_and_today(ppid, days):
    day = TODAY + dt.timedelta(days)
    with pytest.raises(Invalid) as refusal:
        complete(bare_case(), on=TODAY, came_on=day, how=Channel.LETTER, user=ppid)
    assert refusal.value.problems[0].field == "came_on"


def test_not_completed_is_a_note_and_no_refusal__perki_33_4(ppid):
    case = bare_case()
    send_incomplete(case, user=ppid)
    with pytest.raises(Unlawful, match="belum lewat"):
        note(case, ppid, on=FIX_DUE)
    noted = note(case, ppid)
    assert (noted.state, noted.not_completed_on, noted.closed_on, noted.answered_on) == (
        "registered", LATE, None, None,
    )  # fmt: skip
    assert dues(case)["REQ_NOTICE_UU"] == (DUE, None), "the duty under the UU stays"
    assert MailRecord.objects.filter(case=case, template="not_completed", audience="applicant").count() == 1
    with pytest.raises(Unlawful, match="sudah dicatat"):
        note(case, ppid)
    answer_case(case, on=LATE)
    assert case.state == "answered", "the body may answer all the same"


def test_there_is_one_letter_and_no_more__perki_33_2(ppid):
    case = bare_case()
    send_incomplete(case, user=ppid)
    with pytest.raises(Unlawful, match="satu surat saja"):
        draft_incomplete(case, user=ppid, content=IncompleteContent(other="Lagi."))


def test_what_comes_late_may_still_be_checked(ppid):
    case = bare_case()
    send_incomplete(case, user=ppid)
    note(case, ppid)
    complete(case, on=LATE)
    assert case.events.get(kind="papers_completed").payload["in_time"] is False
    assert declare(case, ppid, LATE).complete_on == LATE


def test_what_comes_late_may_become_a_request_of_its_own(ppid):
    case = bare_case()
    send_incomplete(case, user=ppid)
    note(case, ppid)
    complete(case, on=LATE, answers={"purpose": "Bahan ajar."}, papers=[(paper(), CaseFile.Role.IDENTITY)])
    later = LATE + dt.timedelta(2)
    filed = completing.accept_as_new(case=case, acting_user=ppid, on=later, at=moment(later))
    new = filed.case
    assert (new.number != case.number, new.continues_id, new.received_on) == (True, case.pk, LATE)
    assert (new.purpose, new.details) == ("Bahan ajar.", case.details)
    assert list(new.files.values_list("role", flat=True)) == ["identitas"]
    assert new.applicant_id != case.applicant_id
    case.refresh_from_db()
    assert (case.state, dues(case)["REQ_NOTICE_UU"]) == ("registered", (DUE, None)), "the old clock runs on"
    assert case.events.get(kind="continued_as_new").payload["number"] == new.number
    assert first_fault(case) is None
    assert first_fault(new) is None
    with pytest.raises(Unlawful, match="sudah didaftarkan"):
        completing.accept_as_new(case=case, acting_user=ppid, on=later, at=moment(later))


def test_in_time_there_is_nothing_to_register_anew(ppid):
    case = bare_case()
    send_incomplete(case, user=ppid)
    complete(case)
    with pytest.raises(Unlawful, match="sesudah waktunya"):
        completing.accept_as_new(case=case, acting_user=ppid, on=LATE, at=moment(LATE))


def test_the_missed_days_are_recorded_once_and_bind_nobody_but_the_applicant():
    case = bare_case()
    send_incomplete(case)
    clock.tick(on=LATE, at=moment(LATE, 6))
    assert case.events.get(kind="term_missed").payload["term"] == "REQ_APPLICANT_FIX"
    [told] = MailRecord.objects.filter(case=case, template="term_missed")
    assert told.audience == "desk"


def test_an_answer_ends_the_applicants_days_and_nothing_is_missed_after():
    case = bare_case()
    send_incomplete(case)
    answer_case(case, on=FIX_DUE)
    assert not case.deadlines.open().exists()
    assert clock.tick(on=LATE, at=moment(LATE, 6)).events == 0


def test_a_complete_request_gets_no_letter(ppid):
    case = bare_case()
    letter = draft_incomplete(case, user=ppid)
    requests.attach_signed(
        compared=True, letter=letter, upload=signed_upload(), signed_on=SENT,
        signer=ppid.appointments.get(), acting_user=ppid, on=SENT, at=moment(SENT),
    )  # fmt: skip
    declare(case, ppid, SENT)
    with pytest.raises(Unlawful, match="tidak diperiksa kelengkapannya lagi"):
        requests.record_sending(letter=letter, sent_on=SENT, how="email", acting_user=ppid, on=SENT, at=moment(SENT))
    letter.refresh_from_db()
    assert letter.sent_on is None


def test_nothing_handed_in_is_told_and_changes_nothing():
    case = bare_case()
    with pytest.raises(Invalid, match="Belum ada yang dilengkapi"):
        complete(case, answers={"purpose": "  "})
    assert not case.completions.exists()


def test_a_complete_request_is_completed_no_more(ppid):
    case = file_case()
    declare(case, ppid, TODAY)
    with pytest.raises(Unlawful, match="sudah dinyatakan lengkap"):
        complete(case)

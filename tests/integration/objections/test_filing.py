"""Registering an objection: number, clock, log, marks (UU 14/2008 Ps 35–36; PERKI 1/2021 Ps 41–42)."""

import datetime as dt

import pytest

from ppid.actions import requests
from ppid.actions.clock import tick
from ppid.actions.log import first_fault
from ppid.law.filing import Channel
from ppid.law.objections import Ground
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import Case, CaseEvent, Deadline, Letter, MailRecord, Objection, Role
from tests.factories import (
    answer_case,
    file_case,
    filing,
    make_institution,
    make_officer,
    make_user,
    moment,
    object_to,
    run_queue,
)

pytestmark = pytest.mark.django_db
# The request is received on 23 November 2026 and due on 7 December 2026.
SILENT = dt.date(2026, 12, 8)
FILED = dt.date(2026, 12, 21)


@pytest.fixture(autouse=True)
def body():
    make_institution()


def test_ps_36_2_registered_21_december_2026_answered_by_8_february_2027():
    case = object_to(file_case(), at=moment(FILED))
    due = Deadline.objects.get(case=case, term="OBJ_ANSWER")
    assert (due.due, due.governs, due.length) == (dt.date(2027, 2, 8), True, 30)
    assert (case.kind, case.state, case.received_on) == (Case.Kind.OBJECTION, "registered", FILED)


def test_its_number_is_of_its_own_series_and_its_code_its_own():
    request = file_case()
    first, second = object_to(request), object_to(file_case(), at=moment(SILENT))
    assert [first.number, second.number] == ["001/KEB-PPID/2026", "002/KEB-PPID/2026"]
    assert first.tracking_code != request.tracking_code


def test_a_refused_one_gives_its_number_back():
    with pytest.raises(Invalid):
        object_to(file_case(), reasons="")
    assert object_to(file_case()).number == "001/KEB-PPID/2026"


def test_both_logs_tell_and_are_whole_and_hold_no_person():
    request = file_case()
    case = object_to(request, at=moment(FILED))
    assert [row.kind for row in case.events.all()] == ["objection_registered"]
    assert CaseEvent.objects.filter(case=request).last().payload == {"objection": case.number, "grounds": ["c"]}
    assert first_fault(case) is None
    assert first_fault(request) is None
    said = str(list(case.events.values_list("payload", flat=True)))
    assert "Budi" not in said
    assert "tidak ada jawaban" not in said


def test_the_same_sending_twice_is_one_objection():
    request = file_case()
    first = object_to(request, submission="9b2d8f3e-0000-4000-8000-000000000001")
    again = object_to(request, submission="9b2d8f3e-0000-4000-8000-000000000001")
    assert first.pk == again.pk
    assert Objection.objects.count() == 1


def test_the_same_ground_twice_is_refused_and_the_first_named():
    request = file_case()
    first = object_to(request, at=moment(FILED))
    with pytest.raises(Invalid, match=first.number):
        object_to(request, at=moment(FILED, 14))
    assert Objection.objects.count() == 1


def test_another_ground_of_the_same_request_is_another_objection():
    request = answer_case(on=SILENT)
    object_to(request, at=moment(FILED))
    second = object_to(request, grounds=(Ground.NOT_AS_ASKED, Ground.TOO_LATE), at=moment(FILED, 14))
    assert [row.ground for row in second.grounds.all()] == ["d", "g"]


def test_ps_36_1_late_only_after_the_latest_reading_and_registered_all_the_same():
    in_time = object_to(file_case(), at=moment(dt.date(2027, 1, 25))).grounds.get()
    late = object_to(file_case(), at=moment(dt.date(2027, 1, 26))).grounds.get()
    assert (in_time.until, in_time.until_latest) == (dt.date(2027, 1, 22), dt.date(2027, 1, 25))
    assert (in_time.late, late.late) == (False, True)


def test_a_premature_one_is_registered_and_marked():
    row = object_to(file_case()).grounds.get()
    assert (row.early, row.late) == (True, False)


def test_ground_b_needs_no_request():
    case = object_to(
        None, grounds=(Ground.NOT_PUBLISHED,), found_on=dt.date(2026, 11, 2),
        person=filing(details="Laporan keuangan tahunan yang sudah diaudit."),
    )  # fmt: skip
    row = case.grounds.get()
    assert (case.request, case.subject) == (None, "Laporan keuangan tahunan yang sudah diaudit.")
    assert (row.earliest, row.until, row.late) == (dt.date(2026, 11, 2), None, False)


def test_the_one_who_asked_objects_and_the_register_keeps_a_row_of_its_own():
    request = file_case()
    case = object_to(request)
    assert case.applicant_id != request.applicant_id
    assert (case.applicant.name, case.applicant.identity) == (request.applicant.name, request.applicant.identity)


def test_at_the_desk_an_officer_registers_what_came_by_letter():
    officer = make_officer(Role.FRONT_DESK)
    case = object_to(file_case(), channel=Channel.LETTER, user=officer)
    assert case.events.get().actor == officer


@pytest.mark.parametrize("role", [Role.SUPERIOR, Role.ASSISTANT, Role.EDITOR])
def test_nobody_else_registers_one(role):
    with pytest.raises(Unlawful):
        object_to(file_case(), user=make_officer(role))


def test_a_request_cannot_be_moved_by_the_objections_table_nor_the_other_way_round():
    case = object_to(file_case())
    with pytest.raises(TypeError):
        requests.declare_complete(case=case, acting_user=make_officer(), on=FILED, at=moment(FILED))


def test_receipt_and_mails_leave_by_the_queue():
    make_officer(Role.SUPERIOR)
    case = object_to(file_case())
    run_queue()
    assert Letter.objects.get(case=case).draft_id is not None
    told = MailRecord.objects.filter(case=case)
    assert {(row.audience, row.state) for row in told} == {("applicant", "sent"), ("superior", "sent")}


def test_the_tick_records_the_missed_answer_once():
    case = object_to(file_case(), at=moment(FILED))
    day = dt.date(2027, 2, 9)
    tick(on=day, at=moment(day))
    before = case.events.filter(kind="term_missed").count()
    tick(on=day, at=moment(day, 13))
    assert before == case.events.filter(kind="term_missed", payload__term="OBJ_ANSWER").count() == 1


def test_a_decree_moves_the_clock_of_an_open_objection():
    case = object_to(file_case(), at=moment(FILED))
    assert Deadline.objects.open().filter(case=case).get().calendar_version


def test_an_officer_without_account_roles_registers_none():
    with pytest.raises(Unlawful):
        object_to(file_case(), user=make_user())

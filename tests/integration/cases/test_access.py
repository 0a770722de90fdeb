"""Fetch and authorise in one breath: who sees which case, and what leaves a trace."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from ppid import access
from ppid.law.procedure import Actor
from ppid.models import CaseFile, InformationRequest, PrivateFile, ReadLog, Role
from tests.factories import (
    NOON,
    TODAY,
    answer_case,
    draft_letter,
    file_case,
    make_appointment,
    make_officer,
    make_unit,
    make_user,
)

pytestmark = pytest.mark.django_db
LASTS = access.PROOF_LASTS


@pytest.fixture
def unit():
    return make_unit()


@pytest.fixture
def cases(unit):
    """One of the unit, one of another unit, one with PPID utama."""
    made = [file_case() for _case in range(3)]
    InformationRequest.objects.filter(pk=made[0].pk).update(unit=unit)
    InformationRequest.objects.filter(pk=made[1].pk).update(unit=make_unit())
    return made


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.PPID, Role.SUPERIOR])
def test_roles_of_the_body_see_every_unit(cases, role):
    assert set(access.for_officer(make_officer(role), TODAY)) == set(cases)


def test_an_assistant_sees_the_own_units_cases_only(cases, unit):
    officer = make_officer(Role.ASSISTANT, unit=unit)
    assert list(access.for_officer(officer, TODAY)) == [cases[0]]
    assert access.officer_case(officer, cases[0].pk, TODAY) == cases[0]
    for foreign in cases[1:]:
        with pytest.raises(Http404):
            access.officer_case(officer, foreign.pk, TODAY)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.EDITOR, Role.ADMINISTRATOR])
def test_the_desk_is_not_everybodys_room(cases, role):
    with pytest.raises(PermissionDenied):
        access.for_officer(make_officer(role), TODAY)


def test_strangers_and_the_inactive_see_nothing(cases):
    dismissed = make_officer(Role.PPID)
    dismissed.is_active = False
    for person in (AnonymousUser(), make_user(), make_user(is_superuser=True), dismissed):
        with pytest.raises(PermissionDenied):
            access.for_officer(person, TODAY)


def test_an_appointment_holds_from_its_first_to_its_last_day():
    user = make_user()
    make_appointment(user=user, role=Role.PPID, starts=TODAY, ends=TODAY + dt.timedelta(2))
    held = [Role.PPID in access.roles_of(user, TODAY + dt.timedelta(offset)) for offset in range(-1, 4)]
    assert held == [False, True, True, True, False]


def test_roles_in_the_words_of_procedure():
    user = make_officer(Role.PPID)
    make_appointment(user=user, role=Role.EDITOR)
    assert access.roles_of(user, TODAY).actors == {Actor.PPID}


@pytest.mark.parametrize("code", ["", "K7QD", "0000-0000-0000-0000", "K" * 17, "K" * 4000, "' OR 1=1 --"])
def test_a_wrong_tracking_code_finds_nothing(cases, code):
    with pytest.raises(Http404):
        access.by_tracking_code(code)


def test_a_tracking_code_is_read_however_it_is_typed(cases):
    code = cases[0].tracking_code
    for typed in (code, code.replace("-", ""), f"  {code.lower()} ", code.replace("-", " ")):
        assert access.by_tracking_code(typed) == cases[0]


def test_a_proof_opens_its_own_case_for_a_while(cases):
    session = {}
    access.prove(session, cases[0], NOON)
    assert access.is_proved(session, cases[0], NOON + LASTS / 2)
    assert not access.is_proved(session, cases[1], NOON)
    assert access.applicant_case(session, cases[0].tracking_code, NOON) == cases[0]
    with pytest.raises(Http404):
        access.applicant_case(session, cases[1].tracking_code, NOON)
    assert list(access.for_applicant(session, NOON + LASTS)) == []
    access.forget(session)
    assert list(access.for_applicant(session, NOON)) == []


def test_a_file_is_reached_through_its_case_only(cases, unit):
    paper = PrivateFile.store(b"%PDF-1.7 ktp", "ktp.pdf")
    CaseFile.objects.create(case=cases[0], file=paper, role=CaseFile.Role.IDENTITY)
    stray = PrivateFile.store(b"%PDF-1.7 lain", "lain.pdf")
    assert access.officer_file(make_officer(Role.ASSISTANT, unit=unit), paper.pk, TODAY)[0] == cases[0]
    session = {}
    access.prove(session, cases[0], NOON)
    assert access.applicant_file(session, paper.pk, NOON)[1] == paper
    foreign = make_officer(Role.ASSISTANT)
    for reach in (
        lambda: access.officer_file(foreign, paper.pk, TODAY),
        lambda: access.officer_file(make_officer(Role.PPID), stray.pk, TODAY),
        lambda: access.applicant_file({}, paper.pk, NOON),
        lambda: access.applicant_file(session, stray.pk, NOON),
    ):
        with pytest.raises(Http404):
            reach()


def test_the_applicant_opens_the_sent_letter_and_no_draft():
    answered, drafted = answer_case(), file_case()
    letter = draft_letter(drafted)
    session = {}
    for case in (answered, drafted):
        access.prove(session, case, NOON)
    sent = answered.letters.get(kind="notice")
    assert access.applicant_file(session, sent.signed_id, NOON)[0] == answered
    for hidden in (sent.draft_id, letter.draft_id):
        with pytest.raises(Http404):
            access.applicant_file(session, hidden, NOON)
    assert access.officer_file(make_officer(Role.PPID), letter.draft_id, TODAY)[0] == drafted


def test_every_reading_is_written_down__law_1_8():
    paper = PrivateFile.store(b"%PDF-1.7 ktp", "ktp.pdf")
    officer = make_officer(Role.PPID)
    assert access.open_file(paper, user=officer, role="ppid", at=NOON, reason="Pemeriksaan") == b"%PDF-1.7 ktp"
    access.open_file(paper, user=AnonymousUser(), role="applicant", at=NOON)
    found = sorted(ReadLog.objects.values_list("role", "user", "reason"))
    assert found == [("applicant", None, ""), ("ppid", officer.pk, "Pemeriksaan")]

"""Every decision carries a numbered written consideration with its approver (UU 14/2008 Ps 7(4)-(5); law.md §1.1)."""

import datetime as dt

import pytest
from django.http import Http404

from ppid import access
from ppid.actions import queue, refusals, requests
from ppid.law.consideration import Consideration
from ppid.law.decisions import Decision
from ppid.law.refusals import Unlawful
from ppid.models import Appointment, Letter, Role, StandingApproval
from ppid.queries.tracking import papers
from tests import factories
from tests.factories import TODAY, moment

pytestmark = pytest.mark.django_db
KINDS = [
    {"decision": Decision.GRANTED},
    {"decision": Decision.PARTLY, "gap": "not_held", "gap_matter": "Data uji."},
    {"decision": Decision.NOT_HELD, "gap_matter": "Data uji.", "holder": "Provinsi"},
    {"decision": Decision.NOT_DOCUMENTED, "gap_matter": "Data uji.", "document_days": 10},
    {"decision": Decision.REFUSED_6_2, "rule": "PERKI 1/2021 Pasal 4 ayat (1) huruf b."},
]


@pytest.fixture
def ppid():
    return factories.make_officer(Role.PPID)


@pytest.fixture
def superior():
    return factories.make_officer(Role.SUPERIOR, name="Wira Contoh")


def by(user, hour=13, on=TODAY):
    return {"acting_user": user, "on": on, "at": moment(on, hour)}


def draft(case, user, on=TODAY, **fields):
    letter = requests.draft_notice(case=case, content=factories.notice(**fields), **by(user, on=on))
    return factories.with_draft(letter)


def sign(letter, user, on=TODAY):
    signer = Appointment.objects.get(user=user, role=Role.PPID)
    return requests.attach_signed(
        compared=True, letter=letter, upload=factories.signed_upload(), signed_on=on, signer=signer, **by(user, 15, on)
    )


def page_of(letter):
    row = letter.case.letters.get(kind=Letter.Kind.CONSIDERATION)
    return row, Consideration.from_json(row.content)


@pytest.mark.parametrize("fields", KINDS, ids=lambda fields: fields["decision"])
def test_no_decision_of_any_kind_is_signed_without_its_consideration_approved__uu_7_4(ppid, fields):
    letter = draft(factories.file_case(), ppid, **fields)
    row, page = page_of(letter)
    assert (row.number, page.text, page.approved_on) == ("001/PPID-PB/XI/2026", letter.content["consideration"], None)
    with pytest.raises(Unlawful, match="Pertimbangan tertulis"):
        sign(letter, ppid)


def test_the_standing_decree_in_force_that_day_approves_it__pp_61_2(ppid):
    decree = factories.make_standing_approval()
    letter = draft(factories.file_case(), ppid)
    _row, page = page_of(letter)
    assert page.approver.decree_number == decree.number
    assert page.approved_on == TODAY
    event = letter.case.events.get(kind="consideration_approved")
    assert (event.payload["standing"], event.payload["approval"]) == (decree.pk, None)
    sign(letter, ppid)


@pytest.mark.parametrize(
    "dates",
    [
        {"starts": TODAY + dt.timedelta(1)},
        {"starts": TODAY - dt.timedelta(9), "ends": TODAY - dt.timedelta(1)},
    ],
)
def test_a_decree_not_yet_or_no_more_in_force_approves_nothing(ppid, dates):
    factories.make_standing_approval(**dates)
    letter = draft(factories.file_case(), ppid)
    assert page_of(letter)[1].approver is None
    with pytest.raises(Unlawful, match="Pertimbangan tertulis"):
        sign(letter, ppid)


def test_without_a_decree_the_superior_approves_this_text_by_post_and_day(ppid, superior):
    letter = draft(factories.file_case(), ppid)
    refusals.propose(letter=letter, **by(ppid))
    approval = refusals.approve(letter=letter, **by(superior, 14))
    assert approval.file is None
    page = page_of(letter)[1]
    assert (page.approver.position, page.approver.name) == ("Kepala Contoh selaku Atasan PPID", "Wira Contoh")
    assert page.approved_on == TODAY
    sign(letter, ppid)
    again = draft(letter.case, ppid, consideration="Pertimbangan lain.")
    assert page_of(again)[1].approver is None
    with pytest.raises(Unlawful, match="Pertimbangan tertulis"):
        sign(again, ppid)


def test_nobody_is_asked_where_the_decree_stands_and_nobody_approves_the_own_decision(ppid):
    letter = draft(factories.file_case(), ppid)
    factories.make_appointment(user=ppid, role=Role.SUPERIOR)
    refusals.propose(letter=letter, **by(ppid))
    with pytest.raises(Unlawful, match="Anda yang menyusun"):
        refusals.approve(letter=letter, **by(ppid, 14))
    factories.make_standing_approval()
    other = draft(factories.file_case(), ppid)
    with pytest.raises(Unlawful, match="tidak diperlukan"):
        refusals.propose(letter=other, **by(ppid))


def test_a_decree_recorded_later_is_taken_up_when_the_draft_is_saved_again(ppid):
    letter = draft(factories.file_case(), ppid)
    factories.make_standing_approval()
    draft(letter.case, ppid)
    row, page = page_of(letter)
    assert (page.approved_on, row.revision, row.number) == (TODAY, 1, "001/PPID-PB/XI/2026")
    letter.refresh_from_db()
    sign(letter, ppid)


def test_it_keeps_its_number_when_the_text_changes_and_the_decree_as_it_was(ppid):
    factories.make_standing_approval()
    letter = draft(factories.file_case(), ppid)
    again = draft(letter.case, ppid, consideration="Pertimbangan lain.")
    row, page = page_of(again)
    assert (row.number, row.revision, page.text) == ("001/PPID-PB/XI/2026", 2, "Pertimbangan lain.")
    StandingApproval.objects.update(number="lain")
    assert page_of(again)[1].approver.decree_number == "7/KEP/2026"


def test_a_decree_taken_away_between_draft_and_sending_leaves_the_approval_that_was_given(ppid):
    factories.make_standing_approval()
    letter = draft(factories.file_case(), ppid)
    StandingApproval.objects.update(starts=dt.date(2026, 1, 2), ends=dt.date(2026, 1, 3))
    sign(letter, ppid)
    requests.record_sending(letter=letter, sent_on=TODAY, how="portal", **by(ppid, 16))


def test_the_applicant_reads_it_beside_the_answer_and_not_before__uu_7_5():
    case = factories.file_case()
    session = {}
    access.prove(session, case, factories.NOON)
    ppid = factories.make_officer(Role.PPID)
    factories.make_standing_approval()
    letter = draft(case, ppid)
    row = factories.with_draft(page_of(letter)[0])
    with pytest.raises(Http404):
        access.applicant_file(session, row.draft_id, factories.NOON)
    case.refresh_from_db()
    assert row.draft_id not in [paper.pk for paper in papers(case)]
    sign(letter, ppid)
    requests.record_sending(letter=letter, sent_on=TODAY, how="portal", **by(ppid, 16))
    case.refresh_from_db()
    assert access.applicant_file(session, row.draft_id, factories.NOON)[1].pk == row.draft_id
    assert row.draft_id in [paper.pk for paper in papers(case)]


def test_an_unapproved_page_is_made_by_no_queue(ppid):
    letter = draft(factories.file_case(), ppid)
    row = page_of(letter)[0]
    Letter.objects.update(created_at=moment(TODAY, 1))
    queue.sweep(moment(TODAY, 23))
    factories.run_queue()
    row.refresh_from_db()
    assert row.draft is None

"""Only a signed letter whose sending is recorded answers a request (law.md §2.6, "When a letter counts")."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile

from ppid import tasks
from ppid.actions import requests
from ppid.actions.log import first_fault
from ppid.law.decisions import Decision
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import Appointment, Letter, MailRecord, PrivateFile, Role
from tests.factories import (
    DUE,
    NOON,
    TODAY,
    answer_case,
    draft_letter,
    file_case,
    make_appointment,
    make_officer,
    make_unit,
    moment,
    notice,
    signed_upload,
    with_draft,
)

pytestmark = pytest.mark.django_db
DAY_3 = dt.date(2026, 11, 26)


@pytest.fixture
def ppid():
    return make_officer(Role.PPID)


@pytest.fixture
def letter(ppid):
    return draft_letter(file_case(), user=ppid)


def signer_of(user):
    return Appointment.objects.get(user=user)


def sign(letter, user, *, signed_on=TODAY, upload=None, on=TODAY, signer=None):
    return requests.attach_signed(
        compared=True, letter=letter, upload=upload or signed_upload(), signed_on=signed_on,
        signer=signer or signer_of(user), acting_user=user, on=on, at=moment(on, 14),
    )  # fmt: skip


def send(letter, user, *, sent_on=TODAY, on=TODAY, how="portal"):
    return requests.record_sending(letter=letter, sent_on=sent_on, how=how, acting_user=user, on=on, at=moment(on, 15))


def test_drafted_signed_and_sent_is_answered():
    case = answer_case(on=DAY_3)
    assert (case.state, case.answered_on, case.closed_on) == ("answered", DAY_3, DAY_3)
    assert {row.term: row.met_on for row in case.deadlines.standing()} == {
        "REQ_NOTICE_UU": DAY_3, "REQ_COMPLETENESS_CHECK": DAY_3,
    }  # fmt: skip
    assert [event.kind for event in case.events.all()] == [
        "registered", "letter_drafted", "consideration_approved", "signed_attached", "letter_sent",
    ]  # fmt: skip
    assert first_fault(case) is None
    assert (
        MailRecord.objects.filter(case=case, template="answered", letter=case.letters.get(kind="notice")).count() == 1
    )


def test_neither_draft_nor_signature_stops_the_clock__uu_22_7(letter, ppid):
    sign(letter, ppid)
    case = letter.case
    case.refresh_from_db()
    assert case.state == "registered"
    assert case.deadlines.open().count() == 2


def test_something_still_to_hand_over_keeps_the_case_open():
    case = answer_case(days=5)
    assert (case.state, case.closed_on) == ("answered", None)


def test_the_signed_file_is_bound_to_the_draft(letter, ppid):
    signed = sign(letter, ppid)
    payload = letter.case.events.get(kind="signed_attached").payload
    assert payload["draft_sha256"] == letter.draft_sha256
    assert payload["signed_sha256"] == signed.signed.sha256
    assert signed.signer_name == ppid.name


def test_a_changed_text_drops_draft_and_signature(letter, ppid):
    sign(letter, ppid)
    again = requests.draft_notice(
        case=letter.case, content=notice(material="Lain."), acting_user=ppid, on=TODAY, at=moment(TODAY, 15)
    )
    assert (again.pk, again.number, again.revision) == (letter.pk, letter.number, 2)
    assert (again.draft, again.draft_sha256, again.signed, again.signed_on) == (None, "", None, None)
    with pytest.raises(Unlawful, match="masih dibuat"):
        sign(again, ppid)


def test_the_same_text_again_changes_nothing(letter, ppid):
    sign(letter, ppid)
    again = requests.draft_notice(case=letter.case, content=notice(), acting_user=ppid, on=TODAY, at=moment(TODAY, 15))
    assert again.signed is not None
    assert letter.case.events.filter(kind="letter_drafted").count() == 1


def test_letter_numbers_run_in_their_own_series(ppid):
    numbers = [draft_letter(file_case(), user=ppid).number for _case in range(2)]
    assert numbers == ["001/PPID-PT/XI/2026", "002/PPID-PT/XI/2026"]


def test_unsigned_is_not_sent(letter, ppid):
    with pytest.raises(Unlawful, match="belum ditandatangani"):
        send(letter, ppid)


def test_sent_twice_is_refused_with_the_state(letter, ppid):
    sign(letter, ppid)
    send(letter, ppid)
    with pytest.raises(Unlawful, match="Dijawab"):
        send(letter, ppid)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"signed_on": TODAY + dt.timedelta(1)}, "signed_on"),
        ({"signed_on": TODAY - dt.timedelta(1)}, "signed_on"),
        ({"upload": ContentFile(b"halo", name="surat.pdf")}, "upload"),
        ({"upload": ContentFile(b"", name="surat.pdf")}, "upload"),
    ],
)
def test_a_wrong_signature_is_refused_by_field(letter, ppid, values, field):
    with pytest.raises(Invalid) as refusal:
        sign(letter, ppid, **values)
    assert [problem.field for problem in refusal.value.problems] == [field]


@pytest.mark.parametrize(
    ("days", "how", "field"), [(1, "portal", "sent_on"), (-1, "portal", "sent_on"), (0, "merpati", "how")]
)
def test_a_wrong_sending_is_refused_by_field(letter, ppid, days, how, field):
    sign(letter, ppid)
    with pytest.raises(Invalid) as refusal:
        send(letter, ppid, sent_on=TODAY + dt.timedelta(days), how=how)
    assert [problem.field for problem in refusal.value.problems] == [field]


def test_the_front_desk_does_not_sign_the_notice__perki_annex_vii(letter, ppid):
    with pytest.raises(Invalid, match="PPID"):
        sign(letter, ppid, signer=make_appointment(role=Role.FRONT_DESK))


def test_an_acting_holder_signs_on_behalf_with_a_mandate__uu_30_2014_14(letter, ppid):
    acting = make_appointment(
        role=Role.PPID,
        position="Sekretaris Dinas",
        acting_for=signer_of(ppid),
        mandate_number="090/12",
        mandate_date=TODAY,
    )
    with pytest.raises(Invalid, match="Susun ulang"):
        sign(letter, ppid, signer=acting)
    again = requests.draft_notice(
        case=letter.case, content=notice(), acting_user=ppid, on=TODAY, at=moment(TODAY, 14), signer=acting
    )
    signed = sign(with_draft(again), ppid, signer=acting)
    assert signed.signer_position == f"a.n. {signer_of(ppid).position}, Sekretaris Dinas"
    assert signed.case.events.get(kind="signed_attached").payload["appointment"] == acting.pk


def test_an_ended_appointment_signs_nothing(letter, ppid):
    with pytest.raises(Invalid, match="tidak berlaku"):
        sign(letter, ppid, signer=make_appointment(role=Role.PPID, ends=TODAY - dt.timedelta(1)))


def test_a_late_answer_is_recorded_and_the_missed_term_stays_missed():
    late = DUE + dt.timedelta(1)
    case = answer_case(on=late)
    assert case.events.get(kind="letter_sent").payload["due"] == "2026-12-07"
    assert case.deadlines.get(governs=True).met_on == late


def test_an_assistant_drafts_but_does_not_send(letter):
    assistant = make_officer(Role.ASSISTANT, unit=make_unit())
    requests.draft_notice(
        case=letter.case, content=notice(material="Isi lain."), acting_user=assistant, on=TODAY, at=moment(TODAY, 14)
    )
    with pytest.raises(Unlawful, match="wewenang"):
        send(letter, assistant)


def test_the_second_of_two_officers_is_told(ppid):
    case = file_case()
    seen = case.events.count()
    requests.declare_complete(case=case, acting_user=ppid, on=TODAY, at=NOON, seen=seen)
    with pytest.raises(Unlawful, match="berubah sejak"):
        requests.draft_notice(case=case, content=notice(), acting_user=ppid, on=TODAY, at=NOON, seen=seen)
    assert not case.letters.filter(kind="notice").exists()


def test_completeness_starts_the_perki_clock_and_leaves_the_uu_clock__perki_31_3(ppid):
    case = file_case()
    requests.declare_complete(case=case, acting_user=ppid, on=DAY_3, at=moment(DAY_3))
    found = {row.term: (row.due, row.governs, row.met_on) for row in case.deadlines.standing()}
    assert found == {
        "REQ_NOTICE_UU": (DUE, True, None),
        "REQ_COMPLETENESS_CHECK": (DAY_3, False, DAY_3),
        "REQ_NOTICE_PERKI": (dt.date(2026, 12, 10), False, None),
    }
    with pytest.raises(Unlawful, match="sudah dinyatakan lengkap"):
        requests.declare_complete(case=case, acting_user=ppid, on=DAY_3, at=moment(DAY_3))


def test_disposition_moves_the_case_and_no_date__perki_27_1(ppid):
    case, unit = file_case(), make_unit()
    before = list(case.deadlines.values_list("pk", "due"))
    assert requests.dispose(case=case, unit=unit, acting_user=ppid, on=TODAY, at=NOON).unit == unit
    assert list(case.deadlines.values_list("pk", "due")) == before
    with pytest.raises(Invalid, match="sudah berada"):
        requests.dispose(case=case, unit=unit, acting_user=ppid, on=TODAY, at=NOON)
    with pytest.raises(Invalid, match="tidak aktif"):
        requests.dispose(case=case, unit=make_unit(active=False), acting_user=ppid, on=TODAY, at=NOON)


def test_withdrawn_by_the_applicant_owes_nothing_more():
    case = file_case()
    withdrawn = requests.withdraw(case=case, on=DAY_3, at=moment(DAY_3))
    assert (withdrawn.state, withdrawn.closed_on) == ("withdrawn", DAY_3)
    assert not case.deadlines.open().exists()
    with pytest.raises(Unlawful, match="Dicabut"):
        requests.withdraw(case=case, on=DAY_3, at=moment(DAY_3))


def test_the_draft_is_rendered_once_and_an_older_text_is_thrown_away(letter, monkeypatch):
    files = PrivateFile.objects.count()
    tasks.render_letter.call(letter.pk)
    assert PrivateFile.objects.count() == files

    def slow(row):
        Letter.objects.filter(pk=row.pk).update(revision=row.revision + 1)
        return b"%PDF-1.7 teks lama"

    Letter.objects.filter(pk=letter.pk).update(draft=None, draft_sha256="")
    monkeypatch.setattr("ppid.letters.build", slow)
    tasks.render_letter.call(letter.pk)
    letter.refresh_from_db()
    assert letter.draft is None
    assert PrivateFile.objects.count() == files


def test_nothing_held_is_a_lawful_answer_without_a_decree__uu_6_3_e():
    case = answer_case(decision=Decision.NOT_HELD, holder="Dinas Kehatan Provinsi")
    assert case.events.get(kind="letter_sent").payload["decision"] == "not_held"
    assert case.closed_on == TODAY

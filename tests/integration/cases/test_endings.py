"""Death or dissolution: a note with proof, clocks that run on, a successor on proof, or nobody (law.md §3, [I])."""

import datetime as dt

import pytest

from ppid import access
from ppid.actions import codes, endings, withdrawals
from ppid.actions.log import first_fault
from ppid.law.filing import Filing
from ppid.law.party import Ending
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import Applicant, InformationRequest, MailRecord, Role, SignInCode
from tests.factories import DUE, NOON, answer_case, file_case, make_officer, moment, signed_upload

pytestmark = pytest.mark.django_db
DIED, DAY_3 = dt.date(2026, 11, 24), dt.date(2026, 11, 26)
HEIR = Filing(name="Ani Contoh", details="", email="ani@contoh.id", phone="0813")


@pytest.fixture
def clerk():
    return make_officer(Role.FRONT_DESK)


def by(user, on=DAY_3):
    return {"acting_user": user, "on": on, "at": moment(on)}


def note(case, user, **fields):
    wanted = {"kind": Ending.DEATH, "happened_on": DIED, "proof": signed_upload("akta kematian"), **fields}
    return endings.note_ending(case=case, **wanted, **by(user))


def succeed(case, user, **fields):
    wanted = {"successor": HEIR, "relation": "Anak, ahli waris", "proof": signed_upload("waris"), **fields}
    return endings.accept_successor(case=case, **wanted, **by(user))


def test_the_note_keeps_day_and_proof_and_stops_no_clock(clerk):
    case = file_case()
    before = list(case.deadlines.values_list("pk", "due", "superseded_at"))
    ending = note(case, clerk)
    assert (ending.former_id, ending.happened_on, ending.noted_on) == (case.applicant_id, DIED, DAY_3)
    assert case.files.get().role == "berakhir"
    assert list(case.deadlines.values_list("pk", "due", "superseded_at")) == before
    payload = case.events.get(kind="applicant_ended").payload
    assert payload["end"] == "death"
    assert "2026-11-24" not in str(payload), "the day stays with the people's data"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"proof": None}, "proof"),
        ({"happened_on": DAY_3 + dt.timedelta(1)}, "happened_on"),
        ({"kind": Ending.DISSOLUTION}, "kind"),
    ],
)
def test_a_note_without_proof_or_with_a_wrong_day_is_told_at_its_field(clerk, fields, field):
    with pytest.raises(Invalid) as refusal:
        note(file_case(), clerk, **fields)
    assert refusal.value.problems[0].field == field


def test_a_legal_body_is_dissolved(clerk):
    assert note(file_case(kind="legal"), clerk, kind=Ending.DISSOLUTION).kind == "dissolution"


def test_an_heir_goes_on_as_a_row_of_its_own_and_mail_goes_there(clerk):
    case = file_case()
    former = case.applicant
    note(case, clerk)
    after = succeed(case, clerk)
    assert (after.applicant.name, after.applicant_id == former.pk) == ("Ani Contoh", False)
    ending = case.endings.get()
    assert (ending.former_id, ending.successor_id, ending.continued_on) == (former.pk, after.applicant_id, DAY_3)
    assert Applicant.objects.get(pk=former.pk).name == "Budi Contoh", "the former one is kept"
    assert MailRecord.objects.filter(case=case, template="succeeded", audience="applicant").exists()
    assert list(access.of_mailbox("ani@contoh.id")) == [after]
    assert not access.of_mailbox("budi@contoh.id").exists()
    assert after.deadlines.get(governs=True).due == DUE
    assert first_fault(case) is None


def test_what_the_former_opened_is_shut(clerk):
    case = file_case()
    session = {}
    access.prove(session, case, NOON)
    codes.send_code(case=case, at=NOON)
    note(case, clerk)
    after = succeed(case, clerk)
    assert not access.is_proved(session, after, NOON)
    assert not access.for_applicant(session, NOON).exists()
    assert not SignInCode.objects.filter(case_id=case.pk, expires_at__gt=moment(DAY_3)).exists()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"proof": None}, "proof"),
        ({"relation": " "}, "relation"),
        ({"successor": Filing(name="", details="", email="a@b.id")}, "name"),
        ({"successor": Filing(name="Ani", details="")}, "email"),
    ],
)
def test_a_successor_needs_proof_a_name_and_a_way_to_be_reached(clerk, fields, field):
    case = file_case()
    note(case, clerk)
    with pytest.raises(Invalid) as refusal:
        succeed(case, clerk, **fields)
    assert refusal.value.problems[0].field == field


def test_nobody_goes_on_after_somebody_who_is_still_there(clerk):
    case = file_case()
    with pytest.raises(Unlawful, match="belum dicatat"):
        succeed(case, clerk)
    with pytest.raises(Unlawful, match="belum dicatat"):
        endings.close_uncontinued(case=case, note="Tidak ada.", **by(clerk))


def test_nobody_continues_is_a_note_and_the_end(clerk):
    case = file_case()
    note(case, clerk)
    with pytest.raises(Invalid, match="Catatan belum diisi"):
        endings.close_uncontinued(case=case, note=" ", **by(clerk))
    closed = endings.close_uncontinued(case=case, note="Keluarga menyatakan tidak melanjutkan.", **by(clerk))
    assert (closed.state, closed.closed_on) == ("closed", DAY_3)
    assert not case.deadlines.open().exists()
    assert "Keluarga" not in str(case.events.get(kind="closed_uncontinued").payload)
    assert InformationRequest.objects.get(pk=case.pk).get_state_display() == "Ditutup dengan catatan"


def test_after_the_note_the_mailbox_of_the_former_moves_nothing(clerk):
    case = file_case()
    note(case, clerk)
    with pytest.raises(Unlawful, match="melalui petugas"):
        withdrawals.withdraw(case=case, on=DAY_3, at=moment(DAY_3))
    succeed(case, clerk)
    withdrawals.withdraw(case=case, on=DAY_3, at=moment(DAY_3))


def test_a_successor_can_end_too(clerk):
    case = file_case()
    note(case, clerk)
    with pytest.raises(Unlawful, match="sudah dicatat"):
        note(case, clerk)
    succeed(case, clerk)
    note(case, clerk)
    assert case.endings.count() == 2


def test_an_answered_request_with_something_to_hand_over_may_be_continued(clerk):
    case = answer_case(days=5)
    note(case, clerk)
    assert succeed(case, clerk).state == "answered"


def test_only_the_desk_notes_it():
    with pytest.raises(Unlawful, match="wewenang"):
        note(file_case(), make_officer(Role.ASSISTANT))

"""A refusal or silence opens the right, not a case (UU 14/2008 Ps 35–36; law.md §1.5)."""

import datetime as dt

import pytest

from ppid.actions import silences
from ppid.actions.clock import tick
from ppid.law.decisions import Decision
from ppid.law.objections import Ground
from ppid.law.procedure import Unlawful
from ppid.models import Deadline, Letter, Objection, ObjectionDraft
from tests.factories import DUE, answer_case, file_case, make_institution, moment, object_to, run_queue

pytestmark = pytest.mark.django_db
LATE = DUE + dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def body():
    make_institution(email="ppid@tirtaraya.example")


def right(case, part: int) -> Deadline:
    return Deadline.objects.standing().get(case=case, term="OBJ_FILE", part=part)


def silent_case():
    case = file_case()
    tick(on=LATE, at=moment(LATE))
    return case


def test_silence_prepares_an_objection_on_ground_c_and_numbers_nothing():
    case = silent_case()
    draft = ObjectionDraft.objects.get(request=case)
    assert (draft.proposed, draft.opened_on, draft.sent) == ("c", LATE, None)
    assert Objection.objects.count() == 0
    assert right(case, 3).due == dt.date(2027, 1, 22)


def test_said_again_the_tick_prepares_no_second():
    case = silent_case()
    tick(on=LATE, at=moment(LATE))
    assert ObjectionDraft.objects.filter(request=case).count() == 1


@pytest.mark.parametrize(
    ("decision", "proposed", "part"), [(Decision.NOT_HELD, "e", 5), (Decision.REFUSED_6_2, "e", 5)]
)
def test_a_refusal_prepares_one_on_its_ground(decision, proposed, part):
    rule = "PERKI 1/2021 Pasal 4 ayat (1) huruf b" if decision is Decision.REFUSED_6_2 else ""
    case = answer_case(decision=decision, rule=rule)
    assert ObjectionDraft.objects.get(request=case).proposed == proposed
    assert right(case, part).due == dt.date(2027, 1, 8)


def test_what_is_given_whole_prepares_none_though_the_right_stays():
    case = answer_case()
    assert not ObjectionDraft.objects.filter(request=case).exists()
    assert object_to(case, grounds=(Ground.NOT_AS_ASKED,)).grounds.get().early is False


def test_sending_it_uses_the_draft_and_meets_the_right():
    case = silent_case()
    objection = object_to(case, at=moment(LATE))
    assert ObjectionDraft.objects.get(request=case).sent == objection
    assert right(case, 3).met_on == LATE


def test_a_later_ground_is_prepared_beside_the_first():
    case = silent_case()
    answer_case(case, on=LATE, decision=Decision.NOT_HELD)
    assert ObjectionDraft.objects.get(request=case).proposed == "ce"


def test_a_ground_objected_to_before_is_not_proposed_again():
    case = file_case()
    object_to(case, at=moment(LATE))
    tick(on=LATE, at=moment(LATE))
    assert not ObjectionDraft.objects.filter(request=case, sent__isnull=True).exists()


def test_the_rights_last_day_missed_is_recorded_once_and_told_the_applicant():
    case = silent_case()
    over = dt.date(2027, 1, 25)
    tick(on=over, at=moment(over))
    tick(on=over, at=moment(over))
    assert case.events.filter(kind="term_missed", payload__term="OBJ_FILE").count() == 1
    assert list(case.mails.filter(facts__term="OBJ_FILE").values_list("audience", flat=True)) == ["applicant"]


def test_silence_can_be_printed_once_its_last_day_is_over():
    case = silent_case()
    letter = silences.print_silence(case=case, on=LATE, at=moment(LATE))
    assert silences.print_silence(case=case, on=LATE, at=moment(LATE)).pk == letter.pk
    assert (letter.kind, letter.signed_id) == (Letter.Kind.SILENCE, None)
    run_queue()
    assert Letter.objects.get(pk=letter.pk).draft_id is not None


def test_nothing_is_printed_before_or_after():
    case = file_case()
    with pytest.raises(Unlawful):
        silences.print_silence(case=case, on=DUE, at=moment(DUE))
    answer_case(case, on=LATE)
    with pytest.raises(Unlawful):
        silences.print_silence(case=case, on=LATE, at=moment(LATE))

"""How a part of an answer stands, when it may be handed over, and when what lies ready is set aside."""

import datetime as dt

import pytest

from ppid.law.delivering import (
    COLLECTION,
    Collecting,
    HandedHow,
    Handing,
    PartFacts,
    PartState,
    concerns,
    ready_problems,
)
from ppid.law.filing import AccessWay, CopyForm, DeliveryWay
from ppid.law.giving import GivenPart
from ppid.law.procedure import MoveName
from ppid.law.refusals import Invalid

NOTICE = dt.date(2026, 11, 23)
DAY = dt.date(2026, 11, 25)
ONE = dt.timedelta(1)
SENT = GivenPart("Laporan.", (CopyForm.SOFT,), delivery_way=DeliveryWay.EMAIL, days=3)
FETCHED = GivenPart("Gambar.", (CopyForm.HARD,), delivery_way=DeliveryWay.PICK_UP, days=3)
VIEWED = GivenPart("Contoh uji.", (CopyForm.HARD,), access_way=AccessWay.VIEW, days=3)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (PartFacts(None), PartState.UNPAID),
        (PartFacts(NOTICE), PartState.PROMISED),
        (PartFacts(NOTICE, DAY), PartState.AVAILABLE),
        (PartFacts(NOTICE, DAY, DAY, DAY, DAY), PartState.SET_ASIDE),
        (PartFacts(NOTICE, DAY, DAY, DAY, DAY, DAY), PartState.DELIVERED),
        (PartFacts(NOTICE, delivered_on=DAY), PartState.DELIVERED),
    ],
)
def test_the_state_follows_from_the_facts(facts, state):
    assert facts.state is state


def test_two_reminders_and_then_the_mark_each_from_the_step_before__law_md_2_6():
    facts = PartFacts(NOTICE, DAY)
    assert facts.next_step() == (Collecting.FIRST_REMINDER, DAY, COLLECTION.first_reminder)
    facts = PartFacts(NOTICE, DAY, DAY + 7 * ONE)
    assert facts.next_step() == (Collecting.SECOND_REMINDER, DAY + 7 * ONE, COLLECTION.second_reminder)
    facts = PartFacts(NOTICE, DAY, DAY + 7 * ONE, DAY + 14 * ONE)
    assert facts.next_step() == (Collecting.SET_ASIDE, DAY + 14 * ONE, COLLECTION.set_aside)
    assert PartFacts(NOTICE, DAY, DAY, DAY, DAY).next_step() is None
    assert PartFacts(NOTICE).next_step() is None, "what is only promised is nobody's to fetch"
    assert "bukan penolakan" in COLLECTION.doubt


def fields(handing, on=DAY):
    try:
        handing.checked(noticed_on=NOTICE, on=on)
    except Invalid as error:
        return [problem.field for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"how": "portal", "given": 1}, []),
        ({"how": "portal"}, ["given"]),
        ({"how": "email"}, ["given"]),
        ({"how": "post", "proof": True}, []),
        ({"how": "post"}, ["proof"]),
        ({"how": "courier"}, ["proof"]),
        ({"how": "fax"}, ["proof"]),
        ({"how": "by_hand"}, []),
        ({"how": "viewed"}, []),
        ({"how": "merpati"}, ["how"]),
        ({"how": "by_hand", "delivered_on": DAY + ONE}, ["delivered_on"]),
        ({"how": "by_hand", "delivered_on": NOTICE - ONE}, ["delivered_on"]),
        ({"how": "post", "proof": True, "received_on": DAY + ONE}, ["received_on"]),
        ({"how": "post", "proof": True, "received_on": DAY - ONE}, ["received_on"]),
        ({"how": "portal", "given": 1, "withheld": True}, ["redacted"]),
        ({"how": "portal", "given": 1, "withheld": True, "redacted": True}, []),
        ({"how": "by_hand", "withheld": True}, []),
    ],
)
def test_each_way_wants_its_own_proof_and_a_blackened_copy_is_looked_at(values, wrong):
    assert fields(Handing(**{"delivered_on": DAY, **values})) == wrong


@pytest.mark.parametrize("how", HandedHow)
def test_only_what_is_carried_arrives_later(how):
    arrived = Handing(how=how, delivered_on=DAY).arrived_on
    assert arrived == (None if how in {HandedHow.POST, HandedHow.COURIER} else DAY)
    assert Handing(how=how, delivered_on=DAY, received_on=DAY + ONE).arrived_on == DAY + ONE


def test_only_what_the_applicant_comes_for_is_called_ready__perki_35():
    for part in (FETCHED, VIEWED):
        assert not list(ready_problems(part, DAY, noticed_on=NOTICE, on=DAY))
    assert [row.field for row in ready_problems(SENT, DAY, noticed_on=NOTICE, on=DAY)] == ["part"]
    assert [row.field for row in ready_problems(FETCHED, DAY + ONE, noticed_on=NOTICE, on=DAY)] == ["available_on"]


@pytest.mark.parametrize(
    ("name", "part", "proof", "states"),
    [
        (MoveName.DELIVER_PART, SENT, False, {PartState.PROMISED, PartState.AVAILABLE, PartState.SET_ASIDE}),
        (MoveName.MAKE_AVAILABLE, FETCHED, False, {PartState.PROMISED}),
        (MoveName.MAKE_AVAILABLE, SENT, False, set()),
        (MoveName.RECORD_RECEIPT, SENT, True, {PartState.DELIVERED}),
        (MoveName.RECORD_RECEIPT, SENT, False, set()),
        (MoveName.REOPEN_PART, FETCHED, False, {PartState.SET_ASIDE}),
        (MoveName.WITHDRAW, FETCHED, True, set()),
    ],
)
def test_which_move_is_about_a_part_of_which_state(name, part, proof, states):
    assert {state for state in PartState if concerns(name, state, part, awaits_proof=proof)} == states

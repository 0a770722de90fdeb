"""The table of moves: every state and actor, so that nothing lawful or unlawful slips in unseen."""

import itertools

import pytest

from ppid.law.procedure import (
    DOORWAYS,
    REQUEST,
    SIGNERS,
    Actor,
    MoveName,
    State,
    Unlawful,
    lawful,
    may_sign,
    move,
    require,
)
from ppid.law.procedure_dispute import DISPUTE
from ppid.law.procedure_objection import OBJECTION

NAMES = [row.name for row in REQUEST]
CHECK = {"draft_incomplete", "send_incomplete", "complete_papers", "note_not_completed", "accept_as_new"}
# In any state that is not ended: an applicant who is no more, and the mark that stops nothing.
PARTY = {"note_ending", "accept_successor", "flag_annoying", "lift_flag"}
DESK = CHECK | PARTY | {"withdraw_part", "close_uncontinued"}
DESK |= {"declare_complete", "dispose", "draft_notice", "attach_signed", "record_sending", "record_arrival", "withdraw"}
DESK.add("confirm_oral")
DESK |= {"draft_extension", "send_extension"}
COMPLAINTS = {"enter_complaint", "settle_complaint", "answer_complaint", "complete_complaint", "notify_complaint"}
DESK |= COMPLAINTS | {"hand_to_complaints"}
GIVING = {"record_arrival", "deliver_part", "make_available", "record_receipt", "reopen_part", "record_payment"}
CHOOSING = {"fill_copy_form", "choose_viewing"}
GIVING |= CHOOSING | {"offer_viewing", "note_absence", "record_minutes"}
# Handing on to another body: the applicant's wish, by the applicant or recorded; the act the desk's alone.
ONWARD = {"wish_forwarding", "forward"}
EXPECTED = {
    (State.ANSWERED, Actor.APPLICANT): CHOOSING | {"wish_forwarding"},
    (State.REGISTERED, Actor.APPLICANT): {"withdraw", "withdraw_part", "complete_papers"},
    (State.REGISTERED, Actor.FRONT_DESK): DESK,
    (State.REGISTERED, Actor.PPID): DESK | {"propose_refusal"},
    (State.REGISTERED, Actor.SUPERIOR): {"approve_refusal", "return_refusal"},
    (State.REGISTERED, Actor.ASSISTANT): {"draft_notice", "draft_extension", "return_case"},
    (State.ANSWERED, Actor.FRONT_DESK): PARTY | {"confirm_oral"} | GIVING | COMPLAINTS | ONWARD,
    (State.ANSWERED, Actor.PPID): PARTY | {"confirm_oral"} | GIVING | COMPLAINTS | ONWARD,
    **{
        (state, actor): COMPLAINTS
        for state in (State.WITHDRAWN, State.CLOSED)
        for actor in (Actor.FRONT_DESK, Actor.PPID)
    },
    **{(State.HANDED_OVER, actor): COMPLAINTS | {"resume_request"} for actor in (Actor.FRONT_DESK, Actor.PPID)},
}
# Work inside the office that moves no case: lawful in every state, and between units in all but the withdrawn one.
INSIDE = {
    Actor.FRONT_DESK: {"write_subject"},
    Actor.ASSISTANT: {"write_subject"},
    Actor.PPID: {"write_subject", "approve_subject"},
}
BETWEEN_UNITS = {"ask_unit", "answer_unit", "take_back_question"}


@pytest.mark.parametrize(("state", "actor"), list(itertools.product(State, Actor)))
def test_the_moves_of_every_state_and_actor(state, actor):
    expected = EXPECTED.get((state, actor), set()) | INSIDE.get(actor, set())
    if actor in INSIDE and state is not State.WITHDRAWN:
        expected |= BETWEEN_UNITS
    assert {row.name for row in lawful(state, {actor})} == expected


@pytest.mark.parametrize(("name", "state", "actor"), list(itertools.product(NAMES, State, Actor)))
def test_require_allows_what_the_buttons_show_and_nothing_else(name, state, actor):
    if move(name) in lawful(state, {actor}):
        assert require(name, state, {actor}).name is name
    else:
        with pytest.raises(Unlawful) as refusal:
            require(name, state, {actor})
        assert move(name).label in str(refusal.value)


def test_every_move_has_one_row_an_article_and_a_label():
    assert len({row.name for row in REQUEST}) == len(REQUEST)
    assert {row.name for row in (*REQUEST, *OBJECTION, *DISPUTE)} == set(MoveName)
    assert all(row.article and row.label and row.actors for row in REQUEST)


def test_the_doors_of_the_objection_stand_open__uu_35_1():
    assert {state for door in DOORWAYS for state in door.sources} == {State.REGISTERED, State.ANSWERED}


def test_the_ppid_signs_the_notice_a_pelaksana_only_on_a_mandate__perki_annex_vii():
    assert set(SIGNERS) == {"notice", "incomplete", "extension", "ruling", "settlement"}
    for kind in ("notice", "incomplete", "extension", "settlement"):
        assert may_sign(kind, "ppid", mandated=False)
        assert not may_sign(kind, "pembantu", mandated=False)
        assert may_sign(kind, "pembantu", mandated=True)
        assert not may_sign(kind, "petugas", mandated=True)

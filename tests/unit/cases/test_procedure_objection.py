"""The table of moves of an objection, every state and actor."""

import itertools

import pytest

from ppid.law import procedure_objection
from ppid.law.procedure import Actor, MoveName, State, Unlawful, may_sign
from ppid.law.procedure_objection import OBJECTION, OBJECTION_DOORWAYS, lawful

DESK_OPEN = {
    "ask_missing", "attach_signed", "send_ruling", "record_arrival", "draft_settlement", "record_settlement",
    "withdraw",
}  # fmt: skip
SUPERIOR_OPEN = {
    "offer_next_superior", "draft_ruling", "attach_signed", "send_ruling", "record_arrival", "draft_settlement",
    "record_settlement",
}  # fmt: skip
EXPECTED = {
    (State.REGISTERED, Actor.APPLICANT): {"withdraw"},
    (State.REGISTERED, Actor.FRONT_DESK): DESK_OPEN,
    (State.REGISTERED, Actor.PPID): DESK_OPEN,
    (State.REGISTERED, Actor.SUPERIOR): SUPERIOR_OPEN,
    (State.ANSWERED, Actor.APPLICANT): {"record_reply"},
    (State.ANSWERED, Actor.FRONT_DESK): {"record_arrival", "record_reply", "fulfil_order"},
    (State.ANSWERED, Actor.PPID): {"record_arrival", "record_reply", "fulfil_order"},
    (State.ANSWERED, Actor.SUPERIOR): {"record_arrival", "record_reply"},
}


@pytest.mark.parametrize(("state", "actor"), list(itertools.product(State, Actor)))
def test_the_moves_of_every_state_and_actor(state, actor):
    assert {row.name for row in lawful(state, {actor})} == EXPECTED.get((state, actor), set())


def test_uu_36_2_only_the_superior_writes_the_answer():
    assert procedure_objection.move(MoveName.DRAFT_RULING).actors == {Actor.SUPERIOR}
    assert may_sign("ruling", "atasan", mandated=False)
    assert not may_sign("ruling", "ppid", mandated=True)


def test_uu_35_1_only_the_applicant_or_who_registers_for_him_files():
    assert procedure_objection.move(MoveName.FILE).actors == {Actor.APPLICANT, Actor.FRONT_DESK, Actor.PPID}


def test_a_move_of_a_request_is_none_of_an_objection():
    with pytest.raises(Unlawful, match="tidak dapat dilakukan"):
        procedure_objection.require(MoveName.DECLARE_COMPLETE, State.REGISTERED, set(Actor))


def test_every_row_has_an_article_and_the_dispute_opens_from_answer_and_from_silence():
    assert all(row.article and row.label and row.actors for row in OBJECTION)
    assert {state for door in OBJECTION_DOORWAYS for state in door.sources} == {State.REGISTERED, State.ANSWERED}

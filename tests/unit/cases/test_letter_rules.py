"""The table of letters and the table of moves speak of the same things."""

import datetime as dt

import pytest

from ppid.law.decisions import check_arrival
from ppid.law.letters import LETTERS, SENDING, TRAVELS, LetterKind, SentHow, is_signed
from ppid.law.moves import Move, MoveName, State
from ppid.law.procedure import REQUEST, SIGNERS
from ppid.law.procedure_objection import OBJECTION
from ppid.law.refusals import Invalid


def of(name: MoveName) -> Move:
    """The row that drafts or sends a letter, in whichever table it stands."""
    return next(row for row in (*REQUEST, *OBJECTION) if row.name is name)


MONDAY = dt.date(2026, 11, 23)


def test_every_signed_letter_has_signers_and_moves_that_draft_and_send_it():
    signed = {kind for kind, rule in LETTERS.items() if rule.signed}
    assert signed == set(SIGNERS)
    for kind in signed:
        rule = LETTERS[kind]
        assert rule.drafts is not None
        assert rule.sends is not None
        assert of(rule.drafts).sources == of(rule.sends).sources
        assert SENDING[rule.sends] is kind


def test_only_the_sending_of_notice_and_ruling_answers__uu_22_7_36_2():
    answering = {kind for name, kind in SENDING.items() if of(name).target is State.ANSWERED}
    assert answering == {LetterKind.NOTICE, LetterKind.RULING}


def test_a_receipt_counts_unsigned__uu_22_4():
    assert not is_signed("receipt")
    assert is_signed("notice")


def test_only_post_and_courier_travel():
    assert {SentHow.POST, SentHow.COURIER} == TRAVELS


@pytest.mark.parametrize(("delivered", "word"), [(-1, "mendahului"), (6, "masa depan")])
def test_a_letter_arrives_between_its_sending_and_today__perki_33_3(delivered, word):
    with pytest.raises(Invalid) as refusal:
        check_arrival(sent_on=MONDAY, delivered_on=MONDAY + dt.timedelta(delivered), on=MONDAY + dt.timedelta(5))
    assert refusal.value.problems[0].field == "delivered_on"
    assert word in refusal.value.problems[0].text
    check_arrival(sent_on=MONDAY, delivered_on=MONDAY, on=MONDAY)

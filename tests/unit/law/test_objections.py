"""Grounds of an objection and the day each counts from (UU 14/2008 Ps 35–36; law.md §1.5)."""

import datetime as dt

import pytest

from ppid.law.clock import due_of
from ppid.law.objections import GROUNDS, Day, Facts, Ground, ObjectionFiling, day_zero, not_before_time
from ppid.law.refusals import Invalid
from ppid.law.terms import term
from tests.factories import filing
from tests.unit.law.decrees import calendar

DUE = dt.date(2026, 12, 16)
NOTICE = dt.date(2026, 12, 7)
A_TO_G = [*"abcdefg"]


def last_day(first: dt.date | None) -> dt.date | None:
    return due_of(term("OBJ_FILE"), first, calendar()) if first else None


def test_ps_35_1_has_seven_grounds_in_its_order():
    assert list(Ground) == A_TO_G == list(GROUNDS)
    assert [GROUNDS[ground].part for ground in Ground] == [1, 2, 3, 4, 5, 6, 7]


def test_ps_35_2_all_but_a_may_be_settled():
    assert [ground for ground in Ground if not GROUNDS[ground].settled] == ["a"]


def test_annex_xi_only_b_needs_no_request():
    assert [ground for ground in Ground if not GROUNDS[ground].needs_request] == ["b"]


def test_ps_36_1_silence_after_16_december_2026_cautious_2_february_literal_3_february():
    day = day_zero(Ground.NOT_ANSWERED, Facts(due=DUE))
    assert (last_day(day.earliest), last_day(day.latest)) == (dt.date(2027, 2, 2), dt.date(2027, 2, 3))


@pytest.mark.parametrize("ground", [Ground.REFUSED_17, Ground.NOT_AS_ASKED, Ground.NOT_FULFILLED, Ground.FEE])
def test_ps_36_1_refusal_received_7_december_2026_objection_until_22_january_2027(ground):
    day = day_zero(ground, Facts(due=DUE, answered=NOTICE, received=NOTICE))
    assert last_day(day.earliest) == last_day(day.latest) == dt.date(2027, 1, 22)


def test_while_the_letter_travels_its_sending_is_shown_and_nothing_can_be_late():
    assert day_zero(Ground.REFUSED_17, Facts(due=DUE, answered=NOTICE)) == Day(NOTICE, None)


def test_what_was_delivered_later_moves_the_latest_reading_only():
    given = dt.date(2026, 12, 21)
    facts = Facts(due=DUE, answered=NOTICE, received=NOTICE, given=(given,))
    assert day_zero(Ground.NOT_AS_ASKED, facts) == Day(NOTICE, given)


def test_ps_36_1_late_delivery_counts_from_the_day_it_was_due():
    promised = dt.date(2026, 12, 14)
    facts = Facts(due=NOTICE, answered=NOTICE, received=NOTICE, promised=(promised,))
    assert day_zero(Ground.TOO_LATE, facts) == Day(NOTICE, promised + dt.timedelta(days=1))
    assert day_zero(Ground.NOT_FULFILLED, facts) == Day(NOTICE, promised + dt.timedelta(days=1))


def test_ground_b_counts_from_the_day_that_the_applicant_names_and_has_no_last_day():
    named = dt.date(2026, 11, 2)
    day = day_zero(Ground.NOT_PUBLISHED, Facts(), named)
    assert day == Day(named, None)
    assert not day.counts


def test_a_late_answer_closes_no_opened_right():
    facts = Facts(due=DUE, answered=dt.date(2026, 12, 21), received=dt.date(2026, 12, 21))
    assert not_before_time(Ground.NOT_ANSWERED, facts, dt.date(2026, 12, 28))


@pytest.mark.parametrize("ground", [Ground.NOT_ANSWERED, Ground.TOO_LATE])
def test_on_the_last_day_itself_silence_is_no_ground_yet(ground):
    assert not not_before_time(ground, Facts(due=DUE), DUE)
    assert not_before_time(ground, Facts(due=DUE), DUE + dt.timedelta(days=1))


def said(**fields) -> dict[str, str]:
    wanted = {"grounds": (Ground.NOT_ANSWERED,), "reasons": "Tidak ada jawaban."}
    handed_in = ObjectionFiling(**{**wanted, **fields})
    return {one.field: str(one) for one in handed_in.problems(has_request=False, received_on=NOTICE)}


def test_grounds_about_a_request_want_the_request():
    assert "huruf b" in said(person=filing())["grounds"]
    assert said(person=filing(), grounds=(Ground.NOT_PUBLISHED,)) == {}


def test_without_ground_reason_and_person_nothing_can_be_registered():
    assert set(said(grounds=(), reasons=" ")) == {"grounds", "reasons", "name"}


def test_perki_41_5_what_else_is_missing_is_asked_for_and_stops_nothing():
    handed_in = ObjectionFiling(grounds=(Ground.NOT_ANSWERED,), reasons="Diam.")
    assert handed_in.checked(has_request=True, received_on=NOTICE).gaps() == ("position", "purpose")


def test_a_day_to_come_was_not_found():
    with pytest.raises(Invalid, match="belum tiba"):
        ObjectionFiling(
            grounds=(Ground.NOT_PUBLISHED,), reasons="Tidak ada.", found_on=NOTICE + dt.timedelta(days=1),
            person=filing(),
        ).checked(has_request=False, received_on=NOTICE)  # fmt: skip

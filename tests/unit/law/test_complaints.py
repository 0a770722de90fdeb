"""A complaint's clocks beside each other: the earlier is the legal limit (law.md §5.3)."""

import datetime as dt
import itertools

import pytest

from ppid.law.clock import due_of
from ppid.law.complaints import (
    DUTIES,
    FROM_FIRST_RECEIPT,
    SETTLING,
    TERMS,
    ComplaintClass,
    Handover,
    check_day,
    check_tracking_id,
)
from ppid.law.refusals import Invalid
from ppid.law.terms import ALL_TERMS, Group, term
from tests.unit.law.decrees import calendar

CALENDAR = calendar()
RECEIVED = dt.date(2026, 3, 10)


def due(code, first=RECEIVED):
    return due_of(term(code), first, CALENDAR)


def test_uu_25_2009_44_3_and_lapor_verification_run_from_the_first_receipt_over_lebaran():
    assert [due(code).isoformat() for code in FROM_FIRST_RECEIPT] == ["2026-03-24", "2026-03-13"]


def test_the_earlier_of_statute_and_practice_is_the_limit_whichever_it_is():
    settle = next(duty for duty in DUTIES if "CMP_DECIDE" in duty.codes)
    statute, practice = due("CMP_DECIDE"), due(SETTLING[ComplaintClass.OVERSIGHT])
    assert statute == dt.date(2026, 5, 9)
    assert practice > statute
    assert settle.limit({"CMP_DECIDE": statute, "LAPOR_OVERSIGHT": practice}) == statute
    soon = due(SETTLING[ComplaintClass.NON_OVERSIGHT])
    assert settle.limit({"CMP_DECIDE": statute, "LAPOR_NONOVERSIGHT": soon}) == soon < statute
    assert settle.limit({"CMP_DECIDE": None, "LAPOR_NONOVERSIGHT": soon}) == soon
    assert settle.limit({}) is None


def test_every_term_of_a_duty_is_a_complaint_term_and_stands_in_one_duty():
    codes = list(itertools.chain.from_iterable(duty.codes for duty in DUTIES))
    known = {row.code for row in ALL_TERMS if row.group in {Group.COMPLAINT, Group.LAPOR}}
    assert len(codes) == len(set(codes))
    assert set(codes) == TERMS
    # The complainant's own filing limit, LAPOR!'s requests for information and its own closing bind no desk here.
    assert known - TERMS == {"CMP_FILE", "LAPOR_INFO", "LAPOR_AUTOCLOSE"}


@pytest.mark.parametrize(("matter", "wrong"), [("", True), ("  ", True), ("Petugas meminta uang.", False)])
def test_a_hand_over_says_what_is_complained_of(matter, wrong):
    assert bool(Handover(True, matter, ComplaintClass.OVERSIGHT).problems()) is wrong


@pytest.mark.parametrize(("typed", "kept"), [("7654321", "7654321"), (" #765 4321 ", "7654321")])
def test_a_tracking_id_is_digits(typed, kept):
    assert check_tracking_id(typed) == kept


@pytest.mark.parametrize("typed", ["", "abc", "12a", "٣٤", "9" * 21])
def test_what_is_no_tracking_id_is_told(typed):
    with pytest.raises(Invalid, match="angka saja"):
        check_tracking_id(typed)


@pytest.mark.parametrize(("day", "right"), [(9, False), (10, True), (12, True), (13, False)])
def test_a_step_lies_between_the_one_before_and_today(day, right):
    said = {"earliest": dt.date(2026, 3, 10), "on": dt.date(2026, 3, 12)}
    if right:
        check_day("day", dt.date(2026, 3, day), **said)
    else:
        with pytest.raises(Invalid):
            check_day("day", dt.date(2026, 3, day), **said)

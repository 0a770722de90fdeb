"""The one extension of UU 14/2008 Ps 22(8) and PERKI 1/2021 Ps 36: until when it may leave and where it ends."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.law.clock import derive, due_of
from ppid.law.extension import (
    GROUNDS,
    LONGEST,
    ExtensionContent,
    ExtensionGround,
    check_dates,
    check_may_extend,
    extended,
)
from ppid.law.refusals import Invalid, Unlawful
from ppid.law.terms import term
from tests.unit.law.decrees import AMENDMENT, calendar

CALENDAR = calendar()
# Far enough from the end of the decrees that every extended day is known.
RECEIVED = st.dates(dt.date(2024, 1, 2), dt.date(2027, 11, 15))
DAYS = st.integers(1, LONGEST)


def end_of_notice(received: dt.date) -> dt.date:
    return due_of(term("REQ_NOTICE_UU"), received, CALENDAR)


def extended_due(base: dt.date, days: int, which=CALENDAR) -> dt.date | None:
    found = extended(base, days, which)
    return found.due if found else None


def content(**fields) -> ExtensionContent:
    wanted = {
        "grounds": (ExtensionGround.NOT_OBTAINED,), "reason": "Berkasnya di arsip daerah.", "days": 7,
        "old_due": dt.date(2026, 12, 7), "new_due": dt.date(2026, 12, 16),
    }  # fmt: skip
    return ExtensionContent(**{**wanted, **fields})


@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("2026-03-10", "2026-04-10"),
        ("2025-03-24", "2025-04-28"),
        ("2026-12-18", "2027-01-18"),
        ("2026-03-13", "2026-04-15"),
        ("2026-11-23", "2026-12-16"),
    ],
)
def test_uu_22_8_the_extended_day_is_the_seventeenth_working_day_at_the_latest(received, last):
    base = end_of_notice(dt.date.fromisoformat(received))
    assert extended_due(base, 7) == dt.date.fromisoformat(last)


@given(received=RECEIVED, days=DAYS)
def test_uu_22_8_an_extension_counts_on_from_the_end_of_the_notice_period(received, days):
    base = end_of_notice(received)
    last = extended_due(base, days)
    assert last is not None
    assert CALENDAR.working_days_between(received, last) == 10 + days
    assert CALENDAR.working_days_between(base, last) == days
    assert CALENDAR.is_working(last)


@given(received=RECEIVED, days=DAYS)
def test_the_letter_says_the_same_dates_and_every_day_between(received, days):
    base = end_of_notice(received)
    letter = ExtensionContent.written(
        grounds=[ExtensionGround.UNDECIDED], reason=" Sedang diuji. ", days=days, end_of_notice=base, calendar=CALENDAR
    )
    check_dates(letter, due=base, calendar=CALENDAR)
    assert letter.new_due == extended_due(base, days)
    assert sum(day["counted"] for day in letter.trail) == days
    assert letter.reason == "Sedang diuji."
    assert ExtensionContent.from_json(letter.as_json()) == letter


@given(received=RECEIVED, days=DAYS)
def test_perki_36_1_b_a_refusal_may_come_up_to_the_extended_day(received, days):
    refusal = derive(term("REQ_REFUSAL_NOTICE"), received, CALENDAR, 10 + days).due
    assert refusal == extended_due(end_of_notice(received), days)


@given(received=RECEIVED, shift=st.integers(-30, 30))
def test_day_ten_itself_is_in_time_and_no_day_after_it(received, shift):
    base = end_of_notice(received)
    on = base + dt.timedelta(shift)
    if shift <= 0:
        assert check_may_extend(due=base, extended_before=False, on=on) == base
    else:
        with pytest.raises(Unlawful, match="sudah lewat"):
            check_may_extend(due=base, extended_before=False, on=on)


@given(received=RECEIVED, shift=st.integers(-30, 30))
def test_perki_36_never_twice(received, shift):
    base = end_of_notice(received)
    with pytest.raises(Unlawful, match="satu kali"):
        check_may_extend(due=base, extended_before=True, on=base + dt.timedelta(shift))


def test_a_last_day_that_cannot_be_computed_is_told_with_its_remedy():
    with pytest.raises(Unlawful, match="SKB"):
        check_may_extend(due=None, extended_before=False, on=dt.date(2028, 5, 2))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"grounds": ()}, "grounds"),
        ({"reason": " "}, "reason"),
        ({"days": 0}, "days"),
        ({"days": 8}, "days"),
    ],
)
def test_perki_36_1_no_extension_without_a_ground_a_written_reason_and_one_to_seven_days(fields, field):
    with pytest.raises(Invalid) as refusal:
        content(**fields).checked()
    assert [problem.field for problem in refusal.value.problems] == [field]


def test_perki_36_1_the_grounds_are_two_and_both_may_hold():
    assert set(GROUNDS) == set(ExtensionGround)
    assert len(GROUNDS) == 2
    assert content(grounds=tuple(ExtensionGround)).problems() == ()


@given(grounds=st.lists(st.sampled_from(ExtensionGround), unique=True), days=DAYS, known=st.booleans())
def test_what_is_stored_comes_back(grounds, days, known):
    said = content(grounds=tuple(grounds), days=days)
    said = said if known else dataclasses.replace(said, new_due=None)
    assert ExtensionContent.from_json(said.as_json()) == said


def test_an_extension_into_a_year_without_a_decree_has_no_date_yet():
    assert extended_due(dt.date(2027, 12, 30), 7) is None


def test_a_letter_whose_dates_a_decree_has_moved_is_written_anew():
    base = dt.date(2025, 8, 15)
    before = calendar(without=AMENDMENT)
    said = content(old_due=base, new_due=extended_due(base, 7, before))
    check_dates(said, due=base, calendar=before)
    with pytest.raises(Unlawful, match="Susun ulang"):
        check_dates(said, due=base, calendar=CALENDAR)
    with pytest.raises(Unlawful, match="Susun ulang"):
        check_dates(said, due=base + dt.timedelta(1), calendar=before)

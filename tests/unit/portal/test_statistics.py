"""Service in figures (UU 14/2008 Ps 12): every request is in one list and in one only."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.queries.statistics import figures_of, median
from tests.unit.law.decrees import calendar

CALENDAR = calendar()
RECEIVED = dt.date(2026, 3, 10)
DUE = dt.date(2026, 3, 31)  # law.md §7.4
LATER = dt.date(2026, 6, 1)


def figures(*rows, on=LATER):
    return figures_of(2026, rows, on=on, calendar=CALENDAR)


def test_ps_22_7_answered_on_the_last_day_is_in_time():
    found = figures((RECEIVED, DUE, DUE, 3))
    assert (found.in_time, found.late, found.open) == (3, 0, 0)
    assert found.median_days == 10


def test_answered_a_day_after_is_late():
    assert figures((RECEIVED, DUE + dt.timedelta(1), DUE, 1)).late == 1


def test_unanswered_runs_until_its_last_day_and_is_late_the_day_after():
    row = (RECEIVED, None, DUE, 1)
    assert figures(row, on=DUE).open == 1
    assert figures(row, on=DUE + dt.timedelta(1)).late == 1


def test_an_answer_that_was_yet_to_come_does_not_count():
    before = figures((RECEIVED, DUE, DUE, 1), on=dt.date(2026, 3, 20))
    assert (before.open, before.in_time, before.median_days) == (1, 0, None)


def test_a_request_without_a_date_is_told_apart():
    found = figures((RECEIVED, None, None, 2))
    assert (found.uncountable, found.known, found.in_time_percent) == (2, 0, None)


@pytest.mark.parametrize(("in_time", "late", "percent"), [(1, 0, 100), (199, 1, 99), (2, 1, 66), (0, 4, 0)])
def test_the_share_is_rounded_down(in_time, late, percent):
    rows = [(RECEIVED, DUE, DUE, in_time), (RECEIVED, None, DUE, late)]
    assert figures(*rows).in_time_percent == percent


@pytest.mark.parametrize(
    ("counts", "middle"), [({}, None), ({4: 1}, 4), ({2: 1, 9: 1}, 9), ({1: 5, 8: 4}, 1), ({1: 2, 3: 1, 7: 2}, 3)]
)
def test_median(counts, middle):
    assert median(counts) == middle


days = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 20))
rows = st.lists(st.tuples(days, st.none() | days, st.none() | days, st.integers(1, 5)), max_size=20)


@given(rows, days)
def test_the_lists_add_up_to_all_that_were_received(rows, on):
    rows = [row for row in rows if row[1] is None or row[1] >= row[0]]
    found = figures(*rows, on=on)
    assert found.received == sum(row[3] for row in rows)
    assert found.received == found.in_time + found.late + found.open + found.uncountable

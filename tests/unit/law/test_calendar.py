"""Decrees as data: who decides a day, which years may be computed, and what the whole is called."""

import datetime as dt
import itertools

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.law.calendar import Calendar, Decree, DecreeDay, Kind, MissingDecree
from ppid.law.clock import TrailDay, derive, due_of
from ppid.law.terms import ALL_TERMS, Unit, term
from tests.unit.law.decrees import calendar, shipped

CALENDAR = calendar()
FIRST, LAST = dt.date(2024, 1, 1), dt.date(2027, 12, 31)
WEEKDAY = dt.date(2026, 3, 11)


def decree(number: str, date: str, *days: DecreeDay, covers: tuple[int, ...] = (), sequence: int = 0) -> Decree:
    return Decree(number, dt.date.fromisoformat(date), "uji", days, covers, sequence=sequence)


def holiday(day: dt.date = WEEKDAY, kind: Kind = Kind.LOCAL, name: str = "Hari jadi") -> DecreeDay:
    return DecreeDay(day, kind, name)


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
@pytest.mark.parametrize(
    ("category", "kind"), [("public", Kind.NATIONAL), ("government", Kind.SHARED_LEAVE)], ids=["national", "shared"]
)
def test_seeded_days_agree_with_the_holidays_package(year, category, kind):
    package = set(holidays.country_holidays("ID", years=year, categories=(category,)))
    ours = {day for day, (entry, _) in CALENDAR.said.items() if day.year == year and entry.kind is kind}
    assert ours == package


@pytest.mark.parametrize(("year", "count"), [(2024, 238), (2025, 237), (2026, 240), (2027, 242)])
def test_working_days_of_a_year(year, count):
    assert CALENDAR.working_days_between(dt.date(year, 1, 1), dt.date(year, 12, 31)) == count


def test_every_decree_is_whole_and_amendments_name_what_they_amend():
    numbers = {row.number for row in shipped()}
    assert len(numbers) == 7
    assert {row.amends for row in shipped()} - {""} <= numbers
    assert all(row.source and row.date.year >= 2023 for row in shipped())


def test_newest_decree_that_mentions_a_day_decides():
    base = decree("A", "2025-09-01", holiday(), covers=(2026,))
    opened = decree("B", "2026-01-01", DecreeDay(WEEKDAY, Kind.REMOVED))
    closed = decree("C", "2026-02-01", holiday(name="Lagi"))
    assert not Calendar.of([base]).is_working(WEEKDAY)
    assert Calendar.of([base, opened]).is_working(WEEKDAY)
    assert not Calendar.of([base, opened, closed]).is_working(WEEKDAY)
    assert "B" in Calendar.of([base, opened]).fact(WEEKDAY).reason


def test_of_two_decrees_of_one_date_the_later_adopted_decides():
    base = decree("Z", "2026-01-01", holiday(), covers=(2026,), sequence=1)
    later = decree("A", "2026-01-01", DecreeDay(WEEKDAY, Kind.REMOVED), sequence=2)
    assert Calendar.of([later, base]).is_working(WEEKDAY)


def test_an_amendment_or_local_day_alone_covers_no_year():
    local = decree("Perbup 1/2031", "2030-12-01", holiday(dt.date(2031, 3, 11)))
    with pytest.raises(MissingDecree, match="2031"):
        Calendar.of([*shipped(), local]).is_working(dt.date(2031, 3, 12))


def test_a_removed_weekend_day_stays_a_weekend():
    saturday = dt.date(2026, 3, 14)
    base = decree("A", "2025-01-01", DecreeDay(saturday, Kind.REMOVED), covers=(2026,))
    fact = Calendar.of([base]).fact(saturday)
    assert not fact.working
    assert fact.kind is Kind.WEEKEND
    assert fact.reason == "Sabtu, akhir pekan (Perpres 21/2023 Pasal 3)"


def test_reasons_name_the_day_and_its_decree():
    reasons = {
        day: CALENDAR.fact(dt.date.fromisoformat(day)).reason for day in ("2026-03-18", "2026-03-19", "2026-03-25")
    }
    number = "SKB 3 Menteri 1497/2025, 2/2025, 5/2025"
    assert reasons == {
        "2026-03-18": f"Cuti bersama Hari Suci Nyepi (Tahun Baru Saka 1948) ({number})",
        "2026-03-19": f"Hari Suci Nyepi (Tahun Baru Saka 1948), libur nasional ({number})",
        "2026-03-25": "hari kerja",
    }


def test_version_returns_when_a_decree_leaves_again():
    extra = decree("UJI 1/2026", "2026-02-01", holiday())
    assert Calendar.of([*shipped(), extra]).version != CALENDAR.version
    assert Calendar.of(shipped()).version == CALENDAR.version


def test_years_with_a_gap_are_refused_in_the_gap():
    gap = Calendar.of([decree("A", "2025-01-01", covers=(2026, 2028))])
    assert gap.is_working(dt.date(2028, 1, 3))
    with pytest.raises(MissingDecree, match="2027"):
        gap.nth_after(dt.date(2026, 12, 29), 10)
    with pytest.raises(MissingDecree, match="2027"):
        gap.nth_before(dt.date(2028, 1, 5), 10)


def test_no_decree_at_all():
    with pytest.raises(MissingDecree, match="2026"):
        Calendar.of([]).nth_after(WEEKDAY, 1)


# --- properties -------------------------------------------------------------------------------------------------------

days = st.dates(FIRST, dt.date(2027, 5, 1))
lengths = st.integers(1, 100)
working_terms = st.sampled_from([row for row in ALL_TERMS if row.unit is Unit.WORKING_DAYS and not row.backwards])


@given(working_terms, days, lengths)
def test_trail_counts_the_length_ends_on_a_working_day_and_misses_no_day(row, first, stated):
    length = stated if row.length is None else None
    found = derive(row, first, CALENDAR, length)
    assert sum(day.counted for day in found.trail) == found.length
    assert CALENDAR.is_working(found.due)
    assert found.trail[-1].counted
    assert [day.date for day in found.trail] == [
        first + dt.timedelta(n) for n in range(1, (found.due - first).days + 1)
    ]
    assert [day.number for day in found.trail if day.counted] == list(range(1, found.length + 1))
    assert all(day.reason for day in found.trail)
    assert due_of(row, first, CALENDAR, length) == found.due
    assert CALENDAR.working_days_between(first, found.due) == found.length


@given(days, days, lengths, lengths)
def test_later_receipt_or_longer_term_is_never_due_earlier(one, other, short, long):
    row = term("REQ_DELIVERY")
    (early, late), (short, long) = sorted((one, other)), sorted((short, long))
    assert due_of(row, early, CALENDAR, short) <= due_of(row, late, CALENDAR, short)
    assert due_of(row, early, CALENDAR, short) <= due_of(row, early, CALENDAR, long)


@given(st.dates(dt.date(2024, 8, 1), LAST))
def test_counting_back_from_the_end_meets_counting_forward(end):
    begin = due_of(term("EXC_DECLARE_OPEN"), end, CALENDAR)
    assert CALENDAR.is_working(begin)
    assert CALENDAR.working_days_between(begin - dt.timedelta(1), end - dt.timedelta(1)) == 30


@given(st.permutations(shipped()))
def test_order_of_decrees_plays_no_part(decrees):
    shuffled = Calendar.of(decrees)
    assert shuffled.version == CALENDAR.version
    assert shuffled.said == CALENDAR.said


@given(days, st.lists(days, max_size=5, unique=True))
def test_one_more_holiday_never_makes_a_term_shorter(first, extra):
    more = decree("UJI", "2027-12-01", *(holiday(day) for day in extra))
    row = term("REQ_NOTICE_UU")
    assert due_of(row, first, Calendar.of([*shipped(), more])) >= due_of(row, first, CALENDAR)


@given(days, days)
def test_days_between_are_those_that_one_counts_by_hand(one, other):
    begin, end = sorted((one, other))
    by_hand = sum(CALENDAR.is_working(begin + dt.timedelta(n)) for n in range(1, (end - begin).days + 1))
    assert CALENDAR.working_days_between(begin, end) == by_hand
    assert CALENDAR.working_days_between(end, begin) == -by_hand


@given(days)
def test_a_trail_day_survives_the_ledger(first):
    for day in derive(term("REQ_NOTICE_UU"), first, CALENDAR).trail:
        assert TrailDay.from_json(day.as_json()) == day


def test_skipped_days_are_weekend_or_decreed():
    trail = derive(term("DSP_TOTAL"), dt.date(2026, 1, 2), CALENDAR).trail
    skipped = list(itertools.filterfalse(lambda day: day.counted, trail))
    assert skipped
    assert all(day.kind is not Kind.WORKING and (day.decree or day.date.weekday() > 4) for day in skipped)

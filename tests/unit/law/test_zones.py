"""One moment, three Indonesian zones, five units: 23:59 and 00:01 fall on the body's own day (law.md §7.1)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.law.clock import derive, due_of
from ppid.law.inputs import read_first_day
from ppid.law.terms import term
from ppid.models import Institution
from tests.unit.law.decrees import calendar

CALENDAR = calendar()
ZONES = {"Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9}


def body(zone: str) -> Institution:
    return Institution(time_zone=zone)


def there(zone: str, text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{text}+{ZONES[zone]:02}:00")


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("received", "day", "due"),
    [
        ("2026-11-22T23:59", "2026-11-22", "2026-12-04"),  # a Sunday: counting starts on Monday all the same
        ("2026-11-23T00:01", "2026-11-23", "2026-12-07"),
        ("2026-11-23T23:59", "2026-11-23", "2026-12-07"),
        ("2026-11-24T00:01", "2026-11-24", "2026-12-08"),
        ("2026-11-21T23:59", "2026-11-21", "2026-12-04"),
        ("2026-12-31T23:59", "2026-12-31", "2027-01-18"),
        ("2027-01-01T00:01", "2027-01-01", "2027-01-18"),
    ],
)
def test_uu_14_2008_pasal_22_a_minute_before_and_after_midnight(zone, received, day, due):
    received_on = body(zone).day_of(there(zone, received))
    assert received_on.isoformat() == day
    assert due_of(term("REQ_NOTICE_UU"), received_on, CALENDAR).isoformat() == due


@pytest.mark.parametrize(
    ("moment", "days"),
    [
        ("2026-11-23T16:59+00:00", ("2026-11-23", "2026-11-24", "2026-11-24")),  # 23:59 WIB, 00:59 WITA, 01:59 WIT
        ("2026-11-23T15:59+00:00", ("2026-11-23", "2026-11-23", "2026-11-24")),
        ("2026-11-23T14:59+00:00", ("2026-11-23", "2026-11-23", "2026-11-23")),
        ("2026-11-23T17:01+00:00", ("2026-11-24", "2026-11-24", "2026-11-24")),
    ],
)
def test_one_moment_is_the_day_that_the_clock_on_the_bodys_wall_shows(moment, days):
    at = dt.datetime.fromisoformat(moment)
    assert tuple(body(zone).day_of(at).isoformat() for zone in ZONES) == days


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("code", "day", "due"),
    [
        ("CASSATION", "2026-03-17", "2026-03-31"),  # 14 calendar days through Lebaran
        ("DIP_UPDATE", "2026-08-31", "2027-02-28"),  # 6 months
        ("EXC_MAX_17A", "2024-02-29", "2054-02-28"),  # 30 years
        ("REQ_NOTICE_UU", "2026-03-10", "2026-03-31"),
    ],
)
def test_days_months_and_years_count_from_the_bodys_day_at_either_end_of_it(zone, code, day, due):
    for time in ("00:01", "23:59"):
        moment = there(zone, f"{day}T{time}")
        assert derive(term(code), moment, CALENDAR).due.isoformat() == due
        assert derive(term(code), body(zone).day_of(moment), CALENDAR).due.isoformat() == due


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("time", ["00:01", "23:59"])
def test_uu_27_2022_seventy_two_hours_end_at_the_same_time_of_the_same_zone(zone, time):
    moment = there(zone, f"2026-03-20T{time}")
    due_at = derive(term("PDP_BREACH"), moment, CALENDAR).due_at
    assert due_at == moment + dt.timedelta(hours=72)
    assert due_at.isoformat(timespec="minutes") == f"2026-03-23T{time}+{ZONES[zone]:02}:00"


@pytest.mark.parametrize("zone", ZONES)
def test_a_time_without_an_offset_is_the_bodys_and_one_with_another_is_converted(zone):
    read = read_first_day("2026-11-23T23:59", body(zone).zone)
    assert read == there(zone, "2026-11-23T23:59")
    from_utc = read_first_day("2026-11-23T16:59Z", body(zone).zone)
    assert from_utc.date() == body(zone).day_of(dt.datetime(2026, 11, 23, 16, 59, tzinfo=dt.UTC))
    assert due_of(term("REQ_NOTICE_UU"), from_utc.date(), CALENDAR) == dt.date(
        2026, 12, 7 if zone == "Asia/Jakarta" else 8
    )


@given(st.datetimes(dt.datetime(2024, 1, 2), dt.datetime(2027, 6, 1), timezones=st.just(dt.UTC)))
def test_further_east_the_day_never_comes_later(at):
    days = [body(zone).day_of(at) for zone in ZONES]
    assert days == sorted(days)
    assert (days[-1] - days[0]).days <= 1

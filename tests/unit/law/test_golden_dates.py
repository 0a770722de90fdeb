"""Dates that a citizen could check with a wall calendar (law.md §7.4). The article stands in the test's name."""

import dataclasses
import datetime as dt

import pytest

from ppid.law.calendar import MissingDecree
from ppid.law.clock import derive, due_of
from ppid.law.counting import DEFAULT_RULES
from ppid.law.terms import term
from tests.unit.law.decrees import AMENDMENT, calendar

CALENDAR = calendar()
SHARED_LEAVE_WORKS = calendar(
    dataclasses.replace(
        DEFAULT_RULES,
        shared_leave_is_working=dataclasses.replace(DEFAULT_RULES.shared_leave_is_working, value=True),
    )
)
RECEIPT_COUNTS = calendar(
    dataclasses.replace(DEFAULT_RULES, first_day_counts=dataclasses.replace(DEFAULT_RULES.first_day_counts, value=True))
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def due(code: str, first: str, which=CALENDAR, length: int | None = None) -> str:
    derivation = derive(term(code), day(first), which, length)
    assert derivation.due == due_of(term(code), day(first), which, length)
    return derivation.due.isoformat()


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-03-10", "2026-03-31"),
        ("2025-03-24", "2025-04-16"),
        ("2026-12-18", "2027-01-07"),
        ("2026-03-13", "2026-04-06"),
        ("2026-03-14", "2026-04-06"),
        ("2025-08-06", "2025-08-21"),
        ("2026-11-23", "2026-12-07"),
    ],
)
def test_uu_14_2008_pasal_22_ayat_7_ten_working_days_from_receipt(received, expected):
    assert due("REQ_NOTICE_UU", received) == expected


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-03-10", "2026-04-10"),
        ("2025-03-24", "2025-04-28"),
        ("2026-12-18", "2027-01-18"),
        ("2026-03-13", "2026-04-15"),
        ("2026-11-23", "2026-12-16"),
    ],
)
def test_uu_14_2008_pasal_22_ayat_8_seven_more_from_the_end_of_the_ten(received, expected):
    end_of_ten = due("REQ_NOTICE_UU", received)
    assert due("REQ_EXTENSION", end_of_ten) == expected
    assert due("REQ_REFUSAL_NOTICE", received, length=17) == expected


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-03-10", "2026-03-25"),
        ("2025-03-24", "2025-04-09"),
        ("2026-12-18", "2027-01-06"),
        ("2026-03-13", "2026-03-30"),
    ],
)
def test_perpres_21_2023_pasal_6_reading_that_ignores_cuti_bersama_is_one_setting(received, expected):
    assert due("REQ_NOTICE_UU", received, SHARED_LEAVE_WORKS) == expected


def test_first_day_of_counting_is_one_setting():
    assert due("REQ_NOTICE_UU", "2026-11-23", RECEIPT_COUNTS) == "2026-12-04"
    assert due("REQ_NOTICE_UU", "2026-03-14", RECEIPT_COUNTS) == "2026-04-06"


def test_skb_933_2025_moved_a_date_received_the_day_before_it():
    before = calendar(without=AMENDMENT)
    assert due("REQ_NOTICE_UU", "2025-08-06", before) == "2025-08-20"
    assert due("REQ_NOTICE_UU", "2025-08-06", CALENDAR) == "2025-08-21"
    assert before.version != CALENDAR.version


def test_perki_1_2021_pasal_31_ayat_3_ten_working_days_from_completeness():
    assert due("REQ_NOTICE_PERKI", "2026-11-26") == "2026-12-10"


@pytest.mark.parametrize(
    ("code", "first", "expected"),
    [
        ("OBJ_FILE", "2026-12-16", "2027-02-02"),  # UU 36(1), cautious reading of silence
        ("OBJ_FILE", "2026-12-17", "2027-02-03"),  # the literal reading
        ("OBJ_FILE", "2026-12-07", "2027-01-22"),
        ("OBJ_ANSWER", "2026-12-21", "2027-02-08"),  # UU 36(2)
        ("DSP_FILE_SILENT", "2027-02-08", "2027-02-26"),  # PERKI 1/2013 Ps 13
        ("DSP_FILE_ANSWERED", "2027-01-29", "2027-02-19"),  # UU 37(2)
        ("DSP_START", "2027-02-10", "2027-03-02"),  # UU 38(1)
        ("DSP_TOTAL", "2027-02-10", "2027-07-20"),  # UU 38(2)
    ],
)
def test_uu_14_2008_pasal_36_to_38_chain_of_objection_and_dispute(code, first, expected):
    assert due(code, first) == expected


def test_uu_14_2008_pasal_50_cassation_counts_calendar_days_over_lebaran():
    assert due("CASSATION", "2026-03-10") == "2026-03-24"


def test_uu_25_2009_pasal_50_complaint_days_are_calendar_days_and_need_no_decree():
    assert due("CMP_DECIDE", "2031-01-01") == "2031-03-02"
    assert due("CMP_NOTIFY", "2026-12-25") == "2027-01-08"


def test_perki_1_2021_pasal_56_ayat_1_annual_report_by_31_march():
    assert due("ANNUAL_REPORT", "2026-12-31") == "2027-03-31"


@pytest.mark.parametrize(("first", "expected"), [("2026-08-31", "2027-02-28"), ("2027-08-31", "2028-02-29")])
def test_uu_14_2008_pasal_9_ayat_3_six_months_end_with_the_month(first, expected):
    assert due("BERKALA_PUBLISH", first) == expected


def test_pp_61_2010_pasal_5_thirty_years_from_a_leap_day():
    assert due("EXC_MAX_17A", "2024-02-29") == "2054-02-28"


def test_perki_1_2021_pasal_52_declare_open_counts_backwards():
    derivation = derive(term("EXC_DECLARE_OPEN"), day("2026-12-31"), CALENDAR)
    assert derivation.due == day("2026-11-17")
    assert [entry.date for entry in derivation.trail][:2] == [day("2026-12-30"), day("2026-12-29")]
    assert sum(entry.counted for entry in derivation.trail) == 30


def test_perki_1_2021_pasal_31_ayat_4_f_delivery_needs_the_stated_length():
    assert due("REQ_DELIVERY", "2026-12-07", length=3) == "2026-12-10"


def test_uu_14_2008_pasal_22_ayat_4_and_10_at_once_is_the_same_day():
    assert due("REQ_RECEIPT", "2031-05-05") == "2031-05-05"
    assert due("SERTA_MERTA", "2026-03-21") == "2026-03-21"


def test_uu_27_2022_pasal_46_seventy_two_clock_hours_through_lebaran_in_jayapura():
    zone = dt.timezone(dt.timedelta(hours=9))
    moment = dt.datetime(2026, 3, 20, 23, 30, tzinfo=zone)
    derivation = derive(term("PDP_BREACH"), moment, CALENDAR)
    assert derivation.due_at is not None
    assert derivation.due_at.isoformat() == "2026-03-23T23:30:00+09:00"
    assert derivation.trail == ()


@pytest.mark.parametrize(
    ("first", "year"),
    [("2031-05-05", 2031), ("2027-12-20", 2028), ("2023-06-01", 2023), ("2027-12-31", 2028), ("9999-12-31", 10000)],
)
def test_a_year_without_a_decree_is_refused_by_name(first, year):
    with pytest.raises(MissingDecree, match=str(year)) as refusal:
        derive(term("REQ_NOTICE_UU"), day(first), CALENDAR)
    assert refusal.value.year == year


def test_the_year_before_is_not_needed_when_no_day_of_it_is_counted():
    assert due("REQ_NOTICE_UU", "2023-12-31") == "2024-01-15"

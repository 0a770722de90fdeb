"""Viewing by appointment in opening hours on working days, and its minutes (PERKI 1/2021 Ps 35; law.md §2.6)."""

import datetime as dt

import pytest

from ppid.law.refusals import Invalid
from ppid.law.viewing import Minutes, OpeningHours, Slot, slot_problems
from tests.unit.law.decrees import calendar

HOURS = OpeningHours(dt.time(8), dt.time(15))
NOW = dt.datetime(2026, 11, 23, 9, 30)
TUESDAY = dt.date(2026, 11, 24)


def slot(day=TUESDAY, starts=dt.time(9), ends=dt.time(11)):
    return Slot(day, starts, ends)


def said(*slots):
    found = slot_problems(slots, calendar=calendar(), hours=HOURS, now=NOW)
    return {problem.field: str(problem) for problem in found}


def test_a_working_day_in_opening_hours_may_be_offered__perki_35():
    assert said(slot(), slot(starts=dt.time(8), ends=dt.time(15))) == {}
    # Later the same day is still to come.
    assert said(slot(NOW.date(), dt.time(10), dt.time(11))) == {}


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (dt.date(2026, 11, 28), "Sabtu"),
        (dt.date(2026, 11, 29), "Minggu"),
        (dt.date(2026, 12, 25), "1497/2025"),
        (dt.date(2026, 12, 24), "Cuti bersama"),
    ],
)
def test_a_day_off_is_refused_with_its_reason_and_decree(day, reason):
    sentence = said(slot(day))["day_1"]
    assert sentence.startswith("Bukan hari kerja")
    assert reason in sentence


def test_a_year_without_decree_is_named():
    assert "2031" in said(slot(dt.date(2031, 1, 6)))["day_1"]


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        (slot(starts=dt.time(7, 59)), "starts_1", "08.00–15.00"),
        (slot(ends=dt.time(15, 1)), "starts_1", "Di luar jam layanan"),
        (slot(starts=dt.time(11), ends=dt.time(11)), "ends_1", "tidak sesudah"),
        (slot(NOW.date(), dt.time(9, 30), dt.time(11)), "day_1", "sudah lewat"),
        (slot(dt.date(2026, 11, 20)), "day_1", "sudah lewat"),
    ],
)
def test_an_hour_that_cannot_be_kept_is_told_at_its_field(wrong, field, sentence):
    assert sentence in said(wrong)[field]


def test_an_offer_holds_one_to_five_different_times():
    assert "sedikitnya satu" in said()["day_1"]
    assert "Paling banyak 5" in said(*(slot(ends=dt.time(10, minute)) for minute in range(6)))["day_1"]
    assert "sudah ditulis" in said(slot(), slot())["day_2"]


def minutes(**fields):
    wanted = {
        "day": TUESDAY, "starts": dt.time(9), "ends": dt.time(10, 40), "place": "Ruang layanan", "shown": "Arsip peta.",
        "visitor": "Budi Contoh", "officer": "Sari Contoh",
    }  # fmt: skip
    return Minutes(**{**wanted, **fields}).checked(told_on=dt.date(2026, 11, 23), on=dt.date(2026, 11, 25))


def test_whole_minutes_are_taken():
    assert minutes().as_json()["ends"] == "10:40"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"day": dt.date(2026, 11, 26)}, "day"),
        ({"day": dt.date(2026, 11, 22)}, "day"),
        ({"ends": dt.time(9)}, "ends"),
        ({"place": " "}, "place"),
        ({"shown": ""}, "shown"),
        ({"visitor": ""}, "visitor"),
        ({"officer": ""}, "officer"),
        ({"remarks": "x" * 4001}, "remarks"),
    ],
)
def test_minutes_with_a_gap_are_refused_at_its_field(fields, field):
    with pytest.raises(Invalid) as refusal:
        minutes(**fields)
    assert [problem.field for problem in refusal.value.problems] == [field]

"""The table of terms against law.md §9, and what a caller may ask of it."""

import datetime as dt
import re
from pathlib import Path

import pytest

from ppid.law.clock import CannotDerive, derive
from ppid.law.inputs import iso_of, read_first_day, read_length
from ppid.law.regulations import REGULATIONS, cited_in
from ppid.law.terms import ALL_TERMS, Group, Unit, UnknownTerm, by_group, term
from tests.unit.law.decrees import calendar

LAW = Path(__file__).resolve().parents[4] / "shared" / "law.md"
WIB = dt.timezone(dt.timedelta(hours=7))


@pytest.mark.skipif(not LAW.exists(), reason="../shared/law.md is not here")
def test_every_row_of_the_law_table_is_a_term_and_no_other():
    table = LAW.read_text(encoding="utf-8").split("## 9.")[1].split("Unit note")[0]
    wanted = set(re.findall(r"`([A-Z][A-Z0-9]+_[A-Z0-9_]+|CASSATION|MONEV)`", table))
    assert {row.code for row in ALL_TERMS} == wanted


def test_codes_are_unique_and_every_row_says_all():
    assert len({row.code for row in ALL_TERMS}) == len(ALL_TERMS)
    for row in ALL_TERMS:
        assert all((row.title, row.trigger, row.bound, row.if_missed, row.source, row.confidence_words)), row.code
        assert (row.unit is Unit.AT_ONCE) == (row.length == 0)
        assert set(row.confidence) <= set("TSMI/"), row.code
        assert row.doubt or row.confidence in ("T", "S", "T/S"), f"{row.code}: a row that rests on inference says why"


def test_every_term_has_a_heading():
    grouped = [row for _, rows in by_group() for row in rows]
    assert sorted(row.code for row in grouped) == sorted(row.code for row in ALL_TERMS)
    assert [group for group, _ in by_group()] == list(Group)


def test_a_law_that_a_term_cites_is_named_in_full():
    uncited = [row.code for row in ALL_TERMS if not cited_in(row.source) and row.group is not Group.LAPOR]
    assert uncited == []
    assert all(row.address.startswith("https://") for row in REGULATIONS if row.address)


def test_codes_are_found_in_any_case_and_near_ones_are_suggested():
    assert term("req_notice_uu").code == "REQ_NOTICE_UU"
    with pytest.raises(UnknownTerm, match="Maksud Anda REQ_NOTICE_UU"):
        term("REQ_NOTICE_U")
    with pytest.raises(UnknownTerm, match="tidak dikenal"):
        term("")


@pytest.mark.parametrize(
    ("code", "length", "words"),
    [
        ("REQ_DELIVERY", None, "sebutkan lamanya"),
        ("REQ_DELIVERY", 0, "antara 1 dan 1000"),
        ("REQ_DELIVERY", 1001, "antara 1 dan 1000"),
        ("REQ_NOTICE_UU", 17, "sudah ditetapkan"),
        ("REQ_REFUSAL_NOTICE", 18, "atau sampai 17 bila diperpanjang"),
        ("REQ_REFUSAL_NOTICE", 9, "sudah ditetapkan"),
        ("REQ_EXTENSION", 0, "antara 1 dan 7"),
        ("REQ_EXTENSION", 8, "antara 1 dan 7"),
    ],
)
def test_a_length_the_law_does_not_allow_is_refused(code, length, words):
    with pytest.raises(CannotDerive, match=words) as refusal:
        derive(term(code), dt.date(2026, 3, 10), calendar(), length)
    assert refusal.value.field == "length"


@pytest.mark.parametrize("first", [dt.date(2026, 3, 10), dt.datetime(2026, 3, 10, 9, 0)])
def test_hours_without_a_time_or_a_zone_are_refused(first):
    with pytest.raises(CannotDerive, match="pukul"):
        derive(term("PDP_ACCESS"), first, calendar())


@pytest.mark.parametrize("code", ["CASSATION", "EXC_MAX_17A", "DIP_UPDATE"])
def test_the_end_of_the_calendar_is_refused_in_words(code):
    with pytest.raises(CannotDerive, match="terlalu jauh"):
        derive(term(code), dt.date(9999, 12, 30), calendar())


def test_hours_at_the_end_of_the_calendar():
    with pytest.raises(CannotDerive, match="terlalu jauh"):
        derive(term("PDP_ACCESS"), dt.datetime(9999, 12, 30, tzinfo=WIB), calendar())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-10", dt.date(2026, 3, 10)),
        (" 2026-03-10 ", dt.date(2026, 3, 10)),
        ("2026-03-14T23:59", dt.datetime(2026, 3, 14, 23, 59, tzinfo=WIB)),
        ("2026-03-14T00:01:30", dt.datetime(2026, 3, 14, 0, 1, 30, tzinfo=WIB)),
        ("2026-03-14T23:30+09:00", dt.datetime(2026, 3, 14, 21, 30, tzinfo=WIB)),
        ("2026-03-14T18:30Z", dt.datetime(2026, 3, 15, 1, 30, tzinfo=WIB)),
    ],
)
def test_the_first_day_as_people_write_it(text, expected):
    assert read_first_day(text, WIB) == expected


@pytest.mark.parametrize(
    "text",
    ["", "besok", "31-02-2026", "2026-02-30", "2026-13-01", "20260310", "2026-W11-2", "2026-3-1", "٢٠٢٦-٠٣-١٠",
     "2026-03-10T25:00", "2026-03-10T9:00", "0000-01-01", "2026-03-10T10:00+99:00", "9999-12-31T23:59-12:00",
     "2026-03-10\n1"],
)  # fmt: skip
def test_a_first_day_that_cannot_be_read_names_the_field(text):
    with pytest.raises(CannotDerive) as refusal:
        read_first_day(text, WIB)
    assert refusal.value.field == "from"


def test_local_writing_of_a_day_becomes_iso():
    assert iso_of("3/1/2026") == "2026-01-03"
    assert iso_of("31-12-2026") == "2026-12-31"
    assert iso_of("2026-12-31") == "2026-12-31"


@pytest.mark.parametrize("text", ["lima", "-1", "1.5", "٥", "1e3", "9999999"])
def test_a_length_that_is_no_number(text):
    with pytest.raises(CannotDerive) as refusal:
        read_length(text)
    assert refusal.value.field == "length"

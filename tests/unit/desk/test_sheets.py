"""Sheets that run nothing: formulas are defused however they are hidden, days are days, long texts are not lost."""

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from ppid.queries import sheets

MADE = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
FORMULAS = [
    "=1+1", "+62811", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\u3000＝1", "＝1", "＋1",
    "－1", "＠x",
    "\u200b=1", "\ufeff=1", "\u2060 \t =1", "﹢1", "﹣1", "\u2212 5", "\x0b=1", "\tbiasa", "\x00=1",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_takes_for_a_formula_is_defused(text):
    assert sheets.neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Budi", "3201 – 5", "a=b", "'=1", "10 @ 5", "ꦱꦶꦠꦶ", "🙂 =", "«-»", " "])
def test_what_is_no_formula_stays_as_it_is(text):
    assert sheets.neutral(text) == text


@given(st.text(max_size=12))
def test_no_text_leaves_with_a_live_first_sign(text):
    left = sheets.neutral(text).lstrip()
    assert not left.startswith(("=", "+", "-", "@"))


def test_a_csv_has_a_byte_order_mark_iso_days_and_numbers():
    text = sheets.csv_text([["=1", dt.date(2026, 12, 7), 15000, None, "dua\nbaris"]])
    assert text.startswith("\ufeff")
    assert next(csv.reader(io.StringIO(text[1:], newline=""))) == ["'=1", "2026-12-07", "15000", "", "dua\nbaris"]


def sheet(*rows):
    content = sheets.xlsx("Buku", [sheets.Heading("A"), sheets.Heading("B")], rows, made=MADE)
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def test_a_workbook_holds_real_days_text_and_numbers():
    heading, row = sheet(["=1+1", dt.date(2026, 12, 7)])
    assert heading == ["A", "B"]
    assert row == ["'=1+1", dt.date(2026, 12, 7)]
    assert sheet(["3201019876543210", 250])[1] == ["3201019876543210", 250.0]


def test_a_text_longer_than_a_cell_is_cut_and_not_dropped():
    assert len(sheet(["x" * 40_000, ""])[1][0]) == 32_767


def test_the_same_rows_give_the_same_book():
    book = [sheets.xlsx("Buku", [sheets.Heading("A")], [["satu"]], made=MADE) for _time in range(2)]
    assert book[0] == book[1]


def test_control_signs_do_not_break_the_book():
    assert sheet(["a\x01b\ufffe", "z"])[1][1] == "z"

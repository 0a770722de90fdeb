"""SP4N-LAPOR! exports as they come: law.md §5.6."""

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.imports.lapor_dates import date_of
from disclosures.imports.lapor_export import read
from tests.exports import HEAD, as_csv, as_xlsx, export, report, table


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 Jan 2026", (2026, 1, 3)),
        ("03 Mei 2026", (2026, 5, 3)),
        ("3 May 2026", (2026, 5, 3)),
        ("3 Agu 2026", (2026, 8, 3)),
        ("3 Agt 2026", (2026, 8, 3)),
        ("3 Aug 2026", (2026, 8, 3)),
        ("31 Okt 2026", (2026, 10, 31)),
        ("31 oct 2026", (2026, 10, 31)),
        ("1 DES 2026", (2026, 12, 1)),
        ("1 Dec 2026", (2026, 12, 1)),
        ("1 Desember 2026", (2026, 12, 1)),
        ("3 Jan 2026 09:14", (2026, 1, 3)),
        ("3-Jan-2026", (2026, 1, 3)),
        ("Sabtu, 3 Jan 2026", (2026, 1, 3)),
        ("Sab 3 Januari 2026", (2026, 1, 3)),
        ("Jum'at, 2 Jan 2026", (2026, 1, 2)),
        ("Jumat, 02/01/2026", (2026, 1, 2)),
        ("Friday, 2 Jan 2026 08:00", (2026, 1, 2)),
        ("January 3, 2026", (2026, 1, 3)),
        ("'3 Jan 2026", (2026, 1, 3)),
        ("3 Jan 26", (2026, 1, 3)),
        ("3-Agt-25", (2025, 8, 3)),
        ("2026-01-03", (2026, 1, 3)),
        ("2026-01-03T09:14:00+07:00", (2026, 1, 3)),
        ("03/04/2026", (2026, 4, 3)),
        (dt.datetime(2026, 1, 3, 9, 14), (2026, 1, 3)),
        (dt.date(2026, 1, 3), (2026, 1, 3)),
    ],
)
def test_dates_with_indonesian_and_english_months_mixed(text, day):
    assert date_of(text) == dt.date(*day)


@pytest.mark.parametrize(
    "text",
    ["", "31 Feb 2026", "3 Jxx 2026", "03-01-26", "13/12/25", "Senin", "46025", 46025.0, "2026", True, "3 Jan 1926"],
)
def test_what_is_no_certain_date_is_none(text):
    assert date_of(text) is None


def test_a_year_of_two_digits_is_read_and_told():
    found = read(export(report(7000001, date="3 Jan 26"), report(7000002)))
    assert [one.received_on.year for one in found.reports] == [2026, 2026]
    assert [(one.row, "dua angka" in one.message) for one in found.warnings] == [(4, True)]


def test_info_rows_above_and_footers_beneath():
    found = read(export(report(7000001), report(7000002)))
    assert [one.tracking_id for one in found.reports] == ["7000001", "7000002"]
    assert [one.row for one in found.reports] == [4, 5]
    assert (found.rows, found.faults) == (2, ())


def test_any_order_of_columns():
    head = list(HEAD)
    random.Random(5).shuffle(head)
    found = read(as_csv(table([report(7000001, kind="Rahasia")], head)))
    assert found.faults == ()
    assert (found.reports[0].kind, found.reports[0].status) == ("Rahasia", "Ditutup oleh Admin")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings(delimiter, encoding):
    grid = table([report(7000001, Kategori="Kesehatan – Gizi; dan, lain")])
    found = read(as_csv(grid, delimiter=delimiter, encoding=encoding))
    assert found.faults == ()
    assert found.reports[0].category == "Kesehatan – Gizi; dan, lain"


def test_workbook_with_number_and_date_cells():
    found = read(as_xlsx(table([report(7000001, date=dt.date(2026, 8, 17)), report("7000002", date="1 Agt 2026")])))
    assert found.faults == ()
    assert [(one.tracking_id, one.received_on.day) for one in found.reports] == [("7000001", 17), ("7000002", 1)]


def test_twins_in_one_file_are_an_error_that_names_both():
    found = read(export(report(7000001), report(7000002), report(7000001, status="Terverifikasi")))
    assert {fault.row for fault in found.faults} == {4, 6}
    assert all("4" in fault.message and "6" in fault.message for fault in found.faults)
    assert [one.tracking_id for one in found.reports] == ["7000002"]


def test_a_broken_row_is_told_by_its_number_and_column():
    found = read(export(report(7000001), report(7000002, date="kapan-kapan"), report(7000003, status="")))
    assert [(fault.row, fault.column) for fault in found.faults] == [(5, HEAD[1]), (6, HEAD[15])]
    assert found.rows == 3


def test_a_report_whose_id_is_mistyped_is_no_footer():
    found = read(export(report("70000O1"), report("")))
    assert [fault.row for fault in found.faults] == [4, 5]


def test_a_missing_type_column_is_refused_because_secret_reports_could_not_be_told():
    head = [name for name in HEAD if not name.startswith("Tipe")]
    found = read(as_csv(table([report(7000001)], head)))
    assert found.reports == ()
    assert "Tipe Laporan" in found.faults[0].message


def test_a_heading_said_twice_is_an_error():
    assert "ada di tempat ke-" in read(as_csv(table([report(1)], [*HEAD, "Kategori"]))).faults[0].message


def test_no_error_quotes_a_private_cell():
    found = read(export(report(7000001, date="ISIRAHASIA 0812", status=""), report("RAHASIAID", Kategori="x" * 300)))
    assert found.faults
    assert not any("RAHASIA" in fault.message for fault in found.faults)


def test_an_open_quotation_mark_loses_no_report_in_silence():
    assert read(export(report(7000001)) + b'7000002,"3 Jan 2026,x\n7000003,3 Jan 2026\n').faults


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00\x00rubbish",
        b"a,b,c\n1,2,3\n",
        b"%PDF-1.7 not a sheet",
        b"PK\x03\x04broken",
        b"Tracking ID\n1\n",
    ],
)
def test_what_is_no_export_is_refused_in_indonesian(content):
    assert read(content).faults[0].message.endswith(".")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise(content):
    assert read(content).faults


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=20), st.integers(0, 3), st.booleans())
def test_rows_are_good_or_told(numbers, wrong, workbook):
    rows = [report(number, date="?" if place < wrong else "3 Jan 2026") for place, number in enumerate(numbers)]
    grid = table(rows)
    found = read(as_xlsx(grid) if workbook else as_csv(grid))
    assert found.rows == len(numbers)
    assert len(found.reports) + len({fault.row for fault in found.faults}) == len(numbers)

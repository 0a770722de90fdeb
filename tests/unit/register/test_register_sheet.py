"""A register as bodies really write it: headings, notes, ticks, encodings; and bytes that are no register."""

import csv
import io

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.imports.register_columns import column_of
from disclosures.imports.register_sheet import class_of, read_register
from disclosures.imports.years import place_and_time, year_of

HEAD = ["No", "Ringkasan Isi Informasi", "Unit Kerja", "Penanggung Jawab", "Waktu dan Tempat Pembuatan", "Softcopy",
        "Hardcopy", "Retensi Arsip"]  # fmt: skip
ROW = ["1", "Anggaran belanja", "Dinas Kesehatan", "Bidang A", "Sumedang, 2024", "✓", "", "5 Tahun"]


def as_csv(rows, delimiter=",", encoding="utf-8"):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def as_xlsx(rows, merged=()):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row)
    for first_row, column, last_row, text in merged:
        sheet.merge_range(first_row, column, last_row, column, text)
    book.close()
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_text_is_read(delimiter, encoding):
    sheet = read_register(as_csv([HEAD, ROW], delimiter, encoding))
    assert not sheet.errors
    row = sheet.rows[0]
    assert (row.row, row.summary, row.unit, row.number) == (2, "Anggaran belanja", "Dinas Kesehatan", "1")
    assert (row.made_place, row.made_when, row.softcopy, row.hardcopy) == ("Sumedang", "2024", True, False)


def test_windows_text_is_read():
    row = [*ROW[:1], "Café – “laporan”", *ROW[2:5], "v", "", ROW[7]]
    assert read_register(as_csv([HEAD, row], ";", "cp1252")).rows[0].summary == "Café – “laporan”"


def test_columns_come_in_any_order_under_other_headings():
    head = ["Kategori Informasi", "OPD", "Tahun", "Nama Informasi"]
    sheet = read_register(as_csv([head, ["Setiap Saat", "Dinas Sosial", "2023", "Data bantuan"]]))
    row = sheet.rows[0]
    assert (row.info_class, row.unit, row.made_when, row.summary) == (
        "setiap_saat",
        "Dinas Sosial",
        "2023",
        "Data bantuan",
    )
    assert row.maker is row.retention is row.softcopy is row.number is None


def test_notes_above_and_beneath_and_empty_rows_keep_the_row_numbers():
    rows = [["DAFTAR INFORMASI PUBLIK"], ["Pemerintah Kabupaten X", "Tahun 2024"], [], HEAD, list("12345678"), ROW, [],
            ["2", *ROW[1:]], [], ["", "Sumedang, 2 Januari 2024"], ["", "Kepala Dinas"]]  # fmt: skip
    sheet = read_register(as_csv(rows))
    assert [row.row for row in sheet.rows] == [6, 8]
    assert sheet.count == 2
    assert [note.row for note in sheet.warnings] == [10, 11]


def test_a_heading_over_two_rows_names_softcopy_and_hardcopy():
    top = [
        "No",
        "Ringkasan isi informasi",
        "Pejabat/Unit/Satker yang menguasai informasi",
        "Bentuk informasi yang tersedia",
        "",
    ]
    sheet = read_register(as_csv([top, ["", "", "", "Softcopy", "Hardcopy"], ["1", "Anggaran", "Dinas A", "", "✓"]]))
    assert [(row.row, row.softcopy, row.hardcopy) for row in sheet.rows] == [(3, False, True)]


def test_a_workbook_gives_numbers_as_people_write_them_and_merged_units_to_each_row():
    rows = [HEAD, [1, "Satu", "", "A", 2024, True, False, "Permanen"], [2, "Dua", "", "A", 2023, "v", "", "Permanen"]]
    sheet = read_register(as_xlsx(rows, merged=[(1, 2, 2, "Dinas Kesehatan")]))
    assert not sheet.errors
    assert [(r.row, r.number, r.unit, r.made_when) for r in sheet.rows] == [
        (2, "1", "Dinas Kesehatan", "2024"),
        (3, "2", "Dinas Kesehatan", "2023"),
    ]


def test_a_row_without_summary_is_an_error_of_that_row_in_the_sheets_own_words():
    sheet = read_register(as_csv([HEAD, ROW, [*ROW[:1], "", *ROW[2:]]]))
    assert [(note.row, note.column) for note in sheet.errors] == [(3, "Ringkasan Isi Informasi")]
    assert (sheet.count, len(sheet.rows)) == (2, 1)


def test_an_unknown_class_is_an_error_and_an_empty_one_stays_empty():
    head = ["Ringkasan", "Unit", "Klasifikasi"]
    sheet = read_register(as_csv([head, ["A b", "Dinas", "Rahasia negara"], ["C d", "Dinas", ""]]))
    assert [note.row for note in sheet.errors] == [2]
    assert sheet.rows[0].info_class == ""


@pytest.mark.parametrize(
    ("word", "code"),
    [("Berkala", "berkala"), ("Serta-Merta", "serta_merta"), ("setiap_saat", "setiap_saat"),
     ("Informasi Wajib Tersedia Setiap Saat", "setiap_saat"), ("", ""), ("Belum diklasifikasi", ""), ("lain", None)],
)  # fmt: skip
def test_classes_are_known_by_their_words(word, code):
    assert class_of(word) == code


@pytest.mark.parametrize(
    ("heading", "column"),
    [("pejabat_unit_yang_menguasai", "unit"), ("Jangka waktu penyimpanan/retensi arsip", "retention"),
     ("Penanggungjawab pembuatan atau penerbitan informasi", "maker"), ("a", None), ("halaman_pdf", "")],
)  # fmt: skip
def test_headings_are_known_by_their_words(heading, column):
    assert column_of(heading) == column


@pytest.mark.parametrize(
    ("text", "year"),
    [("2024", 2024), ("TA 2023/2024", 2024), ("Januari 2022", 2022), ("dua ribu dua puluh empat", 2024),
     ("dua ribu sembilan belas", 2019), ("02-01-2021", 2021), ("setiap tahun", None), ("", None), ("12345", None)],
)  # fmt: skip
def test_years_in_digits_and_words(text, year):
    assert year_of(text) == year


@pytest.mark.parametrize(
    ("text", "parts"),
    [("2020", ("", "2020")), ("Sumedang, 2 Januari 2024", ("Sumedang", "2 Januari 2024")),
     ("2024, Sumedang", ("Sumedang", "2024")), ("Januari, 2024", ("", "Januari, 2024"))],
)  # fmt: skip
def test_place_and_time_are_split_only_where_sure(text, parts):
    assert place_and_time(text) == parts


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00\x00rubbish", b"a,b,c\n1,2,3\n", b"%PDF-1.7 not a sheet", b"PK\x03\x04broken",
                b"\xd0\xcf\x11\xe0rubbish", b'"', b"\x00" * 100],
)  # fmt: skip
def test_what_is_no_register_is_said_so(content):
    sheet = read_register(content)
    assert sheet.errors
    assert not sheet.rows


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise(content):
    read_register(content)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.text(max_size=20), max_size=9), max_size=8))
def test_every_row_meant_is_good_or_has_an_error(rows):
    sheet = read_register(as_csv([HEAD, *rows]))
    wrong = {note.row for note in sheet.errors if note.row}
    assert sheet.count == len(sheet.rows) + len(wrong - {1}) or not sheet.rows


FORM_HEAD = ["No", "Ringkasan Isi Informasi", "Unit", "Bentuk Informasi", "Klasifikasi"]
FORM_ROW = ["1", "Informasi tentang profil", "Dinas Kesehatan", "Softcopy", "Informasi wajib diumumkan secara berkala"]


def test_a_first_entry_that_reads_like_a_heading_stays_an_entry():
    sheet = read_register(as_csv([FORM_HEAD, FORM_ROW, ["2", "Profil", *FORM_ROW[2:]]]))
    assert [row.row for row in sheet.rows] == [2, 3]
    assert not sheet.errors
    assert (sheet.rows[0].softcopy, sheet.rows[0].info_class) == (True, "berkala")


def test_a_heading_merged_downwards_or_printed_on_each_page_is_no_entry():
    upper = ["No", "Ringkasan Isi Informasi", "Unit", "Bentuk Informasi", "Klasifikasi"]
    twice = read_register(as_csv([upper, upper, FORM_ROW, upper, ["2", "Profil", *FORM_ROW[2:]]]))
    assert [row.row for row in twice.rows] == [3, 5]
    assert not twice.errors


def test_ticks_beneath_a_merged_class_tell_the_class():
    upper = ["No", "Ringkasan", "Unit", "Klasifikasi Informasi", "", ""]
    lower = ["", "", "", "Berkala", "Serta Merta", "Setiap Saat"]
    sheet = read_register(as_csv([upper, lower, ["1", "Profil", "Dinas Kesehatan", "", "", "v"]]))
    assert [(row.row, row.info_class) for row in sheet.rows] == [(3, "setiap_saat")]


@pytest.mark.parametrize(
    "title",
    [["A", "Informasi berkala"], ["II.", "Tersedia setiap saat"], ["", "Informasi Berkala"], ["B. Informasi lain", ""]],
)
def test_the_title_of_a_section_is_left_out_and_told(title):
    sheet = read_register(as_csv([HEAD, title, ROW]))
    assert len(sheet.rows) == sheet.count == 1
    assert not sheet.errors
    assert any(note.row == 2 for note in sheet.warnings)


@pytest.mark.parametrize("line", [["", "Jumlah informasi", "51"], ["Total", "", "", "51"], ["", "Sub total: 4", "4"]])
def test_a_sum_is_no_entry_wherever_it_stands(line):
    sheet = read_register(as_csv([HEAD, ROW, line, ["2", "Laporan kinerja", *ROW[2:]], line]))
    assert [row.row for row in sheet.rows] == [2, 4]
    assert not sheet.errors
    assert read_register(as_csv([HEAD, ["", "Total aset daerah", *ROW[2:]]])).rows


@pytest.mark.parametrize("unit", ["12", "-", "?"])
def test_a_unit_is_named_in_letters(unit):
    errors = read_register(as_csv([HEAD, [*ROW[:2], unit, *ROW[3:]]])).errors
    assert [(note.row, note.column) for note in errors] == [(2, "Unit Kerja")]


def test_what_nobody_sees_in_a_cell_means_nothing():
    plain = read_register(as_csv([HEAD, ROW]))
    sheet = read_register(as_csv([["\u200b" + cell for cell in row] for row in (HEAD, ROW)]))
    assert sheet.errors == []
    assert sheet.rows == plain.rows


@pytest.mark.parametrize("tick", ["ü", "þ", "\uf0fc"])
def test_a_tick_of_wingdings_is_a_tick(tick):
    (row,) = read_register(as_csv([HEAD, [*ROW[:5], tick, "", ROW[7]]])).rows
    assert (row.softcopy, row.hardcopy) == (True, False)


def test_of_two_sheets_the_fuller_is_read_and_the_other_is_told():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for count in (1, 3):
        page = book.add_worksheet()
        page.write_row(0, 0, HEAD)
        for at in range(count):
            page.write_row(at + 1, 0, [str(at), f"Informasi {count}.{at}", *ROW[2:]])
    book.close()
    sheet = read_register(out.getvalue())
    assert [row.summary for row in sheet.rows] == ["Informasi 3.0", "Informasi 3.1", "Informasi 3.2"]
    assert ["2 lembar" in note.message for note in sheet.warnings] == [True]


@pytest.mark.parametrize(
    ("heading", "column"),
    [("PIC", "maker"), ("Sumber Data", "unit"), ("Ketersediaan", "form"),
     ("Kategori (Berkala/Serta Merta/Setiap Saat)", "class")],
)  # fmt: skip
def test_more_headings_that_bodies_write(heading, column):
    assert column_of(heading) == column

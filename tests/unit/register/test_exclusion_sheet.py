"""The reader of a list of excluded information: headings, groups, what is refused."""

from disclosures.imports.exclusion_sheet import read_exclusions

HEADING = "No,Esensi Informasi,Konten Informasi,Dasar Hukum,Akibat Bila Dibuka,Manfaat Bila Ditutup,Batas Waktu"


def sheet(*lines, heading=HEADING):
    return read_exclusions("\n".join([heading, *lines]).encode())


def test_a_line_across_the_table_is_the_group_of_the_rows_beneath_it():
    found = sheet(
        "I. Menghambat penegakan hukum,,,,,,",
        "1.,Pengaduan,Identitas pelapor,UU 14/2008 Pasal 17 huruf a,takut,aman,5 tahun",
        "II. Rahasia pribadi,,,,,,",
        "2.,Kesehatan,Rekam medis,UU 14/2008 Pasal 17 huruf h,malu,terlindung,Selama hidup",
    )
    assert [(row.row, row.group, row.number, row.content) for row in found.rows] == [
        (3, "I. Menghambat penegakan hukum", "1", "Identitas pelapor"),
        (5, "II. Rahasia pribadi", "2", "Rekam medis"),
    ]
    assert found.count == 2
    assert not found.errors


def test_the_line_of_column_numbers_is_no_row():
    assert sheet("1,2,3,4,5,6,7", "1,A,B,C,D,E,F").count == 1


def test_a_row_without_content_takes_its_essence_and_without_both_is_an_error_naming_the_column():
    found = sheet("1,Soal ujian,,Pasal 17 huruf i,x,y,z", "2,,,Pasal 17 huruf i,x,y,z")
    assert [row.content for row in found.rows] == ["Soal ujian"]
    assert [(note.row, note.column) for note in found.errors] == [(3, "Konten Informasi")]


def test_bytes_that_are_no_list_say_what_is_missing():
    assert "Baris judul" in read_exclusions(b"a,b\n1,2\n").errors[0].message
    assert read_exclusions(b"").errors[0].message.startswith("Berkas kosong")
    assert read_exclusions(b"PK\x03\x04 broken").errors

"""Builds SP4N-LAPOR! exports for tests: any columns, any order, CSV or XLSX."""

import csv
import io
from collections.abc import Iterable, Mapping

import xlsxwriter

HEAD = (
    "Tracking ID", "Tanggal Laporan Masuk", "Waktu Laporan Masuk", "Nama Pelapor", "Klasifikasi Laporan", "ID Kategori",
    "Kategori", "Judul Laporan", "Isi Laporan Awal", "Isi Laporan Akhir", "Tipe Laporan (Anonim/Rahasia)",
    "Sumber Laporan", "Instansi Induk", "ID Instansi Terdisposisi", "Instansi Terdisposisi", "Status Laporan",
    "Alasan Tunda/Arsip", "Provinsi", "Kota/Kabupaten", "Kecamatan", "Kelurahan",
)  # fmt: skip
USUAL: Mapping[str, object] = {
    "Tanggal Laporan Masuk": "3 Jan 2026",
    "Waktu Laporan Masuk": "09:14",
    "Nama Pelapor": "PELAPORRAHASIA",
    "Klasifikasi Laporan": "Pengaduan",
    "Kategori": "Infrastruktur Jalan",
    "Judul Laporan": "JUDULRAHASIA",
    "Isi Laporan Awal": "ISIAWALRAHASIA",
    "Isi Laporan Akhir": "ISIAKHIRRAHASIA",
    "Sumber Laporan": "Website",
    "Instansi Terdisposisi": "Dinas Contoh",
    "Status Laporan": "Ditutup oleh Admin",
    "Alasan Tunda/Arsip": "ALASANRAHASIA",
    "Kelurahan": "KELURAHANRAHASIA",
}


def report(number: int | str, **changed: object) -> dict[str, object]:
    """A row; keyword `Kategori="…"`, and `kind`, `status`, `date` for the columns whose names are no identifiers."""
    names = {"kind": HEAD[10], "status": HEAD[15], "date": HEAD[1], "unit": HEAD[14], "klass": HEAD[4], "text": HEAD[9]}
    return {**USUAL, "Tracking ID": number, **{names.get(name, name): value for name, value in changed.items()}}


def table(rows: Iterable[Mapping[str, object]], head: Iterable[str] = HEAD) -> list[list[object]]:
    head = list(head)
    info = [["Data Laporan SP4N-LAPOR!"], ["Dicetak: 3 Jan 2026"]]
    return [*info, head, *([row.get(name, "") for name in head] for row in rows), ["Total laporan"]]


def as_csv(grid: Iterable[Iterable[object]], *, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(grid)
    return out.getvalue().encode(encoding)


def as_xlsx(grid: Iterable[Iterable[object]]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "d mmm yyyy"})
    sheet = book.add_worksheet("Laporan")
    for place, row in enumerate(grid):
        sheet.write_row(place, 0, list(row))
    book.close()
    return out.getvalue()


def export(*rows: Mapping[str, object]) -> bytes:
    return as_csv(table(rows))

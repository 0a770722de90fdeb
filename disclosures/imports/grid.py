"""A sheet as people hand it over (CSV in any usual writing, XLSX, XLS, ODS), as rows of cells. The content decides,
not the file's name."""

import csv
import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import TypeVar

import python_calamine

from disclosures.imports.extent import too_wide

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta
Row = list[Cell]
Found = TypeVar("Found")

NO_OTHER_SHEETS = (
    "Buku kerja ini memuat %(count)d lembar dengan judul kolom; yang dibaca lembar dengan kolom dan baris terbanyak. "
    "Impor lembar yang lain sendiri-sendiri."
)

MOST_BYTES = 25 * 1024 * 1024
MOST_UNPACKED = 400 * 1024 * 1024
MOST_ROWS = 200_000
DELIMITERS = (",", ";", "\t", "|")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Unreadable(Exception):
    """The bytes are no sheet; the message says so in Indonesian and names the remedy."""


def grids(content: bytes) -> Iterator[list[Row]]:
    """Every reading of the bytes as a table, the likeliest first: a workbook by sheet, a text by delimiter.

    Row n of a grid is row n + 1 of what a person sees. Raises Unreadable.
    """
    if not content.strip():
        raise Unreadable("Berkas kosong. Unduh atau simpan ulang berkas aslinya.")
    if len(content) > MOST_BYTES:
        raise Unreadable(f"Berkas lebih dari {MOST_BYTES // 1024 // 1024} MB. Bagi menjadi beberapa berkas.")
    if _is_workbook(content):
        yield from _workbook(content)
    else:
        yield from _texts(_decoded(content))


def best_reading(
    content: bytes, heading: Callable[[list[Row]], Found | None], size: Callable[[Found], int]
) -> tuple[Found, list[Row], int] | None:
    """The reading whose heading names most columns, of several such the one with most rows; None where none has a
    heading. Gives the heading, the rows, and how many sheets of a workbook have one. Raises Unreadable where nothing
    could be read at all.
    """
    found: list[tuple[Found, list[Row]]] = []
    try:
        for rows in grids(content):
            one = heading(rows)
            if one is not None:
                found.append((one, rows))
    except Unreadable:
        if not found:
            raise
    if not found:
        return None
    best = max(found, key=lambda pair: (size(pair[0]), len(pair[1])))
    return (*best, len(found) if _is_workbook(content) else 1)


def _is_workbook(content: bytes) -> bool:
    return content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def _workbook(content: bytes) -> Iterator[list[Row]]:
    broken = Unreadable("Buku kerja tidak dapat dibaca. Simpan ulang sebagai XLSX atau CSV.")
    if content.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                unpacked = sum(member.file_size for member in archive.infolist())
        except (zipfile.BadZipFile, ValueError, OSError):
            raise broken from None
        if unpacked > MOST_UNPACKED or _spreads_too_wide(content):
            raise Unreadable(
                "Isi buku kerja terlalu besar. Hapus sel kosong di luar tabel, atau bagi menjadi beberapa berkas."
            )
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            yield _limited(_whole(book.get_sheet_by_name(name)))
    except (Unreadable, GeneratorExit, KeyboardInterrupt, SystemExit):
        raise
    except BaseException:
        # The reader is written in Rust and raises a panic, which is no Exception, on some broken workbooks.
        raise broken from None


def _spreads_too_wide(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return too_wide(archive)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError, EOFError):
        return False  # the reader itself says what is broken


def _whole(sheet: python_calamine.CalamineSheet) -> list[Row]:
    """The rows of a sheet; what stands in merged cells stands in each of their rows (one unit beside many rows)."""
    rows: list[Row] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or []:
        if left != right or bottom >= len(rows) or left >= len(rows[top]):
            continue  # a title across columns is no value of each
        for row in range(top + 1, bottom + 1):
            rows[row][left] = rows[top][left]
    return rows


def _decoded(content: bytes) -> str:
    encodings = [name for mark, name in _BOMS if content.startswith(mark)] or _unmarked_encodings(content)
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text or text.lstrip()[:5].casefold() in {"%pdf-", "<html", "<!doc"}:
            break
        return text
    raise Unreadable("Berkas ini bukan CSV atau buku kerja (XLSX, XLS, ODS). Simpan ulang sebagai salah satunya.")


def _unmarked_encodings(content: bytes) -> list[str]:
    """UTF-16 without its mark shows as a zero in every other byte."""
    head = content[:2000]
    if head[1::2].count(0) > len(head) // 4:
        return ["utf-16-le"]
    if head[::2].count(0) > len(head) // 4:
        return ["utf-16-be"]
    return ["utf-8", "cp1252", "latin-1"]


def _texts(text: str) -> Iterator[list[Row]]:
    fault = None
    for delimiter in sorted(DELIMITERS, key=text.count, reverse=True):
        # Strict, because a quotation mark that is never closed would otherwise swallow the reports after it in silence.
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        try:
            rows: list[Row] = [list(row) for row in reader]
        except csv.Error:
            fault = (
                fault or f"Tanda kutip di sekitar baris teks ke-{reader.line_num} tidak ditutup. Perbaiki berkasnya."
            )
            continue
        yield _limited(rows)
    if fault:
        raise Unreadable(fault)


def _limited(rows: list[Row]) -> list[Row]:
    if len(rows) > MOST_ROWS:
        raise Unreadable(f"Lembar memuat lebih dari {MOST_ROWS} baris. Bagi menjadi beberapa berkas.")
    return rows

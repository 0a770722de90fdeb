"""An SP4N-LAPOR! export: bytes -> reports or row errors (law.md §5.6). Pure: no framework, no clock, no database.

Info rows stand above the heading, footers beneath; the columns come in any order. The reporter's name, the places and
the documents of an export are not even read: nothing of ours needs them (UU 27/2022 Ps 16).
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from disclosures.imports.folding import fold
from disclosures.imports.grid import Cell, Row, Unreadable, grids
from disclosures.imports.lapor_dates import date_of, has_short_year

LONGEST_WORD = 200
LONGEST_TEXT = 40_000
DEEPEST_HEADING = 200


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the export heads it; `short` are other headings seen for it."""

    name: str
    needed: bool = False
    short: tuple[str, ...] = ()


ID = Column("Tracking ID", needed=True)
DATE = Column("Tanggal Laporan Masuk", needed=True, short=("Tanggal Laporan",))
CATEGORY = Column("Kategori", needed=True)
KIND = Column("Tipe Laporan (Anonim/Rahasia)", needed=True, short=("Tipe Laporan",))
STATUS = Column("Status Laporan", needed=True, short=("Status",))
CLASSIFICATION = Column("Klasifikasi Laporan", short=("Klasifikasi",))
TITLE = Column("Judul Laporan", short=("Judul",))
FIRST_TEXT = Column("Isi Laporan Awal", short=("Isi Laporan",))
LAST_TEXT = Column("Isi Laporan Akhir")
CHANNEL = Column("Sumber Laporan", short=("Kanal Laporan",))
UNIT = Column("Instansi Terdisposisi")
REASON = Column("Alasan Tunda/Arsip")
COLUMNS = (ID, DATE, CATEGORY, KIND, STATUS, CLASSIFICATION, TITLE, FIRST_TEXT, LAST_TEXT, CHANNEL, UNIT, REASON)
_HEADINGS = {fold(heading) for column in COLUMNS for heading in (column.name, *column.short)}


@dataclass(frozen=True, slots=True)
class Report:
    """One row. `row` is the number a person sees in the sheet; words are as spelt, texts as written (private)."""

    row: int
    tracking_id: str
    received_on: dt.date
    category: str
    kind: str
    status: str
    classification: str = ""
    title: str = ""
    text: str = ""
    channel: str = ""
    unit: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where. `row` is None where the whole file is meant. Never quotes a private cell."""

    message: str
    row: int | None = None
    column: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """What a file holds: the good reports, the faults, how many rows were reports at all, and which columns it has.

    `headings` maps a column to its heading in this file; a column that is not there says nothing about its field.
    `warnings` are of good rows: what was read, and a person should look at.
    """

    reports: tuple[Report, ...] = ()
    faults: tuple[Fault, ...] = ()
    rows: int = 0
    headings: Mapping[Column, str] = field(default_factory=dict)
    warnings: tuple[Fault, ...] = ()


@dataclass(slots=True)
class _Reading:
    """The rows of one grid while they are read."""

    place: Mapping[Column, int]
    headings: Mapping[Column, str]
    reports: list[Report] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    rows: int = 0


def read(content: bytes) -> Export:
    """The reports of an export, or the faults that a person must mend first. Never raises for any bytes."""
    try:
        found: tuple[list[Row], int] | None = None
        for grid in grids(content):
            heading = _heading(grid)
            if heading is not None and (found is None or _known(grid[heading]) > _known(found[0][found[1]])):
                found = (grid, heading)
                if all(column in _places(grid[heading]) for column in COLUMNS if column.needed):
                    break
    except Unreadable as problem:
        return Export(faults=(Fault(str(problem)),))
    if found is None:
        message = "Baris judul dengan kolom “Tracking ID” tidak ada. Unduh ulang ekspor dari SP4N-LAPOR!."
        return Export(faults=(Fault(message),))
    return _read_grid(*found)


def _heading(grid: list[Row]) -> int | None:
    """The index of the first row with a cell `Tracking ID` and another heading that we know."""
    for index, row in enumerate(grid[:DEEPEST_HEADING]):
        if _known(row) > 1 and ID in _places(row):
            return index
    return None


def _known(row: Row) -> int:
    return sum(fold(text_of(cell)) in _HEADINGS for cell in row)


def _places(row: Row) -> dict[Column, list[int]]:
    """Where each column stands; two places where a heading is said twice. The full name goes before a short one."""
    at: dict[str, list[int]] = {}
    for index, cell in enumerate(row):
        at.setdefault(fold(text_of(cell)), []).append(index)
    places = {}
    for column in COLUMNS:
        said = next((at[fold(name)] for name in (column.name, *column.short) if fold(name) in at), None)
        if said:
            places[column] = said
    return places


def _read_grid(grid: list[Row], heading: int) -> Export:
    places = _places(grid[heading])
    faults = _heading_faults(places, heading + 1)
    if faults:
        return Export(faults=faults)
    place = {column: indexes[0] for column, indexes in places.items()}
    headings = {column: " ".join(text_of(grid[heading][index]).split()) for column, index in place.items()}
    reading = _Reading(place, headings)
    for number, row in enumerate(grid[heading + 1 :], heading + 2):
        _read_row(reading, number, row)
    if not reading.rows:
        return Export(faults=(Fault("Tidak ada satu pun laporan di bawah baris judul.", heading + 1),))
    wrong = sorted([*reading.faults, *_twins(reading)], key=lambda fault: fault.row or 0)
    rows = {fault.row for fault in wrong}
    good = tuple(report for report in reading.reports if report.row not in rows)
    warnings = tuple(warning for warning in reading.warnings if warning.row not in rows)
    return Export(good, tuple(wrong), reading.rows, headings, warnings)


def _heading_faults(places: Mapping[Column, list[int]], row: int) -> tuple[Fault, ...]:
    missing = [
        Fault(f"Kolom “{column.name}” tidak ada. Unduh ulang ekspor dengan semua kolomnya.", row, column.name)
        for column in COLUMNS
        if column.needed and column not in places
    ]
    twice = [
        Fault(f"Kolom “{column.name}” ada di tempat ke-{at[0] + 1} dan ke-{at[1] + 1}. Sisakan satu.", row, column.name)
        for column, at in places.items()
        if len(at) > 1
    ]
    return (*missing, *twice)


def _read_row(reading: _Reading, number: int, row: Row) -> None:
    cells = {column: row[index] if index < len(row) else "" for column, index in reading.place.items()}
    texts = {column: text_of(cell) for column, cell in cells.items()}
    tracking_id = texts[ID]
    day = date_of(cells[DATE])
    if not _is_number(tracking_id):
        # "Rows whose ID is not all digits are footers" (law.md §5.6), unless the rest of the row is plainly a report:
        # dropping that one in silence would lose somebody's complaint.
        if day is not None and (texts[STATUS] or texts[CATEGORY]):
            reading.rows += 1
            reading.faults.append(_fault(reading, number, ID, "harus berupa angka saja. Perbaiki atau hapus barisnya."))
        return
    reading.rows += 1
    wrong = list(_wrong_cells(texts, day))
    if wrong or day is None:
        reading.faults += [_fault(reading, number, column, message) for column, message in wrong]
        return
    if has_short_year(cells[DATE]):
        message = f"ditulis dengan tahun dua angka; dibaca sebagai tahun {day.year}. Periksa."
        reading.warnings.append(_fault(reading, number, DATE, message))
    word = {column: " ".join(text.split()) for column, text in texts.items()}
    text = texts.get(LAST_TEXT) or texts.get(FIRST_TEXT, "")
    reading.reports.append(
        Report(
            number, tracking_id, day, word[CATEGORY], word[KIND], word[STATUS], word.get(CLASSIFICATION, ""),
            texts.get(TITLE, ""), text, word.get(CHANNEL, ""), word.get(UNIT, ""), texts.get(REASON, ""),
        )
    )  # fmt: skip


def _wrong_cells(texts: Mapping[Column, str], day: dt.date | None) -> Iterable[tuple[Column, str]]:
    if len(texts[ID]) > 20:
        yield ID, "lebih dari 20 angka. Periksa selnya."
    if day is None:
        empty = "kosong" if not texts[DATE] else "tidak terbaca sebagai tanggal"
        yield DATE, f"{empty}. Tulis seperti 3 Jan 2026."
    if not fold(texts[STATUS]):
        yield STATUS, "kosong. Isi dengan status dari SP4N-LAPOR!."
    for column in (CATEGORY, KIND, STATUS, CLASSIFICATION, CHANNEL, UNIT):
        if max(len(texts.get(column, "")), len(fold(texts.get(column, "")))) > LONGEST_WORD:
            yield column, f"lebih dari {LONGEST_WORD} huruf; ini bukan isi kolom itu. Periksa apakah kolomnya bergeser."
    for column in (TITLE, FIRST_TEXT, LAST_TEXT, REASON):
        if len(texts.get(column, "")) > LONGEST_TEXT:
            yield column, f"lebih dari {LONGEST_TEXT} huruf. Pendekkan teksnya."


def _fault(reading: _Reading, row: int, column: Column, message: str) -> Fault:
    heading = reading.headings[column]
    return Fault(f"{heading} {message}", row, heading)


def _twins(reading: _Reading) -> Iterable[Fault]:
    """Two rows with one tracking id: which of them is true is not ours to say, so neither is taken."""
    rows_of: dict[str, list[int]] = {}
    for report in reading.reports:
        rows_of.setdefault(report.tracking_id, []).append(report.row)
    for rows in rows_of.values():
        for row in rows if len(rows) > 1 else ():
            others = " dan ".join(str(other) for other in rows)
            message = f"Tracking ID yang sama ada di baris {others}. Sisakan satu."
            yield Fault(message, row, reading.headings[ID])


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def text_of(cell: Cell) -> str:
    """A cell as a person reads it: a whole number without its `.0`, no blanks around, no control characters inside."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell).replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    return "".join(char for char in text if char in "\n\t" or char.isprintable() or char == "\u200d").strip()

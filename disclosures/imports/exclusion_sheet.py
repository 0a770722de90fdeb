"""A body's list of excluded information (DIK) as a sheet: bytes in, rows or row errors out. Pure.

The list is practice, not an annex of PERKI 1/2021: number, essence, content, legal basis, consequence when opened,
benefit when closed, period, grouped by the letters of UU 14/2008 Pasal 17 (law.md §2.11). The group stands in its own
column or in a line across the table above its rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from disclosures.imports.folding import fold
from disclosures.imports.grid import NO_OTHER_SHEETS, Cell, Row, Unreadable, best_reading
from disclosures.imports.register_sheet import Note

MOST_ROWS = 20_000
LABELS = {
    "group": "Kelompok",
    "number": "No",
    "information": "Esensi informasi",
    "content": "Konten informasi",
    "basis": "Dasar hukum",
    "if_open": "Akibat bila dibuka",
    "if_closed": "Manfaat bila ditutup",
    "period": "Batas waktu pengecualian",
    "unit": "Unit yang menguasai",
}
# Tried from the top: the first rule that holds names the column.
_RULES: tuple[tuple[str, str], ...] = (
    ("", r"halaman( pdf)?|hal|page|keterangan|ket|catatan"),
    ("number", r"no|nomor|nomer|no urut|nomor urut"),
    ("basis", r".*\bdasar( hukum)?\b.*"),
    ("period", r".*\b(batas|jangka) waktu\b.*|masa( pengecualian)?"),
    ("if_closed", r".*\b(ditutup|manfaat|tutup)\b.*"),
    ("if_open", r".*\b(dibuka|akibat|konsekuensi|buka)\b.*"),
    ("group", r"(kelompok|golongan|kategori|huruf)( informasi)?( pasal 17)?"),
    ("content", r".*\b(konten|isi|uraian|rincian)\b.*"),
    ("information", r".*\besensi\b.*|(jenis |nama |judul )?informasi( publik)?( yang)?( dikecualikan)?|ringkasan.*"),
    ("unit", r".*\b(unit|satker|opd|skpd|perangkat daerah|pejabat|menguasai|badan publik|dinas)\b.*"),
)
_COMPILED = tuple((column, re.compile(rule)) for column, rule in _RULES)
_LIMITS = {"group": 500, "number": 40, "unit": 250} | dict.fromkeys(
    ("information", "content", "basis", "if_open", "if_closed", "period"), 20_000
)
_HEADING_WITHIN = 60
_NEEDED = ("content", "information")


@dataclass(frozen=True, slots=True)
class ExclusionRow:
    """One row as written, spaces tidied; `unit` is "" where the sheet names none."""

    row: int
    group: str
    number: str
    information: str
    content: str
    basis: str
    if_open: str
    if_closed: str
    period: str
    unit: str = ""


@dataclass(slots=True)
class ExclusionSheet:
    """What was read: good rows, errors row by row, warnings; `count` is the number of rows meant, good or bad."""

    rows: list[ExclusionRow] = field(default_factory=list)
    errors: list[Note] = field(default_factory=list)
    warnings: list[Note] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=lambda: dict(LABELS))
    count: int = 0


@dataclass(frozen=True, slots=True)
class _Heading:
    at: int
    columns: dict[str, int]


def read_exclusions(content: bytes) -> ExclusionSheet:
    """Read a CSV, XLSX, XLS or ODS. Never raises for any bytes: what is wrong is in `errors`."""
    sheet = ExclusionSheet()
    try:
        best = best_reading(content, _heading, lambda heading: len(heading.columns))
    except Unreadable as unreadable:
        sheet.errors.append(Note(None, "", str(unreadable)))
        return sheet
    if best is None:
        message = (
            "Baris judul tidak ditemukan. Tulis judul kolom dalam satu baris, sekurangnya “Konten informasi” "
            "dan “Dasar hukum”."
        )
        sheet.errors.append(Note(None, "", message))
        return sheet
    heading, rows, sheets = best
    if sheets > 1:
        sheet.warnings.append(Note(None, "", NO_OTHER_SHEETS % {"count": sheets}))
    return _read(sheet, heading, rows)


def _heading(rows: Sequence[Row]) -> _Heading | None:
    """The row of the first ones that names most columns; without content and basis it is no list of this kind."""
    found = [_Heading(at, _columns(row)) for at, row in enumerate(rows[:_HEADING_WITHIN])]
    best = max(found, key=lambda one: len(one.columns), default=None)
    named = best.columns if best else {}
    return best if "basis" in named and any(name in named for name in _NEEDED) else None


def _columns(row: Row) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, cell in enumerate(row):
        words = fold(cell) if isinstance(cell, str) else ""
        column = next((name for name, rule in _COMPILED if words and rule.fullmatch(words)), "")
        if column:
            columns.setdefault(column, at)
    return columns


def _read(sheet: ExclusionSheet, heading: _Heading, rows: list[Row]) -> ExclusionSheet:
    title_row = rows[heading.at]
    sheet.titles.update({name: _text(title_row[at]) or LABELS[name] for name, at in heading.columns.items()})
    group = ""
    for at in range(heading.at + 1, len(rows)):
        written = [text for cell in rows[at] if (text := _text(cell))]
        if not written or _counts_columns(written):
            continue
        if len(written) == 1 and "group" not in heading.columns:
            group = written[0]
            continue
        sheet.count += 1
        row = _row(at + 1, {name: _at(rows[at], place) for name, place in heading.columns.items()}, group)
        problems = list(_problems(row, sheet.titles))
        sheet.errors += problems
        if not problems:
            sheet.rows.append(row)
    if not sheet.count:
        sheet.errors.append(Note(heading.at + 1, "", "Tidak ada baris informasi di bawah baris judul."))
    elif sheet.count > MOST_ROWS:
        sheet.rows.clear()
        sheet.errors = [Note(None, "", f"Lebih dari {MOST_ROWS} baris. Bagi menjadi beberapa berkas.")]
    return sheet


def _row(number: int, said: dict[str, str], group: str) -> ExclusionRow:
    return ExclusionRow(
        row=number,
        group=said.get("group", "") or group,
        number=said.get("number", "").rstrip("."),
        information=said.get("information", ""),
        content=said.get("content", "") or said.get("information", ""),
        basis=said.get("basis", ""),
        if_open=said.get("if_open", ""),
        if_closed=said.get("if_closed", ""),
        period=said.get("period", ""),
        unit=said.get("unit", ""),
    )


def _problems(row: ExclusionRow, titles: dict[str, str]) -> Iterator[Note]:
    if not fold(row.content):
        yield Note(row.row, titles["content"], "Konten informasi kosong. Tulis informasi apa yang dikecualikan.")
    for name, limit in _LIMITS.items():
        if len(getattr(row, name)) > limit:
            message = f"Isi kolom terlalu panjang (paling banyak {limit} huruf). Ringkas isinya."
            yield Note(row.row, titles[name], message)


def _counts_columns(written: list[str]) -> bool:
    """The row "1 2 3 …" that decrees print under a heading."""
    return len(written) >= 3 and [text.strip("()") for text in written] == [
        str(number) for number in range(1, len(written) + 1)
    ]


def _at(row: Row, place: int) -> str:
    return _text(row[place]) if place < len(row) else ""


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).replace("\x00", "").split()) if cell is not None else ""

"""A body's register of public information as a sheet: bytes in, rows or row errors out. Pure.

Row numbers are those a person sees in the sheet, the heading's row included. Nothing is guessed: an unknown class, an
empty summary, a cell that is too long are errors of their row; what is skipped (notes above and beneath the table) is
told as a warning.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from disclosures.imports.folding import UNSEEN, fingerprint, fold
from disclosures.imports.grid import NO_OTHER_SHEETS, Cell, Row, Unreadable, best_reading
from disclosures.imports.register_columns import LABELS, Heading, find_heading, repeats
from disclosures.imports.years import place_and_time

MOST_ENTRIES = 50_000
# Lengths of the model's fields; a longer cell is an error of its row, never cut off.
LIMITS = {"number": 40, "summary": 4000, "unit": 250, "maker": 500, "made": 200, "place": 200, "retention": 300}
CLASSES = {
    "berkala": ("berkala", "secara berkala", "informasi berkala", "informasi publik berkala"),
    "serta_merta": ("serta merta", "sertamerta", "informasi serta merta"),
    "setiap_saat": ("setiap saat", "tersedia setiap saat", "informasi setiap saat", "tiap saat"),
}
# Ticks of the Wingdings font, as they come out of a document without it.
_WINGDINGS = ("ü", "þ", "\uf0fc", "\uf0fe")
_TICKS = frozenset(
    {
        "v",
        "x",
        "ya",
        "y",
        "ada",
        "true",
        "1",
        "ok",
        "yes",
        "tersedia",
        "√",
        "✓",
        "✔",
        "☑",
        "●",
        "•",
        "✅",
        "■",
        "*",
        *_WINGDINGS,
    }
)
_NOT_TICKED = frozenset({"", "-", "–", "—", "tidak", "tidak ada", "tdk", "n", "false", "0", "no", "☐", "□", "✗", "✘"})
# "A", "b.", "IV.": what numbers the titles of sections.
_SECTION = re.compile(r"([a-z]|[ivx]{1,5})[.)]?", re.IGNORECASE)
_SUM = re.compile(r"(sub ?|grand ?)?(total|jumlah)\b.*")
_SOFT = ("soft", "digital", "elektronik", "file", "pdf", "xls", "doc", "online", "website", "web", "daring", "rekaman")
_HARD = ("hard", "cetak", "fisik", "kertas", "buku", "naskah")


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell a person: a row (None for the whole file), a column in the sheet's words, a sentence."""

    row: int | None
    column: str
    message: str

    def as_json(self) -> dict[str, object]:
        return {"row": self.row, "column": self.column, "message": self.message}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One entry as written. A value of None means: the sheet has no such column, what is stored stays.

    `unit` is the name as written ("" where the cell is empty); `info_class` a code, "" where nothing is said.
    """

    row: int
    summary: str
    identity: str
    unit: str
    number: str | None = None
    maker: str | None = None
    made_when: str | None = None
    made_place: str | None = None
    softcopy: bool | None = None
    hardcopy: bool | None = None
    retention: str | None = None
    info_class: str = ""


@dataclass(slots=True)
class Sheet:
    """What was read: good rows, errors row by row, warnings; `count` is the number of entries meant, good or bad."""

    rows: list[SheetRow] = field(default_factory=list)
    errors: list[Note] = field(default_factory=list)
    warnings: list[Note] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=lambda: dict(LABELS))
    count: int = 0


def read_register(content: bytes) -> Sheet:
    """Read a CSV, XLSX, XLS or ODS. Never raises for any bytes: what is wrong is in `errors`."""
    sheet = Sheet()
    try:
        best = best_reading(content, find_heading, lambda heading: len(heading.columns))
    except Unreadable as unreadable:
        sheet.errors.append(Note(None, "", str(unreadable)))
        return sheet
    if best is None:
        message = (
            "Baris judul tidak ditemukan. Tulis judul kolom dalam satu baris, sekurangnya “Ringkasan isi informasi” "
            "dan “Unit yang menguasai”."
        )
        sheet.errors.append(Note(None, "", message))
        return sheet
    heading, rows, sheets = best
    if sheets > 1:
        sheet.warnings.append(Note(None, "", NO_OTHER_SHEETS % {"count": sheets}))
    return _read(sheet, heading, rows)


def _read(sheet: Sheet, heading: Heading, rows: list[Row]) -> Sheet:
    sheet.titles = {column: heading.title(column) for column in LABELS}
    for first, second in heading.doubled:
        message = f"Dua kolom berjudul serupa: “{first}” dan “{second}”. Hapus salah satu atau ganti judulnya."
        sheet.errors.append(Note(heading.last + 1, second, message))
    for title in heading.strangers:
        sheet.warnings.append(Note(heading.last + 1, title, f"Kolom “{title}” tidak dikenal dan tidak diimpor."))
    if heading.doubled:
        return sheet
    body = [(index + 1, _Cells(heading, row)) for index, row in enumerate(rows) if index > heading.last]
    entries = [(number, cells) for number, cells in body if cells.written and not repeats(heading, cells.row)]
    if entries and entries[0][1].is_count_of_columns:
        del entries[0]
    entries = _without_notes(sheet, entries)
    sheet.count = len(entries)
    if not entries:
        sheet.errors.append(Note(heading.last + 1, "", "Tidak ada baris informasi di bawah baris judul."))
    elif len(entries) > MOST_ENTRIES:
        sheet.errors.append(Note(None, "", f"Lebih dari {MOST_ENTRIES} baris informasi. Bagi menjadi beberapa berkas."))
        return sheet
    for number, cells in entries:
        found = _entry(number, cells)
        if isinstance(found, SheetRow):
            sheet.rows.append(found)
        else:
            sheet.errors.extend(found)
    return sheet


class _Cells:
    """A row of the sheet seen through its heading: text by column, spaces tidied."""

    def __init__(self, heading: Heading, row: Row) -> None:
        self.heading = heading
        self.row = row
        self.texts = [_text(cell) for cell in row]
        self.written = sum(map(bool, self.texts))

    def has(self, column: str) -> bool:
        return column in self.heading.columns

    def __getitem__(self, column: str) -> str:
        at = self.heading.columns.get(column)
        return self.texts[at] if at is not None and at < len(self.texts) else ""

    @property
    def is_count_of_columns(self) -> bool:
        """The row "1 2 3 4 …", also "(1) (2) …", that decrees print under a heading."""
        texts = [text.strip("()") for text in self.texts if text]
        return len(texts) >= 3 and texts == [str(number) for number in range(1, len(texts) + 1)]

    @property
    def is_section(self) -> bool:
        """The title of a section: a cell beside the columns, "A. Informasi berkala", or the name of a class alone."""
        if self.written == 1 and not self["summary"]:
            return not self["number"].rstrip(".").isdecimal()
        if self.written == 1:
            return bool(class_of(self["summary"]))
        lettered = _SECTION.fullmatch(self["number"])
        return self.written == 2 and bool(lettered and self["summary"]) and self.heading.columns.keys() >= {"unit"}

    @property
    def is_sum(self) -> bool:
        """ "Jumlah informasi: 51" in whatever cells."""
        first, *rest = filter(None, self.texts)
        return not any(ch.isalpha() for text in rest for ch in text) and bool(_SUM.fullmatch(fold(first)))

    @property
    def may_be_note(self) -> bool:
        """A line of text beside or beneath the table: at most two cells, no number of a row, not summary and unit."""
        return (
            self.written <= 2 and not self["number"].rstrip(".").isdecimal() and not (self["summary"] and self["unit"])
        )


def _without_notes(sheet: Sheet, entries: list[tuple[int, _Cells]]) -> list[tuple[int, _Cells]]:
    """Leave out titles of sections and what stands beneath the table (signature, date, notes), and say so."""
    whole = [number for number, cells in entries if cells["summary"] and not (cells.may_be_note or cells.is_sum)]
    last = max(whole, default=0)
    kept = []
    for number, cells in entries:
        beneath = number > last and last and cells.may_be_note
        if not (cells.is_section or cells.is_sum or beneath):
            kept.append((number, cells))
            continue
        words = " ".join(filter(None, cells.texts))
        message = f"Baris dilewati karena bukan baris informasi: “{words[:80]}”."
        sheet.warnings.append(Note(number, "", message))
    return kept


def _entry(number: int, cells: _Cells) -> SheetRow | list[Note]:
    """The row as an entry, or all that is wrong with it."""
    heading = cells.heading
    errors = [
        Note(number, heading.title(column), f"Isi kolom terlalu panjang (paling banyak {limit} huruf). Ringkas isinya.")
        for column, limit in LIMITS.items()
        if len(cells[column]) > limit
    ]
    if any(cells[column].count("\n") > 40 for column in LIMITS):
        errors = [Note(number, "", 'Tanda kutip (") tidak ditutup di baris ini. Perbaiki lalu simpan ulang.')]
    if not fold(cells["summary"]):
        errors.append(Note(number, heading.title("summary"), "Ringkasan isi informasi kosong. Isi ringkasannya."))
    if cells["unit"] and not any(ch.isalpha() for ch in cells["unit"]):
        message = f"“{cells['unit'][:40]}” bukan nama unit. Tulis nama unitnya dengan huruf."
        errors.append(Note(number, heading.title("unit"), message))
    info_class, wrong = _class(number, cells)
    softcopy, hardcopy, unclear = _forms(number, cells)
    errors += [*wrong, *unclear]
    if errors:
        return errors
    made_place, made_when = place_and_time(_line(cells["made"]))
    if cells.has("place"):
        made_place, made_when = _line(cells["place"]), _line(cells["made"])
    summary = _line(cells["summary"])
    return SheetRow(
        row=number,
        summary=summary,
        identity=fingerprint(summary),
        unit=_line(cells["unit"]),
        number=_line(cells["number"]).rstrip(".") if cells.has("number") else None,
        maker=_line(cells["maker"]) if cells.has("maker") else None,
        made_when=made_when if cells.has("made") else None,
        made_place=made_place if cells.has("made") or cells.has("place") else None,
        softcopy=softcopy,
        hardcopy=hardcopy,
        retention=_line(cells["retention"]) if cells.has("retention") else None,
        info_class=info_class,
    )


def class_of(text: str) -> str | None:
    """The code of a class as a person writes it, "" for nothing written, None for a word that is no class."""
    words = fold(text)
    if not words or words in ("belum diklasifikasi", "belum"):
        return ""
    bare = words.removeprefix("informasi ").removeprefix("publik ").removeprefix("yang ").removeprefix("wajib ")
    for code, names in CLASSES.items():
        if words in names or bare in names or words.replace(" ", "_") == code or words.endswith(names[0]):
            return code
    return None


def _class(number: int, cells: _Cells) -> tuple[str, list[Note]]:
    ticked = [code for code in CLASSES if cells.has(code) and _ticked(cells[code])]
    if len(ticked) > 1:
        title = cells.heading.titles[ticked[1]]
        return "", [Note(number, title, "Lebih dari satu klasifikasi ditandai. Tandai satu saja.")]
    if ticked:
        return ticked[0], []
    code = class_of(cells["class"])
    if code is None:
        message = (
            f"Klasifikasi “{cells['class'][:60]}” tidak dikenal. "
            "Tulis berkala, serta-merta atau setiap saat, atau kosongkan."
        )
        return "", [Note(number, cells.heading.title("class"), message)]
    return code, []


def _forms(number: int, cells: _Cells) -> tuple[bool | None, bool | None, list[Note]]:
    """Softcopy and hardcopy from their own columns, or from the words of one column "bentuk informasi"."""
    errors: list[Note] = []
    if cells.has("form") and not cells.has("softcopy") and not cells.has("hardcopy"):
        words = fold(cells["form"])
        return any(word in words for word in _SOFT), any(word in words for word in _HARD), errors
    return _mark(number, cells, "softcopy", errors), _mark(number, cells, "hardcopy", errors), errors


def _mark(number: int, cells: _Cells, column: str, errors: list[Note]) -> bool | None:
    if not cells.has(column):
        return None
    mark = _ticked(cells[column])
    if mark is None:
        message = f"“{cells[column][:40]}” tidak dikenal sebagai tanda. Beri tanda ✓ bila ada, kosongkan bila tidak."
        errors.append(Note(number, cells.heading.title(column), message))
    return mark


def _ticked(text: str) -> bool | None:
    """Whether a cell is a tick; None when it is neither a tick nor empty. Words for a file ("PDF") tick as well."""
    word = text.strip().casefold()
    if word in _NOT_TICKED:
        return False
    if word in _TICKS or any(fold(word).startswith(known) for known in (*_SOFT, *_HARD)):
        return True
    return None


def _text(cell: Cell) -> str:
    """A cell as a person reads it: whole numbers without a point, days in digits, a true cell as a tick."""
    if isinstance(cell, str):
        return (cell if cell.isascii() and "\x00" not in cell else cell.translate(UNSEEN).replace("\xa0", " ")).strip()
    if isinstance(cell, bool):
        return "✓" if cell else ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell).replace(".", ",")
    if isinstance(cell, dt.datetime):
        return cell.strftime("%d-%m-%Y")
    if isinstance(cell, dt.date):
        return cell.strftime("%d-%m-%Y")
    return str(cell)


def _line(text: str) -> str:
    return " ".join(text.split())


def twins(rows: Iterable[tuple[int, str, object]], title: str = LABELS["summary"]) -> list[Note]:
    """An error for each of (row, identity, unit) that stands a second time, naming both rows, on both rows."""
    seen: dict[tuple[str, object], list[int]] = {}
    for row, identity, unit in rows:
        seen.setdefault((identity, unit), []).append(row)
    return [note for numbers in seen.values() if len(numbers) > 1 for note in _twin_notes(numbers, title)]


def _twin_notes(numbers: Sequence[int], title: str) -> list[Note]:
    where = ", ".join(map(str, numbers[:-1])) + f" dan {numbers[-1]}"
    message = f"Baris {where} memuat ringkasan dan unit yang sama. Hapus atau bedakan salah satunya."
    return [Note(number, title, message) for number in numbers]

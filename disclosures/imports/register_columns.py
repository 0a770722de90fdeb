"""Which column of a sheet is which column of the register: headings as bodies really write them. Pure.

PERKI 1/2021 Annex I names seven columns; sheets shuffle, shorten and split them ("bentuk informasi" as two columns
softcopy and hardcopy under one merged heading) and add the class, which Annex I does not have.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from disclosures.imports.folding import UNSEEN, fold
from disclosures.imports.grid import Cell, Row

# What a person calls each column: used in messages where the sheet has no heading for it.
LABELS = {
    "number": "No",
    "summary": "Ringkasan isi informasi",
    "unit": "Unit yang menguasai",
    "maker": "Penanggung jawab pembuatan",
    "made": "Waktu dan tempat pembuatan",
    "place": "Tempat pembuatan",
    "form": "Bentuk informasi",
    "softcopy": "Softcopy",
    "hardcopy": "Hardcopy",
    "retention": "Jangka waktu penyimpanan",
    "class": "Klasifikasi",
}
# Tried from the top: the first rule that holds names the column. What is surest stands first.
_RULES: tuple[tuple[str, str], ...] = (
    ("", r"halaman( pdf)?|alamat halaman|hal|page|keterangan|ket|catatan|kode( klasifikasi)?|kolom.*|id"),
    ("hardcopy", r".*\b(hard ?copy|hard ?file|cetak|tercetak|fisik|non ?(elektronik|digital)|salinan keras)\b.*"),
    ("softcopy", r".*\b(soft ?copy|soft ?file|digital|elektronik|salinan lunak|online|daring|rekaman)\b.*"),
    ("retention", r".*\b(retensi|penyimpanan|masa simpan|simpan|jangka waktu|jra)\b.*"),
    ("berkala", r"(informasi )?(wajib )?(di\w+ )*(secara )?berkala"),
    ("serta_merta", r"(informasi )?(wajib )?(di\w+ )*(secara )?serta merta"),
    ("setiap_saat", r"(informasi )?(wajib )?(tersedia )?setiap saat"),
    ("class", r"(kategori|klasifikasi|kelompok|golongan|kelas|sifat|class)( dan jenis)?( informasi)?( publik)?"),
    ("class", r"((kategori|klasifikasi|jenis) )?berkala serta merta( dan| atau)? setiap saat"),
    ("class", r"jenis( informasi)?( publik)?"),
    ("maker", r".*\b(penanggung ?jawab|pembuat|penerbit|yang membuat|pj|pic)\b.*"),
    ("unit", r".*\b(menguasai|penguasa)\b.*"),
    ("unit", r".*\b(pemilik|penyedia|pengelola|satker|satuan kerja|unit kerja|perangkat daerah)\b.*"),
    ("unit", r".*\b(opd|skpd|pd|instansi|unit|dinas|badan|ppid (pelaksana|pembantu)|perangkat)\b.*"),
    ("unit", r".*\b(produsen|sumber) data\b.*"),
    ("unit", r"pejabat|bidang|bagian|organisasi"),
    ("made", r".*\b(waktu|tahun|tanggal|tgl|thn|periode)\b.*"),
    ("place", r".*\b(tempat|lokasi|kota)\b.*"),
    ("form", r".*\b(bentuk|format|media|tersedia|ketersediaan)\b.*"),
    ("summary", r".*\bringkasan\b.*"),
    ("summary", r".*\b(uraian|judul|nama|isi|materi|rincian|daftar|deskripsi)\b.*"),
    ("summary", r"(informasi|dokumen|data)( publik| dokumen)*|konten( informasi)?|informasi.*"),
    ("number", r"no|nomor|nomer|no urut|nomor urut|number"),
)
# A heading merged over several columns, and what may stand beneath it.
_WHOLES = frozenset({"form", "class", "berkala", "serta_merta", "setiap_saat"})
_PARTS = frozenset({"softcopy", "hardcopy", "berkala", "serta_merta", "setiap_saat"})
_COMPILED = tuple((column, re.compile(rule)) for column, rule in _RULES)
_MOST_HEADING_ROW = 60
_MOST_HEADING_CELLS = 200
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the heading of a sheet is: `last` is the index of its last row, `columns` maps a column to its cells.

    `titles` holds the sheet's own words for each column, `strangers` the headings that no rule knows.
    """

    first: int
    last: int
    columns: dict[str, int]
    titles: dict[str, str]
    strangers: tuple[str, ...]
    doubled: tuple[tuple[str, str], ...]

    def title(self, column: str) -> str:
        return self.titles.get(column, LABELS[column])


def column_of(heading: str) -> str | None:
    """The register's column that a heading means, "" for one that is known and not needed, None for a strange one."""
    return _ranked(heading)[1]


def _ranked(heading: str) -> tuple[int, str | None]:
    """(rank, column): the smaller the rank, the surer the heading is that column."""
    words = fold(heading.translate(UNSEEN))
    if words and len(words) <= _LONGEST_HEADING:
        for rank, (column, rule) in enumerate(_COMPILED):
            if rule.fullmatch(words):
                return rank, column
    return len(_COMPILED), None


def find_heading(rows: Sequence[Row]) -> Heading | None:
    """The heading of a register: of the first rows the one that names most columns, over two rows where it is split."""
    best: Heading | None = None
    for index in range(min(len(rows), _MOST_HEADING_ROW)):
        one = _heading(rows, index, index)
        if one and (best is None or len(one.columns) > len(best.columns)):
            split = _heading(rows, index, index + 1) if _splits(rows, index, one) else None
            best = split or one
    return best


def _heading(rows: Sequence[Row], first: int, last: int) -> Heading | None:
    width = min(max((len(row) for row in rows[first : last + 1]), default=0), _MOST_HEADING_CELLS)
    titles = [_title([row[at] if at < len(row) else "" for row in rows[first : last + 1]]) for at in range(width)]
    held: dict[str, tuple[int, int]] = {}
    strangers: list[str] = []
    doubled: list[tuple[str, str]] = []
    for at, title in enumerate(titles):
        rank, column = _ranked(title)
        if column is None and title:
            strangers.append(title)
        elif column and column in held and held[column][0] <= rank:
            if held[column][0] == rank:
                doubled.append((titles[held[column][1]], title))
            else:
                strangers.append(title)
        elif column:
            if column in held:
                strangers.append(titles[held[column][1]])
            held[column] = (rank, at)
    _take_kind_for_summary(held)
    if "summary" not in held or len(held) < 2:
        return None
    columns = {column: at for column, (_, at) in held.items()}
    named = {column: titles[at] for column, at in columns.items()}
    return Heading(first, last, columns, named, tuple(strangers), tuple(doubled))


def _take_kind_for_summary(held: dict[str, tuple[int, int]]) -> None:
    """ "Jenis informasi" is the class where another column tells what the information is, else it is what it is."""
    if "summary" not in held and "class" in held and _COMPILED[held["class"][0]][1].pattern.startswith("jenis"):
        held["summary"] = held.pop("class")


def _title(cells: Sequence[Cell]) -> str:
    """The lowest written cell: beneath "Bentuk informasi" stands what counts, "Softcopy"."""
    written = [" ".join(str(cell).split()) for cell in cells if isinstance(cell, str) and cell.strip()]
    return written[-1] if written else ""


def _splits(rows: Sequence[Row], index: int, heading: Heading) -> bool:
    """Whether the next row goes on with the heading: it repeats merged headings, or tells the parts of one.

    A written cell beneath another heading is a value: the first entry may well say "Softcopy" and nothing else like
    a heading.
    """
    if index + 1 >= len(rows):
        return False
    above, below = rows[index], rows[index + 1]
    parts = set()
    for at, cell in enumerate(below):
        words = _title([cell])
        if not words and isinstance(cell, str):
            continue
        upper = _title([above[at]]) if at < len(above) else ""
        column = column_of(words) if len(words) <= 40 else None
        if words and words == upper:
            continue
        if column not in _PARTS or (upper and column_of(upper) not in _WHOLES):
            return False
        parts.add(column)
    return bool(parts) or repeats(heading, below)


def repeats(heading: Heading, row: Row) -> bool:
    """Whether a row is the heading once more, as on each page of a printed register or in cells merged downwards."""
    same = 0
    titles = {at: heading.titles[column].casefold() for column, at in heading.columns.items()}
    for at, cell in enumerate(row):
        if not str(cell).strip():
            continue
        if at in titles and _title([cell]).casefold() != titles[at]:
            return False
        same += at in titles
    return same >= 2

"""Tables as CSV and XLSX that a spreadsheet opens without running anything in them."""

import csv
import datetime as dt
import hashlib
import io
import itertools
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import xlsxwriter

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV_TYPE = "text/csv; charset=utf-8"
Cell = str | int | dt.date | None
# What a spreadsheet takes for a formula (OWASP, CSV injection), and the signs that some take for it.
_FORMULA = frozenset("=+-@\u2212")
_BREAKS = frozenset("\t\r\n")
# What a cell holds at most; a longer one would be left out of the book without a word.
_LONGEST = 32_767
_DATE = "[$-421]d mmmm yyyy"


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's words and its width in signs."""

    text: str
    width: int = 16


def neutral(text: str) -> str:
    """`text` with an apostrophe before it when a spreadsheet could take it for a formula.

    Also behind blanks, control and invisible signs, and in the full-width and small forms that input methods write.
    """
    for sign in text:
        if sign in _BREAKS or unicodedata.normalize("NFKC", sign)[:1] in _FORMULA:
            return f"'{text}"
        if not (sign.isspace() or unicodedata.category(sign) in {"Cf", "Cc", "Zs", "Mn"}):
            return text
    return text


def csv_text(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows as CSV with a byte order mark, which Excel wants for letters beyond ASCII. Numbers stay numbers; days are
    written YYYY-MM-DD."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_plain(cell) for cell in row] for row in rows)
    return f"\ufeff{out.getvalue()}"


def csv_sheet(headings: Sequence[Heading], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The rows under their headings as a file."""
    return csv_text(itertools.chain([[heading.text for heading in headings]], rows)).encode()


def xlsx(
    title: str, headings: Sequence[Heading], rows: Iterable[Sequence[Cell]], *, made: dt.datetime, defused: bool = True
) -> bytes:
    """One sheet with its heading row frozen. Text is text, days are real days, nothing is a formula or a link.

    `made` stands in the book's properties, so that the same rows give the same bytes. Text cells run nothing as they
    are; `defused` also marks them, for the day on which somebody saves the sheet as CSV.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": made.replace(tzinfo=None)})
    sheet = book.add_worksheet(title[:31])
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": _DATE, "valign": "top", "align": "left"})
    number = book.add_format({"valign": "top", "align": "left", "num_format": "#,##0"})
    sheet.freeze_panes(1, 1)
    for column, heading in enumerate(headings):
        sheet.set_column(column, column, heading.width)
        sheet.write_string(0, column, heading.text, head)
    for at, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, dt.date):
                sheet.write_datetime(at, column, dt.datetime.combine(cell, dt.time()), day)
            elif isinstance(cell, int):
                sheet.write_number(at, column, cell, number)
            elif cell:
                sheet.write_string(at, column, _fitting(neutral(cell) if defused else cell), text)
    book.close()
    return out.getvalue()


def digest(content: bytes) -> str:
    """SHA-256 of a handed-out file."""
    return hashlib.sha256(content).hexdigest()


def _plain(cell: Cell) -> str | int:
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return neutral(cell or "") if not isinstance(cell, int) else cell


def _fitting(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

"""A table as CSV that a spreadsheet opens without running anything in it."""

import csv
import io
from collections.abc import Iterable, Sequence

# What a spreadsheet takes for a formula, also behind blanks (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_text(rows: Iterable[Sequence[str | int]]) -> str:
    """Rows as CSV with a byte order mark, which Excel wants for letters beyond ASCII. Numbers stay numbers."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_safe(cell) for cell in row] for row in rows)
    return f"\ufeff{out.getvalue()}"


def _safe(cell: str | int) -> str | int:
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return f"'{cell}"
    return cell

"""The dates of an SP4N-LAPOR! export: `3 Jan 2026` with Indonesian and English months mixed, or real date cells."""

import datetime as dt
import re

from disclosures.imports.grid import Cell

_MONTHS = (
    ("jan", "januari", "january"),
    ("feb", "peb", "februari", "pebruari", "february"),
    ("mar", "mrt", "maret", "march"),
    ("apr", "april"),
    ("mei", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("agu", "agt", "ags", "agst", "aug", "agustus", "august"),
    ("sep", "sept", "september"),
    ("okt", "oct", "oktober", "october"),
    ("nov", "nop", "november", "nopember"),
    ("des", "dec", "desember", "december"),
)
MONTH_OF = {word: number for number, words in enumerate(_MONTHS, 1) for word in words}

_TIME = r"(?:[\sT,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s*(?:Z|[+-]\d{2}:?\d{2}|WIB|WITA|WIT))?)?"
_IN_WORDS = re.compile(rf"(\d{{1,2}})[\s\-./]+([a-z]+)\.?[\s\-./,]+(\d{{4}}){_TIME}", re.I)
_ISO = re.compile(rf"(\d{{4}})[-/](\d{{1,2}})[-/](\d{{1,2}}){_TIME}", re.I)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}){_TIME}", re.I)
FIRST_YEAR, LAST_YEAR = 2000, 2100


def date_of(cell: Cell) -> dt.date | None:
    """The day a cell means, or None where it means none. A time of day in the cell is left aside.

    `03/04/2026` is 3 April: the day comes first here. Two-digit years and bare numbers are refused, not guessed.
    """
    if isinstance(cell, dt.datetime):
        day = cell.date()
    elif isinstance(cell, dt.date):
        day = cell
    elif isinstance(cell, str):
        found = _read(" ".join(cell.split()))
        if found is None:
            return None
        day = found
    else:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _read(text: str) -> dt.date | None:
    if words := _IN_WORDS.fullmatch(text):
        day, month, year = int(words[1]), MONTH_OF.get(words[2].casefold(), 0), int(words[3])
    elif iso := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in iso.groups())
    elif first := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in first.groups())
    else:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None

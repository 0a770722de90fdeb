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
_IN_WORDS = re.compile(rf"(\d{{1,2}})[\s\-./]+([a-z]+)\.?[\s\-./,]+'?(\d{{4}}|\d{{2}}){_TIME}", re.I)
_MONTH_FIRST = re.compile(rf"([a-z]+)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*,\s*(\d{{4}}){_TIME}", re.I)
_WEEKDAY = re.compile(
    r"(?:sen(?:in)?|sel(?:asa)?|rab(?:u)?|kam(?:is)?|jum(?:.?at)?|sab(?:tu)?|min(?:ggu)?|ahad|"
    r"mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?\s*,?\s+",
    re.I,
)
_ISO = re.compile(rf"(\d{{4}})[-/](\d{{1,2}})[-/](\d{{1,2}}){_TIME}", re.I)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}){_TIME}", re.I)
FIRST_YEAR, LAST_YEAR = 2000, 2100


def date_of(cell: Cell) -> dt.date | None:
    """The day a cell means, or None where it means none. A time of day in the cell is left aside.

    `03/04/2026` is 3 April: the day comes first here. A weekday before the date is left aside. A year of two digits is
    read beside a month in words only (`3 Jan 26`, see `has_short_year`); `03-01-26` and bare numbers are refused, not
    guessed.
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


def has_short_year(cell: Cell) -> bool:
    """Whether a day that `date_of` reads is written with two digits for its year: a person should look at it."""
    if not isinstance(cell, str):
        return False
    words = _IN_WORDS.fullmatch(_bare(cell))
    return words is not None and len(words[3]) == 2


def _bare(text: str) -> str:
    """Without a weekday before it and without the apostrophe by which a spreadsheet is told that a cell is text."""
    text = " ".join(text.split()).removeprefix("'")
    weekday = _WEEKDAY.match(text)
    return text[weekday.end() :] if weekday else text


def _read(text: str) -> dt.date | None:
    text = _bare(text)
    if words := _IN_WORDS.fullmatch(text):
        day, month, year = int(words[1]), MONTH_OF.get(words[2].casefold(), 0), int(words[3])
        year += 2000 if len(words[3]) == 2 else 0
    elif english := _MONTH_FIRST.fullmatch(text):
        day, month, year = int(english[2]), MONTH_OF.get(english[1].casefold(), 0), int(english[3])
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

"""The year in a cell of words, and the hand that splits "Sumedang, Januari 2024" into place and time."""

import re

_YEAR = re.compile(r"(?<!\d)(19\d\d|20\d\d)(?!\d)")
_SHORT_DATE = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](\d\d)(?!\d)")
_ONES = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
_TIME_WORDS = frozenset(
    {
        *("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus"),
        *("september", "oktober", "november", "desember", "jan", "feb", "mar", "apr", "jun", "jul", "agu", "agt"),
        *("ags", "sep", "sept", "okt", "nov", "des", "tahun", "thn", "ta", "triwulan", "semester", "bulan"),
        *("tanggal", "setiap", "tiap"),
    }
)


def year_of(text: str) -> int | None:
    """The last year that a text names, in digits or in words ("dua ribu dua puluh empat"); None without one.

    The last, because a span such as "2019-2024" belongs with what is newest.
    """
    if found := _YEAR.findall(text):
        return int(found[-1])
    if found := _SHORT_DATE.findall(text):
        return 2000 + int(found[-1])
    return _year_in_words(re.findall(r"[a-z]+", text.casefold()))


def _year_in_words(words: list[str]) -> int | None:
    for start in range(len(words) - 1):
        if words[start : start + 2] == ["dua", "ribu"]:
            return 2000 + _below_hundred(words[start + 2 : start + 5])
    return None


def _below_hundred(words: list[str]) -> int:
    first, second, third = [*words, "", "", ""][:3]
    if first in ("sepuluh", "sebelas"):
        return 10 if first == "sepuluh" else 11
    if second == "belas":
        return 10 + _ONES.get(first, 0)
    if second == "puluh":
        return 10 * _ONES.get(first, 0) + _ONES.get(third, 0)
    return _ONES.get(first, 0)


def place_and_time(text: str) -> tuple[str, str]:
    """(place, time) of the statutory column "waktu dan tempat pembuatan"; all of it is time when nothing is sure.

    Split only at a comma, slash or semicolon with a place (no digit, no word of time) on one side and a year on the
    other: `"Sumedang, 2 Januari 2024"` gives `("Sumedang", "2 Januari 2024")`, `"2020"` gives `("", "2020")`.
    """
    for mark in (",", ";", " / "):
        left, found, right = text.partition(mark)
        if not found:
            continue
        left, right = left.strip(), right.strip()
        if _is_place(left) and year_of(right):
            return left, right
        if _is_place(right) and year_of(left):
            return right, left
    return "", text.strip()


def _is_place(text: str) -> bool:
    words = re.findall(r"\w+", text.casefold())
    return bool(words) and not any(ch.isdigit() for ch in text) and not _TIME_WORDS.intersection(words)

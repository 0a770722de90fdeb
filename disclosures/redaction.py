"""What of a complaint or answer may be public. Pure Python: a lawyer can read it.

"Anonim" hides who reported, "Rahasia" hides what was reported; they are two independent yes-or-no marks (law.md §5.4)
and both only ever tighten: a later export without the mark does not open what was once closed.
"""

import re
import unicodedata
from dataclasses import dataclass

from ppid.law.personal_data import Finding, find_personal_data, masked

__all__ = [
    "CLOSED", "OPEN", "SMALLEST_CELL", "Finding", "Secrecy", "find_personal_data", "is_oversight", "masked",
    "may_be_listed", "secrecy_of", "shown_number",
]  # fmt: skip

# Tables crossed with secrecy or with a small place do not show a number below this (law.md §6, consequence 3).
SMALLEST_CELL = 5


@dataclass(frozen=True, slots=True)
class Secrecy:
    """Whether the reporter is hidden (`anonymous`), and whether the report is (`secret`)."""

    anonymous: bool = False
    secret: bool = False

    def tightened(self, other: "Secrecy") -> "Secrecy":
        """What holds when both were said: never looser than either."""
        return Secrecy(self.anonymous or other.anonymous, self.secret or other.secret)


OPEN = Secrecy()
CLOSED = Secrecy(anonymous=True, secret=True)
_NOTHING_ASKED = frozenset({"", "publik", "terbuka", "normal", "biasa", "umum", "tidak ada", "bukan anonim rahasia"})
_MARKS = {"anonim": Secrecy(anonymous=True), "rahasia": Secrecy(secret=True)}
_BETWEEN = frozenset({"dan", "serta"})


def secrecy_of(word: str) -> tuple[Secrecy, bool]:
    """What the export's type column asks for, and whether its words are known.

    An empty cell asks for nothing. A word nobody knows closes the report entirely: a slip of the pen in "Rahasia" must
    not publish it.
    """
    words = _words(word)
    if " ".join(words) in _NOTHING_ASKED:
        return OPEN, True
    asked = OPEN
    for part in words:
        if part in _BETWEEN:
            continue
        if part not in _MARKS:
            return CLOSED, False
        asked = asked.tightened(_MARKS[part])
    return asked, True


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())


def is_oversight(classification: str) -> bool:
    """A complaint about misconduct (berkadar pengawasan). Its reporter is protected as one who gives information on an
    offence (UU 14/2008 Ps 17 a number 2; law.md §6, consequence 3)."""
    words = " ".join(_words(classification))
    return "berkadar pengawasan" in words and "tidak berkadar" not in words and "bukan berkadar" not in words


def may_be_listed(secrecy: Secrecy, classification: str) -> bool:
    """Whether a report may be shown one by one, in coded fields. What may not is a number in the recap only."""
    return not secrecy.secret and not is_oversight(classification)


def shown_number(number: int) -> int | None:
    """A cell of a table crossed with secrecy or a small place: None where it is suppressed (1 to 4)."""
    return None if 0 < number < SMALLEST_CELL else number

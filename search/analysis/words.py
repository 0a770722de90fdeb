"""From text to words: folded for case and diacritics, with their place in the text kept for highlights."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# A word is letters and digits; `-`, `/`, `.`, `'` and `,` join only where both sides belong together ("anak-anak",
# "14/2008", "SP4N-LAPOR", "1.250,50"). An underscore separates.
_WORD = re.compile(r"[^\W_]+(?:[-‐‑/.,'’][^\W_]+)*")
_JOINT = re.compile(r"[-‐‑/.,'’]")
MAX_WORD = 64


class Word(NamedTuple):
    """One word of a text: its folded form and where it stands, `text[start:end]`."""

    form: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case without diacritics, in compatibility form: `"Kafé ＡＰＢＤ"` becomes `"kafe apbd"`."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in parts if not unicodedata.combining(char))


def words(text: str) -> Iterator[Word]:
    """The words of a text in reading order.

    A joined word is kept whole where it is a code (it holds a digit: `14/2008`, `covid-19`) and cut into its parts
    otherwise (`SP4N-LAPOR` is both: a code, whose parts a person may type alone). A doubled word (`anak-anak`,
    `anak2`) is one word.
    """
    for match in _WORD.finditer(text):
        at = match.start()
        for form, start, end in cut(match.group()):
            yield Word(form, at + start, at + end)


def pieces(text: str) -> list[str]:
    """The text between its spaces and marks, joined words whole, for `cut`."""
    return _WORD.findall(text)


@lru_cache(maxsize=131072)
def cut(piece: str) -> tuple[Word, ...]:
    """The words of one such piece, placed from its own beginning. Kept: a language repeats itself."""
    form = _form(piece)
    if form.isalpha() or form.isdigit():
        return (Word(form, 0, len(piece)),)
    return tuple(_joined(form, piece))


def _form(piece: str) -> str:
    # A few ligatures unfold into several words; a form must never hold a space.
    return "".join(fold(piece).split())[:MAX_WORD]


def _joined(form: str, piece: str) -> Iterator[Word]:
    end = len(piece)
    if len(form) > 3 and form[-1] == "2" and form[:-1].isalpha():  # anak2
        yield Word(form[:-1], 0, end)
        return
    parts = list(_parts(piece))
    if len(parts) == 2 and doubled(parts[0].form, parts[1].form):
        yield Word(parts[1].form if len(parts[1].form) > len(parts[0].form) else parts[0].form, 0, end)
        return
    if any(char.isdigit() for char in form) and len(parts) > 1:
        yield Word(_JOINT.sub("-", form), 0, end)
    if len(parts) < 2 or not form.replace(".", "").replace(",", "").isdigit():
        yield from parts or (Word(form, 0, end),)


def _parts(piece: str) -> Iterator[Word]:
    place = 0
    for part in _JOINT.split(piece):
        form = _form(part)
        if form:
            yield Word(form, place, place + len(part))
        place += len(part) + 1


def doubled(first: str, second: str) -> bool:
    """Whether two halves are one reduplicated word: anak-anak, rumah-rumahan, berlari-lari, perundang-undangan."""
    if not (first.isalpha() and second.isalpha()) or min(len(first), len(second)) < 3:
        return False
    return first == second or second.startswith(first) or first.endswith(second) or _core(first) in second


def _core(first: str) -> str:
    """`undang` of `perundang`: what is left without a leading verbal or nominal prefix."""
    for prefix in ("per", "ber", "ter", "meng", "men", "mem", "peng", "pen", "pem", "se", "ke", "di", "me", "pe"):
        if first.startswith(prefix) and len(first) - len(prefix) >= 4:
            return first[len(prefix) :]
    return first

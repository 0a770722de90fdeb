"""The piece of a document that answers, as segments: plain text and whether it is to be marked.

A template escapes each segment like any other text and sets `<mark>` itself, so nothing in a document can reach the
page as markup.
"""

from collections.abc import Sequence
from typing import NamedTuple

from search.analysis.question import Question
from search.analysis.stemming import stem
from search.analysis.words import Word, words

WIDTH = 240
# Reading stops here: a statute of 1.7 million letters must not hold up a page of results.
_READ = 200_000
_MARKS = 300


class Segment(NamedTuple):
    """A run of text; `marked` where it answers the question."""

    text: str
    marked: bool = False


def excerpt(text: str, question: Question, *, width: int = WIDTH) -> tuple[Segment, ...]:
    """About `width` letters of the text around the place that holds most of what was asked; its start otherwise."""
    text = " ".join(text[:_READ].split())
    found = _found(text, question)
    start = _window(found, width) if found else 0
    start, end = _at_words(text, start, width)
    inside = [word for word in found if start <= word.start and word.end <= end]
    return _segments(text, inside, start, end)


def marked(text: str, question: Question) -> tuple[Segment, ...]:
    """The whole text (a title) with its answering words marked."""
    return _segments(text, _found(text, question), 0, len(text))


def _found(text: str, question: Question) -> list[Word]:
    """The answering words with their stem as form."""
    stems, forms, prefixes = question.stems, question.words, question.prefixes
    found: list[Word] = []
    for word in words(text):
        root = stem(word.form)
        if root in stems or word.form in forms or (prefixes and word.form.startswith(prefixes)):
            found.append(Word(root, word.start, word.end))
            if len(found) >= _MARKS:
                break
    return found


def _window(found: Sequence[Word], width: int) -> int:
    """Where the window with the most different answers begins, a little before its first one."""
    best, start = (0, 0), 0
    first = 0
    for last, word in enumerate(found):
        while word.end - found[first].start > width * 3 // 4:
            first += 1
        inside = found[first : last + 1]
        score = (len({w.form for w in inside}), len(inside))
        if score > best:
            best, start = score, found[first].start
    return max(0, start - width // 6)


def _at_words(text: str, start: int, width: int) -> tuple[int, int]:
    end = min(len(text), start + width)
    start = max(0, min(start, end - width))
    if start > 0:
        start = text.find(" ", start) + 1
    if end < len(text):
        end = max(text.rfind(" ", start, end), start) or end
        end = end if end > start else min(len(text), start + width)
    return start, end


def _segments(text: str, found: Sequence[Word], start: int, end: int) -> tuple[Segment, ...]:
    pieces: list[Segment] = []
    place = start
    for word in found:
        if word.start < place:  # the part of a joined word that is marked already
            continue
        if word.start > place:
            pieces.append(Segment(text[place : word.start]))
        pieces.append(Segment(text[word.start : word.end], marked=True))
        place = word.end
    if place < end:
        pieces.append(Segment(text[place:end]))
    before = (Segment("… "),) if start > 0 else ()
    after = (Segment(" …"),) if end < len(text) else ()
    return (*before, *pieces, *after)

"""How the embedded engine adds up a score, in one SQL statement over FTS5's own bm25.

A document's score is the sum over the question's concepts of its best way to say each (the word, a synonym, a
prefix), plus something for words that stand side by side as typed, times how many of the concepts it holds. What each
way counts is `weight * idf * saturated frequency`; FTS5 computes the last two, but sets the idf of a word that stands
in more than half of the documents to nothing, which in a small register is most words. So its idf is divided out and
Lucene's put in, and a rare synonym is never worth more than the word that was typed.
"""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import apsw

from search.analysis.question import Alternative, Concept, Question
from search.engines.base import COVERAGE_FLOOR, FORM_WEIGHT, PAIR_WEIGHT, PREFIX_WEIGHT, TITLE_WEIGHT

SCRATCH = "CREATE TEMP TABLE hit(doc INTEGER PRIMARY KEY, score REAL NOT NULL)"

STEMS = ("title_stems", "text_stems")
FORMS = ("title_forms", "text_forms")
_BM25 = f"-bm25(term, {TITLE_WEIGHT}, 1.0, {TITLE_WEIGHT}, 1.0)"
# What several words close together count in place of a saturated frequency: they rarely do so more than once.
_CLOSE_IN_TITLE, _CLOSE_IN_TEXT = 1.8, 1.1
# Parts of the sum from here on add to the score but not to the coverage.
_BONUS = 1000
# SQLite allows 500 terms in a compound SELECT.
_MOST_PARTS = 400


class Part(NamedTuple):
    """One addend: which concept it belongs to, the SQL of its score, the FTS5 expression that finds it."""

    concept: int
    score: str
    match: str


def quoted(word: str) -> str:
    """A word as an FTS5 string, so that nothing in it can be read as syntax."""
    return '"' + word.replace('"', '""') + '"'


def fill(db: apsw.Connection, question: Question) -> tuple[int, ...]:
    """Put every matching document with its score into the scratch table; the places of concepts found nowhere."""
    db.execute("DELETE FROM hit")
    total = int(db.execute("SELECT count(*) FROM document").get)
    parts, missing = [], []
    for place, concept in enumerate(question.concepts):
        ways = list(_ways(db, place, concept, total))
        parts += ways
        if not ways:
            missing.append(place)
    required = [_together(phrase, FORMS) for phrase in question.phrases]
    if question.titles_only:
        required.append(_together(question.titles_only, FORMS[:1]))
    parts += [Part(_BONUS + 500 + n, _BM25, match) for n, match in enumerate(required)]
    if any(part.concept < _BONUS for part in parts):
        parts += _bonuses(db, question, total)
    elif question.concepts and not required:
        return tuple(missing)
    _sum(db, parts[:_MOST_PARTS], required, len(question.concepts))
    return tuple(missing)


def _sum(db: apsw.Connection, parts: Sequence[Part], required: Sequence[str], concepts: int) -> None:
    if not parts:
        return
    # A lone SELECT would be folded into the sum around it, where bm25 may not be used; hence the empty first one.
    union = "SELECT 0 AS doc, 0 AS concept, 0.0 AS score WHERE 0"
    union += "".join(f" UNION ALL SELECT rowid, {p.concept}, {p.score} FROM term(?)" for p in parts)  # noqa: S608
    held = f"sum(concept < {_BONUS})"
    coverage = f"({COVERAGE_FLOOR} + {1 - COVERAGE_FLOOR} * {held} / {concepts:.1f})" if concepts else "1.0"
    each = ["doc IN (SELECT rowid FROM term(?))"] * len(required)
    where = f"WHERE {' AND '.join(each)}" if required else ""
    having = "" if required else f"HAVING {held} > 0"
    best = f"SELECT doc, concept, max(score) AS score FROM ({union}) GROUP BY doc, concept"  # noqa: S608
    db.execute(
        f"INSERT INTO hit SELECT doc, sum(score) * {coverage} FROM ({best}) {where} GROUP BY doc {having}",  # noqa: S608
        (*(part.match for part in parts), *required),
    )


def _ways(db: apsw.Connection, place: int, concept: Concept, total: int) -> Iterator[Part]:
    own = _documents(db, _term(concept.stem, STEMS))
    ceiling = _idf(total, own) if own else math.inf
    for way in concept.alternatives:
        yield from _way(db, place, way, total, ceiling)
    if concept.prefix:
        match = f"{{{' '.join(FORMS)}}} : {quoted(concept.prefix)} *"
        if found := _documents(db, match):
            yield Part(place, _lucene(total, found, PREFIX_WEIGHT), match)


def _way(db: apsw.Connection, place: int, way: Alternative, total: int, ceiling: float) -> Iterator[Part]:
    if len(way.stems) == 1:
        match = _term(way.stems[0], STEMS)
        if found := _documents(db, match):
            yield Part(place, _lucene(total, found, way.weight, ceiling), match)
        return
    for column, counts in zip(STEMS, (_CLOSE_IN_TITLE, _CLOSE_IN_TEXT), strict=True):
        match = _close(way.stems, column)
        if found := _documents(db, match):
            idf = min(_idf(total, found), ceiling)
            yield Part(place, f"{way.weight * idf * counts:.6f}", match)


def _bonuses(db: apsw.Connection, question: Question, total: int) -> Iterator[Part]:
    for n, pair in enumerate(question.pairs):
        for column, counts in zip(STEMS, (_CLOSE_IN_TITLE, _CLOSE_IN_TEXT), strict=True):
            match = _close(pair, column)
            if found := _documents(db, match):
                yield Part(_BONUS + n, f"{PAIR_WEIGHT * _idf(total, found) * counts:.6f}", match)
    for n, concept in enumerate(question.concepts):
        if concept.word != concept.stem:
            match = _term(concept.word, FORMS)
            if found := _documents(db, match):
                yield Part(_BONUS + 250 + n, _lucene(total, found, FORM_WEIGHT), match)


def _term(word: str, columns: Sequence[str]) -> str:
    return f"{{{' '.join(columns)}}} : {quoted(word)}"


def _together(words: Sequence[str], columns: Sequence[str]) -> str:
    return f"{{{' '.join(columns)}}} : {' + '.join(map(quoted, words))}"


def _close(stems: Sequence[str], column: str) -> str:
    return f"{column} : NEAR({' '.join(map(quoted, stems))}, {len(stems)})"


def _documents(db: apsw.Connection, match: str) -> int:
    return int(db.execute("SELECT count(*) FROM term(?)", (match,)).get)


def _idf(total: int, found: int) -> float:
    """Lucene's: never negative."""
    return math.log(1 + (total - found + 0.5) / (found + 0.5))


def _lucene(total: int, found: int, weight: float, ceiling: float = math.inf) -> str:
    """FTS5's score with Lucene's idf in place of its own (fts5_aux.c: not below 1e-6)."""
    odds = (total - found + 0.5) / (found + 0.5)
    theirs = max(math.log(odds) if odds > 0 else 0.0, 1e-6) if odds > 1 else 1e-6
    return f"{weight * min(_idf(total, found), ceiling) / theirs:.9g} * {_BM25}"

"""From a search to its results, whichever engine answers: ask, repair what was mistyped, mark what answers."""

import time
from collections.abc import Mapping
from dataclasses import replace

from search.analysis import snippet
from search.analysis.question import Alternative, Concept, Question, parse
from search.analysis.stemming import stem
from search.analysis.words import words
from search.engines.base import NEAR_WEIGHT, Engine, Suggestion
from search.params import Search
from search.results import Answer, Hit, Match, Results

# A shorter beginning would match half of the language.
SHORTEST_PREFIX = 4
SUGGESTIONS = 8


def find(engine: Engine, search: Search) -> Results:
    """The results of a search. One call to the engine; up to two more where a word is nowhere in the index.

    Raises EngineDown: an outage is never an empty result.
    """
    started = time.perf_counter()
    question = parse(search.query, exact=search.exact)
    answer = engine.search(question, search)
    corrected: Mapping[str, str] = {}
    if answer.missing:
        question, corrected, changed = _repaired(engine, question, answer)
        answer = engine.search(question, search) if changed else answer
    hits = tuple(_hit(match, question) for match in answer.matches)
    took_ms = round((time.perf_counter() - started) * 1000)
    only_stopwords = bool(question.titles_only)
    return Results(answer.total, hits, answer.facets, engine.name, took_ms, corrected, only_stopwords)


def suggest(engine: Engine, typed: str, limit: int = SUGGESTIONS) -> tuple[Suggestion, ...]:
    """Titles that go on as somebody types. Raises EngineDown."""
    return engine.suggest([word.form for word in words(typed)][:12], limit)


def _repaired(engine: Engine, question: Question, answer: Answer) -> tuple[Question, Mapping[str, str], bool]:
    """The question with its unknown words widened; what was read as another word; whether anything changed."""
    unknown = [question.concepts[place] for place in answer.missing]
    near = engine.near([concept.word for concept in unknown])
    widened = {c.word: _widened(c, near.get(c.word, ())) for c in unknown}
    concepts = tuple(widened.get(c.word, c) for c in question.concepts)
    corrected = {w: found[0] for w, found in near.items() if found and not found[0].startswith(w)}
    return replace(question, concepts=concepts), corrected, concepts != question.concepts


def _widened(concept: Concept, near: tuple[str, ...]) -> Concept:
    meant = tuple(Alternative((stem(word),), NEAR_WEIGHT) for word in near)
    prefix = concept.word if len(concept.word) >= SHORTEST_PREFIX else ""
    return replace(concept, alternatives=concept.alternatives + meant, prefix=prefix)


def _hit(match: Match, question: Question) -> Hit:
    return Hit(
        id=match.id,
        kind=match.kind,
        title=match.title,
        url=match.url,
        page=match.page,
        score=match.score,
        date=match.date,
        facets=match.facets,
        title_segments=snippet.marked(match.title, question),
        snippet=snippet.excerpt(match.text, question),
    )

"""A question in Elasticsearch's own clauses. Part of the one engine that may import Elasticsearch."""

from collections.abc import Sequence
from typing import Any

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query as Clause

from search.analysis.question import Alternative, Concept, Question
from search.engines.base import COVERAGE_FLOOR, FORM_WEIGHT, PAIR_WEIGHT, PREFIX_WEIGHT, TITLE_WEIGHT

STEMS = [f"title_stems^{TITLE_WEIGHT}", "text_stems"]
FORMS = [f"title_forms^{TITLE_WEIGHT}", "text_forms"]


def clause_of(question: Question) -> Clause:
    """The whole question: what must stand in a document, what adds to its score (ranking.py explains the sum)."""
    must = [_phrase(phrase, ["title_forms", "text_forms"]) for phrase in question.phrases]
    if question.titles_only:
        must.append(_phrase(question.titles_only, ["title_forms"]))
    concepts = [concept_clause(concept) for concept in question.concepts]
    bonuses = [_close(pair, PAIR_WEIGHT) for pair in question.pairs]
    bonuses += [_word(c.word, FORMS, FORM_WEIGHT) for c in question.concepts if c.word != c.stem]
    if not concepts:
        return Q("bool", must=must, should=bonuses)
    any_concept = Q("bool", should=concepts, minimum_should_match=0 if must else 1)
    found = Q("bool", must=[*must, any_concept], should=bonuses)
    share = (1 - COVERAGE_FLOOR) / len(concepts)
    coverage: list[dict[str, Any]] = [{"weight": COVERAGE_FLOOR}]
    coverage += [{"filter": concept, "weight": share} for concept in concepts]
    return Q("function_score", query=found, functions=coverage, score_mode="sum", boost_mode="multiply")


def concept_clause(concept: Concept) -> Clause:
    """One idea of the question, said in any of its ways."""
    ways = [_way(way) for way in concept.alternatives]
    if concept.prefix:
        rewrite = {"value": concept.prefix, "rewrite": "top_terms_blended_freqs_50", "boost": PREFIX_WEIGHT}
        ways += [Q("prefix", **{field: rewrite}) for field in ("title_forms", "text_forms")]
    return Q("dis_max", queries=ways)


def _way(way: Alternative) -> Clause:
    return _word(way.stems[0], STEMS, way.weight) if len(way.stems) == 1 else _close(way.stems, way.weight)


def _word(word: str, fields: list[str], weight: float) -> Clause:
    return Q("combined_fields", query=word, fields=fields, boost=weight)


def _close(stems: Sequence[str], weight: float) -> Clause:
    """Words that stand near each other; a phrase's score adds up its words', so it is shared among them."""
    text, share = " ".join(stems), weight / len(stems)
    near = {"query": text, "slop": len(stems)}
    title = Q("match_phrase", title_stems={**near, "boost": share * 1.6})
    return Q("dis_max", queries=[title, Q("match_phrase", text_stems={**near, "boost": share})])


def _phrase(words: Sequence[str], fields: Sequence[str]) -> Clause:
    return Q("dis_max", queries=[Q("match_phrase", **{field: " ".join(words)}) for field in fields])

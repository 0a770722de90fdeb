"""What comes back from a search. Pure Python."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from search.analysis.snippet import Segment


@dataclass(frozen=True, slots=True)
class Match:
    """One document that answers, as an engine hands it over. `score` is comparable within one answer only."""

    id: str
    kind: str
    title: str
    url: str
    text: str
    score: float
    page: int | None = None
    date: dt.date | None = None
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """An engine's answer: the wanted page of matches, how many there are in all, and counts for narrowing.

    `facets` counts each value as if nothing were chosen within the same facet, so that a second value can be added.
    `missing` are the places of the concepts for which the index holds nothing at all.
    """

    total: int
    matches: tuple[Match, ...]
    facets: Mapping[str, Mapping[str, int]]
    missing: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One result as people see it: title and snippet in segments that mark what answers."""

    id: str
    kind: str
    title: str
    url: str
    page: int | None
    score: float
    date: dt.date | None
    facets: Mapping[str, tuple[str, ...]]
    title_segments: tuple[Segment, ...]
    snippet: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """One page of results. `corrected` maps a word that is nowhere in the index to the one that was looked for instead.

    `only_stopwords`: the question held nothing but words like "apa itu", which were looked for in titles alone.
    `took_ms` is the whole search, in milliseconds.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, Mapping[str, int]]
    engine: str
    took_ms: int
    corrected: Mapping[str, str] = field(default_factory=dict)
    only_stopwords: bool = False

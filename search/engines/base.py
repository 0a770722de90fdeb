"""What an engine must be able to do. `embedded` and `elasticsearch` do it; one contract suite holds them to it.

Writes carry `as_of`, the moment (nanoseconds) *before* their content was read from the database. A write that is older
than what the index holds is ignored, so two tasks for the same entry may overtake each other without harm.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from search.analysis import ANALYSIS_VERSION
from search.analysis.question import Question
from search.params import Search
from search.results import Answer
from search.sources import Document

# What a match in the title counts beside one in the text.
TITLE_WEIGHT = 4.0
# A hit that holds every concept counts in full, one that holds none would count this share.
COVERAGE_FLOOR = 0.4
# What it adds when two words stand side by side as in the question, and when the very form typed is there.
PAIR_WEIGHT = 0.5
FORM_WEIGHT = 0.15
# What a word with the typed beginning, or spelt nearly like it, counts.
PREFIX_WEIGHT = 0.5
NEAR_WEIGHT = 0.7


class EngineDown(Exception):
    """The engine cannot answer now. Never to be read as "nothing found"; a page answers 503."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A title that goes on as somebody is typing."""

    title: str
    url: str
    kind: str


class Engine(Protocol):
    """One search index. Safe to be used by several threads and processes at once. Every method may raise EngineDown."""

    name: str

    def put(self, documents: Iterable[Document], *, as_of: int) -> int:
        """Add documents or replace those of the same id; the number of documents handed over."""

    def drop(self, ids: Iterable[str], *, as_of: int) -> int:
        """Take documents out; unknown ids are no error. The number of ids handed over."""

    def search(self, question: Question, search: Search) -> Answer:
        """The asked page of what answers the question, best first: score, then newest, then id."""

    def near(self, words: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """For each folded word, the words of the index that may have been meant, likeliest first."""

    def suggest(self, words: Sequence[str], limit: int) -> tuple[Suggestion, ...]:
        """Titles that hold all folded words, the last of which may be unfinished."""

    def versions(self, kind: str) -> Iterator[tuple[str, str]]:
        """(id, content hash) of everything of a kind, for the sweep."""

    def kinds(self) -> frozenset[str]:
        """Every kind that the index holds, also those that no source hands over any more."""

    def count(self) -> int:
        """The number of documents."""

    def begin(self) -> "Rebuild":
        """Start a new, empty index beside the live one, which goes on answering."""

    def dump(self) -> Iterator[str]:
        """Every text the index holds, stored or analysed: the test that private text is nowhere reads it."""

    def erase(self) -> None:
        """Remove the index and everything it wrote (scratch indexes, tests)."""

    def close(self) -> None:
        """Let go of connections."""


class Rebuild(Protocol):
    """An index being built. Exactly one of `commit` and `abandon` ends it."""

    def put(self, documents: Iterable[Document], *, as_of: int) -> int: ...

    def commit(self) -> int:
        """Make it the live one in one step and remove the old one; the number of documents it holds."""

    def abandon(self) -> None:
        """Remove it; the live one was never touched."""


def content_hash(document: Document) -> str:
    """32 hex digits over everything indexed and the version of the analysis: equal means nothing to do."""
    facets = {name: sorted(values) for name, values in document.facets.items()}
    parts = [ANALYSIS_VERSION, document.id, document.kind, document.title, document.url, document.text, facets]
    parts += [document.date.isoformat() if document.date else None, document.page]
    packed = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(packed.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def storable(text: str) -> str:
    """The text without lone surrogates, which neither a file nor JSON can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")

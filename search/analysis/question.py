"""What somebody typed, as concepts that an engine can look for.

    parse("berapa gaji kepala desa?")
    Question(concepts=(Concept("gaji", …), Concept("kepala", …), Concept("desa", …)), pairs=(("kepala", "desa"), …))

Each concept is one word that carries meaning, with every way in which a document may say it and what such a match
counts. A document need not hold all of them: how many it holds decides its place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from search.analysis.stemming import stem, variants
from search.analysis.vocabulary import STOPWORDS, SYNONYMS, Synonyms
from search.analysis.words import Word, words

MAX_CONCEPTS = 24
MAX_ALTERNATIVES = 8
MAX_PHRASE = 12
# A synonym of several words stands in for each of them; all together shall not outweigh the words themselves.
_SHARED = 0.6
_VARIANT = 0.6
_QUOTED = re.compile(r'["“”„]([^"“”„]*)["“”„]')


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to say a concept: stems that stand close together (one: the word alone), and what a match counts."""

    stems: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Concept:
    """One word of the question. `word` is its folded form, the first alternative its own stem.

    `prefix` is empty until a first look found nothing at all; then documents with a word that begins like it count too.
    """

    word: str
    alternatives: tuple[Alternative, ...]
    prefix: str = ""

    @property
    def stem(self) -> str:
        return self.alternatives[0].stems[0]


@dataclass(frozen=True, slots=True)
class Question:
    """Everything an engine is asked. Empty (`bool(question)` is False) when nothing can be looked for.

    `phrases` are folded words that must stand together exactly as typed; `titles_only` are such words of a question
    made of stopwords alone ("siapa kami"), looked for in titles only; `pairs` are stems typed side by side, which
    count more where a document has them side by side too.
    """

    concepts: tuple[Concept, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    titles_only: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.concepts or self.phrases or self.titles_only)

    @property
    def stems(self) -> frozenset[str]:
        """Every stem whose appearance in a document is worth a highlight."""
        return frozenset(s for c in self.concepts for a in c.alternatives for s in a.stems)

    @property
    def words(self) -> frozenset[str]:
        """Every folded word whose appearance is worth a highlight, whatever its stem."""
        return frozenset(word for phrase in (*self.phrases, self.titles_only) for word in phrase)

    @property
    def prefixes(self) -> tuple[str, ...]:
        return tuple(c.prefix for c in self.concepts if c.prefix)


def parse(text: str, *, exact: bool = False) -> Question:
    """The question in a text that anybody may have typed. Never fails; a text without a word gives an empty question.

    Words in quotation marks must stand together as typed; with `exact` all words must.
    """
    if exact:
        return Question(phrases=tuple(p for p in (_phrase(text.replace('"', " ")),) if p))
    quoted = tuple(phrase for phrase in map(_phrase, _QUOTED.findall(text)) if phrase)[:MAX_CONCEPTS]
    typed = list(words(_QUOTED.sub(r" \1 ", text)))
    telling = [word for word in typed if word.form not in STOPWORDS]
    if not telling:
        return Question(phrases=quoted, titles_only=() if quoted else tuple(w.form for w in typed[:MAX_PHRASE]))
    stems = [stem(word.form) for word in telling]
    concepts = _concepts(telling, stems)
    return Question(concepts=concepts, phrases=quoted, pairs=_pairs(typed, concepts))


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(word.form for word in words(text))[:MAX_PHRASE]


def _concepts(telling: Sequence[Word], stems: Sequence[str]) -> tuple[Concept, ...]:
    others: list[list[Alternative]] = [[] for _ in stems]
    for start, length, alternatives in _spans(stems):
        share = 1.0 if length == 1 else _SHARED
        for place in range(start, start + length):
            others[place] += [replace(a, weight=round(a.weight * share, 3)) for a in alternatives]
    made: dict[str, Concept] = {}
    for word, root, more in zip(telling, stems, others, strict=True):
        if root in made or len(made) >= MAX_CONCEPTS:
            continue
        close = [Alternative((form,), _VARIANT) for form in variants(word.form)]
        ways = _best([*close, *more])[: MAX_ALTERNATIVES - 1]
        made[root] = Concept(word.form, (Alternative((root,)), *(w for w in ways if w.stems != (root,))))
    return tuple(made.values())


def _best(alternatives: Sequence[Alternative]) -> list[Alternative]:
    """Each way once, at its highest weight, the strongest first."""
    weights: dict[tuple[str, ...], float] = {}
    for way in alternatives:
        weights[way.stems] = max(way.weight, weights.get(way.stems, 0.0))
    return [Alternative(s, w) for s, w in sorted(weights.items(), key=lambda item: (-item[1], item[0]))]


def _pairs(typed: Sequence[Word], concepts: Sequence[Concept]) -> tuple[tuple[str, str], ...]:
    wanted = {concept.stem for concept in concepts}
    roots = [stem(word.form) for word in typed]
    pairs = pairwise(roots)
    return tuple(dict.fromkeys(p for p in pairs if p[0] != p[1] and p[0] in wanted and p[1] in wanted))


# --- synonyms ---------------------------------------------------------------------------------------------------------


def telling_stems(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase without its stopwords, as the table of synonyms is compared."""
    return tuple(stem(w.form) for w in words(phrase) if w.form not in STOPWORDS)


@cache
def _table() -> dict[str, tuple[tuple[tuple[str, ...], Synonyms], ...]]:
    """First stem -> (all stems of the phrase, its group), longest phrase first."""
    table: dict[str, list[tuple[tuple[str, ...], Synonyms]]] = {}
    for group in SYNONYMS:
        for phrase in group.phrases:
            key = telling_stems(phrase)
            table.setdefault(key[0], []).append((key, group))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


@cache
def _others(group: Synonyms, key: tuple[str, ...]) -> tuple[Alternative, ...]:
    keys = dict.fromkeys(telling_stems(phrase) for phrase in group.phrases)
    return tuple(Alternative(other, group.weight) for other in keys if other != key)


def _spans(stems: Sequence[str]) -> list[tuple[int, int, tuple[Alternative, ...]]]:
    """Where a phrase of the table stands among the stems: (start, length, the other ways to say it)."""
    found = []
    for start, first in enumerate(stems):
        for key, group in _table().get(first, ()):
            if tuple(stems[start : start + len(key)]) == key:
                found.append((start, len(key), _others(group, key)))
    return found

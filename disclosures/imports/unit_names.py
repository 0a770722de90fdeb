"""Which spellings of a unit's name are one unit (interfaces.md, Imports, Units). Pure; names in, decisions out.

A slip of the pen is mapped and told: the same number of words after dropping the body's own name, each differing word
six letters or longer and within two edits, never digits, Roman numerals or compass words. Of the spellings of one
unit the most frequent in the file wins, unless the unit is already in the books. What is near but not certain is left
to a person, with suggestions.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from disclosures.imports.body_name import without_body
from disclosures.imports.folding import fold
from disclosures.imports.slips import CONNECTIVES, is_near, name_slip


@dataclass(frozen=True, slots=True)
class Spelling:
    """One written name: how often it stands in the file and in which row first (the row a person sees)."""

    name: str
    times: int
    row: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What a written name means. `unit` is the name of the unit (known or to be made), None where a person must say.

    `known` tells that the unit is already in the books; `suggestions` are what the writer may have meant.
    """

    spelling: Spelling
    unit: str | None
    known: bool
    suggestions: tuple[str, ...] = ()

    @property
    def reworded(self) -> bool:
        """Whether the unit is spelled otherwise than it was written, beyond spaces and case."""
        return self.unit is not None and self.unit.casefold().split() != self.spelling.name.casefold().split()


def decide(spellings: Iterable[Spelling], known: Sequence[str], body: Sequence[str] = ()) -> dict[str, Decision]:
    """A decision for each written name of a file.

    `known` are the names of the units in the books, `body` what is known of the body's own name ("Kabupaten X"). An
    exact name of a known unit is that unit, whatever else resembles it.
    """
    written = list(spellings)
    strip = without_body([*(s.name for s in written for _ in range(s.times)), *known], body)
    return _Books(
        written, known, {name: tuple(fold(strip(name)).split()) for name in {*known, *(s.name for s in written)}}
    ).decide()


class _Books:
    """Names grouped by their folded words, and the units they lead to."""

    def __init__(self, written: list[Spelling], known: Sequence[str], words: Mapping[str, tuple[str, ...]]) -> None:
        self.written, self.words = written, words
        self.exact = {" ".join(fold(name).split()): name for name in known}
        # Two known units may share their words ("Inspektorat", "Inspektorat Kabupaten X"): the exact name says which.
        shared = Counter(words[name] for name in known)
        self.units: dict[tuple[str, ...], str] = {words[name]: name for name in known if shared[words[name]] == 1}
        self.twins = {key: sorted(n for n in known if words[n] == key) for key, many in shared.items() if many > 1}
        self.known = frozenset(known)
        self.verdicts: dict[tuple[str, ...], tuple[str | None, tuple[str, ...]]] = {}

    def decide(self) -> dict[str, Decision]:
        groups: dict[tuple[str, ...], list[Spelling]] = {}
        for spelling in self.written:
            groups.setdefault(self.words[spelling.name], []).append(spelling)
        often = sorted(groups, key=lambda key: (-sum(s.times for s in groups[key]), min(s.row for s in groups[key])))
        for key in often:
            self.verdicts[key] = self._verdict(key, groups[key])
        return {spelling.name: self._decision(spelling) for spelling in self.written}

    def _verdict(self, key: tuple[str, ...], group: list[Spelling]) -> tuple[str | None, tuple[str, ...]]:
        if key in self.twins:
            return None, tuple(self.twins[key])
        if key in self.units:
            return self.units[key], ()
        slips = sorted(
            (apart, name) for words, name in self.units.items() if (apart := name_slip(key, words)) is not None
        )
        if slips and (len(slips) == 1 or slips[0][0] < slips[1][0]):
            return slips[0][1], ()
        if slips:
            return None, tuple(name for _, name in slips[:3])
        if near := sorted(name for words, name in self.units.items() if is_near(key, words)):
            return None, tuple(near[:3])
        winner = min(group, key=lambda s: (-s.times, s.row)).name
        self.units[key] = winner
        return winner, ()

    def _decision(self, spelling: Spelling) -> Decision:
        if exact := self.exact.get(fold(spelling.name)):
            return Decision(spelling, exact, known=True)
        unit, suggestions = self.verdicts[self.words[spelling.name]]
        return Decision(spelling, unit, known=unit in self.known, suggestions=suggestions)


def like(name: str, known: Sequence[str], body: Sequence[str] = ()) -> tuple[str, ...]:
    """Up to three known names that share most words with a name: what to offer beside "this unit is unknown"."""
    strip = without_body([name, *known], body)
    wanted = set(fold(strip(name)).split()) - CONNECTIVES
    scored = []
    for other in known:
        words = set(fold(strip(other)).split()) - CONNECTIVES
        if wanted and words and (shared := len(wanted & words) / len(wanted | words)) >= 0.5:
            scored.append((-shared, other))
    return tuple(other for _, other in sorted(scored)[:3])

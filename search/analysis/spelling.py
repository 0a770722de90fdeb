"""Slips of the pen: which word of the index was probably meant."""

from collections.abc import Iterable

SHORTEST = 5


def allowed_edits(word: str) -> int:
    """How many letters may be wrong: none in short words and in numbers, one from five letters, two from nine."""
    if len(word) < SHORTEST or not word.isalpha():
        return 0
    return 2 if len(word) >= 9 else 1


def distance(first: str, second: str, limit: int) -> int:
    """Letters added, dropped, changed or swapped with their neighbour; `limit + 1` when there are more than `limit`."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def nearest(word: str, candidates: Iterable[tuple[str, int]], *, at_most: int = 3) -> tuple[str, ...]:
    """The candidates (word, number of documents) close enough to be meant, the likeliest first.

    The first letter must agree: people rarely get it wrong, and names that differ in it are other names.
    """
    limit = allowed_edits(word)
    if not limit:
        return ()
    scored = []
    for other, documents in candidates:
        if other != word and other[:1] == word[0] and other.isalpha():
            edits = distance(word, other, limit)
            if edits <= limit:
                scored.append((edits, -documents, other))
    return tuple(other for _, _, other in sorted(scored)[:at_most])

"""The tree over the heads of all case logs (RFC 6962: leaves and nodes are told apart by their first byte).

Leaves are only ever added, so that any two of its states can be shown to continue one another. A node is named by its
place: (level, at), level 0 being the leaves; only whole subtrees are nodes, and the root is put together from the
whole subtrees ("peaks") of a size. Pure; `ppid/verify.py` says the same in its own words.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

EMPTY = hashlib.sha256(b"").digest()


class Place(NamedTuple):
    level: int
    at: int

    def __str__(self) -> str:
        return f"{self.level}.{self.at}"

    @property
    def sibling(self) -> "Place":
        return Place(self.level, self.at ^ 1)

    @property
    def parent(self) -> "Place":
        return Place(self.level + 1, self.at >> 1)


def leaf_hash(content: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def peaks(size: int) -> Iterator[Place]:
    """The whole subtrees that a tree of `size` leaves consists of, from the left, the largest first."""
    start = 0
    for level in range(size.bit_length() - 1, -1, -1):
        if size >> level & 1:
            yield Place(level, start >> level)
            start += 1 << level


def peak_over(leaf: int, size: int) -> Place:
    """The peak beneath which that leaf lies."""
    return next(place for place in peaks(size) if leaf >> place.level == place.at)


def bagged(hashes: Sequence[bytes]) -> bytes:
    """The root from the peaks' hashes, from the left."""
    if not hashes:
        return EMPTY
    root = hashes[-1]
    for peak in reversed(hashes[:-1]):
        root = node_hash(peak, root)
    return root


class Tree:
    """All whole subtrees over the given leaf hashes (32 bytes each, in order)."""

    def __init__(self, leaves: Iterable[bytes]) -> None:
        self.levels: list[list[bytes]] = [list(leaves)]
        while len(self.levels[-1]) > 1:
            below = self.levels[-1]
            self.levels.append([node_hash(below[at], below[at + 1]) for at in range(0, len(below) - 1, 2)])

    @property
    def size(self) -> int:
        return len(self.levels[0])

    def node(self, place: Place) -> bytes:
        return self.levels[place.level][place.at]

    def root(self, size: int | None = None) -> bytes:
        """The root now, or as it was when the tree had `size` leaves."""
        return bagged([self.node(place) for place in peaks(self.size if size is None else size)])

    def inclusion(self, leaf: int) -> dict[str, str]:
        """The nodes that lead from one leaf to the root: place to hex, the leaf itself not among them."""
        wanted = set(peaks(self.size))
        wanted |= set(_siblings(Place(0, leaf), peak_over(leaf, self.size)))
        return self._named(wanted)

    def consistency(self, sizes: Iterable[int]) -> dict[str, str]:
        """The nodes that show that the tree continues the trees of those smaller sizes: place to hex."""
        wanted = set(peaks(self.size))
        for size in sizes:
            for peak in peaks(size):
                wanted.add(peak)
                wanted |= set(_siblings(peak, peak_over(peak.at << peak.level, self.size)))
        return self._named(wanted)

    def _named(self, places: Iterable[Place]) -> dict[str, str]:
        return {str(place): self.node(place).hex() for place in sorted(places)}


def _siblings(start: Place, top: Place) -> Iterator[Place]:
    place = start
    while place.level < top.level:
        yield place.sibling
        place = place.parent


def includes(leaf: bytes, index: int, size: int, root: bytes, nodes: Mapping[str, str]) -> bool:
    """Whether the tree with that root holds the leaf's hash at that index, shown by `nodes`."""
    return 0 <= index < size and _leads_to_root({Place(0, index): leaf}, size, root, nodes)


def continues(older_size: int, older_root: bytes, size: int, root: bytes, nodes: Mapping[str, str]) -> bool:
    """Whether the tree of `size` begins with the whole tree of `older_size`, shown by `nodes`."""
    if older_size > size:
        return False
    try:
        hashes = {place: bytes.fromhex(nodes[str(place)]) for place in peaks(older_size)}
    except (KeyError, ValueError):
        return False
    return bagged(list(hashes.values())) == older_root and _leads_to_root(hashes, size, root, nodes)


def _leads_to_root(starts: Mapping[Place, bytes], size: int, root: bytes, nodes: Mapping[str, str]) -> bool:
    try:
        tops = {place: bytes.fromhex(nodes[str(place)]) for place in peaks(size)}
        for start, start_hash in starts.items():
            place, reached = start, start_hash
            while place not in tops:
                other = bytes.fromhex(nodes[str(place.sibling)])
                reached = node_hash(other, reached) if place.at & 1 else node_hash(reached, other)
                place = place.parent
            if reached != tops[place]:
                return False
    except (KeyError, ValueError):
        return False
    return bagged(list(tops.values())) == root

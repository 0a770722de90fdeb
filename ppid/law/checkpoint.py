"""The signed checkpoint: what stood in all case logs at the end of a day, in one short document.

An outsider who keeps one of them can tell later whether anything before it was changed: `ppid/verify.py` compares it
with a newer one, and with the logs inside a dossier.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ppid.law.chain import canonical
from ppid.law.merkle import Tree, leaf_hash

FORMAT = "ppid-checkpoint-1"
# Earlier checkpoints that a newer one proves to continue: those of the last months one by one, before that the first
# of each month. With fourteen cases moving a day that is some 250 KB.
KEPT_DAYS = 400


@dataclass(frozen=True)
class Head:
    """The newest event of one case's log when a checkpoint was made: the case's reference, its number, its hash."""

    case: str
    seq: int
    hash: str


@dataclass(frozen=True)
class State:
    """What one checkpoint says of the tree. `root`: 64 hex characters."""

    on: dt.date
    tree_size: int
    root: str

    def as_json(self) -> dict[str, Any]:
        return {"on": self.on.isoformat(), "tree_size": self.tree_size, "root": self.root}


def leaf(head: Head) -> bytes:
    """The leaf's hash, 32 bytes."""
    return leaf_hash(canonical({"case": head.case, "seq": head.seq, "hash": head.hash}))


def proved(earlier: Sequence[State], on: dt.date) -> list[State]:
    """Which earlier states (oldest first) a checkpoint of that day proves to continue."""
    kept, months = [], set()
    for state in earlier:
        month = (state.on.year, state.on.month)
        if month not in months or (on - state.on).days <= KEPT_DAYS:
            kept.append(state)
        months.add(month)
    return kept


def document(tree: Tree, *, on: dt.date, earlier: Sequence[State], key: str) -> dict[str, Any]:
    """The checkpoint without its signature. `earlier`: all that went before, oldest first; `key`: its fingerprint."""
    ancestors = proved(earlier, on)
    return {
        "format": FORMAT,
        **State(on, tree.size, tree.root().hex()).as_json(),
        "previous": earlier[-1].as_json() if earlier else None,
        "ancestors": [state.as_json() for state in ancestors],
        "nodes": tree.consistency(state.tree_size for state in ancestors),
        "key": key,
    }


def fingerprint(public_key: bytes) -> str:
    """Sixteen hex characters by which a public key (32 bytes) is told from an older one."""
    return hashlib.sha256(public_key).hexdigest()[:16]


def printed(root: str) -> str:
    """The root's first sixteen characters as they are printed on letters, in groups of four."""
    short = root[:16].upper()
    return "-".join(short[start : start + 4] for start in range(0, len(short), 4))


def sealed(document: Mapping[str, Any], sign: Callable[[bytes], bytes]) -> bytes:
    """The bytes that are published: canonical JSON with the signature (over the rest of it) and a newline."""
    signature = sign(canonical(document)).hex()
    return canonical({**document, "signature": signature}) + b"\n"

"""The hash chain of a case log: canonical JSON, SHA-256, each link over the one before.

Pure and small, so that the stand-alone verifier can say the same in its own words.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Link:
    """One event as it is hashed. `at` is an aware moment; `day` the body's calendar day; `actor` an account's id."""

    case: str
    seq: int
    kind: str
    actor: int | None
    role: str
    day: dt.date
    at: dt.datetime
    payload: Mapping[str, Any]
    previous: str


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def canonical(value: object) -> bytes:
    """JSON with sorted keys, no spaces, UTF-8: the same bytes on every machine. Refuses NaN."""
    return _encode(value).encode()


def genesis(case: str) -> str:
    """What stands before the first event: bound to the case, so that a chain cannot be moved to another."""
    return hashlib.sha256(f"ppid:{case}".encode()).hexdigest()


def plain(link: Link) -> dict[str, Any]:
    """The event as JSON holds it: days and moments in ISO 8601, moments in UTC to the microsecond."""
    return {
        "case": link.case,
        "seq": link.seq,
        "kind": link.kind,
        "actor": link.actor,
        "role": link.role,
        "day": link.day.isoformat(),
        "at": link.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        "payload": link.payload,
        "previous": link.previous,
    }


def digest(link: Link) -> str:
    """The event's own hash: 64 hex characters."""
    return hashlib.sha256(canonical(plain(link))).hexdigest()


@dataclass(frozen=True)
class Fault:
    """The first thing that does not hold: the event's number and an Indonesian sentence."""

    seq: int
    text: str


def first_fault(case: str, links: Iterable[tuple[Link, str]]) -> Fault | None:
    """Walk (event, stored hash) in order; None when the chain is whole.

    Finds an event changed, removed, added, reordered or moved here from another case, and one dated before its
    predecessor. A tail cut off is found by whoever keeps the last hash (the signed checkpoints), not here.
    """
    previous, expected, moment = genesis(case), 1, None
    for link, stored in links:
        if link.seq != expected:
            return Fault(expected, f"Kejadian {expected} tidak ada.")
        if link.case != case or link.previous != previous:
            return Fault(link.seq, f"Kejadian {link.seq} tidak menyambung pada kejadian sebelumnya.")
        if digest(link) != stored:
            return Fault(link.seq, f"Kejadian {link.seq} berubah sejak dicatat.")
        if moment is not None and link.at < moment:
            return Fault(link.seq, f"Kejadian {link.seq} bertanggal mundur.")
        previous, expected, moment = stored, expected + 1, link.at
    return None

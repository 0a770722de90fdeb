"""Whether the logs of all cases are whole, in one walk over the events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ppid.law import chain
from ppid.models import Case, CaseEvent

_FIELDS = ("case_id", "seq", "kind", "actor_id", "role", "day", "at", "payload", "previous", "hash")
_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Broken:
    """The first thing that does not hold in one case's log: the case's number, the event's, an Indonesian sentence."""

    case: int
    number: str
    seq: int
    text: str


@dataclass(frozen=True, slots=True)
class Checked:
    cases: int
    events: int
    broken: tuple[Broken, ...]


def links(reference: str, events: Iterable[CaseEvent]) -> Iterator[tuple[chain.Link, str]]:
    """The events of one case, in order, as they are hashed, each with the hash that stands in its row."""
    for event in events:
        yield (
            chain.Link(
                case=reference, seq=event.seq, kind=event.kind, actor=event.actor_id, role=event.role,
                day=event.day, at=event.at, payload=event.payload, previous=event.previous,
            ),
            event.hash,
        )  # fmt: skip


def check_all() -> Checked:
    """Walk every log. A case without any event is broken too: its registration is missing.

    Two statements, however many cases there are; only the columns that are hashed are read, so that a database of an
    older release can be asked as well.
    """
    known = {key: (str(ref), number) for key, ref, number in Case.objects.values_list("pk", "reference", "number")}
    rows = CaseEvent.objects.only(*_FIELDS).order_by("case_id", "seq").iterator(chunk_size=_BATCH)
    broken, seen, events = [], set(), 0
    for key, group in groupby(rows, key=lambda event: event.case_id):
        log = list(group)
        reference, number = known[key]
        seen.add(key)
        events += len(log)
        fault = chain.first_fault(reference, links(reference, log))
        if fault is not None:
            broken.append(Broken(key, number, fault.seq, fault.text))
    for key in sorted(known.keys() - seen):
        broken.append(Broken(key, known[key][1], 1, "Kejadian 1 tidak ada."))
    return Checked(len(known), events, tuple(broken))

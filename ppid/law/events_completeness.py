"""Events of the completeness check (PERKI 1/2021 Ps 31(2), 33). As everywhere in the log: no value that was given."""

from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class PapersCompleted(Payload):
    """Something came to complete the request. `fields`: names only; `files`: salted hashes; `due`: the last day of
    Ps 33(3), None where it does not run; `in_time` None likewise."""

    kind: ClassVar[str] = "papers_completed"
    completion: int
    came_on: str
    how: str
    fields: tuple[str, ...]
    files: tuple[str, ...]
    fingerprint: str
    due: str | None
    in_time: bool | None


@dataclass(frozen=True)
class NotCompleted(Payload):
    """The note of Ps 33(4): not a refusal, and it stops no clock of the UU."""

    kind: ClassVar[str] = "not_completed"
    noted_on: str
    due: str


@dataclass(frozen=True)
class ContinuedAsNew(Payload):
    """What came too late was registered as a request of its own, under `number` [I]."""

    kind: ClassVar[str] = "continued_as_new"
    number: str


@dataclass(frozen=True)
class ContinuesEarlier(Payload):
    """The other end of `ContinuedAsNew`, in the log of the new request."""

    kind: ClassVar[str] = "continues_earlier"
    number: str

"""What the case log says of handing over: promised, ready, reminded, set aside, given, received, part by part.

`part` is the number in the notice, from 1; `letter` the notice. No name and no word of what was given stands here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class PartsPromised(Payload):
    """PERKI 1/2021 Ps 31(4)f. `terms`: part number to last day; None where the year has no decree yet."""

    kind: ClassVar[str] = "parts_promised"
    letter: int
    terms: Mapping[str, str | None]


@dataclass(frozen=True)
class PartAvailable(Payload):
    """Ready to be fetched or seen, and the applicant is told."""

    kind: ClassVar[str] = "part_available"
    letter: int
    part: int
    available_on: str


@dataclass(frozen=True)
class PartReminded(Payload):
    """`reminder` is 1 or 2."""

    kind: ClassVar[str] = "part_reminded"
    letter: int
    part: int
    reminder: int


@dataclass(frozen=True)
class PartSetAside(Payload):
    """ "Tersedia, belum diambil": no refusal and no withdrawal."""

    kind: ClassVar[str] = "part_set_aside"
    letter: int
    part: int


@dataclass(frozen=True)
class PartReopened(Payload):
    """The applicant asks for what was set aside; it lies ready again."""

    kind: ClassVar[str] = "part_reopened"
    letter: int
    part: int
    asked_on: str


@dataclass(frozen=True)
class PartDelivered(Payload):
    """`due` is the promised last day, `note` the delivery note; `files` and `proof` are salted hashes."""

    kind: ClassVar[str] = "part_delivered"
    letter: int
    part: int
    delivered_on: str
    how: str
    due: str | None
    received_on: str | None
    note: int
    files: tuple[str, ...] = ()
    proof: str = ""


@dataclass(frozen=True)
class PartReceived(Payload):
    """The applicant has it, or signed for it."""

    kind: ClassVar[str] = "part_received"
    letter: int
    part: int
    received_on: str
    proof: str = ""

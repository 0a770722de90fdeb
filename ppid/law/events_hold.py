"""What the case log says of a hold: that a label was set or removed. No date stands in it, since none moves."""

from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class Held(Payload):
    """`fingerprint`: of what is waited for and the note."""

    kind: ClassVar[str] = "held"
    hold: int
    fingerprint: str


@dataclass(frozen=True)
class Released(Payload):
    kind: ClassVar[str] = "released"
    hold: int

"""What the case log says of seeing a part at the office: times offered, one chosen, nobody came. That it was seen is
told by the handing over (`part_delivered`). Days are ISO, hours the body's."""

from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class ViewingOffered(Payload):
    """`slots`: `2026-11-30 09:00-11:00`. `ready`: the part is ready by it, and its promise kept."""

    kind: ClassVar[str] = "viewing_offered"
    letter: int
    part: int
    slots: tuple[str, ...]
    ready: bool


@dataclass(frozen=True)
class ViewingChosen(Payload):
    kind: ClassVar[str] = "viewing_chosen"
    letter: int
    part: int
    day: str
    starts: str
    ends: str


@dataclass(frozen=True)
class ViewingMissed(Payload):
    """The applicant did not come; neither refusal nor withdrawal."""

    kind: ClassVar[str] = "viewing_missed"
    letter: int
    part: int
    day: str

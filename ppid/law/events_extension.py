"""What the case log says of an extension."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class Extended(Payload):
    """UU 14/2008 Ps 22(8): the letter left in time. `old` and `new` are the last days before and after it (`new` None
    while its year has no decree); `terms`: code to last day of every clock that was counted anew."""

    kind: ClassVar[str] = "extended"
    letter: int
    grounds: tuple[str, ...]
    days: int
    old: str
    new: str | None
    terms: Mapping[str, str | None]

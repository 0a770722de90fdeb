"""What a complainant without an e-mail address is told by letter at each step (UU 25/2009 Ps 44 and 50)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self


class ComplaintStep(StrEnum):
    """The news: handed over, found complete or lacking, entered into SP4N-LAPOR!, decided."""

    HANDED = "handed"
    COMPLETE = "complete"
    LACKING = "lacking"
    ENTERED = "entered"
    DECIDED = "decided"


@dataclass(frozen=True)
class ComplaintNews:
    """`day`: on which the step was taken; `due`: the next last day, of the body or, where something lacks, none, since
    it runs from the letter's arrival. `words`: what lacks, the tracking id, or what was done; `result` in words."""

    step: ComplaintStep
    whole: bool
    day: dt.date
    due: dt.date | None = None
    words: str = ""
    result: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "step": str(self.step), "whole": self.whole, "day": self.day.isoformat(),
            "due": self.due.isoformat() if self.due else None, "words": self.words, "result": self.result,
        }  # fmt: skip

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        due = dt.date.fromisoformat(plain["due"]) if plain["due"] else None
        day = dt.date.fromisoformat(plain["day"])
        return cls(ComplaintStep(plain["step"]), plain["whole"], day, due, plain["words"], plain["result"])

"""Events of the work inside the office: units asked, a case sent back, the subject that the public may read.

As everywhere in the log: references, days and salted fingerprints, never the words themselves.
"""

from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class UnitAsked(Payload):
    """PPID utama asked or told a unit something, or (`by_unit`) the unit PPID utama; internal (Permendagri 3/2017)."""

    kind: ClassVar[str] = "unit_asked"
    message: int
    unit: int
    by_unit: bool
    wants_answer: bool
    due: str | None
    fingerprint: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class UnitAnswered(Payload):
    kind: ClassVar[str] = "unit_answered"
    question: int
    message: int
    unit: int
    by_unit: bool
    fingerprint: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class UnitQuestionTakenBack(Payload):
    kind: ClassVar[str] = "unit_question_taken_back"
    message: int
    unit: int


@dataclass(frozen=True)
class SubjectWritten(Payload):
    """An officer's words for the public register (law.md §2.9); nothing is shown before they are approved."""

    kind: ClassVar[str] = "subject_written"
    fingerprint: str


@dataclass(frozen=True)
class SubjectApproved(Payload):
    kind: ClassVar[str] = "subject_approved"
    fingerprint: str

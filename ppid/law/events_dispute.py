"""What the case log says of a dispute. Dates, stages, references, salted hashes; never a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class DisputeRegistered(Payload):
    """`objection`: the number objected under; `terms`: code to last day, None where the year has no decree yet."""

    kind: ClassVar[str] = "dispute_registered"
    number: str
    objection: str
    applied_on: str
    heard_on: str
    grounds: tuple[str, ...]
    terms: Mapping[str, str | None]


@dataclass(frozen=True)
class StageEntered(Payload):
    """`grounds`: letters of those it is about, where the stage was entered with some only."""

    kind: ClassVar[str] = "stage_entered"
    stage: str
    entered_on: str
    fingerprint: str
    grounds: str = ""


@dataclass(frozen=True)
class ReasonsFiled(Payload):
    """`grounds`: letter to the salted hash of the reasons."""

    kind: ClassVar[str] = "reasons_filed"
    filed_on: str
    grounds: Mapping[str, str]


@dataclass(frozen=True)
class HearingSet(Payload):
    kind: ClassVar[str] = "hearing_set"
    hearing: int
    held_on: str
    power: str


@dataclass(frozen=True)
class DecisionRecorded(Payload):
    kind: ClassVar[str] = "decision_recorded"
    decision: int
    decision_kind: str
    ruling: str
    read_on: str
    file: str


@dataclass(frozen=True)
class CourtRecorded(Payload):
    """What became known about the decision's way to finality; days in ISO 8601 or None."""

    kind: ClassVar[str] = "court_recorded"
    decision: int
    facts: Mapping[str, str | None]


@dataclass(frozen=True)
class BecameFinal(Payload):
    """From here the decision binds. `due`: until when it must be done, None where nothing is ordered."""

    kind: ClassVar[str] = "became_final"
    decision: int
    final_on: str
    due: str | None


@dataclass(frozen=True)
class DecisionPublished(Payload):
    """`fingerprint`: of the public text and the dissent."""

    kind: ClassVar[str] = "decision_published"
    decision: int
    fingerprint: str


@dataclass(frozen=True)
class Complied(Payload):
    kind: ClassVar[str] = "complied"
    decision: int | None
    complied_on: str
    fingerprint: str


@dataclass(frozen=True)
class EnteredInRegister(Payload):
    """`entry`: the row of the register of public information that holds what the decision opened."""

    kind: ClassVar[str] = "entered_in_register"
    decision: int
    entry: int

"""Events of the applicant's side: taking back a part, death or dissolution, a successor, and the desk's flags."""

from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class WithdrawnInPart(Payload):
    """A part was taken back in writing; the rest runs on and no date moves. `paper`: salted hash of the letter."""

    kind: ClassVar[str] = "withdrawn_in_part"
    withdrawal: int
    withdrawn_on: str
    by: str
    fingerprint: str
    paper: str = ""


@dataclass(frozen=True)
class ApplicantEnded(Payload):
    """Death or dissolution (`end`), with proof; the clocks run on. The day itself stays with the people's data."""

    kind: ClassVar[str] = "applicant_ended"
    ending: int
    end: str
    fingerprint: str
    proof: str


@dataclass(frozen=True)
class SuccessorAccepted(Payload):
    """Heir or legal successor goes on, on proof; `applicant` is the key of the new row, the former one is kept."""

    kind: ClassVar[str] = "successor_accepted"
    ending: int
    applicant: int
    proof: str


@dataclass(frozen=True)
class ClosedUncontinued(Payload):
    """Nobody goes on with the request of one who is no more."""

    kind: ClassVar[str] = "closed_uncontinued"
    ending: int
    closed_on: str
    fingerprint: str


@dataclass(frozen=True)
class Flagged(Payload):
    """A flag stops nothing (PERKI 1/2013 Ps 4): the words are the officer's and stay with the case's data."""

    kind: ClassVar[str] = "flagged"
    flag: str
    fingerprint: str


@dataclass(frozen=True)
class FlagLifted(Payload):
    kind: ClassVar[str] = "flag_lifted"
    flag: str

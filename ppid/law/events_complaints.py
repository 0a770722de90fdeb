"""What the case log says of a complaint that came as a request."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class HandedToComplaints(Payload):
    """`terms`: code to last day, counted from the first receipt. `whole`: no request remains, its clocks end."""

    kind: ClassVar[str] = "handed_to_complaints"
    whole: bool
    received_on: str
    terms: Mapping[str, str | None]
    fingerprint: str


@dataclass(frozen=True)
class RequestResumed(Payload):
    """The applicant does want information: the request goes on with the clock of its receipt."""

    kind: ClassVar[str] = "request_resumed"
    terms: Mapping[str, str | None]


@dataclass(frozen=True)
class ComplaintEntered(Payload):
    """Verified and entered into SP4N-LAPOR!; its number is a salted fingerprint, since it can be guessed."""

    kind: ClassVar[str] = "complaint_entered"
    entered_on: str
    terms: Mapping[str, str | None]
    fingerprint: str


@dataclass(frozen=True)
class ComplaintSettled(Payload):
    kind: ClassVar[str] = "complaint_settled"
    decided_on: str
    result: str
    fingerprint: str


@dataclass(frozen=True)
class ComplaintAnswered(Payload):
    """Told whether it is complete (UU 25/2009 Ps 44(3)); what lacks is a salted fingerprint."""

    kind: ClassVar[str] = "complaint_answered"
    answered_on: str
    complete: bool
    terms: Mapping[str, str | None]
    fingerprint: str


@dataclass(frozen=True)
class ComplaintCompleted(Payload):
    """What lacked came in time; the decision is due from that day (UU 25/2009 Ps 50(1))."""

    kind: ClassVar[str] = "complaint_completed"
    came_on: str
    terms: Mapping[str, str | None]


@dataclass(frozen=True)
class ComplaintNotified(Payload):
    """The decision left by letter (UU 25/2009 Ps 50(2))."""

    kind: ClassVar[str] = "complaint_notified"
    notified_on: str

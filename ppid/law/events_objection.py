"""What the case log says of an objection. Letters of grounds, dates, references and salted hashes; never a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class ObjectionRegistered(Payload):
    """UU 14/2008 Ps 35(1). `request`: the number objected about, empty for ground b without one. `grounds`: letter to
    the last day of its latest reading, None where none is computed. `late`, `early`: letters."""

    kind: ClassVar[str] = "objection_registered"
    number: str
    request: str
    channel: str
    received_at: str
    received_on: str
    grounds: Mapping[str, str | None]
    terms: Mapping[str, str | None]
    fingerprint: str
    late: tuple[str, ...] = ()
    early: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Objected(Payload):
    """On the request's own log: an objection about it was registered."""

    kind: ClassVar[str] = "objected"
    objection: str
    grounds: tuple[str, ...]


@dataclass(frozen=True)
class MissingAsked(Payload):
    """What PERKI 1/2021 Ps 41(5) wants and was left out; nothing lapses."""

    kind: ClassVar[str] = "missing_asked"
    fingerprint: str


@dataclass(frozen=True)
class NextSuperior(Payload):
    """The superior who approved the refusal leaves the answer to the next one, under that one's appointment."""

    kind: ClassVar[str] = "next_superior"
    appointment: int
    fingerprint: str


@dataclass(frozen=True)
class Ruled(Payload):
    """The superior's answer was sent. `order_due`: by when the PPID discloses."""

    kind: ClassVar[str] = "ruled"
    letter: int
    outcome: str
    answered_on: str
    order_due: str | None
    approved_the_refusal: bool


@dataclass(frozen=True)
class Settled(Payload):
    """UU 14/2008 Ps 35(2). `signed` is the salted hash of the signed minutes."""

    kind: ClassVar[str] = "settled"
    letter: int
    agreed_on: str
    grounds: tuple[str, ...]
    signed: str
    draft_sha256: str


@dataclass(frozen=True)
class Replied(Payload):
    """What the applicant says of the answer (Annex XI)."""

    kind: ClassVar[str] = "replied"
    replied_on: str
    content: str
    fingerprint: str


@dataclass(frozen=True)
class OrderFulfilled(Payload):
    """The PPID did what the superior ordered; `due` is the ordered day."""

    kind: ClassVar[str] = "order_fulfilled"
    fulfilled_on: str
    due: str | None
    fingerprint: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class RightReminded(Payload):
    """A mail reminded of a right's last day; `days`: working days before it."""

    kind: ClassVar[str] = "right_reminded"
    term: str
    part: int
    due: str
    days: int

"""What the case log can say: one frozen dataclass per kind of event, plain values only, and no personal data.

A number, a date, a row's reference, a hash. Texts that people wrote appear as `fingerprint`: a hash salted with the
case's own salt, which is destroyed with the data, so that nobody can guess the text back from the log afterwards.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar

from ppid.law.chain import canonical


@dataclass(frozen=True)
class Payload:
    """Base of every event: `kind` is stored beside the values."""

    kind: ClassVar[str]

    def as_json(self) -> dict[str, Any]:
        """By the names of its fields. Values are plain already, so that nothing needs to be copied in depth."""
        return {name: getattr(self, name) for name in _names(type(self))}


_NAMES: dict[type, tuple[str, ...]] = {}


def _names(kind: type[Payload]) -> tuple[str, ...]:
    """The names of a kind's values, asked once: `fields` is most of the work of an event otherwise."""
    if kind not in _NAMES:
        _NAMES[kind] = tuple(one.name for one in fields(kind))
    return _NAMES[kind]


@dataclass(frozen=True)
class Registered(Payload):
    """UU 14/2008 Ps 22(4). `terms`: code to last day, or None where the year has no decree yet."""

    kind: ClassVar[str] = "registered"
    number: str
    channel: str
    received_at: str
    received_on: str
    terms: Mapping[str, str | None]
    fingerprint: str
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True)
class DeclaredComplete(Payload):
    """PERKI 1/2021 Ps 31(2)."""

    kind: ClassVar[str] = "declared_complete"
    complete_on: str
    terms: Mapping[str, str | None]


@dataclass(frozen=True)
class Disposed(Payload):
    """Handed to another unit of the same body; no date moves (PERKI 1/2021 Ps 27(1)). Unit None: PPID utama."""

    kind: ClassVar[str] = "disposed"
    old_unit: int | None
    new_unit: int | None
    disposition: int | None = None
    desk_date: str | None = None
    fingerprint: str = ""
    slip: int | None = None
    # Sent back by the unit itself.
    returned: bool = False


@dataclass(frozen=True)
class LetterDrafted(Payload):
    kind: ClassVar[str] = "letter_drafted"
    letter: int
    letter_kind: str
    number: str
    revision: int
    fingerprint: str


@dataclass(frozen=True)
class RefusalProposed(Payload):
    """The PPID asks the superior to approve one revision of a refusal under Ps 17; `exclusions` are its bases."""

    kind: ClassVar[str] = "refusal_proposed"
    letter: int
    revision: int
    exclusions: tuple[int, ...]
    # False: the superior is asked for the written consideration of a decision that withholds nothing (UU 7(4)).
    withholds: bool = True


@dataclass(frozen=True)
class RefusalApproved(Payload):
    """PERKI 1/2021 Ps 10(2). `approval` is the salted hash of the signed file."""

    kind: ClassVar[str] = "refusal_approved"
    letter: int
    revision: int
    approval: str
    withholds: bool = True


@dataclass(frozen=True)
class RefusalReturned(Payload):
    kind: ClassVar[str] = "refusal_returned"
    letter: int
    revision: int
    fingerprint: str
    withholds: bool = True


@dataclass(frozen=True)
class ConsiderationApproved(Payload):
    """UU 14/2008 Ps 7(4), PP 61/2010 Ps 2: `approval` is the superior's word on this text, `standing` the decree."""

    kind: ClassVar[str] = "consideration_approved"
    letter: int
    number: str
    notice: int
    revision: int
    approval: int | None
    standing: int | None
    fingerprint: str


@dataclass(frozen=True)
class SignedAttached(Payload):
    """The signed file is bound to the draft it was made from (law.md §2.6, "When a letter counts")."""

    kind: ClassVar[str] = "signed_attached"
    letter: int
    revision: int
    draft_sha256: str
    signed_sha256: str
    signed_on: str
    appointment: int
    position: str
    link: str = ""


@dataclass(frozen=True)
class LetterSent(Payload):
    """Sending, not signing, stops the clock (UU 14/2008 Ps 22(7), "menyampaikan").

    `decision` is that of a notice, else empty; `due` the governing last day; `delivered_on` None while it travels.
    """

    kind: ClassVar[str] = "letter_sent"
    letter: int
    letter_kind: str
    sent_on: str
    how: str
    decision: str
    due: str | None
    proof: str = ""
    delivered_on: str | None = None
    # A notice that names another body as the holder (UU 22(7)b).
    names_holder: bool = False


@dataclass(frozen=True)
class LetterArrived(Payload):
    """The applicant has the letter; the clocks that bind the applicant run from here (law.md §7.1)."""

    kind: ClassVar[str] = "letter_arrived"
    letter: int
    letter_kind: str
    delivered_on: str
    proof: str = ""


@dataclass(frozen=True)
class Withdrawn(Payload):
    """In writing, by the applicant or the proxy. `paper`: salted hash of the letter, empty when written on the portal
    after the code from the mail."""

    kind: ClassVar[str] = "withdrawn"
    withdrawn_on: str
    by: str = "applicant"
    paper: str = ""


@dataclass(frozen=True)
class TermMissed(Payload):
    """The last day passed without the duty done. `part`: of the notice, where each has a promise of its own."""

    kind: ClassVar[str] = "term_missed"
    term: str
    due: str
    deadline: int
    part: int = 0


@dataclass(frozen=True)
class Redated(Payload):
    """The days between changed; both dates stay readable (architecture rule 4).

    By a decree, or by the body's choice between two readings: `rules` are the names and values it chose anew.
    """

    kind: ClassVar[str] = "redated"
    term: str
    old: str | None
    new: str | None
    calendar_version: str
    decree: str
    rules: Mapping[str, bool] = field(default_factory=dict)
    part: int = 0


def fingerprint(salt: str, content: object) -> str:
    """64 hex characters for `content` (plain JSON values) under the case's salt."""
    return hashlib.sha256(salt.encode() + b"\x00" + canonical(content)).hexdigest()

"""What the case log says of the commission's reviewers: who may read and what was opened, never what was read."""

from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class ReviewerInvited(Payload):
    kind: ClassVar[str] = "reviewer_invited"
    invitation: int
    until: str


@dataclass(frozen=True)
class InvitationRevoked(Payload):
    kind: ClassVar[str] = "invitation_revoked"
    invitation: int


@dataclass(frozen=True)
class DocumentSealed(Payload):
    """`original`, `redacted`: SHA-256 of the two versions, the second empty where there is none."""

    kind: ClassVar[str] = "document_sealed"
    document: int
    original: str
    redacted: str


@dataclass(frozen=True)
class DocumentOpened(Payload):
    """`order`: SHA-256 of the panel's written order; `readers`: how many commissioners."""

    kind: ClassVar[str] = "document_opened"
    document: int
    opening: int
    order: str
    readers: int
    until: str


@dataclass(frozen=True)
class DocumentClosed(Payload):
    kind: ClassVar[str] = "document_closed"
    document: int
    opening: int

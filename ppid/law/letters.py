"""Which letters a case has, by which move each is written and sent, and which of them count without a signature.

Drawn once like the table of moves: the actions, the desk's pages and the tests ask it.
"""

from dataclasses import dataclass
from enum import StrEnum

from ppid.law.procedure import MoveName


class LetterKind(StrEnum):
    """Stored with every letter."""

    RECEIPT = "receipt"
    NOTICE = "notice"
    INCOMPLETE = "incomplete"
    EXTENSION = "extension"
    DISPOSITION = "disposition"
    DELIVERY = "delivery"
    CONSIDERATION = "consideration"
    FORWARDING = "forwarding"
    COMPLAINT = "complaint"
    PAYMENT = "payment"
    COPY_FORM = "copy_form"
    MINUTES = "minutes"
    RULING = "ruling"
    SETTLEMENT = "settlement"
    SILENCE = "silence"


class SentHow(StrEnum):
    """By which way a letter went to the applicant."""

    PORTAL = "portal"
    EMAIL = "email"
    POST = "post"
    COURIER = "courier"
    BY_HAND = "by_hand"
    FAX = "fax"


# What goes by post or courier arrives on a day that somebody must find out. Everything else is there when it is sent:
# handed over, or in the applicant's own system (UU ITE Ps 8). The clocks that bind the applicant run from the arrival
# (law.md §7.1), so it is recorded apart.
TRAVELS = frozenset({SentHow.POST, SentHow.COURIER})


@dataclass(frozen=True)
class LetterRule:
    """How one kind of letter comes about. `sends` is the move that records its sending; both None: it is made by
    another act, counts as soon as it is made, and nobody signs it."""

    kind: LetterKind
    drafts: MoveName | None = None
    sends: MoveName | None = None

    @property
    def signed(self) -> bool:
        """Whether it is KONSEP until a signed file is bound to it (law.md §2.6)."""
        return self.sends is not None


LETTERS: dict[LetterKind, LetterRule] = {
    row.kind: row
    for row in (
        # Counts when it is made (UU 14/2008 Ps 22(4)).
        LetterRule(LetterKind.RECEIPT),
        LetterRule(LetterKind.DELIVERY),
        # Written with the notice, counts when it is approved (UU 14/2008 Ps 7(4)-(5)).
        LetterRule(LetterKind.CONSIDERATION),
        # Made with the applicant's wish; goes to another body, signed in ink.
        LetterRule(LetterKind.FORWARDING),
        # To a complainant without an e-mail address; signed in ink.
        LetterRule(LetterKind.COMPLAINT),
        # PERKI 1/2021 Ps 38 (the receipt of a payment), 35 (the form for copies, the minutes of a viewing).
        LetterRule(LetterKind.PAYMENT),
        LetterRule(LetterKind.COPY_FORM),
        LetterRule(LetterKind.MINUTES),
        # Stays inside the office; recorded with the disposition itself.
        LetterRule(LetterKind.DISPOSITION),
        LetterRule(LetterKind.NOTICE, MoveName.DRAFT_NOTICE, MoveName.RECORD_SENDING),
        # PERKI 1/2021 Annex IX.
        LetterRule(LetterKind.INCOMPLETE, MoveName.DRAFT_INCOMPLETE, MoveName.SEND_INCOMPLETE),
        LetterRule(LetterKind.EXTENSION, MoveName.DRAFT_EXTENSION, MoveName.SEND_EXTENSION),
        # UU 14/2008 Ps 36; PERKI 1/2021 Ps 44.
        LetterRule(LetterKind.RULING, MoveName.DRAFT_RULING, MoveName.SEND_RULING),
        # Signed by both sides; its recording is its "sending".
        LetterRule(LetterKind.SETTLEMENT, MoveName.DRAFT_SETTLEMENT, MoveName.RECORD_SETTLEMENT),
        # Printed by the system for the applicant: no letter of the body, nobody signs it.
        LetterRule(LetterKind.SILENCE),
    )
}
SENDING: dict[MoveName, LetterKind] = {row.sends: row.kind for row in LETTERS.values() if row.sends is not None}


def is_signed(kind: str) -> bool:
    """Whether letters of that kind are signed; those without a rule of their own are not."""
    rule = LETTERS.get(LetterKind(kind))
    return rule is not None and rule.signed

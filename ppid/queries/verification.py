"""What anyone may learn of a letter by its code: kind, number, date, signer's post, hash. No name, no content."""

import datetime as dt
from dataclasses import dataclass

from ppid.law.letters import is_signed
from ppid.models.cases import normalised
from ppid.models.letters import Letter


@dataclass(frozen=True)
class VerifiedLetter:
    """`sha256` is that of the signed file, of the receipt, or of the draft while nothing is signed ("" before)."""

    kind: str
    number: str
    dated: dt.date
    draft: bool
    needs_signature: bool
    signed_on: dt.date | None
    signer_position: str
    sent_on: dt.date | None
    sha256: str


def verified(code: str) -> VerifiedLetter | None:
    """The letter of a code typed in any way, or None. One statement."""
    letter = Letter.objects.filter(verify_code=normalised(code)).select_related("signed").first()
    if letter is None:
        return None
    needs_signature = is_signed(letter.kind)
    return VerifiedLetter(
        kind=letter.get_kind_display(),
        number=letter.number,
        dated=letter.dated,
        draft=needs_signature and letter.signed is None,
        needs_signature=needs_signature,
        signed_on=letter.signed_on,
        signer_position=letter.signer_position,
        sent_on=letter.sent_on,
        sha256=letter.signed.sha256 if letter.signed else letter.draft_sha256,
    )

"""Writing a letter of a case: a draft that waits for its signature, or one that counts as soon as it is made."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import Any, Protocol

from django.contrib.auth.base_user import AbstractBaseUser

from ppid import letters, tasks
from ppid.actions.log import authorised, locked_any, record
from ppid.actions.signatures import may_sign_on, signer_for
from ppid.law import events
from ppid.law.letters import LETTERS, LetterKind
from ppid.law.refusals import Invalid, Problem, say
from ppid.models import AnyCase, Appointment, Case, Institution, Letter, NumberSeries
from ppid.models.cases import new_code
from ppid.models.numbering import written

# What {kind} in the institution's letter number becomes.
NUMBER_WORDS: Mapping[LetterKind, str] = {
    LetterKind.NOTICE: "PT",
    LetterKind.INCOMPLETE: "TL",
    LetterKind.EXTENSION: "PW",
    LetterKind.DISPOSITION: "DISP",
    LetterKind.DELIVERY: "TP",
    LetterKind.CONSIDERATION: "PB",
    LetterKind.FORWARDING: "PN",
    LetterKind.COMPLAINT: "PA",
    LetterKind.PAYMENT: "KW",
    LetterKind.COPY_FORM: "PS",
    LetterKind.MINUTES: "BA",
    LetterKind.RULING: "TK",
    LetterKind.SETTLEMENT: "BM",
    LetterKind.SILENCE: "CS",
}
VERIFY_CODE_LENGTH = 12


class Content(Protocol):
    """What a letter says, as a dataclass of the law."""

    def checked(self) -> Any: ...
    def as_json(self) -> dict[str, Any]: ...


def draft(
    *, case: Case, kind: LetterKind, content: Content, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    signer: Appointment | None = None, seen: int | None = None,
) -> Letter:  # fmt: skip
    """Write a letter that is to be signed, or write it anew while it is not sent. Inside the caller's transaction.

    It prints the block of `signer`, of the drafter who may sign it, or the PPID's. A changed text or signer drops the
    draft and any signed file: a signature holds for the words that were signed. The same said again changes nothing,
    but a draft not yet signed is made anew when the letterhead has changed since. Raises Invalid and Unlawful.
    """
    content.checked()
    drafts = LETTERS[kind].drafts
    if drafts is None:
        raise ValueError(f"a letter of kind {kind} is not drafted")
    fresh = locked_any(case, seen=seen)
    author = authorised(drafts, fresh, acting_user, on)
    letter = fresh.letters.filter(kind=kind, sent_at__isnull=True).first()
    plain, signer = content.as_json(), _signer(kind, signer, acting_user, on)
    if letter is not None and letter.content == plain and letter.signer_id == (signer.pk if signer else None):
        _refresh(letter)
        return letter
    if letter is None:
        letter = new_letter(fresh, kind, on, at)
    else:
        letter.revision += 1
    letter.content, letter.dated, letter.drafted_by_id, letter.signer = plain, on, acting_user.pk, signer
    letter.draft, letter.draft_sha256, letter.signed = None, "", None
    letter.signed_on, letter.signer_name, letter.signer_position = None, "", ""
    letter.save()
    record(
        fresh,
        events.LetterDrafted(
            letter=letter.pk, letter_kind=letter.kind, number=letter.number, revision=letter.revision,
            fingerprint=events.fingerprint(fresh.salt, plain),
        ),
        author=author, on=on, at=at,
    )  # fmt: skip
    tasks.render_letter.enqueue(letter.pk)
    return letter


def _signer(kind: LetterKind, chosen: Appointment | None, user: AbstractBaseUser, on: dt.date) -> Appointment | None:
    if chosen is None:
        return signer_for(kind, user.pk, on)
    if chosen not in may_sign_on(kind, on):
        text = say("Penanda tangan ini tidak berwenang atas surat ini pada tanggalnya. Pilih yang lain.")
        raise Invalid([Problem("signer", text)])
    return chosen


def _refresh(letter: Letter) -> None:
    """A draft whose letterhead is no longer the body's is dropped and made anew; what is signed stays as it was."""
    if letter.draft_id is None or letter.signed_id is not None:
        return
    if hashlib.sha256(letters.build(letter)).hexdigest() != letter.draft_sha256:
        letter.draft, letter.draft_sha256 = None, ""
        letter.save(update_fields=["draft", "draft_sha256"])
        tasks.render_letter.enqueue(letter.pk)


def give(
    case: AnyCase, kind: LetterKind, content: Mapping[str, Any], *, on: dt.date, at: dt.datetime,
    user: AbstractBaseUser | None = None,
) -> Letter:  # fmt: skip
    """A letter that counts as soon as it is made and is never signed in the system (a slip, a delivery note), with a
    number of its own series. Inside the transaction of the act that makes it; that act writes the event."""
    letter = new_letter(case, kind, on, at)
    letter.content, letter.dated, letter.drafted_by_id = dict(content), on, user.pk if user else None
    letter.save()
    tasks.render_letter.enqueue(letter.pk)
    return letter


def give_receipt(case: AnyCase, at: dt.datetime) -> Letter:
    """The receipt of a case just registered (UU 14/2008 Ps 22(4); PERKI 1/2021 Ps 41(6)): it bears the
    case's own number, counts at once and is never signed. In the caller's transaction, which queues its building."""
    return Letter.objects.create(
        case_id=case.pk, kind=Letter.Kind.RECEIPT, number=case.number, dated=case.received_on,
        verify_code=new_code(VERIFY_CODE_LENGTH), created_at=at,
    )  # fmt: skip


def new_letter(case: AnyCase, kind: LetterKind, on: dt.date, at: dt.datetime) -> Letter:
    """A letter with the next number of its kind and year, not yet saved. Only inside a transaction."""
    seq = NumberSeries.take(f"letter:{kind}", on.year)
    number = written(Institution.load().letter_number_format, seq=seq, day=on, kind=NUMBER_WORDS[kind])
    return Letter(case_id=case.pk, kind=kind, number=number, verify_code=new_code(VERIFY_CODE_LENGTH), created_at=at)

"""A drafted letter's way: signed outside, counted when its sending is recorded (law.md §2.6)."""

import datetime as dt
from collections.abc import Callable, Mapping

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.db import transaction

from ppid.actions import completeness, considerations, extensions, notices, refusals, rulings
from ppid.actions.effects import Sent, SentAnswer
from ppid.actions.log import Author, authorised, locked_any, record
from ppid.actions.signatures import check_signer, taken_in
from ppid.actions.uploads import kept_proof
from ppid.law import decisions, events
from ppid.law.decisions import NoticeContent
from ppid.law.forwarding import holder_named
from ppid.law.letters import LETTERS, TRAVELS, LetterKind, SentHow
from ppid.law.procedure import Invalid, MoveName, Problem, Unlawful
from ppid.law.refusals import say
from ppid.letters.signer import signer_from
from ppid.models import AnyCase, Appointment, Deadline, Dispute, Letter, Objection, PrivateFile

Effect = Callable[[Sent], None]
AnswerEffect = Callable[[SentAnswer], None]
# What follows from the sending of each kind of letter, and from its arrival, in the same transaction.
ON_SENDING: Mapping[LetterKind, Effect] = {
    LetterKind.NOTICE: notices.sent,
    LetterKind.INCOMPLETE: completeness.sent,
    LetterKind.EXTENSION: extensions.sent,
}
ON_ARRIVAL: Mapping[LetterKind, Effect] = {
    LetterKind.NOTICE: notices.arrived,
    LetterKind.INCOMPLETE: completeness.arrived,
}
# The same of the letters of an objection.
ON_ANSWER_SENDING: Mapping[LetterKind, AnswerEffect] = {LetterKind.RULING: rulings.sent}
ON_ANSWER_ARRIVAL: Mapping[LetterKind, AnswerEffect] = {LetterKind.RULING: rulings.arrived}


def attach_signed(
    *, letter: Letter, upload: File, signed_on: dt.date, signer: Appointment, acting_user: AbstractBaseUser,
    on: dt.date, at: dt.datetime, compared: bool = False, seen: int | None = None,
) -> Letter:  # fmt: skip
    """Bind the signed file to the draft it was made from. Signing stops no clock; recorded sending does.

    `compared`: the officer compared the file with the draft, as a scan needs, which leads back to nothing.

    `signer` is the appointment under which it was signed, in force on `signed_on`; an acting holder's mandate comes
    with it. Raises Invalid (field `upload`, `compared`, `signed_on` or `signer`) and Unlawful.
    """
    with transaction.atomic():
        # The file is stored within the transaction: a refused or killed move leaves no row that nothing needs.
        fresh = locked_any(letter.case, seen=seen)
        author = authorised(MoveName.ATTACH_SIGNED, fresh, acting_user, on)
        letter = Letter.objects.select_related("signer__user", "signer__acting_for").get(pk=letter.pk)
        if letter.sent_at is not None:
            raise Unlawful(say("Surat ini sudah disampaikan dan tidak dapat diganti lagi."))
        if letter.draft_id is None:
            raise Unlawful(say("Konsep surat masih dibuat. Tunggu sebentar, lalu unggah lagi."))
        decisions.check_signing(drafted_on=letter.dated, signed_on=signed_on, on=on)
        _check_approved(letter, signer, signed_on)
        check_signer(letter, signer, signed_on)
        paper = taken_in(letter, upload, compared=compared)
        letter.signed, letter.signed_on = paper.file, signed_on
        block = signer_from(signer)
        letter.signer_position, letter.signer_name = block.position, block.name
        letter.save(update_fields=["signed", "signed_on", "signer_position", "signer_name"])
        record(
            fresh,
            events.SignedAttached(
                letter=letter.pk, revision=letter.revision, draft_sha256=letter.draft_sha256,
                signed_sha256=paper.file.sha256, signed_on=signed_on.isoformat(), appointment=signer.pk,
                position=block.position, link=paper.link,
            ),
            author=author, on=on, at=at,
        )  # fmt: skip
    return letter


def _check_approved(letter: Letter, signer: Appointment, signed_on: dt.date) -> None:
    """A decision is signed only with its written consideration approved, a refusal under Ps 17 by the superior himself;
    an answer to an objection only by who may decide it; other letters need no approval."""
    if letter.kind == LetterKind.RULING:
        rulings.check_signing(letter, signer, signed_on)
    if letter.kind == LetterKind.NOTICE:
        refusals.check_approved(letter, signed_on)
        considerations.check(letter, by=signed_on)


@transaction.atomic
def record_sending(
    *, letter: Letter, sent_on: dt.date, how: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    proof: File | None = None, seen: int | None = None,
) -> Letter:  # fmt: skip
    """The signed letter left. Of a notice only this answers the request and stops its clocks (UU 14/2008 Ps 22(7)).

    `proof`: a postal slip, a signed receipt or a screen shot, kept with the case. What does not travel has arrived
    the same day. Raises Invalid (field `sent_on`, `how` or `proof`) and Unlawful.
    """
    kind = LetterKind(letter.kind)
    sends = LETTERS[kind].sends
    if sends is None:
        raise ValueError(f"a letter of kind {kind} is not sent")
    fresh = locked_any(letter.case, seen=seen)
    author = authorised(sends, fresh, acting_user, on)
    letter = Letter.objects.get(pk=letter.pk)
    if letter.sent_at is not None:
        raise Unlawful(say("Surat ini sudah disampaikan dan tidak dapat diganti lagi."))
    if letter.signed_id is None or letter.signed_on is None:
        raise Unlawful(say("Surat belum ditandatangani. Unggah dahulu surat yang sudah bertanda tangan."))
    if how not in Letter.SentHow.values:
        raise Invalid([Problem("how", say("Cara penyampaian belum dipilih. Pilih salah satu."))])
    decisions.check_sending(signed_on=letter.signed_on, sent_on=sent_on, on=on)
    kept = kept_proof(fresh, proof)
    letter.sent_at, letter.sent_on, letter.sent_how = at, sent_on, how
    letter.delivered_on = None if SentHow(how) in TRAVELS else sent_on
    letter.save(update_fields=["sent_at", "sent_on", "sent_how", "delivered_on"])
    record(
        fresh,
        events.LetterSent(
            letter=letter.pk, letter_kind=letter.kind, sent_on=sent_on.isoformat(), how=how,
            decision=str(letter.content.get("decision", "")), due=_governing_due(fresh),
            proof=events.fingerprint(fresh.salt, kept.sha256) if kept else "",
            delivered_on=letter.delivered_on.isoformat() if letter.delivered_on else None,
            names_holder=kind is LetterKind.NOTICE and bool(holder_named(NoticeContent.from_json(letter.content))),
        ),
        author=author, on=on, at=at,
    )  # fmt: skip
    _follow(fresh, letter, author, on, at, kept, left=True)
    return letter


@transaction.atomic
def record_arrival(
    *, letter: Letter, delivered_on: dt.date, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    proof: File | None = None, seen: int | None = None,
) -> Letter:  # fmt: skip
    """The day on which the applicant received a letter that went by post or courier, with its proof.

    Raises Invalid (field `delivered_on` or `proof`) and Unlawful: a letter not sent, or its arrival known already.
    """
    fresh = locked_any(letter.case, seen=seen)
    author = authorised(MoveName.RECORD_ARRIVAL, fresh, acting_user, on)
    letter = Letter.objects.get(pk=letter.pk)
    if letter.sent_on is None:
        raise Unlawful(say("Surat ini belum disampaikan. Catat dahulu penyampaiannya."))
    if letter.delivered_on is not None:
        raise Unlawful(say("Tanggal surat ini diterima pemohon sudah tercatat."))
    decisions.check_arrival(sent_on=letter.sent_on, delivered_on=delivered_on, on=on)
    kept = kept_proof(fresh, proof)
    letter.delivered_on = delivered_on
    letter.save(update_fields=["delivered_on"])
    record(
        fresh,
        events.LetterArrived(
            letter=letter.pk, letter_kind=letter.kind, delivered_on=delivered_on.isoformat(),
            proof=events.fingerprint(fresh.salt, kept.sha256) if kept else "",
        ),
        author=author, on=on, at=at,
    )  # fmt: skip
    _follow(fresh, letter, author, on, at, kept, left=False)
    return letter


def _follow(  # noqa: PLR0917
    case: AnyCase, letter: Letter, author: Author, on: dt.date, at: dt.datetime, proof: PrivateFile | None, *,
    left: bool,
) -> None:  # fmt: skip
    """What follows when a letter left, and when it arrived: at once, unless it travels."""
    kind = LetterKind(letter.kind)
    here = letter.delivered_on is not None
    if isinstance(case, Objection):
        answer = SentAnswer(case, letter, author, on, at, proof)
        if left and kind in ON_ANSWER_SENDING:
            ON_ANSWER_SENDING[kind](answer)
        if here and kind in ON_ANSWER_ARRIVAL:
            ON_ANSWER_ARRIVAL[kind](answer)
        return
    if isinstance(case, Dispute):
        raise ValueError("the body writes no letters in a dispute")
    news = Sent(case, letter, author, on, at, proof)
    if left and kind in ON_SENDING:
        ON_SENDING[kind](news)
    if here and kind in ON_ARRIVAL:
        ON_ARRIVAL[kind](news)


def _governing_due(case: AnyCase) -> str | None:
    governing = Deadline.objects.standing().filter(case_id=case.pk, governs=True).only("due").first()
    return governing.due.isoformat() if governing and governing.due else None

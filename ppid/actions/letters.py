"""A letter's way: drafted here, signed outside, counted when its sending is recorded (law.md §2.6)."""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.db import transaction

from ppid import tasks
from ppid.actions import ledger, mail, refusals
from ppid.actions.log import authorised, locked, record
from ppid.law import decisions, events
from ppid.law.decisions import NoticeContent
from ppid.law.procedure import SIGNERS, Invalid, MoveName, Problem, State, Unlawful, may_sign
from ppid.law.refusals import say
from ppid.letters.signer import signer_from
from ppid.models import (
    Appointment,
    Case,
    CaseFile,
    Deadline,
    FileRefused,
    InformationRequest,
    Institution,
    Letter,
    MailRecord,
    NumberSeries,
    PrivateFile,
)
from ppid.models.cases import new_code
from ppid.models.numbering import written

# What {kind} in the institution's letter number becomes.
NUMBER_WORDS = {Letter.Kind.NOTICE: "PT"}
VERIFY_CODE_LENGTH = 12
# A letter is a PDF with an electronic signature, or a scan of the wet-ink original.
SIGNED_TYPES = frozenset({"application/pdf", "image/jpeg", "image/png"})
NOTICE_TERMS = ("REQ_NOTICE_UU", "REQ_NOTICE_PERKI", "REQ_COMPLETENESS_CHECK")


@transaction.atomic
def draft_notice(
    *, case: Case, content: NoticeContent, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    seen: int | None = None,
) -> Letter:  # fmt: skip
    """Write the notice of UU 14/2008 Ps 22(7), or write it anew while it is not sent.

    A changed text drops the draft and any signed file: a signature holds for the words that were signed. The same
    text said again changes nothing. Raises Invalid and Unlawful.
    """
    content.checked()
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.DRAFT_NOTICE, fresh, acting_user, on)
    refusals.check_basis(content, on)
    letter = fresh.letters.filter(kind=Letter.Kind.NOTICE, sent_at__isnull=True).first()
    plain = content.as_json()
    if letter is not None and letter.content == plain:
        return letter
    if letter is None:
        letter = _new_letter(fresh, Letter.Kind.NOTICE, on, at)
    else:
        letter.revision += 1
    letter.content, letter.dated, letter.drafted_by_id = plain, on, acting_user.pk
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


def give_receipt(case: InformationRequest, at: dt.datetime) -> Letter:
    """The receipt of a request just registered (UU 14/2008 Ps 22(4)): it bears the request's own number, counts at
    once and is never signed. Inside the caller's transaction."""
    letter = Letter.objects.create(
        case_id=case.pk, kind=Letter.Kind.RECEIPT, number=case.number, dated=case.received_on,
        verify_code=new_code(VERIFY_CODE_LENGTH), created_at=at,
    )  # fmt: skip
    tasks.render_letter.enqueue(letter.pk)
    return letter


def _new_letter(case: InformationRequest, kind: Letter.Kind, on: dt.date, at: dt.datetime) -> Letter:
    seq = NumberSeries.take(f"letter:{kind}", on.year)
    number = written(Institution.load().letter_number_format, seq=seq, day=on, kind=NUMBER_WORDS[kind])
    return Letter(case_id=case.pk, kind=kind, number=number, verify_code=new_code(VERIFY_CODE_LENGTH), created_at=at)


def attach_signed(
    *, letter: Letter, upload: File, signed_on: dt.date, signer: Appointment, acting_user: AbstractBaseUser,
    on: dt.date, at: dt.datetime, link: str = "", seen: int | None = None,
) -> Letter:  # fmt: skip
    """Bind the signed file to the draft it was made from. Signing stops no clock; recorded sending does.

    `link` is how the file was led back to that draft (`ppid.letters.signed.Link`), or that an officer compared them.

    `signer` is the appointment under which it was signed, in force on `signed_on`; an acting holder's mandate comes
    with it. Raises Invalid (field `upload`, `signed_on` or `signer`) and Unlawful.
    """
    signed = _stored(upload)
    with transaction.atomic():
        fresh = locked(letter.case, seen=seen)
        author = authorised(MoveName.ATTACH_SIGNED, fresh, acting_user, on)
        letter = Letter.objects.get(pk=letter.pk)
        if letter.sent_at is not None:
            raise Unlawful(say("Surat ini sudah disampaikan dan tidak dapat diganti lagi."))
        if letter.draft_id is None:
            raise Unlawful(say("Konsep surat masih dibuat. Tunggu sebentar, lalu unggah lagi."))
        refusals.check_approved(letter, on)
        decisions.check_signing(drafted_on=letter.dated, signed_on=signed_on, on=on)
        _check_signer(letter, signer, signed_on)
        letter.signed, letter.signed_on = signed, signed_on
        block = signer_from(signer)
        letter.signer_position, letter.signer_name = block.position, block.name
        letter.save(update_fields=["signed", "signed_on", "signer_position", "signer_name"])
        record(
            fresh,
            events.SignedAttached(
                letter=letter.pk, revision=letter.revision, draft_sha256=letter.draft_sha256,
                signed_sha256=signed.sha256, signed_on=signed_on.isoformat(), appointment=signer.pk,
                position=block.position, link=link,
            ),
            author=author, on=on, at=at,
        )  # fmt: skip
    return letter


def _stored(upload: File, field: str = "upload") -> PrivateFile:
    try:
        signed = PrivateFile.store(upload, upload.name or "surat")
    except FileRefused as error:
        raise Invalid([Problem(field, str(error))]) from error
    if signed.media_type not in SIGNED_TYPES:
        raise Invalid([Problem(field, say("Berkas ini harus PDF, JPG atau PNG. Pilih berkas lain."))])
    return signed


def _check_signer(letter: Letter, signer: Appointment, signed_on: dt.date) -> None:
    if signed_on < signer.starts or (signer.ends is not None and signed_on > signer.ends):
        raise Invalid(
            [Problem("signer", say("Penugasan penanda tangan tidak berlaku pada tanggal surat. Pilih yang lain."))]
        )
    if not may_sign(letter.kind, signer.role, mandated=bool(signer.mandate_number)):
        wanted = SIGNERS[letter.kind][0]
        raise Invalid(
            [Problem("signer", say("Surat ini ditandatangani %(who)s atau pemegang mandatnya."), {"who": wanted.label})]
        )


@transaction.atomic
def record_sending(
    *, letter: Letter, sent_on: dt.date, how: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    proof: File | None = None, seen: int | None = None,
) -> Letter:  # fmt: skip
    """The signed letter left: only this answers the request and stops its clocks (UU 14/2008 Ps 22(7)).

    `proof`: a postal slip, a signed receipt or a screen shot, kept with the case.
    Raises Invalid (field `sent_on`, `how` or `proof`) and Unlawful. A late answer is recorded like one in
    time; the term it missed stays missed.
    """
    fresh = locked(letter.case, seen=seen)
    author = authorised(MoveName.RECORD_SENDING, fresh, acting_user, on)
    letter = Letter.objects.get(pk=letter.pk)
    if letter.signed_id is None or letter.signed_on is None:
        raise Unlawful(say("Surat belum ditandatangani. Unggah dahulu surat yang sudah bertanda tangan."))
    if how not in Letter.SentHow.values:
        raise Invalid([Problem("how", say("Cara penyampaian belum dipilih. Pilih salah satu."))])
    decisions.check_sending(signed_on=letter.signed_on, sent_on=sent_on, on=on)
    kept = _stored(proof, field="proof") if proof else None
    if kept is not None:
        CaseFile.objects.create(case_id=fresh.pk, file=kept, role=CaseFile.Role.PROOF)
    content = NoticeContent.from_json(letter.content)
    refusals.attach_papers(letter, refusals.check_approved(letter, on))
    letter.sent_at, letter.sent_on, letter.sent_how = at, sent_on, how
    letter.save(update_fields=["sent_at", "sent_on", "sent_how"])
    fresh.state, fresh.answered_on = State.ANSWERED, sent_on
    # Something still to be handed over keeps the case open (PERKI 1/2021 Ps 31(4)f).
    fresh.closed_on = None if content.promised else sent_on
    fresh.save(update_fields=["state", "answered_on", "closed_on"])
    governing = Deadline.objects.standing().filter(case_id=fresh.pk, governs=True).only("due").first()
    ledger.meet(fresh, *NOTICE_TERMS, on=sent_on)
    record(
        fresh,
        events.LetterSent(
            letter=letter.pk, letter_kind=letter.kind, sent_on=sent_on.isoformat(), how=how,
            decision=content.decision, due=governing.due.isoformat() if governing and governing.due else None,
            proof=events.fingerprint(fresh.salt, kept.sha256) if kept else "",
        ),
        author=author, on=on, at=at,
    )  # fmt: skip
    mail.enqueue(
        mail.prepared(fresh, MailRecord.Template.ANSWERED, MailRecord.Audience.APPLICANT, at=at, letter=letter)
    )
    return letter

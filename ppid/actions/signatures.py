"""What comes back signed, judged in one place whoever hands it in: from which draft it was made, and who may sign.

A file whose electronic signature no longer fits, to which something was added, which is locked or acts when opened is
refused here; one that does not lead back to its draft counts only when an officer compared the two.
"""

import datetime as dt
from dataclasses import dataclass

from django.core.files import File

from ppid import letters
from ppid.actions.uploads import stored_paper
from ppid.law.procedure import SIGNERS, Actor, may_sign
from ppid.law.refusals import Invalid, Problem, say
from ppid.letters.signed import Link, inspect
from ppid.letters.signer import VACANT, signer_from, signer_of
from ppid.models import Appointment, FileRefused, Letter, PrivateFile

COMPARED = "compared"


@dataclass(frozen=True)
class SignedPaper:
    """The stored file, and how it was led back to its draft: a `Link`, or that an officer compared them."""

    file: PrivateFile
    link: str


def taken_in(letter: Letter, upload: File, *, compared: bool) -> SignedPaper:
    """Judge the signed file of `letter` and store it. Raises Invalid (field `upload` or `compared`)."""
    data = upload.read()
    upload.seek(0)
    try:
        found = inspect(
            data, code=letter.verify_code, draft_sha256=letter.draft_sha256,
            naskah=lambda: letters.for_signature(letter),
        )  # fmt: skip
    except FileRefused as error:
        raise Invalid([Problem("upload", str(error))]) from error
    if found.broken:
        text = say("Tanda tangan elektronik berkas ini rusak: isinya berubah setelah ditandatangani.")
        raise Invalid([Problem("upload", text)])
    file = stored_paper(upload)
    if found.link is Link.NONE and not compared:
        text = say("Berkas ini tidak memuat tautan ke konsepnya. Cocokkan, centang ini, lalu pilih lagi berkasnya.")
        raise Invalid([Problem("compared", text)])
    return SignedPaper(file, COMPARED if found.link is Link.NONE else str(found.link))


def check_signer(letter: Letter, signer: Appointment, signed_on: dt.date) -> None:
    """Raise Invalid (field `signer`) unless that appointment may sign this letter on that day and is the one whose
    block it prints: who signs by mandate signs "a.n." (UU 30/2014 Ps 14)."""
    if signed_on < signer.starts or (signer.ends is not None and signed_on > signer.ends):
        raise _wrong(say("Penugasan penanda tangan tidak berlaku pada tanggal surat. Pilih yang lain."))
    if signer.mandated and not signer.mandated_on(signed_on):
        text = say("Surat mandat penanda tangan belum bernomor dan bertanggal, atau baru terbit setelah tanggal surat.")
        raise _wrong(text)
    if not may_sign(letter.kind, signer.role, mandated=bool(signer.mandate_number)):
        wanted = SIGNERS[letter.kind][0]
        raise _wrong(say("Surat ini ditandatangani %(who)s atau pemegang mandatnya."), who=wanted.label)
    printed = signer_from(letter.signer) if letter.signer else signer_of(letter.dated)
    if printed not in {signer_from(signer), VACANT} or (printed == VACANT and signer.mandated):
        text = say("Surat ini disusun untuk ditandatangani %(who)s. Susun ulang konsepnya untuk penanda tangan ini.")
        raise _wrong(text, who=printed.position)


def signer_for(kind: str, user_id: int | None, on: dt.date) -> Appointment | None:
    """Whose block a new draft prints: the drafter's own appointment where it may sign that kind, else the PPID's or the
    acting holder's; None while nobody may."""
    able = may_sign_on(kind, on)
    own = next((row for row in able if row.user_id == user_id), None)
    return own or next((row for row in able if row.role == SIGNERS[kind][0].actor), None)


def may_sign_on(kind: str, on: dt.date) -> list[Appointment]:
    """The appointments under which that kind of letter may be signed on that day, the acting holder before the PPID."""
    rows = Appointment.objects.on(on).filter(role__in=[one.actor for one in SIGNERS.get(kind, ())])
    rows = rows.select_related("user", "acting_for").order_by("-starts", "pk")
    able = [
        row for row in rows
        if may_sign(kind, row.role, mandated=row.mandated_on(on)) and (not row.mandated or row.mandated_on(on))
    ]  # fmt: skip
    order = [one.actor for one in SIGNERS.get(kind, ())]
    return sorted(able, key=lambda row: (order.index(Actor(row.role)), row.acting_for_id is None))


def _wrong(text: str, **values: object) -> Invalid:
    return Invalid([Problem("signer", text, values)])

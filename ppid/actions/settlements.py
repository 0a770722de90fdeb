"""A settlement between the parties (musyawarah) on grounds b–g: minutes drafted, signed by both, kept with the case.

UU 14/2008 Ps 35(2). It stops no clock and waives nothing [I]: the superior still answers.
"""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.db import transaction

from ppid.actions.drafting import draft
from ppid.actions.log import authorised, locked_objection, record
from ppid.actions.signatures import taken_in
from ppid.law.events import fingerprint
from ppid.law.events_objection import Settled
from ppid.law.letters import LetterKind, SentHow
from ppid.law.objections import Ground, letters_of
from ppid.law.procedure import MoveName
from ppid.law.refusals import Invalid, Problem, Unlawful, say
from ppid.law.ruling import SettlementContent
from ppid.models import Case, CaseFile, Letter, Settlement


@transaction.atomic
def draft_settlement(
    *, case: Case, content: SettlementContent, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    seen: int | None = None,
) -> Letter:  # fmt: skip
    """Write the minutes, or write them anew while they are not signed. Raises Invalid and Unlawful."""
    content.checked()
    fresh = locked_objection(case, seen=seen)
    objected = {Ground(row.ground) for row in fresh.grounds.all()}
    if foreign := [ground for ground in content.grounds if ground not in objected]:
        text = say("Alasan huruf %(letters)s tidak diajukan dalam keberatan ini.")
        raise Invalid([Problem("grounds", text, {"letters": letters_of(foreign)})])
    if not fresh.received_on <= content.met_on <= on:
        raise Invalid([Problem("met_on", say("Tanggalnya harus sejak keberatan diterima sampai hari ini."))])
    return draft(case=fresh, kind=LetterKind.SETTLEMENT, content=content, acting_user=acting_user, on=on, at=at)


@transaction.atomic
def record_settlement(
    *, letter: Letter, upload: File, agreed_on: dt.date, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    seen: int | None = None,
) -> Settlement:  # fmt: skip
    """The minutes signed by both sides are bound to their draft and kept. No deadline is met by it.

    Raises Invalid (field `upload` or `agreed_on`) and Unlawful.
    """
    fresh = locked_objection(letter.case, seen=seen)
    author = authorised(MoveName.RECORD_SETTLEMENT, fresh, acting_user, on)
    letter = Letter.objects.get(pk=letter.pk)
    if letter.sent_at is not None:
        raise Unlawful(say("Berita acara ini sudah dicatat dan tidak dapat diganti lagi."))
    if letter.draft_id is None:
        raise Unlawful(say("Konsep berita acara masih dibuat. Tunggu sebentar, lalu unggah lagi."))
    content = SettlementContent.from_json(letter.content)
    if not content.met_on <= agreed_on <= on:
        raise Invalid([Problem("agreed_on", say("Tanggalnya harus sejak musyawarah sampai hari ini."))])
    # Compared by whoever recorded it: minutes signed by two sides in ink lead back to no draft by themselves.
    signed = taken_in(letter, upload, compared=True).file
    letter.signed, letter.signed_on, letter.sent_at = signed, agreed_on, at
    letter.sent_on = letter.delivered_on = agreed_on
    letter.sent_how = SentHow.BY_HAND
    letter.save(update_fields=["signed", "signed_on", "sent_at", "sent_on", "delivered_on", "sent_how"])
    CaseFile.objects.create(case_id=fresh.pk, file=signed, role=CaseFile.Role.SETTLEMENT)
    row = Settlement.objects.create(objection=fresh, letter=letter, agreed_on=agreed_on, signed=signed)
    payload = Settled(
        letter=letter.pk, agreed_on=agreed_on.isoformat(), grounds=tuple(content.grounds),
        signed=fingerprint(fresh.salt, signed.sha256), draft_sha256=letter.draft_sha256,
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    return row

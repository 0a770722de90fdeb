"""What else happens to an objection: something missing is asked for, the applicant replies or withdraws, and the PPID
does what the superior ordered."""

import datetime as dt
from collections.abc import Sequence

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.db import transaction

from ppid.actions import ledger, mail
from ppid.actions.log import authorised, locked_objection, record
from ppid.actions.uploads import stored_paper
from ppid.law import events
from ppid.law.delivering import PROMISE
from ppid.law.events_objection import MissingAsked, OrderFulfilled, Replied
from ppid.law.filing import TEXT_LENGTH
from ppid.law.procedure import MoveName, State
from ppid.law.refusals import Invalid, Problem, Unlawful, say
from ppid.models import Case, CaseFile, MailRecord, MissingNote, Objection, Reply

Template, Audience = MailRecord.Template, MailRecord.Audience


@transaction.atomic
def ask_missing(
    *, case: Case, text: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None
) -> MissingNote:
    """Ask for what PERKI 1/2021 Ps 41(5) wants; nothing lapses and no date moves. Raises Invalid and Unlawful."""
    fresh = locked_objection(case, seen=seen)
    author = authorised(MoveName.ASK_MISSING, fresh, acting_user, on)
    _required("text", text, say("Yang kurang belum diisi. Tulis apa yang perlu ditambahkan."))
    note = MissingNote.objects.create(objection=fresh, text=text.strip(), asked_on=on, asked_by_id=acting_user.pk)
    record(fresh, MissingAsked(events.fingerprint(fresh.salt, note.text)), author=author, on=on, at=at)
    mail.enqueue(mail.prepared(fresh, Template.OBJECTION_MISSING, Audience.APPLICANT, at=at))
    return note


@transaction.atomic
def reply(
    *, case: Case, content: str, on: dt.date, at: dt.datetime, text: str = "",
    acting_user: AbstractBaseUser | None = None, replied_on: dt.date | None = None, seen: int | None = None,
) -> Reply:  # fmt: skip
    """What the applicant says of the answer (Annex XI). It closes no right. Raises Invalid and Unlawful."""
    fresh = locked_objection(case, seen=seen)
    author = authorised(MoveName.RECORD_REPLY, fresh, acting_user, on)
    if content not in Reply.Content.values:
        raise Invalid([Problem("content", say("Tanggapan pemohon belum dipilih. Pilih salah satu."))])
    if len(text) > TEXT_LENGTH:
        raise Invalid([Problem("text", say("Isian terlalu panjang. Ringkas menjadi 20.000 huruf."))])
    day = replied_on or on
    if fresh.answered_on is None or not fresh.answered_on <= day <= on:
        raise Invalid([Problem("replied_on", say("Tanggalnya harus sejak tanggapan disampaikan sampai hari ini."))])
    row = Reply.objects.create(objection=fresh, content=content, text=text.strip(), replied_on=day)
    payload = Replied(replied_on=day.isoformat(), content=content, fingerprint=events.fingerprint(fresh.salt, row.text))
    record(fresh, payload, author=author, on=on, at=at)
    return row


@transaction.atomic
def withdraw(
    *, case: Case, on: dt.date, at: dt.datetime, acting_user: AbstractBaseUser | None = None,
    paper: File | None = None, withdrawn_on: dt.date | None = None, seen: int | None = None,
) -> Objection:  # fmt: skip
    """The applicant takes the objection back in writing; at the desk only with the paper. The request's own rights
    stay. Raises Invalid (field `paper` or `withdrawn_on`) and Unlawful."""
    fresh = locked_objection(case, seen=seen)
    author = authorised(MoveName.WITHDRAW, fresh, acting_user, on)
    if acting_user is not None and paper is None:
        raise Invalid([Problem("paper", say("Surat pencabutan belum dipilih. Pilih pindaian suratnya."))])
    day = withdrawn_on or on
    if not fresh.received_on <= day <= on:
        raise Invalid([Problem("withdrawn_on", say("Tanggalnya harus sejak keberatan diterima sampai hari ini."))])
    mark = ""
    if paper is not None:
        kept = stored_paper(paper, field="paper", name="pencabutan")
        CaseFile.objects.create(case_id=fresh.pk, file=kept, role=CaseFile.Role.WITHDRAWAL)
        mark = events.fingerprint(fresh.salt, kept.sha256)
    fresh.state, fresh.closed_on = State.WITHDRAWN, on
    fresh.save(update_fields=["state", "closed_on"])
    ledger.drop(fresh, at)
    record(fresh, events.Withdrawn(withdrawn_on=day.isoformat(), paper=mark), author=author, on=on, at=at)
    return fresh


@transaction.atomic
def fulfil_order(
    *, case: Case, fulfilled_on: dt.date, how: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    given: Sequence[File] = (), proof: File | None = None, seen: int | None = None,
) -> Objection:  # fmt: skip
    """The PPID gave what the superior ordered, in time or late. `given` the applicant may open; `proof` shows that it
    was handed over; one of the two must be there. Raises Invalid and Unlawful."""
    fresh = locked_objection(case, seen=seen)
    author = authorised(MoveName.FULFIL_ORDER, fresh, acting_user, on)
    if fresh.ordered_until is None:
        raise Unlawful(say("Tanggapan atas keberatan ini tidak memuat perintah."))
    if fresh.fulfilled_on is not None:
        raise Unlawful(say("Pelaksanaan perintah ini sudah tercatat."))
    _required("how", how, say("Cara melaksanakan belum diisi. Tulis apa yang diberikan dan bagaimana."))
    if fresh.answered_on is None or not fresh.answered_on <= fulfilled_on <= on:
        raise Invalid([Problem("fulfilled_on", say("Tanggalnya harus sejak tanggapan disampaikan sampai hari ini."))])
    if not given and proof is None:
        raise Invalid([Problem("proof", say("Belum ada berkas. Unggah informasi yang diberikan, atau buktinya."))])
    files = [stored_paper(one, field="given", name="informasi") for one in given]
    CaseFile.objects.bulk_create(CaseFile(case=fresh, file=one, role=CaseFile.Role.ANSWER) for one in files)
    if proof is not None:
        kept = stored_paper(proof, field="proof", name="bukti")
        CaseFile.objects.create(case_id=fresh.pk, file=kept, role=CaseFile.Role.FULFILMENT)
        files.append(kept)
    fresh.fulfilled_on = fresh.closed_on = fulfilled_on
    fresh.save(update_fields=["fulfilled_on", "closed_on"])
    ledger.meet(fresh, PROMISE, on=fulfilled_on)
    payload = OrderFulfilled(
        fulfilled_on=fulfilled_on.isoformat(), due=fresh.ordered_until.isoformat(),
        fingerprint=events.fingerprint(fresh.salt, how.strip()),
        files=tuple(events.fingerprint(fresh.salt, one.sha256) for one in files),
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    mail.enqueue(mail.prepared(fresh, Template.ORDER_FULFILLED, Audience.APPLICANT, at=at))
    return fresh


def _required(field: str, text: str, sentence: str) -> None:
    if not text.strip():
        raise Invalid([Problem(field, sentence)])
    if len(text) > TEXT_LENGTH:
        raise Invalid([Problem(field, say("Isian terlalu panjang. Ringkas menjadi 20.000 huruf."))])

"""Handing over what a notice promised, part by part (PERKI 1/2021 Ps 31(4)f, 35; law.md §2.6).

Sending the notice makes one row for each part; what is free is promised from that day, what costs something from its
payment. Each handing over is dated, has its files or its proof, and leaves a delivery note.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.db import transaction

from ppid.actions import ledger
from ppid.actions.collecting import next_step_on, rest
from ppid.actions.drafting import give
from ppid.actions.effects import Sent
from ppid.actions.given_parts import due_of, end_visit, noticed_on, only, promised, row_of, signer, start, tell
from ppid.actions.log import authorised, locked, record
from ppid.actions.uploads import stored_paper
from ppid.law.decisions import NoticeContent
from ppid.law.delivering import (
    PROMISE,
    HandedHow,
    Handing,
    PartState,
    day_problems,
    ready_problems,
    receipt_problems,
)
from ppid.law.delivery_note import DeliveryNote, GivenFile
from ppid.law.events import fingerprint
from ppid.law.events_delivery import PartAvailable, PartDelivered, PartReceived, PartReopened
from ppid.law.letters import TRAVELS, LetterKind, SentHow
from ppid.law.procedure import Invalid, MoveName, Problem, Unlawful
from ppid.law.refusals import say
from ppid.law.viewing import VisitEnd
from ppid.models import (
    Case,
    CaseFile,
    Delivery,
    FileRefused,
    MailRecord,
    PrivateFile,
)
from ppid.queries.calendar import current_calendar

Template = MailRecord.Template
# As many files as one handing over may hold; more are given as one archive of pages, or in another part.
MOST_FILES = 10


def promise(news: Sent) -> None:
    """The notice left: a row for each part. What goes with the letter is handed over with it; what is free is promised
    from that day; what costs something waits for its payment. Inside the sending's transaction."""
    letter, content = news.letter, NoticeContent.from_json(news.letter.content)
    sent_on = letter.sent_on or news.on
    rows = [
        Delivery(case_id=news.case.pk, letter=letter, part=number, recorded_by_id=_author(news))
        for number, _part in enumerate(content.parts, 1)
    ]
    for row, part in zip(rows, content.parts, strict=True):
        if part.with_letter:
            row.promised_from, row.delivered_on, row.how = sent_on, sent_on, letter.sent_how
            row.received_on = None if SentHow(letter.sent_how) in TRAVELS else sent_on
    Delivery.objects.bulk_create(rows)
    free = [row for row, part in zip(rows, content.parts, strict=True) if not part.with_letter and not part.fee]
    if free:
        started = [start(news.case, row, from_day=sent_on, at=news.at) for row in free]
        record(news.case, promised(letter.pk, started), author=news.author, on=news.on, at=news.at)


def arrived(news: Sent) -> None:
    """The notice reached the applicant, and with it what was enclosed."""
    enclosed = Delivery.objects.filter(letter_id=news.letter.pk, received_on__isnull=True, note__isnull=True)
    enclosed.filter(delivered_on=news.letter.sent_on).update(received_on=news.letter.delivered_on)


@transaction.atomic
def make_available(
    *, case: Case, part: int, available_on: dt.date, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    seen: int | None = None,
) -> Delivery:  # fmt: skip
    """A part lies ready to be fetched or seen; the applicant is told. The promise is kept: coming for it is theirs.

    Raises Invalid (field `part` or `available_on`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.MAKE_AVAILABLE, fresh, acting_user, on)
    row = row_of(fresh, part)
    only(row, PartState.PROMISED)
    if problems := tuple(ready_problems(row.given, available_on, noticed_on=noticed_on(row), on=on)):
        raise Invalid(problems)
    row.available_on = available_on
    row.next_step_on = next_step_on(row, current_calendar())
    row.save(update_fields=["available_on", "next_step_on"])
    ledger.meet(fresh, PROMISE, on=available_on, part=part)
    payload = PartAvailable(letter=row.letter_id, part=part, available_on=available_on.isoformat())
    record(fresh, payload, author=author, on=on, at=at)
    tell(fresh, Template.PART_AVAILABLE, part, at)
    return row


@transaction.atomic
def deliver(
    *, case: Case, part: int, delivered_on: dt.date, how: str, acting_user: AbstractBaseUser, on: dt.date,
    at: dt.datetime, given: Sequence[File] = (), proof: File | None = None, received_on: dt.date | None = None,
    redacted: bool = False, seen: int | None = None,
) -> Delivery:  # fmt: skip
    """A part was handed over on `delivered_on`; the last one closes the case. Late or in time, it is recorded the same.

    `given` is what the applicant may download; `redacted` is the officer's word that what is withheld is burnt out of
    them. `received_on`: when the applicant had it, where known by now. Raises Invalid (field `part`, `delivered_on`,
    `how`, `given`, `proof`, `received_on` or `redacted`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.DELIVER_PART, fresh, acting_user, on)
    row = row_of(fresh, part)
    only(row, PartState.PROMISED, PartState.AVAILABLE, PartState.SET_ASIDE)
    content = NoticeContent.from_json(row.letter.content)
    if how == HandedHow.VIEWED:
        text = say("Yang dilihat di tempat dicatat dengan berita acara. Pilih langkah “Catat berita acara melihat”.")
        raise Invalid([Problem("how", text)])
    handing = Handing(
        how=how, delivered_on=delivered_on, given=len(given), proof=proof is not None, received_on=received_on,
        withheld=content.withholds, redacted=redacted,
    )  # fmt: skip
    handing.checked(noticed_on=noticed_on(row), on=on)
    files, kept = _stored(given), stored_paper(proof, field="proof", name="bukti") if proof else None
    row.delivered_on, row.how, row.received_on = delivered_on, how, handing.arrived_on
    row.next_step_on, row.recorded_by_id = None, acting_user.pk
    end_visit(row, VisitEnd.REPLACED, on)
    note = _note(row, content, files, acting_user, on)
    row.note = give(fresh, LetterKind.DELIVERY, note.as_json(), on=on, at=at, user=acting_user)
    row.save()
    _keep(row, files, kept)
    due = due_of(row)
    ledger.meet(fresh, PROMISE, on=delivered_on, part=part)
    rest(fresh, delivered_on)
    record(
        fresh,
        PartDelivered(
            letter=row.letter_id, part=part, delivered_on=delivered_on.isoformat(), how=how,
            due=due.isoformat() if due else None,
            received_on=row.received_on.isoformat() if row.received_on else None, note=row.note.pk,
            files=tuple(fingerprint(fresh.salt, file.sha256) for file in files),
            proof=fingerprint(fresh.salt, kept.sha256) if kept else "",
        ),
        author=author, on=on, at=at,
    )  # fmt: skip
    tell(fresh, Template.PART_DELIVERED, part, at)
    return row


@transaction.atomic
def record_receipt(
    *, case: Case, part: int, received_on: dt.date, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    proof: File | None = None, seen: int | None = None,
) -> Delivery:  # fmt: skip
    """The applicant has a part: the arrival of what was carried, or the delivery note signed by both, uploaded.

    Raises Invalid (field `part`, `received_on` or `proof`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.RECORD_RECEIPT, fresh, acting_user, on)
    row = row_of(fresh, part)
    if row.delivered_on is None:
        raise Unlawful(say("Bagian ini belum diserahkan. Catat dahulu penyerahannya."))
    if row.received_on is not None and row.received_on != received_on:
        text = say("Tanggal diterima pemohon sudah tercatat. Tulis tanggal yang sama, atau unggah buktinya saja.")
        raise Invalid([Problem("received_on", text)])
    if problems := tuple(receipt_problems(received_on, delivered_on=row.delivered_on, on=on)):
        raise Invalid(problems)
    if proof is None:
        text = say("Bukti belum dipilih. Unggah tanda penyerahan yang ditandatangani, atau bukti tiba.")
        raise Invalid([Problem("proof", text)])
    kept = stored_paper(proof, field="proof", name="bukti")
    row.received_on = received_on
    row.save(update_fields=["received_on"])
    _keep(row, (), kept)
    payload = PartReceived(
        letter=row.letter_id, part=part, received_on=received_on.isoformat(),
        proof=fingerprint(fresh.salt, kept.sha256),
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    return row


@transaction.atomic
def reopen(
    *, case: Case, part: int, asked_on: dt.date, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    seen: int | None = None,
) -> Delivery:  # fmt: skip
    """The applicant asks for what was set aside: it lies ready again from `asked_on`, and the reminders start anew.

    Raises Invalid (field `part` or `asked_on`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.REOPEN_PART, fresh, acting_user, on)
    row = row_of(fresh, part)
    only(row, PartState.SET_ASIDE)
    if problems := tuple(day_problems("asked_on", asked_on, since=row.set_aside_on or on, on=on)):
        raise Invalid(problems)
    row.available_on, row.set_aside_on, row.first_reminder_on, row.second_reminder_on = asked_on, None, None, None
    row.next_step_on = next_step_on(row, current_calendar())
    row.save()
    fresh.closed_on = None
    fresh.save(update_fields=["closed_on"])
    payload = PartReopened(letter=row.letter_id, part=part, asked_on=asked_on.isoformat())
    record(fresh, payload, author=author, on=on, at=at)
    tell(fresh, Template.PART_AVAILABLE, part, at)
    return row


def _author(news: Sent) -> int | None:
    return news.author.user.pk if news.author.user else None


def _stored(files: Sequence[File]) -> list[PrivateFile]:
    """What is given, as private files; a file that the office does not take is named."""
    if len(files) > MOST_FILES:
        text = say("Paling banyak %(most)d berkas sekali penyerahan. Gabungkan beberapa berkas.")
        raise Invalid([Problem("given", text, {"most": MOST_FILES})])
    kept = []
    for file in files:
        try:
            kept.append(PrivateFile.store(file, file.name or "informasi"))
        except FileRefused as error:
            said = {"name": file.name or "", "why": str(error)}
            raise Invalid([Problem("given", say("Berkas “%(name)s”: %(why)s"), said)]) from error
    return kept


def _keep(row: Delivery, given: Iterable[PrivateFile], proof: PrivateFile | None) -> None:
    papers = [(file, CaseFile.Role.ANSWER) for file in given]
    if proof is not None:
        papers.append((proof, CaseFile.Role.PROOF))
    CaseFile.objects.bulk_create(
        CaseFile(case_id=row.case_id, file=file, role=role, delivery=row) for file, role in papers
    )


def _note(
    row: Delivery, content: NoticeContent, given: Sequence[PrivateFile], user: AbstractBaseUser, on: dt.date
) -> DeliveryNote:
    part, (officer, position) = row.given, signer(user, on)
    return DeliveryNote(
        notice_number=row.letter.number,
        notice_on=noticed_on(row),
        part=row.part,
        parts=len(content.parts),
        material=part.material,
        forms=tuple(str(form) for form in part.forms),
        how=row.how,
        delivered_on=row.delivered_on or on,
        officer=officer,
        position=position,
        files=tuple(GivenFile(file.name, file.size, file.sha256) for file in given),
    )

"""What units ask and tell each other about a request, without moving it (Permendagri 3/2017: PPID utama and pembantu).

The words stay inside the office: the log says that a unit asked and on which day, the applicant reads none of it.
"""

import datetime as dt
from collections.abc import Sequence

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.db import transaction

from ppid.access import Roles, roles_of
from ppid.actions import mail
from ppid.actions.log import Author, authorised, locked, record
from ppid.law import events_units
from ppid.law.desk_dates import desk_date_problem
from ppid.law.events import fingerprint
from ppid.law.procedure import MoveName
from ppid.law.refusals import Invalid, Problem, Unlawful, say
from ppid.models import (
    Case,
    Deadline,
    FileRefused,
    InformationRequest,
    MailRecord,
    PrivateFile,
    Unit,
    UnitMessage,
    UnitMessageFile,
)
from ppid.models.unit_messages import TEXT_LENGTH

MOST_FILES = 10


@transaction.atomic
def ask(
    *, case: Case, text: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, unit: Unit | None = None,
    wants_answer: bool = True, due: dt.date | None = None, files: Sequence[File] = (), seen: int | None = None,
) -> UnitMessage:  # fmt: skip
    """PPID utama asks or tells `unit`; an assistant's unit that has the case asks PPID utama (`unit` is not read).

    `due` is the desk's own date for the answer; while the request runs, not after its last day.
    Raises Invalid (field `unit`, `text`, `due` or `papers`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.ASK_UNIT, fresh, acting_user, on)
    sender, recipient = _between(fresh, roles_of(acting_user, on), unit)
    words = _checked(text, "Pertanyaan")
    asked_by = due if wants_answer else None
    if problem := desk_date_problem(asked_by, due=_last_day(fresh, on), on=on, field="due"):
        raise Invalid([problem])
    message = UnitMessage(
        case=fresh, sender=sender, recipient=recipient, text=words, wants_answer=wants_answer, due=asked_by,
        written_by_id=acting_user.pk, written_on=on, written_at=at,
    )  # fmt: skip
    message.save(force_insert=True)
    prints = _keep(message, files, fresh.salt)
    payload = events_units.UnitAsked(
        message=message.pk, unit=message.unit.pk, by_unit=sender is not None, wants_answer=wants_answer,
        due=asked_by.isoformat() if asked_by else None, fingerprint=fingerprint(fresh.salt, words), files=prints,
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    facts: dict[str, object] = {"message": message.pk, "due": payload.due, "wants_answer": wants_answer}
    mail.enqueue(mail.to_unit(fresh, recipient, MailRecord.Template.UNIT_ASKED, on=on, at=at, facts=facts))
    return message


@transaction.atomic
def answer(
    *, question: UnitMessage, text: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    files: Sequence[File] = (),
) -> UnitMessage:  # fmt: skip
    """The asked unit answers, once; of two who answer at the same time the second is told.

    Raises Invalid (field `text` or `papers`) and Unlawful.
    """
    fresh, author = _opened(question, MoveName.ANSWER_UNIT, acting_user, on)
    asked = _still_open(question)
    if not _speaks_for(roles_of(acting_user, on), asked.recipient_id):
        raise Unlawful(say("Pertanyaan ini bukan kepada unit Anda."))
    words = _checked(text, "Jawaban")
    message = UnitMessage(
        case=fresh, sender=asked.recipient, recipient=asked.sender, text=words, question=asked,
        written_by_id=acting_user.pk, written_on=on, written_at=at,
    )  # fmt: skip
    message.save(force_insert=True)
    prints = _keep(message, files, fresh.salt)
    payload = events_units.UnitAnswered(
        question=asked.pk, message=message.pk, unit=message.unit.pk, by_unit=message.sender is not None,
        fingerprint=fingerprint(fresh.salt, words), files=prints,
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    return message


@transaction.atomic
def take_back(*, question: UnitMessage, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime) -> UnitMessage:
    """The asking unit needs no answer any more. Raises Unlawful."""
    fresh, author = _opened(question, MoveName.TAKE_BACK_QUESTION, acting_user, on)
    asked = _still_open(question)
    if not _speaks_for(roles_of(acting_user, on), asked.sender_id):
        raise Unlawful(say("Hanya unit yang bertanya dapat menarik pertanyaannya."))
    asked.taken_back_on = on
    asked.save(update_fields=["taken_back_on"])
    payload = events_units.UnitQuestionTakenBack(message=asked.pk, unit=asked.unit.pk)
    record(fresh, payload, author=author, on=on, at=at)
    return asked


def _opened(
    question: UnitMessage, name: MoveName, user: AbstractBaseUser, on: dt.date
) -> tuple[InformationRequest, Author]:
    fresh = locked(question.case)
    return fresh, authorised(name, fresh, user, on)


def _still_open(question: UnitMessage) -> UnitMessage:
    """The question as it is now, under the lock of its case."""
    asked = UnitMessage.objects.select_related("sender", "recipient").get(pk=question.pk)
    if not asked.wants_answer or asked.taken_back_on is not None:
        raise Unlawful(say("Pertanyaan ini sudah ditarik atau tidak meminta jawaban."))
    if UnitMessage.objects.filter(question=asked).exists():
        raise Unlawful(say("Pertanyaan ini sudah dijawab. Muat ulang halamannya."))
    return asked


def _between(case: InformationRequest, roles: Roles, unit: Unit | None) -> tuple[Unit | None, Unit | None]:
    """Who speaks to whom: PPID utama to the named unit, or the case's own unit to PPID utama."""
    if not roles.works_main:
        if case.unit_id not in roles.units:
            raise Unlawful(say("Permohonan ini tidak berada di unit Anda. Muat ulang halaman kasus."))
        return case.unit, None
    if unit is None or unit.kind != Unit.Kind.ASSISTANT:
        raise Invalid([Problem("unit", say("Unit belum dipilih. Pilih unit yang ditanya."))])
    if not unit.active:
        raise Invalid([Problem("unit", say("Unit ini tidak aktif lagi. Pilih unit lain."))])
    return None, unit


def _speaks_for(roles: Roles, unit: int | None) -> bool:
    return roles.works_main if unit is None else unit in roles.units


def _last_day(case: InformationRequest, on: dt.date) -> dt.date | None:
    """The governing last day while it still binds; an answered or late request leaves the desk its own dates."""
    governing = Deadline.objects.open().filter(case_id=case.pk, governs=True, due__gte=on).only("due").first()
    return governing.due if governing else None


def _checked(text: str, what: str) -> str:
    words = text.strip()
    if not words:
        empty = {
            "Pertanyaan": say("Pesan belum diisi. Tulis apa yang ditanyakan atau diberitahukan."),
            "Jawaban": say("Jawaban belum diisi. Tulis jawabannya."),
        }
        raise Invalid([Problem("text", empty[what])])
    if len(words) > TEXT_LENGTH:
        said = say("Pesan terlalu panjang. Ringkas menjadi %(most)s huruf.")
        raise Invalid([Problem("text", said, {"most": f"{TEXT_LENGTH:_}".replace("_", ".")})])
    return words


def _keep(message: UnitMessage, files: Sequence[File], salt: str) -> tuple[str, ...]:
    """Store the files with the message; their salted fingerprints for the log."""
    if len(files) > MOST_FILES:
        said = say("Berkas terlalu banyak. Pilih paling banyak %(most)d berkas.")
        raise Invalid([Problem("papers", said, {"most": MOST_FILES})])
    kept = []
    for upload in files:
        try:
            kept.append(PrivateFile.store(upload, upload.name or "berkas"))
        except FileRefused as error:
            raise Invalid([Problem("papers", f"{upload.name}: {error}" if upload.name else str(error))]) from error
    UnitMessageFile.objects.bulk_create(UnitMessageFile(message=message, file=file) for file in kept)
    return tuple(fingerprint(salt, file.sha256) for file in kept)

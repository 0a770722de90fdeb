"""Mail that came in by itself: taken in once, joined to its case by its reply address, decided on by a person."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import DatabaseError, IntegrityError, InterfaceError, OperationalError, transaction

from ppid.access import roles_of
from ppid.actions import complaints, intake, requests
from ppid.actions.log import SYSTEM, Author, locked, record
from ppid.law import events
from ppid.law.complaints import ComplaintClass, Handover
from ppid.law.events_intake import MailJoined
from ppid.law.filing import TEXT_LENGTH, Channel, Filing
from ppid.law.mail_intake import MailMoveName, MailState, require_mail
from ppid.law.procedure import DESK, Actor, Invalid, Problem, Unlawful
from ppid.law.refusals import say
from ppid.mailbox.message import Attached, ReadMail, read, read_plainly
from ppid.mailbox.server import Fetched
from ppid.models import Case, CaseFile, FileRefused, InformationRequest, Institution, PrivateFile
from ppid.models.files import private_storage
from ppid.models.incoming import FetchedMessage, IncomingMail, MailDecision, MailFile, MailReading
from ppid.models.reply import case_replied_to
from ppid.models.sealed import seal

MOST_FILES = 30
# The first bytes of Outlook's own wrapping (MS-OXTNEF, 2.1.3.1); there is no telling from outside what it holds.
TNEF = b"\x78\x9f\x3e\x22"


@dataclass(frozen=True)
class Source:
    """Where a message lies: mailbox, its UIDVALIDITY, its UID."""

    mailbox: str
    validity: int
    uid: int


def receive(*, source: Source, message: Fetched, at: dt.datetime) -> str:
    """Take a message in: `new`, `joined`, `automatic`, or `known` when it had come before. All of it or nothing.

    Read twice at once or again after a crash it is one mail: the fingerprint is unique, and so is its place.
    """
    mail = read(message.raw, whole=not message.cut)
    try:
        return _received_as(mail, source, message, at)
    except (OSError, IntegrityError, OperationalError, InterfaceError):
        # The disk or the database: the next round tries again.
        raise
    except Exception:
        # One mail that cannot be kept as it was read would hold up every later one for ever.
        return _received_as(read_plainly(message.raw), source, message, at)


def _received_as(mail: ReadMail, source: Source, message: Fetched, at: dt.datetime) -> str:
    stored: list[str] = []
    try:
        with transaction.atomic():
            before = IncomingMail.objects.filter(fingerprint=mail.fingerprint).first()
            told = "known" if before is not None else _take_in(mail, message, at, stored)
            kept = before or IncomingMail.objects.get(fingerprint=mail.fingerprint)
            FetchedMessage.objects.get_or_create(
                mailbox=source.mailbox, validity=source.validity, uid=source.uid, defaults={"mail": kept}
            )
            return told
    except IntegrityError:
        _remove(stored)
        if IncomingMail.objects.filter(fingerprint=mail.fingerprint).exists():
            # Another fetcher was faster by a moment; the next round notes the place.
            return "known"
        raise
    except BaseException:
        _remove(stored)
        raise


def _remove(stored: Iterable[str]) -> None:
    for path in stored:
        private_storage().delete(path)


def _take_in(mail: ReadMail, message: Fetched, at: dt.datetime, stored: list[str]) -> str:
    received_at, known_by = _received(mail, message, at)
    case = case_replied_to(mail.recipients, mail.references)
    state = MailState.AUTOMATIC if mail.automatic else MailState.JOINED if case else MailState.NEW
    row = IncomingMail(
        fingerprint=mail.fingerprint, received_at=received_at, received_by=known_by,
        received_on=Institution.load().day_of(received_at), fetched_at=at, size=message.size,
        automatic=mail.automatic, cut=mail.cut or message.cut, broken=mail.broken, state=state, case=case,
    )  # fmt: skip
    row.content = {
        "name": mail.sender_name[:200], "address": mail.sender, "subject": mail.subject[:1000], "text": mail.text,
        "message_id": mail.message_id,
    }  # fmt: skip
    row.save(force_insert=True)
    for number, attached in enumerate(mail.attached):
        _keep_file(row, attached, message, number, stored)
    if state is MailState.JOINED and case is not None:
        _join(row, case, SYSTEM, at)
        return "joined"
    return str(state)


def _received(mail: ReadMail, message: Fetched, at: dt.datetime) -> tuple[dt.datetime, str]:
    """When it reached our server: the server's own word, else the topmost Received line; never in the future."""
    for moment, known_by in ((message.arrived, "internaldate"), (mail.hop, "received")):
        if moment is not None and moment <= at + dt.timedelta(minutes=5):
            return min(moment, at), known_by
    return at, "fetched"


def _keep_file(row: IncomingMail, attached: Attached, message: Fetched, number: int, stored: list[str]) -> None:
    note = MailFile(mail=row, name_sealed=seal(attached.name[:200]), size=len(attached.content))
    if message.cut or not attached.whole:
        note.refused = say("Surel terlalu besar; lampirannya tidak diambil dan tetap ada di kotak surat.")
    elif number >= MOST_FILES:
        note.refused = say("Lampiran terlalu banyak; yang ini tidak diambil dan tetap ada di kotak surat.")
    elif attached.content.startswith(TNEF):
        note.refused = say(
            "Lampiran terbungkus winmail.dat (TNEF) dari Outlook. Minta pengirim mengirim ulang sebagai PDF."
        )
    else:
        try:
            note.file = PrivateFile.store(attached.content, attached.name)
        except FileRefused as error:
            note.refused = str(error)[:300]
        except Exception as error:
            if isinstance(error, DatabaseError) or (isinstance(error, OSError) and error.errno is not None):
                raise
            # A file so broken that looking into it fails; the mail must come in all the same.
            note.refused = say("Berkas rusak dan tidak dapat dibaca; aslinya tetap ada di kotak surat.")
        else:
            stored.append(note.file.stored_as)
    note.save(force_insert=True)


def _join(
    row: IncomingMail, case: InformationRequest, author: Author, at: dt.datetime, *, registered: bool = False
) -> None:
    """The mail and its files become part of the case, with an event that names nobody."""
    fresh = locked(case)
    marks = []
    for held in row.files.filter(file__isnull=False).select_related("file"):
        if held.file is not None:
            CaseFile.objects.get_or_create(case_id=fresh.pk, file=held.file, role=held.role)
            marks.append(events.fingerprint(fresh.salt, held.file.sha256))
    content = row.content
    record(
        fresh,
        MailJoined(
            mail=row.pk, received_at=row.received_at.astimezone(dt.UTC).isoformat(), attachments=tuple(marks),
            fingerprint=events.fingerprint(fresh.salt, [content["subject"], content["text"]]), registered=registered,
        ),
        author=author, on=Institution.load().day_of(at), at=at,
    )  # fmt: skip


def opened(mail: IncomingMail, *, user: AbstractBaseUser, role: str, at: dt.datetime) -> dict[str, Any]:
    """Open what a mail says, and write down who did. The row stands before the words leave (law.md §1.8, Ps 54)."""
    MailReading.objects.create(mail=mail, user_id=user.pk, role=role, at=at)
    return mail.content


def _author(user: AbstractBaseUser, on: dt.date) -> Author:
    actors = roles_of(user, on).actors & DESK
    if not actors:
        raise Unlawful(say("Surel masuk ditangani petugas atau PPID."))
    return Author(user, next(actor for actor in Actor if actor in actors))


def _locked_mail(mail: IncomingMail, name: MailMoveName) -> IncomingMail:
    fresh = IncomingMail.objects.select_for_update().get(pk=mail.pk)
    fresh.state = require_mail(name, MailState(fresh.state)).target
    return fresh


def _decided(mail: IncomingMail, name: MailMoveName, user: AbstractBaseUser, at: dt.datetime, reason: str = "") -> None:
    MailDecision.objects.create(mail=mail, move=name, user_id=user.pk, at=at, reason_sealed=seal(reason.strip()))


@transaction.atomic
def register(
    *, mail: IncomingMail, roles: Mapping[int, str], token: str, read: Callable[[Mapping[str, str]], Filing],
    channel: Channel, received_at: dt.datetime, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    read_back: bool = False,
) -> InformationRequest | None:  # fmt: skip
    """Make a request of the mail; the number leaves by e-mail (PERKI 1/2021 Ps 30(2)). `roles` of its files."""
    fresh = _locked_mail(mail, MailMoveName.REGISTER)
    author = _author(acting_user, on)
    case = intake.register(
        token=token, read=read, channel=channel, received_at=received_at, acting_user=acting_user, on=on, at=at,
        read_back=read_back,
    )  # fmt: skip
    if case is None:
        return None
    for held in fresh.files.filter(pk__in=roles):
        held.role = CaseFile.Role(roles[held.pk])
        held.save(update_fields=["role"])
    fresh.case, fresh.done_at = case, at
    fresh.save(update_fields=["state", "case", "done_at"])
    _join(fresh, case, author, at, registered=True)
    _decided(fresh, MailMoveName.REGISTER, acting_user, at)
    return case


@transaction.atomic
def join(
    *, mail: IncomingMail, case: Case | None, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime
) -> IncomingMail:
    """An officer finds that the mail belongs to a case that is there already. Raises Invalid (`number`), Unlawful."""
    if not isinstance(case, InformationRequest):
        raise Invalid([Problem("number", say("Nomor itu tidak ada di antara permohonan. Periksa nomornya."))])
    fresh = _locked_mail(mail, MailMoveName.JOIN)
    author = _author(acting_user, on)
    fresh.case, fresh.done_at = case, at
    fresh.save(update_fields=["state", "case", "done_at"])
    _join(fresh, case, author, at)
    _decided(fresh, MailMoveName.JOIN, acting_user, at)
    return fresh


@transaction.atomic
def hand_over(
    *, mail: IncomingMail, kind: str, reason: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime
) -> InformationRequest:
    """The mail is a complaint: it gets its number (no wrong door, law.md §5.3) and goes to the complaints' desk as a
    whole, its clocks counted from the day on which the mail came. Raises Invalid (`kind`, `reason`) and Unlawful."""
    if kind not in set(ComplaintClass):
        raise Invalid([Problem("kind", say("Jenis aduan belum dipilih. Pilih salah satu."))])
    if not reason.strip():
        raise Invalid([Problem("reason", say("Alasan belum diisi. Tulis mengapa; alasan ini disimpan."))])
    fresh = _locked_mail(mail, MailMoveName.HAND_OVER)
    author = _author(acting_user, on)
    content = fresh.content
    words = "\n\n".join(part for part in (content["subject"], content["text"]) if part)[:TEXT_LENGTH]
    filing = Filing(
        name=content["name"] or content["address"], details=words or say("(surel tanpa isi)"), email=content["address"],
        submission=fresh.fingerprint,
    )  # fmt: skip
    case = requests.file(
        filing=filing, channel=Channel.EMAIL, received_at=fresh.received_at, at=at, acting_user=acting_user
    ).case
    fresh.case, fresh.done_at = case, at
    fresh.save(update_fields=["state", "case", "done_at"])
    _join(fresh, case, author, at, registered=True)
    handover = Handover(whole=True, matter=words or filing.details, kind=ComplaintClass(kind))
    complaints.hand_over(case=case, handover=handover, acting_user=acting_user, on=on, at=at)
    _decided(fresh, MailMoveName.HAND_OVER, acting_user, at, reason)
    return case


@transaction.atomic
def decide(
    *, mail: IncomingMail, name: MailMoveName, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    reason: str = "",
) -> IncomingMail:  # fmt: skip
    """Every other move of the table: put aside with a reason and kept, or brought back. Raises Invalid, Unlawful."""
    if name is MailMoveName.HAND_OVER:
        raise ValueError("a complaint is handed over by `hand_over`")
    fresh = _locked_mail(mail, name)
    _author(acting_user, on)
    if name is MailMoveName.BACK and fresh.case_id is not None:
        raise Unlawful(say("Surel ini sudah terdaftar sebagai aduan. Lanjutkan sebagai permohonan di kasusnya."))
    if require_reason(name) and not reason.strip():
        raise Invalid([Problem("reason", say("Alasan belum diisi. Tulis mengapa; alasan ini disimpan."))])
    fresh.done_at = None if name is MailMoveName.BACK else at
    fresh.save(update_fields=["state", "done_at"])
    _decided(fresh, name, acting_user, at, reason)
    return fresh


def require_reason(name: MailMoveName) -> bool:
    return name in {MailMoveName.NOT_REQUEST, MailMoveName.SPAM, MailMoveName.BACK}

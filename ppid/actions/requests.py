"""The life of an information request: one verb, one function, one transaction (UU 14/2008 Ps 22; PERKI 1/2021).

Every verb locks the case, asks `law.procedure`, writes rows, one event and the queue row, or nothing at all. What the
law does not allow raises `Unlawful` with the Indonesian reason.
"""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, transaction

from ppid import tasks
from ppid.access import roles_of
from ppid.actions import ledger, mail, queue
from ppid.actions.applicants import applicant_of
from ppid.actions.completeness import declare_complete
from ppid.actions.dispositions import dispose
from ppid.actions.drafting import give_receipt
from ppid.actions.letters import attach_signed, record_arrival, record_sending
from ppid.actions.log import APPLICANT, Author, record
from ppid.actions.notices import draft_notice
from ppid.actions.withdrawals import withdraw
from ppid.law import events
from ppid.law.calendar import Calendar
from ppid.law.filing import Channel, Filing
from ppid.law.procedure import Actor, Invalid, MoveName, Problem, State, Unlawful, move
from ppid.law.refusals import say
from ppid.models import (
    Case,
    CaseFile,
    Deadline,
    InformationRequest,
    MailRecord,
    NumberSeries,
    PrivateFile,
)
from ppid.models.cases import grouped, new_code
from ppid.models.numbering import written
from ppid.queries.calendar import current_calendar_and

__all__ = [
    "Attachment", "Filed", "attach_signed", "declare_complete", "dispose", "draft_notice", "file", "record_arrival",
    "record_sending", "withdraw",
]  # fmt: skip

Attachment = tuple[PrivateFile, str]


@dataclass(frozen=True)
class Filed:
    """A registered request. `repeated`: this sending had been registered before, and nothing new was written."""

    case: InformationRequest
    tracking_code: str
    repeated: bool = False


def file(
    *, filing: Filing, channel: Channel, received_at: dt.datetime, at: dt.datetime,
    acting_user: AbstractBaseUser | None = None, attachments: Sequence[Attachment] = (),
) -> Filed:  # fmt: skip
    """Register a request: number, tracking code, deadlines, first event, confirmation (UU 14/2008 Ps 22(4)).

    `received_at` is when it reached the body, `at` when it is registered. Without `acting_user` the applicant files.
    Raises Invalid. The same `filing.submission` gives the request that the first sending made.
    """
    filing.checked()
    if received_at > at:
        raise Invalid(
            [Problem("received_at", say("Waktu diterima di masa depan. Tulis kapan permohonan ini diterima."))]
        )
    try:
        with transaction.atomic():
            return _register(filing, channel, received_at, at, acting_user, attachments)
    except IntegrityError:
        # The unique mark of a sending lets one through, at once or a week apart; a refused one gave its number back.
        before = _sent_before(filing)
        if before is None:
            raise
    return Filed(before, before.tracking_code, repeated=True)


def _sent_before(filing: Filing) -> InformationRequest | None:
    mark = _mark_of(filing)
    return InformationRequest.objects.filter(submission=mark).select_related("applicant").first() if mark else None


def _mark_of(filing: Filing) -> uuid.UUID | None:
    try:
        return uuid.UUID(filing.submission) if filing.submission else None
    except ValueError:
        # Only a tampered form has another mark; it is registered like one without.
        return None


def _register(  # noqa: PLR0917
    filing: Filing, channel: Channel, received_at: dt.datetime, at: dt.datetime,
    user: AbstractBaseUser | None, attachments: Sequence[Attachment],
) -> Filed:  # fmt: skip
    calendar, institution = current_calendar_and("time_zone", "request_number_format")
    received_on, today = institution.day_of(received_at), institution.day_of(at)
    author = _filing_author(user, today)
    code = new_code()
    seq = NumberSeries.take("request", today.year)
    case = InformationRequest(
        kind=Case.Kind.REQUEST,
        number=written(institution.request_number_format, seq=seq, day=today),
        channel=channel, state=State.REGISTERED, received_at=received_at, received_on=received_on,
        registered_at=at, submission=_mark_of(filing), applicant=applicant_of(filing), details=filing.details.strip(),
        purpose=filing.purpose.strip(), access_way=filing.access_way or "", copy_form=filing.copy_form or "",
        delivery_way=filing.delivery_way or "",
    )  # fmt: skip
    case.set_tracking_code(code)
    case.index_details()
    case.save(force_insert=True)
    deadlines = _first_deadlines(case, calendar, today, at)
    Deadline.objects.bulk_create(deadlines)
    if attachments:
        CaseFile.objects.bulk_create(CaseFile(case=case, file=file, role=role) for file, role in attachments)
    record(
        case,
        events.Registered(
            number=case.number, channel=channel, received_at=received_at.astimezone(dt.UTC).isoformat(),
            received_on=received_on.isoformat(), terms=ledger.said(deadlines),
            fingerprint=events.fingerprint(case.salt, _content(filing)),
            attachments=tuple(events.fingerprint(case.salt, file.sha256) for file, _role in attachments),
        ),
        author=author, on=today, at=at, first=True,
    )  # fmt: skip
    effects: list[tuple[tasks.IdTask, int]] = [(tasks.render_letter, give_receipt(case, at).pk)]
    told = mail.prepared(case, MailRecord.Template.RECEIVED, MailRecord.Audience.APPLICANT, at=at)
    if told is not None:
        told.save(force_insert=True)
        effects.append((tasks.send_mail, told.pk))
    queue.enqueue_together(*effects)
    return Filed(case, grouped(code))


def _filing_author(user: AbstractBaseUser | None, today: dt.date) -> Author:
    row = move(MoveName.FILE)
    if user is None:
        return APPLICANT
    actors = roles_of(user, today).actors & row.actors
    if not actors:
        raise Unlawful(
            say("“%(move)s” bukan wewenang peran Anda. Mintalah petugas atau PPID melakukannya."), move=row.label
        )
    return Author(user, next(actor for actor in Actor if actor in actors))


def _first_deadlines(case: Case, calendar: Calendar, today: dt.date, at: dt.datetime) -> list[Deadline]:
    """UU 14/2008 Ps 22(7): ten working days since the receipt, never restarted. PERKI 31(2): three since recorded."""
    return [
        ledger.derived(case, "REQ_NOTICE_UU", from_day=case.received_on, calendar=calendar, at=at, governs=True),
        ledger.derived(case, "REQ_COMPLETENESS_CHECK", from_day=today, calendar=calendar, at=at),
    ]


def _content(filing: Filing) -> dict[str, object]:
    return {name: value for name, value in asdict(filing).items() if name != "submission"}

"""An objection is registered: number, tracking code, clock, log, receipt (UU 14/2008 Ps 35–36; PERKI 1/2021 Ps 41–42).

Only the applicant or the proxy files one. Late and premature ones are registered too and marked; the superior answers
them like any other.
"""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils.formats import date_format

from ppid import tasks
from ppid.access import roles_of
from ppid.actions import ledger, mail, queue
from ppid.actions.applicants import applicant_of, same_applicant
from ppid.actions.drafting import give_receipt
from ppid.actions.log import APPLICANT, Author, locked, record
from ppid.law import events
from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.clock import due_of
from ppid.law.events_objection import Objected, ObjectionRegistered
from ppid.law.filing import Channel
from ppid.law.objections import GROUNDS, Facts, Ground, ObjectionFiling, day_zero, not_before_time
from ppid.law.procedure import Actor, Invalid, MoveName, Problem, State, Unlawful
from ppid.law.procedure_objection import move
from ppid.law.refusals import say
from ppid.law.terms import term
from ppid.models import (
    Applicant,
    Case,
    CaseFile,
    Deadline,
    InformationRequest,
    MailRecord,
    NumberSeries,
    Objection,
    ObjectionDraft,
    ObjectionGround,
    PrivateFile,
)
from ppid.models.cases import grouped, new_code
from ppid.models.numbering import written
from ppid.queries.calendar import current_calendar_and
from ppid.queries.rights import facts_of

__all__ = ["Attachment", "Filed", "file"]

Attachment = tuple[PrivateFile, str]


@dataclass(frozen=True)
class Filed:
    """A registered objection. `repeated`: this sending had been registered before, and nothing new was written."""

    case: Objection
    tracking_code: str
    repeated: bool = False


def file(
    *, filing: ObjectionFiling, channel: Channel, received_at: dt.datetime, at: dt.datetime,
    request: InformationRequest | None = None, acting_user: AbstractBaseUser | None = None,
    attachments: Sequence[Attachment] = (),
) -> Filed:  # fmt: skip
    """Register an objection about `request`, or for ground b without one.

    `received_at` is when it reached the body, `at` when it is registered; thirty working days run from the receipt
    (UU 14/2008 Ps 36(2)). Without `acting_user` the applicant files. Raises Invalid and Unlawful: a ground that this
    request was objected to on before is refused and the first objection named.
    """
    if received_at > at:
        raise Invalid(
            [Problem("received_at", say("Waktu diterima di masa depan. Tulis kapan keberatan ini diterima."))]
        )
    before = _sent_before(filing)
    if before is not None:
        return Filed(before, before.tracking_code, repeated=True)
    try:
        with transaction.atomic():
            return _register(filing, request, channel, received_at, at, acting_user, attachments)
    except IntegrityError:
        # One sending, or one ground of one request, said twice at the same moment.
        before = _sent_before(filing)
        if before is None:
            if request is not None:
                _refuse_repeated(request, filing.grounds)
            raise
    return Filed(before, before.tracking_code, repeated=True)


def _register(  # noqa: PLR0917
    filing: ObjectionFiling, request: InformationRequest | None, channel: Channel, received_at: dt.datetime,
    at: dt.datetime, user: AbstractBaseUser | None, attachments: Sequence[Attachment],
) -> Filed:  # fmt: skip
    calendar, institution = current_calendar_and("time_zone", "objection_number_format")
    received_on, today = institution.day_of(received_at), institution.day_of(at)
    filing.checked(has_request=request is not None, received_on=received_on)
    author = _filing_author(user, today)
    if request is not None:
        request = locked(request)
        _refuse_repeated(request, filing.grounds)
    facts = facts_of(request) if request is not None else Facts()
    code = new_code()
    seq = NumberSeries.take("objection", today.year)
    case = Objection(
        kind=Case.Kind.OBJECTION,
        number=written(institution.objection_number_format, seq=seq, day=today),
        channel=channel, state=State.REGISTERED, received_at=received_at, received_on=received_on, registered_at=at,
        submission=_mark_of(filing), request=request, applicant=_applicant(filing, request),
        unit=request.unit if request is not None else None, subject=_subject(filing, request),
        purpose=(filing.purpose or (request.purpose if request is not None else "")).strip(),
        reasons=filing.reasons.strip(), position=filing.position.strip(), helped_by=filing.helped_by.strip(),
    )  # fmt: skip
    case.set_tracking_code(code)
    case.save(force_insert=True)
    grounds = [_ground(case, letter, facts, filing.found_on, calendar) for letter in _in_order(filing.grounds)]
    ObjectionGround.objects.bulk_create(grounds)
    answer = ledger.derived(case, "OBJ_ANSWER", from_day=received_on, calendar=calendar, at=at, governs=True)
    answer.save(force_insert=True)
    if attachments:
        CaseFile.objects.bulk_create(CaseFile(case=case, file=file, role=role) for file, role in attachments)
    _note(case, filing, grounds, answer, attachments, author=author, on=today, at=at)
    _use_right(case, grounds, author=author, on=today, at=at)
    effects: list[tuple[tasks.IdTask, int]] = [(tasks.render_letter, give_receipt(case, at).pk)]
    for audience in (MailRecord.Audience.APPLICANT, MailRecord.Audience.SUPERIOR):
        told = mail.prepared(case, MailRecord.Template.OBJECTION_RECEIVED, audience, at=at)
        if told is not None:
            told.save(force_insert=True)
            effects.append((tasks.send_mail, told.pk))
    queue.enqueue_together(*effects)
    return Filed(case, grouped(code))


def _note(
    case: Objection, filing: ObjectionFiling, grounds: Sequence[ObjectionGround], answer: Deadline,
    attachments: Sequence[Attachment], *, author: Author, on: dt.date, at: dt.datetime,
) -> None:  # fmt: skip
    """The first event of the objection."""
    payload = ObjectionRegistered(
        number=case.number, request=case.request.number if case.request is not None else "", channel=case.channel,
        received_at=case.received_at.astimezone(dt.UTC).isoformat(), received_on=case.received_on.isoformat(),
        grounds={row.ground: row.until_latest.isoformat() if row.until_latest else None for row in grounds},
        terms=ledger.said([answer]), fingerprint=events.fingerprint(case.salt, _content(filing)),
        late=tuple(row.ground for row in grounds if row.late),
        early=tuple(row.ground for row in grounds if row.early),
        attachments=tuple(events.fingerprint(case.salt, file.sha256) for file, _role in attachments),
    )  # fmt: skip
    record(case, payload, author=author, on=on, at=at, first=True)


def _use_right(
    case: Objection, grounds: Sequence[ObjectionGround], *, author: Author, on: dt.date, at: dt.datetime
) -> None:
    """The request remembers that it was objected to; the right's own last days are met, its draft is used."""
    if case.request is None:
        return
    request = case.request
    for row in grounds:
        ledger.meet(request, "OBJ_FILE", on=case.received_on, part=GROUNDS[Ground(row.ground)].part)
    ObjectionDraft.objects.filter(request=request, sent__isnull=True).update(sent=case)
    payload = Objected(objection=case.number, grounds=tuple(row.ground for row in grounds))
    record(request, payload, author=author, on=on, at=at)


def _refuse_repeated(request: InformationRequest, grounds: Sequence[Ground]) -> None:
    """One ground of one request, one objection (law.md §2.8): the first one is named."""
    rows = ObjectionGround.objects.filter(request=request, ground__in=grounds).select_related("objection")
    first = rows.order_by("objection__registered_at", "pk").first()
    if first is None:
        return
    raise Invalid(
        [
            Problem(
                "grounds",
                say(
                    "Alasan huruf %(letter)s atas permohonan ini sudah diajukan dalam keberatan %(number)s pada "
                    "%(day)s. Ikuti keberatan itu, atau pilih alasan lain."
                ),
                {
                    "letter": first.ground, "number": first.objection.number,
                    "day": date_format(first.objection.received_on, "j F Y"),
                },
            )
        ]
    )  # fmt: skip


def _sent_before(filing: ObjectionFiling) -> Objection | None:
    mark = _mark_of(filing)
    return Objection.objects.filter(submission=mark).select_related("applicant").first() if mark else None


def _mark_of(filing: ObjectionFiling) -> uuid.UUID | None:
    try:
        return uuid.UUID(filing.submission) if filing.submission else None
    except ValueError:
        # Only a tampered form has another mark; it is registered like one without.
        return None


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


def _applicant(filing: ObjectionFiling, request: InformationRequest | None) -> Applicant:
    """Who objects: the one who asked, unless the objection names somebody (ground b, or a proxy of now)."""
    if filing.person is not None:
        return applicant_of(filing.person)
    if request is None:
        raise ValueError("an objection without a request names a person")
    return same_applicant(request.applicant)


def _subject(filing: ObjectionFiling, request: InformationRequest | None) -> str:
    if request is not None:
        return request.details
    return filing.person.details.strip() if filing.person is not None else ""


def _in_order(grounds: Sequence[Ground]) -> list[Ground]:
    wanted = frozenset(grounds)
    return [ground for ground in Ground if ground in wanted]


def _ground(
    case: Objection, ground: Ground, facts: Facts, named: dt.date | None, calendar: Calendar
) -> ObjectionGround:
    day = day_zero(ground, facts, named)
    latest = _last_day(day.latest, calendar)
    return ObjectionGround(
        objection=case, request=case.request, ground=ground, earliest=day.earliest, latest=day.latest,
        until=_last_day(day.earliest if day.counts else None, calendar), until_latest=latest,
        late=latest is not None and case.received_on > latest,
        early=not not_before_time(ground, facts, case.received_on),
    )  # fmt: skip


def _last_day(first: dt.date | None, calendar: Calendar) -> dt.date | None:
    """Thirty working days on (UU 14/2008 Ps 36(1)); None where nothing is counted or the year has no decree."""
    try:
        return due_of(term("OBJ_FILE"), first, calendar) if first else None
    except MissingDecree:
        return None


def _content(filing: ObjectionFiling) -> dict[str, object]:
    plain = asdict(replace(filing, person=None, submission=""))
    plain["grounds"] = [str(ground) for ground in filing.grounds]
    plain["found_on"] = filing.found_on.isoformat() if filing.found_on else None
    person = asdict(filing.person) if filing.person is not None else {}
    return {**plain, "person": {name: value for name, value in person.items() if name != "submission"}}

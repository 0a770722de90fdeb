"""Completing a request after its filing: by the applicant on the tracking page, or by the desk from paper."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.db import transaction

from ppid.actions import ledger, mail
from ppid.actions.completeness import require_stage
from ppid.actions.endings import require_present
from ppid.actions.log import authorised, locked, record
from ppid.actions.requests import Attachment, Filed, file
from ppid.law import events
from ppid.law.completing import Given
from ppid.law.events_completeness import ContinuedAsNew, ContinuesEarlier, PapersCompleted
from ppid.law.filing import AccessWay, ApplicantKind, Channel, CopyForm, DeliveryWay, Filing
from ppid.law.procedure import MoveName, Unlawful
from ppid.law.refusals import Invalid, Problem, say
from ppid.models import (
    Applicant,
    Case,
    CaseFile,
    Completion,
    CompletionFile,
    FileRefused,
    InformationRequest,
    Institution,
    MailRecord,
    PrivateFile,
)
from ppid.queries.completeness import FIX, check_of, fields_open, values_of

# What an applicant hands in and a new request takes along; letters, proofs and answers stay with the old one.
APPLICANTS_PAPERS = (
    CaseFile.Role.ATTACHMENT, CaseFile.Role.IDENTITY, CaseFile.Role.DEED, CaseFile.Role.AUTHORITY,
    CaseFile.Role.SPECIAL_AUTHORITY,
)  # fmt: skip
OF_APPLICANT = frozenset({"address", "phone", "email", "occupation"})
OF_CASE = frozenset({"purpose", "access_way", "copy_form", "delivery_way"})


@dataclass(frozen=True)
class Handed:
    """What came: the fields, the stored papers with their roles, how it came and on which day."""

    answers: Mapping[str, str] = field(default_factory=dict)
    papers: Sequence[Attachment] = ()
    how: Channel = Channel.WEB
    came_on: dt.date | None = None


def stored(upload: File, *, field: str) -> PrivateFile:
    """A paper of any type that the office takes; Invalid at `field` otherwise."""
    try:
        return PrivateFile.store(upload, upload.name or "berkas")
    except FileRefused as error:
        raise Invalid([Problem(field, str(error))]) from error


@transaction.atomic
def complete_papers(
    *, case: Case, handed: Handed, on: dt.date, at: dt.datetime, acting_user: AbstractBaseUser | None = None,
    seen: int | None = None, written: Completion | None = None,
) -> Completion:  # fmt: skip
    """Add what was missing (Ps 33(3)); the desk looks at it and declares the request complete.

    In time or late, it is taken: what lateness means is the desk's to decide (`accept_as_new`, or still checked).
    `written` is the row in which the applicant wrote it. Raises Invalid (by field, `came_on` or `papers`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.COMPLETE_PAPERS, fresh, acting_user, on)
    if acting_user is None:
        require_present(fresh)
    require_stage(fresh, MoveName.COMPLETE_PAPERS, on)
    came_on = handed.came_on or on
    _check_day(came_on, fresh.received_on, on)
    given = Given(handed.answers, len(handed.papers)).checked(fields_open(fresh))
    completion = written or Completion(case_id=fresh.pk, saved_at=at)
    completion.how, completion.came_on, completion.sent_at = handed.how, came_on, at
    completion.answers, completion.before = given.filled, _fill_in(fresh, given.filled)
    completion.save()
    for paper, role in handed.papers:
        CompletionFile.objects.get_or_create(completion=completion, file=paper, defaults={"role": role})
        CaseFile.objects.get_or_create(case_id=fresh.pk, file=paper, role=role)
    check = check_of(fresh)
    ledger.meet(fresh, FIX, on=came_on)
    record(
        fresh,
        PapersCompleted(
            completion=completion.pk, came_on=came_on.isoformat(), how=handed.how, fields=tuple(sorted(given.filled)),
            files=tuple(events.fingerprint(fresh.salt, paper.sha256) for paper, _role in handed.papers),
            fingerprint=events.fingerprint(fresh.salt, given.filled),
            due=check.due.isoformat() if check.due else None, in_time=not check.late if check.due else None,
        ),
        author=author, on=on, at=at,
    )  # fmt: skip
    if acting_user is None:
        mail.enqueue(mail.prepared(fresh, MailRecord.Template.COMPLETED, MailRecord.Audience.DESK, at=at))
    mail.enqueue(mail.prepared(fresh, MailRecord.Template.COMPLETED, MailRecord.Audience.APPLICANT, at=at))
    return completion


def _check_day(came_on: dt.date, received_on: dt.date, on: dt.date) -> None:
    if came_on > on:
        raise Invalid([Problem("came_on", say("Tanggal ini di masa depan. Tulis kapan kelengkapannya datang."))])
    if came_on < received_on:
        raise Invalid([Problem("came_on", say("Tanggal ini mendahului permohonan. Periksa kembali."))])


def _fill_in(case: InformationRequest, filled: Mapping[str, str]) -> dict[str, str]:
    """Write the values into applicant and request; gives back what stood there before."""
    before = {name: text for name, text in values_of(case).items() if name in filled}
    applicant = case.applicant
    for name in OF_APPLICANT & filled.keys():
        setattr(applicant, name, filled[name])
    if "identity" in filled:
        applicant.identity = "".join(filled["identity"].split())
    if (OF_APPLICANT | {"identity"}) & filled.keys():
        applicant.save()
    if ours := OF_CASE & filled.keys():
        for name in ours:
            setattr(case, name, filled[name])
        case.save(update_fields=sorted(ours))
    return before


@transaction.atomic
def accept_as_new(
    *, case: Case, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None
) -> Filed:
    """Register what came after the three days as a request of its own [I]: the rules are silent on it.

    The new one counts from the day the completion came. The old one keeps its number, its note and its UU clock.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.ACCEPT_AS_NEW, fresh, acting_user, on)
    require_stage(fresh, MoveName.ACCEPT_AS_NEW, on)
    came = Completion.objects.filter(case_id=fresh.pk, sent_at__isnull=False).order_by("-came_on", "-pk").first()
    if came is None or came.came_on is None:
        raise Unlawful(say("Tidak ada kelengkapan yang datang sesudah waktunya."))
    papers = [
        (use.file, use.role)
        for use in fresh.files.filter(role__in=APPLICANTS_PAPERS).select_related("file").order_by("pk")
    ]
    filed = file(
        filing=_as_filing(fresh), channel=Channel(came.how), received_at=_moment_of(came, at), at=at,
        acting_user=acting_user, attachments=papers,
    )  # fmt: skip
    filed.case.continues = fresh
    filed.case.save(update_fields=["continues"])
    record(filed.case, ContinuesEarlier(number=fresh.number), author=author, on=on, at=at)
    record(fresh, ContinuedAsNew(number=filed.case.number), author=author, on=on, at=at)
    return filed


def _moment_of(came: Completion, at: dt.datetime) -> dt.datetime:
    """When it reached the body: to the minute where the portal took it, at noon of its day where the desk wrote it."""
    zone = Institution.load().zone
    if came.how == Channel.WEB and came.sent_at is not None:
        return came.sent_at
    noon = dt.datetime.combine(came.came_on or at.date(), dt.time(12), tzinfo=zone)
    return min(noon, at)


def _as_filing(case: InformationRequest) -> Filing:
    applicant: Applicant = case.applicant
    return Filing(
        name=applicant.name, details=case.details, kind=ApplicantKind(applicant.kind), identity=applicant.identity,
        address=applicant.address, phone=applicant.phone, email=applicant.email, occupation=applicant.occupation,
        purpose=case.purpose, access_way=AccessWay(case.access_way) if case.access_way else None,
        copy_form=CopyForm(case.copy_form) if case.copy_form else None,
        delivery_way=DeliveryWay(case.delivery_way) if case.delivery_way else None,
        proxy_name=applicant.proxy_name, proxy_phone=applicant.proxy_phone, proxy_email=applicant.proxy_email,
        proxy_address=applicant.proxy_address, special_needs=applicant.special_needs, foreign=applicant.foreign,
    )  # fmt: skip

"""Deciding that a mail goes out: the record and its queue row, in the caller's transaction (architecture rule 8)."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from ppid import tasks
from ppid.models import AnyCase, Letter, MailRecord, Unit, bulk, unit_addresses
from ppid.models.sealed import blind_index, seal

Audience = MailRecord.Audience
Template = MailRecord.Template


def prepared(
    case: AnyCase, template: Template, audience: Audience, *, at: dt.datetime,
    letter: Letter | None = None, facts: dict[str, object] | None = None, secret: str = "",
) -> MailRecord | None:  # fmt: skip
    """The record, not yet saved; None for an applicant who gave no address."""
    address = case.applicant.mail_address if audience is Audience.APPLICANT else ""
    if audience is Audience.APPLICANT and not address:
        return None
    return MailRecord(
        case_id=case.pk, letter=letter, template=template, audience=audience, facts=facts or {},
        to_digest=blind_index("mail", address.lower()), secret_sealed=seal(secret), created_at=at,
    )  # fmt: skip


def to_unit(
    case: AnyCase, unit: Unit | None, template: Template, *, on: dt.date, at: dt.datetime,
    facts: dict[str, object] | None = None,
) -> MailRecord | None:  # fmt: skip
    """The record of a mail to the officers of `unit` (None: to the desk of PPID utama), not yet saved; None for a unit
    that nobody can write to: neither a mailbox nor an officer."""
    if unit is None:
        return prepared(case, template, Audience.DESK, at=at, facts=facts)
    if not unit_addresses(unit, on):
        return None
    return prepared(case, template, Audience.UNIT, at=at, facts={"unit": unit.pk, **(facts or {})})


def enqueue(record: MailRecord | None) -> None:
    """Save one record and put it in the queue."""
    if record is not None:
        record.save()
        tasks.send_mail.enqueue(record.pk)


def enqueue_all(records: Iterable[MailRecord | None]) -> int:
    """Save many and put one row in the queue for all of them; gives how many."""
    wanted = [record for record in records if record is not None]
    if wanted:
        MailRecord.objects.bulk_create(wanted, batch_size=500)
        tasks.send_waiting.enqueue()
    return len(wanted)


class Notice(NamedTuple):
    """One of many mails: the case's key, whom it goes to, the applicant's address or "" for the desk, and its facts."""

    case: int
    audience: Audience
    address: str
    facts: dict[str, object]


def enqueue_rows(template: Template, notices: Iterable[Notice], *, at: dt.datetime) -> int:
    """`enqueue_all` for thousands: plain rows, and one row in the queue for all of them; gives how many."""
    rows = [
        (notice.case, str(notice.audience), blind_index("mail", notice.address.lower()), notice.facts)
        for notice in notices
    ]
    if rows:
        bulk.insert(MailRecord, ("case_id", "audience", "to_digest", "facts"), rows, template=template, created_at=at)
        tasks.send_waiting.enqueue()
    return len(rows)

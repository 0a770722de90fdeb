"""The one extension: its letter drafted in time; its sending moves the last day (UU 14/2008 Ps 22(8); PERKI Ps 36)."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ppid.actions import ledger, mail
from ppid.actions.drafting import draft
from ppid.actions.effects import Sent
from ppid.actions.log import locked, record
from ppid.law.events_extension import Extended
from ppid.law.extension import EXTENDS, TERM, ExtensionContent, ExtensionGround, check_dates, check_may_extend
from ppid.law.letters import LetterKind, SentHow
from ppid.law.refusals import Invalid, Problem, say
from ppid.models import Appointment, Case, Deadline, Letter, MailRecord
from ppid.queries.calendar import current_calendar

# The clock from completeness stands beside the UU's and is extended by the same letter (PERKI 1/2021 Ps 36).
COMPARED = "REQ_NOTICE_PERKI"


@transaction.atomic
def draft_extension(
    *, case: Case, grounds: Iterable[ExtensionGround], reason: str, days: int, acting_user: AbstractBaseUser,
    on: dt.date, at: dt.datetime, signer: Appointment | None = None, seen: int | None = None,
) -> Letter:  # fmt: skip
    """Write the letter of extension, or write it anew while it is not sent. Raises Invalid and Unlawful: too late,
    extended before, no ground, no reason, or not one to seven days."""
    fresh = locked(case, seen=seen)
    content = extension_content(fresh, grounds=grounds, reason=reason, days=days, on=on)
    return draft(
        case=fresh, kind=LetterKind.EXTENSION, content=content, acting_user=acting_user, on=on, at=at, signer=signer,
        seen=seen,
    )  # fmt: skip


def extension_content(
    case: Case, *, grounds: Iterable[ExtensionGround], reason: str, days: int, on: dt.date
) -> ExtensionContent:
    """What the letter would say if it left on `on`. Raises Invalid and Unlawful."""
    due = may_extend(case, on)
    return ExtensionContent.written(
        grounds=grounds, reason=reason, days=days, end_of_notice=due, calendar=current_calendar()
    )


def may_extend(case: Case, on: dt.date) -> dt.date:
    """Until when the letter of extension must have left, or Unlawful: too late, or extended before."""
    base = _base(case)
    return check_may_extend(due=base.due if base else None, extended_before=is_extended(case), on=on)


def is_extended(case: Case) -> bool:
    """Whether a letter of extension has left: it may leave once."""
    return Deadline.objects.standing().filter(case_id=case.pk, term=TERM).exists()


def sent(news: Sent) -> None:
    """The extended day governs from now on; the ten days are met, since the letter left before they were over."""
    case, letter = news.case, news.letter
    sent_on = letter.sent_on or news.on
    content = ExtensionContent.from_json(letter.content)
    due = may_extend(case, sent_on)
    calendar = current_calendar()
    check_dates(content, due=due, calendar=calendar)
    _check_recorded_late(news, due)
    ledger.meet(case, EXTENDS, COMPARED, on=sent_on)
    Deadline.objects.standing().filter(case_id=case.pk, term=EXTENDS).update(governs=False)
    row = ledger.derived(case, TERM, from_day=due, calendar=calendar, at=news.at, length=content.days, governs=True)
    row.save(force_insert=True)
    record(
        case,
        Extended(
            letter=letter.pk, grounds=tuple(str(ground) for ground in content.grounds), days=content.days,
            old=content.old_due.isoformat(), new=content.new_due.isoformat() if content.new_due else None,
            terms=ledger.said([row]),
        ),
        author=news.author, on=news.on, at=news.at,
    )  # fmt: skip
    mail.enqueue(
        mail.prepared(case, MailRecord.Template.EXTENDED, MailRecord.Audience.APPLICANT, at=news.at, letter=letter)
    )


def _base(case: Case) -> Deadline | None:
    return Deadline.objects.standing().filter(case_id=case.pk, term=EXTENDS).first()


def _check_recorded_late(news: Sent, due: dt.date) -> None:
    """What is written down after day ten must be shown to have left before it; the portal sends when it is written."""
    if news.on <= due:
        return
    if news.letter.sent_how == SentHow.PORTAL:
        text = say("Portal mengirim surat saat dicatat, dan hari terakhir sudah lewat. Pilih cara yang sebenarnya.")
        raise Invalid([Problem("how", text)])
    if news.proof is None:
        text = say("Hari terakhir sudah lewat. Lampirkan bukti bahwa surat ini disampaikan pada hari itu.")
        raise Invalid([Problem("proof", text)])

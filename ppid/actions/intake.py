"""Requests that did not come by the web form: entered by the desk with their true receipt (law.md §2.3, §2.4)."""

import datetime as dt
from collections.abc import Callable, Mapping

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ppid.actions import drafts
from ppid.actions.log import Author, authorised, locked, record
from ppid.law.events_intake import OralConfirmed
from ppid.law.filing import Channel, Filing
from ppid.law.procedure import Invalid, MoveName, Problem, Unlawful
from ppid.law.refusals import say
from ppid.models import Case, InformationRequest, Intake

# As many papers as one request entered at the desk may bring along.
PAPERS_AT_DESK = 20


@transaction.atomic
def register(
    *, token: str, read: Callable[[Mapping[str, str]], Filing], channel: Channel, received_at: dt.datetime,
    acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, read_back: bool = False,
) -> InformationRequest | None:  # fmt: skip
    """File what an officer wrote into the draft `token`; None when that draft had become a case before.

    `read_back`: an oral request was read back to the applicant, who agreed. Raises Invalid, Unlawful, DraftGone.
    """
    filings: list[Filing] = []

    def reading(answers: Mapping[str, str]) -> Filing:
        filings.append(read(answers))
        return filings[0]

    case = drafts.send(
        token=token, read=reading, at=at, channel=channel, received_at=received_at, acting_user=acting_user
    )
    if case is None:
        return None
    oral = channel is Channel.TELEPHONE
    helped_by = filings[0].helped_by.strip()
    if not (helped_by or (oral and read_back)):
        return case
    intake = Intake(case=case, helped_by=helped_by)
    if oral and read_back:
        intake.read_back_by_id, intake.read_back_at = acting_user.pk, at
        author = authorised(MoveName.CONFIRM_ORAL, case, acting_user, on)
        record(case, OralConfirmed(read_back_at=_utc(at)), author=author, on=on, at=at)
    intake.save(force_insert=True)
    return case


@transaction.atomic
def confirm_oral(
    *, case: Case, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None,
    read_back_at: dt.datetime | None = None, handed_on: dt.date | None = None, how: str = "",
) -> Intake:  # fmt: skip
    """Note that an oral request was read back (when) and that its copy was handed over (day, way); either or both.

    What was noted before stays as it is. Raises Invalid (field `read_back_at`, `handed_on` or `how`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.CONFIRM_ORAL, fresh, acting_user, on)
    if fresh.channel != Channel.TELEPHONE:
        raise Unlawful(say("Permohonan ini tidak diajukan secara lisan."))
    intake = Intake.objects.filter(case=fresh).first() or Intake(case=fresh)
    problems = tuple(_problems(intake, fresh, read_back_at, handed_on, how, on, at))
    if problems:
        raise Invalid(problems)
    if read_back_at is not None:
        intake.read_back_by_id, intake.read_back_at = acting_user.pk, read_back_at
    if handed_on is not None:
        intake.copy_handed_by_id, intake.copy_handed_on, intake.copy_handed_how = acting_user.pk, handed_on, how
    intake.save()
    _record(fresh, author, read_back_at, handed_on, how, on, at)
    return intake


def _problems(  # noqa: PLR0917
    intake: Intake, case: InformationRequest, read_back_at: dt.datetime | None, handed_on: dt.date | None, how: str,
    on: dt.date, at: dt.datetime,
) -> list[Problem]:  # fmt: skip
    found = []
    if read_back_at is None and handed_on is None:
        found.append(Problem("", say("Belum ada yang dicatat. Isi kapan dibacakan kembali atau kapan diserahkan.")))
    if read_back_at is not None:
        if intake.read_back_at is not None:
            found.append(Problem("read_back_at", say("Pembacaan kembali sudah dicatat.")))
        elif not case.received_at <= read_back_at <= at:
            found.append(Problem("read_back_at", say("Waktunya harus sejak permohonan diterima sampai sekarang.")))
    if handed_on is not None:
        if intake.copy_handed_on is not None:
            found.append(Problem("handed_on", say("Penyerahan salinan sudah dicatat.")))
        elif not case.received_on <= handed_on <= on:
            found.append(Problem("handed_on", say("Tanggalnya harus sejak permohonan diterima sampai hari ini.")))
        if how not in Intake.HandedHow.values:
            found.append(Problem("how", say("Cara menyerahkan salinan belum dipilih. Pilih salah satu.")))
    return found


def _record(  # noqa: PLR0917
    case: InformationRequest, author: Author, read_back_at: dt.datetime | None, handed_on: dt.date | None, how: str,
    on: dt.date, at: dt.datetime,
) -> None:  # fmt: skip
    record(
        case,
        OralConfirmed(
            read_back_at=_utc(read_back_at) if read_back_at else "",
            handed_on=handed_on.isoformat() if handed_on else "",
            how=how if handed_on else "",
        ),
        author=author, on=on, at=at,
    )  # fmt: skip


def _utc(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat()

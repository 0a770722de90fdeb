"""Taking a request back in writing, whole or in part: only the applicant or the proxy may (law.md §3)."""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.db import transaction

from ppid.actions import ledger, mail
from ppid.actions.endings import require_present
from ppid.actions.log import authorised, locked, record
from ppid.actions.uploads import stored_paper
from ppid.law import events
from ppid.law.events_party import WithdrawnInPart
from ppid.law.party import By, PartOfRequest, check_withdrawal
from ppid.law.procedure import MoveName, State
from ppid.law.refusals import Invalid, Problem, say
from ppid.models import Case, CaseFile, InformationRequest, MailRecord, PartWithdrawal, PrivateFile


@transaction.atomic
def withdraw(
    *, case: Case, on: dt.date, at: dt.datetime, acting_user: AbstractBaseUser | None = None,
    paper: File | None = None, by: By = By.APPLICANT, withdrawn_on: dt.date | None = None, seen: int | None = None,
) -> InformationRequest:  # fmt: skip
    """The applicant takes the request back: nothing more is owed. At the desk only with the written paper.

    Raises Invalid (field `paper` or `withdrawn_on`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.WITHDRAW, fresh, acting_user, on)
    day = withdrawn_on or on
    kept = _written(fresh, paper, day, on, by_desk=acting_user is not None)
    fresh.state, fresh.closed_on = State.WITHDRAWN, on
    fresh.save(update_fields=["state", "closed_on"])
    ledger.drop(fresh, at)
    payload = events.Withdrawn(withdrawn_on=day.isoformat(), by=by, paper=_mark(fresh, kept))
    record(fresh, payload, author=author, on=on, at=at)
    _tell(fresh, at, by_desk=acting_user is not None, facts={"withdrawn_on": day.isoformat()})
    return fresh


@transaction.atomic
def withdraw_part(
    *, case: Case, part: str, on: dt.date, at: dt.datetime, acting_user: AbstractBaseUser | None = None,
    paper: File | None = None, by: By = By.APPLICANT, withdrawn_on: dt.date | None = None, seen: int | None = None,
) -> PartWithdrawal:  # fmt: skip
    """A part is taken back; the rest runs on and no date moves.

    Raises Invalid (field `part`, `paper` or `withdrawn_on`) and Unlawful.
    """
    PartOfRequest(part).checked()
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.WITHDRAW_PART, fresh, acting_user, on)
    day = withdrawn_on or on
    kept = _written(fresh, paper, day, on, by_desk=acting_user is not None)
    row = PartWithdrawal.objects.create(case_id=fresh.pk, part=part.strip(), withdrawn_on=day, by=by, paper=kept)
    payload = WithdrawnInPart(
        withdrawal=row.pk, withdrawn_on=day.isoformat(), by=by, paper=_mark(fresh, kept),
        fingerprint=events.fingerprint(fresh.salt, row.part),
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    _tell(fresh, at, by_desk=acting_user is not None, facts={"withdrawn_on": day.isoformat(), "part": row.pk})
    return row


def _written(
    case: InformationRequest, paper: File | None, day: dt.date, on: dt.date, *, by_desk: bool
) -> PrivateFile | None:
    """The written paper, kept with the case. On the portal the typed words after the code are the writing."""
    if not by_desk:
        require_present(case)
    check_withdrawal(received_on=case.received_on, withdrawn_on=day, on=on)
    if paper is None:
        if by_desk:
            text = say("Surat pencabutan belum dipilih. Unggah surat dari pemohon atau kuasanya.")
            raise Invalid([Problem("paper", text)])
        return None
    kept = stored_paper(paper, field="paper", name="surat pencabutan")
    CaseFile.objects.create(case_id=case.pk, file=kept, role=CaseFile.Role.WITHDRAWAL)
    return kept


def _mark(case: InformationRequest, kept: PrivateFile | None) -> str:
    return events.fingerprint(case.salt, kept.sha256) if kept else ""


def _tell(case: InformationRequest, at: dt.datetime, *, by_desk: bool, facts: dict[str, object]) -> None:
    """Whoever did not write it is told, and the applicant always: nobody's request ends unseen."""
    mail.enqueue(mail.prepared(case, MailRecord.Template.WITHDRAWN, MailRecord.Audience.APPLICANT, at=at, facts=facts))
    if not by_desk:
        mail.enqueue(mail.prepared(case, MailRecord.Template.WITHDRAWN, MailRecord.Audience.DESK, at=at, facts=facts))

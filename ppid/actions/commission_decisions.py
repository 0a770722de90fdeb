"""A decision of the commission: recorded, followed to its finality, done (UU 14/2008 Ps 39, 46–50; PERKI Ps 52(3)).

Nothing is released before it binds: `settle` opens the desk's duty only from the day of finality on.
"""

import datetime as dt
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files.base import File
from django.db import transaction

from ppid.actions import ledger
from ppid.actions.log import SYSTEM, Author, authorised, locked_dispute, record
from ppid.law import events, events_dispute
from ppid.law.delivering import PROMISE
from ppid.law.disputes import BINDING, DecisionKind, Finality, Ruling, Stage, finality
from ppid.law.moves import MoveName, State
from ppid.law.refusals import Invalid, Problem, Unlawful, say
from ppid.models import CommissionDecision, Dispute, DisputeStage, PrivateFile
from ppid.queries.calendar import current_calendar

COURT_FIELDS = (
    "received_body_on", "received_applicant_on", "suit_on", "judged_body_on", "judged_applicant_on", "cassation_on",
    "last_judged_on",
)  # fmt: skip


@transaction.atomic
def record_decision(
    *, dispute: Dispute, kind: DecisionKind, number: str, read_on: dt.date, ruling: Ruling, file: File[Any],
    acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, ordered: str = "", comply_days: int | None = None,
    dissent: str = "", seen: int | None = None,
) -> CommissionDecision:  # fmt: skip
    """Take up a decision. One that orders something needs what and within how many working days. Raises Invalid."""
    fresh = locked_dispute(dispute, seen=seen)
    author = authorised(MoveName.RECORD_DECISION, fresh, acting_user, on)
    problems = []
    if not number.strip():
        problems.append(Problem("number", say("Nomor putusan belum diisi.")))
    if not fresh.applied_on <= read_on <= on:
        problems.append(Problem("read_on", say("Tanggal harus sejak permohonan sengketa sampai hari ini.")))
    if ruling in BINDING and (not ordered.strip() or not comply_days):
        text = say("Putusan ini memerintahkan sesuatu. Tulis apa, dan dalam berapa hari kerja.")
        problems.append(Problem("ordered", text))
    if (ruling is Ruling.AGREED) != (kind is DecisionKind.MEDIATION):
        problems.append(Problem("ruling", say("Kesepakatan hanya pada putusan mediasi, dan sebaliknya.")))
    if problems:
        raise Invalid(problems)
    row = CommissionDecision.objects.create(
        dispute=fresh, kind=kind, number=number.strip(), read_on=read_on, ruling=ruling, ordered=ordered.strip(),
        comply_days=comply_days if ruling in BINDING else None, dissent=dissent.strip(),
        file=PrivateFile.store(file, file.name or "putusan"),
    )  # fmt: skip
    if kind is not DecisionKind.INTERLOCUTORY or ruling is Ruling.LAPSED:
        _enter(fresh, Stage.DECIDED, read_on)
        ledger.meet(fresh, "DSP_TOTAL", "DSP_MEDIATION", "DSP_START", on=read_on)
    payload = events_dispute.DecisionRecorded(row.pk, kind, ruling, read_on.isoformat(), row.file.sha256)
    record(fresh, payload, author=author, on=on, at=at)
    _settle(fresh, row, author=author, on=on, at=at)
    return row


@transaction.atomic
def record_court(
    *, decision: CommissionDecision, facts: dict[str, dt.date | None], acting_user: AbstractBaseUser, on: dt.date,
    at: dt.datetime, court: str = "", seen: int | None = None,
) -> CommissionDecision:  # fmt: skip
    """What became known: who received the decision when, a suit, a judgment, a cassation. `facts`: COURT_FIELDS."""
    fresh = locked_dispute(decision.dispute, seen=seen)
    author = authorised(MoveName.RECORD_COURT, fresh, acting_user, on)
    row = CommissionDecision.objects.select_for_update().get(pk=decision.pk)
    if row.final_on is not None:
        raise Unlawful(say("Putusan ini sudah berkekuatan hukum tetap."))
    known = {name: day for name, day in facts.items() if name in COURT_FIELDS and day is not None}
    if not known:
        raise Invalid([Problem("received_body_on", say("Belum ada tanggal yang diisi. Isi yang sudah diketahui."))])
    wrong = [name for name, day in known.items() if not row.read_on <= day <= on]
    if wrong:
        text = say("Tanggal harus sejak putusan dibacakan sampai hari ini.")
        raise Invalid([Problem(name, text) for name in wrong])
    for name, day in known.items():
        setattr(row, name, day)
    row.court = court.strip() or row.court
    row.save(update_fields=[*known, "court"])
    if row.suit_on is not None and fresh.stage == Stage.DECIDED:
        _enter(fresh, Stage.COURT, row.suit_on)
    payload = events_dispute.CourtRecorded(row.pk, {name: day.isoformat() for name, day in known.items()})
    record(fresh, payload, author=author, on=on, at=at)
    _settle(fresh, row, author=author, on=on, at=at)
    return row


def settle(*, on: dt.date, at: dt.datetime) -> int:
    """The daily round: decisions that became final open their duty, once. Answers with how many."""
    waiting = CommissionDecision.objects.filter(final_on__isnull=True).exclude(kind=DecisionKind.INTERLOCUTORY)
    settled = 0
    for key, dispute in list(waiting.values_list("pk", "dispute_id")):
        with transaction.atomic():
            fresh = locked_dispute(Dispute.objects.get(pk=dispute))
            row = CommissionDecision.objects.get(pk=key)
            settled += _settle(fresh, row, author=SYSTEM, on=on, at=at)
    return settled


def stands(row: CommissionDecision) -> Finality:
    """Where the decision stands on its way to finality."""
    return finality(row.facts, current_calendar())


def _settle(fresh: Dispute, row: CommissionDecision, *, author: Author, on: dt.date, at: dt.datetime) -> bool:
    if row.final_on is not None or row.kind == DecisionKind.INTERLOCUTORY:
        return False
    found = stands(row)
    if found.on is None or not found.binds(on):
        return False
    row.final_on = found.on
    row.save(update_fields=["final_on"])
    due = None
    if row.ruling in BINDING:
        _enter(fresh, Stage.COMPLIANCE, found.on)
        duty = ledger.derived(
            fresh, PROMISE, from_day=found.on, calendar=current_calendar(), at=at, length=row.comply_days, governs=True
        )
        duty.save(force_insert=True)
        due = duty.due
    else:
        _enter(fresh, Stage.CLOSED, found.on)
        fresh.state, fresh.closed_on = State.CLOSED, found.on
        fresh.save(update_fields=["state", "closed_on"])
    payload = events_dispute.BecameFinal(row.pk, found.on.isoformat(), due.isoformat() if due else None)
    record(fresh, payload, author=author, on=on, at=at)
    return True


@transaction.atomic
def comply(
    *, dispute: Dispute, complied_on: dt.date, how: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    seen: int | None = None,
) -> None:  # fmt: skip
    """What was ordered has been done. Refused before the decision binds: until then nothing is released."""
    fresh = locked_dispute(dispute, seen=seen)
    author = authorised(MoveName.COMPLY, fresh, acting_user, on)
    row = fresh.decisions.filter(final_on__isnull=False, ruling__in=BINDING).order_by("-final_on").first()
    if row is None or row.final_on is None:
        raise Unlawful(say("Putusan belum berkekuatan hukum tetap; belum ada yang dilaksanakan atau dibuka."))
    problems = []
    if not how.strip():
        problems.append(Problem("how", say("Tulis apa yang dilaksanakan dan bagaimana.")))
    if not row.final_on <= complied_on <= on:
        problems.append(Problem("complied_on", say("Tanggal harus sejak berkekuatan hukum tetap sampai hari ini.")))
    if problems:
        raise Invalid(problems)
    ledger.meet(fresh, PROMISE, on=complied_on)
    _enter(fresh, Stage.CLOSED, complied_on)
    fresh.state, fresh.closed_on, fresh.complied_on = State.CLOSED, complied_on, complied_on
    fresh.save(update_fields=["state", "closed_on", "complied_on"])
    fingerprint = events.fingerprint(fresh.salt, how.strip())
    record(fresh, events_dispute.Complied(row.pk, complied_on.isoformat(), fingerprint), author=author, on=on, at=at)


@transaction.atomic
def enter_register(
    *, decision: CommissionDecision, entry: int, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime
) -> CommissionDecision:
    """What the decision opened stands in the register under the key `entry`. Once, and never before it binds."""
    fresh = locked_dispute(decision.dispute)
    author = authorised(MoveName.ENTER_REGISTER, fresh, acting_user, on)
    row = CommissionDecision.objects.get(pk=decision.pk)
    check_register(row)
    row.registered_on = on
    row.save(update_fields=["registered_on"])
    record(fresh, events_dispute.EnteredInRegister(row.pk, entry), author=author, on=on, at=at)
    return row


def check_register(row: CommissionDecision) -> None:
    """Unlawful unless what the decision opened may enter the register now."""
    if not row.opens:
        raise Unlawful(say("Putusan ini belum berkekuatan hukum tetap, atau tidak membuka informasi."))
    if row.registered_on is not None:
        raise Unlawful(say("Yang dibuka putusan ini sudah masuk daftar informasi publik."))


def _enter(fresh: Dispute, stage: Stage, day: dt.date) -> None:
    DisputeStage.objects.create(dispute=fresh, stage=stage, entered_on=day)
    fresh.stage = Dispute.Stage(stage)
    fresh.save(update_fields=["stage"])

"""Recording a dispute: the application, the commission's stages, the body's reasons, hearings (UU 14/2008 Ps 37–45)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files.base import File
from django.db import transaction

from ppid.access import roles_of
from ppid.actions import ledger
from ppid.actions.log import Author, authorised, locked_dispute, locked_objection, record
from ppid.law import events, events_dispute
from ppid.law.disputes import Stage, Track, check_grounds, check_reasons, tracks
from ppid.law.moves import MoveName, State
from ppid.law.procedure import Actor
from ppid.law.procedure_dispute import move
from ppid.law.refusals import Invalid, Problem, Unlawful, say
from ppid.models import (
    Case,
    Deadline,
    Dispute,
    DisputeReason,
    DisputeStage,
    Hearing,
    Institution,
    NumberSeries,
    Objection,
    PrivateFile,
)
from ppid.models.cases import new_code
from ppid.models.numbering import written
from ppid.queries.calendar import current_calendar

NUMBER_FORMAT = "{seq:03d}/SENGKETA/PPID/{year}"
# Counted from the day the commission had the application; the second is ambiguous and shown as "about".
TERMS = ("DSP_START", "DSP_TOTAL")
MEDIATION = "DSP_MEDIATION"
TRACKS = frozenset({Stage.MEDIATION, Stage.ADJUDICATION})
STAGES_BEFORE_DECISION = frozenset(Stage) - {Stage.DECIDED, Stage.COURT, Stage.COMPLIANCE, Stage.CLOSED}


@transaction.atomic
def record_application(
    *, objection: Objection, applied_on: dt.date, heard_on: dt.date, acting_user: AbstractBaseUser, on: dt.date,
    at: dt.datetime, commission_name: str = "", register_number: str = "", listed_grounds: Sequence[str] = (),
    commission_grounds: str = "",
) -> Dispute:  # fmt: skip
    """Register an application that the body heard of. `listed_grounds`: of the commission's own list, as it is
    configured now; the dispute keeps their words. Raises Invalid and Unlawful."""
    before = locked_objection(objection)
    actors = roles_of(acting_user, on).actors & move(MoveName.RECORD_APPLICATION).actors
    if not actors:
        raise Unlawful(say("Sengketa dicatat oleh PPID atau atasan PPID."))
    author = Author(acting_user, next(actor for actor in Actor if actor in actors))
    institution = Institution.load()
    commission = commission_name.strip() or institution.commission_name
    problems = []
    if not commission:
        problems.append(Problem("commission_name", say("Komisi Informasi belum diisi. Tulis namanya.")))
    if not before.received_on <= applied_on <= heard_on:
        text = say("Tanggal pengajuan harus sejak keberatan diterima sampai hari badan publik mengetahuinya.")
        problems.append(Problem("applied_on", text))
    if heard_on > on:
        problems.append(Problem("heard_on", say("Tanggal di masa depan. Tulis kapan badan publik mengetahuinya.")))
    if set(listed_grounds) - set(institution.commission_ground_lines):
        text = say("Daftar alasan komisi berubah sejak halaman ini dibuka. Pilih lagi.")
        problems.append(Problem("listed_grounds", text))
    if problems:
        raise Invalid(problems)
    grounds = "\n".join((*listed_grounds, *filter(None, [commission_grounds.strip()])))
    case = _created(before, commission, applied_on, heard_on, on, at, register_number, grounds)
    calendar = current_calendar()
    deadlines = [ledger.derived(case, code, from_day=applied_on, calendar=calendar, at=at) for code in TERMS]
    for row in deadlines:
        row.save(force_insert=True)
    record(
        case,
        events_dispute.DisputeRegistered(
            number=case.number, objection=before.number, applied_on=applied_on.isoformat(),
            heard_on=heard_on.isoformat(), grounds=tuple(before.grounds.values_list("ground", flat=True)),
            terms=ledger.said(deadlines),
        ),
        author=author, on=on, at=at, first=True,
    )  # fmt: skip
    ledger.meet(before, "DSP_FILE_ANSWERED", "DSP_FILE_SILENT", on=applied_on)
    return case


def _created(  # noqa: PLR0917
    objection: Objection, commission: str, applied_on: dt.date, heard_on: dt.date, on: dt.date, at: dt.datetime,
    register_number: str, grounds: str,
) -> Dispute:  # fmt: skip
    number = written(NUMBER_FORMAT, seq=NumberSeries.take("dispute", on.year), day=on)
    zone = Institution.load().zone
    case = Dispute(
        kind=Case.Kind.DISPUTE, number=number, channel=Case.Channel.LETTER, state=State.REGISTERED,
        received_at=min(at, dt.datetime.combine(heard_on, dt.time(12), tzinfo=zone)), received_on=heard_on,
        registered_at=at, unit=objection.unit, contested=objection, commission_name=commission, applied_on=applied_on,
        register_number=register_number.strip(), commission_grounds=grounds.strip(),
    )  # fmt: skip
    case.set_tracking_code(new_code())
    case.save(force_insert=True)
    DisputeStage.objects.create(dispute=case, stage=Stage.APPLIED, entered_on=applied_on)
    return case


@transaction.atomic
def enter_stage(
    *, dispute: Dispute, stage: Stage, entered_on: dt.date, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    note: str = "", paper: File[Any] | None = None, register_number: str = "", grounds: str = "",
    seen: int | None = None,
) -> DisputeStage:  # fmt: skip
    """The commission went on, with all grounds or with those of the letters `grounds` (mediation and adjudication go
    ground by ground). Decision, court, compliance follow their own acts. Raises Invalid and Unlawful."""
    fresh = locked_dispute(dispute, seen=seen)
    author = authorised(MoveName.ENTER_STAGE, fresh, acting_user, on)
    problems = []
    if stage not in STAGES_BEFORE_DECISION:
        problems.append(Problem("stage", say("Tahap ini mengikuti putusan. Catat putusannya.")))
    last = fresh.stages.order_by("-entered_on", "-pk").first()
    if entered_on > on or (last is not None and entered_on < last.entered_on):
        problems.append(Problem("entered_on", say("Tanggal harus sejak tahap sebelumnya sampai hari ini.")))
    if problems:
        raise Invalid(problems)
    in_dispute = tuple(fresh.contested.grounds.values_list("ground", flat=True))
    named = "".join(sorted(set(grounds))) if stage in TRACKS else ""
    check_grounds(stage, in_dispute, named)
    row = DisputeStage.objects.create(
        dispute=fresh, stage=stage, entered_on=entered_on, note=note.strip(), grounds=named,
        paper=PrivateFile.store(paper, paper.name or "surat komisi") if paper else None,
    )  # fmt: skip
    fresh.stage = Dispute.Stage(stage)
    fresh.register_number = register_number.strip() or fresh.register_number
    fresh.save(update_fields=["stage", "register_number"])
    _mediation_clock(fresh, row, in_dispute, at)
    if stage in {Stage.PRELIMINARY, Stage.MEDIATION, Stage.ADJUDICATION}:
        ledger.meet(fresh, "DSP_START", on=entered_on)
    fingerprint = events.fingerprint(fresh.salt, row.note)
    payload = events_dispute.StageEntered(stage, entered_on.isoformat(), fingerprint, named)
    record(fresh, payload, author=author, on=on, at=at)
    return row


def _mediation_clock(fresh: Dispute, row: DisputeStage, grounds: Sequence[str], at: dt.datetime) -> None:
    """Fourteen working days from the first mediation, over once no ground is in mediation any more."""
    clock = Deadline.objects.standing().filter(case_id=fresh.pk, term=MEDIATION)
    if row.stage == Stage.MEDIATION and not clock.exists():
        made = ledger.derived(fresh, MEDIATION, from_day=row.entered_on, calendar=current_calendar(), at=at)
        made.save(force_insert=True)
    if row.stage == Stage.ADJUDICATION:
        now = tracks(grounds, (one.entered for one in fresh.stages.all()))
        if not any(one.track is Track.MEDIATION and one.since for one in now):
            ledger.meet(fresh, MEDIATION, on=row.entered_on)


@transaction.atomic
def file_reasons(
    *, dispute: Dispute, reasons: Mapping[str, str], filed_on: dt.date, acting_user: AbstractBaseUser, on: dt.date,
    at: dt.datetime, seen: int | None = None,
) -> None:  # fmt: skip
    """The body's reasons for every ground that was objected on (UU 14/2008 Ps 45(1)-(2))."""
    fresh = locked_dispute(dispute, seen=seen)
    author = authorised(MoveName.FILE_REASONS, fresh, acting_user, on)
    grounds = tuple(fresh.contested.grounds.values_list("ground", flat=True))
    check_reasons(grounds, reasons)
    if not fresh.applied_on <= filed_on <= on:
        raise Invalid([Problem("filed_on", say("Tanggal harus sejak permohonan sengketa sampai hari ini."))])
    for ground in grounds:
        DisputeReason.objects.update_or_create(
            dispute=fresh, ground=ground, defaults={"text": reasons[ground].strip(), "filed_on": filed_on}
        )
    hashes = {ground: events.fingerprint(fresh.salt, reasons[ground].strip()) for ground in grounds}
    record(fresh, events_dispute.ReasonsFiled(filed_on.isoformat(), hashes), author=author, on=on, at=at)


@transaction.atomic
def set_hearing(
    *, dispute: Dispute, held_on: dt.date, starts_at: dt.time | None, place: str, agenda: str, closed: bool,
    representative: str, power_number: str, power: File[Any], acting_user: AbstractBaseUser, on: dt.date,
    at: dt.datetime, seen: int | None = None,
) -> Hearing:  # fmt: skip
    """A hearing with the special power of whoever goes there. Raises Invalid, FileRefused, Unlawful."""
    fresh = locked_dispute(dispute, seen=seen)
    author = authorised(MoveName.SET_HEARING, fresh, acting_user, on)
    texts = {"place": place, "agenda": agenda, "representative": representative, "power_number": power_number}
    missing = [name for name, text in texts.items() if not text.strip()]
    if missing:
        text = say("Belum diisi. Setiap sidang memerlukan tempat, acara, wakil dan surat kuasa khususnya.")
        raise Invalid([Problem(name, text) for name in missing])
    if held_on < fresh.applied_on:
        raise Invalid([Problem("held_on", say("Sidang tidak mungkin sebelum permohonan sengketa."))])
    row = Hearing.objects.create(
        dispute=fresh, held_on=held_on, starts_at=starts_at, closed=closed,
        power=PrivateFile.store(power, power.name or "surat kuasa khusus"),
        **{name: " ".join(text.split()) for name, text in texts.items()},
    )  # fmt: skip
    payload = events_dispute.HearingSet(row.pk, held_on.isoformat(), row.power.sha256)
    record(fresh, payload, author=author, on=on, at=at)
    return row

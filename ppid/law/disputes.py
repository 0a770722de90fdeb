"""The dispute before the information commission, seen from the body: its stages, its tracks, and when a decision binds.

UU 14/2008 Ps 37–50; PERKI 1/2013. The commission leads the dispute; what stands here is what the body owes in it.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ppid.law.calendar import Calendar
from ppid.law.clock import derive
from ppid.law.refusals import Invalid, Problem, say
from ppid.law.terms import term


class Stage(StrEnum):
    """PERKI 1/2013: what the commission is doing with it. COURT and COMPLIANCE follow its decision."""

    APPLIED = "applied"
    REGISTERED = "registered"
    PRELIMINARY = "preliminary"
    MEDIATION = "mediation"
    ADJUDICATION = "adjudication"
    DECIDED = "decided"
    COURT = "court"
    COMPLIANCE = "compliance"
    CLOSED = "closed"


STAGES: Mapping[Stage, str] = {
    Stage.APPLIED: say("Diajukan ke Komisi Informasi"),
    Stage.REGISTERED: say("Diregistrasi"),
    Stage.PRELIMINARY: say("Pemeriksaan awal"),
    Stage.MEDIATION: say("Mediasi"),
    Stage.ADJUDICATION: say("Ajudikasi"),
    Stage.DECIDED: say("Diputus, menunggu berkekuatan hukum tetap"),
    Stage.COURT: say("Di pengadilan"),
    Stage.COMPLIANCE: say("Berkekuatan hukum tetap, dilaksanakan"),
    Stage.CLOSED: say("Selesai"),
}


class Track(StrEnum):
    """UU 14/2008 Ps 40(2): mediation for grounds b–g; ground a goes straight to adjudication, also beside others."""

    MEDIATION = "mediation"
    ADJUDICATION = "adjudication"


def track(ground: str, *, mediation_failed: bool = False) -> Track:
    """The track of one ground (letter a–g). Failed mediation goes on to adjudication (Ps 42)."""
    return Track.ADJUDICATION if ground == "a" or mediation_failed else Track.MEDIATION


@dataclass(frozen=True)
class GroundTrack:
    """Where one ground stands. `since`: None while the commission has not begun with it; `failed`: its mediation did,
    and it went on to adjudication."""

    ground: str
    track: Track
    since: dt.date | None = None
    failed: bool = False


@dataclass(frozen=True)
class Entered:
    """A stage that the commission entered with some grounds (letters); none named: with all whose track it is."""

    stage: Stage
    on: dt.date
    grounds: str = ""


def tracks(grounds: Iterable[str], entered: Iterable[Entered]) -> tuple[GroundTrack, ...]:
    """Ground by ground, from the stages in the order in which they were entered (UU 14/2008 Ps 40(2), 42)."""
    found = {ground: GroundTrack(ground, track(ground)) for ground in sorted(set(grounds))}
    for one in entered:
        if one.stage not in {Stage.MEDIATION, Stage.ADJUDICATION}:
            continue
        for ground in concerned(one.stage, found, one.grounds):
            before = found[ground]
            failed = before.failed or (
                one.stage is Stage.ADJUDICATION and before.track is Track.MEDIATION and before.since is not None
            )
            found[ground] = GroundTrack(ground, Track(one.stage), one.on, failed)
    return tuple(found.values())


def concerned(stage: Stage, grounds: Iterable[str], named: str = "") -> tuple[str, ...]:
    """The grounds that a stage is about: those named, else all that may be in it."""
    wanted = [ground for ground in grounds if not named or ground in named]
    return tuple(ground for ground in wanted if stage is not Stage.MEDIATION or track(ground) is Track.MEDIATION)


def check_grounds(stage: Stage, grounds: Iterable[str], named: str) -> None:
    """Invalid (field `grounds`) where a stage names a ground that is not in dispute, or mediates ground a."""
    if stray := sorted(set(named) - set(grounds)):
        text = say("Alasan huruf %(ground)s tidak disengketakan di sini.")
        raise Invalid([Problem("grounds", text, {"ground": ", ".join(stray)})])
    if stage is Stage.MEDIATION and not concerned(stage, grounds, named):
        text = say("Alasan huruf a langsung diajudikasi, tidak dimediasi (UU 14/2008 Ps 40 ayat 2).")
        raise Invalid([Problem("grounds", text)])
    if stage is Stage.MEDIATION and "a" in named:
        text = say("Alasan huruf a langsung diajudikasi, tidak dimediasi (UU 14/2008 Ps 40 ayat 2).")
        raise Invalid([Problem("grounds", text)])


class DecisionKind(StrEnum):
    INTERLOCUTORY = "interlocutory"
    MEDIATION = "mediation"
    ADJUDICATION = "adjudication"


class Ruling(StrEnum):
    """UU 14/2008 Ps 46(1) for ground a; 46(2) for the others; 39 for an agreement; 30 of the PERKI for a lapsed one."""

    OPEN_WHOLE = "open_whole"
    OPEN_PART = "open_part"
    PERFORM = "perform"
    UPHELD = "upheld"
    AGREED = "agreed"
    LAPSED = "lapsed"


RULINGS: Mapping[Ruling, str] = {
    Ruling.OPEN_WHOLE: say("membatalkan penolakan; seluruh informasi diberikan"),
    Ruling.OPEN_PART: say("membatalkan sebagian; sebagian informasi diberikan"),
    Ruling.PERFORM: say("memerintahkan PPID menjalankan kewajiban atau memenuhi jangka waktu"),
    Ruling.UPHELD: say("menguatkan keputusan atasan PPID"),
    Ruling.AGREED: say("kesepakatan mediasi"),
    Ruling.LAPSED: say("permohonan sengketa gugur atau dicabut"),
}
# The commission's form lists grounds of its own, not those of UU 14/2008 Ps 35(1) (law.md §3 [S]: six, their words are
# nowhere published). This is where a body starts from; it writes there what its commission's form says.
COMMISSION_GROUNDS = (
    "Informasi dinyatakan dikecualikan",
    "Informasi berkala tidak diumumkan",
    "Permohonan tidak ditanggapi",
    "Permohonan ditanggapi tidak sebagaimana yang diminta",
    "Biaya yang dikenakan tidak wajar",
    "Informasi disampaikan melebihi jangka waktu",
)
# What the body must then do something for.
BINDING = frozenset({Ruling.OPEN_WHOLE, Ruling.OPEN_PART, Ruling.PERFORM, Ruling.AGREED})
# After which the information is open to everybody (UU 14/2008 Ps 11(2)) and belongs in the register.
OPENING = frozenset({Ruling.OPEN_WHOLE, Ruling.OPEN_PART, Ruling.AGREED})
COURT_FILE = "COURT_FILE"
CASSATION = "CASSATION"


@dataclass(frozen=True)
class DecisionFacts:
    """What is known of a decision. `received`: the day on which each party had it, None while unknown; a suit stops the
    count (Ps 48(1)); `judged_received`: when each party had the court's judgment; `cassation_on`: a cassation was
    filed; `last_judged_on`: the last instance's judgment."""

    kind: DecisionKind
    read_on: dt.date
    received: Sequence[dt.date | None] = (None, None)
    suit_on: dt.date | None = None
    judged_received: Sequence[dt.date | None] = (None, None)
    cassation_on: dt.date | None = None
    last_judged_on: dt.date | None = None


@dataclass(frozen=True)
class Finality:
    """From which day a decision binds; None while it is open. `waits_for`: an Indonesian clause; `until`: the last day
    on which somebody may still go to court, where it can be counted."""

    on: dt.date | None
    waits_for: str = ""
    until: dt.date | None = None

    def binds(self, on: dt.date) -> bool:
        return self.on is not None and self.on <= on


def finality(facts: DecisionFacts, calendar: Calendar) -> Finality:
    """When a decision's consequences begin (law.md §1.7; PERKI 1/2021 Ps 52(3)): a mediation decision at once (UU 39),
    otherwise the day after the last party's fourteen working days without a suit, or with the final judgment."""
    if facts.kind is DecisionKind.MEDIATION:
        return Finality(facts.read_on)
    if facts.suit_on is None:
        return _after(facts.received, COURT_FILE, calendar, say("14 hari kerja bagi pihak terakhir untuk menggugat"))
    if facts.cassation_on is not None:
        if facts.last_judged_on is None:
            return Finality(None, say("putusan kasasi"))
        return Finality(facts.last_judged_on)
    if any(day is None for day in facts.judged_received):
        return Finality(None, say("putusan pengadilan"))
    return _after(
        facts.judged_received, CASSATION, calendar, say("14 hari bagi pihak terakhir untuk mengajukan kasasi")
    )


def _after(received: Sequence[dt.date | None], code: str, calendar: Calendar, waits_for: str) -> Finality:
    days = [day for day in received if day is not None]
    if len(days) < len(received) or not days:
        return Finality(None, say("tanggal putusan diterima kedua pihak"))
    last = max(derive(term(code), day, calendar).due for day in days)
    return Finality(last + dt.timedelta(1), waits_for, last)


def check_reasons(grounds: Iterable[str], reasons: Mapping[str, str]) -> None:
    """Invalid unless the body gives reasons for every ground in dispute: the burden of proof is its own for a
    (UU 14/2008 Ps 45(1)), and for b–g it must support its stand as well (45(2))."""
    text = say("Alasan badan publik untuk huruf %(ground)s belum ditulis (UU 14/2008 Ps 45).")
    missing = [ground for ground in sorted(set(grounds)) if not reasons.get(ground, "").strip()]
    if missing:
        raise Invalid([Problem(f"reason_{ground}", text, {"ground": ground}) for ground in missing])

"""The four checks of the preliminary examination, computed by the respondent (PERKI 1/2013 Ps 35–36).

Headed "hitungan termohon, bukan penilaian Komisi": each check says what it rests on and what is missing, never more.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ppid.law.calendar import Calendar, MissingDecree, written
from ppid.law.clock import derive
from ppid.law.refusals import say
from ppid.law.terms import term

HEADING = say("hitungan termohon, bukan penilaian Komisi")


class Check(StrEnum):
    COMPETENCE = "competence"
    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    TIME = "time"


TITLES = {
    Check.COMPETENCE: say("Kewenangan Komisi Informasi"),
    Check.APPLICANT: say("Kedudukan hukum pemohon"),
    Check.RESPONDENT: say("Kedudukan hukum termohon"),
    Check.TIME: say("Jangka waktu"),
}


class Verdict(StrEnum):
    """HOLDS and FAILS are counted from the record; OPEN: something is missing."""

    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"


@dataclass(frozen=True)
class Evidence:
    """One sentence, the article it rests on, and the documents (their titles) that show it."""

    text: str
    article: str
    values: Mapping[str, object] = field(default_factory=dict)
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    check: Check
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    missing: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Facts:
    """What the record says. Days None where nothing is recorded. `citizen`: None
    while no paper says so; `commission`/`commission_source`: the body's own, from its settings."""

    body: str
    commission: str = ""
    commission_source: str = ""
    applied_to: str = ""
    requested_on: dt.date | None = None
    objected_on: dt.date | None = None
    objection_late: bool = False
    answer_due: dt.date | None = None
    answered_on: dt.date | None = None
    answer_received_on: dt.date | None = None
    applied_on: dt.date | None = None
    citizen: bool | None = None
    represented: bool = False
    authority: bool = False
    needs_request: bool = True


def examine(facts: Facts, calendar: Calendar) -> tuple[Result, ...]:
    """The four checks in the order of Ps 36."""
    return (_competence(facts), _applicant(facts), _respondent(facts), _time(facts, calendar))


def _competence(facts: Facts) -> Result:
    absolute = Evidence(
        say("Yang disengketakan adalah permintaan informasi publik dan keberatan atasnya."),
        "UU 14/2008 Ps 1 angka 5; Ps 26",
    )
    if not facts.commission:
        missing = Evidence(
            say("Komisi Informasi yang berwenang belum diisi pada data badan publik."), "UU 14/2008 Ps 27"
        )
        return Result(Check.COMPETENCE, Verdict.OPEN, (absolute,), (missing,))
    relative = Evidence(
        say("Badan publik ini termasuk wilayah %(commission)s (%(source)s)."),
        "UU 14/2008 Ps 27; PERKI 1/2013 Ps 6",
        {"commission": facts.commission, "source": facts.commission_source or "-"},
    )
    if facts.applied_to and facts.applied_to.casefold() != facts.commission.casefold():
        other = Evidence(say("Permohonan diajukan kepada %(other)s."), "PERKI 1/2013 Ps 6", {"other": facts.applied_to})
        return Result(Check.COMPETENCE, Verdict.FAILS, (absolute, relative, other))
    return Result(Check.COMPETENCE, Verdict.HOLDS, (absolute, relative))


def _applicant(facts: Facts) -> Result:
    found, missing = [], []
    if facts.citizen:
        found.append(Evidence(say("Bukti warga negara atau badan hukum Indonesia ada."), "PERKI 1/2013 Ps 11"))
    elif facts.citizen is None:
        missing.append(Evidence(say("Bukti identitas pemohon belum ada dalam catatan."), "PERKI 1/2013 Ps 11"))
    if facts.requested_on:
        said = {"day": written(facts.requested_on)}
        found.append(Evidence(say("Permintaan informasi diterima %(day)s."), "PERKI 1/2013 Ps 11", said))
    elif facts.needs_request:
        missing.append(Evidence(say("Bukti permintaan informasi belum ada."), "PERKI 1/2013 Ps 11"))
    if facts.objected_on:
        said = {"day": written(facts.objected_on)}
        found.append(Evidence(say("Keberatan diterima %(day)s."), "PERKI 1/2013 Ps 11", said))
    else:
        missing.append(Evidence(say("Bukti keberatan belum ada."), "UU 14/2008 Ps 37 ayat (1)"))
    if facts.represented and not facts.authority:
        missing.append(Evidence(say("Surat kuasa khusus belum ada."), "PERKI 1/2013 Ps 11"))
    if facts.citizen is False:
        said_not = Evidence(
            say("Pemohon tercatat bukan warga negara atau badan hukum Indonesia."), "UU 14/2008 Ps 1 angka 12"
        )
        return Result(Check.APPLICANT, Verdict.FAILS, (*found, said_not), tuple(missing))
    return Result(Check.APPLICANT, Verdict.OPEN if missing else Verdict.HOLDS, tuple(found), tuple(missing))


def _respondent(facts: Facts) -> Result:
    said = {"body": facts.body}
    return Result(
        Check.RESPONDENT, Verdict.HOLDS,
        (Evidence(say("%(body)s adalah badan publik."), "UU 14/2008 Ps 1 angka 3", said),),
    )  # fmt: skip


def _time(facts: Facts, calendar: Calendar) -> Result:
    """Request, objection within 30 working days, answer within 30, application within 14 of the answer or of the end
    of silence (PERKI 1/2013 Ps 13)."""
    try:
        steps = list(_steps(facts, calendar))
    except MissingDecree:
        gap = Evidence(say("Kalender hari libur untuk tahun itu belum dimuat."), "SKB 3 Menteri")
        return Result(Check.TIME, Verdict.OPEN, (), (gap,))
    verdicts = [verdict for verdict, _one in steps]
    verdict = (
        Verdict.FAILS if Verdict.FAILS in verdicts else Verdict.OPEN if Verdict.OPEN in verdicts else Verdict.HOLDS
    )
    known: Sequence[Evidence] = [one for judged, one in steps if judged is not Verdict.OPEN]
    return Result(Check.TIME, verdict, tuple(known), tuple(one for judged, one in steps if judged is Verdict.OPEN))


def _steps(facts: Facts, calendar: Calendar) -> Iterator[tuple[Verdict, Evidence]]:
    if facts.objected_on:
        late = say("Keberatan diajukan %(day)s, sesudah 30 hari kerja menurut kedua bacaan.")
        timely = say("Keberatan diajukan %(day)s, dalam 30 hari kerja.")
        verdict = Verdict.FAILS if facts.objection_late else Verdict.HOLDS
        words = late if facts.objection_late else timely
        yield verdict, Evidence(words, "UU 14/2008 Ps 36 ayat (1)", {"day": written(facts.objected_on)})
    if facts.applied_on is None:
        yield Verdict.OPEN, Evidence(say("Tanggal permohonan sengketa belum dicatat."), "PERKI 1/2013 Ps 13")
        return
    applied = {"day": written(facts.applied_on)}
    if facts.answered_on is not None and facts.answered_on <= facts.applied_on:
        if facts.answer_received_on is None:
            yield (
                Verdict.OPEN,
                Evidence(say("Tanggal tanggapan diterima pemohon belum dicatat."), "UU 14/2008 Ps 37 ayat (2)"),
            )
            return
        due = derive(term("DSP_FILE_ANSWERED"), facts.answer_received_on, calendar).due
        yield _filed(
            facts.applied_on, due, applied | {"from": written(facts.answer_received_on)}, "UU 14/2008 Ps 37 ayat (2)"
        )
        return
    if facts.answer_due is None:
        yield (
            Verdict.OPEN,
            Evidence(say("Akhir 30 hari kerja bagi atasan PPID belum dapat dihitung."), "PERKI 1/2013 Ps 13"),
        )
        return
    if facts.applied_on <= facts.answer_due:
        words = say("Permohonan diajukan %(day)s, sebelum 30 hari kerja bagi atasan PPID berakhir %(due)s: prematur.")
        yield Verdict.FAILS, Evidence(words, "PERKI 1/2013 Ps 13", applied | {"due": written(facts.answer_due)})
        return
    due = derive(term("DSP_FILE_SILENT"), facts.answer_due, calendar).due
    yield _filed(facts.applied_on, due, applied | {"from": written(facts.answer_due)}, "PERKI 1/2013 Ps 5, 13")


def _filed(on: dt.date, due: dt.date, said: Mapping[str, object], article: str) -> tuple[Verdict, Evidence]:
    words = (
        say("Permohonan diajukan %(day)s, dalam 14 hari kerja sejak %(from)s (terakhir %(due)s).")
        if on <= due
        else say("Permohonan diajukan %(day)s, sesudah 14 hari kerja sejak %(from)s (terakhir %(due)s).")
    )
    return Verdict.HOLDS if on <= due else Verdict.FAILS, Evidence(words, article, {**said, "due": written(due)})

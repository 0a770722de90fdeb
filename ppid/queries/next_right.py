""" "Apa yang dapat saya lakukan sekarang?": the citizen's next right, where it is used and by when, with its days.

Shown on every answer, late case and objection answer. Pure arithmetic over what the page has read already.
"""

import contextlib
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ppid.law.advice import advice_on
from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.clock import derive
from ppid.law.decisions import Decision, NoticeContent
from ppid.law.letters import LetterKind
from ppid.law.procedure import State
from ppid.law.terms import term
from ppid.models import CaseEvent, Deadline, InformationRequest, Institution, Letter, Objection
from ppid.queries.calendar import current_calendar
from ppid.queries.deadline_calendar import DeadlineCalendar, deadline_calendar

DISPUTES = ("DSP_FILE_ANSWERED", "DSP_FILE_SILENT")


@dataclass(frozen=True, slots=True)
class NextRight:
    """One right. `open`: it may be used today. `from_day`, `until`: the earliest reading of its days; None while no
    decree covers them. `advice`: what the decision's article means for the applicant. `where`: label and value, and
    `source` on what it rests. `ready`: a prepared objection waits. `days_left` working days, negative when over."""

    code: str
    title: str
    words: tuple[str, ...]
    open: bool
    from_day: dt.date | None
    until: dt.date | None
    days_left: int | None = None
    calendar: DeadlineCalendar | None = None
    advice: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    source: str = ""
    ready: bool = False

    @property
    def objects(self) -> bool:
        """Whether it is the objection, which is filed on this site."""
        return self.code == "OBJ_FILE"


@dataclass(frozen=True, slots=True)
class Known:
    """What the log of a request tells a right, read once by the page: the calendar in force, the sent notice's
    decision and the day it left or arrived, and whether an objection was filed."""

    calendar: Calendar
    decision: str = ""
    noticed_on: dt.date | None = None
    objected: bool = False


def known_in(events: Iterable[CaseEvent], calendar: Calendar) -> Known:
    """The facts from events at hand, in order."""
    decision, day, objected = "", None, False
    for event in events:
        payload = event.payload
        if event.kind == "letter_sent" and payload.get("letter_kind", LetterKind.NOTICE) == LetterKind.NOTICE:
            decision, day = str(payload.get("decision", "")), payload.get("delivered_on") or payload.get("sent_on")
        elif event.kind == "letter_arrived" and payload.get("letter_kind") == LetterKind.NOTICE:
            day = payload.get("delivered_on")
        objected |= event.kind == "objected"
    return Known(calendar, decision, dt.date.fromisoformat(day) if day else None, objected)


def of_request(
    case: InformationRequest, known: Known, *, due: dt.date | None, institution: Institution, on: dt.date
) -> NextRight | None:
    """What the applicant of a request may do; None where the request has ended otherwise. No statement, unless
    something was refused: then the letter is read for its articles."""
    if case.state in (State.WITHDRAWN, State.HANDED_OVER, State.CLOSED):
        return None
    silent = case.answered_on is None
    first = due if silent else known.noticed_on or case.answered_on
    if first is None:
        return None
    refused = not silent and known.decision != Decision.GRANTED
    # A right that silence opened is not closed by the answer that came late (law.md §1.5).
    starts = first + dt.timedelta(days=1) if silent else first
    title = _("Bila tidak puas")
    if silent:
        title = _("Belum dijawab: hak Anda") if on >= starts else _("Bila tidak dijawab")
    words = (
        _("Ajukan keberatan tertulis kepada atasan PPID. Tidak dipungut biaya."),
        _("Diam atau penolakan tidak menjadi keberatan dengan sendirinya: Anda yang mengajukannya. Jawaban yang "
          "terlambat tidak menghapus hak itu."),
    )  # fmt: skip
    return _right(
        "OBJ_FILE", title, words, first, starts, on, known.calendar, advice=_advice(case) if refused else (),
        where=((_("Kepada"), _("Atasan PPID %(body)s") % {"body": institution.name}),),
        ready=(refused or (silent and on >= starts)) and not known.objected,
    )  # fmt: skip


def _advice(case: InformationRequest) -> tuple[str, ...]:
    letter = Letter.objects.filter(case_id=case.pk, kind=Letter.Kind.NOTICE, sent_on__isnull=False).last()
    if letter is None:
        return ()
    return tuple(_(words) for words in advice_on(NoticeContent.from_json(letter.content)))


def of_objection(
    case: Objection, deadlines: Sequence[Deadline], *, institution: Institution, on: dt.date
) -> NextRight | None:
    """The dispute that an answer or silence opens, from the rows at hand; while the superior still has time, when it
    would open."""
    if case.state == State.WITHDRAWN:
        return None
    rows = {row.term: row for row in deadlines}
    answer, calendar = rows.get("OBJ_ANSWER"), current_calendar()
    code = next((code for code in DISPUTES if code in rows), None)
    if code is not None:
        first = rows[code].from_day
        starts = first if code == "DSP_FILE_ANSWERED" else first + dt.timedelta(days=1)
    elif case.answered_on is not None:
        code, first, starts = "DSP_FILE_ANSWERED", case.answered_on, case.answered_on
    elif answer is not None and answer.due is not None:
        code, first, starts = "DSP_FILE_SILENT", answer.due, answer.due + dt.timedelta(days=1)
    else:
        return None
    words = (
        _("Ajukan penyelesaian sengketa informasi ke Komisi Informasi. Tidak dipungut biaya."),
        _("Sertakan bukti permohonan, bukti keberatan dan suratnya. Sebelum 30 hari kerja berakhir masih prematur."),
    )
    title = _("Bila tidak puas")
    if case.answered_on is None:
        title = _("Belum ditanggapi: hak Anda") if on >= starts else _("Bila tidak ditanggapi")
    where = ((_("Ke"), institution.commission_name), (_("Alamat"), " ".join(institution.commission_address.split())))
    return _right(
        code, title, words, first, starts, on,
        calendar, where=tuple((label, value) for label, value in where if value),
        source=institution.commission_source,
    )  # fmt: skip


def _right(  # noqa: PLR0917
    code: str, title: str, words: tuple[str, ...], first: dt.date, starts: dt.date, on: dt.date, calendar: Calendar,
    *, advice: tuple[str, ...] = (), where: tuple[tuple[str, str], ...] = (), source: str = "", ready: bool = False,
) -> NextRight:  # fmt: skip
    until: dt.date | None = None
    left: int | None = None
    drawn: DeadlineCalendar | None = None
    with contextlib.suppress(MissingDecree):
        found = derive(term(code), first, calendar)
        until, left = found.due, calendar.working_days_between(on, found.due)
        drawn = deadline_calendar(first=first, due=found.due, trail=found.trail, on=on, start_note=_("mulai"))
    return NextRight(
        code=code, title=title, words=words, open=on >= starts, from_day=starts, until=until, days_left=left,
        calendar=drawn, advice=advice, where=where, source=source, ready=ready,
    )  # fmt: skip

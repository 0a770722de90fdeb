"""How the parts of an answer stand: for the desk's case page, the applicant's tracking page and the register.

`parts_of` is one statement, however many parts and papers there are; `giving_of` tells the register of many cases in
one as well.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.clock import due_of
from ppid.law.decisions import NoticeContent
from ppid.law.delivering import PART_LABELS, PROMISE, PartState, awaits_proof, concerns
from ppid.law.giving import GivenPart
from ppid.law.procedure import MoveName
from ppid.law.terms import term
from ppid.law.viewing import Slot, Visit
from ppid.models import CaseFile, CopyRequest, Deadline, Delivery, InformationRequest, PrivateFile, Viewing
from ppid.queries.deadline_calendar import DeadlineCalendar, stored_calendar

Tone = str
TONES: Mapping[PartState, Tone] = {
    PartState.UNPAID: "soon",
    PartState.PROMISED: "ok",
    PartState.AVAILABLE: "soon",
    PartState.SET_ASIDE: "quiet",
    PartState.DELIVERED: "ok",
}


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that was given with a part, or a proof of it."""

    pk: int
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part on one day. `due` is the promised last day, None before payment or while no decree covers the year;
    `days_left` counts working days to it, negative when late, None once kept. `since` is day zero of the promise.
    `object_until`: the last day, on the earliest reading, to object because the promise was missed. `awaits_proof`: it
    was handed over and nobody signed for it yet; `withheld`: the notice blackens something. `told` is the part as
    the notice describes it, `part` as it was chosen in `copy_request`, the form for copies that stands; `viewing` is
    the appointment that does; `payment`: how a fee is paid, in the notice's words.
    """

    number: int
    total: int
    part: GivenPart
    told: GivenPart
    state: PartState
    since: dt.date | None
    due: dt.date | None
    days_left: int | None
    late: bool
    calendar: DeadlineCalendar | None
    available_on: dt.date | None
    reminders: tuple[dt.date, ...]
    set_aside_on: dt.date | None
    delivered_on: dt.date | None
    how: str
    received_on: dt.date | None
    files: tuple[GivenFile, ...]
    proofs: tuple[GivenFile, ...]
    note: GivenFile | None
    object_until: dt.date | None
    awaits_proof: bool
    withheld: bool
    note_title: str = ""
    payment: str = ""
    copy_request: CopyRequest | None = None
    viewing: Viewing | None = None

    @property
    def name(self) -> str:
        """`Bagian 2 dari 3`, or "" where there is one part only."""
        said = {"number": self.number, "total": self.total}
        return _("Bagian %(number)d dari %(total)d") % said if self.total > 1 else ""

    @property
    def chip(self) -> str:
        """The state in a few words; never by colour alone."""
        if self.late and self.days_left:
            days = -self.days_left
            return ngettext("Terlambat %(days)d hari kerja", "Terlambat %(days)d hari kerja", days) % {"days": days}
        if self.state is PartState.PROMISED and self.days_left is not None:
            if self.days_left == 0:
                return _("Hari terakhir")
            days = self.days_left
            return ngettext("%(days)d hari kerja lagi", "%(days)d hari kerja lagi", days) % {"days": days}
        if self.state is PartState.AVAILABLE and self.part.viewed:
            if self.viewing is not None:
                return _("Waktu melihat dipilih") if self.viewing.agreed else _("Menunggu waktu dipilih")
            return _("Siap dilihat")
        return _(PART_LABELS[self.state])

    @property
    def tone(self) -> Tone:
        return "late" if self.late else TONES[self.state]

    @property
    def why(self) -> str:
        """How the promised date came about, with the article and the decrees."""
        if self.since is None:
            return _("Bagian ini berbiaya: %(days)d hari kerja dihitung sejak biayanya dibayar.") % {
                "days": self.part.days or 0
            }
        if self.part.fee:
            started = _("biaya dibayar")
        elif self.told.fee:
            started = _("formulir permintaan salinan diisi")
        else:
            started = _("surat jawaban disampaikan")
        said = {"days": self.part.days or 0, "what": started, "day": date_format(self.since, "j F Y")}
        words = _(
            "%(days)d hari kerja sejak %(what)s pada %(day)s; hari itu tidak dihitung. Lamanya dinyatakan PPID dalam "
            "surat jawaban (PERKI 1/2021 Pasal 31 ayat 4 huruf f)."
        )
        words %= said
        if self.calendar is not None and self.calendar.decrees:
            words += " " + _("Hari libur menurut %(decrees)s.") % {"decrees": "; ".join(self.calendar.decrees)}
        return words

    def concerned_by(self, name: MoveName) -> bool:
        """Whether the move is about this part now."""
        visit = self.viewing.visit if self.viewing else Visit.NONE
        return concerns(name, self.state, self.part, awaits_proof=self.awaits_proof, visit=visit)

    @property
    def promised(self) -> bool:
        """Whether it came after the letter, so that a date was promised."""
        return not self.part.with_letter


def parts_of(
    case: InformationRequest, deadlines: Iterable[Deadline], *, calendar: Calendar, on: dt.date
) -> tuple[PartRow, ...]:
    """The parts of the case's answer; empty before it was sent. `deadlines`: the standing ones of the case."""
    if case.answered_on is None:
        return ()
    # One row for each paper of each part: the page has no statement to spare for a second question.
    joined = list(
        Delivery.objects.filter(case_id=case.pk)
        .select_related("letter", "note__draft", "copy_request", "viewing")
        .annotate(**{f"paper_{name}": F(f"papers__{path}") for name, path in PAPER.items()})
        .order_by("part", "papers__pk")
    )
    if not joined:
        return ()
    rows = {row.part: row for row in joined}
    papers = {part: [_paper(row) for row in joined if row.part == part and _held(row)] for part in rows}
    promises = {row.part: row for row in deadlines if row.term == PROMISE}
    content = NoticeContent.from_json(joined[0].letter.content)
    return tuple(
        _row(row, content, promises.get(part), papers[part], calendar=calendar, on=on) for part, row in rows.items()
    )


PAPER: Mapping[str, str] = {
    "role": "role", "pk": "file_id", "name": "file__name", "size": "file__size", "sha256": "file__sha256",
}  # fmt: skip
Paper = tuple[str, GivenFile]


def _held(row: Any) -> bool:
    return row.paper_pk is not None


def _paper(row: Any) -> Paper:
    return row.paper_role, GivenFile(row.paper_pk, row.paper_name, row.paper_size, row.paper_sha256)


def _row(
    row: Delivery, content: NoticeContent, promise: Deadline | None, papers: Sequence[Paper], *,
    calendar: Calendar, on: dt.date,
) -> PartRow:  # fmt: skip
    due = promise.due if promise else None
    kept = promise is None or promise.met_on is not None
    late = not kept and due is not None and due < on
    proofs = tuple(file for role, file in papers if role == CaseFile.Role.PROOF)
    return PartRow(
        number=row.part,
        total=len(content.parts),
        part=row.given,
        state=row.state,
        since=row.promised_from,
        due=due,
        days_left=None if kept else _between(calendar, on, due),
        late=late,
        calendar=_drawn(promise, on),
        available_on=row.available_on,
        reminders=tuple(day for day in (row.first_reminder_on, row.second_reminder_on) if day),
        set_aside_on=row.set_aside_on,
        delivered_on=row.delivered_on,
        how=str(row.get_how_display()) if row.how else "",
        received_on=row.received_on,
        files=tuple(file for role, file in papers if role == CaseFile.Role.ANSWER),
        proofs=proofs,
        note=_file(row.note.draft) if row.note and row.note.draft else None,
        object_until=_object_until(promise, calendar),
        awaits_proof=row.note_id is not None
        and awaits_proof(row.how, received=row.received_on is not None, proved=bool(proofs)),
        withheld=content.withholds,
        told=content.parts[row.part - 1],
        note_title=str(row.note.get_kind_display()) if row.note else "",
        payment=content.payment,
        copy_request=row.copy_request,
        viewing=row.viewing,
    )


def _object_until(promise: Deadline | None, calendar: Calendar) -> dt.date | None:
    """A missed promise opens grounds e and g from its last day (UU 14/2008 Ps 35(1), 36(1)); a late handing over does
    not close them."""
    if promise is None or promise.missed_on is None or promise.due is None:
        return None
    try:
        return due_of(term("OBJ_FILE"), promise.due, calendar)
    except MissingDecree:
        return None


def _file(file: PrivateFile) -> GivenFile:
    return GivenFile(file.pk, file.name, file.size, file.sha256)


def _drawn(promise: Deadline | None, on: dt.date) -> DeadlineCalendar | None:
    if promise is None or promise.due is None:
        return None
    return stored_calendar(first=promise.from_day, due=promise.due, trail=promise.trail, on=on, start_note=_("mulai"))


def _between(calendar: Calendar, start: dt.date, end: dt.date | None) -> int | None:
    if end is None:
        return None
    try:
        return calendar.working_days_between(start, end)
    except MissingDecree:
        return None


@dataclass(frozen=True, slots=True)
class Giving:
    """What the register wants of one answered case (Annex VIII): the day of the notice, the day each part was given
    (None: not yet), and the cost, as it was chosen since, with the way of payment that was told. Whole rupiah."""

    notice_on: dt.date
    parts: tuple[tuple[int, dt.date | None, str], ...]
    cost: int
    payment: str

    @property
    def given_on(self) -> dt.date | None:
        """The day on which the last part was given; None while one is owed."""
        days = [day for _number, day, _how in self.parts]
        return max(day for day in days if day) if days and all(days) else None


def visit_words(slot: Slot) -> str:
    """`Senin, 30 November 2026, 09.00–11.00`, as times are offered and told."""
    return f"{date_format(slot.day, 'l, j F Y')}, {slot.starts:%H.%M}–{slot.ends:%H.%M}"


def giving_of(cases: Iterable[int]) -> dict[int, Giving]:
    """By the case's key (as `cases` are given), for those whose notice was sent and gives something. One statement."""
    found: dict[int, list[Delivery]] = {}
    rows = Delivery.objects.filter(case_id__in=list(cases)).select_related("letter", "copy_request")
    for row in rows.order_by("case_id", "letter_id", "part"):
        found.setdefault(row.case_id, []).append(row)
    return {case: _giving(parts) for case, parts in found.items()}


def _giving(rows: Sequence[Delivery]) -> Giving:
    letter = rows[0].letter
    content, cost = NoticeContent.from_json(letter.content), sum(row.given.fee for row in rows)
    return Giving(
        notice_on=letter.sent_on or letter.dated,
        parts=tuple((row.part, row.delivered_on, str(row.get_how_display()) if row.how else "") for row in rows),
        cost=cost,
        payment=content.payment if cost else "",
    )

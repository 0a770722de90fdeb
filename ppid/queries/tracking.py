"""What a tracking code tells: state, dates, the days counted, what happened and what comes next. Never the person.

Four statements at most, however long the story: deadlines, events with the units named in them, the calendar, and the
letter of an extension or the parts of the answer with their papers.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import BigIntegerField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.clock import due_of
from ppid.law.completeness import Check, Stage
from ppid.law.delivering import PROMISE
from ppid.law.extension import TERM
from ppid.law.fees import Balance
from ppid.law.letters import LetterKind
from ppid.law.procedure import State
from ppid.law.terms import term
from ppid.models import AnyCase, CaseEvent, CaseFile, Deadline, InformationRequest, Letter, Unit
from ppid.queries import timeline_complaints, tracking_delivery, tracking_fees, tracking_own
from ppid.queries.calendar import current_calendar
from ppid.queries.completeness import FIX
from ppid.queries.deadline_calendar import DeadlineCalendar, stored_calendar
from ppid.queries.extension import ShownExtension, shown_extension
from ppid.queries.giving import PartRow, parts_of
from ppid.queries.next_right import Known, known_in
from ppid.queries.standing import Standing, Word, of_case
from ppid.queries.timeline_words import moved_by
from ppid.queries.tracking_own import Onward
from ppid.queries.two_clocks import PERKI, UU, TwoClocks, two_clocks

# What happened inside the office (a draft, a signature) is not a step that an applicant waits for.
SHOWN = (
    "registered",
    "declared_complete",
    "disposed",
    "letter_sent",
    "extended",
    "withdrawn",
    *timeline_complaints.WORDS,
    *tracking_delivery.TOLD,
    *tracking_fees.TOLD,
)
COUNTS_UNSIGNED = (Letter.Kind.RECEIPT, Letter.Kind.PAYMENT, Letter.Kind.COPY_FORM, Letter.Kind.SILENCE)
PART_TOLD = {**tracking_delivery.TOLD, **tracking_fees.TOLD}
ANSWERING = ("REQ_NOTICE_UU", "REQ_EXTENSION", PROMISE)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the story, as `components/timeline.html` wants it."""

    when: str
    text: str
    href: str = ""
    next: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that the applicant may open after the code from the mail. `pk` is the private file's."""

    pk: int
    name: str
    size: int
    sha256: str
    title: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A request as its tracking code shows it on one day.

    `due` is None while no decree covers the year; `answered_on` is set once a letter was sent. `object_from` and
    `object_until` are the days between which an objection for silence, or against the answer, is certainly in time
    (law.md §1.5). `clocks`: both readings of the ten days, where the story is told.
    """

    case: InformationRequest
    on: dt.date
    due: dt.date | None
    length: int
    first: dt.date
    standing: Standing
    answered_on: dt.date | None
    calendar: DeadlineCalendar | None
    story: tuple[Step, ...]
    object_from: dt.date | None
    object_until: dt.date | None
    clocks: TwoClocks | None = None
    extension: ShownExtension | None = None
    parts: tuple[PartRow, ...] = ()
    check: Check = field(default_factory=Check)
    partly_withdrawn: bool = False
    known: Known | None = None
    onward: Onward | None = None
    # What the answer costs and what came in for it; None where nothing costs.
    fees: Balance | None = None

    @property
    def stage(self) -> Stage:
        """Where the completeness check stands (PERKI 1/2021 Ps 31(2), 33)."""
        return self.check.stage(self.on)

    @property
    def state_words(self) -> str:
        """The state, with what the check and a part taken back add to it."""
        return tracking_own.state_words(self.case, self.stage, self.check.due, partly=self.partly_withdrawn)

    @property
    def running(self) -> bool:
        return self.standing.open

    @property
    def silent(self) -> bool:
        """The last day passed and nobody answered."""
        return self.standing.word is Word.LATE


def followed(case: InformationRequest, *, on: dt.date) -> Followed:
    """One request with its story."""
    wanted = Q(governs=True) | Q(term__in=(UU, PERKI, FIX, PROMISE))
    deadlines = list(Deadline.objects.standing().filter(wanted, case_id=case.pk))
    governing = next((row for row in deadlines if row.governs), None)
    events, calendar = list(_events(case)), current_calendar()
    check = tracking_own.check_in(case, events, next((row.due for row in deadlines if row.term == FIX), None))
    parts = parts_of(case, deadlines, calendar=calendar, on=on)
    story = (
        *_story(case, [event for event in events if _is_told(event)]),
        *_coming(case, governing.due if governing else None, on, check),
        *(Step(when, text, next=True) for when, text in tracking_delivery.coming(parts, on)),
    )
    partly = any(event.kind == "withdrawn_in_part" for event in events)
    seen = _seen(case, governing, calendar, on, story)
    # Once answered, that the time was extended is part of the story and nobody waits for its day any more.
    extension = shown_extension(case.pk, deadlines) if case.answered_on is None else None
    return replace(
        seen, clocks=two_clocks(case, deadlines), extension=extension, check=check, partly_withdrawn=partly,
        known=known_in(events, calendar),
        parts=parts, onward=tracking_own.onward_in(events), fees=tracking_fees.balance_in(parts, events),
    )  # fmt: skip


def followed_all(cases: Sequence[InformationRequest], *, on: dt.date) -> list[Followed]:
    """Many requests without their stories, in the order given. Two statements, however many."""
    rows = Deadline.objects.standing().filter(case_id__in=[case.pk for case in cases], governs=True)
    governing = {row.case_id: row for row in rows}
    calendar = current_calendar()
    return [_seen(case, governing.get(case.pk), calendar, on, ()) for case in cases]


def _seen(
    case: InformationRequest, governing: Deadline | None, calendar: Calendar, on: dt.date, story: tuple[Step, ...]
) -> Followed:
    due = governing.due if governing else None
    object_from, object_until = _objection(case, due, calendar)
    return Followed(
        case=case,
        on=on,
        due=due,
        length=governing.length if governing else term("REQ_NOTICE_UU").length or 0,
        first=governing.from_day if governing else case.received_on,
        standing=of_case(case, due, calendar, on),
        answered_on=case.answered_on,
        calendar=_drawn(governing, on),
        story=story,
        object_from=object_from,
        object_until=object_until,
    )


def papers(case: AnyCase) -> tuple[Paper, ...]:
    """The letters and what was given, newest letter first, the receipt last. For the proven applicant only.

    A receipt counts unsigned (UU 14/2008 Ps 22(4)), that of a payment and the form for copies too, the written
    consideration once the answer is sent (Ps 7(5)); any other letter only signed and sent. What was made with the
    handing over of a part stands with that part.
    """
    sent = Q(sent_at__isnull=False, signed__isnull=False)
    if case.answered_on is not None:
        sent |= Q(kind=Letter.Kind.CONSIDERATION, draft__isnull=False)
    receipt = Q(kind__in=COUNTS_UNSIGNED, draft__isnull=False)
    letters = Letter.objects.filter(sent | receipt, case_id=case.pk).select_related("signed", "draft")
    # What a refusal rests on goes out with it (PERKI 1/2021 Ps 34).
    with_letter = (CaseFile.Role.ANSWER, CaseFile.Role.DECREE, CaseFile.Role.TEST_SHEET, CaseFile.Role.APPROVAL)
    # Files of a part stand with their part.
    given = CaseFile.objects.filter(case_id=case.pk, role__in=with_letter, delivery__isnull=True).select_related("file")
    return (
        *(
            Paper(kept.pk, kept.name, kept.size, kept.sha256, f"{row.get_kind_display()} {row.number}")
            for row in letters.order_by(F("sent_at").desc(nulls_last=True), "-created_at", "-pk")
            if (kept := row.signed or row.draft) is not None
        ),
        *(
            Paper(row.file.pk, row.file.name, row.file.size, row.file.sha256, row.file.name)
            for row in given.order_by("pk")
        ),
    )


def _drawn(governing: Deadline | None, on: dt.date) -> DeadlineCalendar | None:
    if governing is None or governing.due is None:
        return None
    return stored_calendar(
        first=governing.from_day,
        due=governing.due,
        trail=governing.trail,
        on=on,
        start_note=_("semula") if governing.term == TERM else _("masuk"),
    )


def _objection(
    case: InformationRequest, due: dt.date | None, calendar: Calendar
) -> tuple[dt.date | None, dt.date | None]:
    """From when and until when an objection is in time on the earliest reading: against the answer from the day it
    was sent, for silence from the day after the last day (UU 14/2008 Ps 35(1)c, 36(1))."""
    if case.state in (State.WITHDRAWN, State.HANDED_OVER, State.CLOSED):
        return None, None
    ground = case.answered_on or due
    if ground is None:
        return None, None
    starts = ground if case.answered_on else ground + dt.timedelta(days=1)
    try:
        return starts, due_of(term("OBJ_FILE"), ground, calendar)
    except MissingDecree:
        return starts, None


def _is_told(event: CaseEvent) -> bool:
    """Of the terms, only the one by which the applicant is answered: an office's inner check is nobody's step."""
    if event.kind in ("term_missed", "redated"):
        return event.payload.get("term") in ANSWERING
    if event.kind == "letter_sent" and event.payload.get("letter_kind") == LetterKind.EXTENSION:
        # Told by "extended", with both days.
        return False
    return event.kind in SHOWN or event.kind in tracking_own.TOLD


def _events(case: InformationRequest) -> QuerySet[Any]:
    """The log in order, each event with the name of the unit that it names, in one statement."""
    unit = Unit.objects.filter(pk=OuterRef("unit_key")).values("name")[:1]
    keyed = CaseEvent.objects.filter(case_id=case.pk).annotate(
        unit_key=Cast(KeyTextTransform("new_unit", "payload"), BigIntegerField())
    )
    return keyed.annotate(unit_name=Subquery(unit)).order_by("seq")


def _story(case: InformationRequest, events: Sequence[Any]) -> Iterator[Step]:
    for event in events:
        yield Step(*_told(case, event))


def _told(case: InformationRequest, event: Any) -> tuple[str, str]:
    """Day and sentence of one event, in the applicant's words."""
    payload = event.payload
    day = _day(event.day)
    if event.kind in PART_TOLD:
        name, words = PART_TOLD[event.kind]
        return _iso_day(payload.get(name)) or day, words(payload)
    if event.kind == "term_missed" and payload.get("part"):
        return day, tracking_delivery.missed(payload)
    match event.kind:
        case "registered":
            channel = case.get_channel_display().lower()
            told = _day(case.received_on), _("Permohonan diterima melalui %(channel)s.") % {"channel": channel}
        case "declared_complete":
            told = _iso_day(payload.get("complete_on")) or day, _("Dinyatakan lengkap.")
        case "disposed":
            unit = event.unit_name or _("PPID utama")
            told = day, _("Diteruskan ke %(unit)s. Tanggal jawaban tetap.") % {"unit": unit}
        case "letter_sent":
            told = _iso_day(payload.get("sent_on")) or day, _sent(payload)
        case "extended":
            told = day, _extended(payload)
        case "withdrawn":
            told = _iso_day(payload.get("withdrawn_on")) or day, _("Permohonan dicabut oleh pemohon.")
        case kind if kind in timeline_complaints.WORDS:
            told = day, timeline_complaints.WORDS[kind](case, payload, {})
        case "redated":
            told = day, _redated(payload)
        case kind if kind in tracking_own.TOLD:
            when, text = tracking_own.TOLD[kind](payload)
            told = when or day, text
        case _:
            due = _iso_day(payload.get("due"))
            told = day, _("Batas waktu jawaban, %(due)s, lewat tanpa jawaban.") % {"due": due}
    return told


def _sent(payload: Mapping[str, Any]) -> str:
    kind = payload.get("letter_kind") or LetterKind.NOTICE
    if kind == LetterKind.NOTICE:
        return _("Surat jawaban disampaikan.")
    return _("%(kind)s disampaikan.") % {"kind": dict(Letter.Kind.choices).get(kind, kind)}


def _extended(payload: Mapping[str, str | None]) -> str:
    return _("Waktu jawaban diperpanjang dari %(old)s menjadi %(new)s. Alasannya tertulis dalam surat.") % {
        "old": _iso_day(payload.get("old")),
        "new": _iso_day(payload.get("new")) or _("belum dapat dihitung"),
    }


def _redated(payload: Mapping[str, Any]) -> str:
    unknown = _("belum dapat dihitung")
    return _("Tanggal dihitung kembali menurut %(decree)s: %(old)s menjadi %(new)s.") % {
        "decree": moved_by(payload),
        "old": _iso_day(payload.get("old")) or unknown,
        "new": _iso_day(payload.get("new")) or unknown,
    }


def _coming(case: InformationRequest, due: dt.date | None, on: dt.date, check: Check) -> Iterator[Step]:
    if case.state != State.REGISTERED:
        return
    for when, text in tracking_own.coming(check.stage(on), check.due):
        yield Step(when, text, next=True)
    if due is None:
        when = _("Tanggal dihitung setelah SKB 3 Menteri dimuat")
    elif due < on:
        when = _("Seharusnya paling lambat %(due)s") % {"due": _day(due)}
    else:
        when = _("Paling lambat %(due)s") % {"due": _day(due)}
    text = _("Pemberitahuan tertulis: diberikan seluruhnya, sebagian, atau tidak, dengan alasannya.")
    yield Step(when, text, next=True)


def _day(day: dt.date) -> str:
    return date_format(day, "l, j F Y")


def _iso_day(text: str | None) -> str:
    return _day(dt.date.fromisoformat(text)) if text else ""

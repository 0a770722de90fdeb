"""How a case stands on a day: the one function that classifies, for lists, mails, figures and pages alike.

`standing` judges one case from its facts; `as_filter` says the same of many in the database. They are written side by
side and `tests/integration/cases/test_standing.py` makes them agree on every day around a due day.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from django.db.models import F, FilteredRelation, Model, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.procedure import State
from ppid.models import InformationRequest, Objection

# From how many working days before the last one a case is "due soon".
SOON = 3
Row = TypeVar("Row", bound=Model)


class Word(StrEnum):
    """A case has exactly one of these on a day."""

    UNDATED = "undated"
    RUNNING = "running"
    SOON = "soon"
    DUE_TODAY = "due_today"
    LATE = "late"
    ANSWERED = "answered"
    ANSWERED_LATE = "answered_late"
    WITHDRAWN = "withdrawn"
    HANDED_OVER = "handed_over"
    CLOSED = "closed"


ENDED = {
    State.WITHDRAWN: Word.WITHDRAWN,
    State.HANDED_OVER: Word.HANDED_OVER,
    State.CLOSED: Word.CLOSED,
}
OPEN = (Word.UNDATED, Word.RUNNING, Word.SOON, Word.DUE_TODAY, Word.LATE)
TONES = {
    Word.UNDATED: "late", Word.RUNNING: "ok", Word.SOON: "soon", Word.DUE_TODAY: "soon", Word.LATE: "late",
    Word.ANSWERED: "ok", Word.ANSWERED_LATE: "quiet", Word.WITHDRAWN: "quiet",
    Word.HANDED_OVER: "quiet",
    Word.CLOSED: "quiet",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """What `standing` needs of a case. `due`: the governing term's last day, None while no decree covers it."""

    state: State
    received_on: dt.date
    due: dt.date | None
    answered_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands. `days_left` counts working days to the last one: 0 today, negative when late, None unknown.

    `days_used`: working days since the receipt until the answer or the day asked about.
    """

    word: Word
    due: dt.date | None
    days_left: int | None
    days_used: int | None

    @property
    def open(self) -> bool:
        return self.word in OPEN

    @property
    def tone(self) -> str:
        """For `components/chip.html`."""
        return TONES[self.word]

    @property
    def text(self) -> str:
        """The chip's words: never by colour alone."""
        days = self.days_left
        if self.word is Word.LATE and days:
            return ngettext("Terlambat %(days)d hari kerja", "Terlambat %(days)d hari kerja", -days) % {"days": -days}
        if self.word in (Word.RUNNING, Word.SOON) and days is not None:
            return ngettext("%(days)d hari kerja lagi", "%(days)d hari kerja lagi", days) % {"days": days}
        return {
            Word.UNDATED: _("Tanggal menunggu SKB"),
            Word.RUNNING: _("Berjalan"),
            Word.SOON: _("Segera jatuh tempo"),
            Word.DUE_TODAY: _("Hari terakhir"),
            Word.LATE: _("Terlambat"),
            Word.ANSWERED: _("Dijawab"),
            Word.ANSWERED_LATE: _("Dijawab terlambat"),
            Word.WITHDRAWN: _("Dicabut"),
            Word.HANDED_OVER: _("Diserahkan sebagai aduan"),
            Word.CLOSED: _("Ditutup dengan catatan"),
        }[self.word]


def standing(facts: Facts, calendar: Calendar, on: dt.date) -> Standing:
    """Classify a case as of `on`. The last day itself is in time (UU 14/2008 Ps 22(7)); the day after is late."""
    until = facts.answered_on or on
    return Standing(
        word=_word(facts, calendar, on),
        due=facts.due,
        days_left=_between(calendar, on, facts.due),
        days_used=_used(calendar, facts.received_on, until),
    )


def of_case(case: InformationRequest, due: dt.date | None, calendar: Calendar, on: dt.date) -> Standing:
    """As `standing`, from a row and its governing date."""
    return standing(Facts(State(case.state), case.received_on, due, case.answered_on), calendar, on)


def standing_of_objection(case: Objection, due: dt.date | None, calendar: Calendar, on: dt.date) -> Standing:
    """As `of_case`, of an objection: thirty working days of the superior (UU 14/2008 Ps 36(2))."""
    return standing(Facts(State(case.state), case.received_on, due, case.answered_on), calendar, on)


def soon_until(calendar: Calendar, on: dt.date) -> dt.date:
    """The last due day that still counts as "soon" on `on`; `on` itself where the calendar ends."""
    try:
        return calendar.nth_after(on, SOON)
    except MissingDecree:
        return on


def with_due(cases: QuerySet[InformationRequest]) -> QuerySet[InformationRequest]:
    """Every row with `governing_due`, by one join."""
    governing = Q(deadlines__governs=True, deadlines__superseded_at__isnull=True)
    return cases.alias(governing=FilteredRelation("deadlines", condition=governing)).annotate(
        governing_due=F("governing__due")
    )


def as_filter(word: Word, calendar: Calendar, on: dt.date) -> Q:
    """The rows of `with_due` that `standing` would call `word`."""
    running = Q(state=State.REGISTERED)
    answered = Q(state=State.ANSWERED)
    late = Q(governing_due__isnull=False, answered_on__gt=F("governing_due"))
    soon = soon_until(calendar, on)
    return {
        Word.UNDATED: running & Q(governing_due__isnull=True),
        Word.LATE: running & Q(governing_due__lt=on),
        Word.DUE_TODAY: running & Q(governing_due=on),
        Word.SOON: running & Q(governing_due__gt=on, governing_due__lte=soon),
        Word.RUNNING: running & Q(governing_due__gt=soon),
        Word.ANSWERED_LATE: answered & late,
        Word.ANSWERED: answered & ~late,
        Word.WITHDRAWN: Q(state=State.WITHDRAWN),
        Word.HANDED_OVER: Q(state=State.HANDED_OVER),
        Word.CLOSED: Q(state=State.CLOSED),
    }[word]


def _word(facts: Facts, calendar: Calendar, on: dt.date) -> Word:
    due = facts.due
    if facts.state in ENDED:
        return ENDED[facts.state]
    if facts.state is State.ANSWERED:
        late = due is not None and facts.answered_on is not None and facts.answered_on > due
        return Word.ANSWERED_LATE if late else Word.ANSWERED
    if due is None:
        return Word.UNDATED
    if due <= on:
        return Word.LATE if due < on else Word.DUE_TODAY
    return Word.SOON if due <= soon_until(calendar, on) else Word.RUNNING


def _between(calendar: Calendar, start: dt.date, end: dt.date | None) -> int | None:
    if end is None:
        return None
    try:
        return calendar.working_days_between(start, end)
    except MissingDecree:
        return None


def _used(calendar: Calendar, first: dt.date, on: dt.date) -> int | None:
    try:
        return calendar.days_used(first, on)
    except MissingDecree:
        return None

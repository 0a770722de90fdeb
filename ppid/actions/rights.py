"""A refusal or silence opens the right to object, not a case (UU 14/2008 Ps 35(1), 36(1); 37(2)).

The last day of the right is a row of the ledger, counted on the earliest reading; a prepared objection lies ready for
the applicant. Nothing is numbered and nobody's clock runs before it is sent.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Protocol

from ppid.actions import ledger
from ppid.actions.effects import Sent
from ppid.law.calendar import Calendar
from ppid.law.decisions import Decision, NoticeContent
from ppid.law.delivering import PROMISE
from ppid.law.objections import GROUNDS, Ground, letters_of
from ppid.models import Case, Deadline, ObjectionDraft, ObjectionGround, bulk
from ppid.queries.calendar import current_calendar

FILE, SILENT = "OBJ_FILE", "DSP_FILE_SILENT"
# Rights of the applicant: they run on after a case is closed and move with a decree.
RIGHTS = frozenset({FILE, "DSP_FILE_ANSWERED", SILENT})
ANSWER = "OBJ_ANSWER"
DERIVED = ("case_id", "term", "part", "from_day", "length", "due", "calendar_version", "trail")
# Missed on a request, which ground it gives. g shares its day with c and with e; the applicant may add it.
OPENS = {
    "REQ_NOTICE_UU": Ground.NOT_ANSWERED, "REQ_EXTENSION": Ground.NOT_ANSWERED, PROMISE: Ground.NOT_FULFILLED,
}  # fmt: skip
PARTS = {code: GROUNDS[ground].part for code, ground in OPENS.items()}


def ground_of(content: NoticeContent) -> Ground | None:
    """The ground that a decision itself gives: a where anything is withheld under Ps 17, e where something is not
    given for another reason (law.md §1.4: never a); None where everything is given."""
    if content.withholds:
        return Ground.REFUSED_17
    return None if content.decision is Decision.GRANTED else Ground.NOT_FULFILLED


def answered(news: Sent) -> None:
    """A refusal, whole or in part, left: the prepared objection lies ready, whatever way the letter travels."""
    ground = ground_of(NoticeContent.from_json(news.letter.content))
    if ground is not None:
        _prepare([(news.case.pk, ground)], news.on)


def arrived(news: Sent) -> None:
    """Its last day counts from the day the applicant had the letter (law.md §1.5)."""
    ground = ground_of(NoticeContent.from_json(news.letter.content))
    if ground is None or news.letter.delivered_on is None:
        return
    part = GROUNDS[ground].part
    if not Deadline.objects.standing().filter(case_id=news.case.pk, term=FILE, part=part).exists():
        row = ledger.derived(
            news.case, FILE, from_day=news.letter.delivered_on, calendar=current_calendar(), at=news.at, part=part
        )
        row.save(force_insert=True)


class Over(Protocol):
    """A term whose last day is over, as the tick reads it."""

    @property
    def case(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def term(self) -> str: ...
    @property
    def due(self) -> dt.date: ...
    @property
    def touched(self) -> bool: ...


def follow(missed: Iterable[Over], *, on: dt.date, at: dt.datetime) -> None:
    """What opens when a term is missed: the objection of a request, the dispute of an objection.

    Two statements for a batch and two more where something lies there already; days that many cases share are
    counted once.
    """
    opened: dict[tuple[int, str, int], dt.date] = {}
    ready: list[tuple[int, Ground]] = []
    fresh: set[int] = set()
    for row in missed:
        if row.kind == Case.Kind.OBJECTION:
            if row.term == ANSWER:
                opened[row.case, SILENT, 0] = row.due
        elif row.term in OPENS:
            ready.append((row.case, OPENS[row.term]))
            opened[row.case, FILE, PARTS[row.term]] = row.due
            if not row.touched:
                fresh.add(row.case)
    if not opened:
        return
    # A right that runs already keeps its days.
    bulk.insert(Deadline, DERIVED, _counted(opened, current_calendar(), at), unless_there=True, created_at=at)
    _prepare(ready, on, fresh)


def _counted(opened: Mapping[tuple[int, str, int], dt.date], calendar: Calendar, at: dt.datetime) -> Iterator[bulk.Row]:
    counted: dict[tuple[str, dt.date], Deadline] = {}
    for (case, code, part), day in opened.items():
        if (code, day) not in counted:
            counted[code, day] = ledger.derived(Case(pk=case), code, from_day=day, calendar=calendar, at=at)
        found = counted[code, day]
        yield case, code, part, day, found.length, found.due, found.calendar_version, found.trail


def _prepare(ready: Iterable[tuple[int, Ground]], on: dt.date, fresh: Set[int] = frozenset()) -> None:
    """A prepared objection for each, unless that ground was objected to already or one waits; of the `fresh` neither
    needs to be asked."""
    wanted: dict[int, set[Ground]] = {}
    for case, ground in ready:
        wanted.setdefault(case, set()).add(ground)
    if not wanted:
        return
    if touched := wanted.keys() - fresh:
        _join(touched, wanted)
    new = {key: frozenset(grounds) for key, grounds in wanted.items() if grounds}
    # Few sets of grounds, many rows.
    proposed = {grounds: _both("", grounds) for grounds in set(new.values())}
    rows = ((key, proposed[grounds]) for key, grounds in new.items())
    bulk.insert(ObjectionDraft, ("request_id", "proposed"), rows, opened_on=on)


def _join(touched: Set[int], wanted: dict[int, set[Ground]]) -> None:
    """Take what was objected to already out of `wanted`, and put the rest to the objection that waits."""
    used = ObjectionGround.objects.filter(request_id__in=touched).values_list("request_id", "ground")
    for key, letter in used:
        wanted[key or 0].discard(Ground(letter))
    for row in ObjectionDraft.objects.filter(request_id__in=touched, sent__isnull=True):
        grounds = _both(row.proposed, wanted.pop(row.request_id))
        if grounds != row.proposed:
            row.proposed = grounds
            row.save(update_fields=["proposed"])


def _both(before: str, more: Iterable[Ground]) -> str:
    return letters_of({*map(Ground, before), *more}).replace(", ", "")

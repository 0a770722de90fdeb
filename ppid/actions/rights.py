"""A refusal or silence opens the right to object, not a case (UU 14/2008 Ps 35(1), 36(1); 37(2)).

The last day of the right is a row of the ledger, counted on the earliest reading; a prepared objection lies ready for
the applicant. Nothing is numbered and nobody's clock runs before it is sent.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Protocol

from ppid.actions import ledger
from ppid.actions.effects import Sent
from ppid.law.calendar import Calendar
from ppid.law.decisions import Decision, NoticeContent
from ppid.law.delivering import PROMISE
from ppid.law.objections import GROUNDS, Ground, letters_of
from ppid.models import Case, Deadline, ObjectionDraft, ObjectionGround
from ppid.queries.calendar import current_calendar

FILE, SILENT = "OBJ_FILE", "DSP_FILE_SILENT"
# Rights of the applicant: they run on after a case is closed and move with a decree.
RIGHTS = frozenset({FILE, "DSP_FILE_ANSWERED", SILENT})
ANSWER = "OBJ_ANSWER"
# Missed on a request, which ground it gives. g shares its day with c and with e; the applicant may add it.
OPENS = {
    "REQ_NOTICE_UU": Ground.NOT_ANSWERED, "REQ_EXTENSION": Ground.NOT_ANSWERED, PROMISE: Ground.NOT_FULFILLED,
}  # fmt: skip


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


def follow(missed: Iterable[Over], *, on: dt.date, at: dt.datetime) -> None:
    """What opens when a term is missed: the objection of a request, the dispute of an objection.

    Four statements for a batch; days that many cases share are counted once.
    """
    opened: dict[tuple[int, str, int], dt.date] = {}
    ready: list[tuple[int, Ground]] = []
    for row in missed:
        if row.kind == Case.Kind.OBJECTION:
            if row.term == ANSWER:
                opened[row.case, SILENT, 0] = row.due
        elif row.term in OPENS:
            ready.append((row.case, OPENS[row.term]))
            opened[row.case, FILE, GROUNDS[OPENS[row.term]].part] = row.due
    if not opened:
        return
    standing = Deadline.objects.standing().filter(case_id__in={key[0] for key in opened}, term__in=(FILE, SILENT))
    known = set(standing.values_list("case_id", "term", "part"))
    Deadline.objects.bulk_create(
        _counted({key: day for key, day in opened.items() if key not in known}, current_calendar(), at)
    )
    _prepare(ready, on)


def _counted(opened: Mapping[tuple[int, str, int], dt.date], calendar: Calendar, at: dt.datetime) -> list[Deadline]:
    counted: dict[tuple[str, dt.date], Deadline] = {}
    rows = []
    for (case, code, part), day in opened.items():
        if (code, day) not in counted:
            counted[code, day] = ledger.derived(Case(pk=case), code, from_day=day, calendar=calendar, at=at)
        found = counted[code, day]
        rows.append(
            Deadline(
                case_id=case,
                term=code,
                part=part,
                from_day=day,
                length=found.length,
                due=found.due,
                calendar_version=found.calendar_version,
                trail=found.trail,
                created_at=at,
            )
        )
    return rows


def _prepare(ready: Iterable[tuple[int, Ground]], on: dt.date) -> None:
    """A prepared objection for each, unless that ground was objected to already or one waits."""
    wanted: dict[int, set[Ground]] = {}
    for case, ground in ready:
        wanted.setdefault(case, set()).add(ground)
    if not wanted:
        return
    used = ObjectionGround.objects.filter(request_id__in=wanted).values_list("request_id", "ground")
    for key, letter in used:
        wanted[key or 0].discard(Ground(letter))
    waiting = {row.request_id: row for row in ObjectionDraft.objects.filter(request_id__in=wanted, sent__isnull=True)}
    for key, row in waiting.items():
        grounds = _both(row.proposed, wanted.pop(key))
        if grounds != row.proposed:
            row.proposed = grounds
            row.save(update_fields=["proposed"])
    ObjectionDraft.objects.bulk_create(
        ObjectionDraft(request_id=key, proposed=_both("", grounds), opened_on=on)
        for key, grounds in wanted.items()
        if grounds
    )


def _both(before: str, more: Iterable[Ground]) -> str:
    return letters_of({*map(Ground, before), *more}).replace(", ", "")

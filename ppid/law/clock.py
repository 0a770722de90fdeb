"""(term, first day, calendar) -> due day, and the trail of every day counted and skipped.

The first day is the day the trigger happened: the day of receipt is day zero, the next working day is day one
(`CountingRules.first_day_counts`, one setting). REQ_EXTENSION starts from the end of the ten days (UU 14/2008 Pasal 22
ayat (8), "7 hari kerja berikutnya"). EXC_DECLARE_OPEN runs backwards from the end of the exclusion (PERKI 1/2021
Pasal 52).
"""

import calendar as months_of
import datetime as dt
from dataclasses import dataclass
from typing import Final, TypedDict

from ppid.law.calendar import Calendar, Kind
from ppid.law.term import UNIT_WORDS, Unit
from ppid.law.terms import Term

# A term longer than this is a slip of the pen, not a term: 1,000 working days are four years.
LONGEST_STATED: Final = 1000
NEEDS_A_TIME: Final = "{code} dihitung dalam jam; sebutkan juga pukulnya, misalnya 2026-11-23T09:30."


class CannotDerive(ValueError):
    """A term cannot be computed from what was given. `field` is `from` or `length`; the message is Indonesian."""

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)


class TrailEntry(TypedDict, total=False):
    """A trail day as JSON (stored in the ledger, printed by the command)."""

    date: str
    counted: bool
    reason: str
    number: int | None
    kind: str
    name: str
    decree: str


@dataclass(frozen=True, slots=True)
class TrailDay:
    """One day on the way: counted as number `number`, or skipped for `reason` (Indonesian, names the decree)."""

    date: dt.date
    counted: bool
    reason: str
    number: int | None = None
    kind: Kind = Kind.WORKING
    name: str = ""
    decree: str = ""

    def as_json(self) -> TrailEntry:
        return {
            "date": self.date.isoformat(), "counted": self.counted, "reason": self.reason, "number": self.number,
            "kind": str(self.kind), "name": self.name, "decree": self.decree,
        }  # fmt: skip

    @classmethod
    def from_json(cls, entry: TrailEntry) -> "TrailDay":
        return cls(
            dt.date.fromisoformat(entry["date"]), entry["counted"], entry["reason"], entry.get("number"),
            Kind(entry.get("kind", Kind.WORKING)), entry.get("name", ""), entry.get("decree", ""),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Derivation:
    """A due day and how it came about. `due_at` is set for hours only, aware, in the zone of the first moment.

    `trail` is empty for hours, months, years and what is due at once. `calendar_version` is empty where no decree
    played a part.
    """

    term: Term
    first: dt.date
    due: dt.date
    length: int
    trail: tuple[TrailDay, ...]
    calendar_version: str
    due_at: dt.datetime | None = None


def length_of(term: Term, stated: int | None) -> int:
    """The term's length; `stated` is needed where the law leaves it open, and must be one the law allows elsewhere."""
    if term.length is None:
        if stated is None:
            raise CannotDerive(
                "length",
                f"Lama {term.code} tidak ditetapkan peraturan; sebutkan lamanya dalam {UNIT_WORDS[term.unit]}.",
            )
        if not 1 <= stated <= LONGEST_STATED:
            raise CannotDerive(
                "length", f"Lama harus antara 1 dan {LONGEST_STATED} {UNIT_WORDS[term.unit]}, bukan {stated}."
            )
        return stated
    shortest, longest = (1 if term.at_most else term.length), term.length + term.extension
    if stated is None:
        return term.length
    if shortest <= stated <= longest:
        return stated
    if term.at_most:
        raise CannotDerive("length", f"Lama {term.code} antara 1 dan {term.measure}, bukan {stated}.")
    words = term.measure + (f", atau sampai {longest} bila diperpanjang" if term.extension else "")
    raise CannotDerive(
        "length", f"Lama {term.code} sudah ditetapkan ({words}) dan tidak dapat diganti menjadi {stated}."
    )


def due_of(term: Term, first: dt.date, calendar: Calendar, length: int | None = None) -> dt.date:
    """The due day alone, without its trail: what lists and batches need. Hours are refused here (they need a moment).

    Raises CannotDerive and MissingDecree.
    """
    count = length_of(term, length)
    if term.unit is Unit.WORKING_DAYS:
        if term.backwards:
            return calendar.nth_before(first, count)
        return calendar.nth_from(first, count) if counts_first(term, calendar) else calendar.nth_after(first, count)
    if term.unit is Unit.HOURS:
        raise CannotDerive("from", NEEDS_A_TIME.format(code=term.code))
    try:
        if term.unit is Unit.DAYS:
            return first + dt.timedelta(days=count)
        if term.unit in (Unit.MONTHS, Unit.YEARS):
            return later_month(first, count * (12 if term.unit is Unit.YEARS else 1))
    except (OverflowError, ValueError):
        raise CannotDerive("from", "Tanggal terlalu jauh untuk dihitung.") from None
    return first


def derive(term: Term, first: dt.date | dt.datetime, calendar: Calendar, length: int | None = None) -> Derivation:
    """The due day with its trail.

    `first`: the day of the trigger, or an aware moment in the body's time zone (needed for hours; its own date is
    taken for the rest, so convert it to the body's zone before). Raises CannotDerive and MissingDecree.
    """
    moment = first if isinstance(first, dt.datetime) else None
    day = first.date() if isinstance(first, dt.datetime) else first
    count = length_of(term, length)
    if term.unit is Unit.HOURS:
        due_at = _hours_later(term, moment, count)
        return Derivation(term, day, due_at.date(), count, (), "", due_at)
    due = due_of(term, day, calendar, length)
    if term.unit is Unit.WORKING_DAYS:
        return Derivation(term, day, due, count, _working_trail(term, day, due, calendar), calendar.version)
    trail = _every_day(day, due) if term.unit is Unit.DAYS else ()
    return Derivation(term, day, due, count, trail, "")


def counts_first(term: Term, calendar: Calendar) -> bool:
    """Whether the day of the trigger is day one. What follows another term goes on after the day already counted:
    "7 hari kerja berikutnya" (UU 14/2008 Pasal 22 ayat (8))."""
    return calendar.rules.first_day_counts.value and not term.follows and not term.backwards


def later_month(day: dt.date, months: int) -> dt.date:
    """The same day of a later month; the month's last day where it has no such day (31 August + 6 = 28 February)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = months_of.monthrange(year, month + 1)[1]
    return day.replace(year=year, month=month + 1, day=min(day.day, last))


def _hours_later(term: Term, moment: dt.datetime | None, count: int) -> dt.datetime:
    if moment is None or moment.tzinfo is None:
        raise CannotDerive("from", NEEDS_A_TIME.format(code=term.code))
    try:
        # Clock hours pass in UTC; Indonesia's zones know no summer time, another body's zone might.
        return (moment.astimezone(dt.UTC) + dt.timedelta(hours=count)).astimezone(moment.tzinfo)
    except OverflowError:
        raise CannotDerive("from", "Tanggal terlalu jauh untuk dihitung.") from None


def _working_trail(term: Term, first: dt.date, due: dt.date, calendar: Calendar) -> tuple[TrailDay, ...]:
    step = -1 if term.backwards else 1
    start = 0 if counts_first(term, calendar) else 1
    trail: list[TrailDay] = []
    number = 0
    for offset in range(start, abs((due - first).days) + 1):
        fact = calendar.fact(first + dt.timedelta(days=step * offset))
        number += fact.working
        reason = f"hari kerja ke-{number}" if fact.working and fact.reason == "hari kerja" else fact.reason
        trail.append(
            TrailDay(
                fact.date, fact.working, reason, number if fact.working else None, fact.kind, fact.name, fact.decree
            )
        )
    return tuple(trail)


def _every_day(first: dt.date, due: dt.date) -> tuple[TrailDay, ...]:
    days = range(1, (due - first).days + 1)
    return tuple(TrailDay(first + dt.timedelta(days=n), True, f"hari kalender ke-{n}", n) for n in days)

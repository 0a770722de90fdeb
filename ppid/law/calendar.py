"""Working days from decrees (law.md §7). Pure: days come in as data, nothing is looked up.

The office week is Monday to Friday (Perpres 21/2023 Pasal 3); the number of working days changes with national
holidays and cuti bersama (Perpres 21/2023 Pasal 6). Which days those are is said by decrees, and the newest decree in
force that mentions a day decides. A year that no decree has set is refused by name: without one the deadlines would
be too short, and nobody would notice.
"""

import datetime as dt
import hashlib
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final

from ppid.law.counting import DEFAULT_RULES, CountingRules

WEEKDAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
WEEKEND_SOURCE: Final = "Perpres 21/2023 Pasal 3"


class Kind(StrEnum):
    """What makes a day what it is. The first three may stand in a decree's `days`."""

    NATIONAL = "national"
    SHARED_LEAVE = "cuti_bersama"
    LOCAL = "local"
    REMOVED = "removed"
    WEEKEND = "weekend"
    WORKING = "working"


HOLIDAY_KINDS: Final = (Kind.NATIONAL, Kind.SHARED_LEAVE, Kind.LOCAL)
KIND_WORDS: Final[Mapping[Kind, str]] = {
    Kind.NATIONAL: "libur nasional",
    Kind.SHARED_LEAVE: "cuti bersama",
    Kind.LOCAL: "libur setempat",
    Kind.REMOVED: "kembali menjadi hari kerja",
    Kind.WEEKEND: "akhir pekan",
    Kind.WORKING: "hari kerja",
}


class MissingDecree(Exception):
    """No decree in force sets the working days of `year`. The message is Indonesian and names the year."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(
            f"Hari kerja tahun {year} belum dapat dihitung: "
            f"keputusan hari libur (SKB 3 Menteri) tahun {year} belum dimuat."
        )


@dataclass(frozen=True, slots=True)
class DecreeDay:
    """A day that a decree makes a holiday (`kind` one of HOLIDAY_KINDS) or, with REMOVED, a working day again."""

    date: dt.date
    kind: Kind
    name: str = ""


@dataclass(frozen=True, slots=True)
class Decree:
    """One decree in force. `covers` are the years whose holidays it sets whole; `sequence` breaks a tie of dates."""

    number: str
    date: dt.date
    source: str
    days: tuple[DecreeDay, ...]
    covers: tuple[int, ...] = ()
    amends: str = ""
    region: str = ""
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class DayFact:
    """What one day is, and who says so. `reason` is an Indonesian phrase that names the decree where one speaks."""

    date: dt.date
    working: bool
    kind: Kind
    name: str
    decree: str
    reason: str


def written(day: dt.date) -> str:
    """`23 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def written_with_weekday(day: dt.date) -> str:
    """`Senin, 23 November 2026`."""
    return f"{WEEKDAYS[day.weekday()]}, {written(day)}"


def named(kind: Kind, name: str) -> str:
    """What a day is called: cuti bersama says so before the feast's name."""
    if kind is Kind.SHARED_LEAVE and not name.casefold().startswith("cuti bersama"):
        return f"Cuti bersama {name}".strip()
    return name


@dataclass(frozen=True)
class Calendar:
    """The working days of the years that decrees cover.

    Args: the decrees in force, in any order, and the counting rules. Days are `datetime.date`; there is no clock and
    no time zone here.
    """

    decrees: tuple[Decree, ...]
    rules: CountingRules = field(default=DEFAULT_RULES)

    @classmethod
    def of(cls, decrees: Iterable[Decree], rules: CountingRules = DEFAULT_RULES) -> "Calendar":
        """A calendar in which the order of `decrees` plays no part: they stand by date, then by sequence."""
        return cls(tuple(sorted(decrees, key=lambda decree: (decree.date, decree.sequence, decree.number))), rules)

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that may be computed: a base decree covers them. An amendment or a local day alone covers none."""
        return frozenset(year for decree in self.decrees for year in decree.covers)

    @cached_property
    def version(self) -> str:
        """Names this set of days: the newest decree's date and a digest of every decree and rule.

        Equal sets have equal versions, so a decree adopted and withdrawn again leaves no trace here.
        """
        text = json.dumps(
            [
                [
                    [d.number, d.date.isoformat(), d.amends, d.region, sorted(d.covers),
                     sorted([day.date.isoformat(), day.kind, day.name] for day in d.days)]
                    for d in self.decrees
                ],
                [self.rules.shared_leave_is_working.value, self.rules.first_day_counts.value],
            ],
            ensure_ascii=False,
        )  # fmt: skip
        newest = self.decrees[-1].date.isoformat() if self.decrees else "kosong"
        return f"{newest}/{hashlib.sha256(text.encode()).hexdigest()[:10]}"

    @cached_property
    def said(self) -> dict[dt.date, tuple[DecreeDay, Decree]]:
        """For each day that a decree mentions: what the newest decree in force says of it."""
        return {day.date: (day, decree) for decree in self.decrees for day in decree.days}

    def _is_working(self, day: dt.date) -> bool:
        if day.weekday() > 4:
            return False
        entry = self.said.get(day)
        if entry is None or entry[0].kind is Kind.REMOVED:
            return True
        return entry[0].kind is Kind.SHARED_LEAVE and self.rules.shared_leave_is_working.value

    @cached_property
    def _spans(self) -> tuple[tuple[int, int, tuple[int, ...]], ...]:
        """Runs of covered years without a gap: first and last ordinal, and the ordinals of the working days between.

        A term is then one binary search; walking day by day would be too slow for a batch of thousands.
        """
        spans: list[tuple[int, int, tuple[int, ...]]] = []
        for start, end in _runs(self.years):
            first, last = dt.date(start, 1, 1).toordinal(), dt.date(end, 12, 31).toordinal()
            working = tuple(o for o in range(first, last + 1) if self._is_working(dt.date.fromordinal(o)))
            spans.append((first, last, working))
        return tuple(spans)

    def is_working(self, day: dt.date) -> bool:
        """Whether `day` is a working day. Raises MissingDecree where no decree covers its year."""
        if day.year not in self.years:
            raise MissingDecree(day.year)
        return self._is_working(day)

    def fact(self, day: dt.date) -> DayFact:
        """What `day` is, with its reason in Indonesian. Raises MissingDecree where no decree covers its year."""
        working = self.is_working(day)
        entry = self.said.get(day)
        says, decree = entry if entry else (None, None)
        kind, name, number = Kind.WORKING, "", ""
        if says is not None and decree is not None:
            number, name = decree.number, named(says.kind, says.name)
            kind = Kind.WORKING if working else says.kind
        parts = [f"{WEEKDAYS[day.weekday()]}, akhir pekan ({WEEKEND_SOURCE})"] if day.weekday() > 4 else []
        if says is not None and says.kind is not Kind.REMOVED:
            word = "" if says.kind is Kind.SHARED_LEAVE else f", {KIND_WORDS[says.kind]}"
            parts.append(f"{name}{word} ({number})")
        elif says is not None and day.weekday() < 5:
            parts.append(f"hari kerja: liburnya dicabut ({number})")
        if day.weekday() > 4 and (says is None or says.kind is Kind.REMOVED):
            kind, number, name = Kind.WEEKEND, "", ""
        return DayFact(day, working, kind, name, number, "; ".join(parts) or "hari kerja")

    def nth_after(self, day: dt.date, length: int) -> dt.date:
        """The `length`-th working day after `day`, `length` >= 1. Raises MissingDecree where the decrees end."""
        return self._step(day.toordinal() + 1, length)

    def nth_from(self, day: dt.date, length: int) -> dt.date:
        """As `nth_after`, but `day` itself is the first where it is a working day."""
        return self._step(day.toordinal(), length)

    def _step(self, first: int, length: int) -> dt.date:
        span = self._span(first)
        position = bisect_left(span[2], first) + length - 1
        if position >= len(span[2]):
            raise MissingDecree(dt.date.fromordinal(span[1]).year + 1)
        return dt.date.fromordinal(span[2][position])

    def nth_before(self, day: dt.date, length: int) -> dt.date:
        """The `length`-th working day before `day`, `length` >= 1."""
        span = self._span(day.toordinal() - 1)
        position = bisect_right(span[2], day.toordinal() - 1) - length
        if position < 0:
            raise MissingDecree(dt.date.fromordinal(span[0]).year - 1)
        return dt.date.fromordinal(span[2][position])

    def days_used(self, first: dt.date, on: dt.date) -> int:
        """Working days used of a term whose trigger was on `first`: that day too where the rules count it."""
        used = self.working_days_between(first, on)
        return used + 1 if self.rules.first_day_counts.value and on >= first and self.is_working(first) else used

    def working_days_between(self, start: dt.date, end: dt.date) -> int:
        """Working days after `start` up to and including `end`; negative where `end` lies before `start`.

        With `start` = today it is the number of days left.
        """
        if end < start:
            return -self.working_days_between(end, start)
        if end == start:
            return 0
        first, last = start.toordinal() + 1, end.toordinal()
        span = self._span(first)
        if last > span[1]:
            raise MissingDecree(dt.date.fromordinal(span[1]).year + 1)
        return bisect_right(span[2], last) - bisect_left(span[2], first)

    def _span(self, ordinal: int) -> tuple[int, int, tuple[int, ...]]:
        for span in self._spans:
            if span[0] <= ordinal <= span[1]:
                return span
        raise MissingDecree(_year_of(ordinal))


def _year_of(ordinal: int) -> int:
    if ordinal < 1:
        return 0
    return dt.MAXYEAR + 1 if ordinal > dt.date.max.toordinal() else dt.date.fromordinal(ordinal).year


def _runs(years: Iterable[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for year in sorted(years):
        if runs and runs[-1][1] == year - 1:
            runs[-1] = (runs[-1][0], year)
        else:
            runs.append((year, year))
    return runs

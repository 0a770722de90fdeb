"""The calendar of a deadline: every day from the first day to the due day, for `templates/components/days.html`."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ppid.law.calendar import HOLIDAY_KINDS, MONTHS, Kind, written, written_with_weekday
from ppid.law.clock import TrailDay, TrailEntry

# Longer terms are shown as a table only: nobody reads three hundred squares.
MOST_DAYS = 250
# What fits into a square of 45 pixels. The feast's whole name stands in the text that is read aloud and in the table.
SHORT_NAMES = (
    ("Idulfitri", "Idulfitri"), ("Iduladha", "Iduladha"), ("Nyepi", "Nyepi"), ("Imlek", "Imlek"), ("Waisak", "Waisak"),
    ("Natal", "Natal"), ("Mikraj", "Isra Mikraj"), ("Maulid", "Maulid"), ("Muharam", "1 Muharam"),
    ("Kemerdekaan", "HUT RI"), ("Buruh", "Hari Buruh"), ("Pancasila", "Pancasila"), ("Wafat", "Jumat Agung"),
    ("Paskah", "Paskah"), ("Kenaikan", "Kenaikan"), ("Tahun Baru", "Tahun baru"), ("Pemilihan", "Pemilu"),
    ("pemilihan", "Pilkada"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Square:
    """One day. `css` are the classes of its look; `spoken` is the whole sentence that a screen reader says.

    `number` counts the day, `note` is the few words under the date; `outside` days only fill the week.
    """

    date: dt.date
    label: str
    css: str
    spoken: str
    number: int | None = None
    note: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day on the way as text: counted as `number`, or skipped; `reason` names the decree."""

    date: dt.date
    number: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class DeadlineCalendar:
    """What `components/days.html` and `components/days_table.html` need.

    `squares` are whole weeks from Monday; empty where the way is too long to draw. `rows` are the days counted and
    skipped, in the order of the calendar. `counted` and `skipped` are their numbers.
    """

    title: str
    squares: tuple[Square, ...]
    rows: tuple[DayRow, ...]
    counted: int
    skipped: int
    decrees: tuple[str, ...]

    def counts(self, day: dt.date) -> bool:
        """Whether this day bears a number."""
        return any(row.date == day and row.number is not None for row in self.rows)


def deadline_calendar(
    *, first: dt.date, due: dt.date, trail: Sequence[TrailDay], on: dt.date, start_note: str = ""
) -> DeadlineCalendar:
    """Draws the way from `first` (day zero) to `due`; `on` is the body's today, `start_note` says what day zero is."""
    way = _Way(first, due, on, start_note, {day.date: day for day in trail})
    begin, end = min(first, due), max(first, due)
    ordered = sorted(trail, key=lambda day: day.date)
    squares = tuple(way.square(day) if begin <= day <= end else _outside(day) for day in _weeks(begin, end))
    counted = sum(1 for day in trail if day.counted)
    return DeadlineCalendar(
        title=_("Hari yang dihitung dari %(begin)s sampai %(end)s") % {"begin": written(begin), "end": written(end)},
        squares=squares if (end - begin).days <= MOST_DAYS else (),
        rows=tuple(DayRow(day.date, day.number, day.reason) for day in ordered),
        counted=counted,
        skipped=len(trail) - counted,
        decrees=tuple(dict.fromkeys(day.decree for day in ordered if day.decree)),
    )


def stored_calendar(
    *, first: dt.date, due: dt.date, trail: Iterable[TrailEntry], on: dt.date, start_note: str = ""
) -> DeadlineCalendar:
    """The same from the trail as the ledger keeps it (`Deadline.trail`)."""
    days = [TrailDay.from_json(entry) for entry in trail]
    return deadline_calendar(first=first, due=due, trail=days, on=on, start_note=start_note)


def _weeks(begin: dt.date, end: dt.date) -> Iterable[dt.date]:
    start = begin - dt.timedelta(days=begin.weekday())
    length = (end - start).days + 7 - end.weekday()
    return (start + dt.timedelta(days=n) for n in range(length))


def _label(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _outside(day: dt.date) -> Square:
    return Square(day, _label(day), "day day--out", "", outside=True)


@dataclass(frozen=True, slots=True)
class _Way:
    """What a square has to know of the whole."""

    first: dt.date
    due: dt.date
    on: dt.date
    start_note: str
    trail: dict[dt.date, TrailDay]

    def square(self, day: dt.date) -> Square:
        entry = self.trail.get(day)
        css, note, spoken = self._look(day, entry)
        if day == self.due:
            css += " day--due"
            spoken = [*spoken, _("hari terakhir")]
        if day == self.on:
            css += " day--today"
            spoken = [*spoken, _("hari ini")]
        number = entry.number if entry and entry.counted else None
        sentence = f"{written_with_weekday(day)}: {'; '.join(spoken)}."
        return Square(day, _label(day), css, sentence, number, note)

    def _look(self, day: dt.date, entry: TrailDay | None) -> tuple[str, str, list[str]]:
        if entry is None:
            note = self.start_note or _("mulai")
            return "day day--start", note, [_("%(note)s, hari ini belum dihitung") % {"note": note}]
        if entry.counted:
            return "day", "", [entry.reason]
        spoken = [_("tidak dihitung: %(reason)s") % {"reason": entry.reason}]
        if entry.kind not in HOLIDAY_KINDS:
            return "day day--skip", "", spoken
        return f"day day--{'holiday' if day.weekday() < 5 else 'skip'}", short_name(entry), spoken


def short_name(entry: TrailDay) -> str:
    """`Nyepi`, `cuti bersama`, `libur setempat`: what fits into a square."""
    if entry.kind is Kind.SHARED_LEAVE:
        return _("cuti bersama")
    if entry.kind is Kind.LOCAL:
        return entry.name if len(entry.name) <= 14 else _("libur setempat")
    return next((short for word, short in SHORT_NAMES if word in entry.name), _("libur nasional"))

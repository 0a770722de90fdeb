"""Seeing, reading, hearing or noting down at the office, by appointment and with minutes (PERKI 1/2021 Ps 35)."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.refusals import Invalid, Problem, say

# As many as one offer may hold; the applicant chooses one.
MOST_SLOTS = 5
TEXT_LENGTH = 4000


class Visit(StrEnum):
    """How the appointment to see one part stands: none, times offered, one of them chosen."""

    NONE = "none"
    OFFERED = "offered"
    CHOSEN = "chosen"


class VisitEnd(StrEnum):
    """What became of an appointment: held, the applicant did not come, or other times were offered instead."""

    HELD = "held"
    MISSED = "missed"
    REPLACED = "replaced"


@dataclass(frozen=True)
class OpeningHours:
    """From when to when somebody is there for visitors on a working day, by the body's clock."""

    opens: dt.time
    closes: dt.time

    def __str__(self) -> str:
        return f"{self.opens:%H.%M}–{self.closes:%H.%M}"


@dataclass(frozen=True, order=True)
class Slot:
    """A day and the time from and until which a part may be seen, by the body's clock."""

    day: dt.date
    starts: dt.time
    ends: dt.time

    def begun(self, now: dt.datetime) -> bool:
        """Whether it has begun at the body's local moment `now`."""
        return dt.datetime.combine(self.day, self.starts) <= now.replace(tzinfo=None)

    def over(self, now: dt.datetime) -> bool:
        return dt.datetime.combine(self.day, self.ends) <= now.replace(tzinfo=None)

    def as_json(self) -> dict[str, str]:
        return {"day": self.day.isoformat(), "starts": f"{self.starts:%H:%M}", "ends": f"{self.ends:%H:%M}"}

    @classmethod
    def from_json(cls, plain: Mapping[str, str]) -> Self:
        starts, ends = (dt.time.fromisoformat(plain[name]) for name in ("starts", "ends"))
        return cls(dt.date.fromisoformat(plain["day"]), starts, ends)


def slot_problems(
    slots: Sequence[Slot], *, calendar: Calendar, hours: OpeningHours, now: dt.datetime, due: dt.date | None = None
) -> Iterator[Problem]:
    """What keeps an office from offering these slots; `now` is the body's local moment. The field is the slot's own
    with its number: `day_2`. `due`: the promised last day, while the promise runs: naming times keeps it, so one of
    them must lie within it, unless no later day of it is left."""
    if not slots:
        yield Problem("day_1", say("Belum ada waktu yang ditawarkan. Isi sedikitnya satu hari dan jamnya."))
    if len(slots) > MOST_SLOTS:
        yield Problem("day_1", say("Paling banyak %(most)d pilihan waktu sekali menawarkan."), {"most": MOST_SLOTS})
    for number, slot in enumerate(slots, 1):
        yield from _problems_of(slot, number, calendar, hours, now)
        if slot in slots[: number - 1]:
            yield Problem(f"day_{number}", say("Waktu ini sudah ditulis di atas. Ganti atau kosongkan."))
    if slots and due is not None and due > now.date() and all(slot.day > due for slot in slots):
        text = say(
            "Sedikitnya satu waktu harus dalam janji, paling lambat %(due)s (PERKI 1/2021 Ps 31 ayat 4 huruf f)."
        )
        yield Problem("day_1", text, {"due": f"{due:%d-%m-%Y}"})


def _problems_of(
    slot: Slot, number: int, calendar: Calendar, hours: OpeningHours, now: dt.datetime
) -> Iterator[Problem]:
    if slot.ends <= slot.starts:
        yield Problem(f"ends_{number}", say("Jam selesai tidak sesudah jam mulai. Periksa kedua jam itu."))
    elif slot.starts < hours.opens or slot.ends > hours.closes:
        text = say("Di luar jam layanan, %(hours)s. Pilih jam di antaranya.")
        yield Problem(f"starts_{number}", text, {"hours": str(hours)})
    if slot.begun(now):
        yield Problem(f"day_{number}", say("Waktu ini sudah lewat. Pilih waktu yang akan datang."))
    elif closed := closed_reason(slot.day, calendar):
        yield Problem(f"day_{number}", *closed)


def closed_reason(day: dt.date, calendar: Calendar) -> tuple[str, dict[str, object]] | None:
    """Why the office is closed that day, as a sentence and its values, naming the decree; None on a working day."""
    try:
        fact = calendar.fact(day)
    except MissingDecree as missing:
        text = say("Hari libur tahun %(year)d belum ditetapkan dalam SKB yang dimuat. Pilih hari sebelum itu.")
        return text, {"year": missing.year}
    if fact.working:
        return None
    return say("Bukan hari kerja: %(reason)s. Pilih hari lain."), {"reason": fact.reason}


@dataclass(frozen=True)
class Minutes:
    """The minutes (berita acara) of a viewing: when, where, what was shown, who attended for the office, remarks.

    `visitor` is who came: the applicant or the proxy. Times are the body's.
    """

    day: dt.date
    starts: dt.time
    ends: dt.time
    place: str
    shown: str
    visitor: str
    officer: str
    officer_position: str = ""
    remarks: str = ""

    def checked(self, *, told_on: dt.date, on: dt.date) -> Self:
        """Itself, or Invalid. `told_on` is the day of the notice that granted the viewing."""
        problems = tuple(self._problems(told_on, on))
        if problems:
            raise Invalid(problems)
        return self

    def as_json(self) -> dict[str, Any]:
        return {
            "day": self.day.isoformat(), "starts": f"{self.starts:%H:%M}", "ends": f"{self.ends:%H:%M}",
            "place": self.place, "shown": self.shown, "visitor": self.visitor, "officer": self.officer,
            "officer_position": self.officer_position, "remarks": self.remarks,
        }  # fmt: skip

    def _problems(self, told_on: dt.date, on: dt.date) -> Iterator[Problem]:
        if self.day > on:
            yield Problem("day", say("Tanggal di masa depan. Catat berita acara setelah informasinya dilihat."))
        elif self.day < told_on:
            yield Problem("day", say("Tanggal mendahului pemberitahuannya. Periksa kapan informasi itu dilihat."))
        if self.ends <= self.starts:
            yield Problem("ends", say("Jam selesai tidak sesudah jam mulai. Periksa kedua jam itu."))
        wanted = {
            "place": say("Tempat belum diisi. Tulis di mana informasi itu dilihat."),
            "shown": say("Informasi yang diperlihatkan belum diuraikan. Tulis dokumen mana saja."),
            "visitor": say("Nama yang hadir belum diisi. Tulis siapa yang melihat informasi itu."),
            "officer": say("Petugas yang mendampingi belum diisi. Tulis namanya."),
        }
        for field, text in wanted.items():
            if not getattr(self, field).strip():
                yield Problem(field, text)
        for field in ("place", "shown", "visitor", "officer", "officer_position", "remarks"):
            if len(getattr(self, field)) > TEXT_LENGTH:
                text = say("Isian terlalu panjang. Ringkas menjadi %(most)s huruf.")
                yield Problem(field, text, {"most": f"{TEXT_LENGTH:_}".replace("_", ".")})

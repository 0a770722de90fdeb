"""The desk's own date before the statutory one: when a unit hands its part to the PPID.

It binds nobody outside the office and moves no statutory date (law.md §1.4, "No hold, no transfer").
"""

import datetime as dt

from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.refusals import Problem, say


def default_desk_date(*, due: dt.date | None, on: dt.date, calendar: Calendar, days_before: int) -> dt.date | None:
    """`days_before` working days before `due`, not before `on`; None when the last day is unknown or gone."""
    if due is None or due < on:
        return None
    try:
        day = calendar.nth_before(due, days_before) if days_before else due
    except MissingDecree:
        return due
    return max(day, on)


def desk_date_problem(day: dt.date | None, *, due: dt.date | None, on: dt.date, field: str) -> Problem | None:
    """Why `day` cannot be the desk's date: gone by, or after the last day of the law. No date means "at once"."""
    if day is None:
        return None
    if day < on:
        return Problem(field, say("Tanggal internal sudah lewat. Tulis hari ini atau sesudahnya, atau kosongkan."))
    if due is not None and due < on:
        return Problem(field, say("Tenggat undang-undang sudah lewat. Kosongkan tanggal internal: berarti segera."))
    if due is not None and day > due:
        return Problem(field, say("Tanggal internal melewati tenggat undang-undang. Pilih tanggal yang lebih awal."))
    return None

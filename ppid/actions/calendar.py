"""Adopting and withdrawing the decrees that say which days are holidays (interfaces.md, Decrees).

One transaction each: the decree's rows, the new dates of the open cases, their events and notices. Closed cases keep
the dates that were told (law.md §7.1).
"""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from ppid.actions.clock import Redated, redate
from ppid.law.calendar import Decree as LawDecree
from ppid.law.refusals import Invalid, Problem, say
from ppid.models import Decree, DecreeDay
from ppid.queries.calendar import current_calendar


@dataclass(frozen=True, slots=True)
class Changed:
    """What came of it: the calendar's version now, and every open deadline that moved.

    `changed` is False where the same decree with the same days already stood in force.
    """

    version: str
    redated: tuple[Redated, ...]
    changed: bool


def adopt(*, decree: LawDecree, on: dt.date, at: dt.datetime, dry_run: bool = False) -> Changed:
    """Put a decree into force; the same number again replaces its own days. Raises Invalid.

    `on` is the body's today, `at` the moment (aware). With `dry_run` everything is done and taken back.
    """
    with transaction.atomic():
        standing = _locked_in_force()
        _check_chain(decree, standing)
        old = standing.get(decree.number)
        if old is not None and _same(old, decree):
            return Changed(current_calendar().version, (), changed=False)
        if old is not None:
            old.replaced_at = at
            old.save(update_fields=["replaced_at"])
        _write(decree, old, at)
        return _redated(decree.number, on, at, dry_run)


def withdraw(*, number: str, on: dt.date, at: dt.datetime, dry_run: bool = False) -> Changed:
    """Take a decree out of force. What the system was shipped with comes back where this number had replaced it.

    Raises Invalid where the number is not in force, or is amended by one that is.
    """
    with transaction.atomic():
        standing = _locked_in_force()
        row = standing.get(number)
        if row is None:
            raise Invalid([_unknown(number)])
        shipped = None if row.shipped else Decree.objects.filter(number=number, shipped=True).first()
        returns = shipped if shipped and shipped.withdrawn_at is None else None
        amending = sorted(other.number for other in standing.values() if other.amends == number)
        if amending and returns is None:
            text = say("Keputusan ini masih diubah oleh %(others)s. Cabut dahulu keputusan perubahannya.")
            raise Invalid([Problem("number", text, {"others": ", ".join(amending)})])
        row.withdrawn_at = at
        row.save(update_fields=["withdrawn_at"])
        if returns is not None:
            returns.replaced_at = None
            returns.save(update_fields=["replaced_at"])
        return _redated(number, on, at, dry_run)


def _redated(number: str, on: dt.date, at: dt.datetime, dry_run: bool) -> Changed:
    calendar = current_calendar()
    moved = redate(calendar=calendar, decree_number=number, on=on, at=at)
    transaction.set_rollback(dry_run)
    return Changed(calendar.version, tuple(moved), changed=True)


def _locked_in_force() -> dict[str, Decree]:
    # Two adoptions at once wait for each other here; SQLite has taken its lock at BEGIN.
    return {row.number: row for row in Decree.objects.in_force().select_for_update().order_by("pk")}


def _unknown(number: str) -> Problem:
    exists = Decree.objects.filter(number=number).exists()
    text = (
        say("Keputusan “%(number)s” sudah dicabut.") if exists else say("Keputusan “%(number)s” belum pernah dimuat.")
    )
    return Problem("number", text, {"number": number})


def _check_chain(decree: LawDecree, standing: dict[str, Decree]) -> None:
    """An amendment names a decree in force that is not younger than itself, and does not come back to itself."""
    if not decree.amends:
        return
    base = standing.get(decree.amends)
    if base is None:
        text = say("Keputusan yang diubah, “%(number)s”, tidak ada di antara keputusan yang berlaku. Muat dahulu.")
        raise Invalid([Problem("amends", text, {"number": decree.amends})])
    if base.date > decree.date:
        text = say(
            "Tanggal keputusan (%(date)s) mendahului keputusan yang diubahnya (%(base)s). Periksa kedua tanggal."
        )
        raise Invalid([Problem("date", text, {"date": decree.date.isoformat(), "base": base.date.isoformat()})])
    seen = {decree.number}
    number = decree.amends
    while number:
        if number in seen:
            raise Invalid([Problem("amends", say("Kedua keputusan saling mengubah; hapus salah satu rujukannya."))])
        seen.add(number)
        number = standing[number].amends if number in standing else ""


def _same(row: Decree, decree: LawDecree) -> bool:
    head = (row.date, row.source, row.region, row.amends, tuple(row.covers))
    if head != (decree.date, decree.source, decree.region, decree.amends, decree.covers):
        return False
    days = set(row.days.values_list("date", "kind", "name"))
    return days == {(day.date, str(day.kind), day.name) for day in decree.days}


def _write(decree: LawDecree, old: Decree | None, at: dt.datetime) -> None:
    every = Decree.objects.all()
    last = every.aggregate(Max("sequence"))["sequence__max"] or 0
    edition = every.filter(number=decree.number).aggregate(Max("edition"))["edition__max"] or 0
    row = Decree.objects.create(
        number=decree.number, edition=edition + 1, date=decree.date, source=decree.source, region=decree.region,
        amends=decree.amends, covers=list(decree.covers), adopted_at=at,
        # A new edition keeps its place among decrees of the same date.
        sequence=old.sequence if old else last + 1,
    )  # fmt: skip
    DecreeDay.objects.bulk_create(
        DecreeDay(decree=row, date=day.date, kind=str(day.kind), name=day.name) for day in decree.days
    )

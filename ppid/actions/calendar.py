"""Adopting and withdrawing the decrees that say which days are holidays (interfaces.md, Decrees).

And the choice between two readings of how days are counted. One transaction each: the rows, the new dates of the open
cases, their events and notices. Closed cases keep the dates that were told (law.md §7.1).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import Max

from ppid.actions.clock import Cause, Redated, redate
from ppid.law.calendar import Decree as LawDecree
from ppid.law.refusals import Invalid, Problem, say
from ppid.models import Decree, DecreeDay, Institution
from ppid.queries.calendar import current_calendar


@dataclass(frozen=True, slots=True)
class Changed:
    """What came of it: the calendar's version now, and every open deadline that moved.

    `changed` is False where the same decree with the same days already stood in force.
    """

    version: str
    redated: tuple[Redated, ...]
    changed: bool


def adopt(
    *, decree: LawDecree, on: dt.date, at: dt.datetime, acting_user: AbstractBaseUser | None = None,
    dry_run: bool = False,
) -> Changed:  # fmt: skip
    """Put a decree into force; the same number again replaces its own days. Raises Invalid.

    `on` is the body's today, `at` the moment (aware). `acting_user`: None for the command. With `dry_run` everything
    is done and taken back.
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
        _write(decree, old, at, acting_user)
        return _redated(Cause(decree=decree.number), on, at, dry_run)


def withdraw(
    *, number: str, on: dt.date, at: dt.datetime, acting_user: AbstractBaseUser | None = None, dry_run: bool = False
) -> Changed:
    """Take back the latest adoption of a number: what stood in force before it stands again (interfaces.md, Decrees).

    That is the edition which the withdrawn one replaced, or no edition of this number at all. Raises Invalid where the
    number is not in force, where a decree in force amends it and no edition returns, or where the returning edition
    amends one that is gone.
    """
    with transaction.atomic():
        standing = _locked_in_force()
        row = standing.get(number)
        if row is None:
            raise Invalid([_unknown(number)])
        returns = edition_before(row)
        amending = sorted(other.number for other in standing.values() if other.amends == number)
        if amending and returns is None:
            text = say("Keputusan ini masih diubah oleh %(others)s. Cabut dahulu keputusan perubahannya.")
            raise Invalid([Problem("number", text, {"others": ", ".join(amending)})])
        row.withdrawn_at, row.withdrawn_by_id = at, acting_user.pk if acting_user else None
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])
        if returns is not None:
            _check_chain(returns, standing)
            returns.replaced_at = None
            returns.save(update_fields=["replaced_at"])
        return _redated(Cause(decree=number), on, at, dry_run)


def elsewhere(decree: LawDecree, body: Institution) -> Problem | None:
    """A remark where a local decree names another region than the body's own."""
    if not decree.region or not body.region or decree.region.casefold() == body.region.casefold():
        return None
    return Problem("region", say("Keputusan ini untuk daerah lain: %(region)s."), {"region": decree.region})


def edition_before(row: Decree) -> Decree | None:
    """The edition that would stand again if `row`, which is in force, were withdrawn. One statement.

    The editions of a number that were not withdrawn are a stack: the newest is in force, each of the others was
    replaced by the one above it.
    """
    below = Decree.objects.filter(number=row.number, edition__lt=row.edition, withdrawn_at__isnull=True)
    return below.order_by("-edition").first()


def _redated(cause: Cause, on: dt.date, at: dt.datetime, dry_run: bool) -> Changed:
    calendar = current_calendar()
    moved = redate(calendar=calendar, cause=cause, on=on, at=at)
    transaction.set_rollback(dry_run)
    return Changed(calendar.version, tuple(moved), changed=True)


def choose_rules(*, values: Mapping[str, bool], on: dt.date, at: dt.datetime, dry_run: bool = False) -> Changed:
    """The body's choice between the two readings (`law.counting`); open cases are counted anew, as after a decree.

    `values` by name; what is left out stays. `changed` is False where nothing differs.
    """
    with transaction.atomic():
        Institution.load()
        body = Institution.objects.select_for_update().order_by("pk")[:1].get()
        anew = {name: value for name, value in values.items() if getattr(body, name) != value}
        if not anew:
            return Changed(current_calendar().version, (), changed=False)
        for name, value in anew.items():
            setattr(body, name, value)
        body.save(update_fields=list(anew))
        return _redated(Cause(rules=anew), on, at, dry_run)


def _locked_in_force() -> dict[str, Decree]:
    # Two adoptions at once wait for each other here; SQLite has taken its lock at BEGIN.
    return {row.number: row for row in Decree.objects.in_force().select_for_update().order_by("pk")}


def _unknown(number: str) -> Problem:
    exists = Decree.objects.filter(number=number).exists()
    text = (
        say("Keputusan “%(number)s” sudah dicabut.") if exists else say("Keputusan “%(number)s” belum pernah dimuat.")
    )
    return Problem("number", text, {"number": number})


def _check_chain(decree: LawDecree | Decree, standing: dict[str, Decree]) -> None:
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


def _write(decree: LawDecree, old: Decree | None, at: dt.datetime, user: AbstractBaseUser | None) -> None:
    every = Decree.objects.all()
    last = every.aggregate(Max("sequence"))["sequence__max"] or 0
    edition = every.filter(number=decree.number).aggregate(Max("edition"))["edition__max"] or 0
    row = Decree.objects.create(
        number=decree.number, edition=edition + 1, date=decree.date, source=decree.source, region=decree.region,
        amends=decree.amends, covers=list(decree.covers), adopted_at=at, adopted_by_id=user.pk if user else None,
        # A new edition keeps its place among decrees of the same date.
        sequence=old.sequence if old else last + 1,
    )  # fmt: skip
    DecreeDay.objects.bulk_create(
        DecreeDay(decree=row, date=day.date, kind=str(day.kind), name=day.name) for day in decree.days
    )

"""The units as the public sees them: who they are, how to reach them, what they hold."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Max, Q
from django.utils.translation import gettext as _

from disclosures.models import UNCLASSIFIED, UNCLASSIFIED_LABEL, InformationClass, RegisterEntry
from ppid.models import Institution, Unit

NEWEST = 10


@dataclass(frozen=True, slots=True)
class UnitLine:
    name: str
    code: str
    kind: str
    entries: int


@dataclass(frozen=True, slots=True)
class UnitsScreen:
    """`/unit/`: the main unit first, then the assistants by name."""

    lines: tuple[UnitLine, ...]


@dataclass(frozen=True, slots=True)
class ClassCount:
    code: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class UnitScreen:
    """`/unit/KODE/`: contact, entries by class, the newest ones."""

    unit: Unit
    kind: str
    contact: tuple[tuple[str, str], ...]
    total: int
    updated: dt.date | None
    classes: tuple[ClassCount, ...]
    newest: tuple[RegisterEntry, ...]


def units_screen() -> UnitsScreen:
    rows = Unit.objects.filter(active=True).annotate(entries_live=Count("entries", filter=Q(entries__live=True)))
    return UnitsScreen(
        tuple(
            UnitLine(unit.name, unit.code, unit.get_kind_display(), unit.entries_live)  # type: ignore[attr-defined]
            for unit in rows.order_by("-kind", "name")
        )
    )


def unit_screen(unit: Unit, body: Institution) -> UnitScreen:
    entries = RegisterEntry.objects.public().filter(unit=unit)
    counts = dict(entries.order_by().values_list("info_class").annotate(n=Count("pk")))
    updated = entries.aggregate(updated=Max("last_published_at"))["updated"]
    classes = [ClassCount(code, str(label), counts.get(code, 0)) for code, label in InformationClass.choices]
    if counts.get(""):
        classes.append(ClassCount(UNCLASSIFIED, str(UNCLASSIFIED_LABEL), counts[""]))
    contact = ((_("Alamat"), unit.address), (_("Telepon"), unit.phone), (_("Surat elektronik"), unit.email))
    return UnitScreen(
        unit=unit,
        kind=unit.get_kind_display(),
        contact=tuple((str(label), value) for label, value in contact if value),
        total=sum(counts.values()),
        updated=body.day_of(updated) if updated else None,
        classes=tuple(classes),
        newest=tuple(entries.order_by("-last_published_at", "-pk")[:NEWEST]),
    )

"""Whose row is it: the units that a sheet names, matched with those in the books, or made (interfaces.md, Units)."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from django.utils.text import slugify

from disclosures.imports.body_name import without_body
from disclosures.imports.register_sheet import Note, Sheet, SheetRow
from disclosures.imports.unit_names import Decision, Spelling, decide, like
from ppid.models import Institution, Unit


@dataclass(slots=True)
class Owners:
    """A unit for every row that has one. Units that are to be made are unsaved until `save`."""

    title: str
    units: dict[str, Unit]
    fallback: Unit | None
    only: Collection[int] | None
    create: bool
    decisions: dict[str, Decision]
    told: dict[str, str] = field(default_factory=dict)
    made: dict[str, Unit] = field(default_factory=dict)

    def of(self, row: SheetRow) -> Unit | Note:
        """The row's unit, or what is wrong with it."""
        if not row.unit:
            if self.fallback:
                return self._allowed(row, self.fallback)
            return Note(row.row, self.title, "Unit yang menguasai kosong. Isi nama unitnya.")
        decision = self.decisions[row.unit]
        if decision.unit is None:
            return Note(row.row, self.title, _uncertain(decision))
        unit = self.units.get(decision.unit) or self.made.get(decision.unit)
        if unit is None and not self.create:
            return Note(row.row, self.title, self._unknown(decision))
        if unit is None:
            unit = self.made[decision.unit] = Unit(name=decision.unit, kind=Unit.Kind.ASSISTANT)
        return self._allowed(row, unit)

    def warnings(self) -> list[Note]:
        """One warning for each spelling that is read otherwise than it is written."""
        return [
            Note(
                decision.spelling.row,
                self.title,
                f"“{decision.spelling.name}” dibaca sebagai “{decision.unit}” ({decision.spelling.times} baris).",
            )
            for decision in sorted(self.decisions.values(), key=lambda decision: decision.spelling.row)
            if decision.reworded
        ]

    def save(self, used: Collection[str]) -> int:
        """Make the new units that accepted rows need; returns how many."""
        wanted = [unit for name, unit in self.made.items() if name in used]
        body = without_body([decision.spelling.name for decision in self.decisions.values()], _body_names())
        taken = set(Unit.objects.values_list("code", flat=True))
        for unit in wanted:
            unit.code = _free_code(body(unit.name), taken)
            unit.save()
        return len(wanted)

    def _allowed(self, row: SheetRow, unit: Unit) -> Unit | Note:
        if self.only is None or unit.pk in self.only:
            return unit
        return Note(
            row.row, self.title, f"“{unit.name}” bukan unit Anda. Hapus baris ini atau mintalah PPID mengimpornya."
        )

    def _unknown(self, decision: Decision) -> str:
        name = decision.spelling.name
        if name not in self.told:
            near = like(name, list(self.units), _body_names())
            hint = f" Maksud Anda {_either(near)}?" if near else ""
            self.told[name] = (
                f"Unit “{name}” belum terdaftar.{hint} Daftarkan unit itu dahulu, atau ulangi impor dengan pembuatan "
                "unit baru (--create-units)."
            )
        return self.told[name]


def owners_of(
    sheet: Sheet, *, fallback: Unit | None, only: Collection[int] | None, create_units: bool, known: Sequence[Unit]
) -> Owners:
    """Decide on every name that the sheet's rows bear, the rejected ones included: each spelling counts."""
    times = Counter(row.unit for row in sheet.rows if row.unit)
    first: dict[str, int] = {}
    for row in sheet.rows:
        first.setdefault(row.unit, row.row)
    spellings = [Spelling(name, many, first[name]) for name, many in times.items()]
    decisions = decide(spellings, [unit.name for unit in known], _body_names())
    return Owners(
        title=sheet.titles["unit"],
        units={unit.name: unit for unit in known},
        fallback=fallback,
        only=only,
        create=create_units,
        decisions=decisions,
    )


def _body_names() -> list[str]:
    body = Institution.load()
    return [body.region, body.name, body.short_name, body.government]


def _uncertain(decision: Decision) -> str:
    return (
        f"“{decision.spelling.name}” mirip dengan {_either(decision.suggestions)}, tetapi belum tentu unit yang sama. "
        "Samakan ejaannya, atau daftarkan sebagai unit tersendiri lebih dahulu."
    )


def _either(names: Sequence[str]) -> str:
    return " atau ".join(f"“{name}”" for name in names)


def _free_code(name: str, taken: set[str]) -> str:
    """A code from the name without the body's own, with a number where it is taken."""
    base = slugify(name)[:70].strip("-") or "unit"
    code, number = base, 1
    while code in taken:
        number += 1
        code = f"{base}-{number}"
    taken.add(code)
    return code

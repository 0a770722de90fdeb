"""Taking a list of excluded information over: verdicts row by row, then one transaction (interfaces.md, Imports)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from django.db import transaction

from disclosures.actions.register import CREATED, REJECTED, UNCHANGED, UPDATED, RegisterImport, Verdict
from disclosures.actions.register_units import Owners, owners_of
from disclosures.imports.exclusion_sheet import ExclusionRow, ExclusionSheet, read_exclusions
from disclosures.imports.register_sheet import Note, Sheet
from ppid.actions import exclusions as acts
from ppid.law.exemptions import Ground, grounds_in, identity_of, names_another_statute
from ppid.models import Exclusion, Unit

KIND = "exclusion"


class ExclusionImport(RegisterImport):
    """What an import of a list did, or would do; the same document as that of a register."""


@dataclass(slots=True)
class _Step:
    row: ExclusionRow
    what: str
    exclusion: Exclusion
    changed: tuple[str, ...] = ()


@transaction.atomic
def import_exclusions(
    *, content: bytes, create_units: bool = False, dry_run: bool = False, skip_errors: bool = False
) -> ExclusionImport:
    """Create and update rows of the excluded list from the bytes of a sheet.

    With any error nothing is written unless `skip_errors`. What contradicts UU 14/2008 Ps 20 is taken as written, with
    a warning: a printed list is a fact, and the public page shows the doubt beside it.
    """
    sheet = read_exclusions(content)
    known = list(Unit.objects.select_for_update().order_by("pk"))
    # Units are told apart by the names of the rows, whatever else the rows hold.
    owners = owners_of(cast("Sheet", sheet), fallback=None, only=None, create_units=create_units, known=known)
    errors = list(sheet.errors) + _twins(sheet)
    wrong = {note.row for note in errors}
    stored = _stored(sheet)
    steps: list[_Step] = []
    for row in sheet.rows:
        if row.row in wrong:
            continue
        unit = owners.of(row) if row.unit else None  # type: ignore[arg-type]
        if isinstance(unit, Note):
            errors.append(unit)
            continue
        step = _step(row, unit, stored.get(identity_of(row.group, row.content)))
        if step.what == UPDATED and step.exclusion.status == Exclusion.Status.IN_FORCE:
            errors.append(_set_by_decree(row, sheet))
            continue
        steps.append(step)
    return _finish(sheet, steps, errors, owners, dry_run=dry_run, skip_errors=skip_errors)


def _finish(
    sheet: ExclusionSheet, steps: list[_Step], errors: list[Note], owners: Owners, *, dry_run: bool, skip_errors: bool
) -> ExclusionImport:
    units = [unit for step in steps if (unit := step.exclusion.unit) is not None]
    used = {unit.name for unit in units if unit.pk is None}
    writes = bool(steps) and not dry_run and (not errors or skip_errors)
    warnings = [*sheet.warnings, *owners.warnings(), *_warnings(steps, sheet)]
    created_units = owners.save(used) if writes else len(used)
    keys = tuple(_write(steps)) if writes else ()
    many = Counter(step.what for step in steps)
    return ExclusionImport(
        rows=sheet.count,
        created=many[CREATED],
        updated=many[UPDATED],
        unchanged=many[UNCHANGED],
        rejected=sheet.count - len(steps),
        written=writes,
        units_created=created_units,
        warnings=tuple(sorted(warnings, key=_by_row)),
        errors=tuple(sorted(errors, key=_by_row)),
        verdicts=tuple(_verdicts(steps, sheet, errors)),
        keys=keys,
    )


def _stored(sheet: ExclusionSheet) -> dict[str, Exclusion]:
    wanted = {identity_of(row.group, row.content) for row in sheet.rows}
    rows = Exclusion.objects.exclude(status=Exclusion.Status.OPENED).filter(identity__in=wanted)
    return {row.identity: row for row in rows.select_related("unit")}


def _step(row: ExclusionRow, unit: Unit | None, stored: Exclusion | None) -> _Step:
    values: dict[str, object] = {
        "group": row.group,
        "number": row.number,
        "information": row.information or row.content,
        "content": row.content,
        "basis": row.basis,
        "letters": "".join(ground[-1].lower() for ground in grounds_in(row.basis)),
        "if_open": row.if_open,
        "if_closed": row.if_closed,
        "period_words": row.period,
    }
    if unit is not None:
        values["unit"] = unit
    if stored is None:
        return _Step(row, CREATED, Exclusion(**values))
    changed = tuple(name for name, value in values.items() if getattr(stored, name) != value)
    for name in changed:
        setattr(stored, name, values[name])
    return _Step(row, UPDATED if changed else UNCHANGED, stored, changed)


def _write(steps: list[_Step]) -> Iterable[str]:
    for step in steps:
        step.exclusion.unit = step.exclusion.unit  # a unit made just now has its key
    created = [step.exclusion for step in steps if step.what == CREATED]
    updated = [step.exclusion for step in steps if step.what == UPDATED]
    acts.take_over(created=created, updated=updated)
    return [str(exclusion.pk) for exclusion in (*created, *updated)]


def _twins(sheet: ExclusionSheet) -> list[Note]:
    """An error on each row that stands a second time, naming all of them."""
    seen: dict[str, list[int]] = {}
    for row in sheet.rows:
        seen.setdefault(identity_of(row.group, row.content), []).append(row.row)
    notes = []
    for numbers in (numbers for numbers in seen.values() if len(numbers) > 1):
        where = ", ".join(map(str, numbers[:-1])) + f" dan {numbers[-1]}"
        message = f"Baris {where} memuat kelompok dan konten yang sama. Hapus atau bedakan salah satunya."
        notes += [Note(number, sheet.titles["content"], message) for number in numbers]
    return notes


def _set_by_decree(row: ExclusionRow, sheet: ExclusionSheet) -> Note:
    message = (
        "Informasi ini berlaku dengan keputusan; isinya tidak diubah oleh impor. "
        "Ubah lewat pengujian baru (PERKI 1/2021 Pasal 53)."
    )
    return Note(row.row, sheet.titles["content"], message)


def _warnings(steps: list[_Step], sheet: ExclusionSheet) -> Iterable[Note]:
    for step in steps:
        exclusion = step.exclusion
        for doubt in exclusion.doubts:
            said = exclusion.period_words or "-"
            message = f"Jangka waktu “{said[:120]}” {doubt}. Dimuat apa adanya; perbaiki keputusannya."
            yield Note(step.row.row, sheet.titles["period"], message)
        if not exclusion.letters:
            message = "Dasar hukum tidak menyebut huruf Pasal 17 UU 14/2008; daftar publik menandainya."
            yield Note(step.row.row, sheet.titles["basis"], message)
        if Ground.J in exclusion.grounds and not names_another_statute(exclusion.basis):
            message = "Pasal 17 huruf j harus menyebut undang-undang lain yang melarang pengungkapannya."
            yield Note(step.row.row, sheet.titles["basis"], message)


def _verdicts(steps: list[_Step], sheet: ExclusionSheet, errors: list[Note]) -> Iterable[Verdict]:
    done = {step.row.row for step in steps}
    found = [
        Verdict(
            step.row.row, step.what, step.row.content, step.exclusion.unit.name if step.exclusion.unit else "",
            step.changed,
        )
        for step in steps
    ]  # fmt: skip
    rejected = {note.row for note in errors if note.row} - done
    contents = {row.row: row.content for row in sheet.rows}
    found += [Verdict(number, REJECTED, contents.get(number, ""), "") for number in rejected if number is not None]
    return sorted(found, key=lambda verdict: verdict.row)


def _by_row(note: Note) -> tuple[int, str]:
    return (note.row or 0, note.message)

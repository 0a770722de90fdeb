"""Taking a register's sheet over: verdicts row by row, then one transaction (interfaces.md, Imports)."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from disclosures.actions import bulk_publishing
from disclosures.actions.register_units import Owners, owners_of
from disclosures.imports.register_sheet import Note, Sheet, SheetRow, read_register, twins
from disclosures.models import RegisterEntry
from disclosures.tasks import refresh_index
from ppid.models import Unit

KIND = "entry"
CREATED, UPDATED, UNCHANGED, REJECTED = "created", "updated", "unchanged", "rejected"
_KEYS_A_TASK = 2000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one row; `changed` names the model's fields that differ from what is stored."""

    row: int
    what: str
    summary: str
    unit: str
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterImport:
    """What an import did, or would do. `rows = created + updated + unchanged + rejected`.

    `units_created` counts units made (or to be made, in a dry run); `keys` are the index keys of what was written.
    """

    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    written: bool = False
    units_created: int = 0
    warnings: tuple[Note, ...] = ()
    errors: tuple[Note, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    keys: tuple[str, ...] = ()

    def as_json(self, file: str) -> dict[str, object]:
        """The document that `import_register --json` prints."""
        return {
            "file": file,
            **{
                name: getattr(self, name) for name in ("rows", "created", "updated", "unchanged", "rejected", "written")
            },
            "units": {"created": self.units_created},
            "warnings": [note.as_json() for note in self.warnings],
            "errors": [note.as_json() for note in self.errors],
        }


@dataclass(slots=True)
class _Step:
    row: SheetRow
    unit: Unit
    what: str
    entry: RegisterEntry
    changed: tuple[str, ...]


@transaction.atomic
def import_register(
    *,
    content: bytes,
    at: dt.datetime,
    acting_user: Any = None,
    unit: Unit | None = None,
    only_units: Collection[int] | None = None,
    info_class: str = "",
    create_units: bool = False,
    draft: bool = False,
    dry_run: bool = False,
    skip_errors: bool = False,
) -> RegisterImport:
    """Create and update register entries from the bytes of a sheet, and publish them unless `draft`.

    `unit` and `info_class` stand in for rows that name none; `only_units` refuses rows of other units (an assistant
    unit's import). With any error nothing is written unless `skip_errors`; `dry_run` counts the same and writes
    nothing. Columns that the sheet does not have keep what is stored, so does an empty class.
    """
    sheet = read_register(content)
    # Two imports at once wait for each other here (PostgreSQL; SQLite has one writer anyhow).
    known = list(Unit.objects.select_for_update().order_by("pk"))
    owners = owners_of(sheet, fallback=unit, only=only_units, create_units=create_units, known=known)
    errors = list(sheet.errors)
    owned = list(_owned(sheet, owners, errors))
    doubled = twins(((row.row, row.identity, own.name) for row, own in owned), sheet.titles["summary"])
    errors += doubled
    wrong = {note.row for note in doubled}
    stored = _stored({own.pk for _, own in owned if own.pk})
    steps = [_step(row, own, stored, info_class, draft) for row, own in owned if row.row not in wrong]
    locked = [_locked_note(step, sheet) for step in steps if step.what == UPDATED and step.entry.locked]
    errors += locked
    steps = [step for step in steps if not (step.what == UPDATED and step.entry.locked)]
    warnings = [*sheet.warnings, *owners.warnings(), *_warnings(steps, sheet)]
    used = {step.unit.name for step in steps if step.unit.pk is None}
    writes = bool(steps) and not dry_run and (not errors or skip_errors)
    result = RegisterImport(
        rows=sheet.count,
        created=sum(step.what == CREATED for step in steps),
        updated=sum(step.what == UPDATED for step in steps),
        unchanged=sum(step.what == UNCHANGED for step in steps),
        rejected=sheet.count - len(steps),
        written=writes,
        units_created=owners.save(used) if writes else len(used),
        warnings=tuple(sorted(warnings, key=_by_row)),
        errors=tuple(sorted(errors, key=_by_row)),
        verdicts=tuple(sorted(_verdicts(steps, sheet, errors), key=lambda verdict: verdict.row)),
        keys=tuple(_write(steps, acting_user, at, draft)) if writes else (),
    )
    for start in range(0, len(result.keys), _KEYS_A_TASK):
        refresh_index.enqueue(KIND, list(result.keys[start : start + _KEYS_A_TASK]))
    return result


def _owned(sheet: Sheet, owners: Owners, errors: list[Note]) -> Iterable[tuple[SheetRow, Unit]]:
    for row in sheet.rows:
        own = owners.of(row)
        if isinstance(own, Note):
            errors.append(own)
        else:
            yield row, own


def _stored(units: Collection[int]) -> dict[tuple[int, str], RegisterEntry]:
    rows = RegisterEntry.objects.filter(unit_id__in=units).prefetch_related("files")
    return {(entry.unit_id, entry.identity): entry for entry in rows}


def _step(
    row: SheetRow, unit: Unit, stored: dict[tuple[int, str], RegisterEntry], info_class: str, draft: bool
) -> _Step:
    """The verdict on one row: what is stored is compared with what the sheet says, column by column."""
    entry = stored.get((unit.pk, row.identity)) if unit.pk else None
    values = _values(row, info_class or "")
    if entry is None:
        # The class that a row does not name is taken from the command; a blank one leaves what an officer set.
        fresh = RegisterEntry(unit=unit, **values)
        return _Step(row, unit, CREATED, fresh, ())
    base = _newest(entry) if draft or not entry.live else entry
    if not values["info_class"]:
        del values["info_class"]
    changed = tuple(name for name, value in values.items() if getattr(base, name) != value)
    for name in changed:
        setattr(base, name, values[name])
    goes_live = not draft and not entry.live
    return _Step(row, unit, UPDATED if changed or goes_live else UNCHANGED, base, changed)


def _newest(entry: RegisterEntry) -> RegisterEntry:
    """The entry as its latest draft has it."""
    return entry.get_latest_revision_as_object() if entry.has_unpublished_changes else entry


def _values(row: SheetRow, info_class: str) -> dict[str, Any]:
    said = {
        "number": row.number,
        "maker": row.maker,
        "made_when": row.made_when,
        "made_place": row.made_place,
        "softcopy": row.softcopy,
        "hardcopy": row.hardcopy,
        "retention": row.retention,
    }
    kept = {name: value for name, value in said.items() if value is not None}
    return {"summary": row.summary, **kept, "info_class": row.info_class or info_class}


def _write(steps: list[_Step], user: Any, at: dt.datetime, draft: bool) -> list[str]:
    created = [step.entry for step in steps if step.what == CREATED]
    for step in steps:
        step.entry.unit = step.unit  # saved by now
    updated = [step.entry for step in steps if step.what == UPDATED]
    bulk_publishing.create(created, user=user, at=at, draft=draft)
    if draft:
        bulk_publishing.save_drafts(updated, user=user, at=at)
        return []
    bulk_publishing.publish(updated, user=user, at=at)
    return [str(entry.pk) for entry in (*created, *updated)]


def _warnings(steps: list[_Step], sheet: Sheet) -> Iterable[Note]:
    blank = [step.row.row for step in steps if not step.entry.info_class]
    if blank:
        message = (
            f"{len(blank)} baris belum diklasifikasi (berkala, serta-merta atau setiap saat). "
            "Daftar publik menyebutnya “belum diklasifikasi”; lengkapi di menu daftar informasi."
        )
        yield Note(None, sheet.titles["class"], message)
    for step in steps:
        if step.what == UPDATED and step.entry.live and step.entry.has_unpublished_changes:
            message = "Draf yang belum terbit pada informasi ini tetap ada di riwayat, tetapi tidak ikut terbit."
            yield Note(step.row.row, "", message)


def _locked_note(step: _Step, sheet: Sheet) -> Note:
    message = "Informasi ini sedang dikunci di ruang penyunting. Buka kuncinya, lalu ulangi impor."
    return Note(step.row.row, sheet.titles["summary"], message)


def _verdicts(steps: list[_Step], sheet: Sheet, errors: list[Note]) -> Iterable[Verdict]:
    done = set()
    for step in steps:
        done.add(step.row.row)
        yield Verdict(step.row.row, step.what, step.row.summary, step.unit.name, step.changed)
    written = {row.row: row for row in sheet.rows}
    for number in sorted({note.row for note in errors if note.row} - done):
        row = written.get(number)
        yield Verdict(number, REJECTED, row.summary if row else "", row.unit if row else "")


def _by_row(note: Note) -> tuple[int, str]:
    return (note.row or 0, note.message)

"""Bringing a backup back into an empty installation: judge first, stage, then move; the database last."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from portal.backups import archive, database, lock, own_files, own_keys
from portal.backups.making import keys_file_of
from portal.backups.moving import Moves
from portal.backups.own_keys import Keys
from ppid.models import PrivateFile
from ppid.queries import chains
from search import index


class CannotRestore(Exception):
    """Nothing was changed; the text is Indonesian."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back. `migrated`: how many migrations the older database still needed; `missing`: private files that a
    row names and that the backup does not hold, or holds with another content."""

    members: int
    made_at: str
    chains: chains.Checked
    missing: tuple[str, ...]
    migrated: int
    documents: int


def restore(*, file: Path, passphrase: Callable[[], str]) -> Restored:
    """Restore `file` into this installation, which must be empty. All of it or nothing.

    `passphrase` is asked only when keys have to be opened. Raises CannotRestore, BadArchive, DatabaseTrouble, OSError
    with everything as it was.
    """
    restored_here = own_keys.kept_here()
    try:
        with archive.opened(file) as read:
            _refuse_a_full_place()
            _refuse_another_release(read)
            keys = _keys(file, read, passphrase)
            read.verify()
            _move_in(read, keys)
    except BaseException:
        own_files.forget_made_keys()
        raise
    own_keys.use(keys, restored_here)
    missing = _missing(read.members)
    # Walked as they came, before a migration touches a table.
    checked = chains.check_all()
    migrated = _migrate()
    return Restored(
        len(read.members), str(read.facts.get("made_at", "")), checked, missing, migrated, index.rebuild().documents
    )


def _refuse_a_full_place() -> None:
    own_files.clear_away_unfinished(database.is_empty())
    if not database.is_empty():
        raise CannotRestore("Basis data pemasangan ini sudah berisi. Pulihkan hanya ke DATA_DIR yang kosong.")
    found = own_files.in_the_way()
    if found is not None:
        inside = found.relative_to(settings.DATA_DIR)
        raise CannotRestore(f"DATA_DIR tidak kosong (ada {inside}). Pulihkan hanya ke DATA_DIR yang kosong.")


def _refuse_another_release(read: archive.Read) -> None:
    vendor = database.vendor()
    if read.facts.get("database") != vendor or database.MEMBER[vendor] not in read.members:
        made = read.facts.get("database")
        raise CannotRestore(f"Cadangan ini dari {made}, pemasangan ini memakai {vendor}. Sesuaikan DATABASE_URL.")
    known = {*MigrationLoader(None, ignore_no_migrations=True).disk_migrations}
    try:
        strange = [f"{app}.{name}" for app, name in read.facts["migrations"] if (app, name) not in known]
        wanted = [path for path in read.members if path != database.MEMBER[vendor]]
    except (KeyError, TypeError, ValueError) as error:
        raise archive.BadArchive("Daftar isi cadangan tidak lengkap. Pakai cadangan lain.") from error
    if strange:
        raise CannotRestore(f"Cadangan dibuat oleh portal yang lebih baru ({strange[0]}). Perbarui dahulu portal ini.")
    if any(PurePosixPath(path).parts[0] not in own_files.kept() for path in wanted):
        raise archive.BadArchive("Cadangan memuat berkas yang tidak dikenal portal ini. Jangan dipakai.")


def _keys(file: Path, read: archive.Read, passphrase: Callable[[], str]) -> Keys:
    proof = read.facts.get("proof", {})
    if own_keys.come_from_outside() and own_keys.fits(own_keys.current(), proof):
        return own_keys.current()
    beside = keys_file_of(file)
    try:
        text = beside.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRestore(
            f"Berkas kunci {beside.name} tidak ada di samping cadangan, atau tidak terbaca. Salin juga berkas itu."
        ) from error
    try:
        keys = Keys.from_json(lock.unlocked(text, passphrase()))
    except lock.WrongPassphrase as error:
        raise CannotRestore(
            "Kata sandi cadangan salah, atau berkas kuncinya berubah. Tidak ada yang ditulis."
        ) from error
    except (lock.BadLock, KeyError, TypeError) as error:
        raise CannotRestore(f"Berkas kunci {beside.name} rusak atau bukan milik portal ini.") from error
    if not own_keys.fits(keys, proof):
        raise CannotRestore(f"{beside.name} bukan pasangan cadangan ini. Pakai berkas kunci yang dibuat bersamanya.")
    if said := own_keys.contradictions(keys):
        raise CannotRestore(" ".join(said))
    return keys


def _move_in(read: archive.Read, keys: Keys) -> None:
    stage = settings.DATA_DIR / own_files.STAGE
    stage.mkdir(mode=0o700, parents=True)
    with Moves(stage) as moves:
        for member in read.members.values():
            read.unpack(member, stage / "files" / member.path)
        own_keys.write(keys, stage / "keys")
        moves.make_room_for_keys()
        if any((stage / "keys").iterdir()):
            moves.add(stage / "keys", settings.KEYS_DIR)
        for name, target in own_files.kept().items():
            if (stage / "files" / name).exists():
                moves.add(stage / "files" / name, target)
        moves.carry_out()
        database.put_back(stage / "files" / database.MEMBER[database.vendor()])
        own_keys.write_signing_key_elsewhere(keys)


def _missing(held: Mapping[str, archive.Member]) -> tuple[str, ...]:
    rows = PrivateFile.objects.order_by("pk").values_list("stored_as", "sha256")
    wanted = ((f"private/{path}", sha256) for path, sha256 in rows)
    return tuple(path for path, sha256 in wanted if path not in held or held[path].sha256 != sha256)


def _migrate() -> int:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        call_command("migrate", interactive=False, verbosity=0)
    return len(plan)

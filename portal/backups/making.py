"""Making a backup: the database at one moment, then the files, then the keys beside it."""

import datetime as dt
import hashlib
import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from portal.backups import archive, database, lock, own_files, own_keys

# A file that goes while it is copied makes the round begin again; drafts that are thrown away do that.
MOST_ROUNDS = 3
MIGRATIONS = "SELECT app, name FROM django_migrations ORDER BY id"
PRIVATE_FILES = "SELECT stored_as FROM ppid_privatefile ORDER BY stored_as"
CASES, EVENTS = "SELECT count(*) FROM ppid_case", "SELECT count(*) FROM ppid_caseevent"


class CannotBackUp(Exception):
    """Nothing was written; the text is Indonesian."""


@dataclass(frozen=True, slots=True)
class Made:
    """`missing`: private files that a row names and that are not on the disk any more."""

    file: Path
    keys: Path
    sha256: str
    bytes: int
    members: int
    cases: int
    events: int
    missing: tuple[str, ...]


def keys_file_of(file: Path) -> Path:
    """Where the locked keys of an archive lie."""
    return file.with_name(f"{file.name}.kunci")


def make(*, out: Path, passphrase: str, at: dt.datetime) -> Made:
    """Write `out` and `out.kunci`, both readable by their owner only. An older pair of that name is replaced when the
    new one is whole. Raises CannotBackUp, DatabaseTrouble, OSError."""
    out = out.absolute()
    if not database.is_migrated():
        raise CannotBackUp("Belum ada yang dapat dicadangkan: basis data kosong. Jalankan dahulu manage.py migrate.")
    if out.is_dir() or not out.parent.is_dir():
        raise CannotBackUp(f"--out: {out} bukan nama berkas di folder yang ada. Buat foldernya atau pilih nama lain.")
    if own_files.is_kept(out):
        raise CannotBackUp("--out: folder ini sendiri ikut dicadangkan. Simpan cadangan di tempat lain.")
    with tempfile.TemporaryDirectory(prefix=".cadangan-", dir=out.parent) as folder:
        stage = Path(folder)
        for _round in range(MOST_ROUNDS):
            (stage / "draft").unlink(missing_ok=True)
            draft, facts = _written(stage, at)
            if not facts["missing"]:
                break
        locked = stage / "keys"
        locked.write_text(lock.locked(own_keys.current().as_json(), passphrase), encoding="ascii")
        size, digest = draft.stat().st_size, _digest(draft)
        for source, target in ((draft, out), (locked, keys_file_of(out))):
            source.chmod(0o600)
            _to_disk(source)
            source.replace(target)
    return Made(
        out, keys_file_of(out), digest, size, facts["members"], facts["cases"], facts["events"],
        tuple(facts["missing"]),
    )  # fmt: skip


def _written(stage: Path, at: dt.datetime) -> tuple[Path, dict]:
    """The archive as a draft in `stage`, and what its manifest says."""
    draft = stage / "draft"
    writer = archive.Writer(draft)
    vendor = database.vendor()
    copy = stage / database.MEMBER[vendor]
    copy.unlink(missing_ok=True)
    try:
        # The rows first: a file is written before its row and deleted after it, so every row finds its file.
        with database.copied(copy) as ask:
            migrations = [list(row) for row in ask(MIGRATIONS)]
            private = [f"private/{row[0]}" for row in ask(PRIVATE_FILES)]
            cases, events = ask(CASES)[0][0], ask(EVENTS)[0][0]
        writer.add(database.MEMBER[vendor], copy)
        for path, source in own_files.all_files():
            try:
                writer.add(path, source)
            except FileNotFoundError:
                continue
        held = {member.path for member in writer.members}
        facts = {
            "id": secrets.token_hex(16), "made_at": at.isoformat(), "database": vendor, "migrations": migrations,
            "cases": cases, "events": events, "proof": own_keys.proof(),
            "missing": [path for path in private if path not in held],
        }  # fmt: skip
        writer.close(facts)
    except BaseException:
        writer.abandon()
        raise
    return draft, {**facts, "members": len(held)}


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _to_disk(path: Path) -> None:
    """A power cut after the replacement must not leave an empty file in the place of yesterday's backup."""
    with path.open("rb") as content:
        os.fsync(content.fileno())

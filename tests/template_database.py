"""The migrated test database, made once for each set of migrations and copied after.

You will wonder why not pytest-django's `--reuse-db`. Because a run that was killed leaves its rows behind, and another
branch its tables. A copy of a template named after everything that the migrations consist of is always fresh and never
of another branch.
"""

import hashlib
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

KEPT = 12
ROOT = Path(__file__).resolve().parents[1]
# The rows that migrations seed are made from these.
SEEDS = ("ppid/law/decrees/*.json", "*/migrations/*.py", "portal/first_pages/*.py", "portal/roles.py", "uv.lock")


def is_file_database(connection: BaseDatabaseWrapper) -> bool:
    return connection.vendor == "sqlite" and bool(connection.settings_dict["TEST"]["NAME"])


def template() -> Path:
    """Where the template of the present migrations lies, whether made yet or not: beside other scratch files, this
    user's only."""
    digest = hashlib.sha256()
    for pattern in SEEDS:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.relative_to(ROOT).as_posix().encode())
            digest.update(path.read_bytes())
    return _folder() / f"{digest.hexdigest()[:16]}.sqlite3"


def _folder() -> Path:
    folder = Path(tempfile.gettempdir()) / f"portal-test-databases-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _drop_older(folder: Path) -> None:
    """Keep the newest few: branches with other migrations may take turns."""
    known = sorted(folder.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in known[KEPT:]:
        path.unlink(missing_ok=True)


def copy_template() -> bool:
    """Put a copy where this process's test database belongs; False when there is no template yet."""
    connection = connections["default"]
    source = template()
    if not is_file_database(connection) or not source.exists():
        return False
    target = Path(connection.settings_dict["TEST"]["NAME"])
    for leftover in (target, *(target.with_name(target.name + end) for end in ("-wal", "-shm", "-journal"))):
        leftover.unlink(missing_ok=True)
    shutil.copyfile(source, target)
    return True


def keep_template() -> None:
    """Make the template from the database that was just migrated. The last of several workers wins; all are equal."""
    connection = connections["default"]
    wanted = template()
    if not is_file_database(connection) or wanted.exists():
        return
    _drop_older(wanted.parent)
    scratch = wanted.with_suffix(f".{os.getpid()}")
    connection.ensure_connection()
    with sqlite3.connect(scratch) as target:
        connection.connection.backup(target)
    target.close()
    scratch.replace(wanted)

"""The database at one moment: SQLite by its online backup, PostgreSQL by pg_dump and pg_restore."""

import contextlib
import errno
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.db import connection, transaction

# (SQL) -> rows, asked of the very moment that was copied.
Ask = Callable[[str], Sequence[Sequence[Any]]]
SQLITE, POSTGRESQL = "sqlite", "postgresql"
MEMBER = {SQLITE: "database.sqlite3", POSTGRESQL: "database.pgdump"}


class DatabaseTrouble(Exception):
    """What the database or its programs said, as an Indonesian sentence without a password."""


def vendor() -> str:
    return connection.vendor


def sqlite_file() -> Path:
    return Path(connection.settings_dict["NAME"])


def is_migrated() -> bool:
    """Whether there is an installation at all. A look that creates no SQLite file."""
    if vendor() == SQLITE and not _holds_bytes(sqlite_file()):
        return False
    return "django_migrations" in connection.introspection.table_names()


def is_empty() -> bool:
    """Whether a database may be restored here: no file, or no table. Creates nothing."""
    if vendor() == SQLITE:
        return not _holds_bytes(sqlite_file())
    return not connection.introspection.table_names()


@contextlib.contextmanager
def copied(target: Path) -> Iterator[Ask]:
    """Copy the database into `target` while others go on writing; what is asked inside is answered as of the copy."""
    if vendor() == SQLITE:
        with _copied_sqlite(target) as ask:
            yield ask
    else:
        with _copied_postgresql(target) as ask:
            yield ask


@contextlib.contextmanager
def _copied_sqlite(target: Path) -> Iterator[Ask]:
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy)
        # One plain file without companions.
        copy.execute("PRAGMA journal_mode = DELETE")
        yield lambda sql: copy.execute(sql).fetchall()


@contextlib.contextmanager
def _copied_postgresql(target: Path) -> Iterator[Ask]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        _program(
            "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}",
            f"--file={target}",
        )  # fmt: skip

        def ask(sql: str) -> Sequence[Sequence[Any]]:
            cursor.execute(sql)
            return cursor.fetchall()

        yield ask


def put_back(source: Path) -> None:
    """The copy becomes the database, whole or not at all. Raises DatabaseTrouble."""
    connection.close()
    if vendor() == SQLITE:
        target = sqlite_file()
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        source.chmod(0o600)
        try:
            source.replace(target)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            # DATABASE_URL names another disk, where a rename alone is not possible.
            draft = target.with_name(f".{target.name}.pulih")
            shutil.copy2(source, draft)
            draft.replace(target)
        return
    _program(
        "pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges",
        f"--dbname={connection.settings_dict['NAME']}", str(source),
    )  # fmt: skip


def _program(name: str, *words: str) -> None:
    given = connection.settings_dict
    # Only what is said here reaches the programs, so that they work on the database that the settings name.
    environment = {"PATH": os.defpath, "PGCONNECT_TIMEOUT": "20", "LC_ALL": "C.UTF-8"}
    options = given.get("OPTIONS", {})
    for variable, value in (
        ("PGDATABASE", given["NAME"]), ("PGUSER", given.get("USER")), ("PGHOST", given.get("HOST")),
        ("PGPORT", given.get("PORT")), ("PGPASSWORD", given.get("PASSWORD")), ("PGSSLMODE", options.get("sslmode")),
        ("PGSSLROOTCERT", options.get("sslrootcert")), ("PGSERVICE", options.get("service")),
    ):  # fmt: skip
        if value:
            environment[variable] = str(value)
    done = subprocess.run(  # noqa: S603  (a fixed program, no shell)
        [_found(name), *words], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        said = next(iter(done.stderr.strip().splitlines()), f"kode {done.returncode}")
        raise DatabaseTrouble(f"{name} gagal: {said}")


def _found(name: str) -> str:
    """The program on the path, else the newest that Debian installed."""
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: path.parts[-3].zfill(4))
    program = shutil.which(name) or (str(newest[-1]) if newest else None)
    if program is None:
        raise DatabaseTrouble(f"Program {name} tidak ada. Pasang dahulu: apt install postgresql-client")
    return program


def _holds_bytes(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0

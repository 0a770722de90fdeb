"""Triggers by which the database itself keeps the case log and its checkpoints append-only (architecture rule 5).

Called by a migration, and by the one test fixture that must empty tables between tests that commit.
"""

from collections.abc import Callable, Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

CASE_LOG = "ppid_caseevent"
# What a signed checkpoint rests on may change as little as the log itself.
TABLES = (CASE_LOG, "ppid_loghead", "ppid_checkpoint")
REFUSAL = "the case log is append-only"


def _up(table: str, vendor: str) -> tuple[str, ...]:
    if vendor == "sqlite":
        return tuple(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            for verb in ("UPDATE", "DELETE")
        )
    # A statement trigger: it also refuses an UPDATE or DELETE that would touch no row, and TRUNCATE has no rows to ask.
    return (
        f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()",
    )


def _down(table: str, vendor: str) -> tuple[str, ...]:
    if vendor == "sqlite":
        return tuple(f"DROP TRIGGER IF EXISTS {table}_no_{verb}" for verb in ("update", "delete"))
    return (
        f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}",
        f"DROP FUNCTION IF EXISTS {table}_refuse()",
    )


def stand(connection: BaseDatabaseWrapper, execute: Callable[[str], object], tables: Iterable[str] = TABLES) -> None:
    """Put the triggers up."""
    for table in tables:
        for statement in _up(table, connection.vendor):
            execute(statement)


def lift(connection: BaseDatabaseWrapper, execute: Callable[[str], object], tables: Iterable[str] = TABLES) -> None:
    """Take them down; harmless where they do not stand."""
    for table in tables:
        for statement in _down(table, connection.vendor):
            execute(statement)

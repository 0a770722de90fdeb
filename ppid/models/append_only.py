"""Triggers by which the database itself keeps the case log append-only (architecture rule 5).

Called by a migration, and by the one test fixture that must empty tables between tests that commit.
"""

from collections.abc import Callable

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "ppid_caseevent"
REFUSAL = "the case log is append-only"

SQLITE_UP = tuple(
    f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for verb in ("UPDATE", "DELETE")
)
SQLITE_DOWN = tuple(f"DROP TRIGGER IF EXISTS {TABLE}_no_{verb}" for verb in ("update", "delete"))

# A statement trigger: it also refuses an UPDATE or DELETE that would touch no row, and TRUNCATE has no rows to ask.
POSTGRESQL_UP = (
    f"CREATE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    f"CREATE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE} "
    f"FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_refuse()",
)
POSTGRESQL_DOWN = (
    f"DROP TRIGGER IF EXISTS {TABLE}_append_only ON {TABLE}",
    f"DROP FUNCTION IF EXISTS {TABLE}_refuse()",
)


def stand(connection: BaseDatabaseWrapper, execute: Callable[[str], object]) -> None:
    """Put the triggers up."""
    for statement in SQLITE_UP if connection.vendor == "sqlite" else POSTGRESQL_UP:
        execute(statement)


def lift(connection: BaseDatabaseWrapper, execute: Callable[[str], object]) -> None:
    """Take them down; harmless where they do not stand."""
    for statement in SQLITE_DOWN if connection.vendor == "sqlite" else POSTGRESQL_DOWN:
        execute(statement)

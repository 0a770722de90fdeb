"""What every test may rely on: the seeded body stands before each of them, and the case log stays append-only."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction
from django.test import TransactionTestCase

from ppid.models import append_only
from tests import template_database


@pytest.fixture(scope="session")
def _copied(django_db_modify_db_settings: None) -> bool:
    """Whether a migrated database could be copied; the migrations take longer than most tests."""
    return template_database.copy_template()


@pytest.fixture(scope="session")
def django_db_keepdb(_copied: bool, request: pytest.FixtureRequest) -> bool:
    return _copied or bool(request.config.getvalue("reuse_db"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        template_database.keep_template()


@pytest.fixture(scope="session", autouse=True)
def _empty_tables_past_the_triggers(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let tests that commit be cleaned up after.

    Django flushes the tables after such a test. The case log refuses that, and the flush would take the seeded
    decrees, roles and pages with it. So the triggers are lifted around the flush and what the migrations seeded is put
    back, before anything else runs. `tests/integration/test_append_only.py` proves that they stand otherwise.
    """
    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_setup", classmethod(_remember))
    patch.setattr(TransactionTestCase, "_fixture_teardown", _flush_and_seed_again)
    yield
    patch.undo()


_setup = TransactionTestCase.__dict__["_fixture_setup"]
_seeded: dict[str, tuple[list[str], list[tuple[Any, ...]]]] = {}


def _remember(case: type[TransactionTestCase]) -> Any:
    if not _seeded:
        # No test has committed yet: this is what the migrations left.
        with connection.cursor() as cursor:
            for table in connection.introspection.django_table_names(only_existing=True, include_views=False):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                if rows := cursor.fetchall():
                    _seeded[table] = ([column[0] for column in cursor.description], rows)
    return _setup.__get__(None, case)()


def _as_stored(value: Any) -> Any:
    """An hour of the day as the database takes it: SQLite's driver knows days and moments only."""
    return connection.ops.adapt_timefield_value(value) if isinstance(value, dt.time) else value


def _flush_and_seed_again(case: TransactionTestCase) -> None:
    with connection.cursor() as cursor:
        append_only.lift(connection, cursor.execute)
    try:
        call_command("flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True)
        # Rows and not objects: saving objects would set off signals, and those make rows of their own.
        with transaction.atomic(), connection.cursor() as cursor:
            for table, (columns, rows) in _seeded.items():
                names = ", ".join(connection.ops.quote_name(column) for column in columns)
                marks = ", ".join(["%s"] * len(columns))
                rows = [tuple(_as_stored(value) for value in row) for row in rows]  # noqa: PLW2901
                cursor.executemany(f"INSERT INTO {connection.ops.quote_name(table)} ({names}) VALUES ({marks})", rows)
    finally:
        ContentType.objects.clear_cache()
        with connection.cursor() as cursor:
            append_only.stand(connection, cursor.execute)

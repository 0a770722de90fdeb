"""Many plain rows in one prepared statement.

`bulk_create` builds an object for each row and a statement for each batch; where a daily round writes thousands of
rows of a few values, that is most of its time. Nothing that hangs on objects happens here: no signals, no keys back.
"""

import functools
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import Any

from django.db import connection, models
from django.db.models.fields.json import JSONField

# What the driver takes as it is.
PLAIN = (models.CharField, models.TextField, models.IntegerField, models.BooleanField, models.ForeignKey)
MARK = "%s"
# Values in one statement: every engine takes as many, SQLite of old no more than 999.
TOGETHER = 500
Row = tuple[Any, ...]


def insert(
    model: type[models.Model], names: Sequence[str], rows: Iterable[Row], *, unless_there: bool = False, **same: Any
) -> int:
    """Insert `rows`, whose values stand in the order of the columns `names`; gives how many were handed over.

    `same` holds what every row has alike; whatever is named in neither gets the field's default. Column names are
    those of the table (`case_id`). `unless_there`: a row that a constraint of uniqueness forbids is passed over.
    """
    fields = {str(field.column): field for field in model._meta.concrete_fields if not field.primary_key}
    alike = {name: field.get_default() for name, field in fields.items() if name not in names} | same
    constant = [_literal(fields[name].get_db_prep_save(value, connection)) for name, value in alike.items()]
    # Column by column, which is quicker than row by row.
    columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
    if not columns:
        return 0
    number = len(list(columns[0]))
    for place, name in enumerate(names):
        if work := _prepared(fields[name]):
            columns[place] = [work(value) for value in columns[place]]
    columns += [repeat(value, number) for word, value in constant if word == MARK]
    quote = connection.ops.quote_name
    into = ", ".join(quote(name) for name in (*names, *alike))
    words = ", ".join([MARK] * len(names) + [word for word, _value in constant])
    passing = " ON CONFLICT DO NOTHING" if unless_there else ""
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quote(model._meta.db_table)} ({into}) VALUES ({words}){passing}",  # noqa: S608
            list(zip(*columns, strict=True)),
        )
    return number


def mark(model: type[models.Model], name: str, value: Any, keys: Sequence[int]) -> None:
    """Write the same `value` into one column of the rows with these keys."""
    field = next(field for field in model._meta.concrete_fields if field.column == name)
    said, quote = field.get_db_prep_save(value, connection), connection.ops.quote_name
    table, key = quote(model._meta.db_table), quote(str(model._meta.pk.column))
    with connection.cursor() as cursor:
        for start in range(0, len(keys), TOGETHER):
            some = keys[start : start + TOGETHER]
            cursor.execute(
                f"UPDATE {table} SET {quote(name)} = %s WHERE {key} IN ({', '.join([MARK] * len(some))})",  # noqa: S608
                [said, *some],
            )


def _literal(value: Any) -> tuple[str, Any]:
    """How a value that all rows share stands in the statement: the plainest as a word, the others handed over."""
    if value is None:
        return "NULL", None
    if type(value) is int:
        return str(value), None
    return ("''", None) if value == "" else (MARK, value)


def _prepared(field: models.Field[Any, Any]) -> Callable[[Any], Any] | None:
    """How a value of this field becomes the driver's; None where it is that already."""
    if isinstance(field, JSONField):
        return _json(field)
    if isinstance(field, PLAIN):
        return None
    # Days and moments: most rows of one round share theirs.
    return functools.lru_cache(maxsize=256)(lambda value: field.get_db_prep_save(value, connection))


def _json(field: JSONField) -> Callable[[Any], Any]:
    """JSON for the driver. Neighbouring rows that share one object have it written once."""
    adapt, last, text = connection.ops.adapt_json_value, object(), None

    def written(value: Any) -> Any:
        nonlocal last, text
        if value is not last:
            last, text = value, adapt(value, field.encoder)
        return text

    return written

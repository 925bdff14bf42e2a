"""Numbers taken before there is a row to have them: an address that is promised leads to nothing else."""

from collections.abc import Iterable

from django.db import connection, models


def reserve(model: type[models.Model], count: int) -> list[int]:
    """``count`` keys that no other row of ``model`` will ever have."""
    if not count:
        return []
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [table, column, count],
            )
            return [number for (number,) in cursor.fetchall()]
        begin_counting(cursor, table)
        cursor.execute(
            "UPDATE sqlite_sequence SET seq = seq + %s WHERE name = %s RETURNING seq", [count, table]
        )
        last = cursor.fetchone()[0]
    return list(range(last - count + 1, last + 1))


def keep_reserved(model: type[models.Model], keys: Iterable[int]) -> None:
    """Let no other row have ``keys``, which were given to rows of a transaction that was undone.

    PostgreSQL gives a number once, whatever becomes of the transaction; SQLite takes it back.
    """
    highest = max(keys, default=0)
    if connection.vendor == "postgresql" or not highest:
        return
    table = model._meta.db_table
    with connection.cursor() as cursor:
        begin_counting(cursor, table)
        cursor.execute("UPDATE sqlite_sequence SET seq = max(seq, %s) WHERE name = %s", [highest, table])


def begin_counting(cursor, table: str) -> None:
    """SQLite begins with the first row."""
    cursor.execute("SELECT 1 FROM sqlite_sequence WHERE name = %s", [table])
    if not cursor.fetchone():
        cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, 0)", [table])

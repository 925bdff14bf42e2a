"""The tests' database as migrations leave it, before a test with real transactions and after it."""

from django.db import connection, transaction

#: Rows that no test writes, and that others point to: they stay.
STAY = {"django_migrations", "django_content_type", "auth_permission"}
#: SQLite's words, which keep tables of their own behind theirs.
WORDS = "search_entry_words"


def rows() -> dict[str, list[tuple]]:
    """What is in the tables now, but for those that stay."""
    with connection.cursor() as cursor:
        return {table: all_of(cursor, table) for table in filled(cursor)}


def put_back(kept: dict[str, list[tuple]]) -> None:
    """Leave in the tables what was ``kept`` of them, and nothing else. Only those that have rows are emptied: for each
    that it truncates PostgreSQL makes a new file, and one for each of its indexes."""
    with connection.constraint_checks_disabled(), transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")  # in any order
        for table in filled(cursor):
            cursor.execute(f'DELETE FROM "{table}"')
        for table, found in kept.items():
            marks = ", ".join(["%s"] * len(found[0]))
            cursor.executemany(f'INSERT INTO "{table}" VALUES ({marks})', found)


def filled(cursor) -> list[str]:
    names = set(connection.introspection.table_names(cursor)) - STAY
    own = [name for name in names if not name.startswith(f"{WORDS}_")]
    cursor.execute(" UNION ALL ".join(f"SELECT '{t}' WHERE EXISTS (SELECT 1 FROM \"{t}\")" for t in own))
    return [name for (name,) in cursor.fetchall()]


def all_of(cursor, table: str) -> list[tuple]:
    cursor.execute(f'SELECT * FROM "{table}"')
    return cursor.fetchall()

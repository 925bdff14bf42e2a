"""What is written down while a reader waits for a page: counts that are nobody's loss."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection, transaction

#: Milliseconds for which a reader's page waits on SQLite until it may write.
PATIENCE = 50


def in_passing(deed: Callable[[], object]) -> None:
    """Do it in a transaction that costs nobody a page: where it cannot be written, all goes on as if it had been."""
    try:
        with _without_waiting(), transaction.atomic():
            deed()
    except DatabaseError:
        # A read-only database, on which not even a transaction begins, or a busy one.
        return


@contextmanager
def _without_waiting() -> Iterator[None]:
    """On SQLite there is one writer at a time, and an import may write for long."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")

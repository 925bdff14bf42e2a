"""What is written down while a reader waits for a page: counts that are nobody's loss."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

from django.db import DatabaseError, connection, transaction

#: Milliseconds for which a reader's page waits on SQLite until it may write.
PATIENCE = 50


def in_passing(deed: Callable[[], object]) -> None:
    """Do what costs nobody a page: where it cannot be written, all goes on as if it had been.

    Each statement of it stands by itself and needs no transaction; within one that is open, all are undone alone.
    """
    undone_alone = transaction.atomic() if connection.in_atomic_block else nullcontext()
    try:
        with _without_waiting(), undone_alone:
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
    connection.ensure_connection()
    driver = connection.connection  # asks nothing of the archive, and is no question to it
    (usual,) = driver.execute("PRAGMA busy_timeout").fetchone()
    driver.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    try:
        yield
    finally:
        driver.execute(f"PRAGMA busy_timeout = {usual}")

"""Django's PostgreSQL, of which nobody waits for a server that did not answer a moment ago.

Whoever needs a connection waits for two seconds (settings.POSTGRESQL_OPTIONS), so that a restart costs nobody a page.
But a page asks in several places, each of which can do without an answer: while the server was away, each waited anew.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.postgresql import base
from psycopg import OperationalError
from psycopg_pool import PoolTimeout

#: Seconds for which nobody waits again; it ends soon, for who comes then finds a server that is back.
LEFT_ALONE = 1

_not_before = 0.0


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params):
        with self.waited_for_once():
            return super().get_new_connection(conn_params)

    @contextmanager
    def waited_for_once(self) -> Iterator[None]:
        """Within it a connection is taken from the pool; raises OperationalError where none came a moment ago."""
        global _not_before
        if time.monotonic() < _not_before:
            raise OperationalError("The database did not answer a moment ago.")
        try:
            yield
        except PoolTimeout:
            _not_before = time.monotonic() + LEFT_ALONE
            raise

"""Readers' queries go to a streaming replica of PostgreSQL (READ_REPLICA_URL), all others to the primary.

A reader's request asks the replica only once that has replayed all that the primary had stored when the request came:
so nobody who has seen a change sees the archive from before it, whichever machine answers. One that lags is passed over
for this request, one that is gone or was promoted for a few seconds; the primary answers then.
"""

import logging
import time
from contextvars import ContextVar
from functools import cached_property

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections

REPLICA = "replica"
#: Seconds for which nobody tries one that did not answer.
PASSED_OVER = 5

#: How far the primary's store has come; also of one that is none any more, which knows only what it has replayed.
STORED = """
    SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_flush_lsn() END
"""

logger = logging.getLogger(__name__)


class Source:
    """Where one reader's request reads from: decided by its first query, and the same for the whole page."""

    @cached_property
    def alias(self) -> str:
        return REPLICA if replica_is_current() else DEFAULT_DB_ALIAS


_source: ContextVar[Source | None] = ContextVar("source", default=None)
_not_before = 0.0


def replica_is_current() -> bool:
    if time.monotonic() < _not_before:
        return False
    with connections[DEFAULT_DB_ALIAS].cursor() as primary:
        primary.execute(STORED)
        (stored,) = primary.fetchone()
    try:
        with connections[REPLICA].cursor() as replica:
            # Promoted, it is an archive of its own, whatever it has replayed.
            replica.execute("SELECT pg_is_in_recovery(), pg_last_wal_replay_lsn() >= %s::pg_lsn", [stored])
            follows, is_there = replica.fetchone()
    except OperationalError as error:
        pass_over(error)
        return False
    if not follows:
        pass_over("it follows no primary")
    return follows and is_there


def pass_over(reason) -> None:
    global _not_before
    _not_before = time.monotonic() + PASSED_OVER
    connections[REPLICA].close()
    logger.warning("The replica is passed over: %s", str(reason).strip())


class Router:
    def db_for_read(self, model, **hints):
        source = _source.get()
        # What a deed asks for on its way has to be as it has just written it.
        if source is None or connections[DEFAULT_DB_ALIAS].in_atomic_block:
            return DEFAULT_DB_ALIAS
        return source.alias

    def db_for_write(self, model, **hints):
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one, other, **hints):
        return True  # they hold the same rows

    def allow_migrate(self, db, app_label, **hints):
        return db == DEFAULT_DB_ALIAS


class ReadersFromReplica:
    """Whoever has no session and asks for a page is a reader; the desk, and whoever is logged in, reads the primary."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        reads = request.method in ("GET", "HEAD") and settings.SESSION_COOKIE_NAME not in request.COOKIES
        token = _source.set(Source() if reads else None)
        try:
            return self.get_response(request)
        finally:
            _source.reset(token)

    def process_exception(self, request, exception):
        """A replica that goes in the middle of a page: the primary is asked for the whole of it."""
        source = _source.get()
        if not isinstance(exception, OperationalError) or source is None or source.alias != REPLICA:
            return None
        pass_over(exception)
        source.alias = DEFAULT_DB_ALIAS
        found = request.resolver_match
        response = found.func(request, *found.args, **found.kwargs)
        return response.render() if hasattr(response, "render") else response

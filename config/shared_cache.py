"""The way to Redis, where CACHE_URL names one: whoever needs it waits briefly, and one that is away is left alone.

Without this each page would wait for it three times, and its client would try again for seconds each time.
"""

import time

from redis import ConnectionPool
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError, TimeoutError
from redis.retry import Retry

#: Seconds to wait for a connection or an answer, and for which nobody asks one that gave none.
PATIENCE = 1
LEFT_ALONE = 5


class PatientPool(ConnectionPool):
    """Django's cache makes it from CACHE_URL (config.environment.cache)."""

    def __init__(self, **options):
        ours = {
            "socket_connect_timeout": PATIENCE,
            "socket_timeout": PATIENCE,
            "retry": Retry(NoBackoff(), 0),
        }
        super().__init__(**options | ours)
        self._not_before = 0.0

    def get_connection(self, *arguments, **options):
        if time.monotonic() < self._not_before:
            raise ConnectionError("Redis did not answer a moment ago.")
        try:
            return super().get_connection(*arguments, **options)
        except (ConnectionError, TimeoutError):
            self._not_before = time.monotonic() + LEFT_ALONE
            raise

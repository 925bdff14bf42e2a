"""What is counted of visitors for a while: in the cache that all machines share, by a print of where they come from."""

import logging
from collections.abc import Callable

from django.core.cache import BaseCache, cache, caches
from django.utils.crypto import salted_hmac

from config import outages

logger = logging.getLogger(__name__)

SALT = "config.counts"


def counted[Answer](deed: Callable[[BaseCache], Answer]) -> Answer:
    """What the deed finds in the counts that all machines share; in this process's own where those are away."""
    try:
        return deed(cache)
    except Exception as error:
        if (reason := outages.reason(error)) is None:
            raise
        logger.warning("Visitors are counted in this process alone. (%s)", reason)
        return deed(caches["process"])


def add_one(counts: BaseCache, key: str, seconds: int) -> int:
    """How many there are with this one, of which the first was counted at most so many seconds ago."""
    counts.add(key, 0, seconds)
    try:
        return counts.incr(key)
    except ValueError:  # forgotten in between
        counts.set(key, 1, seconds)
        return 1


def key_of(what: str, where: str) -> str:
    """No address of a visitor's is kept: a cache may be a file, or a server of somebody else's."""
    return f"{what}:{salted_hmac(SALT, where, algorithm='sha256').hexdigest()[:32]}"

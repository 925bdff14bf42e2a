"""The settings of the bench with pages kept in memory, and pooled connections as in production."""

from bench.settings import *  # noqa: F403 -- the settings of the bench
from config.settings import CACHES, DATABASES, POSTGRESQL_OPTIONS, is_sqlite

CACHES["default"] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "OPTIONS": {"MAX_ENTRIES": 2_000},
}
if not is_sqlite:
    DATABASES["default"]["OPTIONS"]["pool"] = POSTGRESQL_OPTIONS["pool"]

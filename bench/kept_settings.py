"""The settings of the bench with pages kept in memory, and pooled connections as in production."""

from bench.settings import *  # noqa: F403 -- the settings of the bench
from config.settings import CACHES, DATABASES

CACHES["default"] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "OPTIONS": {"MAX_ENTRIES": 2_000},
}
if "postgresql" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}

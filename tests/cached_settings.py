"""The settings of the tests with the page cache, for another process that serves the database of a test."""

import os

from tests.settings import *  # noqa: F403 -- the settings of the tests
from tests.settings import DATABASES, MIDDLEWARE

MIDDLEWARE.insert(0, "public.page_cache.PageCache")
DATABASES["default"]["NAME"] = os.environ["TEST_DATABASE_NAME"]

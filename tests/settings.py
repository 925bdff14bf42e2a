"""The project's settings as production has them (DEBUG off), but for what tests must not share."""

import os
import tempfile

os.environ.update(
    DEBUG="false",
    SECRET_KEY="a-key-for-tests",
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    SITE_URL="http://testserver",
    SITE_NAME="Rapporteur",
    TIME_ZONE="UTC",
    LANGUAGE_CODE="en-gb",
    CACHE_URL="locmemcache://",
    # Blank, so unset: a .env that is there for a server has no say here.
    SECURE_SSL_REDIRECT="",
    BEHIND_PROXY="",
    TRUSTED_PROXIES="",
    MEDIA_ROOT="",
    STATIC_ROOT="",
    READ_REPLICA_URL="",
    MEDIA_STORAGE_URL="",
    EMAIL_URL="",
    EMAIL_FROM="",
    SECOND_FACTOR="",
    DEEDS_KEPT_MONTHS="",
    # Never the database that a .env names: it may be the real one.
    DATABASE_URL=os.environ.get("TEST_DATABASE_URL") or "sqlite:///test.sqlite3",
)

from config.settings import *  # noqa: E402, F403 -- reads the environment that is set above
from config.settings import DATABASES, MIDDLEWARE, STORAGES  # noqa: E402 -- likewise

MEDIA_ROOT = tempfile.mkdtemp(prefix="rapporteur-media-")
# Templates and styles as they are, without a collectstatic before each run.
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
# A test is shown what is so now, also where it writes past the deeds; the tests of the page cache put it back.
MIDDLEWARE.remove("public.page_cache.PageCache")
# A slow hash would cost every log-in a tenth of a second.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Nobody's words are in it: a power cut may take a test database.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
else:
    DATABASES["default"]["OPTIONS"]["options"] += " -c synchronous_commit=off"
    DATABASES["default"]["OPTIONS"].pop(
        "pool"
    )  # its open connections would keep the database from being dropped

"""Settings as production has them (DEBUG off), with a database of the bench's own: never the default one."""

import os
import tempfile

os.environ.update(
    DEBUG="false",
    SECRET_KEY="a-key-for-measuring",
    ALLOWED_HOSTS="testserver",
    SITE_URL="http://testserver",
    SITE_NAME="Rapporteur",
    TIME_ZONE="UTC",
    LANGUAGE_CODE="en-gb",
    CACHE_URL="dummycache://",  # what a visitor waits for when nobody has asked before
    DATABASE_URL=os.environ["BENCH_DATABASE_URL"],
)

from config.settings import *  # noqa: E402, F403 -- reads the environment that is set above
from config.settings import BASE_DIR, DATABASES, STORAGES, TEMPLATES  # noqa: E402 -- likewise

MEDIA_ROOT = tempfile.mkdtemp(prefix="rapporteur-bench-")
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
for option in ("pool", "connect_timeout"):  # one visitor after another, on a machine that may be busy
    DATABASES["default"].get("OPTIONS", {}).pop(option, None)
ROOT_URLCONF = "bench.urls"
TEMPLATES[0]["DIRS"] = [BASE_DIR / "bench" / "templates", BASE_DIR / "templates"]

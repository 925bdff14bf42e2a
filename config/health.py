"""Is it well? `/healthz` says that this process answers, `/readyz` that it can serve the archive.

Both stand before everything else: they are asked by machines that know no host name, without TLS, and `/healthz`
just when the database is away.
"""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.utils.module_loading import import_string

from config import outages

#: Seconds for which an answer of /readyz is given again: strangers may ask it too.
KEPT = 3
#: Megabytes under which a disk is as good as full.
LEAST_SPACE = 100


def health(get_response):
    """Answer the two addresses, with a closing slash or without; everything else goes on its way."""
    readiness = Readiness()

    def middleware(request):
        match request.path_info.rstrip("/"):
            case "/healthz":
                return _plain("ok\n", 200)
            case "/readyz":
                missing = readiness.missing()
                return _plain("".join(f"{line}\n" for line in missing or ["ok"]), 503 if missing else 200)
        return get_response(request)

    return middleware


def _plain(text: str, status: int) -> HttpResponse:
    response = HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    if status != 200:
        response["Retry-After"] = str(outages.RETRY_AFTER)
    return response


class Readiness:
    """What is missing, found at most once in KEPT seconds, and by one thread at a time."""

    def __init__(self):
        self._lock = threading.Lock()
        self._until = 0.0
        self._missing: list[str] = []

    def missing(self) -> list[str]:
        with self._lock:
            if time.monotonic() >= self._until:
                self._missing = list(missing())
                self._until = time.monotonic() + KEPT
            return self._missing


def missing() -> Iterator[str]:
    """A sentence for each thing that the archive lacks to serve readers and editors."""
    try:
        yield from _of_database()
    except Exception as error:  # whatever it is, the archive is not ready, and the reason goes to the asker
        yield outages.reason(error) or "The database cannot be used."
    try:
        cache.get("readyz")
    except Exception as error:
        yield outages.reason(error) or "The cache cannot be used."
    yield from _of_disks()


def _of_database() -> Iterator[str]:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield "The database has not been brought up to date: run `manage.py migrate`."
        return
    yield from filter(None, (import_string(name)() for name in settings.READINESS))
    if not _can_be_written():
        yield "The database cannot be written."


def _can_be_written() -> bool:
    """Asks and tries nothing: a try would wait for whoever is writing."""
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        return all(_may(one, os.W_OK) for one in (path, path.parent))
    with connection.cursor() as cursor:
        cursor.execute("SHOW transaction_read_only")  # of a replica, too
        return cursor.fetchone()[0] == "off"


def _of_disks() -> Iterator[str]:
    folders = set()
    if not settings.MEDIA_IS_ELSEWHERE:
        folders.add(Path(settings.MEDIA_ROOT))
        yield from unwritable("MEDIA_ROOT", settings.MEDIA_ROOT)
    if connection.vendor == "sqlite":
        folders.add(Path(connection.settings_dict["NAME"]).parent)
    for folder in sorted(folders):
        if shutil.disk_usage(_there(folder)).free < LEAST_SPACE * 1024 * 1024:
            yield f"The disk that holds {folder} is full."


def unwritable(setting: str, path: str) -> Iterator[str]:
    """A sentence where this user cannot write into the folder that a setting names.

    One that lies in it may be somebody else's: a backup that root has brought back leaves such.
    """
    there = _there(Path(path))
    within = there.glob("*/") if there == Path(path) else ()
    for folder in (there, *within):
        if not _may(folder, os.W_OK | os.X_OK):
            yield f"{folder} cannot be written: let this user write there, or name another folder in {setting}."


def _may(path: Path, how: int) -> bool:
    """As whoever this process acts for: a service may have been given rights that its user has not."""
    return os.access(path, how, effective_ids=os.access in os.supports_effective_ids)


def _there(folder: Path) -> Path:
    """The folder; where it has yet to be made, the one in which it will be."""
    return next((one for one in (folder, *folder.parents) if one.exists()), folder)

"""Bringing an archive up to this version: what it needs, and a start that backs up before it changes anything."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from keeping.backup import Tell, make_backup
from keeping.contents import Contents
from publishing.old_pictures import name_by_size
from search.upgrading import is_of_this_version

MEGABYTE = 1_000_000
#: Beside what a backup may take, so that the database can grow while it is migrated.
SPARE = 100 * MEGABYTE
#: For PostgreSQL's advisory lock: "rapp" as a number.
UPGRADING = 0x72617070


@dataclass
class Needs:
    """What stands between the archive and this version."""

    #: What an operator must see to first, in sentences.
    problems: list[str] = field(default_factory=list)
    #: What is worth a look: Django's warnings about settings; an intranet without TLS has some.
    notes: list[str] = field(default_factory=list)
    migrations: list[str] = field(default_factory=list)
    is_new: bool = False
    index_is_old: bool = False

    @property
    def backup_first(self) -> bool:
        return bool(self.migrations) and not self.is_new


def needs() -> Needs:
    """Reads only."""
    contents = Contents.of_database()
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    found = Needs(
        migrations=[str(migration) for migration, _backwards in plan],
        is_new=contents.is_empty,
        index_is_old=not is_of_this_version(),
    )
    if contents.unknown:
        found.problems.append(
            f"The database is of a newer version, with {'.'.join(contents.unknown[0])}: install that one, or restore "
            "the backup from before it."
        )
    for message in checks.run_checks(include_deployment_checks=not settings.DEBUG):
        if message.level >= checks.WARNING and not message.is_silenced():
            told = found.problems if message.is_serious() else found.notes
            told.append(f"{message.msg} ({message.id})")
    if found.backup_first:
        found.problems += no_room()
    if told_of_store := store_lacks():  # of which a backup would be written, too
        (found.problems if found.backup_first else found.notes).append(told_of_store)
    return found


def store_lacks() -> str:
    """What keeps the archive from its uploaded files, where they lie in a store elsewhere; else blank."""
    store: Any = default_storage
    return store.lacking() if settings.MEDIA_IS_ELSEWHERE else ""


def no_room() -> list[str]:
    """Whether a backup has nowhere to go: it takes no more than the database and the files that it is made of."""
    folder = settings.BACKUP_ROOT
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return [cannot_write(folder, (error.strerror or "").lower())]
    if not os.access(folder, os.W_OK):
        return [cannot_write(folder, "permission denied")]
    wanted = size_of_database() + size_of_files() + SPARE
    if free >= wanted:
        return []
    return [
        f"A backup may take {wanted // MEGABYTE:,} MB, and {folder} has {free // MEGABYTE:,} MB free: make room, or "
        "name another folder in BACKUP_ROOT."
    ]


def cannot_write(folder, reason: str) -> str:
    return f"Backups cannot be written to {folder} ({reason}): let this user write there, or set BACKUP_ROOT."


def size_of_database() -> int:
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        return path.stat().st_size if path.exists() else 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]


def size_of_files() -> int:
    """Of the uploaded ones, where they lie in a folder."""
    try:
        folder = Path(default_storage.path(""))
    except NotImplementedError:  # a store elsewhere; how much it holds is not asked for
        return 0
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def upgrade(tell: Tell) -> Needs:
    """Back up, migrate and make anew, each where it is needed. Where there are problems, nothing is done."""
    with one_at_a_time():
        found = needs()
        if found.problems:
            return found
        if found.backup_first:
            path = Path(settings.BACKUP_ROOT) / f"before-upgrade-{datetime.now(UTC):%Y-%m-%dT%H-%M-%S}.zip"
            make_backup(path, lambda words: None)
            tell(f"Backed up to {path}.")
        # Without anything to migrate too: it makes the permissions of new models, and an old index anew.
        call_command("migrate", verbosity=0, interactive=False)
        tell(f"Migrated: {len(found.migrations)}.")
        if named := name_by_size():
            tell(f"Pictures whose name tells their size now: {named}.")
        if found.index_is_old:
            tell("The search index is of this version.")
        return found


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Of several machines that start at once on PostgreSQL, one upgrades and the others wait for it."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [UPGRADING])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [UPGRADING])

"""Bringing a backup back, into the database in use: from SQLite to PostgreSQL too, and from an older version.

The tables are made as they were when the backup was made, filled, and migrated to today. On PostgreSQL all of that
is one transaction; on SQLite a database beside the one in use is filled, and copied over it in one transaction. Files
are stored before that, each under a name that nothing else has. So when it is interrupted, the archive is as it was.
"""

import fcntl
import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from itertools import batched
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.contrib.contenttypes.management import create_contenttypes
from django.core.cache import cache
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DatabaseError, OperationalError, connection, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from keeping.archive_file import MEDIA, RECORDS, Unusable, check
from keeping.backup import BYTES_AT_ONCE, ROWS_AT_ONCE, Tell, note_backup
from keeping.contents import Contents, columns_of, file_columns, points_to_words
from keeping.making_anew import make_anew
from keeping.models import Backup
from keeping.upgrading import UPGRADING
from people.forgetting import forget_again
from people.models import Forgotten
from publishing import editions
from publishing.models import Edition
from publishing.old_pictures import name_by_size

UNDER_WAY = "Another process restores or upgrades this database: wait until it has ended."


def restore(path: Path, *, replace: bool = False, tell: Tell = print) -> dict:
    """Fill the archive from ``path`` and return its manifest; raises Unusable, in words, before anything is changed.

    With ``replace``, what the database held is gone afterwards.
    """
    manifest = check(path)
    tell(f"The backup of {manifest['made_at'][:16]} is whole.")
    contents = Contents([(app, name) for app, name in manifest["migrations"]], MigrationLoader(None))
    if contents.unknown:
        raise Unusable(
            f"{path} is of a newer version ({manifest['version']}), with {'.'.join(contents.unknown[0])}: install that "
            "one, or a newer."
        )
    with alone(), zipfile.ZipFile(path) as archive:
        if not replace and not Contents.of_database().is_empty:
            raise Unusable(
                "The database is not empty: name another in DATABASE_URL, or give --replace to lose what it holds."
            )
        stored = store_media(archive, manifest["media"])
        tell(f"Uploaded files: {len(stored):,}")
        asked, last_edition = forgotten_until_now(), edition_until_now()
        with in_place_of_the_database():
            migrate(contents.last_migrations)
            empty(contents)
            load(archive, manifest, contents, stored, tell)
            migrate_to_today()
            tell("The tables are as this version wants them.")
            make_anew(last_edition, tell)
            if again := forget_again(asked):
                tell(f"People who had asked to be forgotten since that backup: {again}, forgotten again.")
            note_backup(datetime.fromisoformat(manifest["made_at"]), path)
            connection.check_constraints()
            tell("All is in its place.")
    name_by_size()  # a backup may be older than such names
    call_command(
        "createcachetable", verbosity=0
    )  # where the cache is a table, it may have gone with the others
    cache.clear()
    return manifest


def forgotten_until_now() -> list[Forgotten]:
    """Who asked the archive that is in use now; what is brought back may be older than what they were promised."""
    return list(Forgotten.objects.all()) if has_table(Forgotten) else []


def edition_until_now() -> int:
    """The number of the one that readers of the archive in use were told last."""
    return editions.latest() if has_table(Edition) else 0


def has_table(model: type[models.Model]) -> bool:
    """False of an empty database, or one of an older version."""
    return model._meta.db_table in connection.introspection.table_names()


def rehearse(path: Path, tell: Tell = print) -> dict:
    """Restore ``path`` into a database of its own, which is thrown away; return its manifest, and note that it worked.

    Raises Unusable, in words, where it does not; the archive in use is not touched.
    """
    manifest = check(path)
    with TemporaryDirectory(prefix="rapporteur-rehearsal-") as folder:
        database = Path(folder, "db.sqlite3")
        environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{database}",
            "MEDIA_ROOT": f"{folder}/media",
            "MEDIA_STORAGE_URL": "",
            "CACHE_URL": "",
            "READ_REPLICA_URL": "",
        }
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "restore", str(path.absolute())]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Unusable(f"{path} could not be restored: {done.stderr.strip() or done.stdout.strip()}")
        tell(done.stdout.strip())
        compare(database, manifest)
    Backup.objects.filter(made_at=datetime.fromisoformat(manifest["made_at"])).update(
        rehearsed_at=timezone.now()
    )
    return manifest


def compare(database: Path, manifest: dict) -> None:
    """Raises Unusable where a table of ``database`` has not as many rows as the backup says."""
    with closing(sqlite3.connect(database)) as restored:
        for label, told in manifest["records"].items():
            try:
                table = apps.get_model(label)._meta.db_table
            except LookupError:
                continue  # what an older version kept
            (rows,) = restored.execute(f'SELECT count(*) FROM "{table}"').fetchone()
            if rows < told["rows"]:
                raise Unusable(f"Of {label} the backup has {told['rows']:,} rows, and {rows:,} came back.")


# --- Files ---------------------------------------------------------------------------------------------------


def store_media(archive: zipfile.ZipFile, media: dict) -> dict[str, str]:
    """Store the files that are not there yet; where another has the name, under a free one. Name → name it has now."""
    stored = {}
    for name, told in media.items():
        if is_there(name, told["sha256"]):
            stored[name] = name
        else:
            with archive.open(f"{MEDIA}{name}") as member:
                stored[name] = default_storage.save(name, File(member, name))  # type: ignore[arg-type]
    if media:
        os.sync()  # they are on the disk before a record names them
    return stored


def is_there(name: str, wanted: str) -> bool:
    if not default_storage.exists(name):
        return False
    digest = hashlib.sha256()
    with default_storage.open(name) as file:
        while piece := file.read(BYTES_AT_ONCE):
            digest.update(piece)
    return digest.hexdigest() == wanted


# --- The database --------------------------------------------------------------------------------------------


@contextmanager
def alone() -> Iterator[None]:
    """Of two at once into one database the second is refused: one would put in place what the other has half filled."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # For a moment: of a process that was killed the server hears only when it next speaks to it.
            cursor.execute("SET lock_timeout = '3s'")
            try:
                cursor.execute("SELECT pg_advisory_lock(%s)", [UPGRADING])
            except OperationalError:
                raise Unusable(UNDER_WAY) from None
            finally:
                cursor.execute("RESET lock_timeout")
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [UPGRADING])
        return
    # The lock is on the file that is filled: it ends with the process, whatever becomes of that.
    beside = beside_the_database()
    try:
        held = os.open(beside, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise Unusable(f"{beside} cannot be written ({(error.strerror or str(error)).lower()}).") from None
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not os.path.samestat(os.fstat(held), os.stat(beside)):
                raise FileNotFoundError  # whoever held it has just ended
        except (BlockingIOError, FileNotFoundError):
            raise Unusable(UNDER_WAY) from None
        try:
            yield
        finally:
            remove(beside)
    finally:
        os.close(held)


def beside_the_database() -> str:
    return f"{connection.settings_dict['NAME']}.restoring"


@contextmanager
def in_place_of_the_database() -> Iterator[None]:
    """Inside is a database without tables; at the end it becomes the one in use, whole or not at all."""
    if connection.vendor == "postgresql":
        with transaction.atomic():
            drop_tables()
            yield
        return
    path, beside = str(connection.settings_dict["NAME"]), beside_the_database()
    empty_file(beside)
    connection.close()
    connection.settings_dict["NAME"] = beside
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")  # nobody's yet: what counts is the copy at the end
        yield
        connection.close()
        copy_over(beside, path)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = path


def drop_tables() -> None:
    """Drop the tables of this archive, of whatever version; what else the database holds stays."""
    known = MigrationLoader(None).project_state().apps.get_models(include_auto_created=True)
    ours = {model._meta.db_table for model in known} | {"django_migrations"}
    with connection.cursor() as cursor:
        for table in sorted(ours.intersection(connection.introspection.table_names(cursor))):
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)} CASCADE")


def copy_over(source: str, target: str) -> None:
    """One transaction of SQLite's own: other processes read what was there until it is done, and then what is."""
    with closing(sqlite3.connect(source)) as new, closing(sqlite3.connect(target)) as old:
        old.execute("PRAGMA synchronous=FULL")
        new.backup(old)


def empty_file(database: str) -> None:
    """One that was interrupted may have left something in it, and beside it."""
    remove_what_lies_beside(database)
    os.truncate(database, 0)


def remove(database: str) -> None:
    remove_what_lies_beside(database)
    os.remove(database)


def remove_what_lies_beside(database: str) -> None:
    for file in (f"{database}-wal", f"{database}-shm", f"{database}-journal"):
        with suppress(FileNotFoundError):
            os.remove(file)


def migrate(targets: list) -> None:
    def check_what_waits(action: str, *_arguments) -> None:
        # Within one transaction PostgreSQL alters no table of which a foreign key is still to be checked.
        if action == "apply_success":
            connection.check_constraints()

    MigrationExecutor(connection, check_what_waits).migrate(targets)


def migrate_to_today() -> None:
    migrate(MigrationLoader(connection).graph.leaf_nodes())
    for app in apps.get_app_configs():
        create_contenttypes(app, verbosity=0)
        create_permissions(app, verbosity=0)


def empty(contents: Contents) -> None:
    """Take out what migrations have put in: the backup has it as it was."""
    tables = [model._meta.db_table for model in contents.models]
    connection.check_constraints()
    connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), tables, allow_cascade=True))


def load(archive: zipfile.ZipFile, manifest: dict, contents: Contents, stored: dict, tell: Tell) -> None:
    models = {model._meta.label_lower: model for model in contents.models}
    numbers = NumbersForWords(contents)
    with connection.constraint_checks_disabled():
        for label, told in manifest["records"].items():
            if label not in models:
                continue  # what an older version kept, and this one makes anew
            with archive.open(f"{RECORDS}{label}.jsonl") as member:
                load_rows(models[label], told["fields"], member, numbers, stored)
            tell(f"{label}: {told['rows']:,}")
    connection.check_constraints()
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), list(models.values())):
            cursor.execute(sql)


def load_rows(model, names: list[str], lines, numbers: "NumbersForWords", stored: dict[str, str]) -> None:
    by_name = {field.name: field for field in columns_of(model)}
    fields = [by_name[name] for name in names]
    files = file_columns(fields)
    in_words = [(number, label) for number, field in enumerate(fields) if (label := points_to_words(field))]
    quote = connection.ops.quote_name
    sql = (
        f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(quote(str(field.column)) for field in fields)})"
        f" VALUES ({', '.join(['%s'] * len(fields))})"
    )

    def values(line: str) -> list[Any]:
        row = json.loads(line)
        for number in files:
            row[number] = stored.get(row[number], row[number])
        for number, label in in_words:
            row[number] = row[number] and numbers.of(label, row[number])
        return [
            field.get_db_prep_save(value if field.is_relation else field.to_python(value), connection)
            for field, value in zip(fields, row, strict=True)
        ]

    # Past the models' own save(): a record comes back as it was, with the time of its last change.
    with connection.cursor() as cursor:
        for rows in batched(io.TextIOWrapper(lines, "utf-8", newline="\n"), ROWS_AT_ONCE):
            try:
                cursor.executemany(sql, [values(line) for line in rows])
            except (DatabaseError, ValueError) as error:
                # SQLite takes texts of any length, and numbers of any size; PostgreSQL does not.
                raise Unusable(
                    f"A row of {model._meta.label} does not fit into the database: {error}"
                ) from error


class NumbersForWords:
    """The number that a content type or a permission has in this database, made if need be."""

    def __init__(self, contents: Contents):
        self.contents = contents
        self.known: dict[tuple, int] = {}

    def of(self, label: str, words: list[str]) -> int:
        key = (label, *words)
        if key not in self.known:
            make = self.content_type if label == "contenttypes.contenttype" else self.permission
            self.known[key] = make(*words)
        return self.known[key]

    def content_type(self, app: str, model: str) -> int:
        content_types = self.contents.apps.get_model("contenttypes", "ContentType")._base_manager
        return content_types.get_or_create(app_label=app, model=model)[0].pk

    def permission(self, app: str, model: str, codename: str, name: str) -> int:
        permissions = self.contents.apps.get_model("auth", "Permission")._base_manager
        content_type = self.of("contenttypes.contenttype", [app, model])
        return permissions.get_or_create(
            content_type_id=content_type, codename=codename, defaults={"name": name}
        )[0].pk

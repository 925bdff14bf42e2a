"""Installations of the archive: a database and a folder each, run as an operator runs them, by commands."""

import json
import os
import re
import secrets
import shutil
import signal
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from subprocess import CompletedProcess
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tests import ready
from tests.keeping import starting
from tests.keeping.starting import PATIENCE

#: Tables of one installation and its day, or of the database itself.
NOT_COMPARED = re.compile(
    "django_(migrations|session|content_type)|desk_login|intake_siteimport|auth_permission|axes_|keeping_|sqlite_"
    "|search_entry_words|search_knownword|search_indexcontent|publishing_edition|public_madepage|public_lastchange"
)
#: Made anew: their own numbers say nothing.
NUMBERED_ANEW = {
    "search_entry",
    "search_count",
    "search_counted",
    "publishing_publicsince",
    "people_nameuse",
    "people_namekey",
}


class Installation:
    def __init__(self, folder: Path, address: str):
        self.folder, self.address = folder, address
        self.media = folder / "media"
        self.environment = {
            "PATH": os.environ["PATH"],
            "PYTHONDONTWRITEBYTECODE": "1",
            "DEBUG": "false",
            "SECRET_KEY": "a-key-for-tests",
            "ALLOWED_HOSTS": "archive.example.org",
            "SITE_URL": "http://archive.example.org",
            "DATABASE_URL": address,
            "MEDIA_ROOT": str(self.media),
            "BACKUP_ROOT": str(folder / "backups"),
            "CACHE_URL": "locmemcache://",
            "READ_REPLICA_URL": "",
            "MEDIA_STORAGE_URL": "",
            "EMAIL_URL": "",
        }

    @property
    def is_sqlite(self) -> bool:
        return self.address.startswith("sqlite")

    @property
    def path(self) -> Path:
        return Path(self.address.removeprefix("sqlite:///"))

    @property
    def name(self) -> str:
        return urlsplit(self.address).path.strip("/")

    def run(self, *arguments: str, **changes: str) -> CompletedProcess:
        return starting.run(arguments, self.environment | changes)

    def manage(self, *arguments: str) -> str:
        """What a command says that ends well."""
        done = self.run("manage.py", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def fill(self) -> None:
        done = self.run("-m", "tests.keeping.filling")
        assert done.returncode == 0, done.stderr

    def refused(self, *arguments: str) -> str:
        """The sentence of a command that refuses."""
        done = self.run("manage.py", *arguments)
        assert done.returncode == 1, done.stdout
        assert "Traceback" not in done.stderr, done.stderr
        return done.stderr.strip()

    def kill(self, *arguments: str, at: str) -> None:
        """Run a command, and end it with SIGKILL once it has said a line that begins with ``at``."""
        heard = self.folder / "heard"
        os.mkfifo(heard)
        with starting.begun(["manage.py", *arguments], self.environment, heard, Path(os.devnull)) as run:
            with heard.open() as lines:
                next((line for line in lines if line.startswith(at)), None)
                run.kill()
            run.join()
        heard.unlink()
        assert run.exitcode == -signal.SIGKILL, "it ended before it was killed"

    # --- What is in it ---------------------------------------------------------------------------------------

    @contextmanager
    def connected(self):
        if self.is_sqlite:
            with closing(sqlite3.connect(self.path, timeout=PATIENCE, autocommit=True)) as connection:
                yield connection
        else:
            with psycopg.connect(self.address, autocommit=True) as connection:
                yield connection

    def query(self, sql: str) -> list[tuple]:
        with self.connected() as connection:
            return connection.execute(sql).fetchall()

    def execute(self, sql: str) -> None:
        with self.connected() as connection:
            connection.execute(sql)

    def tables(self) -> list[str]:
        names = (
            "SELECT name FROM sqlite_master WHERE type = 'table'"
            if self.is_sqlite
            else "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        )
        return sorted(name for (name,) in self.query(names) if not NOT_COMPARED.match(name))

    def records(self) -> dict[str, list[dict]]:
        """Every row of every table as both databases would print it, read past the archive's own code."""
        types = {
            pk: f"{app}.{model}"
            for pk, app, model in self.query("SELECT id, app_label, model FROM django_content_type")
        }
        permissions = {
            pk: f"{types[type_id]} {codename}"
            for pk, type_id, codename in self.query(
                "SELECT id, content_type_id, codename FROM auth_permission"
            )
        }
        words = {"content_type_id": types, "permission_id": permissions}
        found = {}
        with self.connected() as connection:
            for table in self.tables():
                rows = connection.execute(f"SELECT * FROM {table}")
                names = [column[0] for column in rows.description]
                left_out = {"words"} | ({"id"} if table in NUMBERED_ANEW else set())
                read = [
                    {
                        name: words[name].get(value) if name in words else plain(value)
                        for name, value in zip(names, row, strict=True)
                        if name not in left_out
                    }
                    for row in rows.fetchall()
                ]
                found[table] = sorted(read, key=lambda row: json.dumps(row, sort_keys=True))
        return found

    def files(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.media)): path.read_bytes()
            for path in sorted(self.media.rglob("*"))
            if path.is_file()
        }


def plain(value):
    """A value as SQLite would give it, JSON read."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):  # a document, whose keys have no order
        return json.loads(zlib.decompress(value))
    if isinstance(value, str) and value.startswith(("{", "[")):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


@contextmanager
def installation(folder: Path, kind: str, like: Installation | None = None) -> Iterator[Installation]:
    """One with a database of ``kind`` that is empty, without any table, or the twin of another, ``like``."""
    if like:
        shutil.copytree(like.folder, folder)
    else:
        folder.mkdir()
    if kind == "sqlite":
        yield Installation(folder, sqlite_in(folder))
        return
    server = urlsplit(os.environ["TEST_DATABASE_URL"])
    name = f"{server.path.strip('/')}_kept_{secrets.token_hex(4)}"
    with psycopg.connect(server.geturl(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}{f' TEMPLATE {like.name}' if like else ''}")
        try:
            yield Installation(folder, urlunsplit(server._replace(path=f"/{name}")))
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def sqlite_in(folder: Path) -> str:
    return f"sqlite:///{folder / 'archive.sqlite3'}"


def filled_for_the_run(kind: str) -> Installation:
    """The one whose twins all tests of a run get: filling takes long. Nobody is connected to it."""
    is_other = kind == "sqlite" and ready.server()

    def fill(place: Path, address: str) -> None:
        one = Installation(place, address)
        one.fill()
        one.manage("backup", str(place / "backup.zip"))

    like = "" if is_other else ready.migrated()
    return Installation(*ready.archive(f"filled_{kind}", fill, like, on_sqlite=bool(is_other)))

"""What takes long to make and is the same for every test that asks for it, made once for both workers of a run.

An archive that is migrated is one: the tests' own databases begin as copies of it.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

#: Says in the environment of all workers where the folder of the run is.
FOLDER = "RAPPORTEUR_TESTS_OF_THE_RUN"
#: Stands in the names of the run's databases on PostgreSQL.
OF_THE_RUN = "of_the_run"


def begin() -> None:
    """Before the workers begin. What a run that was killed has left goes."""
    drop_databases()
    os.environ[FOLDER] = tempfile.mkdtemp(prefix="rapporteur-tests-")


def end() -> None:
    """When they have ended."""
    drop_databases()
    shutil.rmtree(folder(), ignore_errors=True)


@contextmanager
def for_a_run() -> Iterator[None]:
    """Both, for whoever needs what is made here and is no test: a bench."""
    begin()
    try:
        yield
    finally:
        end()


def folder() -> Path:
    return Path(os.environ[FOLDER])


def made_once(name: str, make: Callable[[Path], None]) -> Path:
    """The file or folder of that name, made by whoever comes first; whoever comes meanwhile waits."""
    path, unfinished = folder() / name, folder() / f"{name}.unfinished"
    with (folder() / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            make(unfinished)
            unfinished.rename(path)
    return path


# --- PostgreSQL ----------------------------------------------------------------------------------------------


def server() -> str:
    """The address of the PostgreSQL that this run tests, or nothing."""
    address = os.environ.get("TEST_DATABASE_URL", "")
    return address if address.startswith("postgres") else ""


def on_the_server(name: str) -> str:
    """The address of a database of the run."""
    return urlunsplit(urlsplit(server())._replace(path=f"/{prefix()}{name}"))


def prefix() -> str:
    return f"{urlsplit(server()).path.strip('/')}_{OF_THE_RUN}_"


def create_database(address: str, like: str = "") -> None:
    """One that is empty, or a copy of another, to which nobody is connected."""
    command = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
        sql.Identifier(name_of(address)), sql.Identifier(name_of(like) if like else "template1")
    )
    with psycopg.connect(server(), autocommit=True) as connection:
        connection.execute(command)


def drop_databases() -> None:
    if not server():
        return
    with suppress(psycopg.OperationalError), psycopg.connect(server(), autocommit=True) as connection:
        found = connection.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix()]
        ).fetchall()
        for (name,) in found:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


# --- Archives ------------------------------------------------------------------------------------------------


def archive(
    name: str, fill: Callable[[Path, str], None], like: str = "", *, on_sqlite: bool = False
) -> tuple[Path, str]:
    """The folder and the address of a database that ``fill`` got them of, once: it began empty, or as a copy.

    It is of the kind that this run tests, or a file. Nobody is connected to it, so that copies can be made.
    """
    is_file = on_sqlite or not server()

    def address_in(place: Path) -> str:
        return f"sqlite:///{place / 'archive.sqlite3'}" if is_file else on_the_server(name)

    def make(place: Path) -> None:
        place.mkdir()
        copy(address_in(place), like)
        fill(place, address_in(place))

    place = made_once(name, make)
    return place, address_in(place)


def migrated() -> str:
    """The address of one as all migrations leave it."""
    return archive("migrated", _migrate)[1]


def _migrate(_place: Path, address: str) -> None:
    from django.core.management import call_command

    with connected_to(address):
        call_command("migrate", verbosity=0, run_syncdb=True)
        call_command("createcachetable", verbosity=0)


def demonstration() -> tuple[Path, str]:
    """Folder and address of one with the demonstration in it; its pictures are in `media` in the folder."""
    return archive("demonstration", _load_demonstration, migrated())


def _load_demonstration(place: Path, address: str) -> None:
    from django.core.management import call_command
    from django.test import override_settings

    with connected_to(address), override_settings(MEDIA_ROOT=str(place / "media")):
        call_command("load_demo", verbosity=0)


def copy(address: str, like: str = "") -> None:
    """Make a database at ``address``, a copy of ``like`` where one is named."""
    if not address.startswith("sqlite"):
        create_database(address, like)
    elif like:
        shutil.copy(path_of(like), path_of(address))


def path_of(address: str) -> Path:
    return Path(address.removeprefix("sqlite:///"))


def name_of(address: str) -> str:
    """As Django's settings have it."""
    return str(path_of(address)) if address.startswith("sqlite") else urlsplit(address).path.strip("/")


@contextmanager
def connected_to(address: str) -> Iterator[None]:
    """The code of this process works on another database meanwhile."""
    from django.db import connection

    before = connection.settings_dict["NAME"]
    _connect(name_of(address))
    try:
        yield
    finally:
        _connect(before)


def _connect(name: str) -> None:
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()  # they may have other numbers there

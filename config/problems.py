"""What can be wrong where the archive runs, told in one sentence with what to do about it.

`told()` stands round every command (manage.py); gunicorn asks before it serves (config/gunicorn.py). Only what is
known here is told so: any other error keeps its traceback, for it is a fault of ours.
"""

import errno
import re
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.migrations.exceptions import MigrationSchemaMissing

from config import environment, outages

#: How SQLite and PostgreSQL say that a table is not there.
NO_TABLE = re.compile(r'no such table: |relation "\S+" does not exist')


@contextmanager
def told() -> Iterator[None]:
    """End the process with a sentence, and not with a traceback, where the cause lies outside the code."""
    try:
        yield
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    except DatabaseError as error:
        sentence = about_database(error) or outages.reason(error)
        if sentence is None:
            raise
        sys.exit(sentence)
    except Exception as error:
        sentence = outages.reason(error)
        if sentence is None:
            raise
        sys.exit(sentence)


def about_database(error: DatabaseError) -> str | None:
    """The sentence for an error of the database's; None for one that only a fault in the code can cause."""
    if isinstance(error, MigrationSchemaMissing) and isinstance(error.__context__, DatabaseError):
        error = error.__context__  # migrate's way of saying that its own table cannot be made
    said = str(error).strip()
    if NO_TABLE.match(said):
        return "The database has not been brought up to date: run `manage.py migrate`."
    tell = _about_sqlite if connection.vendor == "sqlite" else _about_postgresql
    return tell(said, error)


def _about_sqlite(said: str, error: DatabaseError) -> str | None:
    path = Path(connection.settings_dict["NAME"]).absolute()
    if said == "unable to open database file" and not path.parent.is_dir():
        return f"The folder {path.parent} does not exist: make it, or name another file in DATABASE_URL."
    if said in ("unable to open database file", "attempt to write a readonly database"):
        return (
            f"The database {path} cannot be written: let this user write the file and its folder, or name "
            "another file in DATABASE_URL."
        )
    if said == "file is not a database":
        return f"{path} is not an SQLite database: name another file in DATABASE_URL."
    if said == "database is locked":
        return f"The database {path} is being written by another process: try again when that has ended."
    return None


def _about_postgresql(said: str, error: DatabaseError) -> str | None:
    # Only what happened while connecting has no state of SQL's own.
    if getattr(error.__cause__, "sqlstate", "") is not None:
        return None
    asked = connection.settings_dict
    server = f"{asked['HOST'] or 'this machine'}:{asked['PORT'] or 5432}"
    if "database" in said and "does not exist" in said:
        return (
            f"The server at {server} has no database “{asked['NAME']}”: make it (createdb {asked['NAME']}), or "
            "name another in DATABASE_URL."
        )
    if "password" in said or "role" in said:
        return (
            f"The database server at {server} does not let “{asked['USER']}” in: correct the name and the password "
            "in DATABASE_URL."
        )
    if re.search(r"invalid connection option|invalid \S+ value", said):
        return "DATABASE_URL has an option after its “?” that PostgreSQL does not know: take it out."
    if re.search("certificate|SSL|no encryption", said):
        return (
            f"The database server at {server} and this one do not agree on TLS: look at sslmode and sslrootcert in "
            f"DATABASE_URL. PostgreSQL said: {' '.join(said.split())}"
        )
    return f"No database answers at {server}: start PostgreSQL, or correct DATABASE_URL."


def check_database() -> None:
    """Raise what `told` tells where the database cannot be used, before anything else has been begun."""
    if connection.connection is None:
        connection.ensure_connection()
        connection.close()


def free_port(address: str, port: str | int) -> int:
    """The number of a port at which this process can listen; refuses another in words."""
    number = environment.port(str(port))
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the servers do
        try:
            probe.bind((address, number))
        except OSError as error:
            raise ImproperlyConfigured(_about_port(address, number, error)) from None
    return number


def _about_port(address: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken: end what serves there, or choose another, as in PORT={port % 65535 + 1}."
        )
    if error.errno == errno.EACCES:
        return f"This user may not serve at port {port}: choose one above 1023, as in PORT=8000."
    return f"Nothing can be served at {address}, port {port}: {error.strerror}."

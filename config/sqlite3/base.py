"""Django's SQLite, which serves readers from a file that cannot be written too: on a full disk, or without the rights.

In WAL mode reading needs two files beside the database as well. A server that runs has them (config/gunicorn.py). Where
one that starts cannot make them, nobody can write either, and the file is opened as one that does not change. That
lasts for one request: with the next one all is tried anew.
"""

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from django.db.backends.sqlite3 import base, features

CANNOT_BE_WRITTEN = (
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
)


class DatabaseFeatures(features.DatabaseFeatures):
    #: Of every SQLite that our Python brings (3.38, 2022). Django tries it in a transaction, which cannot begin where
    #: nothing can be written: then it would take JSON for unknown, and readers would get no page.
    supports_json_field = True


class DatabaseWrapper(base.DatabaseWrapper):
    features_class = DatabaseFeatures

    def get_new_connection(self, conn_params):
        made_private(conn_params["database"])
        try:
            return super().get_new_connection(conn_params)
        except sqlite3.OperationalError as error:
            path = Path(conn_params["database"])
            if error.sqlite_errorcode & 0xFF not in CANNOT_BE_WRITTEN or not is_whole(path):
                raise
            self.close_at = time.monotonic()  # at the end of the request, however long others last
            unchanging = {"database": f"{path.absolute().as_uri()}?immutable=1", "uri": True}
            return super().get_new_connection(conn_params | unchanging)


def made_private(name: str | os.PathLike) -> None:
    """Let a file that is not there yet be its owner's alone, as a backup is: it holds drafts and hashes of passwords.

    What SQLite lays beside it gets the same rights.
    """
    if str(name).startswith(("file:", ":memory:")):
        return
    with suppress(OSError):  # it is there, or SQLite says why it cannot be
        os.close(os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def is_whole(path: Path) -> bool:
    """Whether the file is there and holds all: what was written last may lie beside it after a power cut."""
    beside = path.with_name(f"{path.name}-wal")
    with suppress(FileNotFoundError):
        if beside.stat().st_size:
            return False
    return path.is_file()

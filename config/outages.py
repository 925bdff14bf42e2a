"""What the archive needs and does not have at the moment: told in a sentence to whoever asked, and to the log.

A database that is away, a disk that is full, a cache that is gone: none is a fault of the code, and each passes
without a hand. So readers get 503 with Retry-After, and the log a line, where a fault would be a 500 and a traceback.
"""

import errno
import logging
import sqlite3
from collections.abc import Iterator

import psycopg
from django.db import utils

#: Seconds after which to ask again.
RETRY_AFTER = 10

#: How SQLite says that its file cannot be read or written now.
OF_SQLITE = {
    sqlite3.SQLITE_FULL: "The disk is full.",
    sqlite3.SQLITE_READONLY: "The database cannot be written.",
    sqlite3.SQLITE_CANTOPEN: "The database cannot be opened.",
    sqlite3.SQLITE_IOERR: "The disk of the database cannot be read or written.",
    sqlite3.SQLITE_BUSY: "The database is being written by another process.",
    sqlite3.SQLITE_NOMEM: "There is no memory left.",
}
#: Classes and codes of SQL's states, the longer first.
OF_POSTGRESQL = {
    "53100": "The disk is full.",
    "53300": "The database has no connection left.",
    "25006": "The database cannot be written.",
    "40": "Two were writing the same, each waiting for the other.",
    "08": "The database does not answer.",
    "53": "The database is short of what it needs.",
    "57P": "The database is being stopped or started.",
    "58": "The disk of the database cannot be read or written.",
}
OF_DISKS = {
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "The disk is full.",
    errno.EFBIG: "The disk is full.",
    errno.EROFS: "The disk cannot be written.",
}
#: What is said of an archive that can still be read.
OF_WRITING = {"The disk is full.", "The database cannot be written.", "The disk cannot be written."}


def is_of_writing(error: BaseException | None) -> bool:
    """Whether the archive can be read all the same, and only what was to be saved is not."""
    return reason(error) in OF_WRITING or any(isinstance(cause, PermissionError) for cause in _causes(error))


def reason(error: BaseException | None) -> str | None:
    """The sentence for what is away; None where the error is a fault of ours or the visitor's."""
    for cause in _causes(error):
        if said := _reason(cause):
            return said
    return None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _reason(error: BaseException) -> str | None:
    if said := getattr(error, "outage", None):  # an error of an app's that is one, and says it
        return said
    if isinstance(error, sqlite3.Error):
        code = getattr(
            error, "sqlite_errorcode", None
        )  # the lowest byte is the kind, the next one its variety
        return OF_SQLITE.get(code & 0xFF) if code is not None else None
    if isinstance(error, psycopg.Error):
        return _of_postgresql(error)
    if isinstance(error, utils.InterfaceError):  # Django's own: a connection that is closed already
        return "The database does not answer."
    if type(error).__module__.startswith("redis."):  # nothing that we ask of it can be wrong
        return "The cache does not answer."
    if isinstance(error, PermissionError) and error.filename:
        return f"{error.filename} may not be read or written by this user: let it, or name another place."
    if isinstance(error, OSError):
        return OF_DISKS.get(error.errno or 0)
    return None


def _of_postgresql(error: psycopg.Error) -> str | None:
    if error.sqlstate is None:  # only what happened while connecting, or to the connection, has none
        lost = isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)
        return "The database does not answer." if lost else None
    return next((said for state, said in OF_POSTGRESQL.items() if error.sqlstate.startswith(state)), None)


class InALine(logging.Filter):
    """An outage is a line in the log with its reason; a fault keeps its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and (said := reason(record.exc_info[1])):
            record.msg = f"{record.getMessage()} ({said})"
            record.args = None
            record.exc_info = None
            record.exc_text = None
        return True

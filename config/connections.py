"""Connections that outlive a request, and are never used once what they led to is gone.

A pooled connection to PostgreSQL is looked at before it is handed out, one to SQLite's file before each request: both
without a question to the database, for that would cost more than the rest of a page that is kept.
"""

import os
import select
import threading
import time
from weakref import WeakKeyDictionary

import psycopg
from django.db import connection as of_this_thread
from psycopg_pool import ConnectionPool

#: Seconds after which the database is asked all the same: a machine that vanished has not hung up.
TRUSTED = 5

_asked_at: WeakKeyDictionary[psycopg.Connection, float] = WeakKeyDictionary()


def check(connection: psycopg.Connection) -> None:
    """The pool's check: raises where ``connection`` is dead.

    A server that stops says so and hangs up, and both wait at the socket, at which an idle connection hears nothing.
    """
    if _hears(connection) or time.monotonic() - _asked_at.get(connection, -TRUSTED) >= TRUSTED:
        ConnectionPool.check_connection(connection)
        _asked_at[connection] = time.monotonic()


def _hears(connection: psycopg.Connection) -> bool:
    socket = select.poll()
    socket.register(connection.fileno(), select.POLLIN)
    return bool(socket.poll(0))


def to_the_file_that_is_there(get_response):
    """A thread's connection to SQLite lasts until another file lies at its path, or one with other rights: one that was
    brought back, say.

    Opening one anew for each request, as Django would, takes longer than answering from what is kept.
    """
    known = threading.local()

    def middleware(request):
        there = _identity(of_this_thread.settings_dict["NAME"])
        if there != getattr(known, "file", there):
            of_this_thread.close()
        known.file = there
        return get_response(request)

    return middleware


def _identity(path: str | os.PathLike) -> tuple[int, int, int] | None:
    try:
        file = os.stat(path)
    except OSError:
        return None
    return file.st_dev, file.st_ino, file.st_mode

"""How gunicorn serves the archive: `gunicorn --config config/gunicorn.py config.wsgi`."""

import gc
import os
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from config import environment, problems

with problems.told():
    environment.read_env_file(Path(__file__).resolve().parent.parent / ".env")
    workers = environment.number("WEB_CONCURRENCY", os.environ.get("WEB_CONCURRENCY") or "2", 1)

bind = os.environ.get("BIND", "0.0.0.0:8000")

# Threads wait for the database while others work; two processes use a small machine's cores. More threads than
# cores, since some wait: for their turn to search (config/busy.py), for an editor's upload.
worker_class = "config.worker.PatientWorker"
threads = 8
worker_connections = 500  # a process; each holds at most 96 KB while a request is gathered
keepalive = 5
preload_app = False  # each process opens database connections of its own

# A search is in its address: 800 letters of any script fit.
limit_request_line = 8190
# No header of a visitor's is taken for the server's own: SCRIPT_NAME in one gave gunicorn's own error page, and
# whether a request came by TLS is for Django to say (BEHIND_PROXY).
forwarder_headers = ""
secure_scheme_headers: dict[str, str] = {}
timeout = 60
graceful_timeout = 20
# A worker is renewed now and then, not all at once, so that no slow leak of memory lasts.
max_requests = 5000
max_requests_jitter = 500
worker_tmp_dir = (
    "/dev/shm" if os.path.isdir("/dev/shm") else None
)  # the heartbeat does not wait for a slow disk

# Nobody is to speak to it but by signals: the socket lay in the home of its user, who may have none, or two archives.
control_socket_disable = True

logger_class = "config.server_log.ServerLog"
accesslog = "-"
# No addresses of readers in the log and no search terms: method, path, status, size and time serve an operator.
access_log_format = '%({x-request-id}o)s "%(m)s %(U)s" %(s)s %(b)s %(M)sms'


#: What a command need not wait for at its start waits here for who asks, who need not wait for it either.
LOADED_WHEN_ASKED_FOR = (
    "events.affiliations",
    "intake.reading.read",
    "intake.markdown",
    "intake.pdf",
    "icalendar",
)


def on_starting(server) -> None:
    """Say in a sentence what a worker would say in a traceback, and what gunicorn would try for five seconds."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    with problems.told():
        _ = settings.DEBUG
        if {"LISTEN_FDS", "GUNICORN_FD"} & os.environ.keys():
            return  # the socket is handed over, by systemd or by the server that this one replaces
        for host, port in (address for address in server.cfg.address if isinstance(address, tuple)):
            problems.free_port(host, port)


def post_worker_init(_worker) -> None:
    """What is loaded by now stays: the collector need not go through it whenever it looks for garbage."""
    _hold_sqlite_open()
    for module in LOADED_WHEN_ASKED_FOR:
        import_module(module)
    gc.collect()
    gc.freeze()


def worker_exit(_server, _worker) -> None:
    connection.close()


def _hold_sqlite_open() -> None:
    """Keep one connection that is never used: while it is there, so are the two files that SQLite needs beside its own
    to read, which cannot be made on a disk that has become full."""
    if connection.vendor == "sqlite":
        with suppress(DatabaseError), connection.cursor() as cursor:  # whoever asks is told
            cursor.execute("SELECT COUNT(*) FROM sqlite_master")

"""Two machines and a Redis of their own: what strangers may try is counted together, and nobody fails without it."""

import socket
import subprocess
import time
from contextlib import contextmanager, suppress

import pytest

from tests.serving import prepared, serving
from tests.test_setup import free_port

pytestmark = pytest.mark.redis

STRANGER = {"X_Forwarded_For": "198.51.100.7"}


@contextmanager
def running(port: int):
    command = [
        "redis-server",
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--loglevel",
        "warning",
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 30
        while True:
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", port)).close()
                break
            assert time.monotonic() < deadline
            time.sleep(0.02)
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def test_machines_count_tries_together_and_go_on_without_their_cache(tmp_path):
    port = free_port()
    shared = {"CACHE_URL": f"redis://127.0.0.1:{port}/0", "BEHIND_PROXY": "true"}
    with (
        prepared(tmp_path) as database,
        serving(tmp_path, database, **shared) as one,
        serving(tmp_path, database, **shared) as other,
    ):
        with running(port):
            tries = [one.log_in(f"nobody-{number}", "a-guess", **STRANGER)[0] for number in range(5)]
            elsewhere = other.log_in("nobody-5", "a-guess", **STRANGER)[0]
            pages = [archive.ask("/events/")[0] for archive in (one, other)]

        # It is gone: nobody is told so, readers least of all, and each machine counts for itself.
        alone = [archive.ask("/events/")[0] for archive in (one, other)]
        editor = other.log_in(X_Forwarded_For="203.0.113.9")[0]
        guesses = [other.log_in(f"nobody-{number}", "a-guess", **STRANGER)[0] for number in range(6)]
        ready = other.ask("/readyz")
        logged = one.logged() + other.logged()

    assert (tries, elsewhere) == ([200] * 5, 429)
    assert pages == alone == [200, 200]
    assert editor == 302
    assert (guesses[0], guesses[-1]) == (200, 429)
    assert (ready[0], ready[2]) == (503, "The cache does not answer.\n")
    assert "Log-ins are counted in this process alone. (The cache does not answer.)" in logged
    assert "Traceback" not in logged

"""Two machines and a Redis of their own: what strangers may try is counted together, and nobody fails without it."""

import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
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


def all_at_once(archive, number: int) -> list[int]:
    """The answers to so many strangers: one after the other, a slow machine would give them time between."""
    with ThreadPoolExecutor(number) as threads:
        tries = [threads.submit(archive.log_in, f"nobody-{n}", "a-guess", **STRANGER) for n in range(number)]
        return [one.result()[0] for one in tries]


def test_machines_count_tries_together_and_go_on_without_their_cache(tmp_path):
    port = free_port()
    shared = {"CACHE_URL": f"redis://127.0.0.1:{port}/0", "BEHIND_PROXY": "true"}
    with (
        prepared(tmp_path) as database,
        serving(tmp_path, database, **shared) as one,
        serving(tmp_path, database, **shared) as other,
    ):
        with running(port):
            tries = all_at_once(one, 5)
            elsewhere = all_at_once(other, 8)
            pages = [archive.ask("/events/")[0] for archive in (one, other)]

        # It is gone: nobody is told so, readers least of all, and each machine counts for itself.
        alone = [archive.ask("/events/")[0] for archive in (one, other)]
        editor = other.log_in(X_Forwarded_For="203.0.113.9")[0]
        guesses = all_at_once(other, 8)
        ready = other.ask("/readyz")
        logged = one.logged() + other.logged()

    assert set(tries) <= {200, 429} and 200 in tries
    assert elsewhere.count(429) > 8 - 5  # or the second machine would have given five away of its own
    assert pages == alone == [200, 200]
    assert editor == 302
    assert {*guesses} == {200, 429}
    assert (ready[0], ready[2]) == (503, "The cache does not answer.\n")
    assert "Visitors are counted in this process alone. (The cache does not answer.)" in logged
    assert "Traceback" not in logged

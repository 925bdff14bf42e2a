"""What a page that is kept costs beside a bare answer: requests a second of one server, in turn.

``python -m bench.kept URL_OF_A_DATABASE``: gunicorn with one worker serves ``HttpResponse("hello")`` without any
middleware, and the pages of the archive with all of theirs; both are asked over one connection each.
"""

import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from bench.databases import ROOT

ROUNDS, REQUESTS = 5, 400
PAGES = {"event": "/events/2026/the-long-evening/", "home": "/"}
TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def served(database: str, settings: str):
    """The port of a gunicorn with one worker, and the id of that worker's process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": settings, "BENCH_DATABASE_URL": database}
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "gunicorn",
        "--worker-class",
        "gthread",
        "--threads",
        "4",
    ]
    server = subprocess.Popen(
        [
            *command,
            "--log-level",
            "warning",
            "--keep-alive",
            "60",
            "--bind",
            f"127.0.0.1:{port}",
            "config.wsgi",
        ],
        cwd=ROOT,
        env=environment,
    )
    try:
        yield port, worker_of(server.pid)
    finally:
        server.terminate()
        server.wait(30)


def worker_of(master: int) -> int:
    for _ in range(300):
        children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
        if children:
            time.sleep(3)  # until it listens
            return int(children[0])
        time.sleep(0.1)
    raise SystemExit("gunicorn did not start")


def cost(port: int, worker: int, address: str) -> float:
    """Microseconds of the worker's processor time a request."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    for _ in range(20):
        ask(connection, address)
    before = spent(worker)
    for _ in range(REQUESTS):
        ask(connection, address)
    connection.close()
    return (spent(worker) - before) / REQUESTS * 1e6


def ask(connection: http.client.HTTPConnection, address: str) -> None:
    connection.request("GET", address, headers={"Host": "testserver", "Accept-Encoding": "gzip"})
    response = connection.getresponse()
    response.read()
    if response.status != 200:
        raise SystemExit(f"{address} answered {response.status}")


def spent(process: int) -> float:
    return sum(
        int((thread / "schedstat").read_text().split()[0]) / 1e9
        for thread in Path(f"/proc/{process}/task").iterdir()
    )


def main(database: str) -> None:
    costs: dict[str, list[float]] = {"hello": [], **{page: [] for page in PAGES}}
    with (
        served(database, "bench.bare_settings") as (bare, bare_worker),
        served(database, "bench.kept_settings") as (archive, archive_worker),
    ):
        for _ in range(ROUNDS):
            costs["hello"].append(cost(bare, bare_worker, "/hello/"))
            for page, address in PAGES.items():
                costs[page].append(cost(archive, archive_worker, address))
    print("| answer | microseconds of CPU | requests a second, of those of hello |\n| --- | ---: | ---: |")
    for page, times in costs.items():
        print(f"| {page} | {median(times):.0f} | {median(costs['hello']) / median(times):.2f} |")


if __name__ == "__main__":
    main(sys.argv[1])

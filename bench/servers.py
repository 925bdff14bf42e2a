"""Which server for our own pages: ``bin/bench servers``. Needs `pip install granian` for the one that we do not use.

Each serves the demonstration from SQLite with one process and eight threads, in turn. Told are the processor's time
that a page takes of it, kept and made anew, and how many of five readers are answered while others are slow: sixty
connections that say nothing, and sixteen forms of which one byte has come.
"""

import http.client
import importlib.util
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

from bench.databases import ROOT
from bench.kept import spent
from bench.soak_server import PREPARE, free_port

ROUNDS, REQUESTS = 3, 60
HOST = "archive.example.org"
THREADS = "8"
GUNICORN = ["-m", "gunicorn", "--config", "config/gunicorn.py", "--workers", "1", "config.wsgi"]
GRANIAN = ["-m", "granian", "--interface", "wsgi", "--workers", "1", "--blocking-threads", THREADS]
SERVERS = {
    "gunicorn, sync": [*GUNICORN, "--worker-class", "sync"],
    "gunicorn, gthread": [*GUNICORN, "--worker-class", "gthread"],
    "gunicorn, ours": GUNICORN,
    "granian": [
        *GRANIAN,
        "--no-ws",
        "--host",
        "127.0.0.1",
        "--log-level",
        "warning",
        "config.wsgi:application",
    ],
}
#: Who sends a cookie is answered by the page itself.
ASKED = {
    "hello (/healthz)": ("/healthz", {}),
    "a kept page": ("/events/", {}),
    "a page made anew": ("/events/", {"Cookie": "seen=1"}),
}
SILENT, SLOW, READERS, PATIENCE = 60, 16, 5, 5


class Server:
    def __init__(self, port: int, process: subprocess.Popen):
        self.port, self.process = port, process

    def ask(self, path: str, headers: dict, patience=60) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience)
        try:
            connection.request("GET", path, headers={"Host": HOST, "Accept-Encoding": "gzip", **headers})
            response = connection.getresponse()
            response.read()
            return response.status
        finally:
            connection.close()

    def cost(self, path: str, headers: dict) -> float:
        """Microseconds of the processor's time a request, of the whole server."""
        for _ in range(10):
            self.ask(path, headers)
        before = self.spent()
        for _ in range(REQUESTS):
            assert self.ask(path, headers) == 200
        return (self.spent() - before) / REQUESTS * 1e6

    def spent(self) -> float:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        processes = [self.process.pid, *map(int, children)]
        return sum([spent(one) for one in processes], 0.0)

    def answered(self) -> int:
        """How many readers are, one after the other."""
        done = 0
        for _ in range(READERS):
            with suppress(OSError):
                done += self.ask("/about/", {}, PATIENCE) == 200
        return done

    def say(self, words: bytes) -> socket.socket:
        client = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        client.sendall(words)
        return client


@contextmanager
def served(command: list[str], environment: dict[str, str], log: Path) -> Iterator[Server]:
    port = free_port()
    place = ["--port", str(port)] if "granian" in command else ["--bind", f"127.0.0.1:{port}"]
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, *command, *place], cwd=ROOT, env=environment, stdout=output, stderr=output
        )
    server = Server(port, process)
    try:
        deadline = time.monotonic() + 180
        while True:
            with suppress(OSError):
                if server.ask("/healthz", {}) == 200:
                    break
            if process.poll() is not None or time.monotonic() > deadline:
                sys.exit(log.read_text())
            time.sleep(0.2)
        yield server
    finally:
        process.terminate()
        process.wait(60)


def figures(server: Server) -> tuple[list[float], list[int]]:
    costs = [server.cost(path, headers) for path, headers in ASKED.values()]
    silent = [server.say(b"") for _ in range(SILENT)]
    while_silent = server.answered()
    for one in silent:
        one.close()
    head = f"POST /admin/login/ HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 500\r\n\r\nu".encode()
    slow = [server.say(head) for _ in range(SLOW)]
    while_slow = server.answered()
    for one in slow:
        one.close()
    return costs, [while_silent, while_slow]


def main() -> None:
    servers = dict(SERVERS)
    if importlib.util.find_spec("granian") is None:
        print("granian is not installed, and left out.")
        del servers["granian"]
    with tempfile.TemporaryDirectory(prefix="rapporteur-servers-") as name:
        folder = Path(name)
        environment = {
            "PATH": os.environ["PATH"],
            "SECRET_KEY": secrets.token_urlsafe(50),
            "ALLOWED_HOSTS": HOST,
            "SITE_URL": f"http://{HOST}",
            "DATABASE_URL": f"sqlite:///{folder / 'archive.sqlite3'}",
            "STATIC_ROOT": str(folder / "static"),
            "MEDIA_ROOT": str(folder / "media"),
        }
        prepare = ["manage.py", "shell", "--no-imports", "--command", PREPARE]
        subprocess.run([sys.executable, *prepare], cwd=ROOT, env=environment, check=True)
        found: dict[str, list] = {server: [] for server in servers}
        for _ in range(ROUNDS):
            for server, command in servers.items():
                with served(command, environment, folder / "log") as one:
                    found[server].append(figures(one))
    print("| server |", *(f"{asked} |" for asked in ASKED), "readers while silent | while slow |")
    print("| --- |", "---: |" * (len(ASKED) + 2))
    for server, rounds in found.items():
        costs = [median(costs[i] for costs, _answered in rounds) for i in range(len(ASKED))]
        answered = [min(answered[i] for _costs, answered in rounds) for i in range(2)]
        told = [*(f"{cost:,.0f} µs" for cost in costs), *(f"{number} of {READERS}" for number in answered)]
        print(f"| {server} |", *(f"{cell} |" for cell in told))


if __name__ == "__main__":
    main()

"""The archive that is soaked: a PostgreSQL, a server and perhaps a proxy, in a folder of their own."""

import http.client
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME, PASSWORD = "soaker", "a-password-for-soaking"
#: In one process: starting Django takes most of the time.
PREPARE = f"""
from django.contrib.auth import get_user_model
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
call_command("load_demo", verbosity=0)
get_user_model().objects.create_superuser({NAME!r}, password={PASSWORD!r})
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    """A PostgreSQL of our own, which may be killed."""

    def __init__(self, folder: Path):
        self.folder = folder / "postgresql"
        self.port = free_port()
        programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
        self.programs = programs[-1] if programs else Path(shutil.which("postgres") or "postgres").parent
        self.folder.mkdir()
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            folder.chmod(0o755)
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "-D", self.folder, "-U", "postgres", "-A", "trust")
        self.start()

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
        for _ in range(50):  # while what was killed has not let go of its memory yet
            with suppress(subprocess.CalledProcessError):
                self._run(
                    "pg_ctl", "-D", self.folder, "-w", "-o", options, "-l", self.folder / "log", "start"
                )
                return
            time.sleep(0.2)
        sys.exit(f"PostgreSQL does not start: see {self.folder / 'log'}")

    def kill(self) -> None:
        """As a power cut does: no process of it ends in its own way."""
        number = int((self.folder / "postmaster.pid").read_text().split()[0])
        for one in (*_children(number), number):
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)

    def stop(self) -> None:
        with suppress(subprocess.CalledProcessError):
            self._run("pg_ctl", "-D", self.folder, "-m", "immediate", "stop")

    @property
    def address(self) -> str:
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def _run(self, program: str, *arguments) -> None:
        command = [self.programs / program, *arguments]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")


class Archive:
    """The server, and what may be done to it."""

    def __init__(self, folder: Path, proxy: bool):
        self.folder = folder
        self.host = "archive.example.org"
        self.own_port = self.port = free_port()
        self.database = Cluster(folder)
        self.environment = {
            "PATH": os.environ["PATH"],
            "SECRET_KEY": secrets.token_urlsafe(50),
            "DEBUG": "false",
            "ALLOWED_HOSTS": self.host,
            "SITE_URL": f"http://{self.host}",
            "BEHIND_PROXY": "true" if proxy else "false",
            "DATABASE_URL": self.database.address,
            "STATIC_ROOT": str(folder / "static"),
            "MEDIA_ROOT": str(folder / "media"),
            "BIND": f"127.0.0.1:{self.own_port}",
            "WEB_CONCURRENCY": "2",
        }
        self.run("manage.py", "shell", "--no-imports", "--command", PREPARE)
        self.log = folder / "server.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"],
                cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self.proxy = self._put_proxy_in_front() if proxy else None
        self.wait()

    def _put_proxy_in_front(self) -> subprocess.Popen:
        self.port = free_port()
        shipped = (ROOT / "docs" / "nginx.conf").read_text()
        ours = (
            shipped.replace("listen 443 ssl;", f"listen 127.0.0.1:{self.port};")
            .replace("listen 80;", f"listen 127.0.0.1:{free_port()};")
            .replace("127.0.0.1:8000", f"127.0.0.1:{self.own_port}")
        )
        ours = re.sub(r"(?m)^\s*(ssl_certificate|listen \[).*\n", "", ours)
        whole = self.folder / "nginx.conf"
        whole.write_text(
            f"daemon off; pid {self.folder}/nginx.pid; error_log {self.folder}/nginx.log; events {{}}\n"
            f"http {{ access_log off; client_body_temp_path {self.folder}/body; proxy_temp_path {self.folder}/proxy;\n"
            f"{ours}\n}}\n"
        )
        return subprocess.Popen(["nginx", "-c", whole], stderr=subprocess.DEVNULL)

    def run(self, *arguments: str) -> str:
        made = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        if made.returncode:
            sys.exit(made.stderr)
        return made.stdout

    def ask(self, path="/", method="GET", body=None, patience=60, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, {"Host": self.host, "Connection": "close", **headers})
            response = connection.getresponse()
            return response.status, response.headers, response.read().decode(errors="replace")
        finally:
            connection.close()

    def say(self, words: bytes) -> socket.socket:
        client = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        client.sendall(words)
        return client

    def wait(self, path: str = "/readyz") -> None:
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline:
            with suppress(OSError, http.client.HTTPException):
                if self.ask(path, patience=5)[0] == 200:
                    return
            time.sleep(0.1)
        sys.exit(f"The server did not answer:\n{self.log.read_text()[-2000:]}")

    def kill_workers(self) -> None:
        for one in _children(self.process.pid):
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)

    def end(self) -> None:
        for one in filter(None, (self.proxy, self.process)):
            one.terminate()
            with suppress(subprocess.TimeoutExpired):
                one.wait(timeout=30)
        self.database.stop()


def _children(number: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{number}/task/{number}/children").read_text().split()]


@contextmanager
def served(folder: Path, proxy: bool) -> Iterator[Archive]:
    archive = Archive(folder, proxy)
    try:
        yield archive
    finally:
        archive.end()

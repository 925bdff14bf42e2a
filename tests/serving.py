"""The archive as an operator serves it: a process of its own, a database of its own that can be taken away."""

import http.client
import os
import re
import secrets
import select
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tests import ready
from tests.test_setup import GUNICORN, ROOT, empty_database, free_port, production, run

HOST = "archive.example.org"
NAME, PASSWORD = "editor", "a-password-of-the-tests"
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or "nginx"


def until(holds, patience=30) -> None:
    """Wait for so many seconds for what will be so; fail where it is not."""
    deadline = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


class Archive:
    """A server, and what can be asked of it."""

    def __init__(self, process, port: int, log: Path, plain: "Archive | None" = None):
        self.process = process
        self.port = port
        self.log = log
        #: What a proxy says without TLS.
        self.plain = plain
        self.clients: list[socket.socket] = []

    def ask(self, path="/", method="GET", body=None, patience=30, **headers):
        """Status, headers and body of one request on a connection of its own; who waits longer has given up."""
        connection = self.connection(patience)
        headers = {
            "Host": HOST,
            "Connection": "close",
            **{name.replace("_", "-"): of for name, of in headers.items()},
        }
        try:
            connection.request(method, path, body=body, headers=headers)
            response = connection.getresponse()
            return response.status, response.headers, response.read().decode(errors="replace")
        finally:
            connection.close()

    def connection(self, patience) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience)

    def say(self, words: bytes) -> socket.socket:
        """A connection that has said this much, and stays."""
        client = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        client.sendall(words)
        self.clients.append(client)
        return client

    def hang_up(self):
        while self.clients:
            self.clients.pop().close()

    def logged(self) -> str:
        return self.log.read_text()

    def log_in(self, name=NAME, password=PASSWORD, cookies="", **headers):
        """Status, headers, page and the cookies of a log-in through the form, as a browser does it."""
        _status, given, _page = self.ask("/admin/login/", Cookie=cookies, **headers)
        jar = with_cookies(cookies, given)
        token = re.findall(r"csrftoken=(\w+)", jar)[0]
        body = f"username={name}&password={password}&csrfmiddlewaretoken={token}"
        status, given, page = self.ask(
            "/admin/login/", "POST", body,
            Cookie=jar, Content_Type="application/x-www-form-urlencoded", **headers,
        )  # fmt: skip
        return status, given, page, with_cookies(jar, given)


class ArchiveByTls(Archive):
    """The same, asked by TLS, whoever has signed its certificate."""

    def connection(self, patience):
        connection = super().connection(patience)
        connection.connect()
        connection.sock = ssl._create_unverified_context().wrap_socket(connection.sock, server_hostname=HOST)
        return connection


def with_cookies(jar: str, headers) -> str:
    """The cookies that a browser sends after an answer with these headers."""
    given = [one.partition(";")[0] for one in headers.get_all("Set-Cookie") or []]
    return "; ".join({one.partition("=")[0]: one for one in (*jar.split("; "), *given) if one}.values())


class Cut:
    """A way to PostgreSQL that can be cut, as it is when the server is stopped: connections die, none is taken."""

    def __init__(self, host: str, port: int):
        self.there = (host, port)
        self.port = free_port()
        self.pairs: list[socket.socket] = []
        self.restore()

    def restore(self):
        self.listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._take, args=(self.listener,), daemon=True).start()

    def cut(self):
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for one in self.pairs:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self.pairs.clear()

    def _take(self, listener):
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection(self.there)
                self.pairs += [near, far]
                threading.Thread(target=self._carry, args=(near, far), daemon=True).start()

    def _carry(self, near, far):
        with suppress(OSError, ValueError):
            while True:
                for one in select.select([near, far], [], [])[0]:
                    data = one.recv(65536)
                    if not data:
                        raise OSError
                    (far if one is near else near).sendall(data)
        for one in (near, far):
            one.close()


class Database:
    """An archive's database, which can be taken away and brought back."""

    def __init__(self, address: str):
        parts = urlsplit(address)
        self.is_sqlite = parts.scheme == "sqlite"
        if self.is_sqlite:
            self.file = Path(parts.path)
            self.address = address
        else:
            self.way = Cut(parts.hostname or "127.0.0.1", parts.port or 5432)
            user = f"{parts.username or 'postgres'}{':' + parts.password if parts.password else ''}"
            self.address = urlunsplit(parts._replace(netloc=f"{user}@127.0.0.1:{self.way.port}"))

    def take_away(self):
        if not self.is_sqlite:
            self.way.cut()
            return
        self.file.rename(self.file.with_suffix(".gone"))
        self.file.mkdir()  # a file that cannot be opened, where SQLite would make a new one

    def bring_back(self):
        if not self.is_sqlite:
            self.way.restore()
            return
        self.file.rmdir()
        self.file.with_suffix(".gone").rename(self.file)

    def restart(self):
        if not self.is_sqlite:
            self.way.cut()
            self.way.restore()


#: In one process: starting Django takes most of the time.
PREPARE = f"""
from django.contrib.auth import get_user_model
from django.core.management import call_command
call_command("collectstatic", interactive=False, verbosity=0)
get_user_model().objects.create_superuser({NAME!r}, password={PASSWORD!r})
"""


def _prepare(place: Path, address: str) -> None:
    environment = production(DATABASE_URL=address, STATIC_ROOT=str(place / "static"))
    made = run(sys.executable, "manage.py", "shell", "--no-imports", "--command", PREPARE, **environment)
    assert made.returncode == 0, made.stderr


@contextmanager
def prepared(folder: Path, data: Path | None = None):
    """A database that is up to date and holds one editor; the styles are gathered in the folder. SQLite's file lies in
    ``data``, where that is another."""
    place, made = ready.archive("served", _prepare, ready.migrated())
    (folder / "static").symlink_to(place / "static")
    with empty_database(data or folder, made) as address:
        database = Database(address)
        yield database
        if not database.is_sqlite:
            database.way.cut()


@contextmanager
def serving(folder: Path, database: Database, command=GUNICORN, **changes):
    """Serve on a port of its own, without TLS and without a proxy where nothing else is said."""
    port = free_port()
    usual = {
        "DATABASE_URL": database.address,
        "STATIC_ROOT": str(folder / "static"),
        "MEDIA_ROOT": str(folder / "media"),
        "BIND": f"127.0.0.1:{port}",
        "WEB_CONCURRENCY": "1",
        "SITE_URL": f"http://{HOST}",
        "BEHIND_PROXY": "false",
    }
    environment = production(**usual | changes)
    log = folder / f"server-{secrets.token_hex(4)}.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=output, start_new_session=True
        )
        archive = Archive(process, port, log)
        try:
            _wait(archive)
            yield archive
        finally:
            archive.hang_up()
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=40)


@contextmanager
def behind_nginx(archive: Archive, folder: Path):
    """The same archive as nginx serves it by docs/nginx.conf, without TLS and on a port of its own.

    At another, its `plain`, is what nginx says at port 80.
    """
    port, plain = free_port(), free_port()
    site = (ROOT / "docs" / "nginx.conf").read_text()
    site = re.sub(r"(?m)^ *(ssl_certificate|listen \[).*\n", "", site)
    site = site.replace("127.0.0.1:8000", f"127.0.0.1:{archive.port}")
    for there, here in (("443 ssl", port), ("80", plain)):
        site = site.replace(f"listen {there};", f"listen 127.0.0.1:{here};")
    ours = folder / "nginx.conf"
    ours.write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;\n"
        f"fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n{site}}}\n"
    )
    log = folder / "nginx.log"
    with log.open("w") as output:
        process = subprocess.Popen([NGINX, "-c", ours], stdout=output, stderr=output)
        with _until_left(Archive(process, port, log, Archive(process, plain, log))) as proxied:
            yield proxied


@contextmanager
def behind_caddy(archive: Archive, folder: Path):
    """The same archive as Caddy serves it by docs/Caddyfile, with a certificate that it signs itself.

    At another, its `plain`, is what Caddy says at port 80.
    """
    port, plain = free_port(), free_port()
    site = (ROOT / "docs" / "Caddyfile").read_text().replace("127.0.0.1:8000", f"127.0.0.1:{archive.port}")
    own = f"admin off\nskip_install_trust\nstorage file_system {folder}/caddy\nhttp_port {plain}\nhttps_port {port}"
    site = re.sub(r"(?m)^\{$", f"{{\n{own}", site)
    site = re.sub(rf"(?m)^{HOST} \{{$", f"{HOST} {{\ntls internal", site)
    ours = folder / "Caddyfile"
    ours.write_text(site)
    log = folder / "caddy.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            ["caddy", "run", "--adapter", "caddyfile", "--config", ours],
            env={"PATH": os.environ["PATH"], "HOME": str(folder)},
            stdout=output,
            stderr=output,
        )
        with _until_left(ArchiveByTls(process, port, log, Archive(process, plain, log))) as proxied:
            yield proxied


@contextmanager
def _until_left(proxied: Archive):
    """It answers; its process ends behind it."""
    try:
        _wait(proxied)
        yield proxied
    finally:
        proxied.hang_up()
        proxied.process.terminate()
        proxied.process.wait(timeout=30)


def _wait(archive: Archive) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and archive.process.poll() is None:
        with suppress(OSError):
            if archive.ask("/healthz")[0] == 200:
                return
        time.sleep(0.1)
    raise AssertionError(f"the server did not answer:\n{archive.logged()}")

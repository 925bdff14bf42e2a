"""A PostgreSQL primary and its streaming replica, of this test's own, on loopback."""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

import psycopg

PATIENCE = 60
#: Where Debian keeps each version's programs.
PROGRAMS = max(
    Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), default=Path()
)


def as_postgres(*command) -> None:
    """PostgreSQL's programs refuse to run as root; its user is on every machine that has them."""
    user = ("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups") if os.geteuid() == 0 else ()
    subprocess.run(
        [*user, *map(str, command)],
        check=True,
        timeout=PATIENCE,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, folder: Path):
        self.folder, self.port = folder, free_port()

    @property
    def address(self) -> str:
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        self.control("start", "-w", "-o", options, "-l", f"{self.folder}.log")

    def stop(self) -> None:
        self.control("stop", "-m", "immediate")

    def control(self, deed: str, *options: str) -> None:
        as_postgres(PROGRAMS / "pg_ctl", deed, "-D", self.folder, *options)

    def ask(self, sql: str):
        """The first value of the first row, None where there is none."""
        with psycopg.connect(self.address, autocommit=True) as connection:
            answer = connection.execute(sql)
            row = answer.fetchone() if answer.description else None
            return row and row[0]


def make_primary(folder: Path) -> Server:
    server = Server(folder / "primary")
    as_postgres(
        PROGRAMS / "initdb",
        "-D",
        server.folder,
        "-U",
        "postgres",
        "-A",
        "trust",
        "--locale=C.UTF-8",
        "-E",
        "UTF8",
    )
    server.start()
    return server


def make_replica(primary: Server) -> Server:
    server = Server(primary.folder.parent / "replica")
    as_postgres(PROGRAMS / "pg_basebackup", "-d", primary.address, "-D", server.folder, "-R", "-c", "fast")
    server.start()
    return server


def wait_until_replayed(primary: Server, replica: Server) -> None:
    stored = primary.ask("SELECT pg_current_wal_flush_lsn()")
    deadline = time.monotonic() + PATIENCE
    while not replica.ask(f"SELECT pg_last_wal_replay_lsn() >= '{stored}'"):
        assert time.monotonic() < deadline, "the replica does not follow"
        time.sleep(0.05)


def folder_for_postgres(base: Path) -> Path:
    """One that the user postgres can reach, wherever pytest keeps its own; the caller removes it."""
    folder = Path(f"/tmp/rapporteur-{os.getpid()}-{free_port()}") if os.geteuid() == 0 else base / "servers"
    folder.mkdir(mode=0o700)
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    return folder

"""Databases of the bench's own, made and dropped by it; the archive in use is never touched."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent
#: Not in version control: databases as long as they are needed, and the figures of the last run.
DATA = ROOT / "bench" / "data"
LOCAL_SERVER = "postgres://postgres@127.0.0.1:5432/postgres"


@dataclass(frozen=True)
class Database:
    vendor: str
    name: str

    @property
    def url(self) -> str:
        if self.vendor == "sqlite":
            return f"sqlite:///{DATA / self.name}.sqlite3"
        return f"{server().rpartition('/')[0]}/{self.name}"

    def exists(self) -> bool:
        if self.vendor == "sqlite":
            return (DATA / f"{self.name}.sqlite3").exists()
        with psycopg.connect(server()) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.name])
            return found.fetchone() is not None

    def create(self) -> None:
        DATA.mkdir(exist_ok=True)
        self.drop()
        if self.vendor == "postgresql":
            self._tell_the_server(f'CREATE DATABASE "{self.name}"')
        self.run("django", "migrate", "--verbosity", "0")

    def drop(self) -> None:
        if self.vendor == "postgresql":
            self._tell_the_server(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')
            return
        for file in DATA.glob(f"{self.name}.sqlite3*"):
            file.unlink()

    def run(self, module: str, *arguments: str, settings: str = "bench.settings") -> str:
        """Run ``python -m module arguments`` on this database; returns what it prints."""
        environment = {
            **os.environ,
            "BENCH_DATABASE_URL": self.url,
            "DJANGO_SETTINGS_MODULE": settings,
        }
        command = [sys.executable, "-m", module, *arguments]
        return subprocess.run(
            command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
        ).stdout

    @staticmethod
    def _tell_the_server(sql: str) -> None:
        with psycopg.connect(server(), autocommit=True) as connection:
            connection.execute(sql)


def server() -> str:
    return os.environ.get("TEST_DATABASE_URL") or LOCAL_SERVER


def vendors() -> list[str]:
    """SQLite, and PostgreSQL where a server answers."""
    try:
        psycopg.connect(server(), connect_timeout=5).close()
    except psycopg.OperationalError as error:
        print(f"PostgreSQL is left out: {str(error).strip().splitlines()[0]}")
        return ["sqlite"]
    return ["sqlite", "postgresql"]

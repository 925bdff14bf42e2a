"""Readers from a real replica: it lags, stops, comes back and is promoted, while one web process goes on serving."""

import json
import shutil
import subprocess
import sys
import time

import psycopg
import pytest

from config.replica import PASSED_OVER
from tests.keeping.installations import Installation
from tests.keeping.replicated import folder_for_postgres, make_primary, make_replica, wait_until_replayed
from tests.keeping.starting import ROOT
from tests.serving import until

#: A list that is asked for with a query is kept nowhere: each is made anew.
PAGE = "/events/?page=1"
pytestmark = pytest.mark.each_database

PATIENCE = 30
LOCKED = "mode = 'AccessExclusiveLock' AND relation = 'events_event'::regclass"
WAITS = "wait_event_type = 'Lock' AND backend_type = 'client backend'"


@pytest.fixture
def servers(tmp_path):
    folder = folder_for_postgres(tmp_path)
    primary = make_primary(folder)
    started = [primary]
    try:
        started.append(make_replica(primary))
        yield started
    finally:
        for server in started:
            server.stop()
        shutil.rmtree(folder)


class Reader:
    """One web process, asked for one page after the other."""

    def __init__(self, environment):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.keeping.reader"],
            cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def get(self, path=PAGE, cookie="-") -> dict:
        self.ask(path, cookie)
        return self.answer()

    def ask(self, path=PAGE, cookie="-") -> None:
        self.process.stdin.write(f"{cookie} {path}\n")
        self.process.stdin.flush()

    def answer(self) -> dict:
        return json.loads(self.process.stdout.readline())

    def get_until_asked(self, server: str) -> dict:
        deadline = time.monotonic() + PATIENCE
        while (answer := self.get())["asked"] != [server]:
            assert answer["status"] == 200
            assert time.monotonic() < deadline, f"{server} is not asked: {answer}"
            time.sleep(0.2)
        return answer


def test_readers_are_served_by_a_replica_that_is_current_and_by_the_primary_otherwise(servers, tmp_path):
    primary, replica = servers
    archive = Installation(tmp_path, primary.address)
    archive.fill()
    wait_until_replayed(primary, replica)
    settings = {"READ_REPLICA_URL": replica.address, "CACHE_URL": "dummycache://", "DEBUG": "true"}
    reader = Reader(archive.environment | settings)
    try:
        assert reader.get() == {"status": 200, "asked": ["replica"], "new": False}
        assert reader.get("/admin/login/")["status"] == 200
        assert reader.get(cookie="an-editor")["asked"] == ["default"]

        # It goes in the middle of a page: the reader gets the whole page all the same.
        with psycopg.connect(primary.address) as editor:
            editor.execute("LOCK TABLE events_event IN ACCESS EXCLUSIVE MODE")
            primary.ask("SELECT pg_switch_wal()")  # what is not committed is sent only with what is
            until(lambda: replica.ask(f"SELECT count(*) FROM pg_locks WHERE {LOCKED}"))
            reader.ask()
            until(
                lambda: replica.ask(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {WAITS}")
            )
        assert reader.answer() == {"status": 200, "asked": ["default", "replica"], "new": False}
        reader.get_until_asked("replica")

        # It lags: what was stored shows at once, from the primary.
        replica.ask("SELECT pg_wal_replay_pause()")
        primary.ask("UPDATE events_event SET title = 'renamed'")
        assert reader.get() == {"status": 200, "asked": ["default"], "new": True}
        replica.ask("SELECT pg_wal_replay_resume()")
        assert reader.get_until_asked("replica")["new"]

        # It stops, with its connections; it comes back.
        replica.stop()
        assert reader.get() == {"status": 200, "asked": ["default"], "new": True}
        replica.start()
        wait_until_replayed(primary, replica)
        assert reader.get_until_asked("replica")["new"]

        # Whoever has written its address into DATABASE_URL too, where nothing can be written, reads as well.
        mistaken = Reader(archive.environment | settings | {"DATABASE_URL": replica.address})
        try:
            assert mistaken.get() == {"status": 200, "asked": ["replica"], "new": True}
        finally:
            mistaken.process.kill()
            mistaken.process.communicate()

        # It is promoted, and goes its own way.
        replica.control("promote", "-w")
        replica.ask("UPDATE events_event SET title = 'of another archive'")
        for _ in range(3):
            assert reader.get() == {"status": 200, "asked": ["default"], "new": True}
        time.sleep(PASSED_OVER)
        assert reader.get()["new"]
    finally:
        reader.process.kill()
        reader.process.communicate()  # closes its pipes too

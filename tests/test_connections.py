"""Pooled connections to PostgreSQL: none that is dead is handed out, and none that lives is asked each time."""

from contextlib import closing

import psycopg
import pytest
from django.db import connection
from psycopg_pool import ConnectionPool

from config import connections

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]  # SQLite has no pool


@pytest.fixture
def address():
    parts = connection.get_connection_params()
    return {name: parts[name] for name in ("host", "port", "user", "password", "dbname") if name in parts}


@pytest.fixture
def pool(address):
    with ConnectionPool(
        kwargs=address | {"autocommit": True}, min_size=1, max_size=1, timeout=10, check=connections.check
    ) as pool:
        yield pool


@pytest.fixture
def other(address):
    with closing(psycopg.connect(**address, autocommit=True)) as other:
        yield other


def asked(pool) -> int:
    with pool.connection() as held:
        held.execute("SELECT 42")
        return held.info.backend_pid


def test_connection_that_the_server_has_ended_is_not_handed_out(pool, other):
    before = asked(pool)
    other.execute("SELECT pg_terminate_backend(%s, 10000)", [before])

    assert asked(pool) != before


def test_connection_that_was_asked_a_moment_ago_is_not_asked_whether_it_lives(pool, other):
    number = asked(pool)

    with pool.connection() as held:
        assert held.info.backend_pid == number
        last = other.execute("SELECT query FROM pg_stat_activity WHERE pid = %s", [number]).fetchone()

    assert last == ("SELECT 42",)


def test_connection_is_asked_when_it_was_silent_for_long(pool, other, monkeypatch):
    number = asked(pool)
    monkeypatch.setattr(connections, "TRUSTED", 0)

    with pool.connection():
        last = other.execute("SELECT query FROM pg_stat_activity WHERE pid = %s", [number]).fetchone()

    assert last != ("SELECT 42",)

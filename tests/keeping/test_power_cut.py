import pytest

pytestmark = pytest.mark.each_database


def test_what_is_answered_is_on_the_disk(other):
    """FULL is 2 in SQLite's own numbers."""
    ask = "from django.db import connection; print(*connection.cursor().execute('{}').fetchone())"
    sql, safe = ("PRAGMA synchronous", "2") if other.is_sqlite else ("SHOW synchronous_commit", "on")

    said = other.manage("shell", "--no-imports", "--command", ask.format(sql))

    assert said.strip() == safe

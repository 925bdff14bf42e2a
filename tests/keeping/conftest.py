from contextlib import contextmanager
from itertools import count

import pytest
from django.conf import settings

from tests.keeping.installations import filled_for_the_run, installation

ON_SQLITE = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
#: The kind of database that this run tests.
OWN = "sqlite" if ON_SQLITE else "postgresql"
#: From which to which a backup is carried. SQLite is at hand beside PostgreSQL; the other way round there may be none.
WAYS = [("sqlite", "sqlite")] if ON_SQLITE else [
    ("postgresql", "postgresql"), ("sqlite", "postgresql"), ("postgresql", "sqlite")
]  # fmt: skip
_number = count()
#: SQLite has no replica.
collect_ignore = ["test_replica.py"] if ON_SQLITE else []


@pytest.fixture(scope="session")
def new_installation(tmp_path_factory):
    """Called with a kind of database, a context manager of an installation that is empty, or filled, or the twin of
    another."""
    folder = tmp_path_factory.mktemp("installations")

    @contextmanager
    def new(kind=OWN, like=None, *, is_filled=False):
        if is_filled:
            like = filled_for_the_run(kind)
        with installation(folder / str(next(_number)), kind, like) as one:
            yield one

    return new


@pytest.fixture(scope="session")
def filled(new_installation):
    """An archive with a row in every table, and nobody to change it; its backup is `backup.zip` in its folder."""
    with new_installation(is_filled=True) as one:
        yield one


@pytest.fixture
def other(new_installation):
    """An empty installation on the kind of database that this run tests."""
    with new_installation() as one:
        yield one


@pytest.fixture
def twin(new_installation, filled):
    """A copy of the filled one, to be changed."""
    with new_installation(like=filled) as one:
        yield one

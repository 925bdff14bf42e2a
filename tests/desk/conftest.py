import pytest

from tests.desk.users import make_user


@pytest.fixture
def editor(client, db):
    """An editor, logged in with ``client``."""
    return logged_in(client, "Editor")


@pytest.fixture
def publisher(client, db):
    """A publisher, logged in with ``client``."""
    return logged_in(client, "Publisher")


@pytest.fixture
def administrator(client, db):
    """An administrator, logged in with ``client``."""
    return logged_in(client, "Administrator")


def logged_in(client, role):
    user = make_user(role)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return user

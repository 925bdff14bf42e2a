import pytest
from django.apps import apps


@pytest.fixture(scope="module", autouse=True)
def groups_for_whoever_comes_next(django_db_setup, django_db_blocker):
    """A browser test empties the database after it, of what migrations put there too: make the groups again."""
    from desk.roles import make_roles

    yield
    with django_db_blocker.unblock():
        make_roles(apps)

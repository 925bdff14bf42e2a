import gc
import os
import shutil

import pytest
from django.conf import settings
from django.db import connection, connections, transaction
from django.template.base import Template
from django.test import Client, TransactionTestCase
from django.test.signals import template_rendered
from django.urls import set_urlconf
from django.utils import timezone

from tests import as_migrated, ready

# playwright's sync API runs an event loop in this thread; Django would refuse the database beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


#: Whoever asks for one of these, or is marked django_db, has to do with the database of the run.
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "server_database"}


def pytest_addoption(parser):
    parser.addoption(
        "--of-the-database",
        action="store_true",
        help="only tests that have to do with the database: the others are the same on each",
    )


def pytest_configure(config):
    gc.set_threshold(50_000, 20, 100)  # little of what a test makes outlives it
    if not hasattr(config, "workerinput"):
        ready.begin()


def pytest_unconfigure(config):
    if not hasattr(config, "workerinput"):
        ready.end()


def pytest_collection_modifyitems(config, items):
    """Leave out what is about another database than this run's; with ``--of-the-database`` also what an earlier run, on
    another, has tried already."""
    others = [item for item in items if any(map(item.get_closest_marker, other_databases()))]
    if config.getoption("--of-the-database"):
        others += [item for item in items if not has_to_do_with_the_database(item)]
    if others:
        config.hook.pytest_deselected(items=list(dict.fromkeys(others)))
        items[:] = [item for item in items if item not in set(others)]


def pytest_terminal_summary(terminalreporter):
    """Where several processes run the tests, none of them says what it has left out."""
    for vendor in other_databases():
        terminalreporter.write_line(
            f"On {connection.display_name}: tests marked “{vendor}” are about another database, and not of this run."
        )


def other_databases() -> set[str]:
    """The marks of databases on which this run is not."""
    return {"postgresql", "sqlite"} - {connection.vendor}


def pytest_collection_finish(session):
    """What is loaded by now stays: the collector need not go through it a thousand times, a fifth of the run."""
    gc.collect()
    gc.freeze()


def has_to_do_with_the_database(item) -> bool:
    """What a browser makes of a page is the same on each, unless a test is marked for what it saves; so is what a page
    makes of a few rows, where a module is marked for it."""
    if item.get_closest_marker("each_database"):
        return True
    if item.get_closest_marker("browser") or item.get_closest_marker("rendering"):
        return False
    return bool(item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(item.fixturenames))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start chromium as root and in a machine without a network, and Debian's where it is installed."""
    from tests.chromium import find_chromium

    return {
        **browser_type_launch_args,
        "executable_path": str(find_chromium()),
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    }


@pytest.fixture(scope="session", autouse=True)
def contexts_of_pages_alone(django_test_environment):
    """Django's test client keeps a copy of the context of every template that is rendered, each include among them: a
    tenth of the time that a page takes. Tests ask for the page's own."""

    def render(template, context):
        if context.template is template:
            template_rendered.send(sender=template, template=template, context=context)
        return template.nodelist.render(context)

    Template._render = render  # Django puts its own back at the end of the tests


@pytest.fixture(scope="session", autouse=True)
def answers_are_read(django_test_environment):
    """Django's test client leaves a streamed answer to whoever reads it. One that nobody reads ends when the collector
    comes upon it, in the middle of another test, whose database it closes; and it keeps its turn (config/busy.py)."""
    ask = Client.request

    def asked(client, **request):
        response = ask(client, **request)
        if response.streaming:
            response.streaming_content = [b"".join(response.streaming_content)]
        return response

    Client.request = asked


@pytest.fixture(scope="session", autouse=True)
def as_migrations_left_it(request, django_db_setup, django_db_blocker):
    """What a test with real transactions leaves goes after it, and what migrations put into the database is put back:
    whatever test comes next finds it so. Django would empty every table, and make types of content and permissions
    anew: a tenth of a second, half of one on PostgreSQL, and other numbers than another process knows."""
    if not any(map(has_real_transactions, request.session.items)):
        return  # there may be no tests' database at all
    with django_db_blocker.unblock():
        kept = as_migrated.rows()
    TransactionTestCase._fixture_teardown = lambda _test: as_migrated.put_back(kept)


def has_real_transactions(item) -> bool:
    mark = item.get_closest_marker("django_db")
    marked = mark and mark.kwargs.get("transaction")
    return bool(marked or {"transactional_db", "live_server"} & set(item.fixturenames))


@pytest.fixture(autouse=True)
def old_editions_stay(monkeypatch):
    """Every hundredth change sweeps up the editions before it, which PostgreSQL counts through all tests: two questions
    more for whichever happens to count its own."""
    from publishing import editions

    monkeypatch.setattr(editions, "KEPT", 2**40)


@pytest.fixture(autouse=True)
def nobodys_house():
    """What a test says in the settings is undone with it, but the number of its edition comes again."""
    from house.models import House
    from house.now import Now, forget, once
    from public import search_engines
    from publishing import editions
    from search import found_lately
    from search.asking import SPEAKERS
    from search.counting import to_come
    from search.finding import first_and_last_year, names_of_topics

    timezone.deactivate()
    set_urlconf(None)
    forget()
    editions.forget()
    found_lately.forget()
    once.kept = (-1, Now(House()))
    to_come.kept = search_engines.once.kept = first_and_last_year.kept = names_of_topics.kept = None
    SPEAKERS.kept = None


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, django_db_blocker, worker_id):
    """The tests' database begins as a copy of one that is migrated."""
    with django_db_blocker.unblock():
        like = ready.migrated()
    if like.startswith("sqlite"):
        # Not in memory: the browser tests' server and the test are two threads with a connection each.
        file = ready.folder() / f"{worker_id}.sqlite3"
        ready.copy(f"sqlite:///{file}", like)
        connection.settings_dict["TEST"]["NAME"] = str(file)
    else:
        connection.settings_dict["TEST"]["TEMPLATE"] = ready.name_of(like)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb):
    """Where it is a file, Django would make an empty one in its place; the file goes with the folder of the run."""
    return django_db_keepdb or connection.vendor == "sqlite"


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker, tmp_path_factory, worker_id):
    """The tests of a module see the demonstration's archive, in a database of its own; each is undone by itself."""
    with django_db_blocker.unblock():
        place, made = ready.demonstration()
        own = tmp_path_factory.mktemp("demonstration")
        address = (
            f"sqlite:///{own / 'archive.sqlite3'}"
            if made.startswith("sqlite")
            else ready.on_the_server(f"{own.name}_{worker_id}")
        )
        ready.copy(address, made)
        shutil.copytree(place / "media", settings.MEDIA_ROOT, dirs_exist_ok=True)
        with ready.connected_to(address):
            yield


@pytest.fixture(scope="module")
def for_the_module(django_db_setup, django_db_blocker):
    """What is made here stays for all tests of a module, each of which is undone by itself, and is undone after them.

    Not for a module with a test that commits (``transaction=True``, a browser).
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session", autouse=True)
def no_session_outlives_the_tests(django_db_setup, django_db_blocker):
    """A browser keeps a connection to the live server open, and the server's thread its session with the
    database, which PostgreSQL then would not drop."""
    yield
    if connection.vendor == "sqlite":
        connections.close_all()
    elif str(connection.settings_dict["NAME"]).startswith("test_"):
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

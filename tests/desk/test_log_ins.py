"""Where somebody is logged in: told, ended, and ended with the password."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from desk.log_ins import browser_in_words
from desk.models import LogIn
from publishing.models import LogbookEntry
from tests.desk.pages import change_page
from tests.desk.test_second_factor import shown_by_app
from tests.desk.users import PASSWORD, make_user

pytestmark = pytest.mark.django_db

PAGE = "/admin/log-ins/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0"


@pytest.fixture
def tomas():
    return make_user("Editor", "tomas")


def browser(agent: str = FIREFOX, name: str = "tomas") -> Client:
    client = Client(headers={"User-Agent": agent})
    client.post("/admin/login/", {"username": name, "password": PASSWORD})
    return client


def is_in(client) -> bool:
    return client.get("/admin/").status_code == 200


def named(client, page: str = PAGE) -> list[str]:
    return [one.browser for one in client.get(page).context["log_ins"]]


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (FIREFOX, "Firefox on Linux"),
        (EDGE, "Edge on Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "Safari on iPhone",
        ),
        ("", "A browser"),
    ],
)
def test_browser_in_words(agent, words):
    assert browser_in_words(agent) == words


@pytest.mark.parametrize("engine", ["db", "cached_db", "cache"])
def test_own_log_ins_are_listed_and_ended_one_or_all_others(settings, tomas, engine):
    settings.SESSION_ENGINE = f"django.contrib.sessions.backends.{engine}"
    here, there, third = browser(), browser(EDGE), browser()
    assert sorted(named(here)) == ["Edge on Windows", "Firefox on Linux", "Firefox on Linux"]
    edge = LogIn.objects.get(browser="Edge on Windows")

    here.post(PAGE, {"end": edge.pk})
    assert (is_in(here), is_in(there), is_in(third)) == (True, False, True)
    for nothing in (edge.pk, "x", "", "9" * 30):
        assert here.post(PAGE, {"end": nothing}).status_code == 302
    here.post(PAGE, {"end": "all"})

    assert (is_in(here), is_in(third)) == (True, False)
    assert named(here) == ["Firefox on Linux"]
    assert list(LogbookEntry.objects.filter(what="access").values_list("words", flat=True)) == [
        "Ended: Firefox on Linux",
        "Ended: Edge on Windows",
    ]


def test_nobody_ends_what_is_anothers(tomas):
    make_user("Editor", "marta")
    tomas_browser, marta = browser(), browser(name="marta")

    marta.post(PAGE, {"end": LogIn.objects.get(user=tomas).pk})
    marta.post(PAGE, {"end": "all"})

    assert is_in(tomas_browser)
    assert marta.get(f"/admin/auth/user/{tomas.pk}/log-ins/").status_code == 403


def test_password_that_is_changed_ends_the_others(tomas):
    here, there = browser(), browser(EDGE)
    words = {"new_password1": "another quiet harbour", "new_password2": "another quiet harbour"}

    here.post("/admin/password_change/", {"old_password": PASSWORD} | words)

    assert (is_in(here), is_in(there)) == (True, False)
    assert named(here) == ["Firefox on Linux"]


def test_second_factor_that_is_set_up_ends_what_began_without(tomas):
    here, there = browser(), browser(EDGE)
    here.get("/admin/second-factor/")

    here.post("/admin/second-factor/", {"code": shown_by_app(tomas), "_set_up": "on"})

    assert (is_in(here), is_in(there)) == (True, False)


def test_administrator_ends_all_log_ins_of_another(client, administrator, tomas):
    there, page = browser(), f"/admin/auth/user/{tomas.pk}/log-ins/"
    assert "Where they are logged in" in client.get(change_page(tomas)).text
    assert named(client, page) == ["Firefox on Linux"]

    client.post(page, {"end": "all"})

    assert not is_in(there) and is_in(client)
    assert LogbookEntry.objects.get(words="Ended: Firefox on Linux").by == administrator


def test_when_somebody_was_seen_is_written_now_and_then(tomas, django_assert_num_queries):
    client, long_ago = browser(), timezone.now() - timezone.timedelta(hours=2)
    LogIn.objects.update(seen_at=long_ago)
    client.get("/admin/")
    assert LogIn.objects.get().seen_at == long_ago  # a quarter of an hour has not passed

    cache.clear()
    client.get("/admin/")

    assert LogIn.objects.get().seen_at > long_ago
    client.post("/admin/logout/")
    assert not LogIn.objects.exists()

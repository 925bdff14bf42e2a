"""Pages that are kept: never stale, in no process; never an editor's; made once for many."""

import gzip
import time
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.test.signals import template_rendered
from django.utils import timezone

from publishing import editions
from publishing.deeds import publish, return_to_draft, schedule, withdraw
from publishing.models import Edition
from search.models import SearchedFor
from tests.at_once import at_once
from tests.factories import event_with_statements

pytestmark = pytest.mark.django_db

PAGE_CACHE = "public.page_cache.PageCache"


@pytest.fixture(autouse=True)
def pages_are_kept(settings):
    settings.MIDDLEWARE = [PAGE_CACHE, *settings.MIDDLEWARE]
    cache.clear()


@pytest.fixture
def reader():
    return Client()


@pytest.fixture
def event():
    return event_with_statements("They spoke of sanctions.", title="Sanctions", lead="Why now.")


@pytest.fixture
def rendered():
    """The names of the templates that pages are made of, as they are made."""
    names = []

    def remember(sender, template, **kwargs):
        names.append(template.name)

    template_rendered.connect(remember)
    yield names
    template_rendered.disconnect(remember)


def test_a_page_is_made_once_and_then_answered_from_what_is_kept(reader, event, django_assert_num_queries):
    first = reader.get(event.get_absolute_url())

    with django_assert_num_queries(1):
        second = reader.get(event.get_absolute_url())

    assert second.content == first.content
    assert b"They spoke of sanctions." in second.content


def test_a_browser_that_has_the_page_is_told_so_before_anything_is_made(
    reader, event, django_assert_num_queries
):
    tag = reader.get(event.get_absolute_url())["ETag"]
    cache.clear()

    with django_assert_num_queries(1):
        again = Client().get(event.get_absolute_url(), headers={"If-None-Match": tag})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)


def test_a_change_makes_what_the_browser_has_an_old_page(reader, event):
    tag = reader.get(event.get_absolute_url())["ETag"]
    event.title = "Freezing"
    event.save()

    again = reader.get(event.get_absolute_url(), headers={"If-None-Match": tag})

    assert again.status_code == 200
    assert "Freezing" in again.text


def test_a_page_is_sent_compressed_to_those_who_read_that(reader, event):
    plain = reader.get(event.get_absolute_url())
    packed = reader.get(event.get_absolute_url(), headers={"Accept-Encoding": "br, gzip;q=0.5"})
    refused = reader.get(event.get_absolute_url(), headers={"Accept-Encoding": "gzip;q=0, identity"})

    assert gzip.decompress(packed.content) == plain.content == refused.content
    assert packed["Content-Encoding"] == "gzip"
    assert int(packed["Content-Length"]) == len(packed.content)
    assert "Content-Encoding" not in plain and "Content-Encoding" not in refused
    assert "Accept-Encoding" in plain["Vary"]
    assert plain["Cache-Control"] == "no-cache"


def test_what_another_process_has_made_is_kept_for_browsers_too(
    reader, event, django_assert_num_queries, django_capture_on_commit_callbacks
):
    """A page of an event is there for each process (public/made_pages.py); this one has not met it yet."""
    browser = {"Accept-Encoding": "gzip, deflate, br"}
    with django_capture_on_commit_callbacks(execute=True):
        made = reader.get(event.get_absolute_url(), headers=browser)
    cache.clear()
    found = reader.get(event.get_absolute_url(), headers=browser)

    with django_assert_num_queries(1):
        kept = reader.get(event.get_absolute_url(), headers=browser)

    assert made.content == found.content == kept.content
    assert kept["Content-Encoding"] == "gzip"


def test_a_kept_page_has_the_headers_of_one_that_is_new(reader, event):
    new, kept = reader.get(event.get_absolute_url()), reader.get(event.get_absolute_url())

    assert dict(new.items()) == dict(kept.items())
    assert "Content-Security-Policy" in kept and "X-Frame-Options" in kept


def test_an_editor_meets_no_kept_page_and_leaves_none(reader, admin_client, event):
    return_to_draft_by_withdrawing(event)
    draft = admin_client.get(event.get_absolute_url())
    assert "They spoke of sanctions." in draft.text

    assert reader.get(event.get_absolute_url()).status_code == 404
    publish(event)
    kept = reader.get(event.get_absolute_url())
    seen = admin_client.get(event.get_absolute_url())

    assert "ETag" in kept and "ETag" not in seen and "ETag" not in draft


def return_to_draft_by_withdrawing(event):
    withdraw(event, "Too early.")
    return_to_draft(event)


def test_whoever_sends_a_cookie_is_answered_by_the_page_itself(reader, event):
    reader.get(event.get_absolute_url())

    seen = reader.get(event.get_absolute_url(), headers={"Cookie": "anything=1"})

    assert "ETag" not in seen


def test_what_is_scheduled_shows_at_its_moment_and_not_before(reader, event):
    withdraw(event, "Too early.")
    return_to_draft(event)
    for seconds in (1, 5, 30):  # on a busy machine the moment may come before the first page is made
        moment = timezone.now() + timedelta(seconds=seconds)
        schedule(event, moment)
        before = reader.get("/events/")
        if timezone.now() < moment:
            break
        withdraw(event, "Too early again.")
        return_to_draft(event)
    assert "Sanctions" not in before.text

    time.sleep((moment - timezone.now()).total_seconds() + 0.05)
    after = reader.get("/events/", headers={"If-None-Match": before["ETag"]})

    assert "Sanctions" in after.text
    assert reader.get(event.get_absolute_url()).status_code == 200


def test_a_search_and_a_draft_of_an_intake_leave_the_edition_as_it_is(reader, event):
    before = Edition.objects.latest("pk")

    reader.get("/search/?q=sanctions")

    assert SearchedFor.objects.get().query == "sanctions"
    assert Edition.objects.latest("pk") == before


def test_a_page_that_is_not_there_is_not_kept(reader, event):
    address = f"{event.get_absolute_url()}not/"
    assert "ETag" not in reader.get(address)


@pytest.mark.django_db(transaction=True)
def test_a_cache_that_is_gone_costs_nobody_a_page(reader, event, settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "no_such_table"}
    }

    assert "Sanctions" in reader.get(event.get_absolute_url()).text


def test_a_switched_off_cache_leaves_pages_as_they_are(event, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

    assert "ETag" not in Client().get(event.get_absolute_url())


@pytest.mark.django_db(transaction=True)
def test_many_readers_of_a_page_that_just_changed_make_it_once(event, rendered):
    address = event.appearances.get().speaker.get_absolute_url()
    reader = Client()  # one process has one handler, and so one of each middleware
    reader.get(address)
    event.title = "Freezing"
    event.save()
    rendered.clear()

    pages = at_once(*[lambda: reader.get(address).content] * 30)

    assert rendered.count("people/speaker.html") == 1
    assert len(set(pages)) == 1
    assert b"Freezing" in pages[0]


def test_page_that_was_asked_for_by_its_head_first_is_kept_for_readers(reader, event, rendered):
    head = reader.head(event.get_absolute_url())
    page = reader.get(event.get_absolute_url())

    assert rendered.count("events/event.html") == 1
    assert head.content == b""
    assert b"They spoke of sanctions." in page.content
    assert head["ETag"] == page["ETag"]


def test_editions_of_before_are_swept_up_now_and_then(monkeypatch):
    monkeypatch.setattr(editions, "KEPT", 3)
    for _ in range(7):
        editions.advance()

    assert 1 <= Edition.objects.count() <= 3
    assert editions.latest() == Edition.objects.latest("pk").pk

"""What was found lately is not looked for again, and is never what would not be found now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from publishing import editions
from publishing.changes import unit_of_work
from publishing.deeds import withdraw
from search import found_lately
from search.finding import Hits, Narrowing
from search.found_lately import remember
from search.query import parse
from tests.factories import PublicEventFactory
from tests.public.search.test_page import page
from tests.public.test_query_counts import queries
from tests.search.archive import archive_of, freight_archive

pytestmark = pytest.mark.django_db


def titles_of(client) -> set[str]:
    """Of the events that a search for freight finds."""
    html = page(client, q="freight", kind="event").content.decode()
    return {
        title for title in ("spring", "night") if f"</mark> {title}" in html or f"</mark> in {title}" in html
    }


#: Ways on from a search, each with its queries where nothing is remembered, and behind that search.
WAYS = {
    "": (7, 6),
    "&page=2": (4, 3),
    "&sort=date": (8, 6),
    "&kind=event": (5, 3),
    "&from=2005&to=2010": (6, 4),
    "&kind=topic": (4, 2),
}


def test_whoever_goes_on_from_a_search_has_its_hits_found_already(client):
    archive_of(60)
    editions.now()  # as a page asks it
    client.get("/search/?q=berg")  # what speakers are called is remembered, too

    asked = {}
    for way in WAYS:
        found_lately.forget()
        alone = queries(client, f"/search/?q=freight{way}")
        found_lately.forget()
        client.get("/search/?q=freight")
        asked[way] = alone, queries(client, f"/search/?q=freight{way}")

    assert asked == WAYS


def test_what_changes_shows_in_the_next_search(client):
    archive = freight_archive()
    editions.now()
    assert titles_of(client) == {"spring"}

    PublicEventFactory(title="Freight night")
    editions.now()
    assert titles_of(client) == {"spring", "night"}

    withdraw(archive["first"], "Never held.")
    editions.now()
    assert titles_of(client) == {"night"}


def test_what_appears_by_itself_is_found_at_its_moment(client, monkeypatch):
    freight_archive()
    moment = timezone.now() + timedelta(minutes=5)
    PublicEventFactory(title="Freight night", status="scheduled", publish_at=moment)
    editions.now()
    assert titles_of(client) == {"spring"}

    monkeypatch.setattr(timezone, "now", lambda: moment + timedelta(seconds=1))
    at_once = titles_of(client)
    editions.now()
    assert titles_of(client) == at_once == {"spring", "night"}


def test_nothing_is_remembered_of_a_unit_of_work_nor_while_nobody_knows_how_long_it_holds():
    freight_archive()
    edition = editions.now().edition
    with unit_of_work():
        remember(found_lately.found_lately(), parse("freight"), Narrowing(), hits_of(1))
        within = dict(found_lately.found_lately())
    editions.forget()
    unknown = found_lately.found_lately()

    assert editions.known(edition) is None
    assert within == unknown == {}


def test_the_oldest_searches_are_forgotten_first(monkeypatch):
    monkeypatch.setattr(found_lately, "MOST_LETTERS", 150_000)
    lately: found_lately.Found = {}

    for word, number in (("rail", 300), ("road", 2), ("sea", 150)):
        remember(lately, parse(word), Narrowing(), hits_of(number))
    assert list(lately) == [parse("road"), parse("sea")]

    remember(lately, parse("road"), Narrowing(kind="event"), hits_of(2))
    assert [(query, len(found)) for query, found in lately.items()] == [(parse("sea"), 1), (parse("road"), 2)]


def test_a_search_of_long_reports_counts_by_its_letters(monkeypatch):
    monkeypatch.setattr(found_lately, "MOST_LETTERS", 150_000)
    lately: found_lately.Found = {}
    long = hits_of(2)
    long.words.update({0: "grain " * 20_000, 1: "rail"})

    remember(lately, parse("rail"), Narrowing(), hits_of(2))
    remember(lately, parse("grain"), Narrowing(), long)

    assert list(lately) == [parse("grain")]  # what is older gives way to it


def hits_of(number: int) -> Hits:
    return Hits({"id": range(number)}, parse("freight"))

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from events.withdrawing import withdraw_statement
from search.counting import Counts
from tests.factories import (
    AppearanceFactory,
    EventFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
)
from tests.html import squeezed
from tests.search.archive import archive_of, freight_archive

pytestmark = pytest.mark.django_db


def offered(client, typed, **more) -> list[tuple[str, str]]:
    """The options, each with its address."""
    html = squeezed(client.get("/search/suggest/", {"q": typed, **more}).content.decode())
    return [
        (unescape(name), address)
        for address, name in re.findall(r'data-href="(.*?)"><b[^>]*>(.*?)</b>', html)
    ]


def test_people_topics_and_events_are_offered_with_their_addresses(client):
    archive = freight_archive()
    archive["second"].topics.add(TopicFactory(name="Freight rates"))

    assert offered(client, "frei") == [
        ("Freight rates", "/topics/freight-rates/"),
        ("Freight in spring", "/events/2019/freight-in-spring/"),
    ]
    assert offered(client, "louk") == [("Anna Berg", "/speakers/anna-berg/")]


def test_person_is_offered_with_the_spelling_that_matched(client):
    freight_archive()

    assert (
        '<bdi lang="fr">Annette Loukine</bdi>, Sweden'
        in client.get("/search/suggest/?q=louki").content.decode()
    )


def test_every_word_begins_a_word_of_the_title_in_any_case(client):
    freight_archive()
    EventFactory(title="Саммит в мае", status="published", publish_at=datetime(2019, 5, 1, tzinfo=UTC))

    assert [name for name, _address in offered(client, "саммит МАЕ")] == ["Саммит в мае"]
    assert [name for name, _address in offered(client, "spr frei")] == ["Freight in spring"]
    assert offered(client, "reight") == []


@pytest.mark.parametrize("typed", ["саммит", "САММИТ", "са́м", "cafe", "CAFÉ", "cafe\u0301", "muller саммит"])
def test_titles_and_topics_are_offered_however_they_are_written(client, typed):
    PublicEventFactory(title="САММИТ в Café Müller").topics.add(TopicFactory(name="Café Müller: САММИТ"))

    assert [name for name, _address in offered(client, typed)] == [
        "Café Müller: САММИТ",
        "САММИТ в Café Müller",
    ]


def test_a_word_of_the_lead_offers_no_event(client):
    PublicEventFactory(title="Spring", lead="Freight.")

    assert offered(client, "freight") == []


def test_directory_is_offered_people_alone(client):
    freight_archive()
    AppearanceFactory(speaker=SpeakerFactory(name="Ann Freight"))

    assert offered(client, "freight", of="people") == [("Ann Freight", "/speakers/ann-freight/")]


def test_nothing_hidden_is_offered(client):
    EventFactory(title="Freight in draft")
    gone = StatementFactory(text="Freight is late.")
    gone.topics.add(TopicFactory(name="Freight rates"))
    withdraw_statement(gone, "Said in error.")
    SpeakerFactory(name="Ann Freight")

    assert offered(client, "freight") == []


@pytest.mark.parametrize("typed", ["", " ", "f", "\0", '"', "%", "_", "*", "🚂", "x" * 10_000])
def test_anything_typed_is_answered(client, typed):
    freight_archive()

    response = client.get("/search/suggest/", {"q": typed})

    assert (response.status_code, offered(client, typed)) == (200, [])


@pytest.mark.parametrize("path", ["/", "/speakers/", "/search/", "/events/"])
def test_every_search_box_offers_suggestions(client, path):
    html = client.get(path).content.decode()

    assert html.count("data-suggest=") == len(re.findall(r'<input[^>]*name="q"', html)) > 0


@pytest.mark.parametrize("number", [3, 12])
def test_suggestions_take_the_same_number_of_queries(client, django_assert_num_queries, number):
    archive_of(number)
    Counts()

    with django_assert_num_queries(7):
        client.get("/search/suggest/?q=freight")
    with django_assert_num_queries(7):
        client.get("/search/suggest/?q=berg")


def test_an_ordinary_word_offers_no_name_that_is_merely_like_it_and_a_beginning_does(client):
    for name in ("Ola Brede", "Anna Porter"):
        AppearanceFactory(speaker=SpeakerFactory(name=name))
    StatementFactory(text="The port lends bread.")

    assert offered(client, "bread") == []
    assert offered(client, "port") == [("Anna Porter", "/speakers/anna-porter/")]
    assert offered(client, "Bredde") == [("Ola Brede", "/speakers/ola-brede/")]


def test_a_word_that_stands_before_anything_offers_nobody_but_who_is_called_so(client):
    for name in ("Anna Tolva", "Tolstaya Dea", "Udo Für", "Виктор Надин", "Ji An"):
        AppearanceFactory(speaker=SpeakerFactory(name=name))
    PublicEventFactory(title="Against the tide")

    assert {
        typed: [name for name, _ in offered(client, typed)] for typed in ("to", "de", "над", "на", "ann")
    } == {
        "to": [],
        "de": [],
        "на": [],
        "над": ["Виктор Надин"],
        "ann": ["Anna Tolva", "Ji An"],
    }
    assert [name for name, _ in offered(client, "an")] == ["Ji An"]
    assert [name for name, _ in offered(client, "für")] == ["Udo Für"]
    assert [name for name, _ in offered(client, "anna to")] == ["Anna Tolva"]
    assert "Anna Tolva" in [name for name, _ in offered(client, "an", of="people")]


def test_suggestions_say_in_which_language_a_title_is(client):
    PublicEventFactory(title="Вода по графику", language="ru")
    AppearanceFactory(speaker=SpeakerFactory(name="Вода Иванова"))

    page = client.get("/search/suggest/?q=Вода").content.decode()

    assert '<b lang="ru">Вода по графику</b>' in page
    assert '<b dir="auto">Вода Иванова</b>' in page

from datetime import datetime
from xml.etree import ElementTree

import pytest

from events.withdrawing import withdraw_statement
from people.merging import merge_speakers
from publishing.changes import unit_of_work
from publishing.deeds import withdraw
from tests.factories import AppearanceFactory, SpeakerFactory, StatementFactory
from tests.search.archive import freight_archive

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def entries(response) -> list:
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content).findall("a:entry", ATOM)


def part(entry, path: str) -> str:
    return entry.findtext(f"a:{path.replace('/', '/a:')}", namespaces=ATOM)


def ids(response) -> set[str]:
    return {part(entry, "id") for entry in entries(response)}


def permanent(*items) -> set[str]:
    return {f"tag:testserver,2026:{item._meta.model_name}/{item.pk}" for item in items}


def test_feed_of_a_search_has_what_the_page_finds_under_permanent_addresses(client):
    archive = freight_archive()

    feed = client.get("/search/feed/?q=freight")
    found = ids(feed)
    narrowed = ids(client.get("/search/feed/?q=freight&speaker=boris-holm"))

    assert b"<id>tag:testserver,2026:search?q=freight</id>" in feed.content
    assert found == permanent(*archive["said"], archive["first"], archive["opinion"])
    assert narrowed == permanent(archive["said"][2], archive["opinion"])


def test_feed_quotes_by_the_evidence_and_names_who_said_it(client):
    quoted = freight_archive()["said"][0]

    entry = next(
        one
        for one in entries(client.get("/search/feed/?q=freight"))
        if part(one, "id").endswith(f"statement/{quoted.pk}")
    )
    paraphrased = [
        part(one, "summary") for one in entries(client.get("/search/feed/?q=freight&evidence=paraphrase"))
    ]

    assert part(entry, "summary").startswith("<blockquote><p>“Freight must wait.”</p></blockquote>")
    assert part(entry, "author/name") == "Anna Berg"
    assert part(entry, "title") == "Anna Berg (direct quote): “Freight must wait.”"
    assert datetime.fromisoformat(part(entry, "updated")) >= quoted.event.publish_at
    assert len(paraphrased) == 2
    assert not any("“" in summary for summary in paraphrased)


def test_feed_of_a_speaker_has_what_they_said_and_wrote(client):
    archive = freight_archive()

    response = client.get("/speakers/boris-holm/feed/")

    assert ids(response) == permanent(archive["said"][2], archive["opinion"])


def test_feed_of_a_topic_has_what_is_about_it(client):
    archive = freight_archive()
    archive["second"].topics.add(archive["rail"])

    response = client.get("/topics/rail-corridors/feed/")

    assert ids(response) == permanent(archive["said"][0], archive["second"])


def test_what_is_withdrawn_leaves_every_feed_at_once(client):
    archive = freight_archive()
    archive["second"].topics.add(archive["rail"])
    withdraw_statement(archive["said"][0], "Said in error.")
    withdraw(archive["second"], "Cancelled.")

    feeds = ["/search/feed/?q=freight", "/speakers/anna-berg/feed/"]
    found = [ids(client.get(address)) for address in feeds]

    assert found == [permanent(archive["first"], archive["opinion"]), set()]
    assert client.get("/topics/rail-corridors/feed/").status_code == 404


def test_old_address_of_a_feed_leads_to_the_one_of_today(client):
    anna = freight_archive()["anna"]
    merge_speakers(anna, AppearanceFactory(speaker=SpeakerFactory(name="Ann Berg")).speaker)

    response = client.get("/speakers/ann-berg/feed/")

    assert (response.status_code, response.headers["Location"]) == (301, "/speakers/anna-berg/feed/")


@pytest.mark.parametrize("address", ["/search/?q=freight", "/speakers/anna-berg/", "/topics/rail-corridors/"])
def test_page_names_its_feed_in_its_head_and_in_a_link(client, address):
    freight_archive()

    html = client.get(address).content.decode()

    feed = address.replace("/search/", "/search/feed/") if "?" in address else f"{address}feed/"
    assert '<link rel="alternate" type="application/atom+xml"' in html
    assert html.count(f'href="{feed}"') == 2
    assert entries(client.get(feed))


def test_impossible_feed_is_a_404_in_words(client):
    freight_archive()

    response = client.get("/search/feed/?q=freight&kind=person")

    assert response.status_code == 404
    assert "There is no such kind of record." in response.content.decode()


def test_signs_that_xml_cannot_hold_are_left_out(client):
    statement = StatementFactory(text="Freight\x0b must\x01 wait.", appearance__printed_name="Anna\x08 Berg")

    response = client.get("/search/feed/?q=freight\x0b")

    assert [part(entry, "id") for entry in entries(response)] == list(permanent(statement))


def test_empty_feed_is_the_same_at_each_asking(client):
    assert client.get("/search/feed/?q=nothing").content == client.get("/search/feed/?q=nothing").content


@pytest.mark.parametrize(
    ("address", "queries"),
    [("/search/feed/?q=freight", 9), ("/speakers/anna-berg/feed/", 7), ("/topics/rail-corridors/feed/", 8)],
)
def test_feed_takes_the_same_number_of_queries_for_few_items_and_for_many(
    client, django_assert_num_queries, address, queries
):
    archive = freight_archive()
    archive["second"].topics.add(archive["rail"])
    with django_assert_num_queries(queries):
        few = client.get(address)
    with unit_of_work():
        for n in range(20):
            more = StatementFactory(appearance=archive["said"][1].appearance, text=f"Freight {n}.", order=n)
            more.topics.add(archive["rail"])

    with django_assert_num_queries(queries):
        many = client.get(address)

    assert len(entries(many)) > len(entries(few))


def test_titles_of_positions_tell_them_apart_where_each_begins_with_who_said_it(client):
    post = "Chief Analyst, Volga Grain Exchange"
    who = "Yelena Strakhova, Chief Analyst of the Volga Grain Exchange,"
    appearance = AppearanceFactory(
        speaker__name="Yelena Strakhova", printed_name="Yelena Strakhova", printed_post=post
    )
    for text in (
        f"{who} said that the quota was filled.",
        f"{who} said that the field has become the least of it.",
    ):
        StatementFactory(appearance=appearance, text=text, evidence="paraphrase", own_words=False)

    titles = [part(entry, "title") for entry in entries(client.get("/feed/statements/"))]

    assert sorted(titles) == [
        "Yelena Strakhova (paraphrase): … said that the field has become the least of it.",
        "Yelena Strakhova (paraphrase): … said that the quota was filled.",
    ]

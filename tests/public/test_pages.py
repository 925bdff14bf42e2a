"""What all public pages share."""

import json
import re

import pytest
from django.db import DatabaseError

from publishing.changes import unit_of_work
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    PublicEventFactory,
    StatementFactory,
    TopicFactory,
    event_with_statements,
)

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


@pytest.fixture
@unit_of_work()
def addresses():
    statement = StatementFactory(appearance__speaker__name="Anna Berg", appearance__event__title="Evening")
    statement.topics.add(TopicFactory(name="Trade"))
    opinion = AuthorshipFactory().opinion
    records = [statement, statement.event, statement.appearance.speaker, opinion]
    lists = [
        "/",
        "/events/",
        "/events/2019/",
        "/speakers/",
        "/opinions/",
        "/topics/",
        "/topics/trade/",
        "/about/",
    ]
    return [*lists, "/search/?q=Anna", *(record.get_absolute_url() for record in records)]


def test_pages_set_no_cookie_and_vary_by_none(client, addresses):
    for address in addresses:
        response = client.get(address)

        assert response.status_code == 200, address
        assert response.cookies == {}
        assert "Cookie" not in response.headers.get("Vary", "")


def test_pages_have_one_title_one_heading_and_a_description(client, addresses):
    for address in addresses:
        body = client.get(address).content.decode()

        assert len(re.findall("<title>[^<]+</title>", body)) == 1
        assert len(re.findall("<h1", body)) == 1
        assert re.search('<meta name="description" content="[^"]+">', body), address
        assert re.search('<link rel="canonical" href="http://testserver/[^"]*">', body)
        assert re.search('<meta property="og:title" content="[^"]+">', body)


def test_pages_ask_no_other_host_and_hold_no_style_or_script(client, addresses):
    for address in addresses:
        body = client.get(address).content.decode()

        assert re.findall(r'(?:src|<link[^>]+rel="stylesheet"[^>]+href)="(?:https?:)?//', body) == []
        assert " style=" not in body
        assert re.findall(r"<script(?! type=\"application/ld\+json\")(?![^>]* src=\"/static/)", body) == []


def data_of(response) -> dict:
    return json.loads(
        response.content.decode().split('<script type="application/ld+json">')[1].split("</script>")[0]
    )


def test_event_is_an_event_to_machines(client):
    event = AppearanceFactory(
        speaker__name="Anna Berg",
        printed_name="Anna Berg",
        event__title="Evening",
        event__date_precision="month",
    ).event

    data = data_of(client.get(event.get_absolute_url()))

    assert (data["@type"], data["name"], data["startDate"]) == ("Event", "Evening", "2019-04")
    assert data["performer"] == [
        {
            "@type": "Person",
            "@id": f"tag:testserver,2026:speaker/{event.appearances.get().speaker_id}",
            "name": "Anna Berg",
            "url": "http://testserver/speakers/anna-berg/",
        }
    ]


def test_speaker_is_a_person_and_an_opinion_an_article_to_machines(client):
    authorship = AuthorshipFactory(speaker__name="Anna Berg", opinion__title="Ports")

    person = data_of(client.get(authorship.speaker.get_absolute_url()))
    article = data_of(client.get(authorship.opinion.get_absolute_url()))

    assert (person["@type"], person["name"]) == ("Person", "Anna Berg")
    assert (article["@type"], article["headline"], article["author"][0]["name"]) == (
        "Article",
        "Ports",
        "Anna Berg",
    )


def test_title_cannot_break_out_of_the_data(client):
    event = PublicEventFactory(title="</script><script>alert(1)</script>")

    response = client.get(event.get_absolute_url())

    assert "<script>alert" not in response.content.decode()
    assert data_of(response)["name"] == "</script><script>alert(1)</script>"


def test_site_map_lists_what_is_public_at_the_sites_own_address(client, addresses):
    index = client.get("/sitemap.xml", headers={"host": "127.0.0.1"}).content.decode()
    parts = re.findall("<loc>http://testserver([^<]+)</loc>", index)
    body = "".join(b"".join(client.get(part)).decode() for part in parts)

    for address in addresses:
        if "?" not in address and address != "/events/2019/":
            assert f"<loc>http://testserver{address}</loc>" in body


def test_robots_are_told_where_the_site_map_is(client):
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_address_that_does_not_exist_offers_a_way_on(client):
    response = client.get("/no/such/page/")

    assert response.status_code == 404
    assert 'action="/search/"' in response.content.decode()


def test_page_for_a_failure_needs_no_database(client, monkeypatch, django_db_blocker):
    def fail(*args, **kwargs):
        raise DatabaseError("gone")

    monkeypatch.setattr("public.views.about.PageMeta", fail)
    client.raise_request_exception = False
    with django_db_blocker.block():
        response = client.get("/about/")

    assert response.status_code == 500
    assert "Something went wrong on our side" in response.content.decode()


def test_form_sent_to_a_page_is_refused(client):
    assert client.post("/events/").status_code == 405


def test_titles_tell_topic_date_narrowing_and_page_apart(client):
    topic = TopicFactory(name="Trade")
    event = event_with_statements("Trade will grow.", title="Evening", kind="conference")
    statement = event.statements.get()
    for item in (event, statement):
        item.topics.add(topic)
    speaker = statement.appearance.speaker
    letter = speaker.filed_under[0].upper()
    expected = {
        event.get_absolute_url(): "Evening, 26 April 2019",
        statement.get_absolute_url(): f"{speaker.name} on Trade, 26 April 2019: statement {statement.pk}",
        "/events/2019/?kind=conference&topic=trade": "Events of 2019: Conference, Trade",
        f"{speaker.get_absolute_url()}?topic=trade": f"{speaker.name} on Trade",
        f"{speaker.get_absolute_url()}?by=topic": f"{speaker.name}: by topic",
        f"/speakers/?letter={letter}": f"Speakers: {letter}",
        "/speakers/?q=Ada": "Speakers: “Ada”",
    }

    found = {path: re.search("<title>(.+) – ", client.get(path).content.decode())[1] for path in expected}

    assert found == expected


def test_second_page_of_a_list_says_so_in_its_title(client):
    with unit_of_work():
        for _ in range(61):
            AppearanceFactory()

    for path, title in {"/events/?page=2": "Events, page 2", "/speakers/?page=2": "Speakers, page 2"}.items():
        response = client.get(path)

        assert f"<title>{title} – " in response.content.decode()
        assert response.context["meta"].path == path

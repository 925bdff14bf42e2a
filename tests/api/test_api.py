"""The API: what it tells, of what it tells nothing, and how it says what went wrong."""

import json
from datetime import UTC, datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Event, Statement
from events.placing import place_statements
from events.withdrawing import withdraw_statement
from opinions.models import Opinion
from people.merging import merge_speakers
from publishing.deeds import return_to_draft, withdraw
from publishing.models import Correction
from tests.factories import (
    AppearanceFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    event_with_statements,
)
from tests.public.archives import archive_of
from tests.search.archive import freight_archive

pytestmark = pytest.mark.django_db

API = "/api/v1"


def read(client, path: str, status: int = 200) -> dict:
    response = client.get(f"{API}{path}")
    assert response.status_code == status, response.content
    return response.json()


def problem(client, path: str, status: int) -> dict:
    response = client.get(f"{API}{path}")
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json"), path
    assert response.json()["status"] == status
    return response.json()


def test_who_was_found_to_be_another_leads_there(client):
    kept, absorbed, unknown = AppearanceFactory().speaker, AppearanceFactory().speaker, SpeakerFactory()
    number = absorbed.pk
    merge_speakers(kept, absorbed)

    answer = client.get(f"{API}/speakers/{number}/")

    assert (answer.status_code, answer["Location"]) == (301, f"{API}/speakers/{kept.pk}/")
    hidden = unknown.pk
    merge_speakers(SpeakerFactory(), unknown)
    problem(client, f"/speakers/{hidden}/", 404)  # it leads to nobody whom readers know


def test_statement_carries_evidence_place_corrections_and_who_said_it_as_what(client):
    anna = SpeakerFactory(name="Anna Berg")
    event = PublicEventFactory(title="Spring", report="<p>He said: “Freight must wait.” All left.</p>")
    appearance = AppearanceFactory(event=event, speaker=anna, printed_name="A. Berg", printed_post="Director")
    said = StatementFactory(
        appearance=appearance, text="Freight must wait.", evidence="quote", own_words=False
    )
    said.topics.add(TopicFactory(name="Rail"))
    place_statements(event)
    Correction.objects.create(item=said, text="The year was 2005.", date="2019-05-03")

    told = read(client, f"/statements/{said.pk}/")

    assert (told["said_by"], told["speaker"]["name"], told["printed_post"]) == (
        "A. Berg",
        "Anna Berg",
        "Director",
    )
    assert (told["evidence"], told["words"]) == ("quote", "“Freight must wait.”")
    assert told["place"] == {
        "type": "TextQuoteSelector",
        "exact": "Freight must wait.",
        "prefix": "He said: “",
        "suffix": "” All left.",
    }
    assert told["corrections"] == [{"date": "2019-05-03", "text": "The year was 2005."}]
    assert told["id"] == f"tag:testserver,2026:statement/{said.pk}"
    assert [one["name"] for one in told["topics"]] == ["Rail"]


def test_place_shows_nothing_of_withdrawn_words_beside_it(client):
    event = event_with_statements("Ships wait.", "Trade grows.", report="<p>Ships wait. Trade grows.</p>")
    gone, standing = event.statements.all()
    withdraw_statement(gone, "Taken back.")

    assert read(client, f"/statements/{standing.pk}/")["place"]["prefix"].strip() == "[…]"
    assert "Ships" not in client.get(f"{API}/events/{event.pk}/").content.decode()


def test_speaker_is_told_in_the_words_of_popolo(client):
    anna = AppearanceFactory(speaker__name="Anna Berg").speaker
    anna.variants.create(name="Анна Берг", kind="other-script", language="ru")

    told = read(client, f"/speakers/{anna.pk}/")

    assert told["other_names"] == [{"name": "Анна Берг", "note": "In another script", "lang": "ru"}]
    assert read(client, "/speakers/?q=Берг")["results"] == [told]


def test_lists_are_narrowed_and_paged(client):
    rail = TopicFactory(name="Rail")
    anna = SpeakerFactory(name="Anna Berg")
    for number in range(3):
        said = StatementFactory(appearance=AppearanceFactory(speaker=anna))
        said.topics.add(*([rail] if number else []))
    StatementFactory()

    first = read(client, "/statements/?speaker=anna-berg&topic=rail&per_page=1")

    assert (first["count"], first["previous"], len(first["results"])) == (2, None, 1)
    assert (
        first["next"] == f"http://testserver{API}/statements/?speaker=anna-berg&topic=rail&per_page=1&page=2"
    )
    second = read(client, first["next"].removeprefix(f"http://testserver{API}"))
    assert second["next"] is None and second["results"] != first["results"]
    assert read(client, "/statements/?evidence=summary")["count"] == 4
    assert read(client, "/events/?speaker=anna-berg&year=2019")["count"] == 3


def test_list_of_what_changed_since(client):
    event, _other = PublicEventFactory.create_batch(2)
    since = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    Event.objects.update(changed_at="2020-01-01T00:00Z")

    assert read(client, f"/events/?changed_since={since}")["count"] == 0
    event.title = "Another title"
    event.save()
    assert [one["title"] for one in read(client, f"/events/?changed_since={since}")["results"]] == [
        "Another title"
    ]
    assert read(client, "/events/?changed_since=0001-01-01T00:00:00%2B14:00")["count"] == 2
    told = read(client, "/events/")["results"][0]["changed"]  # as it is told, its "+" not escaped
    assert "+" in told and read(client, f"/events/?changed_since={told}")["count"] == 2


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/statements/?page=99", 404),
        ("/statements/?page=0", 400),
        ("/statements/?page=99999999999999999999", 400),
        ("/statements/?per_page=101", 400),
        ("/statements/?speaker=nobody", 404),
        ("/statements/?speaker=%00", 400),
        ("/statements/?speeker=anna", 400),
        ("/statements/99999999999999999999/", 404),
        ("/statements/none/", 404),
        ("/nothing/", 404),
        ("/search/?q=x&from=2020&to=2010", 404),
        ("/events/?year=0", 400),
        ("/events/?changed_since=0.5", 400),
    ],
)
def test_what_cannot_be_asked_is_told_as_a_problem(client, path, status):
    problem(client, path, status)


def test_nothing_can_be_written(client):
    response = client.post(f"{API}/statements/")

    assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_what_was_withdrawn_answers_410_and_stands_in_the_list_of_tombstones(client):
    said = event_with_statements("Ships wait.").statements.get()
    event, draft = PublicEventFactory(title="Spring"), PublicEventFactory()
    withdraw_statement(said, "Put into the wrong mouth.")
    withdraw(event, "Cancelled.")
    return_to_draft(draft)

    told = problem(client, f"/statements/{said.pk}/", 410)
    listed = read(client, "/withdrawn/")["results"]

    assert told["detail"] == told["withdrawn"]["note"] == "Put into the wrong mouth."
    assert "Ships" not in json.dumps([told, listed])
    assert {(one["kind"], one["number"], one["note"]) for one in listed} == {
        ("statement", said.pk, "Put into the wrong mouth."),
        ("event", event.pk, "Cancelled."),
        ("event", draft.pk, ""),
    }
    assert [one["url"] for one in listed if one["number"] == draft.pk and one["kind"] == "event"] == [""]
    assert read(client, "/withdrawn/?since=2999-01-01")["count"] == 0
    problem(client, f"/events/{event.pk}/", 410)
    problem(client, f"/events/{draft.pk}/", 410)


def test_nobody_is_named_under_the_rule(client):
    event = PublicEventFactory(record_rule=Event.RecordRule.CHATHAM_HOUSE)
    AppearanceFactory(event=event, speaker__name="Anna Berg")
    Statement.objects.create(event=event, attribution="A participant", text="It waits.", own_words=True)

    assert read(client, f"/events/{event.pk}/")["speakers"] == []
    (told,) = read(client, "/statements/")["results"]
    assert (told["speaker"], told["said_by"]) == (None, "A participant")


def test_search_tells_whole_records_of_each_kind(client):
    event = event_with_statements("Freight waits.", title="Freight")

    found = read(client, "/search/?q=freight")

    assert {(one["kind"], one["record"]["number"]) for one in found["results"]} == {
        ("event", event.pk),
        ("statement", event.statements.get().pk),
    }
    assert read(client, "/search/")["results"] == []


def test_any_page_may_read_it_and_ask_whether_it_is_still_so(client):
    PublicEventFactory()
    first = client.get(f"{API}/events/", headers={"cookie": "seen=1"})

    again = client.get(
        f"{API}/events/", headers={"if-none-match": first["ETag"], "origin": "https://a.example"}
    )
    asked = client.options(f"{API}/events/")
    head = client.head(f"{API}/events/")
    PublicEventFactory()
    later = client.get(f"{API}/events/", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert asked.status_code == 204 and "If-None-Match" in asked["Access-Control-Allow-Headers"]
    assert asked["Allow"] == "GET, HEAD, OPTIONS"
    assert (head.status_code, head.content) == (200, b"")
    assert later.status_code == 200 and later["ETag"] != first["ETag"]
    for response in (first, again, asked, later, client.get(f"{API}/none/")):
        assert response["Access-Control-Allow-Origin"] == "*"


def test_description_is_openapi_31_and_its_page_asks_no_other_host(client):
    schema = read(client, "/openapi.json")
    page = client.get(f"{API}/docs/").content.decode()

    assert schema["openapi"].startswith("3.1")
    assert set(schema["paths"]["/api/v1/statements/{number}/"]["get"]["responses"]["410"]["content"]) == {
        "application/problem+json"
    }
    for path in schema["paths"]:
        assert f"GET {path}" in page
    assert (
        "<script src=" not in page and 'src="http' not in page and 'rel="stylesheet" href="http' not in page
    )


QUERIES = {
    "/events/": 4,
    "event": 4,
    "/statements/": 3,
    "statement": 2,
    "/opinions/": 4,
    "opinion": 3,
    "/speakers/": 4,
    "speaker": 3,
    "/topics/": 3,
    "/series/": 3,
    "/corrections/": 4,
    "/withdrawn/": 4,
}


@pytest.mark.parametrize("number", [3, 30])
def test_api_takes_the_same_number_of_queries_for_3_rows_and_for_30(client, number):
    archive = archive_of(number)
    ContentType.objects.get_for_models(Event, Statement, Opinion)
    client.get(f"{API}/topics/")

    assert {path: queries_of(client, address_of(archive, path)) for path in QUERIES} == QUERIES


def address_of(archive, path: str) -> str:
    return f"{API}{path}" if path[0] == "/" else f"{API}/{path}s/{getattr(archive, path).pk}/"


def queries_of(client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200, address
    return len(queries)


@pytest.mark.parametrize(
    ("address", "number"), [("/api/v1/search/?q=freight", 9), ("/search/?q=freight&format=json", 9)]
)
def test_programs_are_told_of_hits_of_all_kinds_by_few_queries(
    client, django_assert_num_queries, address, number
):
    freight_archive()
    TopicFactory(name="Freight").statements.add(StatementFactory(text="Freight waits."))
    b"".join(client.get(address))  # what a process asks once

    with django_assert_num_queries(number):
        told = json.loads(b"".join(client.get(address)))

    assert {hit["kind"] for hit in told["results"]} == {"statement", "event", "opinion", "topic"}

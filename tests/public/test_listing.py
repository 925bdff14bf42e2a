"""Lists as files: all of their records, in their order, with their evidence, and harmless in a spreadsheet."""

import csv
import io
import json

import pytest
import rispy
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Event, Statement
from events.quotation import Known
from opinions.models import Opinion
from public import listing
from publishing.spreadsheets import defused
from search.counting import Counts
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    PublicEventFactory,
    StatementFactory,
    TopicFactory,
)
from tests.public.archives import archive_of
from tests.public.test_evidence_everywhere import WORDS, statement_known

pytestmark = pytest.mark.django_db


def body(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return b"".join(response).decode()


def rows(client, address: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(body(client, f"{address}format=csv"))))


@pytest.mark.parametrize("known", list(Known))
@pytest.mark.parametrize(
    "address", ["/topics/rail/?", "/speakers/anna-berg/?", "/search/?q=freight&kind=statement&"]
)
def test_evidence_goes_along_into_each_file(client, known, address):
    statement_known(known)
    marked = f"“{WORDS[known]}”" if known == Known.QUOTE else WORDS[known]

    (row,) = rows(client, address)
    (entry,) = rispy.loads(body(client, f"{address}format=ris"))
    (record,) = json.loads(body(client, f"{address}format=json"))["results"]
    record = record.get("record", record)

    assert (row["words"], row["evidence"]) == (marked, known.value)
    assert (entry["abstract"], entry["title"].endswith(f"({known.label.lower()})")) == (marked, True)
    assert (record["words"], record["evidence"]) == (marked, known.value)


def test_list_that_is_narrowed_is_taken_along_as_it_is(client):
    topic = TopicFactory(name="Rail")
    for title, kind in (("Spring", "conference"), ("Autumn", "lecture"), ("Winter", "conference")):
        PublicEventFactory(title=title, kind=kind).topics.add(topic)

    found = rows(client, "/events/?topic=rail&kind=conference&")

    assert [row["title"] for row in found] == ["Winter", "Spring"]
    page = client.get("/events/?topic=rail&kind=conference").content.decode()
    assert 'href="/events/?kind=conference&amp;topic=rail&amp;format=csv"' in page
    assert client.get("/events/?format=xlsx").status_code == 404
    assert client.get("/events/?year=2019&format=ris")["Location"] == "/events/2019/?format=ris"


def test_speaker_is_taken_along_with_every_position_or_those_on_a_topic(client):
    appearance = AppearanceFactory(speaker__name="Anna Berg")
    first, second = StatementFactory.create_batch(2, appearance=appearance)
    first.topics.add(TopicFactory(name="Rail"))

    assert {row["number"] for row in rows(client, "/speakers/anna-berg/?")} == {str(first.pk), str(second.pk)}
    assert [row["number"] for row in rows(client, "/speakers/anna-berg/?topic=rail&")] == [str(first.pk)]
    assert client.get("/speakers/anna-berg/?format=csv")["Content-Disposition"] == (
        'attachment; filename="anna-berg-statements.csv"'
    )


def test_speakers_topics_and_opinions_are_taken_along(client):
    opinion = AuthorshipFactory(speaker__name="Анна Берг", opinion__title="Rail; again").opinion
    opinion.topics.add(TopicFactory(name="Rail"))

    assert [row["name"] for row in rows(client, "/speakers/?")] == ["Анна Берг"]
    assert [one["title"] for one in rispy.loads(body(client, "/speakers/?format=ris"))] == ["Анна Берг"]
    assert [row["name"] for row in rows(client, "/topics/?")] == ["Rail"]
    assert [one["title"] for one in rispy.loads(body(client, "/topics/?format=ris"))] == ["Rail"]
    assert [(row["title"], row["authors"]) for row in rows(client, "/opinions/?")] == [
        ("Rail; again", "Анна Берг")
    ]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u00a0@x", "＝1", "\ufeff=1"]
)
def test_what_a_spreadsheet_would_carry_out_is_defused(text):
    assert defused(text) == f"'{text}"


def test_formula_in_a_title_arrives_as_text(client):
    PublicEventFactory(title='=HYPERLINK("https://example.org")')

    assert rows(client, "/events/?")[0]["title"] == '\'=HYPERLINK("https://example.org")'
    assert defused("a = b") == "a = b"


def test_file_is_bounded_and_says_so(client, monkeypatch):
    monkeypatch.setattr(listing, "MOST_ROWS", 2)
    for number in range(3):
        PublicEventFactory(title=f"Evening {number}")

    whole = json.loads(body(client, "/events/?format=json"))

    assert (whole["count"], whole["complete"]) == (2, False)
    assert len(rows(client, "/events/?")) == 2


#: What names the house or its licence, as JSON and RIS do, asks once which edition is today's.
#: A record's counterparts in other languages are one question for all rows.
QUERIES = {
    "/events/?format=csv": 3,
    "/speakers/?format=json": 3,
    "/opinions/?format=ris": 3,
    "/topics/?format=csv": 2,
    "speaker?format=json": 4,
    "topic?format=ris": 3,
}


@pytest.mark.parametrize("number", [3, 30])
def test_file_takes_the_same_number_of_queries_for_3_rows_and_for_30(client, number):
    archive = archive_of(number)
    ContentType.objects.get_for_models(Event, Statement, Opinion)
    client.get("/about/")
    Counts()

    assert {page: queries_of(client, address_of(archive, page)) for page in QUERIES} == QUERIES


def address_of(archive, page: str) -> str:
    name, mark, rest = page.partition("?")
    return page if page[0] == "/" else getattr(archive, name).get_absolute_url() + mark + rest


def queries_of(client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert body(client, address)
    return len(queries)

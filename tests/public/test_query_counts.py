"""A page takes the same number of queries for 3 rows and for 60."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Event, Statement
from opinions.models import Opinion
from publishing import editions
from search.counting import Counts
from search.finding import first_and_last_year
from tests.public.archives import archive_of

pytestmark = pytest.mark.django_db

#: Of a page that is made: which edition it is of, its own, and one that writes it down, where it is one that is kept.
QUERIES = {
    "/": 9,
    "/events/": 9,
    "/events/2019/": 12,
    "/speakers/": 5,
    "/opinions/": 5,
    "/topics/": 4,
    "event": 11,
    "translation": 11,
    "event.ics": 2,
    "speaker": 12,
    "speaker?by=topic": 10,
    "speaker?topic=topic-0": 11,
    "statement": 8,
    "opinion": 8,
    "topic": 12,
    "/verify/": 1,
}
#: Of one that was made before: which edition it is, and for the page, if it is still what the records say.
KEPT = 2
NOT_KEPT = {"speaker?by=topic", "speaker?topic=topic-0"}


@pytest.mark.parametrize("number", [3, 60])
def test_pages_take_the_same_number_of_queries_for_3_rows_and_for_60(client, number):
    archive = archive_of(number)
    # What a server asks once and keeps: no page's own queries.
    ContentType.objects.get_for_models(Event, Statement, Opinion)
    assert connection.features.supports_json_field  # which SQLite is asked
    client.get("/about/")
    editions.now()
    first_and_last_year.now()
    Counts()

    asked = {page: queries(client, address_of(archive, page)) for page in QUERIES}
    again = {page: queries(client, address_of(archive, page)) for page in QUERIES}

    assert asked == QUERIES
    assert {page for page, number in again.items() if number > KEPT} == NOT_KEPT


def queries(client, address: str) -> int:
    """How many queries a page takes, but for what a test's own transaction adds to what is written."""
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    assert response.status_code == 200
    return sum("SAVEPOINT" not in query["sql"] for query in asked)


def address_of(archive, page: str) -> str:
    if page.startswith("/"):
        return page
    name, mark, rest = page.partition("?")
    if name == "event.ics":
        return f"{archive.event.get_absolute_url()}event.ics"
    return getattr(archive, name).get_absolute_url() + mark + rest

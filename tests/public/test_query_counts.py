"""A page takes the same number of queries for 3 rows and for 60."""

import pytest
from django.contrib.contenttypes.models import ContentType

from events.models import Event, Statement
from opinions.models import Opinion
from tests.public.archives import archive_of

pytestmark = pytest.mark.django_db

QUERIES = {
    "/": 21,
    "/events/": 10,
    "/events/2019/": 13,
    "/speakers/": 4,
    "/opinions/": 4,
    "/topics/": 3,
    "event": 14,
    "event.ics": 4,
    "speaker": 19,
    "speaker?by=topic": 19,
    "speaker?topic=topic-0": 20,
    "statement": 12,
    "opinion": 9,
    "topic": 14,
    "/verify/": 1,
}


@pytest.mark.parametrize("number", [3, 60])
def test_pages_take_the_same_number_of_queries_for_3_rows_and_for_60(
    client, number, django_assert_num_queries
):
    archive = archive_of(number)
    # What a server asks once and keeps: no page's own queries.
    ContentType.objects.get_for_models(Event, Statement, Opinion)
    client.get("/about/")

    for page, queries in QUERIES.items():
        address = address_of(archive, page)
        with django_assert_num_queries(queries, info=f"at {address}"):
            response = client.get(address)

        assert response.status_code == 200


def address_of(archive, page: str) -> str:
    if page.startswith("/"):
        return page
    name, mark, rest = page.partition("?")
    if name == "event.ics":
        return f"{archive.event.get_absolute_url()}event.ics"
    return getattr(archive, name).get_absolute_url() + mark + rest

"""Words that were withdrawn are gone from the event's own text too, on every surface that says it."""

import pytest

from events.models import Event
from tests.factories import TopicFactory, event_with_statements

pytestmark = pytest.mark.django_db

WORDS = "Ships will wait."
LEAD = f"An evening on harbours: “{WORDS}”"
SURFACES = [
    "/",
    "/events/2019/event-of-ships/",
    "/events/2019/event-of-ships/event.ics",
    "/search/?q=harbours",
    "/search/feed/?q=harbours",
    "/topics/harbours/feed/",
]


@pytest.fixture
def statement():
    event = event_with_statements(
        WORDS, "Trade will grow.", slug="event-of-ships", title=f"Harbours. {WORDS}", lead=LEAD
    )
    event.topics.add(TopicFactory(name="Harbours"))
    return event.statements.first()


def test_words_stand_there_as_long_as_they_are_not_withdrawn(client, statement):
    for address in SURFACES:
        assert WORDS in client.get(address).content.decode(), address


def test_withdrawn_words_leave_title_lead_description_data_files_feeds_and_search(client, statement):
    # As somebody withdrew it before places outside the report were asked about.
    type(statement).objects.filter(pk=statement.pk).update(
        withdrawn_at="2026-01-01T00:00Z", withdrawal_note="No."
    )
    statement.event.save()
    Event.objects.update(cover="covers/a.png", cover_alt=f"A sign: {WORDS}")

    for address in SURFACES[1:]:
        assert WORDS not in client.get(address).content.decode(), address
    page = client.get(SURFACES[1])
    assert page.context["meta"].data["description"] == "An evening on harbours: “[…]”"
    assert page.context["meta"].description == "An evening on harbours: “[…]”"
    assert 'alt="A sign: […]"' in page.content.decode()
    assert client.get('/search/?q="ships+will+wait"').context.get("rows", []) == []
    assert "Trade will grow." in page.content.decode()

"""Several events filed at once, under topics and in a series."""

import pytest

from events.models import Event
from publishing.models import Version
from search.models import SearchedFor
from tests.factories import PublicEventFactory, SeriesFactory, TopicFactory, event_with_statements

pytestmark = pytest.mark.django_db

LIST = "/admin/events/event/"


@pytest.fixture
def drafts():
    return [
        event_with_statements("Engines will compose.", title=title, status="draft", publish_at=None)
        for title in ("First", "Second")
    ]


def file(client, events, **chosen):
    asked = {"action": "file_selected", "_selected_action": [event.pk for event in events]}
    return client.post(LIST, asked | chosen, follow="file" in chosen)


def test_chosen_events_get_the_topic_and_the_series_and_one_version_each(client, editor, drafts):
    topic, series = TopicFactory(name="Engines"), SeriesFactory(name="Lanterns")
    drafts[0].topics.add(TopicFactory(name="Looms"))
    before = Version.objects.count()

    page = file(client, drafts).content.decode()
    file(client, drafts, file="1", topics=[topic.pk], series=series.pk)

    assert "File 2 events" in page
    assert {(one.title, one.series) for one in Event.objects.all()} == {("First", series), ("Second", series)}
    assert {topic.name for topic in Event.objects.get(title="First").topics.all()} == {"Engines", "Looms"}
    assert Version.objects.count() == before + 2
    assert Event.objects.get(title="First").version > drafts[0].version


def test_nothing_chosen_is_told_and_what_is_public_is_a_publishers(client, editor, drafts):
    topic, public = TopicFactory(), PublicEventFactory(title="Out")

    asked = file(client, drafts, file="1").content.decode()
    told = file(client, [*drafts, public], file="1", topics=[topic.pk]).content.decode()

    assert "Choose a topic or a series." in asked
    assert "a publisher files it" in told
    assert {event.title for event in topic.events.all()} == {"First", "Second"}


@pytest.mark.parametrize("key", ["x", "\r\n", "²", "9" * 30])
def test_key_that_is_none_is_told_at_its_field(client, editor, drafts, key):
    searched = SearchedFor.objects.create(query="lukinn")
    spelling = f"/admin/search/searchedfor/{searched.pk}/spelling/"

    asked = file(client, drafts, file="1", topics=[key], series=key)

    assert "File 2 events" in asked.text
    assert client.post(spelling, {"speaker": key}).status_code == 200

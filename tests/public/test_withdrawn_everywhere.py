"""Words that were withdrawn are gone from the event's own text too, at every address of the URLconf."""

from html import unescape

import pytest
from django.core.management import call_command

from api.exporting import export
from events.models import Event, Series, Statement
from opinions.models import Teaser
from publishing.changes import unit_of_work
from publishing.models import Correction
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    PublicEventFactory,
    StatementFactory,
    TopicFactory,
    event_with_statements,
)
from tests.html import squeezed
from tests.public_addresses import addresses, body_of, names_in_urlconf

pytestmark = pytest.mark.django_db

WORDS = "Ships will wait."
TITLE, LEAD, COVER = f"Harbours. {WORDS}", f"An evening on harbours: “{WORDS}”", f"A sign: {WORDS}"
GAP = "Harbours. […]"
#: Where the event is called by its title.
SURFACES = {
    *(
        "public:home",
        "public:compare",
        "public:embed",
        "public:oembed",
        "public:statement_feed",
        "public:series_feed",
        "public:corrections",
        "public:version",
        "public:feed",
        "public:event_feed",
        "public:correction_feed",
    ),
    *(
        "events:events",
        "events:year",
        "events:event",
        "events:calendar",
        "events:calendar_of_all",
        "events:cite_event",
        "events:topic",
    ),
    *("events:statement", "events:cite_statement", "people:speaker", "opinions:opinion"),
    *("search:search", "search:suggest", "search:feed", "search:speaker_feed", "search:topic_feed"),
    *("api:events", "api:event", "api:statements", "api:statement", "api:search"),
}
#: Where a program is told of the event to which a statement belongs, and asks for that if it wants more.
BY_ITS_TITLE_ALONE = {"api:statements", "api:statement"}


@pytest.fixture
@unit_of_work()
def archive():
    """An event whose title, lead and cover say the words of a statement, and all that leads to it."""
    series, topic = Series.objects.create(name="Seas"), TopicFactory(name="Harbours")
    event = event_with_statements(
        WORDS, "Trade will grow.", slug="of-ports", title=TITLE, lead=LEAD, series=series
    )
    event.cover, event.cover_alt = "covers/a.png", COVER
    event.happens, event.happens_note = Event.Happens.POSTPONED, f"Nobody would say: {WORDS}"
    event.save()
    event.topics.add(topic)
    gone, stays = event.statements.order_by("order")
    stays.topics.add(topic)
    speaker = stays.appearance.speaker
    AppearanceFactory(event=event, speaker__name="Carl Silent")
    other = PublicEventFactory(title="Another evening", slug="another")
    other.topics.add(topic)
    StatementFactory(appearance=AppearanceFactory(event=other, speaker=speaker), text="More trade.")
    opinion = AuthorshipFactory(speaker=speaker).opinion
    Teaser.objects.create(opinion=opinion, event=event)
    Correction.objects.create(item=event, text="The year was 2005.")
    Correction.objects.create(item=stays, text="The day was Monday.")
    return {"event": event, "topic": topic, "speaker": speaker, "opinion": opinion, "statement": gone}


def withdraw_as_before_places_were_asked_about(statement) -> None:
    Statement.objects.filter(pk=statement.pk).update(withdrawn_at="2026-01-01T00:00Z", withdrawal_note="No.")
    statement.event.save()


def bodies(client, archive) -> dict[str, str]:
    """All that stands at the addresses of one name, without what markup adds."""
    walked = addresses(archive, "harbours")
    assert set(walked) == names_in_urlconf()
    return {
        name: "\n".join(unescape(unescape(squeezed(body_of(client.get(path))))) for path in paths)
        for name, paths in walked.items()
    }


def test_words_stand_in_the_title_as_long_as_they_are_not_withdrawn(client, archive):
    met = {name for name, body in bodies(client, archive).items() if TITLE in body}

    assert met == SURFACES


def test_wherever_an_event_is_called_by_its_title_it_says_that_it_does_not_take_place(client, archive):
    said = {name for name, body in bodies(client, archive).items() if "postponed" in body.lower()}

    assert said >= SURFACES - BY_ITS_TITLE_ALONE


def test_withdrawn_words_are_met_at_no_address_and_leave_a_gap_in_the_title(client, archive):
    withdraw_as_before_places_were_asked_about(archive["statement"])

    found = bodies(client, archive)

    assert {name for name, body in found.items() if "ships will" in body.lower()} == set()
    assert {name for name, body in found.items() if GAP in body} == SURFACES
    assert 'alt="A sign: […]"' in found["events:event"]
    assert "This event is postponed. Nobody would say: […]" in found["events:event"]
    assert client.get('/search/?q="ships+will+wait"').context.get("rows", []) == []
    assert "Event" not in client.get("/search/suggest/?q=ships").content.decode()


@pytest.mark.django_db(transaction=True)
def test_withdrawn_words_are_in_no_file_of_the_archive_and_in_no_answer_of_a_command(
    archive, tmp_path, capsys
):
    withdraw_as_before_places_were_asked_about(archive["statement"])

    export(tmp_path / "export")
    call_command("find", "harbours")
    call_command("find", "trade")

    files = {file.name: file.read_text() for file in (tmp_path / "export").iterdir() if file.suffix != ".zip"}
    said = capsys.readouterr().out
    assert {name for name, text in files.items() if "Ships will" in text} == set()
    assert {name for name, text in files.items() if GAP in text} == {
        *("events.csv", "events.jsonl", "statements.csv", "statements.jsonl")
    }
    assert "Ships will" not in said and GAP in said

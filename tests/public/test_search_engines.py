"""What an editor keeps away from search engines is kept away wherever it is repeated: a walk over the URLconf."""

from html import unescape

import pytest

from events.models import Event, Statement
from people.merging import merge_speakers
from people.models import Speaker
from publishing.changes import unit_of_work
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    event_with_statements,
)
from tests.html import squeezed
from tests.public_addresses import addresses, body_of, in_russian

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

TITLE, WORDS, NAME = "Harbours & “ports” of Zemlya", "Ships will wait at O’Hara’s quay.", "Wanda Vétrova"


@pytest.fixture
@unit_of_work()
def archive():
    """An evening with three of its own, and another with which it shares its topic alone."""
    topic = TopicFactory(name="Trade winds")
    event = event_with_statements(WORDS, "Trade will grow.", slug="of-ports", title=TITLE)
    event.topics.add(topic)
    said = event.statements.order_by("order")[0]
    speaker = said.appearance.speaker
    speaker.name = NAME
    speaker.save()
    event.appearances.filter(speaker=speaker).update(printed_name=NAME)
    said.topics.add(topic)
    opinion = AuthorshipFactory(speaker=speaker, printed_name=NAME).opinion
    other = PublicEventFactory(title="Another evening", slug="another")
    other.topics.add(topic)
    StatementFactory(appearance=AppearanceFactory(event=other), text="More trade.")
    AuthorshipFactory()
    return {"event": event, "topic": topic, "speaker": speaker, "opinion": opinion, "statement": said}


def keep_away(record) -> None:
    record.kept_from_search_engines = True
    record.save()


def says(response) -> str:
    return squeezed(unescape(unescape(body_of(response).replace("\r\n ", ""))))


def walked(client, archive):
    """Each answer as its address, what it says, and whether search engines are asked to leave it out."""
    places = addresses(archive, "harbours")
    russian = in_russian(places)
    for name, paths in places.items():
        for path in (*paths, *russian.get(name, ())):
            response = client.get(path)
            if response.status_code == 200:
                yield path, says(response), response.headers.get("X-Robots-Tag") == "noindex"


#: Never for search engines, whatever is in it.
NEVER = ("format=", "/data/", "/follow/by-mail/", "/own-word/", "/versions/")


@pytest.mark.parametrize(("kind", "words"), [("event", TITLE), ("speaker", NAME), ("statement", WORDS)])
def test_whatever_repeats_what_is_kept_away_is_kept_away_and_nothing_else(client, archive, kind, words):
    record, said = archive[kind], archive["statement"]
    own, of_opinion = record.get_absolute_url(), archive["opinion"].get_absolute_url()
    about = ["/of-ports/", f"/statements/{said.pk}/", f"/cards/statement/{said.pk}/", "/cards/event/"]
    about += {
        "speaker": [own, of_opinion, "/statements/", "/cards/"],
        "event": ["/statements/", "/cards/"],
    }.get(kind, [])
    keep_away(record)
    repeating = 0

    for path, body, is_kept in walked(client, archive):
        if words in body or own in body:
            repeating += 1
            assert is_kept, path
            assert "sitemap" not in path
        elif is_kept and not any(part in path for part in NEVER):
            assert any(address in path for address in about), path

    assert repeating > 30
    for path in (own, f"/ru{own}"):
        assert '<meta name="robots" content="noindex">' in client.get(path).text
    other = client.get("/events/2019/another/")  # it names the first among what is related to it
    assert ("X-Robots-Tag" in other.headers) == (words in other.text or kind == "event")


def test_what_is_shown_again_to_search_engines_is_not_kept_away(client, archive):
    own = archive["speaker"].get_absolute_url()
    keep_away(archive["speaker"])
    assert client.get(own).headers["X-Robots-Tag"] == "noindex"
    archive["speaker"].kept_from_search_engines = False
    archive["speaker"].save()

    assert "X-Robots-Tag" not in client.get(own).headers
    assert own in body_of(client.get("/sitemap/speakers/0.xml"))


def test_nothing_says_who_took_part_under_the_rule(client):
    seat = AppearanceFactory(event__title="Behind doors")
    keep_away(seat.speaker)
    Event.objects.filter(pk=seat.event_id).update(record_rule=Event.RecordRule.CHATHAM_HOUSE)
    AppearanceFactory(speaker=seat.speaker)

    assert "X-Robots-Tag" not in client.get(seat.event.get_absolute_url()).headers


def test_merged_with_one_that_is_kept_away_a_speaker_is_kept_away():
    kept, absorbed = SpeakerFactory(), SpeakerFactory(kept_from_search_engines=True)

    merge_speakers(kept, absorbed)

    assert Speaker.objects.get(pk=kept.pk).kept_from_search_engines


def test_longer_name_is_another_name(client):
    kept, other = AppearanceFactory(speaker__name="Ann Lee"), AppearanceFactory(speaker__name="Ann Leeson")
    for seat in (kept, other):
        seat.printed_name = seat.speaker.name
        seat.save()
    keep_away(kept.speaker)

    assert "X-Robots-Tag" not in client.get(other.event.get_absolute_url()).headers
    assert client.get("/speakers/?letter=L").headers["X-Robots-Tag"] == "noindex"
    assert not Statement.objects.exists()

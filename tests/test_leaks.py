"""One walk over every public address of an archive in which all that is not public has a secret word of its own."""

from contextlib import suppress
from datetime import date, timedelta
from itertools import batched, count

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from events.models import Event, Series, Statement, Venue
from events.placing import place_statements
from events.withdrawing import withdraw_statement
from house.models import Page
from opinions.models import Authorship, Opinion, Teaser
from people.models import Affiliation, NameVariant, Organisation, Speaker
from public.pages import Gone
from public.views.cards import CARDS
from publishing.changes import unit_of_work
from publishing.interface import without_language
from publishing.models import Correction
from publishing.pending import keep_for_later
from publishing.reviewing import hand_in
from publishing.wholes import document_of
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    PublicEventFactory,
    PublicOpinionFactory,
    StatementFactory,
    TopicFactory,
    event_with_statements,
)
from tests.html import squeezed
from tests.public_addresses import addresses, body_of, in_russian, names_in_urlconf

pytestmark = pytest.mark.django_db

STATES = {
    "draft": {"status": "draft"},
    "scheduled": {"status": "scheduled"},
    "withdrawn": {"status": "withdrawn", "withdrawal_note": "Taken back."},
}


class Secrets:
    """Gives out words that must not be met again."""

    def __init__(self):
        self.numbers, self.given = count(1), []

    def word(self, of: str) -> str:
        word = f"Zqx{of.title()}{next(self.numbers):03}"
        self.given.append(word)
        return word


@unit_of_work()
def hidden_event(secrets, state, public_topic, public_speaker, **fields):
    """An event that is not public, with everything that can hang on one: some of it public by another way."""
    moments = {
        "scheduled": timezone.now() + timedelta(days=1),
        "withdrawn": timezone.now() - timedelta(days=9),
    }
    word = lambda of: secrets.word(state + of)  # noqa: E731 -- one letter less on every line below
    topic = TopicFactory(name=word("topic"), description=word("topic"))
    event = Event.objects.create(
        title=word("title"),
        slug=f"hidden-{state}",
        date=date(1987, 3, 1),
        lead=word("lead"),
        report=f"<p>{word('report')}</p><p>{(said := word('said'))}</p>",
        series=Series.objects.create(name=word("series")),
        venue=Venue.objects.create(name=word("venue"), city=word("city")),
        recording_url=f"https://example.org/{word('recording')}",
        source_url=f"https://example.org/{word('source')}",
        publish_at=moments.get(state),
        **STATES[state],
        **fields,
    )
    event.topics.set([topic, public_topic])
    stranger = Speaker.objects.create(name=word("person"), biography=word("biography"))
    NameVariant.objects.create(speaker=stranger, name=word("variant"))
    organisation = Organisation.objects.create(name=word("organisation"))
    Affiliation.objects.create(speaker=stranger, organisation=organisation, post=word("affiliation"))
    for speaker in (stranger, public_speaker):
        appearance = AppearanceFactory(
            event=event, speaker=speaker, printed_name=word("printedname"), printed_post=word("post")
        )
        statement = StatementFactory(appearance=appearance, text=word("statement"))
        statement.topics.set([topic, public_topic])
    StatementFactory(appearance=appearance, text=said, own_words=False)
    Statement.objects.create(event=event, attribution=word("group"), text=word("statement"), own_words=True)
    Correction.objects.create(item=event, text=word("correction"))
    place_statements(event)
    return event


def hidden_opinion(secrets, state, public_topic, public_speaker, public_event):
    moments = {
        "scheduled": timezone.now() + timedelta(days=1),
        "withdrawn": timezone.now() - timedelta(days=9),
    }
    opinion = Opinion.objects.create(
        title=secrets.word(state + "opinion"),
        slug=f"hidden-{state}",
        date=date(1987, 3, 1),
        lead=secrets.word(state + "lead"),
        body=f"<p>{secrets.word(state + 'body')}</p>",
        url=f"https://example.org/{secrets.word(state + 'url')}",
        publish_at=moments.get(state),
        **STATES[state],
    )
    opinion.topics.set([public_topic, TopicFactory(name=secrets.word(state + "topic"))])
    author = Speaker.objects.create(name=secrets.word(state + "author"))
    for speaker in (author, public_speaker):
        Authorship.objects.create(
            opinion=opinion, speaker=speaker, printed_name=secrets.word(state + "byline")
        )
    Teaser.objects.create(opinion=opinion, event=public_event)
    return opinion


def hidden_page(secrets, state):
    moments = {
        "scheduled": timezone.now() + timedelta(days=1),
        "withdrawn": timezone.now() - timedelta(days=9),
    }
    Page.objects.create(
        title=secrets.word(state + "page"),
        slug=f"hidden-{state}",
        lead=secrets.word(state + "lead"),
        body=f"<p>{secrets.word(state + 'body')}</p>",
        place=Page.Place.MENU if state == "scheduled" else Page.Place.FOOTER,
        publish_at=moments.get(state),
        **STATES[state],
    )


@pytest.fixture
def secrets():
    return Secrets()


@pytest.fixture
def archive(secrets):
    made = made_archive(secrets)
    for name in ("event", "opinion", "speaker"):
        proposed_change(made[name], secrets)
    return made


@unit_of_work()
def made_archive(secrets):
    """Public records, each with hidden ones hanging on it. Returns an object of each public kind by name."""
    topic = TopicFactory(name="Sanctions")
    event = PublicEventFactory(
        title="Open evening",
        report=f"<p>Trade will grow. {(gone := secrets.word('withdrawnwords'))} is over. All went home.</p>",
    )
    event.topics.add(topic)
    appearance = AppearanceFactory(event=event, speaker__name="Anna Berg")
    anna = appearance.speaker
    said = StatementFactory(appearance=appearance, text="Trade will grow.", own_words=False)
    said.topics.add(topic)
    taken_back = StatementFactory(appearance=appearance, text=f"{gone} is over.", own_words=False)
    taken_back.topics.set([topic, TopicFactory(name=secrets.word("withdrawntopic"))])
    AppearanceFactory(event=event, speaker__name="Carl Dahl")
    place_statements(event)
    withdraw_statement(taken_back, "Put into the wrong mouth.")
    opinion = PublicOpinionFactory(title="Open question")
    opinion.topics.add(topic)
    AuthorshipFactory(opinion=opinion, speaker=anna)
    for state in STATES:
        hidden_event(secrets, state, topic, anna)
        hidden_opinion(secrets, state, topic, anna, event)
        hidden_page(secrets, state)
    rule_bound(secrets, topic, anna)
    Correction.objects.create(
        item=event, date=timezone.localdate() + timedelta(days=3), text=secrets.word("futurecorrection")
    )
    Speaker.objects.create(name=secrets.word("nobody"), biography=secrets.word("nobody"))
    return {
        "event": event,
        "speaker": anna,
        "topic": topic,
        "opinion": opinion,
        "statement": said,
    }


def proposed_change(item, secrets) -> None:
    """A change to what is public that waits, in review: every text of it is another, and it adds a row."""
    document = document_of(item)
    for name in ("title", "name", "lead", "report", "body", "biography"):
        if name in document["fields"]:
            document["fields"][name] = secrets.word(f"proposed{name}")
    for row in document["parts"].get("statements", []):
        row["text"] = secrets.word("proposedtext")
    keep_for_later(item, document, None, proposed=True)
    hand_in(item, secrets.word("proposednote"))


@unit_of_work()
def rule_bound(secrets, topic, public_speaker):
    """A public event under the Chatham House Rule: its list of participants is not public, not even in part."""
    event = PublicEventFactory(
        title="Behind doors", slug="behind-doors", record_rule=Event.RecordRule.CHATHAM_HOUSE
    )
    event.topics.add(topic)
    for speaker in (Speaker.objects.create(name=secrets.word("rulebound")), public_speaker):
        AppearanceFactory(
            event=event,
            speaker=speaker,
            printed_name=secrets.word("ruleboundname"),
            printed_post=secrets.word("ruleboundpost"),
        )
    Statement.objects.create(
        event=event, attribution="A participant", text="Nobody is named.", own_words=True
    )


def test_every_public_address_is_walked(archive):
    assert set(addresses(archive)) == names_in_urlconf()


def test_nothing_hidden_shows_at_any_public_address(client, archive, secrets):
    met = []
    walked = addresses(archive)
    for name, paths in [*walked.items(), *in_russian(walked).items()]:
        for path in paths:
            body = body_of(client.get(path, follow=True))
            # The address that was asked for may stand in the page that refuses it; its words may not.
            met += [
                (name, path, word) for word in secrets.given if word.lower() in _without(body, path).lower()
            ]

    assert secrets.given
    assert met == []


def test_no_picture_of_a_link_says_what_is_hidden(rf, archive, secrets):
    """Its words, since nobody can read them in a picture."""
    drawn = []
    for kind, model in (("event", Event), ("speaker", Speaker), ("statement", Statement)):
        for pk in model.objects.values_list("pk", flat=True):
            with suppress(Http404, Gone):
                drawn.append(repr(CARDS[kind](rf.get("/"), pk)))

    assert {"Open evening", "Anna Berg", "Trade will grow."} <= {
        words
        for words in ("Open evening", "Anna Berg", "Trade will grow.")
        if any(words in one for one in drawn)
    }
    assert [word for word in secrets.given for one in drawn if word in one] == []


def _without(body: str, path: str) -> str:
    """In either language: each leads to the other."""
    return body.replace(path, "").replace(without_language(path), "")


def test_searching_for_what_is_hidden_is_like_searching_for_what_never_was(client, archive, secrets):
    never = "Wvvkkjjyyqqbbff"

    for address in ("/search/", "/speakers/", "/search/suggest/", "/search/feed/"):
        nothing = body_of(client.get(address, {"q": never})).replace(never, "…")
        for word in secrets.given:
            assert body_of(client.get(address, {"q": word})).replace(word, "…") == nothing, word


def test_claims_about_the_hidden_are_answered_like_claims_about_what_never_was(client, archive, secrets):
    people = {
        *Speaker.objects.values_list("name", flat=True),
        *NameVariant.objects.values_list("name", flat=True),
    }
    hidden = [one.text for one in Statement.objects.select_related("event") if not one.event.is_public]
    claims = [
        f"{name} said: “The {hidden[n % len(hidden)]} will not run.”" for n, name in enumerate(sorted(people))
    ]

    for some in batched(claims, 30):
        text = "\n\n".join(some)
        body = body_of(client.post("/verify/", {"text": text}))

        assert "Not in this archive" in body
        assert [word for word in secrets.given if word in body and word not in text] == []
        assert 'class="statement"' not in body


def test_hidden_records_count_nowhere(client, archive):
    home = squeezed(client.get("/").content.decode())
    topic = client.get("/topics/").content.decode()
    speaker = client.get(archive["speaker"].get_absolute_url()).context["speaker"]

    assert "2 events, 2 speakers, 2 statements" in home
    assert "2 events, 1 position, 1 opinion" in topic
    assert (speaker.position_count, speaker.chaired_count) == (1, 0)
    assert client.get("/events/1987/").status_code == 404
    assert [choice.count for choice in client.get("/events/").context["choices"]["topic"]] == [2]


def test_people_of_a_rule_bound_event_are_not_related_to_it(client, archive):
    body = client.get(reverse("events:event", args=[2019, "behind-doors"])).content.decode()

    assert "Also with" not in body
    assert "Anna Berg" not in body
    assert "Behind doors" not in client.get(archive["speaker"].get_absolute_url()).content.decode()


def test_withdrawn_words_are_gone_wherever_they_stand_in_the_report(client):
    event = event_with_statements(
        "Ships will wait.",
        "Trade will grow.",
        report="<p>Ships will wait. Trade will grow.</p><blockquote><p>“Ships will wait.”</p></blockquote>",
    )
    withdrawn, standing = event.statements.all()
    withdraw_statement(withdrawn, "Taken back.")

    for address in (event.get_absolute_url(), standing.get_absolute_url(), "/search/?q=trade"):
        body = client.get(address).content.decode()
        assert "Trade will grow." in body or "Trade</mark> will grow." in body
        assert "Ships will wait" not in body


def test_withdrawn_words_leave_a_notice_in_the_report(client, archive):
    body = client.get(archive["event"].get_absolute_url()).content.decode()

    assert "[A passage was withdrawn on" in body
    assert "Trade will grow." in body

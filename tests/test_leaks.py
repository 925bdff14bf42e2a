"""One walk over every public address of an archive in which all that is not public has a secret word of its own."""

from datetime import date, timedelta
from itertools import count

import pytest
from django.urls import reverse
from django.utils import timezone

from events.models import Event, Series, Statement, Topic, Venue
from events.placing import place_statements
from events.withdrawing import withdraw_statement
from house.models import Page
from opinions.models import Authorship, Opinion, Teaser
from people.models import Affiliation, NameVariant, Organisation, Speaker
from publishing.changes import unit_of_work
from publishing.models import Correction
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
from tests.public_addresses import names_in_urlconf

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
@unit_of_work()
def archive(secrets):
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


def addresses(archive) -> dict[str, list[str]]:
    """For each name in the URLconf, addresses of public and of hidden records and of lists narrowed every way."""
    hidden_events = Event.objects.filter(slug__startswith="hidden-")
    behind_doors = Event.objects.get(slug="behind-doors")
    events = [archive["event"], behind_doors, *hidden_events]
    opinions = [archive["opinion"], *Opinion.objects.filter(slug__startswith="hidden-")]
    speaker = archive["speaker"].get_absolute_url()
    topic = archive["topic"].slug
    searches = [f"q={query}" for query in ("Anna", "trade", "open", "is over", "Sanctions", "-trade")]
    searches += [f"speaker={archive['speaker'].slug}", f"topic={topic}", "from=1987&to=1987", "language=en"]
    lists = ["", f"?topic={topic}", "?speaker=Anna", "?kind=expert-discussion", "?place=Geneva"]
    files = [f"?format={ending}" for ending in ("csv", "json", "ris")]
    lists += files
    cited = ("cite.bib", "cite.ris", "cite.json")
    api = "/api/v1"
    numbers = {
        name: [one.pk for one in model.objects.all()]
        for name, model in {
            "events": Event,
            "statements": Statement,
            "opinions": Opinion,
            "speakers": Speaker,
            "topics": Topic,
            "series": Series,
        }.items()
    }
    each = {name: [f"{api}/{name}/{pk}/" for pk in pks] for name, pks in numbers.items()}
    return {
        "api_docs": [f"{api}/docs/"],
        "data": ["/data/"],
        "data_file": ["/data/events.jsonl", "/data/SHA256SUMS"],
        "api:openapi-json": [f"{api}/openapi.json"],
        "api:api-root": [f"{api}/"],
        "api:index": [f"{api}/"],
        "api:events": [f"{api}/events/", f"{api}/events/?speaker=anna-berg", f"{api}/events/?topic={topic}"],
        "api:event": each["events"],
        "api:statements": [f"{api}/statements/", f"{api}/statements/?speaker=anna-berg"],
        "api:statement": each["statements"],
        "api:opinions": [f"{api}/opinions/", f"{api}/opinions/?speaker=anna-berg"],
        "api:opinion": each["opinions"],
        "api:speakers": [f"{api}/speakers/", f"{api}/speakers/?q=Zqx"],
        "api:speaker": each["speakers"],
        "api:topics": [f"{api}/topics/"],
        "api:topic": each["topics"],
        "api:series": [f"{api}/series/"],
        "api:one_series": each["series"],
        "api:corrections": [f"{api}/corrections/"],
        "api:withdrawn": [f"{api}/withdrawn/"],
        "api:search": [f"{api}/search/?{query}" for query in searches],
        "events:cite_event": [f"{event.get_absolute_url()}{name}" for event in events for name in cited],
        "events:cite_statement": [
            f"{statement.get_absolute_url()}{name}" for statement in Statement.objects.all() for name in cited
        ],
        "opinions:cite": [f"{opinion.get_absolute_url()}{name}" for opinion in opinions for name in cited],
        "people:cite": [
            f"{person.get_absolute_url()}{name}" for person in Speaker.objects.all() for name in cited
        ],
        "public:home": ["/"],
        "public:about": ["/about/"],
        "public:sitemap": ["/sitemap.xml"],
        "public:sitemap_part": [
            f"/sitemap/{kind}/0.xml"
            for kind in ("lists", "events", "opinions", "speakers", "topics", "statements", "pages")
        ],
        "public:feed": ["/feed/"],
        "public:event_feed": ["/feed/events/"],
        "public:opinion_feed": ["/feed/opinions/"],
        "public:correction_feed": ["/feed/corrections/"],
        "public:media": [f"/media/{item.cover}" for item in events],
        "public:robots": ["/robots.txt"],
        "public:colours": ["/house.css"],
        "house:page": [page.get_absolute_url() for page in Page.objects.all()],
        "public:favicon": ["/favicon.ico"],
        "events:events": [f"/events/{query}" for query in lists],
        "events:year": ["/events/2019/", "/events/1987/", f"/events/2019/?topic={topic}"],
        "events:event": [event.get_absolute_url() for event in events],
        "events:undated": [f"/events/undated/{event.slug}/" for event in events],
        "events:calendar": [f"{event.get_absolute_url()}event.ics" for event in events],
        "events:statement": [statement.get_absolute_url() for statement in Statement.objects.all()],
        "events:topics": ["/topics/", *[f"/topics/{file}" for file in files]],
        "events:topic": [
            f"{one.get_absolute_url()}{file}" for one in Topic.objects.all() for file in ("", *files)
        ],
        "people:speakers": ["/speakers/", "/speakers/?q=Anna", "/speakers/?letter=Z", "/speakers/?letter=B"]
        + [f"/speakers/{file}" for file in files],
        "people:speaker": [
            *[person.get_absolute_url() for person in Speaker.objects.all()],
            f"{speaker}?by=topic",
            f"{speaker}?topic={topic}",
            *[f"{speaker}{file}" for file in files],
        ],
        "opinions:opinions": ["/opinions/", *[f"/opinions/{file}" for file in files]],
        "opinions:opinion": [opinion.get_absolute_url() for opinion in opinions],
        "search:search": [
            *[f"/search/?{query}" for query in searches],
            *[f"/search/?q=open&{file[1:]}" for file in files],
            *[f"/search/?q=open&kind={kind}&who=" for kind in ("statement", "event", "opinion", "topic")],
            "/search/?q=zqxdrafttitle",  # one slip from what is hidden
        ],
        "search:suggest": [f"/search/suggest/?q={query}" for query in ("an", "zqx", "op", "Sanctions")],
        "search:feed": [f"/search/feed/?{query}" for query in searches],
        "search:speaker_feed": [f"{person.get_absolute_url()}feed/" for person in Speaker.objects.all()],
        "search:topic_feed": [f"{one.get_absolute_url()}feed/" for one in Topic.objects.all()],
    }


def test_every_public_address_is_walked(archive):
    assert set(addresses(archive)) == names_in_urlconf()


def test_nothing_hidden_shows_at_any_public_address(client, archive, secrets):
    met = []
    for name, paths in addresses(archive).items():
        for path in paths:
            body = body_of(client.get(path, follow=True))
            # The address that was asked for may stand in the page that refuses it; its words may not.
            met += [
                (name, path, word) for word in secrets.given if word.lower() in _without(body, path).lower()
            ]

    assert secrets.given
    assert met == []


def body_of(response) -> str:
    return b"".join(response).decode()


def _without(body: str, path: str) -> str:
    return body.replace(path, "")


def test_searching_for_what_is_hidden_is_like_searching_for_what_never_was(client, archive, secrets):
    never = "Wvvkkjjyyqqbbff"

    for address in ("/search/", "/speakers/", "/search/suggest/", "/search/feed/"):
        nothing = body_of(client.get(address, {"q": never})).replace(never, "…")
        for word in secrets.given:
            assert body_of(client.get(address, {"q": word})).replace(word, "…") == nothing, word


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

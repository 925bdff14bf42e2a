from datetime import date

import pytest

from opinions.models import Teaser
from publishing.changes import unit_of_work
from publishing.deeds import withdraw
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    EventFactory,
    OpinionFactory,
    PublicEventFactory,
    PublicOpinionFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
)
from tests.html import squeezed

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


def test_opinion_shows_its_body_and_its_authors_as_printed(client):
    opinion = PublicOpinionFactory(body="<p>Ports matter.</p><script>x</script>")
    AuthorshipFactory(
        opinion=opinion,
        speaker__name="Anna Lind",
        printed_name="Anna Berg",
        printed_post="Fellow, Delta Institute",
    )

    body = squeezed(client.get(opinion.get_absolute_url()).content.decode())

    assert "<p>Ports matter.</p>" in body
    assert (
        '<a class="person__name" href="/speakers/anna-lind/">Anna Berg</a><span>Fellow, Delta Institute</span>'
        in body
    )


def test_opinion_that_is_elsewhere_leads_there(client):
    opinion = PublicOpinionFactory(url="https://www.example.org/ports")

    body = squeezed(client.get(opinion.get_absolute_url()).content.decode())

    assert (
        '<a href="https://www.example.org/ports" rel="external">Read the article, at example.org</a>' in body
    )


def test_opinion_leads_to_its_teaser_in_public_reports(client):
    opinion = PublicOpinionFactory()
    public, draft = PublicEventFactory(title="Evening"), EventFactory(title="Unready")
    for event in (public, draft):
        Teaser.objects.create(event=event, opinion=opinion)

    body = squeezed(client.get(opinion.get_absolute_url()).content.decode())

    assert f'href="{public.get_absolute_url()}#t-{opinion.pk}"' in body
    assert "Unready" not in body


def test_opinion_leads_to_what_its_author_has_said_on_its_topics(client):
    topic, elsewhere = TopicFactory(name="Sea trade"), TopicFactory(name="Grain")
    author = AuthorshipFactory(opinion__title="Ports", speaker__name="Anna Berg")
    other = AuthorshipFactory(opinion__title="Docks", speaker__name="Carl Dahl")
    with unit_of_work():
        for one in (author, other):
            one.opinion.topics.add(topic)
            appearance = AppearanceFactory(event=PublicEventFactory(), speaker=one.speaker)
            for about in (topic, elsewhere):
                StatementFactory(appearance=appearance).topics.add(about)

    body = squeezed(client.get(author.opinion.get_absolute_url()).content.decode())
    said = body.partition("What Anna Berg said on it")[2].partition("</section>")[0]

    assert f'href="{author.speaker.get_absolute_url()}?topic={topic.slug}"' in said and "1 position" in said
    assert "Grain" not in said
    assert f"speaker={author.speaker.slug}&amp;speaker={other.speaker.slug}&amp;topic={topic.slug}" in said


def test_withdrawn_opinion_is_gone_with_its_note(client):
    opinion = AuthorshipFactory(opinion__title="Ports", speaker__name="Anna Berg").opinion
    withdraw(opinion, "The author asked for it.")

    response = client.get(opinion.get_absolute_url())

    assert response.status_code == 410
    assert "The author asked for it." in squeezed(response.content.decode())
    assert "Anna Berg" not in squeezed(response.content.decode())


def test_topic_gathers_events_positions_opinions_and_who_speaks_about_it_most(client):
    topic = TopicFactory(name="Trade", description="What crosses borders.")
    PublicEventFactory(title="Evening").topics.add(topic)
    AuthorshipFactory(opinion__title="Ports").opinion.topics.add(topic)
    anna, carl = SpeakerFactory(name="Anna Berg"), SpeakerFactory(name="Carl Dahl")
    for speaker in (carl, anna, anna):
        StatementFactory(appearance__speaker=speaker).topics.add(topic)

    response = client.get("/topics/trade/")

    assert response.context["most"] == [(anna, 2), (carl, 1)]
    body = squeezed(response.content.decode())
    assert "1 event, 3 positions, 1 opinion" in body
    assert f"speaker={anna.slug}&amp;speaker={carl.slug}&amp;topic=trade" in body
    assert 'href="/events/calendar.ics?topic=trade"' in body
    for part in (
        "What crosses borders.",
        "Evening",
        "Ports",
        "“Trade”. Rapporteur, http://testserver/topics/trade/, read",
    ):
        assert part in body


def test_topic_names_those_that_its_positions_are_often_on_too(client):
    trade, ports, grain, hidden = (TopicFactory(name=name) for name in ("Trade", "Ports", "Grain", "Hidden"))
    for others in ([ports, grain], [ports], []):
        StatementFactory().topics.add(trade, *others)
    draft = StatementFactory(appearance__event=EventFactory())
    draft.topics.add(trade, hidden)

    response = client.get("/topics/trade/")

    assert response.context["often_with"] == [(ports, 2)]
    assert "Often with" in response.text
    assert "Often with" in client.get("/topics/ports/").text
    assert "Hidden" not in response.text


def test_topic_page_is_paged_by_its_positions(client):
    topic = TopicFactory(name="Trade")
    with unit_of_work():
        for _ in range(21):
            StatementFactory().topics.add(topic)

    assert len(client.get("/topics/trade/").context["page"]) == 20
    assert len(client.get("/topics/trade/?page=2").context["page"]) == 1


def test_topic_tells_each_evening_once_and_then_who_said_what(client):
    topic = TopicFactory(name="Trade")
    evening = PublicEventFactory(title="Evening")
    anna, carl = (
        AppearanceFactory(event=evening, printed_name=name, order=order)
        for order, name in enumerate(["Anna Berg", "Carl Dahl"])
    )
    first, second, third = (
        StatementFactory(appearance=who, text=text, order=order)
        for order, (who, text) in enumerate([(anna, "It grows."), (carl, "It falls."), (anna, "It stays.")])
    )
    experts = StatementFactory(appearance=None, event=evening, attribution="The experts", order=3)
    earlier = StatementFactory(appearance__event=PublicEventFactory(date=date(2018, 1, 1)))
    for statement in (first, second, third, experts, earlier):
        statement.topics.add(topic)

    response = client.get("/topics/trade/")

    told = [
        (evening.event, [(voice.name, voice.statements) for voice in evening.voices])
        for evening in response.context["evenings"]
    ]
    assert told == [
        (evening, [("Anna Berg", [first, third]), ("Carl Dahl", [second]), ("The experts", [experts])]),
        (earlier.event, [(earlier.said_by, [earlier])]),
    ]
    assert response.content.decode().count('<h2 class="evening__title"') == 2


def test_opinion_leads_to_others_on_its_topics_once(client):
    topics = [TopicFactory(), TopicFactory()]
    opinion, other = PublicOpinionFactory(), PublicOpinionFactory(title="Ports")
    for item in (opinion, other, OpinionFactory(title="Unready")):
        item.topics.set(topics)
    PublicOpinionFactory(title="Elsewhere")

    assert list(client.get(opinion.get_absolute_url()).context["others"]) == [other]


def test_topic_counts_its_years_and_shows_one_of_them(client):
    topic = TopicFactory(name="Trade")
    for year, number, others in ((2018, 1, 3), (2020, 2, 0)):
        event = PublicEventFactory(date=date(year, 5, 1))
        for _ in range(number):
            StatementFactory(appearance__event=event).topics.add(topic)
        for _ in range(others):
            StatementFactory(appearance__event=event)

    page = client.get("/topics/trade/")
    of_one = client.get("/topics/trade/?year=2018")

    assert [(one.year, one.positions, one.of_all, one.per_hundred) for one in page.context["years"]] == [
        (2018, 1, 4, "25"),
        (2019, 0, 0, "0"),
        (2020, 2, 2, "100"),
    ]
    body = squeezed(page.content.decode())
    assert "3 positions on Trade, 2018 to 2020, by year." in body
    assert '<th scope="row">2018</th><td>1</td><td>4</td><td>25</td>' in body
    assert (len(of_one.context["page"]), of_one.context["meta"].title) == (1, "Trade: 2018")
    assert client.get("/topics/trade/?year=2018&format=csv").getvalue().count(b"\r\n") == 2
    assert client.get("/topics/trade/?year=x").status_code == 404

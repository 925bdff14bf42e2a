"""Archives of a chosen size, to count the queries that their pages take."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from django.contrib.contenttypes.models import ContentType

from events.models import Appearance, Event, Statement
from opinions.models import Authorship, Opinion, Teaser
from people.models import Affiliation, NameVariant, Organisation, Speaker
from publishing.models import Correction
from search.counting import recount_all
from tests.factories import PublicEventFactory, SeriesFactory, SpeakerFactory, TopicFactory, VenueFactory

PUBLIC = {"status": "published", "publish_at": datetime(2019, 5, 1, tzinfo=UTC)}


def archive_of(number: int) -> SimpleNamespace:
    """An archive with ``number`` of everything, around one event and one speaker which have all of it.

    Written in bulk: the pages read records alone, and 300 of each one by one would take minutes.
    """
    topics = [TopicFactory(name=f"Topic {n}") for n in range(3)]
    star, venue = SpeakerFactory(name="Anna Berg"), VenueFactory()
    texts = [f"Position {n} was taken here." for n in range(number)]
    report = "".join(f"<p>{text}</p>" for text in texts)
    main = PublicEventFactory(title="Main", report=report, series=SeriesFactory(), venue=venue)
    main.topics.set(topics)
    speakers = [star, *_speakers(number - 1)]
    at_main = Appearance.objects.bulk_create(
        Appearance(event=main, speaker=speaker, printed_name=speaker.name, order=n)
        for n, speaker in enumerate(speakers)
    )
    said = Statement.objects.bulk_create(
        Statement(event=main, appearance=at_main[n], text=text, order=n, start=29 * n, end=29 * n + 20)
        for n, text in enumerate(texts)
    )
    other_events = _events(number, star, speakers, topics, venue)
    translation = PublicEventFactory(title="Главное", language="ru", translation_of=main)
    opinions = _opinions(number, star, speakers, main)
    _about(said, Statement, "statement", topics)
    _about(other_events, Event, "event", topics)
    _about(opinions, Opinion, "opinion", topics)
    _details(number, star, main)
    recount_all()
    return SimpleNamespace(
        event=main,
        translation=translation,
        speaker=star,
        topic=topics[0],
        statement=said[0],
        opinion=opinions[0],
    )


def _speakers(number):
    return Speaker.objects.bulk_create(
        Speaker(name=f"Person {n:03}", sort_name=f"{n:03}, Person", filed_under="person", slug=f"person-{n}")
        for n in range(number)
    )


def _events(number, star, speakers, topics, venue):
    events = Event.objects.bulk_create(
        Event(
            title=f"Event {n}",
            slug=f"event-{n}",
            date=date(2019 + n % 3, 1 + n % 12, 1),
            venue=venue,
            **PUBLIC,
        )
        for n in range(number)
    )
    role = Appearance.Role
    stars = Appearance.objects.bulk_create(
        Appearance(
            event=event,
            speaker=star,
            printed_name="Anna Berg",
            role=role.MODERATOR if n % 2 else role.SPEAKER,
        )
        for n, event in enumerate(events)
    )
    Appearance.objects.bulk_create(
        Appearance(event=event, speaker=speaker, printed_name=speaker.name)
        for event, speaker in zip(events, speakers, strict=True)
        if speaker != star
    )
    said = Statement.objects.bulk_create(
        Statement(event=appearance.event, appearance=appearance, text=f"Elsewhere {n}.", own_words=True)
        for n, appearance in enumerate(stars)
        if n % 3
    )
    _about(said, Statement, "statement", topics)
    return events


def _opinions(number, star, speakers, main):
    opinions = Opinion.objects.bulk_create(
        Opinion(title=f"Opinion {n}", slug=f"opinion-{n}", date=date(2019, 4, 27), **PUBLIC)
        for n in range(number)
    )
    for author in (star, speakers[-1]):
        Authorship.objects.bulk_create(
            Authorship(opinion=opinion, speaker=author, printed_name=author.name) for opinion in opinions
        )
    Teaser.objects.bulk_create(
        Teaser(opinion=opinion, event=main, after_paragraph=n) for n, opinion in enumerate(opinions)
    )
    return opinions


def _about(items, model, name, topics):
    model.topics.through.objects.bulk_create(
        model.topics.through(**{name: item, "topic": topic}) for item in items for topic in topics
    )


def _details(number, star, main):
    organisation = Organisation.objects.create(name="Delta Institute")
    event_type = ContentType.objects.get_for_model(Event)
    Correction.objects.bulk_create(
        Correction(content_type=event_type, object_id=main.pk, text=f"Correction {n}", date=date(2019, 5, 3))
        for n in range(number)
    )
    Affiliation.objects.bulk_create(
        Affiliation(speaker=star, organisation=organisation, post=f"Post {n}", start_date="2010")
        for n in range(number)
    )
    NameVariant.objects.bulk_create(NameVariant(speaker=star, name=f"Anna Berg {n}") for n in range(number))

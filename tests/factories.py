"""The least valid row of each kind. `Public…` factories give what a visitor may see."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from events.models import Appearance, Event, Series, Statement, Topic, Venue
from events.placing import place_statements
from house.models import Page
from opinions.models import Authorship, Opinion
from people.models import Speaker
from publishing.changes import unit_of_work
from publishing.gate import Status

LONG_AGO = datetime(2019, 5, 1, tzinfo=UTC)


class RecordFactory(DjangoModelFactory):
    """What a record needs is made with it, in one unit of work."""

    class Meta:
        abstract = True

    @classmethod
    def _generate(cls, strategy, params):
        if strategy != factory.CREATE_STRATEGY:
            return super()._generate(strategy, params)
        with unit_of_work():
            return super()._generate(strategy, params)


class SpeakerFactory(RecordFactory):
    name = factory.Sequence(lambda n: f"Ada{n} Lovelace{n}")

    class Meta:
        model = Speaker


class TopicFactory(RecordFactory):
    name = factory.Sequence(lambda n: f"Topic {n}")

    class Meta:
        model = Topic


class SeriesFactory(RecordFactory):
    name = factory.Sequence(lambda n: f"Series {n}")

    class Meta:
        model = Series


class VenueFactory(RecordFactory):
    name = factory.Sequence(lambda n: f"Hall {n}")
    city = "Geneva"
    country = "CH"

    class Meta:
        model = Venue


class EventFactory(RecordFactory):
    """A draft."""

    title = factory.Sequence(lambda n: f"Event {n}")
    date = date(2019, 4, 26)

    class Meta:
        model = Event


class PublicEventFactory(EventFactory):
    status = Status.PUBLISHED
    publish_at = LONG_AGO


class AppearanceFactory(RecordFactory):
    event = factory.SubFactory(PublicEventFactory)
    speaker = factory.SubFactory(SpeakerFactory)
    printed_name = factory.SelfAttribute("speaker.name")

    class Meta:
        model = Appearance


class StatementFactory(RecordFactory):
    """A paraphrase by a speaker at a public event, in the editor's own words."""

    appearance = factory.SubFactory(AppearanceFactory)
    event = factory.SelfAttribute("appearance.event")
    text = factory.Sequence(lambda n: f"Position {n} holds.")
    own_words = True

    class Meta:
        model = Statement


class OpinionFactory(RecordFactory):
    """A draft."""

    title = factory.Sequence(lambda n: f"Opinion {n}")
    date = date(2019, 4, 27)

    class Meta:
        model = Opinion


class PublicOpinionFactory(OpinionFactory):
    status = Status.PUBLISHED
    publish_at = LONG_AGO


class PageFactory(RecordFactory):
    """A public page of the house, in the footer."""

    title = factory.Sequence(lambda n: f"Page {n}")
    status = Status.PUBLISHED
    publish_at = LONG_AGO

    class Meta:
        model = Page


class AuthorshipFactory(RecordFactory):
    opinion = factory.SubFactory(PublicOpinionFactory)
    speaker = factory.SubFactory(SpeakerFactory)
    printed_name = factory.SelfAttribute("speaker.name")

    class Meta:
        model = Authorship


@unit_of_work()
def event_with_statements(*texts: str, **event_fields) -> Event:
    """A public event with one speaker, whose report holds each of ``texts`` as a statement."""
    event_fields.setdefault("report", "".join(f"<p>{text}</p>" for text in texts))
    appearance = AppearanceFactory(event=PublicEventFactory(**event_fields))
    for order, text in enumerate(texts):
        StatementFactory(appearance=appearance, text=text, own_words=False, order=order)
    place_statements(appearance.event)
    return appearance.event

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from events.models import Appearance, Event, Statement, Topic
from people.models import Speaker
from publishing.deeds import publish, return_to_draft, withdraw
from publishing.gate import Status
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    EventFactory,
    OpinionFactory,
    PublicEventFactory,
    StatementFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


def test_scheduled_event_appears_by_itself_when_its_moment_comes():
    now = timezone.now()
    due = EventFactory(status=Status.SCHEDULED, publish_at=now - timedelta(seconds=1))
    later = EventFactory(status=Status.SCHEDULED, publish_at=now + timedelta(hours=1))

    assert list(Event.objects.published()) == [due]
    assert (due.is_public, later.is_public) == (True, False)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_draft_and_withdrawn_events_show_nothing_of_theirs(status):
    statement = StatementFactory(
        appearance__event__status=status, appearance__event__publish_at=timezone.now() - timedelta(days=1)
    )
    statement.topics.add(TopicFactory())

    assert not Event.objects.published()
    assert not Statement.objects.published()
    assert not Appearance.objects.published()
    assert not Speaker.objects.published()
    assert not Topic.objects.published()


def test_rule_bound_event_makes_no_speaker_public():
    AppearanceFactory(event__record_rule=Event.RecordRule.CHATHAM_HOUSE)

    assert Event.objects.published().count() == 1
    assert not Appearance.objects.published()
    assert not Speaker.objects.published()


def test_speaker_and_topic_are_public_through_an_opinion_alone():
    authorship = AuthorshipFactory()
    topic = TopicFactory()
    authorship.opinion.topics.add(topic)
    AuthorshipFactory(opinion=OpinionFactory())

    assert list(Speaker.objects.published()) == [authorship.speaker]
    assert list(Topic.objects.published()) == [topic]


def test_publishing_needs_a_date_and_says_so():
    event = EventFactory(date=None)

    with pytest.raises(ValidationError, match="needs a date"):
        publish(event)

    event.refresh_from_db()
    assert event.status == Status.DRAFT


def test_publishing_is_stopped_by_a_statement_that_lost_its_place():
    event = EventFactory(report="<p>Quite other words.</p>")
    StatementFactory(appearance=AppearanceFactory(event=event), text="Trade will grow.", own_words=False)

    with pytest.raises(ValidationError, match="1 statement has no place in the report"):
        publish(event)


def test_publishing_at_a_later_moment_schedules():
    event = EventFactory()

    publish(event, at=timezone.now() + timedelta(days=1))

    assert event.status == Status.SCHEDULED
    assert not Event.objects.published()


def test_withdrawing_needs_a_note_and_keeps_it():
    event = PublicEventFactory()

    with pytest.raises(ValidationError, match="Say what was withdrawn"):
        withdraw(event, "  ")
    withdraw(event, "Published before the speakers had agreed.")

    event.refresh_from_db()
    assert (event.status, event.withdrawal_note) == (
        Status.WITHDRAWN,
        "Published before the speakers had agreed.",
    )


def test_withdrawn_event_can_be_worked_on_again():
    event = PublicEventFactory()
    withdraw(event, "A mistake.")

    return_to_draft(event)

    assert event.status == Status.DRAFT

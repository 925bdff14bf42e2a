"""An event that was cancelled or postponed says so to people, calendars and machines, and says why."""

import json

import pytest
from django.db import IntegrityError, transaction
from icalendar import Calendar

from events.models import Event
from events.noticed import fields_told
from tests.events.test_checks import draft, kinds_of
from tests.factories import AppearanceFactory, EventFactory, PublicEventFactory

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

WHY = "The hall was flooded."


@pytest.mark.parametrize(
    ("happens", "sentence", "status", "to_calendars"),
    [
        ("cancelled", "This event was cancelled.", "EventCancelled", "CANCELLED"),
        ("postponed", "This event is postponed.", "EventPostponed", "TENTATIVE"),
        ("as-planned", "", "EventScheduled", ""),
    ],
)
def test_event_says_what_became_of_it(client, happens, sentence, status, to_calendars):
    event = PublicEventFactory(
        title="Harbours", lead="Of ports.", happens=happens, happens_note=WHY if sentence else ""
    )
    told = f"{sentence} {WHY}" if sentence else ""

    page = client.get(event.get_absolute_url()).content.decode()
    data = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    feed = client.get("/feed/events/").content.decode()
    file = client.get(f"{event.get_absolute_url()}event.ics").content
    (entry,) = Calendar.from_ical(file).walk("VEVENT")
    record = client.get(f"/api/v1/events/{event.pk}/").json()

    assert (f"<b>{told}</b>" in page, "No report of this event" in page) == (bool(told), not told)
    assert data["eventStatus"] == f"https://schema.org/{status}"
    assert (f"{happens.capitalize()}: Harbours</title>" in feed, f"{WHY}&lt;/p&gt;" in feed) == (
        bool(told),
    ) * 2
    assert (entry.get("status", ""), entry["description"]) == (
        to_calendars,
        "\n\n".join(filter(None, [told, "Of ports."])),
    )
    assert (record["happens"], record["happens_note"]) == (happens, WHY if told else "")


def test_what_a_calendar_keeps_is_replaced_when_the_event_is_cancelled(client):
    event = PublicEventFactory()
    numbers = []
    for happens in ("as-planned", "cancelled"):
        event.happens = happens
        event.save()
        file = client.get(f"{event.get_absolute_url()}event.ics").content
        numbers += [entry["sequence"] for entry in Calendar.from_ical(file).walk("VEVENT")]

    assert numbers == sorted(set(numbers))


def test_only_what_became_of_it_makes_an_event_look_changed():
    event = PublicEventFactory()
    Event.objects.update(changed_at=None)
    event.save()
    unmoved = Event.objects.get().changed_at

    event.happens = Event.Happens.CANCELLED
    event.save()

    # An archive that is upgraded holds digests of events that said nothing of it.
    assert "happens" not in dict(fields_told(PublicEventFactory.build()))
    assert (unmoved, Event.objects.get().changed_at is None) == (None, False)


def test_statements_at_a_cancelled_event_are_asked_about_and_its_silent_speakers_are_not():
    event = draft("Engines will compose.", happens="cancelled")
    AppearanceFactory(event=event, printed_post="Analyst")
    silent = EventFactory(happens="cancelled")
    AppearanceFactory(event=silent, printed_post="Analyst")

    assert kinds_of(event) == [("statements at what did not take place", False)]
    assert kinds_of(silent) == []


def test_event_that_takes_place_gives_no_reason_why_it_does_not():
    with pytest.raises(IntegrityError), transaction.atomic():
        EventFactory(happens_note=WHY)

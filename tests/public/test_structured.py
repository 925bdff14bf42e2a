"""What JSON-LD says of an event: who held it, who spoke, where, when, and no more than is known."""

import json
from datetime import date

import pytest

from tests.factories import (
    AppearanceFactory,
    PublicEventFactory,
    StatementFactory,
    VenueFactory,
    event_with_statements,
)

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


def data_of(client, item) -> dict:
    body = client.get(item.get_absolute_url()).content.decode()
    return json.loads(body.split('<script type="application/ld+json">')[1].split("</script>")[0])


def test_institution_that_is_named_held_the_event_and_who_chaired_did_not_perform(client, settings):
    settings.INSTITUTION_NAME = "Harbour Institute"
    event = AppearanceFactory(speaker__name="Anna Berg").event
    AppearanceFactory(event=event, speaker__name="Carl Dahl", role="moderator")

    data = data_of(client, event)

    assert data["organizer"] == {"@type": "Organization", "name": "Harbour Institute"}
    assert [one["name"] for one in data["performer"]] == ["Anna Berg"]
    assert data["eventStatus"] == "https://schema.org/EventScheduled"


def test_printed_group_is_no_organisation(client):
    event = event_with_statements("Trade will grow.")
    group = event.statements.create(attribution="The experts", text="Trade will shrink.", own_words=True)

    assert data_of(client, group)["creator"] == {"@type": "Thing", "name": "The experts"}


@pytest.mark.parametrize(
    ("format", "hall", "kinds"),
    [
        ("in-person", True, ["Place"]),
        ("hybrid", True, ["Place", "VirtualLocation"]),
        ("hybrid", False, ["VirtualLocation"]),
        ("online", True, ["VirtualLocation"]),
        ("online", False, ["VirtualLocation"]),
        ("in-person", False, []),
    ],
)
def test_place_follows_the_format(client, format, hall, kinds):
    event = PublicEventFactory(format=format, venue=VenueFactory() if hall else None)

    told = data_of(client, event).get("location", [])

    assert [one["@type"] for one in ([told] if isinstance(told, dict) else told)] == kinds


@pytest.mark.parametrize(
    ("precision", "start", "end"),
    [("day", "2019-04-26", "2019-04-27"), ("month", "2019-04", None), ("year", "2019", None)],
)
def test_date_is_no_more_exact_than_known(client, precision, start, end):
    event = PublicEventFactory(date_precision=precision, end_date=date(2019, 4, 27))

    data = data_of(client, event)

    assert (data["startDate"], data.get("endDate")) == (start, end)


def test_picture_of_an_event_is_named(client):
    event = PublicEventFactory(cover="covers/hall.png", cover_alt="The hall")

    assert data_of(client, event)["image"] == "http://testserver/media/covers/hall.png"


def test_statement_is_part_of_its_event_by_its_identity(client):
    statement = StatementFactory()

    assert data_of(client, statement)["isPartOf"]["@id"] == data_of(client, statement.event)["@id"]

"""What of the archive's own a report names, and how it comes into a draft."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError

from events.models import Event, Series, Topic, Venue
from intake.importing import take_in
from intake.making import make_draft
from tests.intake.items import accepted, with_facts

pytestmark = pytest.mark.django_db

REPORT = (
    "Bread and tides\n\nThe 12th Harbour Lecture was held at the Kelp House in Oslo on 5 May 2021 at 18:30 via Zoom."
    "\n\n"
    "Anna Moss said that bread is cheap. She said that tide tables are not.\n\n"
    "Recording: https://media.example.org/12\n"
)


@pytest.fixture
def taken():
    Topic.objects.bulk_create(
        Topic(name=name, slug=name.lower()) for name in ("Bread", "Tide tables", "Cheap")
    )
    Series.objects.create(name="Harbour Lecture")
    Venue.objects.create(name="Fjord Hall", city="Oslo", country="NO")
    return take_in(REPORT)[0]


def facts_of(intake):
    return intake.items[0].values


def test_topics_of_the_archive_whose_names_lead_the_report_are_proposed(taken):
    assert facts_of(taken).topics == "Bread"
    assert taken.proposal["event"]["why"]["topics"] == "Bread: in the title or the lead"


def test_series_and_country_are_those_that_the_archive_has(taken):
    assert (facts_of(taken).series, facts_of(taken).country) == ("Harbour Lecture", "Norway")


def test_country_is_that_of_the_town_however_it_is_written():
    Venue.objects.create(name="Halle", city="ZÜRICH", country="CH")
    Venue.objects.create(name="Hall", city="Zürich-Nord", country="DE")

    taken = take_in(REPORT.replace("Oslo", "Zürich"))[0]

    assert facts_of(taken).country == "Switzerland"


def test_draft_has_what_was_read_of_the_event(taken):
    event = make_draft(taken, with_facts(accepted(taken.items), time_zone="Europe/Oslo")).event

    assert (event.start_time, event.time_zone, event.format) == (time(18, 30), "Europe/Oslo", "hybrid")
    assert (event.series.name, event.recording_url) == ("Harbour Lecture", "https://media.example.org/12")
    assert [topic.name for topic in event.topics.all()] == ["Bread"]


def test_what_cannot_be_entered_is_told_and_not_made(taken):
    made = make_draft(taken, with_facts(accepted(taken.items), series="Tea Talks", topics="Bread, Tea"))

    assert (made.event.start_time, made.event.series) == (None, None)
    assert [topic.name for topic in made.event.topics.all()] == ["Bread"]
    assert not Topic.objects.filter(name="Tea").exists()
    told = " ".join(made.notes)
    assert all(words in told for words in ("time zone", "no series “Tea Talks”", "no topic “Tea”"))


def test_hour_that_is_none_is_refused(taken):
    with pytest.raises(ValidationError, match="is not a time"):
        make_draft(taken, with_facts(accepted(taken.items), start_time="half past six"))

    assert not Event.objects.exists()


def test_rule_that_the_report_tells_is_proposed_with_its_words():
    intake = take_in(
        "A talk\n\nA talk was held in Oslo under the Chatham House Rule. One speaker said it rained."
    )[0]

    assert facts_of(intake).record_rule == "chatham-house"

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import RestrictedError

from events.models import Event, Statement
from tests.factories import (
    AppearanceFactory,
    EventFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
)

pytestmark = pytest.mark.django_db


def refused_by_the_database(save) -> bool:
    """Whether the database itself refuses, deferred constraints included."""
    try:
        with transaction.atomic():
            save()
            connection.check_constraints()
    except IntegrityError:
        return True
    return False


def message_of(instance) -> str:
    with pytest.raises(ValidationError) as error:
        instance.full_clean()
    return " ".join(error.value.messages)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"end_date": date(2019, 4, 25)}, "ends before it starts"),
        (
            {"start_time": time(18), "end_time": time(17), "time_zone": "Europe/Moscow"},
            "ends before it starts",
        ),
        ({"start_time": time(18)}, "time zone"),
        ({"status": "scheduled"}, "when it is to be published"),
        ({"status": "published", "date": None, "publish_at": "2019-05-01T00:00Z"}, "needs a date"),
        ({"cover": "covers/hall.jpg"}, "what the cover shows"),
    ],
)
def test_event_that_cannot_be_is_refused(fields, message):
    event = EventFactory.build(**fields)

    assert message in message_of(event)
    assert refused_by_the_database(event.save)


def test_event_over_midnight_is_fine():
    event = EventFactory.build(
        start_time=time(22), end_time=time(1), end_date=date(2019, 4, 27), time_zone="Europe/Moscow"
    )

    event.full_clean()
    event.save()

    assert Event.objects.get().end_time == time(1)


@pytest.mark.parametrize("last_day", [None, date(2019, 4, 26)])
def test_evening_that_ends_after_midnight_ends_the_next_day(client, last_day):
    event = PublicEventFactory(
        start_time=time(22), end_time=time(0, 30), end_date=last_day, time_zone="Europe/Moscow"
    )
    event.full_clean()
    address = event.get_absolute_url()

    page, calendar = client.get(address).text, client.get(f"{address}event.ics").text

    assert event.ends_at - event.starts_at == timedelta(hours=2, minutes=30)
    assert "22:00–00:30 the next day, Moscow time" in page
    assert '"endDate": "2019-04-27T00:30:00+03:00"' in page
    assert "DTEND;TZID=Europe/Moscow:20190427T003000" in calendar or "DTEND:20190426T213000Z" in calendar


def test_event_slug_is_unique_in_its_year_only():
    EventFactory(title="Annual Conference", date=date(2019, 6, 1))

    next_year = EventFactory(title="Annual Conference", date=date(2020, 6, 1))
    same_year = EventFactory(title="Annual Conference", date=date(2020, 9, 1))

    assert next_year.get_absolute_url() == "/events/2020/annual-conference/"
    assert same_year.get_absolute_url() == "/events/2020/annual-conference-2/"
    same_year.slug = "annual-conference"
    assert refused_by_the_database(same_year.save)


def test_report_is_cleaned_when_saved():
    event = EventFactory(report='<p onclick="x()">Said<script>alert(1)</script> so.</p>')

    assert event.report == "<p>Said so.</p>"


@pytest.mark.parametrize("both", [True, False])
def test_statement_needs_a_speaker_or_an_attribution_and_never_both(both):
    appearance = AppearanceFactory()
    statement = Statement(
        event=appearance.event,
        appearance=appearance if both else None,
        attribution="The experts" if both else "",
        text="Sanctions will stay.",
    )

    assert "not both" in message_of(statement)
    assert refused_by_the_database(statement.save)


def test_statement_speaker_must_have_taken_part_in_its_event():
    elsewhere = AppearanceFactory()
    statement = StatementFactory.build(appearance=elsewhere, event=PublicEventFactory())

    assert "not listed at this event" in message_of(statement)
    assert refused_by_the_database(statement.save)


def test_statement_under_the_rule_names_nobody():
    appearance = AppearanceFactory(event__record_rule=Event.RecordRule.CHATHAM_HOUSE)
    statement = StatementFactory.build(appearance=appearance, event=appearance.event)

    assert "Chatham House Rule" in message_of(statement)
    assert refused_by_the_database(statement.save)


def test_event_with_attributed_statements_cannot_come_under_the_rule():
    event = StatementFactory().event
    event.record_rule = Event.RecordRule.CHATHAM_HOUSE

    assert refused_by_the_database(event.save)


def test_speaker_with_statements_cannot_be_taken_off_the_event():
    statement = StatementFactory()

    with pytest.raises(RestrictedError):
        statement.appearance.delete()


def test_event_takes_its_statements_with_it():
    event = StatementFactory(appearance__event=EventFactory()).event

    event.delete()
    connection.check_constraints()

    assert not Statement.objects.exists()


def test_appearance_of_a_speaker_stands_once_per_event():
    appearance = AppearanceFactory()
    again = AppearanceFactory.build(event=appearance.event, speaker=appearance.speaker)

    assert "listed already" in message_of(again)
    assert refused_by_the_database(again.save)


def test_later_post_and_rename_change_nothing_in_the_record():
    speaker = SpeakerFactory(name="Anna Berg")
    statement = StatementFactory(
        appearance__speaker=speaker, appearance__printed_post="Fellow, Delta Institute"
    )

    speaker.name = "Anna Lind"
    speaker.save()

    statement.refresh_from_db()
    assert (statement.said_by, statement.printed_post) == ("Anna Berg", "Fellow, Delta Institute")


def test_undated_event_with_a_taken_address_is_refused_in_words():
    EventFactory(title="Some Day", date=None)

    assert "has this address" in message_of(EventFactory.build(title="Some Day", slug="some-day", date=None))
    EventFactory.build(title="Another Day", slug="another-day", date=None).full_clean()

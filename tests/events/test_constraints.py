"""What the database itself refuses, named by its constraint: in a form, and where rows are written in bulk."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from events.models import Appearance, Event, Statement
from tests.factories import LONG_AGO, AppearanceFactory, EventFactory, StatementFactory

pytestmark = pytest.mark.django_db

EVENING = {"start_time": time(18), "end_time": time(17), "time_zone": "UTC"}

#: By constraint: fields that break it, and what the form says.
EVENTS = {
    "event_in_public_has_a_moment_of_publication": ({"status": "published"}, "when it is to be published"),
    "event_address_is_unique_in_its_year": ({"slug": "taken"}, "has this address"),
    "event_in_public_has_a_date": (
        {"status": "published", "publish_at": LONG_AGO, "date": None},
        "needs a date before it is published",
    ),
    "event_ends_after_it_starts": ({"end_date": date(2019, 4, 25)}, "ends before it starts"),
    "event_ends_after_it_starts (by the clock)": (EVENING, "ends before it starts"),
    "event_times_have_a_time_zone": ({"start_time": time(18)}, "in which time zone"),
    "event_cover_is_described": ({"cover": "covers/hall.jpg"}, "what the cover shows"),
}
APPEARANCES = {
    "speaker_is_listed_once_per_event": ({}, "is listed already"),
    "appearance_has_a_printed_name": ({"printed_name": ""}, "Give the name as it was printed"),
}
STATEMENTS = {
    "statement_is_said_by_a_speaker_or_a_printed_attribution": ({"attribution": "The experts"}, "not both"),
    "statement_is_said_by_a_speaker_or_a_printed_attribution (nobody)": ({"appearance": None}, "not both"),
    "statement_says_something": ({"text": ""}, "Give the words"),
    "statement_place_has_two_ends": ({"start": 5}, "a beginning and an end"),
    "statement_place_has_two_ends (in order)": ({"start": 5, "end": 5}, "a beginning and an end"),
}


def refused(write) -> bool:
    """Whether the database refuses, at once or at the end of the transaction."""
    try:
        with transaction.atomic():
            write()
            connection.check_constraints()
    except IntegrityError:
        return True
    return False


def told(instance) -> str:
    with pytest.raises(ValidationError) as error:
        instance.full_clean()
    return " ".join(error.value.messages)


@pytest.mark.parametrize("name", EVENTS)
def test_event_that_cannot_be_is_refused(name):
    fields, words = EVENTS[name]
    EventFactory(title="Taken", slug="taken")
    event = EventFactory(title="Talk")
    wrong = EventFactory.build(title="Another", **{"slug": "another", **fields})

    assert words in told(wrong)
    assert refused(lambda: Event.objects.bulk_create([wrong]))
    assert refused(lambda: Event.objects.filter(pk=event.pk).update(**fields))


@pytest.mark.parametrize("name", APPEARANCES)
def test_appearance_that_cannot_be_is_refused(name):
    fields, words = APPEARANCES[name]
    appearance = AppearanceFactory()
    values = {"event": appearance.event, "speaker": appearance.speaker, "printed_name": "Ada"}
    wrong = Appearance(**values | fields)

    message = told(wrong)
    assert words in message or ("printed_name" in fields and "blank" in message)
    assert refused(lambda: Appearance.objects.bulk_create([wrong]))


def test_appearances_cannot_be_emptied_nor_doubled_in_bulk():
    one = AppearanceFactory()
    other = AppearanceFactory(event=one.event)

    assert refused(lambda: Appearance.objects.update(printed_name=""))
    assert refused(lambda: Appearance.objects.filter(pk=other.pk).update(speaker=one.speaker))


@pytest.mark.parametrize("name", STATEMENTS)
def test_statement_that_cannot_be_is_refused(name):
    fields, words = STATEMENTS[name]
    statement = StatementFactory()
    values = {"event": statement.event, "appearance": statement.appearance, "text": "Position."}
    wrong = Statement(**values | fields)

    message = told(wrong)
    assert words in message or ("text" in fields and "blank" in message)
    assert refused(lambda: Statement.objects.bulk_create([wrong]))
    assert refused(lambda: Statement.objects.filter(pk=statement.pk).update(**fields))


@pytest.mark.parametrize("who", ["the same", "nobody first", "somebody elsewhere"])
def test_a_joint_statement_is_by_two_speakers_of_its_event(who):
    statement = StatementFactory()
    one, other = statement.appearance, AppearanceFactory(event=statement.event)
    fields = {
        "the same": {"jointly_with": one},
        "nobody first": {"appearance": None, "attribution": "The experts", "jointly_with": other},
        "somebody elsewhere": {"jointly_with": AppearanceFactory()},
    }[who]
    values = {"event": statement.event, "appearance": one, "text": "Position."}
    wrong = Statement(**values | fields)

    assert ("not listed" if "elsewhere" in who else "two different speakers") in told(wrong)
    assert refused(lambda: Statement.objects.bulk_create([wrong]))
    assert refused(lambda: Statement.objects.filter(pk=statement.pk).update(**fields))


def test_statement_is_said_by_who_took_part_in_its_event():
    statement, elsewhere = StatementFactory(), AppearanceFactory()
    wrong = Statement(event=statement.event, appearance=elsewhere, text="Position.")

    assert "not listed at this event" in told(wrong)
    assert refused(lambda: Statement.objects.bulk_create([wrong]))
    assert refused(lambda: Statement.objects.update(appearance=elsewhere))
    assert refused(lambda: Statement.objects.update(event=elsewhere.event))


def test_statement_under_the_rule_has_no_speaker_whoever_writes_it():
    event = EventFactory(record_rule="chatham-house")
    appearance = AppearanceFactory(event=event)
    statement = Statement.objects.create(event=event, attribution="A participant", text="Position.")
    named = Statement(event=event, appearance=appearance, record_rule="chatham-house", text="Position.")

    assert "Under the Chatham House Rule a statement has no speaker." in told(named)
    assert refused(lambda: Statement.objects.bulk_create([named]))
    assert refused(
        lambda: Statement.objects.filter(pk=statement.pk).update(appearance=appearance, attribution="")
    )


def test_statement_knows_the_rule_of_its_event_whoever_writes_it():
    statement = StatementFactory()
    wrong = Statement(
        event=statement.event, attribution="Someone", text="Position.", record_rule="chatham-house"
    )

    assert refused(lambda: Statement.objects.bulk_create([wrong]))
    assert refused(lambda: Statement.objects.update(record_rule="chatham-house"))
    assert refused(lambda: Event.objects.update(record_rule="chatham-house"))


def test_rule_of_an_event_is_carried_over_to_statements_of_nobody():
    event = EventFactory()
    Statement.objects.create(event=event, attribution="The experts", text="Position.")

    Event.objects.update(record_rule="chatham-house")
    connection.check_constraints()

    assert Statement.objects.get().record_rule == "chatham-house"


def test_checks_that_hold_are_asked_in_one_question(django_assert_num_queries):
    statement = StatementFactory()
    with django_assert_num_queries(3):  # with its savepoint
        statement.validate_constraints()


def test_each_check_that_does_not_hold_says_so():
    event = EventFactory.build(status="published", publish_at=None, end_date=date(2019, 4, 25), date=None)
    with pytest.raises(ValidationError) as refusal:
        event.validate_constraints()

    said = " ".join(refusal.value.messages)
    assert "when it is to be published" in said and "needs a date before it is published" in said


def test_check_of_a_field_that_is_left_out_is_not_asked():
    event = EventFactory.build(status="published", publish_at=None, date=None)
    with pytest.raises(ValidationError) as refusal:
        event.validate_constraints(exclude={"publish_at"})

    said = " ".join(refusal.value.messages)
    assert "needs a date before it is published" in said and "when it is to be published" not in said

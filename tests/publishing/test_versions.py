import pytest
from django.apps import apps
from django.test import Client

from desk.roles import make_roles
from events.models import Event, Topic
from events.withdrawing import withdraw_statement
from people.models import Organisation
from publishing.deeds import publish
from tests.at_once import at_once
from tests.desk.pages import change_page, errors_on, form_on
from tests.desk.users import make_user
from tests.factories import (
    EventFactory,
    OpinionFactory,
    PublicEventFactory,
    SeriesFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    VenueFactory,
    event_with_statements,
)

#: Each record that has a form, and a field of it that two people write.
RECORDS = {
    "event": (EventFactory, "lead"),
    "opinion": (OpinionFactory, "lead"),
    "speaker": (SpeakerFactory, "biography"),
    "topic": (TopicFactory, "description"),
    "series": (SeriesFactory, "description"),
    "venue": (VenueFactory, "address"),
    "organisation": (lambda: Organisation.objects.create(name="Institute"), "name"),
    "statement": (StatementFactory, "recording_offset"),
    "correction": (lambda: PublicEventFactory().corrections.create(text="It was 1843."), "text"),
}
VALUES = {"recording_offset": ("11", "22")}


def logged_in(role: str, name: str = "") -> Client:
    client = Client()
    client.force_login(make_user(role, name), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def two():
    """Two publishers, each at a browser of their own."""
    make_roles(apps)  # a test with real transactions has emptied the database
    return logged_in("Publisher", "first"), logged_in("Publisher", "second")


def value_of(item, field) -> str:
    return str(type(item).objects.values_list(field, flat=True).get(pk=item.pk))


@pytest.mark.django_db
@pytest.mark.parametrize("record", RECORDS)
def test_second_to_save_is_told_by_whom_and_when_and_then_may(two, record):
    make, field = RECORDS[record]
    item = make()
    mine, yours = VALUES.get(field, ("Mine", "Yours"))
    page, (me, you) = change_page(item), two
    forms = form_on(me, page), form_on(you, page)
    assert me.post(page, forms[0] | {field: mine}).status_code == 302

    refused = you.post(page, forms[1] | {field: yours})

    assert "first saved this record on" in errors_on(refused)["__all__"]
    assert value_of(item, field) == mine
    shown = refused.context["adminform"].form
    assert shown[field].value() == yours
    assert you.post(page, forms[1] | {field: yours, "seen": shown["seen"].value()}).status_code == 302
    assert value_of(item, field) == yours


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("record", RECORDS)
def test_two_saves_in_the_same_instant_lose_nothing(two, record):
    make, field = RECORDS[record]
    item = make()
    values = VALUES.get(field, ("Mine", "Yours"))
    page = change_page(item)
    sent = [form_on(client, page) | {field: value} for client, value in zip(two, values, strict=True)]

    answers = at_once(lambda: two[0].post(page, sent[0]), lambda: two[1].post(page, sent[1]))

    assert sorted(answer.status_code for answer in answers) == [200, 302], answers
    second = 0 if answers[0].status_code == 200 else 1
    shown = answers[second].context["adminform"].form
    assert "saved this record on" in errors_on(answers[second])["__all__"]
    assert shown[field].value() == values[second]
    assert value_of(item, field) == values[1 - second]
    assert two[second].post(page, sent[second] | {"seen": shown["seen"].value()}).status_code == 302
    assert value_of(item, field) == values[second]


@pytest.mark.django_db
def test_deed_is_told_to_whoever_has_the_form_open(two):
    event = EventFactory()
    data = form_on(two[0], change_page(event))
    publish(event)

    refused = two[0].post(change_page(event), data | {"lead": "Mine"})

    # No entry in the history: a command did it. Then nobody is named.
    assert "This record was changed after you had opened it." in errors_on(refused)["__all__"]


@pytest.mark.django_db
def test_who_changed_a_part_elsewhere_changed_the_whole(two):
    event = event_with_statements("Engines will compose.")
    statement, topic = event.statements.get(), Topic.objects.create(name="Engines")
    data = form_on(two[0], change_page(event))
    two[1].post(change_page(statement), form_on(two[1], change_page(statement)) | {"topics": [topic.pk]})

    refused = two[0].post(change_page(event), data | {"lead": "Mine"})

    assert "after you had opened it" in errors_on(refused)["__all__"]
    assert list(statement.topics.all()) == [topic]


@pytest.mark.django_db
def test_withdrawing_a_statement_is_told_on_the_form_of_its_event(two):
    event = event_with_statements("Engines will compose.")
    data = form_on(two[0], change_page(event))
    withdraw_statement(event.statements.get(), "Misheard.")

    refused = two[0].post(change_page(event), data | {"lead": "Mine"})

    assert "after you had opened it" in errors_on(refused)["__all__"]


@pytest.mark.django_db
def test_version_grows_with_each_save_and_stays_a_number():
    event = EventFactory()

    for lead in ["One", "Two"]:
        event.lead = lead
        event.save()
    event.save(update_fields=["lead"])

    assert event.version == 4
    assert Event.objects.get().version == 4

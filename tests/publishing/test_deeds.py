from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from events.models import Event
from publishing.deeds import publish, return_to_draft, withdraw
from tests.at_once import at_once
from tests.desk.pages import change_page, errors_on, form_on, messages_on
from tests.factories import LONG_AGO, EventFactory, PublicEventFactory

EVENTS = "/admin/events/event/"


def ask(client, action, *events, **more):
    chosen = {"action": action, "_selected_action": [event.pk for event in events]}
    return client.post(EVENTS, chosen | more, follow=True)


# --- In the list ---


@pytest.mark.django_db
@pytest.mark.parametrize("status", ["published", "scheduled"])
def test_publishing_from_the_list_keeps_the_moment_of_what_is_public(client, publisher, status):
    event = PublicEventFactory(title="Old", status=status)
    draft = EventFactory(title="New")

    response = ask(client, "publish_selected", event, draft)

    event.refresh_from_db()
    assert (event.status, event.publish_at) == (status, LONG_AGO)
    assert messages_on(response) == ["“Old”: It is public already.", "Published: “New”."]


@pytest.mark.django_db
def test_publishing_from_the_list_leaves_what_is_withdrawn_with_its_note(client, publisher):
    event = PublicEventFactory(title="Old", status="withdrawn", withdrawal_note="Wrong speaker.")

    response = ask(client, "publish_selected", event)

    event.refresh_from_db()
    assert (event.status, event.withdrawal_note) == ("withdrawn", "Wrong speaker.")
    assert "“Old”: It is withdrawn: return it to draft first" in messages_on(response)[0]


@pytest.mark.django_db
def test_note_goes_when_nothing_is_withdrawn_any_more(client, publisher):
    event = PublicEventFactory(status="withdrawn", withdrawal_note="Wrong speaker.")

    ask(client, "return_selected", event)
    ask(client, "publish_selected", event)

    event.refresh_from_db()
    assert (event.status, event.withdrawal_note) == ("published", "")


@pytest.mark.django_db
def test_withdrawing_from_the_list_tells_what_cannot_be(client, publisher):
    gone = PublicEventFactory(title="Gone", status="withdrawn", withdrawal_note="Wrong speaker.")

    response = ask(client, "withdraw_selected", gone, EventFactory(title="Bare"), note="Another note.")

    assert sorted(messages_on(response)) == [
        "“Bare”: Only what is public or scheduled can be withdrawn.",
        "“Gone”: It is withdrawn already.",
    ]
    gone.refresh_from_db()
    assert gone.withdrawal_note == "Wrong speaker."


# --- On the form ---


@pytest.mark.django_db
def test_form_of_something_withdrawn_keeps_a_note(client, publisher):
    event = PublicEventFactory(status="withdrawn", withdrawal_note="Wrong speaker.")
    data = form_on(client, change_page(event))

    refused = client.post(change_page(event), data | {"withdrawal_note": " "})
    client.post(change_page(event), data | {"withdrawal_note": "The wrong speaker."})

    assert "Say what was withdrawn" in errors_on(refused)["withdrawal_note"]
    event.refresh_from_db()
    assert event.withdrawal_note == "The wrong speaker."


@pytest.mark.django_db
def test_saving_cannot_move_a_scheduled_moment_into_the_past(client, publisher):
    moment = timezone.now().replace(microsecond=0) + timedelta(days=1)
    event = EventFactory(status="scheduled", publish_at=moment)
    data = form_on(client, change_page(event)) | {"publish_at_0": "2001-01-01"}

    response = client.post(change_page(event), data)

    assert "This moment has passed" in errors_on(response)["publish_at"]
    event.refresh_from_db()
    assert event.publish_at == moment


@pytest.mark.django_db
def test_deed_looks_at_the_row_as_it_is_now_not_as_it_was_read():
    stale = EventFactory(title="Talk")
    Event.objects.filter(pk=stale.pk).update(date=None)

    with pytest.raises(ValidationError, match="needs a date"):
        publish(stale)


@pytest.mark.django_db
def test_deed_on_what_was_deleted_meanwhile_is_refused_in_words():
    event = EventFactory(title="Talk")
    Event.objects.all().delete()

    with pytest.raises(ValidationError, match="“Talk” has been deleted"):
        publish(event)


# --- In the same instant ---


def refusals(outcomes) -> list[str]:
    assert all(outcome is None or isinstance(outcome, ValidationError) for outcome in outcomes), outcomes
    return [outcome.messages[0] for outcome in outcomes if outcome]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("deed", "stored", "refusal"),
    [
        (publish, {}, "It is public already."),
        (
            lambda event: withdraw(event, "A mistake."),
            {"status": "published", "publish_at": LONG_AGO},
            "It is withdrawn already.",
        ),
        (return_to_draft, {"status": "published", "publish_at": LONG_AGO}, "It is a draft already."),
    ],
)
def test_deed_done_twice_at_once_is_done_once(deed, stored, refusal):
    event = EventFactory(**stored)
    mine, yours = Event.objects.get(), Event.objects.get()

    told = refusals(at_once(lambda: deed(mine), lambda: deed(yours)))

    assert told == [refusal]
    assert Event.objects.get().version == event.version + 1


@pytest.mark.django_db(transaction=True)
def test_publishing_and_withdrawing_at_once_end_in_a_state_that_the_table_has():
    EventFactory(status="scheduled", publish_at=timezone.now() + timedelta(days=1))
    mine, yours = Event.objects.get(), Event.objects.get()

    told = refusals(at_once(lambda: publish(mine), lambda: withdraw(yours, "A mistake.")))

    event = Event.objects.get()
    assert (event.status, event.withdrawal_note) == ("withdrawn", "A mistake.")
    assert told in ([], ["It is withdrawn: return it to draft first, look at it, and publish that."])

"""What is public until a moment: nobody sees it after that, and its address says why."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from events.models import Event, Statement
from opinions.models import Opinion
from publishing import editions
from publishing.deeds import publish, return_to_draft, schedule, withdraw, withdraw_if_over
from publishing.due import do_for_nobody
from publishing.gate import Status
from publishing.pending import pending_of, publish_change
from tests.desk.pages import change_page, errors_on, form_on
from tests.factories import LONG_AGO, EventFactory, OpinionFactory, PublicEventFactory, StatementFactory

pytestmark = pytest.mark.django_db

NOTE = "Shown until 31 May, as agreed with the speakers."
SOON = timedelta(hours=1)


def ending(item, after: timedelta):
    """``item``, of which the last moment is ``after`` this one, or before it; nobody has seen to it."""
    type(item).objects.filter(pk=item.pk).update(
        withdraw_at=timezone.now() + after, withdraw_note_for_then=NOTE
    )
    item.refresh_from_db()
    return item


def test_nothing_shows_after_the_moment_before_anybody_has_seen_to_it():
    statement = StatementFactory()
    event = ending(statement.event, SOON)
    shown = (event.is_public, Event.objects.published().count(), Statement.objects.published().count())
    ending(event, -SOON)

    assert shown == (True, 1, 1)
    assert (event.is_public, Event.objects.published().count(), Statement.objects.published().count()) == (
        *(False, 0, 0),
    )


def test_first_reader_after_the_moment_meets_the_note(settings):
    settings.MIDDLEWARE = ["public.page_cache.PageCache", *settings.MIDDLEWARE]
    event = ending(PublicEventFactory(), SOON)
    editions._last = None
    before = editions.now().until
    ending(event, -SOON)
    editions._last = None

    page = Client().get(event.get_absolute_url())

    event.refresh_from_db()
    assert before <= timezone.now() + SOON
    assert (page.status_code, NOTE in page.content.decode()) == (410, True)
    assert (event.status, event.withdrawal_note) == ("withdrawn", NOTE)
    assert (event.withdraw_at, event.withdraw_note_for_then) == (None, "")


@pytest.mark.django_db(transaction=True)
def test_what_is_due_is_done_in_the_transaction_of_the_request_on_an_event_loop_too():
    async def served() -> str:
        with transaction.atomic():
            event = ending(PublicEventFactory(), -SOON)
            do_for_nobody()
            event.refresh_from_db()
        connection.close()
        return event.status

    assert asyncio.run(served()) == Status.WITHDRAWN


def test_command_withdraws_what_is_over_once_and_nothing_else(capsys):
    over = [
        ending(PublicEventFactory(), -SOON),
        ending(OpinionFactory(status="published", publish_at=LONG_AGO), -SOON),
    ]
    ending(PublicEventFactory(), SOON)
    ending(EventFactory(), -SOON)
    call_command("publish_due")
    call_command("publish_due")

    assert capsys.readouterr().out == "0 published, 2 withdrawn.\n0 published, 0 withdrawn.\n"
    withdrawn = [*Event.objects.withdrawn(), *Opinion.objects.withdrawn()]
    assert withdrawn == over


def test_moment_that_was_moved_in_the_last_second_counts():
    seen = ending(PublicEventFactory(), -SOON)
    ending(Event.objects.get(), SOON)

    assert withdraw_if_over(seen) is False
    assert Event.objects.get().status == Status.PUBLISHED


@pytest.mark.parametrize("undo", [return_to_draft, lambda event: withdraw(event, "Wrong day.")])
def test_what_is_no_longer_public_has_no_moment_left(undo):
    event = ending(PublicEventFactory(), SOON)
    undo(event)

    event.refresh_from_db()
    assert (event.withdraw_at, event.withdraw_note_for_then) == (None, "")


def test_what_would_end_before_it_begins_does_not_begin():
    with pytest.raises(ValidationError, match="has passed"):
        publish(ending(EventFactory(), -SOON))
    with pytest.raises(ValidationError, match="before it appears"):
        schedule(ending(EventFactory(), SOON), timezone.now() + 2 * SOON)
    assert not Event.objects.exclude(status="draft")


# --- On the form ---


def fill_in(client, event, day: str, hour: str, note: str = NOTE, **more):
    sent = {"withdraw_at_0": day, "withdraw_at_1": hour, "withdraw_note_for_then": note}
    return client.post(change_page(event), form_on(client, change_page(event)) | sent | more)


@pytest.mark.parametrize(
    ("day", "hour", "moment"),
    [
        ("2031-07-01", "18:00", datetime(2031, 7, 1, 16, tzinfo=UTC)),
        ("2031-12-01", "18:00", datetime(2031, 12, 1, 17, tzinfo=UTC)),
    ],
)
def test_moment_is_meant_by_the_clock_of_the_institution(client, publisher, settings, day, hour, moment):
    settings.TIME_ZONE = "Europe/Berlin"
    event = PublicEventFactory()
    Event.objects.update(changed_at=None)

    assert fill_in(client, event, day, hour).status_code == 302

    event.refresh_from_db()
    assert (event.withdraw_at, event.withdraw_note_for_then) == (moment, NOTE)
    assert event.changed_at is None  # readers see nothing of it yet
    assert f"Withdraws itself <b>{datetime.fromisoformat(day):%a %-d %b}, {hour}</b>" in (
        client.get("/admin/").content.decode()
    )


@pytest.mark.parametrize(
    ("day", "hour", "note", "told"),
    [
        ("2031-03-30", "02:30", NOTE, "it may be ambiguous or it may not exist"),  # the clock goes forward
        ("2031-10-26", "02:30", NOTE, "it may be ambiguous or it may not exist"),  # and back
        ("2020-01-01", "10:00", NOTE, "has passed"),
        ("2031-01-01", "10:00", " ", "readers who follow an old link will see it"),
        ("", "", NOTE, "Say when"),
    ],
)
def test_moment_without_a_note_or_to_come_is_refused(client, publisher, settings, day, hour, note, told):
    settings.TIME_ZONE = "Europe/Berlin"

    answer = fill_in(client, PublicEventFactory(), day, hour, note)

    assert told in errors_on(answer)["withdraw_at"]


def test_moment_outlives_whatever_else_is_saved(client, publisher, settings):
    """A form that was opened before the moment was moved, and a change that waits, say nothing of it."""
    settings.TIME_ZONE = "Europe/Berlin"
    event = PublicEventFactory()
    fill_in(client, event, "2031-07-01", "18:00")
    opened = form_on(client, change_page(event))
    fill_in(client, event, "2031-08-01", "18:00")

    saved = client.post(change_page(event), opened | {"lead": "On harbours."})
    later = form_on(client, change_page(event)) | {"title": "Harbours", "_later": "on"}
    client.post(change_page(event), later)
    publish_change(Event.objects.get(), pending_of(event))

    event.refresh_from_db()
    assert saved.status_code == 302
    assert (event.lead, event.title) == ("On harbours.", "Harbours")
    assert event.withdraw_at == datetime(2031, 8, 1, 16, tzinfo=UTC)


def test_moment_is_set_at_once_and_not_by_a_change_for_later(client, publisher):
    event = PublicEventFactory()

    answer = fill_in(client, event, "2031-01-01", "10:00", _later="on")

    assert "is set at once" in answer.content.decode()
    assert pending_of(event) is None

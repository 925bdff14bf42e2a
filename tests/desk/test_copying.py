"""An event as the pattern of the next one."""

import pytest

from events.copying import copy_as_template
from events.models import Event
from publishing.changes import unit_of_work
from tests.at_once import at_once
from tests.desk.pages import change_page
from tests.factories import AppearanceFactory, SeriesFactory, TopicFactory, event_with_statements

pytestmark = pytest.mark.django_db


def copy(client, *events):
    data = {"action": "copy_selected", "_selected_action": [event.pk for event in events]}
    return client.post("/admin/events/event/", data)


@pytest.fixture
@unit_of_work()
def evening():
    event = event_with_statements("Engines will compose.", title="Lantern evening", lead="Engines.")
    event.series = SeriesFactory(name="Lanterns")
    event.save()
    event.topics.add(TopicFactory(name="Engines"))
    AppearanceFactory(event=event, speaker__name="Marta Vidulich", printed_post="Host", role="moderator")
    return event


def test_copy_is_a_draft_with_the_frame_and_nothing_of_what_was_said(client, editor, evening):
    answer = copy(client, evening)

    draft = Event.objects.exclude(pk=evening.pk).get()
    assert answer["Location"] == change_page(draft)
    assert (draft.status, draft.title, draft.series, draft.date) == (
        "draft", "Lantern evening", evening.series, None,
    )  # fmt: skip
    assert [topic.name for topic in draft.topics.all()] == ["Engines"]
    assert [(one.printed_name, one.role) for one in draft.appearances.all()] == [
        ("Marta Vidulich", "moderator")
    ]
    assert (draft.lead, draft.report, draft.statements.count()) == ("", "", 0)
    assert draft.slug and draft.get_absolute_url() != evening.get_absolute_url()


def test_under_the_rule_nobody_is_taken_along(client, editor, evening):
    closed = event_with_statements(status="draft", publish_at=None, title="Behind doors")
    AppearanceFactory(event=closed, role="host")
    Event.objects.filter(pk=closed.pk).update(record_rule="chatham-house")

    copy(client, closed, evening)

    drafts = Event.objects.filter(status="draft").exclude(pk=closed.pk)
    assert {draft.title: draft.appearances.count() for draft in drafts} == {
        "Behind doors": 0,
        "Lantern evening": 1,
    }


def test_what_was_changed_since_the_list_was_shown_is_not_taken_along(evening):
    shown = Event.objects.get(pk=evening.pk)
    evening.title = "Without a name"
    evening.save()

    assert copy_as_template(shown).title == "Without a name"


@pytest.mark.django_db(transaction=True)
def test_pressed_twice_in_one_instant_it_is_one_draft(evening):
    drafts = at_once(lambda: copy_as_template(evening), lambda: copy_as_template(evening))

    assert drafts[0].pk == drafts[1].pk
    assert Event.objects.count() == 2

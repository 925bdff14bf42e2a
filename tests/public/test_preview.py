"""Editors see at its own address what the public cannot see yet."""

import pytest
from django.contrib.auth.models import Permission, User
from django.utils import timezone

from publishing.changes import unit_of_work
from tests.factories import (
    EventFactory,
    OpinionFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


@pytest.fixture
def editor(client):
    """A client logged in as one who may change events and opinions and everything on them."""
    user = User.objects.create_user("ada", is_staff=True)
    kinds = ("event", "statement", "opinion", "speaker", "topic")
    user.user_permissions.set(Permission.objects.filter(codename__in=[f"change_{kind}" for kind in kinds]))
    client.force_login(user)
    return client


@pytest.fixture
@unit_of_work()
def drafts():
    statement = StatementFactory(appearance__event=EventFactory(title="Unready"))
    return [
        statement.event,
        EventFactory(date=None, title="Undated"),
        statement,
        OpinionFactory(),
        SpeakerFactory(name="New Person"),
        TopicFactory(),
    ]


def test_editor_sees_a_draft_with_a_bar_that_says_so(editor, drafts):
    for draft in drafts:
        response = editor.get(draft.get_absolute_url())

        assert response.status_code == 200, draft
        assert "only editors see this" in response.content.decode()
        assert "no-store" in response.headers["Cache-Control"]


def test_draft_shows_its_positions_to_its_editor(editor, drafts):
    body = editor.get(drafts[0].get_absolute_url()).content.decode()

    assert drafts[2].text in body


@pytest.mark.parametrize("who", ["visitor", "user", "staff"])
def test_nobody_else_sees_a_draft(client, drafts, who):
    if who != "visitor":
        client.force_login(User.objects.create_user("eve", is_staff=who == "staff"))

    assert {client.get(draft.get_absolute_url()).status_code for draft in drafts} == {404}


def test_scheduled_event_tells_its_editor_when_it_appears(editor):
    event = EventFactory(status="scheduled", publish_at=timezone.now().replace(year=2199, month=5, day=3))

    assert "It appears on 3 May 2199" in editor.get(event.get_absolute_url()).content.decode()


def test_draft_is_not_previewed_in_lists(editor, drafts):
    assert "Unready" not in editor.get("/events/").content.decode()


def test_public_page_is_the_same_to_an_editor(editor):
    response = editor.get(PublicEventFactory().get_absolute_url())

    assert "only editors see this" not in response.content.decode()

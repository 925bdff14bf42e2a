"""One person who led an event and spoke there is listed once, with both roles."""

import pytest

from events.models import Appearance
from tests.desk.pages import change_page, form_on
from tests.desk.users import make_user
from tests.factories import AppearanceFactory, EventFactory, StatementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def chair() -> Appearance:
    """Ada's, who moderated and spoke where Boris did."""
    chair = AppearanceFactory(speaker__name="Ada Holm", role="moderator", also="speaker")
    AppearanceFactory(event=chair.event, speaker__name="Boris Kern")
    return chair


def test_readers_are_told_both_and_the_chair_counts_among_those_who_spoke(client, chair):
    StatementFactory(appearance=chair, text="Trade will grow.")

    page = client.get(chair.event.get_absolute_url()).content.decode()
    told = client.get(f"/api/v1/events/{chair.event_id}/").json()["speakers"]

    assert "Moderator and speaker" in page and page.count('class="person__name"') == 2
    assert [(one["role"], one["also"]) for one in told] == [("moderator", "speaker"), ("speaker", "")]
    assert chair in Appearance.objects.speaking() and not chair.chairs
    assert "Chaired" not in client.get(chair.speaker.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("also", "words", "chairs"), [("", "Host", True), ("moderator", "Host and moderator", True)]
)
def test_whoever_only_led_it_did_not_speak(chair, also, words, chairs):
    Appearance.objects.filter(pk=chair.pk).update(role="host", also=also)
    chair.refresh_from_db()

    assert (chair.roles_in_words, chair.chairs) == (words, chairs)
    assert chair not in Appearance.objects.speaking()


def test_both_are_chosen_on_the_form_and_not_twice_the_same(client):
    event = AppearanceFactory(event=EventFactory()).event
    client.force_login(make_user("Editor"))
    page = change_page(event)

    refused = client.post(page, form_on(client, page) | {"appearances-0-also": "speaker"})
    assert "The second role is the first one" in refused.content.decode()
    client.post(page, form_on(client, page) | {"appearances-0-role": "host", "appearances-0-also": "speaker"})

    assert event.appearances.values_list("role", "also").get() == ("host", "speaker")

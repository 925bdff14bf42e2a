import pytest

from publishing.gate import Status
from tests.factories import LONG_AGO, AppearanceFactory, EventFactory, PublicEventFactory
from tests.pictures import picture

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


def status_of(client, address):
    response = client.get(address)
    response.getvalue()  # reads the file to its end, which closes it
    return response.status_code


@pytest.mark.parametrize("path", ["a%00b.png", "x" * 300 + ".png", "../../manage.py", "missing.png", ""])
def test_media_that_is_not_there_is_a_404(client, path):
    response = client.get(f"/media/{path}")

    assert response.status_code == 404


def test_media_of_a_draft_is_not_there_for_the_public(client, admin_client):
    draft, public = EventFactory(cover_alt="A hall"), PublicEventFactory(cover_alt="A hall")
    for event in (draft, public):
        event.cover.save("hall.png", picture())

    assert status_of(client, draft.cover.url) == 404
    assert status_of(client, public.cover.url) == 200
    assert status_of(admin_client, draft.cover.url) == 200


def test_portrait_is_shown_once_the_speaker_is_public(client):
    appearance = AppearanceFactory(event__status=Status.DRAFT)
    speaker, event = appearance.speaker, appearance.event
    speaker.portrait_alt = "At a lectern"
    speaker.portrait.save("ada.png", picture())

    before = status_of(client, speaker.portrait.url)
    event.status, event.publish_at = Status.PUBLISHED, LONG_AGO
    event.save()

    assert (before, status_of(client, speaker.portrait.url)) == (404, 200)

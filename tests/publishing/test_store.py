"""Pictures in a store elsewhere: the gate before it, its own cleaning, and what is said where it is away or wrong."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from config import environment
from config.health import missing
from events.models import Event
from publishing import store as store_module
from publishing.store import StoreUnavailable
from tests.desk.conftest import logged_in
from tests.desk.pages import change_page, errors_on, form_on
from tests.factories import EventFactory, PublicEventFactory
from tests.pictures import from_a_camera, picture
from tests.stores import a_store

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def running():
    with a_store() as store:
        yield store


@pytest.fixture
def store(running, settings, monkeypatch):
    """A store that holds nothing yet, in use by the archive."""
    use(running.address(), settings)
    running.empty()
    # Who waits here is the test alone; that a store is left alone has a test of its own.
    monkeypatch.setattr(store_module, "LEFT_ALONE", 0)
    yield running
    running.ask_for_known_keys(False)


def use(address: str, settings) -> None:
    settings.STORAGES = {**settings.STORAGES, "default": environment.media_storage(address)}
    settings.MEDIA_IS_ELSEWHERE = True
    settings.READINESS = ["publishing.store.lacking"]


def with_cover(factory) -> Event:
    event = factory(cover_alt="A hall")
    event.cover.save("hall.jpg", from_a_camera())
    return event


def test_picture_in_the_store_is_served_through_the_gate_at_the_archives_own_address(
    store, client, admin_client
):
    draft, public = with_cover(EventFactory), with_cover(PublicEventFactory)

    shown = client.get(public.cover.url)
    again = client.get(public.cover.url, headers={"if-none-match": shown["ETag"]})

    assert public.cover.url == f"/media/{public.cover.name}"
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")
    assert Image.open(BytesIO(shown.content)).size == (40, 60)
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(draft.cover.url).status_code == 404
    assert admin_client.get(draft.cover.url).status_code == 200
    assert store.names() == sorted(f"archive/{event.cover.name}" for event in (draft, public))


def test_what_cameras_wrote_never_reaches_the_store(store):
    event = with_cover(EventFactory)

    assert b"Ida Roe" not in store.storage().open(event.cover.name).read()
    assert "Ida" not in "".join(store.names())


def test_form_stores_a_picture_replaces_it_and_clears_it(store, client, django_capture_on_commit_callbacks):
    logged_in(client, "Editor")
    event = EventFactory()
    held = []
    for sent in (
        {"cover": SimpleUploadedFile("hall.png", picture("PNG").read()), "cover_alt": "A hall"},
        {"cover": SimpleUploadedFile("hall.jpg", from_a_camera().read())},
        {"cover-clear": "on"},
    ):
        data = form_on(client, change_page(event)) | sent
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(change_page(event), data)
        assert response.status_code == 302, errors_on(response)
        held.append(store.names())

    assert [len(names) for names in held] == [1, 1, 0]
    assert held[0] != held[1]


def test_file_that_is_not_there_is_a_404_and_a_name_is_never_written_over(store, client, admin_client):
    event = with_cover(PublicEventFactory)
    other = default_storage.save(event.cover.name, ContentFile(b"another"))
    default_storage.delete(event.cover.name)

    assert other != event.cover.name
    assert client.get(event.cover.url).status_code == 404
    assert [admin_client.get(f"/media/{path}").status_code for path in ("../../a", "", "x" * 2000)] == [
        404
    ] * 3


# --- Away, or wrong -----------------------------------------------------------------------------------------


def test_store_that_is_away_is_a_503_and_found_again_without_a_hand(store, client, caplog):
    client.raise_request_exception = False
    event = with_cover(PublicEventFactory)
    store.way.cut()
    try:
        away = client.get(event.cover.url)
        page = client.get(event.get_absolute_url())
        ready = list(missing())
    finally:
        store.way.restore()

    assert (away.status_code, away["Retry-After"]) == (503, "10")
    assert page.status_code == 200
    assert "The store of uploaded files does not answer." in ready
    assert client.get(event.cover.url).status_code == 200
    assert f"{event.cover.url} (The store of uploaded files does not answer.)" in caplog.text
    assert "Traceback" not in caplog.text


def test_picture_that_cannot_be_stored_is_a_503_and_nothing_is_half_saved(store, client):
    client.raise_request_exception = False
    logged_in(client, "Editor")
    event = EventFactory(title="As it was", cover_alt="A hall")
    data = form_on(client, change_page(event)) | {
        "title": "Another",
        "cover": SimpleUploadedFile("hall.png", picture("PNG").read()),
    }
    store.way.cut()
    try:
        response = client.post(change_page(event), data)
    finally:
        store.way.restore()

    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert "What was being saved has not been saved." in response.text
    event.refresh_from_db()
    assert (event.title, event.cover.name) == ("As it was", "")


def test_store_that_did_not_answer_is_left_alone_for_a_while(store, monkeypatch):
    monkeypatch.setattr(store_module, "LEFT_ALONE", 60)
    elsewhere = store.storage()
    store.way.cut()
    try:
        with pytest.raises(StoreUnavailable):
            elsewhere.exists("a.jpg")
    finally:
        store.way.restore()

    with pytest.raises(StoreUnavailable):
        elsewhere.exists("a.jpg")
    assert not store.storage().exists("a.jpg")


def test_wrong_setting_is_told_in_a_sentence_and_pictures_are_a_503(store, client, settings):
    client.raise_request_exception = False
    event = with_cover(PublicEventFactory)

    use(store.address(bucket="another"), settings)
    no_bucket = list(missing()), client.get(event.cover.url).status_code
    use(store.address(key="stranger"), settings)
    store.ask_for_known_keys()
    not_let_in = list(missing()), client.get(event.cover.url).status_code

    assert no_bucket == (
        ["The store of uploaded files has no bucket “another”: make it, or correct MEDIA_STORAGE_URL."],
        503,
    )
    assert not_let_in[1] == 503
    assert not_let_in[0][0].startswith(
        "The store of uploaded files does not let the archive in: correct the key"
    )

"""The page as readers would see it, of words that nobody has saved: nothing of it is kept."""

from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from events.models import Event
from people.models import Organisation
from publishing.models import Version
from tests.desk.pages import ADD_EVENT, change_page, errors_on, form_on, with_row
from tests.factories import (
    AuthorshipFactory,
    EventFactory,
    PageFactory,
    SpeakerFactory,
    event_with_statements,
)
from tests.pictures import picture

pytestmark = pytest.mark.django_db

SECRET = "Quillonrade"
ASKED = {"_preview": "on"}


def stored_files() -> set:
    return set(Path(settings.MEDIA_ROOT).rglob("*.*"))


def page_in(answer) -> str:
    """What the frame shows."""
    assert answer.status_code == 200 and "adminform" not in (answer.context or {}), errors_on(answer)
    return unescape(answer.text.partition('srcdoc="')[2].rpartition('"></iframe>')[0])


def test_words_that_are_not_saved_are_shown_with_their_marks(client, editor):
    draft = EventFactory(title="On Engines", report="<p>Engines will weave.</p>")
    opened = client.get(change_page(draft)).text
    data = with_row(
        form_on(client, change_page(draft)), "appearances", speaker=SpeakerFactory(name="Ada Holm").pk
    )
    data = with_row(data, "statements", said_by="0", text="Engines will weave.") | {"lead": SECRET}
    before = Version.objects.count()

    page = page_in(client.post(change_page(draft), data | ASKED))

    assert 'name="_preview"' in opened and 'formtarget="_blank"' in opened
    assert SECRET in page and "Ada Holm" in page and '<mark class="passage"' in page
    draft.refresh_from_db()
    assert (draft.lead, draft.statements.count(), draft.appearances.count()) == ("", 0, 0)
    assert Version.objects.count() == before
    assert SECRET not in client.get(change_page(draft)).text


def test_an_event_that_was_never_saved_is_shown_and_not_made(client, editor):
    page = page_in(client.post(ADD_EVENT, form_on(client, ADD_EVENT) | ASKED | {"title": SECRET}))

    assert SECRET in page
    assert not Event.objects.exists()


def test_a_picture_that_is_only_looked_at_is_shown_and_leaves_no_file(client, editor):
    draft = EventFactory()
    data = form_on(client, change_page(draft)) | {"cover": picture(), "cover_alt": "A quay."}
    before = stored_files()

    page = page_in(client.post(change_page(draft), data | ASKED))

    assert 'src="data:image/jpeg;base64,' in page and "/media/covers/" not in page
    assert stored_files() == before
    draft.refresh_from_db()
    assert draft.cover == ""


def test_what_has_no_page_is_neither_shown_nor_saved(client, publisher):
    record = Organisation.objects.create(name="Harbour Institute")

    told = client.post(change_page(record), form_on(client, change_page(record)) | ASKED | {"name": SECRET})

    assert "readers would find no page" in " ".join(errors_on(told).values())
    assert Organisation.objects.get().name == "Harbour Institute"


def test_what_is_wrong_is_told_in_the_form(client, editor):
    draft = EventFactory()

    refused = client.post(
        change_page(draft), form_on(client, change_page(draft)) | ASKED | {"title": "", "lead": SECRET}
    )

    assert "title" in errors_on(refused) and SECRET in refused.text


def test_of_what_is_public_readers_see_nothing_of_it(client, editor):
    event = event_with_statements("Engines will compose.", lead="As readers know it.")
    proposal = f"{change_page(event)}?change"

    page = page_in(client.post(proposal, form_on(client, proposal) | ASKED | {"lead": SECRET}))

    assert SECRET in page
    assert SECRET not in Client().get(event.get_absolute_url()).text
    assert client.post(change_page(event), form_on(client, proposal) | ASKED).status_code == 403


@pytest.mark.parametrize("make", [lambda: AuthorshipFactory().opinion, PageFactory])
def test_opinions_and_pages_are_shown_too(client, publisher, make):
    item = make()

    page = page_in(
        client.post(
            change_page(item), form_on(client, change_page(item)) | ASKED | {"body": f"<p>{SECRET}</p>"}
        )
    )

    item.refresh_from_db()
    assert SECRET in page and SECRET not in item.body

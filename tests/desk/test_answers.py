"""What the desk answers to its own script, and to words that were kept in a browser."""

import pytest

from events.models import Event
from people.models import Speaker
from tests.desk.pages import change_page, errors_on, form_on, with_row
from tests.factories import EventFactory, SpeakerFactory

SCRIPT = {"headers": {"Accept": "application/json"}}


def test_session_says_who_is_logged_in_and_the_token_that_holds_now(client, editor):
    here = client.get("/admin/r/session/").json()
    client.logout()
    away = client.get("/admin/r/session/").json()

    assert here["user"] == str(editor.pk)
    assert away["user"] == ""
    assert here["token"] and away["token"]


def test_script_is_told_where_to_go_once_it_is_saved(client, editor):
    speaker = SpeakerFactory(name="Ada Lovelace")
    data = form_on(client, change_page(speaker)) | {"name": "Ada King", "_continue": "1"}

    response = client.post(change_page(speaker), data, **SCRIPT)

    assert (response.status_code, response.json()) == (200, {"to": change_page(speaker)})
    assert Speaker.objects.get().name == "Ada King"


def test_script_is_told_what_is_to_be_mended_and_at_which_element(client, editor):
    event = EventFactory(title="On Engines")
    data = with_row(form_on(client, change_page(event)) | {"title": ""}, "statements", text="<b>Words.</b>")

    response = client.post(change_page(event), data, **SCRIPT)

    assert response.status_code == 422
    assert [(fault["id"], fault["label"]) for fault in response.json()["errors"]] == [
        ("id_title", "Title"),
        ("id_statements-0-said_by", "Statement 1: Said by"),
    ]
    assert Event.objects.get().title == "On Engines"


def test_script_is_not_led_away_from_a_record_that_is_gone(client, editor):
    speaker = SpeakerFactory()
    address, data = change_page(speaker), form_on(client, change_page(speaker))
    speaker.delete()

    assert client.post(address, data, **SCRIPT).status_code == 404
    assert client.post(address, data).status_code == 302


@pytest.mark.parametrize("title", ["On Weaving", ""])
def test_kept_words_are_shown_in_the_form_and_not_saved(client, editor, title):
    event = EventFactory(title="On Engines")
    data = with_row(form_on(client, change_page(event)) | {"title": title}, "statements", text="Half of a")

    response = client.post(change_page(event), data | {"_kept": "a key"})

    page = response.content.decode()
    assert "Half of a" in page and f'value="{title}"' in page if title else "Half of a" in page
    assert "Nothing of them is saved yet" in page and 'data-taken="a key"' in page
    assert ("title" in errors_on(response)) == (not title)
    assert Event.objects.get().title == "On Engines"
    assert not Event.objects.get().statements.exists()


@pytest.mark.parametrize(("rule", "is_kept"), [("on-record", True), ("chatham-house", False)])
def test_nothing_is_kept_of_an_event_under_the_rule_nor_of_its_statements(client, publisher, rule, is_kept):
    event = EventFactory(record_rule=rule)
    statement = event.statements.create(attribution="A participant", text="It holds.", own_words=True)

    for item in (event, statement):
        assert ("data-nothing-kept" not in client.get(change_page(item)).content.decode()) == is_kept

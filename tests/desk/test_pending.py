"""A change to something public that readers do not see: kept, looked at, reviewed, published at its moment."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from events.models import Event, Statement
from opinions.models import Opinion
from people.merging import merge_speakers
from people.models import Speaker
from public.page_cache import PageCache
from publishing import editions
from publishing.deeds import return_to_draft
from publishing.models import Version
from publishing.pending import pending_of, publish_change
from publishing.reviewing import review_of
from tests.at_once import at_once
from tests.desk.pages import change_page, errors_on, form_on, messages_on, with_row
from tests.desk.users import make_user
from tests.factories import AuthorshipFactory, EventFactory, SpeakerFactory, event_with_statements

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return event_with_statements("Engines will compose.", title="On Engines", lead="As readers know it.")


@pytest.fixture
def reader():
    """A browser that nobody is logged in with."""
    from django.test import Client

    return Client()


def changed(client, item, **values) -> str:
    """Keep a change for later; its address."""
    sent = form_on(client, change_page(item)) | {"_later": "on"} | values
    answer = client.post(change_page(item), sent)
    assert answer.status_code == 302, errors_on(answer)
    return answer["Location"]


def with_statement(data: dict) -> dict:
    return with_row(data, "statements", said_by="0", text="Looms will weave.", own_words="on")


def test_readers_do_not_see_a_change_until_it_is_published(client, publisher, reader, event):
    data = with_statement(form_on(client, change_page(event))) | {"lead": "As it will be.", "_later": "on"}
    change = client.post(change_page(event), data)["Location"]

    event.refresh_from_db()
    assert event.lead == "As readers know it."
    assert event.statements.count() == 1
    assert b"As it will be" not in reader.get(event.get_absolute_url()).content
    shown = form_on(client, change)
    assert shown["lead"] == "As it will be."
    assert shown["statements-1-text"] == "Looms will weave."

    answer = client.post(change, {"_publish_change": "on"}, follow=True)

    assert "The change is public." in messages_on(answer)
    page = reader.get(event.get_absolute_url()).content.decode()
    assert "As it will be." in page
    assert "Looms will weave." in page
    assert pending_of(event) is None
    newest = Version.objects.filter(kind="events.event").first()
    assert (newest.what, newest.by, newest.what_for) == ("publication", publisher, "a change that waited")


def test_statement_of_a_change_has_its_number_already(client, publisher, reader, event):
    change = client.post(
        change_page(event), with_statement(form_on(client, change_page(event))) | {"_later": "on"}
    )["Location"]
    promised = pending_of(event).document["parts"]["statements"][-1]["id"]

    other = event_with_statements("Another position.").statements.get()

    assert other.pk > promised
    assert reader.get(f"/statements/{promised}/").status_code == 404
    client.post(change, {"_publish_change": "on"})
    assert Statement.objects.get(pk=promised).text == "Looms will weave."


def test_preview_is_the_public_page_as_it_will_be_and_keeps_nothing(client, publisher, reader, event):
    changed(client, event, lead="As it will be.")
    address = change_page(event).replace("/change/", "/change-preview/")

    page = client.get(address)

    assert "As it will be." in page.content.decode()
    event.refresh_from_db()
    assert event.lead == "As readers know it."
    assert reader.get(address).status_code == 302


def test_change_is_changed_again_and_thrown_away(client, publisher, event):
    change = changed(client, event, lead="First")
    client.post(change, form_on(client, change) | {"lead": "Second", "change_opened": ""})
    assert pending_of(event).document["fields"]["lead"] == "Second"
    assert Version.objects.filter(what="pending").count() == 1

    client.post(change, {"_throw_away": "on"})

    assert pending_of(event) is None
    assert Version.objects.get(what="aside").document["fields"]["lead"] == "Second"
    assert client.get(change)["Location"] == change_page(event)


def test_second_editor_of_a_change_is_told_and_loses_nothing(client, publisher, event):
    change = changed(client, event, lead="First")
    opened = form_on(client, change) | {"change_opened": pending_of(event).at.isoformat()}
    client.post(change, opened | {"lead": "Second"})

    answer = client.post(change, opened | {"lead": "Third"})

    assert "saved this change" in errors_on(answer)["__all__"]
    assert answer.context["adminform"].form["lead"].value() == "Third"
    assert pending_of(event).document["fields"]["lead"] == "Second"


def test_checks_and_words_kept_in_the_browser_are_shown_upon_the_change(client, publisher, event):
    data = with_statement(form_on(client, change_page(event))) | {"_later": "on"}
    change = client.post(change_page(event), data)["Location"]
    at = pending_of(event).at.isoformat()
    opened = form_on(client, change) | {"change_opened": at}
    client.post(change, form_on(client, change) | {"lead": "Saved since.", "_later": "on"})

    checks = client.post(change, opened | {"statements-1-own_words": "", "_checks": "1"}).text
    kept = client.post(change, opened | {"lead": "Typed.", "_kept": "a key"}).text

    assert "Statement 2 has no place in the report." in checks
    assert "This is a change that readers do not see yet." in kept
    assert "Typed." in kept and "Looms will weave." in kept
    assert f'name="change_opened" value="{at}"' in kept  # so saving it tells what was saved since
    assert pending_of(event).document["fields"]["lead"] == "Saved since."


def test_what_is_saved_meanwhile_stays_when_the_change_is_published(client, publisher, event):
    change = changed(client, event, lead="As it will be.")
    client.post(change_page(event), form_on(client, change_page(event)) | {"cover_credit": "The club"})

    client.post(change, {"_publish_change": "on"})

    event.refresh_from_db()
    assert (event.lead, event.cover_credit) == ("As it will be.", "The club")


def test_second_change_is_refused_while_one_waits_and_its_words_stay(client, publisher, event):
    changed(client, event, lead="First")

    answer = client.post(
        change_page(event), form_on(client, change_page(event)) | {"lead": "Other", "_later": "on"}
    )

    assert "waits already" in errors_on(answer)["__all__"]
    assert answer.context["adminform"].form["lead"].value() == "Other"
    event.refresh_from_db()
    assert event.lead == "As readers know it."


def test_change_is_handed_in_for_review(client, publisher, event):
    change = changed(client, event, lead="As it will be.")

    client.post(change, form_on(client, change) | {"_hand_in": "on", "what_for": "See the programme."})

    review = review_of(event)
    assert (review.state, review.handed_in_by, review.note) == ("open", publisher, "See the programme.")


def test_what_is_wrong_in_a_change_comes_back(client, publisher, event):
    data = form_on(client, change_page(event)) | {"title": "", "_later": "on"}

    assert "title" in errors_on(client.post(change_page(event), data))
    assert pending_of(event) is None


@pytest.mark.parametrize("sent", ["", "x", "2019-01-01T10:00", "2019-99-99T10:00"])
def test_moment_of_a_change_is_to_come(client, publisher, event, sent):
    change = changed(client, event, lead="As it will be.")

    answer = client.post(change, {"_set_moment": "on", "due_at": sent}, follow=True)

    assert pending_of(event).due_at is None
    assert messages_on(answer)[-1].startswith(("Say when", "This moment has passed"))


@pytest.fixture
def due(client, publisher, event):
    """A change whose moment has just come."""
    change = changed(client, event, lead="As it will be.")
    moment = timezone.localtime(timezone.now() + timedelta(days=1))
    client.post(change, {"_set_moment": "on", "due_at": f"{moment:%Y-%m-%dT%H:%M}"})
    assert pending_of(event).due_at is not None
    assert editions.now().until <= pending_of(event).due_at
    Version.objects.filter(what="pending").update(due_at=timezone.now() - timedelta(seconds=1))
    return event


def test_first_reader_after_its_moment_sees_the_change(settings, due):
    from django.test import Client

    settings.MIDDLEWARE = ["public.page_cache.PageCache", *settings.MIDDLEWARE]
    editions._last = None
    assert PageCache

    page = Client().get(due.get_absolute_url())

    assert "As it will be." in page.content.decode()
    newest = Version.objects.filter(kind="events.event").first()
    assert (newest.what, newest.by) == ("publication", None)


def test_command_publishes_what_is_due_once(due, capsys):
    call_command("publish_due")
    call_command("publish_due")

    assert capsys.readouterr().out == "1 published, 0 withdrawn.\n0 published, 0 withdrawn.\n"
    due.refresh_from_db()
    assert due.lead == "As it will be."


def test_change_that_cannot_be_public_at_its_moment_waits_without_one(due, caplog):
    Version.objects.filter(what="pending").update(lock=0)
    version = pending_of(due)
    version.document["fields"]["date"] = None
    version.save()

    call_command("publish_due")

    due.refresh_from_db()
    assert due.lead == "As readers know it."
    assert pending_of(due).due_at is None
    assert "could not be published at its moment" in caplog.text


def test_draft_is_simply_changed(client, publisher):
    event = EventFactory()

    assert b'name="_later"' not in client.get(change_page(event)).content


def test_an_opinion_has_changes_too(client, publisher, reader):
    opinion = AuthorshipFactory(opinion__lead="As readers know it.").opinion

    change = changed(client, opinion, lead="As it will be.")
    client.post(change, {"_publish_change": "on"})

    assert Opinion.objects.get().lead == "As it will be."


def under_the_rule(data: dict) -> dict:
    nobody = {"statements-0-said_by": "", "statements-0-attribution": "A participant"}
    return data | nobody | {"record_rule": "chatham-house", "_later": "on"}


def test_event_goes_under_the_rule_by_a_change_and_no_statement_keeps_its_speaker(client, publisher, event):
    answer = client.post(change_page(event), under_the_rule(form_on(client, change_page(event))))

    client.post(answer["Location"], {"_publish_change": "on"})

    event.refresh_from_db()
    assert event.under_the_rule
    assert [(one.appearance, one.attribution) for one in event.statements.all()] == [(None, "A participant")]
    assert event.appearances.count() == 1


def test_speakers_under_the_rule_are_not_lost_in_a_change_but_refused(client, publisher, event):
    data = with_row(form_on(client, change_page(event)), "appearances", speaker=str(SpeakerFactory().pk))

    answer = client.post(change_page(event), under_the_rule(data))

    assert "a change to its speakers cannot wait" in errors_on(answer)["__all__"]
    assert len(answer.context["inline_admin_formsets"][0].formset.forms) == 2
    assert pending_of(event) is None


# --- Whose it is, and of when ---


def test_nobody_without_the_right_puts_words_before_readers_by_a_change_to_a_draft(client, editor):
    event = event_with_statements("Engines will compose.", status="draft", publish_at=None)

    answer = client.post(
        change_page(event), form_on(client, change_page(event)) | {"lead": "Smuggled.", "_later": "on"}
    )

    assert "simply changed" in errors_on(answer)["__all__"]
    assert answer.context["adminform"].form["lead"].value() == "Smuggled."
    assert pending_of(event) is None
    assert client.get(f"{change_page(event)}?change")["Location"] == change_page(event)


def test_change_does_not_outlive_that_readers_see_its_record(due, client):
    return_to_draft(due)

    call_command("publish_due")

    due.refresh_from_db()
    assert due.lead == "As readers know it."
    assert pending_of(due).due_at is None
    client.post(f"{change_page(due)}?change", {"_throw_away": "on"})
    assert pending_of(due) is None


def test_change_to_somebody_who_was_merged_stops_no_clock(client, publisher, event):
    ada, other = event.appearances.get().speaker, SpeakerFactory(name="Countess of Lovelace")
    changed(client, ada, biography="As it will be.")
    Version.objects.filter(what="pending").update(due_at=timezone.now() - timedelta(seconds=1))
    merge_speakers(other, ada)

    call_command("publish_due")

    assert Version.objects.get(what="aside").due_at is None
    assert editions.next_moment(timezone.now()) > timezone.now()


def test_what_others_saved_after_the_change_was_opened_stays(client, publisher, event):
    change = changed(client, event, lead="As it will be.")
    opened = form_on(client, change) | hidden(client, change)
    client.post(change_page(event), form_on(client, change_page(event)) | {"cover_credit": "The club"})

    client.post(change, opened | {"lead": "As it will be, at last."})
    client.post(change, {"_publish_change": "on"})

    event.refresh_from_db()
    assert (event.lead, event.cover_credit) == ("As it will be, at last.", "The club")


@pytest.mark.parametrize("deed", ["_publish_change", "_throw_away", "_set_moment"])
def test_deed_on_a_change_that_was_saved_since_is_told_and_not_done(client, publisher, event, deed):
    change = changed(client, event, lead="As looked at.")
    opened = {"change_opened": hidden(client, change)["change_opened"]}
    client.post(change, form_on(client, change) | {"lead": "Nobody looked at this."})

    answer = client.post(change, opened | {deed: "on", "due_at": "2990-01-01T10:00"}, follow=True)

    assert "Look at it again." in " ".join(messages_on(answer))
    event.refresh_from_db()
    assert event.lead == "As readers know it."
    assert pending_of(event).due_at is None


def hidden(client, change: str) -> dict[str, str]:
    page = client.get(change).content.decode()
    return dict(re.findall(r'name="(change_\w+)" value="([^"]+)"', page))


def test_change_that_cannot_even_be_read_takes_no_page_from_a_reader(settings, due, caplog):
    from django.test import Client

    settings.MIDDLEWARE = ["public.page_cache.PageCache", *settings.MIDDLEWARE]
    editions._last = None
    Version.objects.filter(what="pending").update(document={"fields": {}}, lock=0)

    page = Client().get("/about/")

    assert page.status_code == 200
    assert "could not be done" in caplog.text


# --- A speaker who is called something else ---


@pytest.fixture
def grete(event):
    speaker = event.appearances.get().speaker
    Speaker.objects.filter(pk=speaker.pk).update(name="Grete Zauner", fold="grete zauner")
    return Speaker.objects.get(pk=speaker.pk)


def called(speaker) -> tuple[str, list[str]]:
    """The name of a speaker, and the other spellings of it."""
    stored = Speaker.objects.get(pk=speaker.pk)
    return stored.name, [variant.name for variant in stored.variants.all()]


@pytest.mark.parametrize("role", ["Editor", "Publisher"])
def test_rename_waits_is_seen_saved_again_and_published(client, reader, grete, role):
    client.force_login(make_user(role))
    change = f"{change_page(grete)}?change"
    first = change if role == "Editor" else change_page(grete)
    client.post(first, form_on(client, first) | {"name": "Grete Hollenbach", "_later": "on"})
    assert form_on(client, change)["name"] == "Grete Hollenbach"
    again = client.post(change, form_on(client, change) | {"biography": "A sexton.", "_later": "on"})
    assert again.status_code == 302
    shown = form_on(client, change)
    assert (shown["name"], shown["biography"]) == ("Grete Hollenbach", "A sexton.")
    assert called(grete) == ("Grete Zauner", [])

    client.force_login(make_user("Publisher", "another"))
    answer = client.post(change, {"_publish_change": "on"}, follow=True)

    assert messages_on(answer)[-1] == "The change is public."
    assert called(grete) == ("Grete Hollenbach", ["Grete Zauner"])
    assert "A sexton." in reader.get(grete.get_absolute_url()).text


def test_rename_that_waits_with_its_former_name_among_the_spellings_has_it_once(client, publisher, grete):
    data = with_row(form_on(client, change_page(grete)), "variants", name="GRETE ZAUNER", kind="former")
    client.post(change_page(grete), data | {"name": "Grete Hollenbach", "_later": "on"})

    client.post(f"{change_page(grete)}?change", {"_publish_change": "on"})

    assert called(grete) == ("Grete Hollenbach", ["GRETE ZAUNER"])


def test_spelling_that_a_change_adds_and_somebody_else_added_meanwhile_stands_once(client, publisher, grete):
    def spelled(name: str) -> dict:
        return with_row(form_on(client, change_page(grete)), "variants", name=name, kind="other")

    client.post(change_page(grete), spelled("Gréte Z.") | {"_later": "on"})
    client.post(change_page(grete), spelled("Grete Z."))

    answer = client.post(f"{change_page(grete)}?change", {"_publish_change": "on"}, follow=True)

    assert messages_on(answer)[-1] == "The change is public."
    assert called(grete) == ("Grete Zauner", ["Gréte Z."])


def test_what_a_change_says_of_a_speaker_who_was_listed_meanwhile_is_said_of_that_row(
    client, publisher, event
):
    guest = SpeakerFactory()

    def with_guest() -> dict:
        data = with_row(form_on(client, change_page(event)), "appearances", speaker=guest.pk)
        return with_row(data, "statements", said_by="1", text="Looms will weave.", own_words="on")

    change = client.post(change_page(event), with_guest() | {"_later": "on"})["Location"]
    data = with_row(form_on(client, change_page(event)), "appearances", speaker=guest.pk)
    assert client.post(change_page(event), data).status_code == 302

    answer = client.post(change, {"_publish_change": "on"}, follow=True)

    assert messages_on(answer)[-1] == "The change is public."
    assert Statement.objects.get(text="Looms will weave.").appearance == event.appearances.get(speaker=guest)


# --- What cannot be done any more ---


@pytest.fixture
def unwritable(client, publisher, event) -> str:
    """The address of a change that names somebody who was deleted meanwhile."""
    guest = SpeakerFactory()
    data = with_row(form_on(client, change_page(event)), "appearances", speaker=guest.pk)
    change = client.post(change_page(event), data | {"_later": "on"})["Location"]
    guest.delete()
    return change


def test_change_that_cannot_be_shown_or_published_any_more_says_why(client, unwritable, event):
    preview = change_page(event).replace("/change/", "/change-preview/")

    for answer in (
        client.get(unwritable, follow=True),
        client.get(preview, follow=True),
        client.post(unwritable, {"_publish_change": "on"}, follow=True),
    ):
        told = messages_on(answer)[-1]
        assert "was deleted: undelete that first" in told
        assert answer.request["PATH_INFO"] == change_page(event) and "_throw_away" in answer.text

    client.post(unwritable, {"_throw_away": "on"})
    assert pending_of(event) is None


def test_what_was_typed_in_a_change_that_cannot_be_shown_any_more_comes_back(client, unwritable, event):
    data = form_on(client, change_page(event)) | {"lead": "Typed.", "_later": "on"}

    answer = client.post(unwritable, data)

    assert "was deleted: undelete that first" in errors_on(answer)["__all__"]
    assert answer.context["adminform"].form["lead"].value() == "Typed."


@pytest.mark.django_db(transaction=True)
def test_change_published_twice_at_once_is_published_once(client, publisher, event):
    changed(client, event, lead="As it will be.")
    version = pending_of(event)

    outcomes = at_once(
        lambda: publish_change(Event.objects.get(pk=event.pk), version),
        lambda: publish_change(Event.objects.get(pk=event.pk), version),
    )

    refused = [one for one in outcomes if isinstance(one, ValidationError)]
    assert len(refused) == 1 and "Look at it again." in refused[0].messages[0]
    assert Version.objects.filter(what="publication").count() == 1

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command

from events.models import Event, Statement
from opinions.models import Opinion
from people.models import NameVariant, Organisation, Speaker
from publishing.changes import unit_of_work
from publishing.deeds import return_to_draft
from search.models import SearchedFor
from tests.desk.pages import ADD_EVENT, change_page, form_on
from tests.desk.users import make_user
from tests.factories import (
    LONG_AGO,
    AppearanceFactory,
    AuthorshipFactory,
    EventFactory,
    OpinionFactory,
    PublicEventFactory,
    PublicOpinionFactory,
    SeriesFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    VenueFactory,
    event_with_statements,
)

pytestmark = pytest.mark.rendering

EVENTS = "/admin/events/event/"
SPEAKERS = "/admin/people/speaker/"
STATEMENTS = "/admin/events/statement/"
LATER = datetime(2990, 1, 1, tzinfo=UTC)


def test_groups_are_made_by_the_migration(db):
    assert {group.name: group.permissions.count() for group in Group.objects.all()} == {
        "Editor": 61,
        "Publisher": 78,
        "Administrator": 98,
    }


# --- Editor ---


@pytest.mark.parametrize("deed", ["_publish", "_schedule", "_return_to_draft"])
def test_editor_cannot_ask_for_a_deed_by_form(client, editor, deed):
    event = EventFactory()
    data = form_on(client, change_page(event)) | {
        deed: "1",
        "publish_at_0": "2990-01-01",
        "publish_at_1": "12:00",
    }

    response = client.post(change_page(event), data)

    assert response.status_code == 403
    assert Event.objects.get().status == "draft"


def test_editor_cannot_publish_a_new_event_by_form(client, editor):
    response = client.post(
        ADD_EVENT, form_on(client, ADD_EVENT) | {"title": "New", "date": "2019-01-01", "_publish": "1"}
    )

    assert response.status_code == 403
    assert not Event.objects.exists()


def test_editor_sees_no_button_that_publishes(client, editor):
    page = client.get(change_page(EventFactory())).content.decode()

    assert 'name="_continue"' in page
    assert "_publish" not in page and "_schedule" not in page and "Withdraw" not in page


def test_editor_cannot_slip_a_status_into_the_form(client, editor):
    event = EventFactory()
    data = form_on(client, change_page(event)) | {"status": "published", "publish_at": "2001-01-01 10:00"}

    client.post(change_page(event), data)

    event.refresh_from_db()
    assert (event.status, event.publish_at) == ("draft", None)


@pytest.mark.parametrize("action", ["publish_selected", "withdraw_selected", "return_selected"])
@pytest.mark.parametrize("status", ["draft", "published"])
def test_editor_cannot_ask_for_a_deed_in_the_list(client, editor, action, status):
    event = EventFactory(status=status, publish_at=datetime(2019, 5, 1, tzinfo=UTC))

    client.post(EVENTS, {"action": action, "_selected_action": [event.pk], "note": "Gone."})

    event.refresh_from_db()
    assert event.status == status


@pytest.mark.parametrize("make", [PublicEventFactory, PublicOpinionFactory])
def test_editor_cannot_withdraw_by_address(client, editor, make):
    item = make()

    response = client.post(change_page(item).replace("change", "withdraw"), {"note": "Gone."})

    assert response.status_code == 403
    item.refresh_from_db()
    assert item.status == "published"


@pytest.mark.parametrize("status", ["scheduled", "published", "withdrawn"])
@pytest.mark.parametrize("make", [EventFactory, OpinionFactory])
def test_editor_reads_what_is_no_draft_and_cannot_change_it(client, editor, make, status):
    item = make(status=status, publish_at=LATER)

    page = client.get(change_page(item))
    sent = client.post(change_page(item), {"title": "Changed", "date": "2019-01-01"})

    assert page.status_code == 200
    assert 'name="title"' not in page.content.decode()
    assert sent.status_code == 403
    assert client.get(change_page(item).replace("change", "delete")).status_code == 403


def test_editor_cannot_delete_a_published_event_in_the_list(client, editor):
    event = PublicEventFactory()

    client.post(EVENTS, {"action": "delete_selected", "_selected_action": [event.pk], "post": "yes"})

    assert Event.objects.filter(pk=event.pk).exists()


def test_editor_deletes_a_draft(client, editor):
    event = event_with_statements("Engines will compose.", status="draft", publish_at=None)

    client.post(change_page(event).replace("change", "delete"), {"post": "yes"})

    assert not Event.objects.exists()


def test_editor_cannot_delete_what_was_public_and_is_a_draft_again(client, editor):
    event = PublicEventFactory()
    return_to_draft(event)

    client.post(change_page(event).replace("change", "delete"), {"post": "yes"})

    assert Event.objects.exists()


def test_editor_deletes_what_was_only_scheduled(client, editor):
    event = EventFactory(status="scheduled", publish_at=LATER)
    return_to_draft(event)

    client.post(change_page(event).replace("change", "delete"), {"post": "yes"})

    assert (event.publish_at, Event.objects.exists()) == (None, False)


def test_editor_cannot_touch_a_statement_that_is_public(client, editor):
    statement = event_with_statements("Engines will compose.").statements.get()

    sent = client.post(change_page(statement), {"topics": [], "recording_offset": "5"})
    client.post(
        STATEMENTS, {"action": "withdraw_selected", "_selected_action": [statement.pk], "note": "Gone."}
    )

    assert sent.status_code == 403
    assert Statement.objects.get().withdrawn_at is None
    assert client.post(f"{STATEMENTS}{statement.pk}/withdraw/", {"note": "Gone."}).status_code == 403


def test_editor_cannot_merge_nor_delete_speakers(client, editor):
    kept, other = SpeakerFactory(), SpeakerFactory()

    merged = client.post(f"{SPEAKERS}merge/?a={kept.pk}&b={other.pk}", {"kept": kept.pk})

    assert merged.status_code == 403
    assert client.post(change_page(other).replace("change", "delete"), {"post": "yes"}).status_code == 403
    client.post(SPEAKERS, {"action": "delete_selected", "_selected_action": [other.pk], "post": "yes"})
    assert Speaker.objects.count() == 2


@pytest.mark.parametrize("address", ["/admin/auth/user/", "/admin/auth/group/", "/admin/auth/user/add/"])
def test_accounts_are_closed_to_editor_and_publisher(client, editor, address):
    assert client.get(address).status_code == 403

    editor.groups.set([Group.objects.get(name="Publisher")])

    assert client.get(address).status_code == 403


def test_editor_sees_corrections_and_writes_none(client, editor):
    event = PublicEventFactory()
    correction = event.corrections.create(text="It was Tuesday.", date=date(2019, 5, 2))

    assert client.get("/admin/publishing/correction/").status_code == 200
    assert client.post(change_page(correction), {"text": "Changed", "date": "2019-05-02"}).status_code == 403


# --- Publisher ---


def test_publisher_edits_what_is_public(client, publisher):
    event = event_with_statements("Engines will compose.")

    client.post(change_page(event), form_on(client, change_page(event)) | {"lead": "Mended."})

    event.refresh_from_db()
    assert (event.lead, event.status) == ("Mended.", "published")


def test_publisher_withdraws_with_a_note(client, publisher):
    event = PublicEventFactory()
    address = change_page(event).replace("change", "withdraw")

    without = client.post(address, {"note": " "})
    client.post(address, {"note": "Held elsewhere."})

    assert "Say what was withdrawn" in without.content.decode()
    event.refresh_from_db()
    assert (event.status, event.withdrawal_note) == ("withdrawn", "Held elsewhere.")


def test_publisher_publishes_several_from_the_list_and_is_told_of_the_rest(client, publisher):
    ready, undated = EventFactory(title="Ready"), EventFactory(title="Undated", date=None)

    response = client.post(
        EVENTS, {"action": "publish_selected", "_selected_action": [ready.pk, undated.pk]}, follow=True
    )

    told = " ".join(map(str, response.context["messages"]))
    assert "Published: “Ready”" in told and "“Undated”: An event needs a date" in told
    assert list(Event.objects.published()) == [ready]


def test_publisher_withdraws_several_from_the_list(client, publisher):
    first, second, draft = PublicEventFactory(), PublicEventFactory(), EventFactory()
    chosen = {"action": "withdraw_selected", "_selected_action": [first.pk, second.pk, draft.pk]}

    asked = client.post(EVENTS, chosen)
    client.post(EVENTS, chosen | {"note": "Both were postponed."})

    assert "Withdraw 2 items" in asked.content.decode()
    assert {event.status for event in Event.objects.exclude(pk=draft.pk)} == {"withdrawn"}
    assert Event.objects.get(pk=draft.pk).status == "draft"


def test_publisher_withdraws_a_statement_and_shows_it_again(client, publisher):
    statement = event_with_statements("Engines will compose.").statements.get()

    client.post(f"{STATEMENTS}{statement.pk}/withdraw/", {"note": "Misheard."})
    withdrawn = list(Statement.objects.published())
    client.post(STATEMENTS, {"action": "restore_selected", "_selected_action": [statement.pk]})

    assert withdrawn == []
    assert list(Statement.objects.published()) == [statement]


def test_publisher_corrects_in_public(client, publisher):
    event = event_with_statements("Engines will compose.")
    data = form_on(client, change_page(event))
    prefix = next(key for key in data if "correction" in key and key.endswith("TOTAL_FORMS")).removesuffix(
        "-TOTAL_FORMS"
    )
    data |= {
        f"{prefix}-TOTAL_FORMS": 1,
        f"{prefix}-0-date": "2019-05-02",
        f"{prefix}-0-text": "It was Tuesday.",
    }

    client.post(change_page(event), data)

    assert event.corrections.get().text == "It was Tuesday."


def test_publisher_cannot_delete_what_has_been_public(client, publisher):
    event, opinion = PublicEventFactory(), PublicOpinionFactory()

    for item in (event, opinion):
        assert client.post(change_page(item).replace("change", "delete"), {"post": "yes"}).status_code == 403

    assert Event.objects.exists() and Opinion.objects.exists()


def test_speaker_who_took_part_is_not_deleted_and_the_page_says_why(client, publisher):
    speaker = AppearanceFactory().speaker

    response = client.post(change_page(speaker).replace("change", "delete"), {"post": "yes"})

    assert response.status_code == 200
    assert Speaker.objects.filter(pk=speaker.pk).exists()


# --- Administrator ---


def test_administrator_keeps_accounts_but_makes_no_superuser(client, administrator):
    person = User.objects.create_user("ines")
    data = form_on(client, change_page(person)) | {"is_staff": "on", "is_superuser": "on"}
    data |= {"groups": [Group.objects.get(name="Editor").pk]}

    client.post(change_page(person), data)

    person.refresh_from_db()
    assert [group.name for group in person.groups.all()] == ["Editor"]
    assert (person.is_staff, person.is_superuser) == (True, False)


def test_administrator_does_not_change_a_superuser(client, administrator):
    root = User.objects.create_superuser("root", password="old")

    response = client.post(f"/admin/auth/user/{root.pk}/password/", {"password1": "new", "password2": "new"})

    assert response.status_code == 403


@pytest.mark.parametrize("role", ["editor", "publisher", "administrator"])
def test_every_page_in_the_sidebar_opens(client, role, request):
    request.getfixturevalue(role)
    event_with_statements("Engines will compose.")
    links = [
        item["link"]
        for group in client.get("/admin/").context["sidebar_navigation"]
        for item in group["items"]
    ]

    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)
    assert len(links) == {"editor": 17, "publisher": 17, "administrator": 24}[role]


# --- What something public names ---


@unit_of_work()
def named_by(event: Event) -> list:
    """Each record that ``event`` names, directly or through its speaker's posts."""
    speaker = SpeakerFactory(name="Ida Roe")
    college = Organisation.objects.create(name="College")
    speaker.affiliations.create(organisation=college, post="Fellow")
    AppearanceFactory(event=event, speaker=speaker)
    event.topics.add(topic := TopicFactory())
    event.venue, event.series = VenueFactory(), SeriesFactory()
    event.save()
    return [speaker, topic, event.series, event.venue, college]


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("moment", [LONG_AGO, LATER])
def test_editor_reads_what_something_public_names_and_is_told_why(client, editor, number, moment):
    record = named_by(EventFactory(status="scheduled", publish_at=moment))[number]

    page = client.get(change_page(record)).content.decode()
    sent = client.post(change_page(record), {"name": "Changed", "city": "Changed"})

    assert "Something public names this record: a publisher changes it." in page
    assert 'name="name"' not in page
    assert sent.status_code == 403
    record.refresh_from_db()
    assert "Changed" not in str(record)


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_editor_changes_what_nothing_public_names(client, editor, number, status):
    record = named_by(EventFactory(status=status, publish_at=LONG_AGO))[number]

    client.post(change_page(record), form_on(client, change_page(record)) | {"name": "Changed"})

    record.refresh_from_db()
    assert record.name == "Changed"


@pytest.mark.parametrize("number", range(5))
def test_publisher_changes_what_something_public_names(client, publisher, number):
    record = named_by(PublicEventFactory())[number]

    client.post(change_page(record), form_on(client, change_page(record)) | {"name": "Changed"})

    record.refresh_from_db()
    assert record.name == "Changed"


def test_editor_changes_neither_spellings_nor_posts_of_a_public_speaker(client, editor):
    speaker = AppearanceFactory().speaker
    row = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 0, "0-name": "Ida Bell", "0-kind": "other"}

    sent = client.post(
        change_page(speaker),
        {"name": speaker.name, "affiliations-TOTAL_FORMS": 0, "affiliations-INITIAL_FORMS": 0}
        | {f"variants-{name}": value for name, value in row.items()},
    )

    assert sent.status_code == 403
    assert not speaker.variants.exists()


def test_editor_teaches_the_search_no_spelling_of_a_public_speaker(client, editor):
    speaker, unknown = AppearanceFactory().speaker, SpeakerFactory()
    searched = SearchedFor.objects.create(query="Zauner", times=1, hits=0)
    address = f"/admin/search/searchedfor/{searched.pk}/spelling/"

    told = client.post(address, {"speaker": speaker.pk}).content.decode()
    client.post(address, {"speaker": unknown.pk})

    assert "a publisher adds the spelling" in told
    assert [variant.speaker for variant in NameVariant.objects.all()] == [unknown]


def test_participant_under_the_rule_is_not_named_in_public(client, editor):
    speaker = AppearanceFactory(event__record_rule=Event.RecordRule.CHATHAM_HOUSE).speaker

    assert 'name="name"' in client.get(change_page(speaker)).content.decode()


def test_author_of_a_public_opinion_and_its_topic_are_named_in_public(db):
    signed = AuthorshipFactory()
    signed.opinion.topics.add(topic := TopicFactory())

    assert signed.speaker.named_in_public and topic.named_in_public


def test_topic_of_a_statement_that_was_withdrawn_is_not_named_by_it(db):
    statement = StatementFactory()
    statement.topics.add(topic := TopicFactory())
    named = topic.named_in_public
    Statement.objects.update(withdrawn_at=LONG_AGO, withdrawal_note="Misheard.")

    assert (named, topic.named_in_public) == (True, False)


# --- The groups that roles are made of ---

GROUPS = "/admin/auth/group/"


@pytest.mark.parametrize("role", ["Editor", "Publisher", "Administrator"])
def test_group_of_a_role_is_neither_deleted_nor_renamed(client, administrator, role):
    group = Group.objects.get(name=role)
    page = f"{GROUPS}{group.pk}/"

    deleted = client.post(f"{page}delete/", {"post": "yes"})
    selected = client.post(
        GROUPS, {"action": "delete_selected", "_selected_action": [group.pk], "post": "yes"}
    )
    client.post(f"{page}change/", {"name": "Renamed", "permissions": []})

    assert (deleted.status_code, selected.status_code) == (403, 403)
    assert Group.objects.filter(name=role).exists()


def test_other_group_is_deleted(client, administrator):
    group = Group.objects.create(name="Interns")

    client.post(f"{GROUPS}{group.pk}/delete/", {"post": "yes"})

    assert not Group.objects.filter(name="Interns").exists()


def test_command_makes_the_roles_anew_and_keeps_their_members(db, capsys):
    ada = make_user("Editor")
    Group.objects.get(name="Editor").permissions.clear()
    Group.objects.get(name="Publisher").delete()

    for _ in range(2):
        call_command("make_roles")

    assert {group.name: group.permissions.count() for group in Group.objects.all()} == {
        "Editor": 61,
        "Publisher": 78,
        "Administrator": 98,
    }
    assert [group.name for group in ada.groups.all()] == ["Editor"]
    assert "Editor, Publisher, Administrator" in capsys.readouterr().out

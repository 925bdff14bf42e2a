"""The history of a record on the desk: one for the whole, two versions compared, and brought back without a script."""

import pytest
from django.contrib.admin.models import LogEntry

from events.models import Event
from publishing.deeds import return_to_draft
from publishing.models import Version
from tests.desk.conftest import logged_in
from tests.desk.pages import change_page, form_on, messages_on, with_row
from tests.factories import EventFactory, SpeakerFactory, TopicFactory, event_with_statements

pytestmark = pytest.mark.django_db


def history(item) -> str:
    return change_page(item).replace("/change/", "/history/")


@pytest.fixture
def event():
    """A draft with two versions."""
    event = EventFactory(title="On Engines", lead="First")
    event.lead = "Second"
    event.save()
    return event


def test_history_lists_versions_and_compares_the_newest_two(client, editor, event):
    client.post(
        change_page(event), form_on(client, change_page(event)) | {"lead": "Third", "what_for": "A call"}
    )

    page = client.get(history(event))

    listed = [
        (line["version"].number, line["version"].by, line["changed"]) for line in page.context["versions"]
    ]
    assert listed == [(3, editor, "lead"), (2, None, "lead"), (1, None, "")]
    assert page.context["versions"][0]["version"].what_for == "A call"
    assert "<del>Second</del>" in page.content.decode()
    assert "<ins>Third</ins>" in page.content.decode()


def test_any_two_are_compared_in_their_order(client, editor, event):
    page = client.get(history(event), {"old": "2", "new": "1"})

    assert (page.context["old"].number, page.context["new"].number) == (1, 2)


def test_nothing_is_compared_with_itself_or_brought_back_to_what_it_is(client, editor, event):
    single = client.get(history(EventFactory())).text
    assert "the only version" in single
    assert "Compare the two" not in single and "Bring back" not in single

    first, newest = (client.get(history(event), {"old": n, "new": n}).text for n in (1, 2))

    assert "Both are version 1" in first and "Bring back version 1 whole" in first
    assert "Both are version 2" in newest and "Bring back" not in newest


@pytest.mark.parametrize("asked", [{"old": "0"}, {"new": "9" * 40}, {"before": "x"}, {"before": "0"}])
def test_history_bears_whatever_is_asked(client, editor, event, asked):
    assert client.get(history(event), asked).status_code == 200


def test_a_field_is_brought_back_by_a_button(client, editor, event):
    response = client.post(history(event), {"bring_back": "1 lead", "newest": "2"}, follow=True)

    event.refresh_from_db()
    assert event.lead == "First"
    assert "Brought back from version 1." in messages_on(response)
    assert Version.objects.filter(kind="events.event").first().by == editor
    assert LogEntry.objects.get().get_change_message() == "Brought back from version 1."


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"bring_back": "1 lead", "newest": "1"}, "version 2 was saved while you looked"),
        ({"bring_back": "9 lead", "newest": "2"}, "Choose a version"),
        ({"bring_back": "1 nothing", "newest": "2"}, "not in that version"),
        ({}, "Choose a version"),
    ],
)
def test_what_cannot_be_brought_back_is_refused_in_words(client, editor, event, sent, told):
    response = client.post(history(event), sent)

    event.refresh_from_db()
    assert event.lead == "Second"
    assert told in " ".join(messages_on(response))


def test_a_publisher_brings_back_what_is_public_and_an_editor_looks(client, editor):
    event = event_with_statements("Engines will compose.", lead="First")
    event.lead = "Second"
    event.save()
    newest = Version.objects.filter(kind="events.event").first().number
    sent = {"bring_back": f"{newest - 1} lead", "newest": newest}

    page = client.get(history(event))
    refused = client.post(history(event), sent)
    logged_in(client, "Publisher")
    client.post(history(event), sent)

    assert not page.context["may_bring_back"]
    assert b'name="bring_back"' not in page.content
    assert refused.status_code == 403
    event.refresh_from_db()
    assert event.lead == "First"


def test_what_was_public_once_is_a_publishers_to_bring_back_though_it_is_a_draft(client, editor):
    event = event_with_statements("Engines will compose.", lead="First")
    event.lead = "Second"
    event.save()
    return_to_draft(event)
    newest = Version.objects.filter(kind="events.event").first().number

    page = client.get(history(event))
    refused = client.post(history(event), {"bring_back": "1 lead", "newest": newest})

    assert "a publisher brings something back" in page.text
    assert refused.status_code == 403
    logged_in(client, "Publisher")
    assert "What was withdrawn since stays withdrawn, and corrections stay" in client.get(history(event)).text


def test_strangers_see_no_version(client, event):
    assert client.get(history(event)).status_code == 302


def test_history_of_a_statement_and_of_a_correction_is_that_of_the_event(client, publisher):
    event = event_with_statements("Engines will compose.")
    statement = event.statements.get()
    correction = statement.corrections.create(text="It was 1843.")

    assert client.get(history(statement))["Location"] == history(event)
    assert client.get(history(correction))["Location"] == history(event)


def test_deleted_draft_is_listed_and_undeleted(client, editor, event):
    pk = event.pk
    client.post(change_page(event).replace("/change/", "/delete/"), {"post": "yes"})
    assert not Event.objects.exists()
    page = client.get("/admin/events/event/deleted/")
    (version,) = page.context["versions"]

    response = client.post("/admin/events/event/deleted/", {"undelete": version.pk})

    assert response["Location"] == change_page(Event.objects.get(pk=pk))
    assert not client.get("/admin/events/event/deleted/").context["versions"]
    assert client.post("/admin/events/event/deleted/", {"undelete": version.pk}).status_code == 302


def test_list_leads_to_what_was_deleted(client, editor):
    assert b"/admin/people/speaker/deleted/" in client.get("/admin/people/speaker/").content
    logged_in(client, "Publisher")
    topic = TopicFactory(name="Grain")
    client.post(change_page(topic).replace("/change/", "/delete/"), {"post": "yes"})
    assert b"Grain" in client.get("/admin/events/topic/deleted/").content


def test_history_costs_the_same_queries_for_any_number_of_versions(
    client, editor, event, django_assert_num_queries
):
    for page in range(2):
        with django_assert_num_queries(HISTORY):
            assert len(client.get(history(event)).context["versions"]) == 2 + 10 * page
        for number in range(10):
            event.lead = f"Lead {number}"
            event.save()


HISTORY = 10


def test_history_of_the_desk_names_nobody_under_the_rule(client, editor):
    event = EventFactory(record_rule=Event.RecordRule.CHATHAM_HOUSE)
    speaker = SpeakerFactory(name="Hedvig Dahl")

    data = with_row(form_on(client, change_page(event)), "appearances", speaker=speaker.pk)
    assert client.post(change_page(event), data | {"lead": "Somebody came."}).status_code == 302

    assert LogEntry.objects.get().get_change_message() == "Changed Lead."


def test_speaker_has_one_too(client, editor):
    speaker = SpeakerFactory(name="Ada Lovelace")
    speaker.variants.create(name="Ада Лавлейс")

    page = client.get(history(speaker)).content.decode()

    assert "Ада Лавлейс" in page
    assert "added" in page


def test_version_whose_spellings_have_todays_name_is_brought_back(client, publisher):
    speaker = SpeakerFactory(name="Grete Zauner")
    client.post(change_page(speaker), form_on(client, change_page(speaker)) | {"name": "Grete Hollenbach"})
    then = Version.objects.filter(kind="people.speaker").first().number
    data = form_on(client, change_page(speaker)) | {"name": "Grete Zauner", "variants-0-DELETE": "on"}
    client.post(change_page(speaker), data)

    answer = client.post(history(speaker), {"bring_back": str(then), "newest": str(then + 1)}, follow=True)

    assert messages_on(answer)[-1] == f"Brought back from version {then}."
    speaker.refresh_from_db()
    assert speaker.name == "Grete Hollenbach"
    assert [variant.name for variant in speaker.variants.all()] == ["Grete Zauner"]


def test_version_in_which_a_spelling_was_written_anew_in_another_row_is_brought_back(client, publisher):
    speaker = SpeakerFactory()
    spelling = speaker.variants.create(name="G. Zauner")
    data = form_on(client, change_page(speaker)) | {"variants-0-name": "Gretl Zauner"}
    client.post(change_page(speaker), data)
    speaker.variants.create(name="G. Zauner")
    then = Version.objects.filter(kind="people.speaker").first().number
    speaker.variants.exclude(pk=spelling.pk).delete()
    data = form_on(client, change_page(speaker)) | {"variants-0-name": "G. Zauner"}
    assert client.post(change_page(speaker), data).status_code == 302
    newest = Version.objects.filter(kind="people.speaker").first().number

    answer = client.post(history(speaker), {"bring_back": str(then), "newest": str(newest)}, follow=True)

    assert messages_on(answer)[-1] == f"Brought back from version {then}."
    assert [variant.name for variant in speaker.variants.all()] == ["G. Zauner", "Gretl Zauner"]

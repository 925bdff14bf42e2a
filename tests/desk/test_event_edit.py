"""The event's form as one object: rows taken away again, what stays because it was public, and what saving costs."""

from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.models import Event, Statement
from events.withdrawing import withdraw_statement
from opinions.models import Opinion
from publishing.changes import unit_of_work
from publishing.deeds import publish, return_to_draft, schedule, withdraw
from tests.desk.pages import change_page, errors_on, form_on, messages_on, with_row
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    EventFactory,
    OpinionFactory,
    PublicOpinionFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    event_with_statements,
)


@pytest.fixture
def draft(db):
    event = event_with_statements(
        "Engines will compose music one day.", status="draft", publish_at=None, lead="Engines."
    )
    return Event.objects.get(pk=event.pk)


# --- Rows that are taken away again ---


@pytest.mark.parametrize(
    ("part", "row"),
    [
        ("statements", {}),
        ("statements", {"text": "Half of"}),
        ("statements", {"said_by": "7", "text": "Nobody's.", "recording_offset": "x"}),
        ("appearances", {}),
        ("appearances", {"printed_name": "Nobody yet"}),
        ("appearances", {"speaker": "x", "printed_name": "Nobody"}),
        ("teasers", {}),
        ("teasers", {"opinion": "", "after_paragraph": "x"}),
    ],
)
def test_row_added_and_removed_again_does_not_block_the_save(client, editor, draft, part, row):
    data = with_row(form_on(client, change_page(draft)), part, **row, DELETE="on")
    number = int(data[f"{part}-TOTAL_FORMS"]) - 1

    response = client.post(change_page(draft), data | {f"{part}-{number}-DELETE": "on", "lead": "Saved."})

    assert response.status_code == 302
    draft.refresh_from_db()
    assert draft.lead == "Saved."
    assert (draft.appearances.count(), draft.statements.count(), draft.teasers.count()) == (1, 1, 0)


def test_stored_row_is_removed_whatever_is_in_it(client, editor, draft):
    data = form_on(client, change_page(draft))
    data |= {"statements-0-DELETE": "on", "statements-0-text": "", "statements-0-evidence": "rumour"}

    assert client.post(change_page(draft), data).status_code == 302
    assert not draft.statements.exists()


def test_speaker_taken_back_after_the_form_came_back_still_said_it(client, editor, draft):
    removed = form_on(client, change_page(draft)) | {"appearances-0-DELETE": "on"}

    refused = client.post(change_page(draft), removed)
    page = refused.content.decode()
    removed.pop("appearances-0-DELETE")
    saved = client.post(change_page(draft), removed)

    assert "choose who said it" in errors_on(refused)["statements-0-said_by"]
    name = draft.appearances.get().printed_name
    assert f'<option value="0" selected>{name}, removed</option>' in page
    assert saved.status_code == 302
    assert draft.statements.get().said_by == name


# --- What was once public ---


@pytest.fixture
def returned(db):
    """A draft that has been public, with two statements of which one was withdrawn."""
    event = event_with_statements("Engines will compose.", "Compilers come first.", lead="Engines.")
    withdraw_statement(event.statements.all()[1], "She had not said so.")
    return_to_draft(event)
    return event


def test_statement_that_was_public_is_not_removed_from_a_draft(client, editor, returned):
    data = form_on(client, change_page(returned)) | {"statements-0-DELETE": "on", "statements-1-DELETE": "on"}

    response = client.post(change_page(returned), data)

    told = errors_on(response)
    assert "withdraw it with a note instead" in told["statements-0-text"]
    assert "is withdrawn: its address goes on to say so" in told["statements-1-text"]
    assert [(fault["id"], fault["label"]) for fault in response.context["to_mend"]] == [
        ("id_statements-0-text", "Statement 1: Text"),
        ("id_statements-1-text", "Statement 2: Text"),
    ]
    assert returned.statements.count() == 2


def test_moment_of_publication_that_is_wiped_out_frees_no_statement(client, publisher, returned):
    data = form_on(client, change_page(returned)) | {"statements-0-DELETE": "on"}
    data |= {"publish_at_0": "", "publish_at_1": ""}

    client.post(change_page(returned), data)

    assert returned.statements.count() == 2


def test_statement_of_a_draft_that_never_was_public_is_removed(client, editor, draft):
    client.post(change_page(draft), form_on(client, change_page(draft)) | {"statements-0-DELETE": "on"})

    assert not draft.statements.exists()


@pytest.mark.parametrize(
    "delete",
    [
        lambda event: event.delete(),
        lambda event: Event.objects.filter(pk=event.pk).delete(),
        lambda event: event.statements.first().delete(),
        lambda event: event.statements.all().delete(),
    ],
)
def test_nothing_that_was_public_is_deleted_by_whatever_code(returned, delete):
    with pytest.raises(ValidationError, match="has been public: it is withdrawn with a note"):
        delete(returned)

    assert (Event.objects.count(), Statement.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    "delete",
    [lambda opinion: opinion.delete(), lambda opinion: Opinion.objects.filter(pk=opinion.pk).delete()],
)
def test_opinion_that_was_public_is_not_deleted(db, delete):
    opinion = PublicOpinionFactory()
    return_to_draft(opinion)

    with pytest.raises(ValidationError, match="has been public"):
        delete(opinion)

    assert Opinion.objects.exists()


def test_draft_is_deleted_with_its_statements(draft):
    draft.delete()

    assert not Statement.objects.exists()


def test_draft_with_a_statement_withdrawn_before_it_appeared_is_kept(draft):
    Statement.objects.update(withdrawn_at=timezone.now(), withdrawal_note="Not said.")

    with pytest.raises(ValidationError, match="has been public"):
        draft.delete()


def test_list_says_why_it_does_not_delete_what_was_public(client, administrator, returned, draft):
    sent = {"action": "delete_selected", "_selected_action": [returned.pk, draft.pk]}

    asked = client.post("/admin/events/event/", sent)
    client.post("/admin/events/event/", sent | {"post": "yes"})

    assert f"“{returned}” has been public: it is withdrawn with a note" in asked.content.decode()
    assert Event.objects.count() == 2


# --- Teased opinions that readers would not find ---


@pytest.fixture
def teasing(draft):
    """A draft that teases a draft of an opinion."""
    opinion = OpinionFactory(title="On Looms", lead="Looms come first.")
    opinion.authorships.create(speaker=SpeakerFactory(), printed_name="Ada Lovelace")
    draft.teasers.create(opinion=opinion)
    return draft


SCHEDULE = {"_schedule": "1", "publish_at_0": "2990-01-01", "publish_at_1": "12:00"}


@pytest.mark.parametrize("deed", [{"_publish": "1"}, SCHEDULE])
def test_publisher_is_asked_what_becomes_of_teased_drafts(client, publisher, teasing, deed):
    data = form_on(client, change_page(teasing)) | deed

    response = client.post(change_page(teasing), data)

    (fault,) = response.context["to_mend"]
    assert fault["id"] == "id_teasers-unseen-answer"
    assert "Readers would not find “On Looms”" in fault["words"]
    assert 'id="id_teasers-unseen-answer"' in response.content.decode()
    assert set(statuses()) == {"draft"}


@pytest.mark.parametrize(("deed", "status"), [({"_publish": "1"}, "published"), (SCHEDULE, "scheduled")])
def test_teased_drafts_are_published_with_the_event(client, publisher, teasing, deed, status):
    data = form_on(client, change_page(teasing)) | deed | {"teasers-unseen-answer": "with"}

    response = client.post(change_page(teasing), data, follow=True)

    assert statuses() == [status, status]
    assert "Published with it: “On Looms”." in messages_on(response)
    event, opinion = Event.objects.get(), Opinion.objects.get()
    assert status == "published" or event.publish_at == opinion.publish_at
    (entry,) = LogEntry.objects.filter(object_id=opinion.pk, content_type__model="opinion")
    assert entry.change_message == f"Published with the event “{event}”."


def test_event_is_published_without_its_teased_drafts(client, publisher, teasing):
    data = form_on(client, change_page(teasing)) | {"_publish": "1", "teasers-unseen-answer": "without"}

    response = client.post(change_page(teasing), data, follow=True)

    assert statuses() == ["published", "draft"]
    assert UNSEEN.format(teasing, "a draft") in messages_on(response)


def test_nothing_is_published_when_one_of_the_drafts_cannot_be(client, publisher, teasing):
    Opinion.objects.update(lead="")
    data = form_on(client, change_page(teasing)) | {"_publish": "1", "teasers-unseen-answer": "with"}

    response = client.post(change_page(teasing), data)

    assert "It cannot be published: An opinion needs its text" in errors_on(response)["teasers-0-opinion"]
    assert set(statuses()) == {"draft"}


def test_who_may_not_publish_opinions_is_not_offered_it(client, publisher, teasing):
    Group.objects.get(name="Publisher").permissions.remove(Permission.objects.get(codename="publish_opinion"))
    data = form_on(client, change_page(teasing)) | {"_publish": "1", "teasers-unseen-answer": "with"}

    response = client.post(change_page(teasing), data)

    assert 'value="with"' not in response.content.decode()
    assert "with is not one of the available choices" in response.context["to_mend"][0]["words"]
    assert set(statuses()) == {"draft"}


def test_editor_is_asked_nothing(client, editor, teasing):
    data = form_on(client, change_page(teasing))

    assert "teasers-unseen-answer" not in client.get(change_page(teasing)).content.decode()
    assert client.post(change_page(teasing), data).status_code == 302


def from_the_list(client, action: str, *items, **answers):
    sent = {"action": action, "_selected_action": [item.pk for item in items]} | answers
    return client.post(f"/admin/{items[0]._meta.app_label}/{items[0]._meta.model_name}/", sent, follow=True)


@pytest.fixture
def complete(teasing):
    """With all that a publisher has to give a reason for."""
    teasing.appearances.update(printed_post="Analyst")
    return teasing


def test_list_asks_what_becomes_of_teased_opinions_before_it_publishes(client, publisher, complete):
    response = from_the_list(client, "publish_selected", complete)
    without_answer = from_the_list(client, "publish_selected", complete, publish="1")

    page = response.content.decode()
    assert f"“{complete}” teases what readers would not find: “On Looms” (a draft)." in page
    assert 'value="with"' in page
    assert "This field is required" in without_answer.content.decode()
    assert statuses() == ["draft", "draft"]


def test_list_publishes_teased_opinions_with_their_event(client, publisher, complete):
    response = from_the_list(client, "publish_selected", complete, publish="1", **{"teased-answer": "with"})

    assert statuses() == ["published", "published"]
    assert messages_on(response) == [f"Published: “{complete}”."]


def test_list_publishes_an_opinion_that_two_events_tease_once(client, publisher, complete):
    other = EventFactory(lead="Other.", report="<p>Other.</p>")
    other.teasers.create(opinion=Opinion.objects.get())

    from_the_list(client, "publish_selected", complete, other, publish="1", **{"teased-answer": "with"})

    assert {one.status for one in [*Event.objects.all(), *Opinion.objects.all()]} == {"published"}


def test_list_publishes_the_event_alone_and_says_so(client, publisher, complete):
    response = from_the_list(
        client, "publish_selected", complete, publish="1", **{"teased-answer": "without"}
    )

    assert statuses() == ["published", "draft"]
    assert UNSEEN.format(complete, "a draft") in messages_on(response)


def test_list_publishes_nothing_where_an_opinion_cannot_be(client, publisher, complete):
    Opinion.objects.update(lead="")

    response = from_the_list(client, "publish_selected", complete, publish="1", **{"teased-answer": "with"})

    assert statuses() == ["draft", "draft"]
    assert "“On Looms” cannot be published: An opinion needs its text" in messages_on(response)[0]


def test_list_asks_nothing_where_readers_find_all(client, publisher, complete):
    publish(Opinion.objects.get())

    from_the_list(client, "publish_selected", complete)

    assert statuses() == ["published", "published"]


@pytest.mark.parametrize("at_once", [True, False])
def test_opinion_that_appears_later_than_the_event_is_asked_about(client, publisher, teasing, at_once):
    deed = {"_publish": "1"} if at_once else SCHEDULE
    schedule(Opinion.objects.get(), datetime(2995, 1, 1, tzinfo=UTC))
    data = form_on(client, change_page(teasing)) | deed

    refused = client.post(change_page(teasing), data)
    client.post(change_page(teasing), data | {"teasers-unseen-answer": "with"})

    assert "“On Looms” (scheduled for 1 January 2995" in refused.context["to_mend"][0]["words"]
    assert set(statuses()) == {"published" if at_once else "scheduled"}
    assert Opinion.objects.get().publish_at <= Event.objects.get().publish_at + timedelta(seconds=1)


def test_opinion_that_appears_with_the_event_is_asked_nothing_about(client, publisher, teasing):
    schedule(Opinion.objects.get(), datetime(2989, 1, 1, tzinfo=UTC))

    client.post(change_page(teasing), form_on(client, change_page(teasing)) | SCHEDULE)

    assert statuses() == ["scheduled", "scheduled"]


def test_withdrawn_opinion_is_told_and_not_offered(client, publisher, teasing):
    publish(Opinion.objects.get())
    withdraw(Opinion.objects.get(), "Not so.")
    data = form_on(client, change_page(teasing)) | {"_publish": "1"}

    refused = client.post(change_page(teasing), data)
    response = client.post(change_page(teasing), data | {"teasers-unseen-answer": "without"}, follow=True)

    assert 'value="with"' not in refused.content.decode()
    assert "“On Looms” (withdrawn)" in refused.context["to_mend"][0]["words"]
    assert UNSEEN.format(teasing, "withdrawn") in messages_on(response)


@pytest.fixture
def public(complete):
    """A public event, and a draft of an opinion that it does not tease."""
    complete.teasers.all().delete()
    publish(complete)
    return complete


@pytest.mark.parametrize("button", ["_save", "_later"])
def test_draft_teased_in_a_public_event_is_told(client, publisher, public, button):
    data = with_row(form_on(client, change_page(public)), "teasers", opinion=Opinion.objects.get().pk)
    data |= {"teasers-0-after_paragraph": 0, button: "1"}

    response = client.post(change_page(public), data, follow=True)

    assert UNSEEN.format(public, "a draft") in messages_on(response)


def test_draft_teased_by_a_change_that_is_published_is_told(client, publisher, public):
    data = with_row(form_on(client, change_page(public)), "teasers", opinion=Opinion.objects.get().pk)
    client.post(change_page(public), data | {"teasers-0-after_paragraph": 0, "_later": "1"})

    response = client.post(f"{change_page(public)}?change", {"_publish_change": "1"}, follow=True)

    assert UNSEEN.format(public, "a draft") in messages_on(response)


@pytest.mark.parametrize("action", ["return_selected", "withdraw_selected"])
@pytest.mark.parametrize("in_list", [True, False])
def test_opinion_that_goes_while_a_public_event_teases_it_is_told(client, publisher, public, action, in_list):
    opinion = Opinion.objects.get()
    publish(opinion)
    public.teasers.create(opinion=opinion)

    if in_list:
        response = from_the_list(client, action, opinion, note="Not so.")
    elif action == "return_selected":
        data = form_on(client, change_page(opinion)) | {"_return_to_draft": "1"}
        response = client.post(change_page(opinion), data, follow=True)
    else:
        address = change_page(opinion).replace("change", "withdraw")
        response = client.post(address, {"note": "Not so."}, follow=True)

    state = "a draft" if action == "return_selected" else "withdrawn"
    assert UNSEEN.format(public, state) in messages_on(response)


#: What is said wherever readers see an event without what it teases.
UNSEEN = "“{}” teases what readers do not find: “On Looms” ({})."


def statuses() -> list[str]:
    return [Event.objects.get().status, Opinion.objects.get().status]


# --- What it costs ---


@unit_of_work()
def filled(rows: int, **fields) -> Event:
    """A draft with so many speakers, statements with a topic and teased opinions."""
    event = EventFactory(**fields)
    for number in range(rows):
        listed = AppearanceFactory(event=event, order=number)
        listed.speaker.variants.create(name=f"Variant {number}")
        who = {"appearance": None, "attribution": "A participant"} if event.under_the_rule else {}
        statement = StatementFactory(**({"appearance": listed} | who), event=event, order=number)
        statement.topics.add(TopicFactory())
        event.teasers.create(opinion=OpinionFactory())
    return event


@unit_of_work()
def changed(data: dict, rows: int) -> dict:
    """Each row changed, and as many new ones."""
    speakers, topic = [SpeakerFactory() for _ in range(rows)], TopicFactory()
    for number in range(rows):
        data |= {
            f"appearances-{number}-printed_post": f"Post {number}",
            f"statements-{number}-text": f"Other words {number}.",
            f"statements-{number}-topics": [topic.pk],
            f"teasers-{number}-after_paragraph": number + 2,
        }
        data = with_row(data, "appearances", speaker=speakers[number].pk)
        data = with_row(
            data,
            "statements",
            attribution="The experts",
            text=f"They agreed {number} times.",
            own_words="on",
            topics=[topic.pk],
        )
    return data


@pytest.mark.parametrize("rows", [4, 16])
@pytest.mark.parametrize(
    ("rule", "opening", "saving"),
    [
        ("on-record", 15, 77),
        ("chatham-house", 23, 121),
    ],
)
def test_form_costs_the_same_however_many_rows(
    client, publisher, django_assert_num_queries, rows, rule, opening, saving
):
    event = filled(rows, record_rule=rule)
    data = changed(form_on(client, change_page(event)), rows)
    ContentType.objects.get_for_models(*apps.get_models())  # what a server asks once

    with django_assert_num_queries(opening):
        client.get(change_page(event))
    # Two more on PostgreSQL: the lock that others share, and the one under which is written what follows.
    with django_assert_num_queries(saving + 2 * (connection.vendor == "postgresql")):
        response = client.post(change_page(event), data)

    assert response.status_code == 302
    assert event.statements.filter(text__startswith="Other words").count() == rows
    assert (event.appearances.count(), event.statements.count()) == (2 * rows, 2 * rows)


@pytest.mark.parametrize("name", ["events/event", "events/statement", "opinions/opinion"])
def test_list_does_not_read_the_texts_that_it_does_not_show(client, publisher, name):
    event = event_with_statements("Engines will compose.", lead="Long lead.")
    event.teasers.create(opinion=OpinionFactory(body="<p>Long body.</p>"))

    with CaptureQueriesContext(connection) as queries:
        response = client.get(f"/admin/{name}/")

    assert response.context["cl"].result_count == 1
    read = [query["sql"].partition("WHERE")[0] for query in queries]
    texts = ['"events_event"."report"', '"opinions_opinion"."body"', '"opinions_opinion"."lead"']
    assert not [sql for sql in read if any(text in sql for text in texts)]


@pytest.mark.parametrize("claimed", ["1000000", "9" * 30])
def test_no_more_rows_are_made_than_were_sent(client, publisher, claimed):
    event = event_with_statements("Engines will compose.")
    data = with_row(form_on(client, change_page(event)), "statements", attribution="All", text="They agreed.")

    response = client.post(change_page(event), data | {"statements-TOTAL_FORMS": claimed, "title": ""})

    assert errors_on(response)["title"]
    rows = [
        one.formset for one in response.context["inline_admin_formsets"] if one.formset.prefix == "statements"
    ]
    assert [form["text"].value() for form in rows[0].forms] == ["Engines will compose.", "They agreed."]


@pytest.mark.parametrize("stolen", ["of another event", "gone", "of the row above"])
def test_row_under_a_number_that_is_not_its_own_is_told_and_nothing_is_saved(client, publisher, stolen):
    event = event_with_statements("Engines will compose.", "Looms will weave.")
    first = event.statements.first().pk
    other = event_with_statements("Mills will grind.").statements.get().pk
    number = {"of another event": other, "gone": other + 100, "of the row above": first}[stolen]
    data = form_on(client, change_page(event)) | {"statements-1-id": number, "statements-1-text": "My words."}

    response = client.post(change_page(event), data)

    assert "What stood in this row is not here any more" in errors_on(response)["statements-1-id"]
    page = response.content.decode()
    assert "What stood in this row is not here any more" in page and "My words." in page
    assert not Statement.objects.filter(text="My words.").exists()


def test_author_or_correction_of_another_opinion_is_told_and_not_passed_over(client, publisher):
    opinions = [AuthorshipFactory(opinion__lead="Words").opinion for _ in range(2)]
    mine, other = [
        (one, one.authorships.get(), one.corrections.create(text="It was May.")) for one in opinions
    ]
    corrections = "publishing-correction-content_type-object_id"
    rows = {"authorships-0-id": other[1].pk, f"{corrections}-0-id": other[2].pk}

    response = client.post(change_page(mine[0]), form_on(client, change_page(mine[0])) | rows)

    assert rows.keys() <= errors_on(response).keys()
    assert response.content.decode().count("What stood in this row is not here any more") >= 2


@pytest.mark.parametrize("count", ["INITIAL", "TOTAL"])
def test_number_of_rows_below_nothing_is_told(client, publisher, count):
    event = event_with_statements("Engines will compose.")

    response = client.post(
        change_page(event), form_on(client, change_page(event)) | {f"statements-{count}_FORMS": -1}
    )

    assert "ManagementForm" in errors_on(response)["statements"]

"""What is changed together is indexed together: once, at the end, each entry once, however many records were saved."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from events.models import Event, Statement
from intake.importing import take_in
from intake.items import OpinionItem, StatementItem, of_kind
from intake.making import make_draft
from people.matching import find_speakers
from people.merging import merge_speakers
from people.models import Speaker
from publishing.changes import note, unit_of_work
from publishing.deeds import publish, return_to_draft, withdraw
from search.asking import Answer, Question
from search.models import Entry
from tests.desk.conftest import logged_in
from tests.desk.pages import change_page, form_on
from tests.factories import (
    AppearanceFactory,
    EventFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    event_with_statements,
)
from tests.intake.conftest import REPORTS
from tests.intake.items import accepted
from tests.search.freshly import assert_the_index_is_true

pytestmark = pytest.mark.django_db


def found(typed: str) -> set[tuple[str, int]]:
    return {(hit.kind, hit.object_id) for hit in Answer(Question(typed)).hits.rows}


def queries_on_the_index(deed) -> list[str]:
    """The statements by which ``deed`` reads and writes the index, entries and names."""
    with CaptureQueriesContext(connection) as asked:
        deed()
    tables = ("search_entry", "search_arriving", "search_knownword", "people_name")
    return [query["sql"] for query in asked if any(table in query["sql"] for table in tables)]


def event_of(number: int) -> Event:
    topic = TopicFactory()
    event = event_with_statements(*(f"Position {n:02} holds." for n in range(number)), lead="A lead.")
    event.statements.first().topics.add(topic)
    return event


# --- What a unit is ---


def test_what_is_changed_in_a_unit_is_found_at_its_end():
    with unit_of_work():
        statement = StatementFactory(text="Freight must wait.")
        before = found("freight")

    assert before == set()
    assert found("freight") == {("statement", statement.pk)}


def test_a_unit_within_another_joins_it():
    with unit_of_work():
        with unit_of_work():
            statement = StatementFactory(text="Freight must wait.")
        before = found("freight")

    assert before == set()
    assert found("freight") == {("statement", statement.pk)}


def test_a_record_saved_by_itself_is_found_at_once():
    statement = StatementFactory(text="Freight must wait.")
    statement.text = "Trains are late."
    statement.save()

    assert (found("freight"), found("trains")) == (set(), {("statement", statement.pk)})


def test_a_unit_that_fails_leaves_nothing_behind():
    statement = StatementFactory(text="Freight must wait.")

    with pytest.raises(ZeroDivisionError), unit_of_work():
        statement.text = "Trains are late."
        statement.save()
        raise ZeroDivisionError
    with unit_of_work():
        pass

    assert (found("freight"), found("trains")) == ({("statement", statement.pk)}, set())
    assert_the_index_is_true()


def test_what_was_undone_inside_a_unit_is_indexed_as_it_is():
    statement = StatementFactory(text="Freight must wait.")

    with unit_of_work():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            statement.text = "Trains are late."
            statement.save()
            SpeakerFactory(name="Nobody Indeed")
            raise ZeroDivisionError
        PublicEventFactory(title="Harbours")

    assert (found("freight"), found("trains")) == ({("statement", statement.pk)}, set())
    assert find_speakers("Nobody Indeed", among=Speaker.objects.all()) == []
    assert_the_index_is_true()


def test_bulk_writing_is_found_when_it_is_noted():
    event = event_of(3)

    with unit_of_work():
        Statement.objects.filter(event=event).update(text="Freight must wait.")
        note(Event, [event.pk])

    assert len(found("freight")) == 3
    assert_the_index_is_true()


@pytest.mark.django_db(transaction=True)
def test_a_page_and_a_search_change_together():
    """Where the index cannot be written, the record stays as it was."""
    event = EventFactory(title="Freight")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE search_entry RENAME TO search_elsewhere")
    try:
        with pytest.raises(Exception, match="search_entry"):
            publish(event)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE search_elsewhere RENAME TO search_entry")

    assert not Event.objects.published().exists()


# --- What it costs ---


@pytest.mark.parametrize("number", [4, 16])
def test_event_form_writes_the_index_once(client, number):
    logged_in(client, "Publisher")
    event = event_of(number)
    data = form_on(client, change_page(event)) | {"title": "Another title"}
    for row in range(number):
        data[f"statements-{row}-evidence"] = "quote"

    asked = queries_on_the_index(lambda: client.post(change_page(event), data))

    assert event.statements.filter(evidence="quote").count() == number
    assert len(asked) == {"sqlite": 16, "postgresql": 14}[connection.vendor], asked
    assert_the_index_is_true()


@pytest.mark.parametrize("number", [4, 16])
def test_one_statement_costs_the_same_in_a_long_event(number):
    statement = event_of(number).statements.last()
    statement.text = "Freight must wait."

    with CaptureQueriesContext(connection) as asked:
        statement.save()

    assert len(asked) == {"sqlite": 54, "postgresql": 55}[connection.vendor], [q["sql"] for q in asked]


def test_a_draft_costs_little():
    statement = StatementFactory(appearance__event=EventFactory())

    with CaptureQueriesContext(connection) as asked:
        statement.save()

    assert len(asked) == {"sqlite": 27, "postgresql": 29}[connection.vendor], [q["sql"] for q in asked]


@pytest.mark.parametrize("number", [1, 9])
def test_merging_speakers_writes_the_index_once(number):
    kept, absorbed = SpeakerFactory(name="Ada Lovelace"), SpeakerFactory(name="Ada King")
    for _ in range(number):
        StatementFactory(appearance__speaker=absorbed)

    asked = queries_on_the_index(lambda: merge_speakers(kept, absorbed))

    assert len(asked) == {"sqlite": 31, "postgresql": 29}[connection.vendor], asked
    assert_the_index_is_true()


@pytest.mark.parametrize("number", [1, 9])
def test_renaming_a_speaker_writes_the_index_once(number):
    speaker = SpeakerFactory(name="Ada Lovelace")
    for _ in range(number):
        StatementFactory(appearance__speaker=speaker)
    speaker.name = "Ada King"

    asked = queries_on_the_index(speaker.save)

    assert len(asked) == {"sqlite": 25, "postgresql": 23}[connection.vendor], asked
    assert_the_index_is_true()


@pytest.mark.parametrize("number", [1, 11])
def test_making_a_draft_writes_the_index_once(number):
    text = (REPORTS / "reference.txt").read_text("utf-8")
    intake = take_in(text, "https://example.org/summit")[0]
    left_open = [*of_kind(StatementItem, intake.items)[number:], *of_kind(OpinionItem, intake.items)]
    items = accepted(intake.items, but=tuple(item.id for item in left_open))

    asked = queries_on_the_index(lambda: make_draft(intake, items))

    assert Statement.objects.count() == number
    assert len(asked) == 10, asked
    assert_the_index_is_true()


@pytest.mark.parametrize("number", [1, 9])
def test_withdrawing_several_from_the_list_writes_the_index_once(client, number):
    logged_in(client, "Publisher")
    events = [event_of(2) for _ in range(number)]
    data = {
        "action": "withdraw_selected",
        "_selected_action": [e.pk for e in events],
        "index": 0,
        "note": "No.",
    }

    asked = queries_on_the_index(lambda: client.post("/admin/events/event/", data))

    assert Event.objects.withdrawn().count() == number
    assert len(asked) == {"sqlite": 14, "postgresql": 8}[connection.vendor], asked
    assert_the_index_is_true()


@pytest.mark.parametrize("number", [2, 12])
def test_deleting_an_event_writes_the_index_once(number):
    event = EventFactory()
    appearance = AppearanceFactory(event=event)
    StatementFactory.create_batch(number, appearance=appearance)

    asked = queries_on_the_index(event.delete)

    assert len(asked) == 5, asked
    assert_the_index_is_true()


def test_topics_are_counted_without_a_query_for_each():
    event = PublicEventFactory()
    costs = []
    for number in (1, 20):
        event.topics.set(TopicFactory.create_batch(number))
        costs.append(len(queries_on_the_index(lambda: withdraw(event, "No."))))
        return_to_draft(event)
        publish(event)

    assert costs[0] == costs[1]
    assert Entry.objects.filter(kind="topic").count() == 20
    assert_the_index_is_true()

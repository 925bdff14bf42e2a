from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.models import Event, Statement
from people.models import Speaker
from publishing.questions import OneOf, StandingQuestion, pointing_to
from search.counting import number_of_each
from tests.factories import PublicEventFactory, StatementFactory

pytestmark = pytest.mark.django_db

TOMORROW = timezone.now() + timedelta(days=1)


def test_a_standing_question_goes_by_the_clock_and_the_keys_of_each_asking(monkeypatch):
    now, later = PublicEventFactory(), PublicEventFactory(status="scheduled", publish_at=TOMORROW)
    question = StandingQuestion(lambda: Event.objects.published().filter(OneOf("pk")).order_by("pk"))

    assert question.ask(pk=[now.pk, later.pk]) == [now]
    assert question.ask(pk=[later.pk]) == question.ask(pk=[]) == []
    monkeypatch.setattr(timezone, "now", lambda: TOMORROW + timedelta(days=1))
    assert question.ask(pk=[now.pk, later.pk]) == [now, later]
    assert question.ask(pk=[later.pk]) == [later]


def test_a_standing_question_finds_what_leads_to_the_keys_of_each_asking_directly_or_by_others():
    said, other = StatementFactory(), StatementFactory()
    by_event = StandingQuestion(lambda: pointing_to(Statement, "event").order_by("pk"))
    by_speaker = StandingQuestion(lambda: pointing_to(Statement, "appearance__speaker", "who").order_by("pk"))

    assert by_event.ask(keys={said.event_id}) == [said]
    assert by_event.ask(keys=[said.event_id, other.event_id]) == [said, other]
    assert by_speaker.ask(who=[other.appearance.speaker_id]) == [other]
    assert by_speaker.ask(who=[]) == []


def test_what_is_asked_by_keys_is_found_by_an_index():
    question = StandingQuestion(lambda: Event.objects.filter(OneOf("pk")).order_by())
    with CaptureQueriesContext(connection) as asked:
        question.ask(pk=[1, 2])
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # which it would choose for so few
        explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
        cursor.execute(f"{explain} {asked[0]['sql']}")
        plan = "\n".join(str(row) for row in cursor.fetchall())
    table = Event._meta.db_table
    assert f"SEARCH {table} USING" in plan if connection.vendor == "sqlite" else "Index Cond" in plan


def test_a_standing_question_knows_what_of_a_count_has_come_at_each_asking(monkeypatch):
    said = StatementFactory()
    number = number_of_each("speaker", "positions")
    question = StandingQuestion(lambda: Speaker.objects.annotate(number=number).values_list("number"))

    assert question.ask() == [(1,)]
    later = PublicEventFactory(status="scheduled", publish_at=TOMORROW)
    StatementFactory(appearance__event=later, appearance__speaker=said.appearance.speaker)
    assert question.ask() == [(1,)]
    monkeypatch.setattr(timezone, "now", lambda: TOMORROW + timedelta(days=1))
    assert question.ask() == [(2,)]


def test_a_question_that_is_planned_once_finds_the_same_as_any_other(monkeypatch):
    now, later = (
        PublicEventFactory(title="100 % now"),
        PublicEventFactory(status="scheduled", publish_at=TOMORROW),
    )
    there = Event.objects.published().filter(OneOf("pk")).exclude(title__contains="50%").order_by("pk")
    question = StandingQuestion(lambda: there, is_planned_once=True)

    assert question.ask(pk=[now.pk, later.pk, 2**62]) == question.ask(pk={now.pk}) == [now]
    assert question.ask(pk=[later.pk]) == question.ask(pk=[]) == []
    monkeypatch.setattr(timezone, "now", lambda: TOMORROW + timedelta(days=1))
    assert question.ask(pk=[now.pk, later.pk]) == [now, later]


@pytest.mark.django_db(transaction=True)
def test_a_question_is_planned_anew_where_a_column_was_changed_or_the_connection_is_another():
    event = PublicEventFactory(title="Now")
    there = Event.objects.filter(OneOf("pk")).order_by().values_list("title")
    question = StandingQuestion(lambda: there, is_planned_once=True)

    assert question.ask(pk=[event.pk]) == [("Now",)]
    for letters in (301, 300) if connection.vendor == "postgresql" else ():
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {Event._meta.db_table} ALTER COLUMN title TYPE varchar({letters})")
        assert question.ask(pk=[event.pk]) == [("Now",)]
    connection.close()
    assert question.ask(pk=[event.pk]) == [("Now",)]

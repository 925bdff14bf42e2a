from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from events.models import Event, Statement
from people.matching import find_speakers
from people.models import NameKey, NameUse, Speaker
from publishing.gate import PublicSince
from search import counting, indexing
from search.asking import Answer, Question
from search.models import Count, Counted, Entry
from tests.search.archive import archive_of, freight_archive
from tests.search.counted import assert_the_counts_are_true, assert_the_gate_is_true
from tests.search.freshly import assert_the_index_is_true, words_stored


def rebuild() -> str:
    out = StringIO()
    call_command("rebuild_index", stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_rebuilding_mends_whatever_was_changed_past_the_archive():
    archive = freight_archive()
    Entry.objects.filter(kind="opinion").update(tokens="nonsense")
    Entry.objects.filter(kind="topic").delete()
    Statement.objects.filter(pk=archive["said"][0].pk).update(text="Trains.")
    Event.objects.update(date=archive["first"].date + timedelta(days=400))
    Speaker.objects.filter(pk=archive["anna"].pk).update(name="Anna Weiss")
    Count.objects.filter(of="year").delete()
    Count.objects.update(events=7)
    Counted.objects.update(adds=[["topic", 10**6, "", "events", 1]])
    PublicSince.objects.all().delete()
    Entry.objects.create(kind="event", object_id=10**6, public_from="2019-01-01T00:00Z", date="2019-01-01")

    rebuild()

    assert_the_index_is_true()
    assert_the_counts_are_true()
    assert_the_gate_is_true()
    assert [match.speaker for match in find_speakers("weiss")] == [archive["anna"]]


@pytest.mark.django_db
def test_rebuilding_an_empty_index_fills_it():
    freight_archive()
    Entry.objects.all().delete()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM search_entry_words")
    NameUse.objects.all().delete()
    NameKey.objects.create(key="=nobody", word="nobody")

    said = rebuild()

    assert_the_index_is_true()
    assert not NameKey.objects.filter(word="nobody").exists()
    assert "Names of 2 people are indexed." in said
    assert "Statements: 3 can be found." in said


@pytest.mark.django_db
def test_rebuilding_a_true_index_changes_nothing():
    freight_archive()
    before = words_stored(), counts_kept()

    rebuild()

    assert (words_stored(), counts_kept()) == before


@pytest.mark.django_db
def test_where_too_many_were_there_a_rebuilt_archive_too_says_of_nobody_that_they_met(monkeypatch):
    freight_archive()
    assert [row.events for row in Count.objects.filter(of="together")] == [1, 1]
    monkeypatch.setattr(counting, "MOST_TOGETHER", 1)

    rebuild()

    assert not Count.objects.filter(of="together").exists()


def counts_kept() -> list[tuple]:
    return sorted(Count.objects.values_list("of", "key", "word", *counting.NUMBERS))


@pytest.mark.django_db(transaction=True)
def test_hits_stay_findable_while_the_index_is_rebuilt(monkeypatch):
    archive_of(12)
    monkeypatch.setattr(indexing, "BATCH", 2)
    seen = []
    read_records = indexing.Source.records

    def look_meanwhile(source):
        # Between and inside the batches, as a reader with a connection of their own would see it.
        seen.append(found_by_another_reader("freight"))
        return read_records(source)

    before = len(Answer(Question("freight")).hits)
    monkeypatch.setattr(indexing.Source, "records", look_meanwhile)
    rebuild()

    assert len(seen) > 10
    assert set(seen) == {before}


def found_by_another_reader(typed: str) -> int:
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connections

    def ask() -> int:
        try:
            return len(Answer(Question(typed)).hits)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(ask).result()

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from events.models import Event, Statement
from people.matching import find_speakers
from people.models import NameKey, NameUse, Speaker
from search import indexing
from search.asking import Answer, Question
from search.models import Entry
from tests.search.archive import archive_of, freight_archive
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
    Entry.objects.create(kind="event", object_id=10**6, public_from="2019-01-01T00:00Z", date="2019-01-01")

    rebuild()

    assert_the_index_is_true()
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
    before = words_stored()

    rebuild()

    assert words_stored() == before


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

"""What the index should hold, made afresh from the records, and what it does hold."""

from django.db import connection

from events.models import Event, Statement, Topic
from opinions.models import Opinion
from people.models import NameKey, NameUse, NameVariant, Speaker
from people.name_index import LONGEST_WORD
from people.names import stored_keys, words
from search.backends import postgresql
from search.indexing import SOURCES
from search.models import Entry, Kind
from search.tokens import facet_tokens, field_names

MODELS = {Kind.STATEMENT: Statement, Kind.EVENT: Event, Kind.OPINION: Opinion, Kind.TOPIC: Topic}


def entries_expected() -> dict[tuple, tuple]:
    entries = [source.entry(record) for source in SOURCES.values() for record in source.records()]
    return {(entry.kind, entry.object_id): in_full(entry) for entry in entries if entry}


def entries_stored() -> dict[tuple, tuple]:
    return {(entry.kind, entry.object_id): in_full(entry) for entry in Entry.objects.all()}


def in_full(entry: Entry) -> tuple:
    return tuple(getattr(entry, name) for name in field_names())


def words_expected() -> dict[int, str]:
    """Of each row of the index, what the inverted index of this database should hold."""
    entries = Entry.objects.all()
    if connection.vendor == "sqlite":
        return {entry.pk: " ".join([entry.tokens, *facet_tokens(entry)]) for entry in entries}
    return {entry.pk: as_the_server_writes_it(postgresql.vector(entry)) for entry in entries}


def as_the_server_writes_it(vector: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::tsvector::text", [vector])
        return cursor.fetchone()[0]


def words_stored() -> dict[int, str]:
    sql = {
        "sqlite": "SELECT rowid, tokens FROM search_entry_words",
        "postgresql": "SELECT id, words::text FROM search_entry",
    }
    with connection.cursor() as cursor:
        cursor.execute(sql[connection.vendor])
        return dict(cursor.fetchall())


def name_uses_expected() -> set[tuple]:
    spellings = [(speaker.pk, None, speaker.name) for speaker in Speaker.objects.all()]
    spellings += NameVariant.objects.values_list("speaker", "pk", "name")
    return {
        (speaker, variant, word)
        for speaker, variant, name in spellings
        for word in words(name)
        if len(word) <= LONGEST_WORD
    }


def assert_the_index_is_true() -> None:
    """Entries, inverted index and names are what the records say; and the gate and the index agree."""
    assert entries_stored() == entries_expected()
    assert words_stored() == words_expected()
    uses = list(NameUse.objects.values_list("speaker", "variant", "word"))
    assert sorted(uses, key=str) == sorted(name_uses_expected(), key=str)
    needed = {(key, word) for word in {word for *_, word in uses} for key in stored_keys(word)}
    assert needed <= set(NameKey.objects.values_list("key", "word"))

"""An FTS5 table whose rowid is the entry's id. It is written from here and not by triggers: when Django remakes a
table on SQLite, triggers vanish without a word."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import batched

from django.db import connection

from search.models import Entry
from search.query import Query, Term
from search.tokens import EVERYTHING, facet_tokens, field_names

TABLE = Entry._meta.db_table
WORDS = "search_entry_words"
#: Rows a statement may delete or read at once, below SQLite's bound on parameters.
BATCH = 500
#: The words have no quotation marks in them.
IS_ONE_OF = """{} IN (SELECT value FROM json_each('["' || replace({}, ',', '","') || '"]'))"""


def create(execute) -> None:
    """``execute`` runs one SQL statement (a schema editor's, in the migration)."""
    # The words come folded and stemmed: the tokenizer only has to split at blanks and keep the underscore.
    execute(
        f"CREATE VIRTUAL TABLE {WORDS} USING fts5"
        "(tokens, tokenize = \"unicode61 remove_diacritics 0 tokenchars '_'\")"
    )


def drop(execute) -> None:
    execute(f"DROP TABLE {WORDS}")


def store(entries: list[Entry]) -> None:
    """Write rows and their words where they differ from what is stored; a row that is there keeps its id."""
    stored = _stored(entries)
    changed = [entry for entry in entries if _in_full(entry) != stored.get(_key(entry), (None,))[1:]]
    if not changed:
        return
    columns = field_names()
    upsert = (
        f"INSERT INTO {TABLE} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"
        f" ON CONFLICT (kind, object_id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in columns)}"
    )
    with connection.cursor() as cursor:
        cursor.executemany(upsert, [_in_full(entry)[:-1] for entry in changed])
        replaced = [[stored[_key(entry)][0]] for entry in changed if _key(entry) in stored]
        cursor.executemany(f"DELETE FROM {WORDS} WHERE rowid = %s", replaced)
        ids = _ids(changed)
        # One row of values a statement: before an INSERT … SELECT, FTS5 writes all it holds to the disk.
        cursor.executemany(
            f"INSERT INTO {WORDS} (tokens, rowid) VALUES (%s, %s)",
            [[_in_full(entry)[-1], ids[_key(entry)]] for entry in changed],
        )


@contextmanager
def filling(first: bool) -> Iterator[None]:
    """Around the writing of all entries; words whose row is gone go at its end."""
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {WORDS} WHERE rowid NOT IN (SELECT id FROM {TABLE})")


def _key(entry: Entry) -> tuple[str, int]:
    return entry.kind, entry.object_id


def _in_full(entry: Entry) -> tuple:
    """The entry's columns as SQLite keeps them, and its words."""
    values = {name: getattr(entry, name) for name in field_names()}
    values["public_from"] = connection.ops.adapt_datetimefield_value(entry.public_from)
    values["date"] = connection.ops.adapt_datefield_value(entry.date)
    return *values.values(), " ".join([entry.tokens, *facet_tokens(entry)])


def _stored(entries: list[Entry]) -> dict[tuple[str, int], tuple]:
    """Kind and object id → id, columns and words as they are now."""
    columns = ", ".join(f"{TABLE}.{name}" for name in field_names())
    return _of_each(
        entries,
        f"id, {columns}, {WORDS}.tokens FROM {TABLE} LEFT JOIN {WORDS} ON {WORDS}.rowid = id",
    )


def _ids(entries: list[Entry]) -> dict[tuple[str, int], int]:
    """Kind and object id → id."""
    return {key: row[0] for key, row in _of_each(entries, f"id FROM {TABLE}").items()}


def _of_each(entries: list[Entry], columns_and_table: str) -> dict[tuple[str, int], tuple]:
    """Kind and object id of those of ``entries`` that have a row → its columns."""
    by_kind: dict[str, list[int]] = {}
    for entry in entries:
        by_kind.setdefault(entry.kind, []).append(entry.object_id)
    found = {}
    with connection.cursor() as cursor:
        for kind, object_ids in by_kind.items():
            for part in batched(object_ids, BATCH):
                cursor.execute(
                    f"SELECT kind, object_id, {columns_and_table}"
                    f" WHERE kind = %s AND object_id IN ({', '.join(['%s'] * len(part))})",
                    [kind, *part],
                )
                found.update({(kind, object_id): tuple(row) for kind, object_id, *row in cursor.fetchall()})
    return found


def forget(kind: str, object_ids: Iterable[int]) -> None:
    rows = Entry.objects.filter(kind=kind, object_id__in=list(object_ids))
    ids = list(rows.values_list("pk", flat=True))
    if not ids:
        return
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {WORDS} WHERE rowid = %s", [[pk] for pk in ids])
    rows.delete()


def with_token(token: str) -> list[tuple[str, int]]:
    """Kind and object id of all entries, public yet or not, that have ``token``."""
    sql = (
        f"SELECT kind, object_id FROM {TABLE} WHERE id IN (SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH %s)"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [f'"{token}"'])
        return cursor.fetchall()


def tokens_of(ids: list[int]) -> dict[int, str]:
    """The tokens of entries by their ids."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, tokens FROM {TABLE} WHERE id IN (SELECT value FROM json_each(%s))", [str(ids)]
        )
        return dict(cursor.fetchall())


def newest(query: Query, choices: list, columns: Sequence[str], moment, most: int, most_read: int):
    """SQL and its values: the newest ``most`` entries public at ``moment``.

    As ``columns``, and a last one, "there", that says whether phrases are.

    FTS5 keeps positions in its index and reads no record for a phrase: ``most_read`` binds PostgreSQL alone.
    """
    sql = (
        f"SELECT {', '.join(columns)}, true AS there FROM {TABLE} WHERE id IN"
        f" (SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH %s) AND public_from <= %s"
        " ORDER BY date DESC, id DESC LIMIT %s"
    )
    return sql, [expression(query, choices), moment, most]


def expression(query: Query, choices: Iterable[Iterable[str]]) -> str:
    """``query`` and ``choices`` of tokens in FTS5's words."""
    parts = [" OR ".join(map(_phrase, group)) for group in query.groups]
    parts += [" OR ".join(f'"{token}"' for token in choice) for choice in choices]
    wanted = " AND ".join(f"({part})" for part in parts) or f'"{EVERYTHING}"'
    return " NOT ".join([f"({wanted})", *map(_phrase, query.excluded)])


def _phrase(term: Term) -> str:
    return f'"{" ".join(term.stems)}"'

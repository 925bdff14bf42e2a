"""An FTS5 table whose rowid is the entry's id. It is written from here and not by triggers: when Django remakes a
table on SQLite, triggers vanish without a word."""

from collections.abc import Iterable, Sequence

from django.db import connection

from search.models import Entry
from search.query import Query, Term
from search.tokens import EVERYTHING, facet_tokens, field_names

TABLE = Entry._meta.db_table
WORDS = "search_entry_words"
#: Rows a statement may delete or read at once, below SQLite's bound on parameters.
BATCH = 500


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
    """Write rows and their words; a row that is there already is replaced and keeps its id."""
    columns = field_names()
    updates = ", ".join(f"{column} = excluded.{column}" for column in columns)
    upsert = (
        f"INSERT INTO {TABLE} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"
        f" ON CONFLICT (kind, object_id) DO UPDATE SET {updates}"
    )
    with connection.cursor() as cursor:
        adapt = connection.ops.adapt_datetimefield_value
        cursor.executemany(
            upsert,
            [
                [adapt(value) if column == "public_from" else value for column, value in _row(entry, columns)]
                for entry in entries
            ],
        )
        ids = _ids(entries)
        cursor.executemany(f"DELETE FROM {WORDS} WHERE rowid = %s", [[pk] for pk in ids.values()])
        cursor.executemany(
            f"INSERT INTO {WORDS} (rowid, tokens) VALUES (%s, %s)",
            [
                [ids[entry.kind, entry.object_id], " ".join([entry.tokens, *facet_tokens(entry)])]
                for entry in entries
            ],
        )


def _row(entry: Entry, columns: list[str]) -> list[tuple[str, object]]:
    return [(column, getattr(entry, column)) for column in columns]


def _ids(entries: list[Entry]) -> dict[tuple[str, int], int]:
    by_kind: dict[str, list[int]] = {}
    for entry in entries:
        by_kind.setdefault(entry.kind, []).append(entry.object_id)
    found = {}
    for kind, object_ids in by_kind.items():
        for start in range(0, len(object_ids), BATCH):
            rows = Entry.objects.filter(kind=kind, object_id__in=object_ids[start : start + BATCH])
            found.update({(kind, object_id): pk for pk, object_id in rows.values_list("pk", "object_id")})
    return found


def forget(kind: str, object_ids: Iterable[int]) -> None:
    rows = Entry.objects.filter(kind=kind, object_id__in=list(object_ids))
    ids = list(rows.values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {WORDS} WHERE rowid = %s", [[pk] for pk in ids])
    rows.delete()


def newest(query: Query, choices: list, columns: Sequence[str], moment, most: int, most_read: int):
    """SQL and its values: the newest ``most`` entries public at ``moment``, as ``columns``.

    FTS5 keeps positions in its index and reads no record for a phrase: ``most_read`` binds PostgreSQL alone.
    """
    sql = (
        f"SELECT {', '.join(columns)} FROM {TABLE} WHERE id IN"
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

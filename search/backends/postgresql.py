"""A tsvector column beside the model's own, with a GIN index. Lexemes and positions are written by us, so that no
text search configuration of the server has a say in what is found."""

from collections.abc import Iterable

from django.db import connection
from psycopg.sql import SQL, Identifier

from search.models import Entry
from search.query import Query, Term
from search.tokens import EVERYTHING, facet_tokens, field_names

TABLE = Entry._meta.db_table


def create(execute) -> None:
    """``execute`` runs one SQL statement (a schema editor's, in the migration)."""
    execute(f"ALTER TABLE {TABLE} ADD COLUMN words tsvector")
    execute(f"CREATE INDEX search_entry_words ON {TABLE} USING gin (words) WITH (fastupdate = off)")
    # A finer idea of how frequent each stem is keeps the planner from walking all dates for a rare one.
    execute(f"ALTER TABLE {TABLE} ALTER COLUMN words SET STATISTICS 2000")


def drop(execute) -> None:
    execute(f"ALTER TABLE {TABLE} DROP COLUMN words")


def store(entries: list[Entry]) -> None:
    """Write rows and their words; a row that is there already is replaced and keeps its id."""
    columns = field_names()
    sql = SQL(
        "INSERT INTO {table} ({columns}, words) VALUES ({values}, %s::tsvector)"
        " ON CONFLICT (kind, object_id) DO UPDATE SET ({columns}, words) = ({excluded}, excluded.words)"
    ).format(
        table=Identifier(TABLE),
        columns=SQL(", ").join(map(Identifier, columns)),
        values=SQL(", ").join([SQL("%s")] * len(columns)),
        excluded=SQL(", ").join(SQL("excluded.") + Identifier(column) for column in columns),
    )
    rows = [[*(getattr(entry, column) for column in columns), vector(entry)] for entry in entries]
    with connection.cursor() as cursor:
        cursor.executemany(sql.as_string(cursor.connection), rows)


def vector(entry: Entry) -> str:
    """The entry's words as a tsvector literal: 'freez':2 'korea':5,9 'kind_event'."""
    positions: dict[str, list[str]] = {}
    for position, token in enumerate(entry.tokens.split(), start=1):
        positions.setdefault(token, []).append(str(position))
    words = [f"'{token}':{','.join(found)}" for token, found in positions.items()]
    return " ".join([*words, *(f"'{token}'" for token in facet_tokens(entry))])


def forget(kind: str, object_ids: Iterable[int]) -> None:
    Entry.objects.filter(kind=kind, object_id__in=list(object_ids)).delete()


def matching(query: Query, facets: Iterable[Iterable[str]]) -> tuple[str, list]:
    """A condition on the entry table and its parameters."""
    return f"{TABLE}.words @@ %s::tsquery", [expression(query, facets)]


def expression(query: Query, facets: Iterable[Iterable[str]]) -> str:
    """``query`` and ``facets`` (each a choice of tokens) as a tsquery literal."""
    parts = [" | ".join(map(_phrase, group)) for group in query.groups]
    parts += [" | ".join(f"'{token}'" for token in choice) for choice in facets]
    parts += [f"!({_phrase(term)})" for term in query.excluded]
    return " & ".join(f"({part})" for part in parts) or f"'{EVERYTHING}'"


def _phrase(term: Term) -> str:
    return " <-> ".join(f"'{stem}'" for stem in term.stems)

"""A tsvector column beside the model's own, with a GIN index. Lexemes and positions are written by us, so that no
text search configuration of the server has a say in what is found."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import connection

from search.models import Entry
from search.query import Query, Term
from search.tokens import EVERYTHING, facet_tokens, field_names

TABLE = Entry._meta.db_table
#: Lives as long as the connection: where the rows to be stored wait.
ARRIVING = "search_arriving"
MAKE_INDEX = f"CREATE INDEX search_entry_words ON {TABLE} USING gin (words) WITH (fastupdate = off)"
IS_ONE_OF = "{} = ANY(string_to_array({}, ','))"
NEWEST_FIRST = "ORDER BY date DESC, id DESC"


def create(execute) -> None:
    """``execute`` runs one SQL statement (a schema editor's, in the migration)."""
    execute(f"ALTER TABLE {TABLE} ADD COLUMN words tsvector")
    execute(MAKE_INDEX)
    # A finer idea of how frequent each stem is keeps the planner from walking all dates for a rare one.
    execute(f"ALTER TABLE {TABLE} ALTER COLUMN words SET STATISTICS 2000")


def drop(execute) -> None:
    execute(f"ALTER TABLE {TABLE} DROP COLUMN words")


def store(entries: list[Entry]) -> None:
    """Write rows and their words where they differ from what is stored; a row that is there keeps its id."""
    columns = [*field_names(), "words"]
    names = ", ".join(columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE IF NOT EXISTS {ARRIVING} AS SELECT {names} FROM {TABLE} WHERE false"
        )
        cursor.execute(f"TRUNCATE {ARRIVING}")
        with cursor.copy(f"COPY {ARRIVING} ({names}) FROM STDIN") as copy:
            for entry in entries:
                copy.write_row([*(getattr(entry, column) for column in columns[:-1]), vector(entry)])
        cursor.execute(
            f"INSERT INTO {TABLE} AS stored ({names}) SELECT {names} FROM {ARRIVING}"
            f" ON CONFLICT (kind, object_id) DO UPDATE SET ({names}) = ({_each('excluded', columns)})"
            f" WHERE ({_each('stored', columns)}) IS DISTINCT FROM ({_each('excluded', columns)})"
        )


def _each(table: str, columns: list[str]) -> str:
    return ", ".join(f"{table}.{column}" for column in columns)


@contextmanager
def filling(first: bool) -> Iterator[None]:
    """Around the writing of all entries: an index made once is made ten times quicker than row by row."""
    if not first:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX IF EXISTS search_entry_words")
        try:
            yield
        finally:
            if not connection.needs_rollback:
                cursor.execute(MAKE_INDEX)
                cursor.execute(f"ANALYZE {TABLE}")


def vector(entry: Entry) -> str:
    """The entry's words as a tsvector literal: 'freez':2 'korea':5,9 'kind_event'."""
    positions: dict[str, str] = {}
    for position, token in enumerate(entry.tokens.split(), start=1):
        positions[token] = f"{positions[token]},{position}" if token in positions else str(position)
    words = [f"'{token}':{found}" for token, found in positions.items()]
    return " ".join([*words, *(f"'{token}'" for token in facet_tokens(entry))])


def forget(kind: str, object_ids: Iterable[int]) -> None:
    Entry.objects.filter(kind=kind, object_id__in=list(object_ids)).delete()


def with_token(token: str) -> list[tuple[str, int]]:
    """Kind and object id of all entries, public yet or not, that have ``token``."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT kind, object_id FROM {TABLE} WHERE words @@ %s::tsquery", [f"'{token}'"])
        return cursor.fetchall()


def tokens_of(ids: list[int]) -> dict[int, str]:
    """The tokens of entries by their ids, which go in as one value: a thousand take longer to write than to find."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, tokens FROM {TABLE} WHERE id = ANY(%s)", [ids])
        return dict(cursor.fetchall())


def newest(query: Query, choices: list, columns: Sequence[str], moment, most: int, most_read: int):
    """SQL and its values: the newest ``most`` entries public at ``moment``.

    As ``columns``, and a last one, "there", that says whether phrases are.

    GIN knows which records have all words of a phrase, but not where: each has to be read. So for a phrase the
    newest ``most_read`` of those are read, and the last column says whether it is there.
    """
    matches = "words @@ (SELECT %s::tsquery)" if query.groups else "words @@ %s::tsquery"
    public = f"{matches} AND public_from <= %s {NEWEST_FIRST} LIMIT %s"
    wanted = ", ".join(columns)
    if not query.has_phrases:
        return f"SELECT {wanted}, true AS there FROM {TABLE} WHERE {public}", [
            expression(query, choices),
            moment,
            most,
        ]
    # By their places on the disk, which one statement may rely on: quicker than by the primary key.
    sql = (
        f"SELECT {wanted}, {matches} AS there FROM {TABLE}"
        f" WHERE ctid = ANY(ARRAY(SELECT ctid FROM {TABLE} WHERE {public})) {NEWEST_FIRST}"
    )
    return sql, [expression(query, []), expression(query.without_order(), choices), moment, most_read]


def expression(query: Query, choices: Iterable[Iterable[str]]) -> str:
    """``query`` and ``choices`` of tokens as a tsquery literal."""
    parts = [" | ".join(map(_phrase, group)) for group in query.groups]
    parts += [" | ".join(f"'{token}'" for token in choice) for choice in choices]
    parts += [f"!({_phrase(term)})" for term in query.excluded]
    return " & ".join(f"({part})" for part in parts) or f"'{EVERYTHING}'"


def _phrase(term: Term) -> str:
    together = " <-> " if term.side_by_side else " & "
    return "(" + together.join(f"'{stem}'" for stem in term.stems) + ")"

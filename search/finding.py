"""The question in, the hits out: one function for the page, the feed, the command and the tests."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from search.backends import backend
from search.models import Entry, Kind
from search.query import Query
from search.ranking import relevance
from search.tokens import facet_token

#: So many hits are counted, newest first; where there are more, the page says "more than".
MOST_COUNTED = 10_000
#: So many of those, newest first, are put in order of relevance.
MOST_RANKED = 1_000


class Hit(NamedTuple):
    """One row of the index that matched."""

    id: int
    kind: str
    object_id: int
    date: date
    speakers: str
    topics: str
    event_kind: str
    evidence: str
    language: str


@dataclass(frozen=True)
class Narrowing:
    """What a search is narrowed to; an empty one narrows nothing."""

    kind: str = ""
    speaker: int | None = None
    topic: int | None = None
    event_kind: str = ""
    evidence: str = ""
    language: str = ""
    year_from: int | None = None
    year_to: int | None = None

    def choices(self) -> list[list[str]]:
        """As tokens of the index: one of each list is needed."""
        names = ("kind", "speaker", "topic", "event_kind", "evidence", "language")
        return [[facet_token(name, value)] for name in names if (value := getattr(self, name))]


@dataclass
class Hits:
    """All that matched, newest first, up to the bound."""

    rows: Sequence[Hit]
    query: Query
    meant: frozenset[str] = frozenset()
    more: bool = field(default=False)

    def __len__(self):
        return len(self.rows)

    def count_by(self, name: str) -> Counter:
        """How many hits each value has; of ``speakers`` and ``topics``, each id as text."""
        if name in ("speakers", "topics"):
            return Counter(pk for row in self.rows for pk in getattr(row, name).split())
        counts = Counter(getattr(row, name) for row in self.rows)
        counts.pop("", None)
        return counts

    @cached_property
    def years(self) -> Counter:
        return Counter(row.date.year for row in self.rows if row.kind != Kind.TOPIC)

    @cached_property
    def by_relevance(self) -> list[Hit]:
        """The newest hits in order of relevance; of equals, the newer first."""
        ranked = self.rows[:MOST_RANKED]
        tokens = dict(Entry.objects.filter(pk__in=[row.id for row in ranked]).values_list("pk", "tokens"))
        scores = {
            row.id: relevance(self.query, tokens.get(row.id, ""), row.speakers.split(), self.meant)
            for row in ranked
        }
        return sorted(ranked, key=lambda row: -scores[row.id])


def find_entries(query: Query, narrowing: Narrowing, meant: frozenset[str] = frozenset()) -> Hits:
    """The public entries that answer ``query`` within ``narrowing``, newest first, at most MOST_COUNTED."""
    condition, parameters = backend().matching(query, narrowing.choices())
    clauses, values = [condition, "public_from <= %s"], [*parameters, _moment()]
    if narrowing.year_from:
        clauses.append("date >= %s")
        values.append(date(narrowing.year_from, 1, 1))
    if narrowing.year_to:
        clauses.append("date <= %s")
        values.append(date(narrowing.year_to, 12, 31))
    table = Entry._meta.db_table
    sql = (
        f"SELECT {', '.join(Hit._fields)} FROM {table} WHERE {' AND '.join(clauses)}"
        f" ORDER BY date DESC, id DESC LIMIT {MOST_COUNTED + 1}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows = [Hit(*row) for row in cursor.fetchall()]
    return Hits(rows[:MOST_COUNTED], query, meant, more=len(rows) > MOST_COUNTED)


def _moment():
    return connection.ops.adapt_datetimefield_value(timezone.now())

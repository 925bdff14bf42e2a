"""The question in, the hits out: what the page, the feed, the command and the tests all ask."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from functools import cached_property
from math import ceil
from typing import NamedTuple

from django.db import DEFAULT_DB_ALIAS, connection
from django.utils import timezone

from publishing.editions import OnceAnEdition
from search.backends import backend
from search.entries import NO_DATE
from search.models import Count, Entry, Kind
from search.query import Query
from search.ranking import Relevance
from search.tokens import NO_YEAR, facet_token, title_of

#: So many hits are counted, newest first; where there are more, the page says "more than".
MOST_COUNTED = 4_000
#: So many of those, newest first, are put in order of relevance.
MOST_RANKED = 1_000
#: In so many records, newest first, that have all words of a phrase, it is looked whether they stand side by side.
MOST_READ_FOR_A_PHRASE = 10_000
#: From more hits than these it is told how many a year has.
FEW = 50
#: A window holds so many entries at least, whatever is asked: a small archive is asked once.
AT_ONCE = 20_000


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
        """As tokens of the index: one of each list is needed. Years are asked for window by window."""
        names = ("kind", "speaker", "topic", "event_kind", "evidence", "language")
        return [[facet_token(name, value)] for name in names if (value := getattr(self, name))]

    def admits(self, hit: Hit) -> bool:
        """Whether ``hit`` is within, as the index would say; a topic is of no year."""
        if (self.year_from or self.year_to) and (
            hit.kind == Kind.TOPIC
            or not (self.year_from or 1) <= hit.date.year <= (self.year_to or hit.date.year)
        ):
            return False
        return (
            self.kind in ("", hit.kind)
            and self.event_kind in ("", hit.event_kind)
            and self.evidence in ("", hit.evidence)
            and self.language in ("", hit.language)
            and (self.speaker is None or str(self.speaker) in hit.speakers.split())
            and (self.topic is None or str(self.topic) in hit.topics.split())
        )

    def is_within(self, wider: "Narrowing") -> bool:
        """Whether ``wider`` asks for nothing that this one does not ask for too."""
        names = [part.name for part in fields(self)]
        return all(getattr(wider, name) in ("", None, getattr(self, name)) for name in names)


@dataclass
class Hits:
    """All that matched, newest first, up to the bound; ``more`` says that the bound was reached.

    Column by column: thousands are counted, and a few dozen of them shown.
    """

    #: The values of all hits by their name in ``Hit``.
    columns: dict[str, Sequence]
    query: Query
    more: bool = field(default=False)
    #: The words of hits as the index has them, by their ids, as far as they came with them or were asked for.
    words: dict[int, str] = field(default_factory=dict, repr=False)
    counted: dict[str, Counter] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, rows: Iterable[Hit], query: Query, words: dict[int, str] | None = None) -> "Hits":
        """All of ``rows``, and no more; ``words`` are those of some of them, and may be those of others too."""
        values = list(zip(*rows, strict=True)) or [()] * len(Hit._fields)
        return cls(dict(zip(Hit._fields, values, strict=True)), query, words=words or {})

    def __len__(self):
        return len(self.columns["id"])

    @cached_property
    def rows(self) -> list[Hit]:
        return self.newest(len(self))

    def newest(self, most: int) -> list[Hit]:
        columns = self.columns.values()
        return list(map(Hit._make, zip(*(column[:most] for column in columns), strict=True)))

    def count_by(self, name: str) -> Counter:
        """How many hits each value has; of ``speakers`` and ``topics``, each id as text."""
        if name not in self.counted:
            self.counted[name] = self._count_by(name)
        return self.counted[name]

    def _count_by(self, name: str) -> Counter:
        values = self.columns[name]
        if name in ("speakers", "topics"):
            return Counter(" ".join(values).split())
        counts = Counter(values)
        counts.pop("", None)
        return counts

    def _but_of_topics(self, name: str) -> Iterator:
        """The values of all hits that are no topics themselves."""
        pairs = zip(self.columns["kind"], self.columns[name], strict=True)
        return (value for kind, value in pairs if kind != Kind.TOPIC)

    @cached_property
    def about(self) -> Counter:
        """How many hits each topic has, but for topics themselves; each id as text."""
        return Counter(" ".join(self._but_of_topics("topics")).split())

    @cached_property
    def by_year(self) -> Counter:
        return Counter(day.year for day in self._but_of_topics("date"))

    def words_of(self, ids: Iterable[int]) -> dict[int, str]:
        """The words of at least these hits by their ids; those that are not there yet are asked for."""
        if missing := [pk for pk in ids if pk not in self.words]:
            self.words |= backend().tokens_of(missing)
        return self.words

    @cached_property
    def by_relevance(self) -> list[Hit]:
        """The newest hits in order of relevance; of equals, the newer first."""
        ranked, relevance = self.newest(MOST_RANKED), Relevance(self.query)
        words = self.words_of(row.id for row in ranked)
        falling = [-relevance.of(words.get(row.id, ""), row.speakers) for row in ranked]
        return [ranked[place] for place in sorted(range(len(ranked)), key=falling.__getitem__)]


def find_entries(query: Query, narrowing: Narrowing) -> Hits:
    """The public entries that answer ``query`` within ``narrowing``, newest first, at most MOST_COUNTED."""
    return find_entries_of_each([(query, narrowing, False)])[0]


def find_entries_of_each(asked: Sequence[tuple[Query, Narrowing, bool]]) -> list[Hits]:
    """Of each query and its narrowing the hits, as ``find_entries`` has them; all in as many questions as one takes.

    Each says whether its hits are to be ranked: then those that can be bring the words of the index along.

    The index knows what matches and not what is new. So it is asked window by window of years, from the newest on,
    until there is enough: a word in every fifth record of a large archive costs hardly more than one in a hundred.
    """
    looking = [_Looking(*one) for one in asked]
    while still := [(one, choices) for one in looking if (choices := one.next_choices()) is not None]:
        found = _rows_of_each([(one.query, choices, one.missing, one.to_be_ranked) for one, choices in still])
        for (one, _choices), rows in zip(still, found, strict=True):
            one.take(rows)
    return [one.hits for one in looking]


def topics_with_any(words: Iterable[str]) -> list[tuple[int, frozenset[str]]]:
    """Ids of public topics with one of the stems ``words`` in their names, and all stems of these; in a fixed order."""
    asked, now = frozenset(words), timezone.now()
    return [
        (pk, named)
        for pk, named, public_from in names_of_topics.now()
        if public_from <= now and not asked.isdisjoint(named)
    ]


def _read_names_of_topics() -> list[tuple[int, frozenset[str], datetime]]:
    topics = Entry.objects.using(DEFAULT_DB_ALIAS).filter(kind=Kind.TOPIC).order_by("object_id")
    rows = topics.values_list("object_id", "tokens", "public_from")
    return [(pk, title_of(tokens), public_from) for pk, tokens, public_from in rows]


#: The topics that are public or will be: a few hundred, which every search of several words would ask for.
names_of_topics = OnceAnEdition(_read_names_of_topics)


class _Windows:
    """Years from the newest on, as choices of tokens; each window as wide as the hits so far let expect.

    The first is as wide as the size of the archive lets; one that holds all that there is has no years to choose from.
    """

    def __init__(self, narrowing: Narrowing):
        first, last, entries = first_and_last_year.now()
        self.first = max(narrowing.year_from or 1, first)
        self.last = min(narrowing.year_to or 9999, last)
        self.undated = not (narrowing.year_from or narrowing.year_to)
        if narrowing.kind == Kind.TOPIC:
            self.last = 0  # none of them has a year
        self.width = max(1, AT_ONCE * (last - first + 1) // max(entries, 1))
        self.found, self.enough = 0, False

    def __iter__(self) -> Iterator[list[str]]:
        newest, width = self.last, self.width
        while newest >= self.first and not self.enough:
            oldest = max(self.first, newest - width + 1)
            years = [facet_token("year", year) for year in range(oldest, newest + 1)]
            # What has no date stands behind the oldest.
            last = oldest == self.first and self.undated
            is_whole = last and newest == self.last
            yield [] if is_whole else [*years, NO_YEAR] if last else years
            per_year = max(self.found / (self.last - oldest + 1), 1)
            expected = ceil(1.2 * (MOST_COUNTED - self.found) / per_year)
            # A few hits say little about the years to come, and most of all where there are none.
            newest, width = oldest - 1, max(1, expected if self.found > FEW else min(8 * width, expected))
        if self.undated and self.last < self.first:
            yield [NO_YEAR]


def _read_first_and_last_year() -> tuple[int, int, int]:
    """Of all dated entries; of none, years between which there is none. And about how many entries there are."""
    # Not MIN and MAX: for both at once SQLite reads the whole table, for each of these one end of the index.
    dated = f"SELECT date FROM {Entry._meta.db_table} WHERE date > %s ORDER BY date"
    counted = f"SELECT positions FROM {Count._meta.db_table} WHERE of = 'archive' AND key = 0 AND word = ''"
    none = connection.ops.adapt_datefield_value(NO_DATE)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT ({dated}, id LIMIT 1), ({dated} DESC, id DESC LIMIT 1), ({counted})", [none, none]
        )
        first, last, positions = cursor.fetchone()
    if first is None:
        return 1, 0, 0
    # SQLite keeps a day as text.
    return int(str(first)[:4]), int(str(last)[:4]), positions or 0


#: The same until something changes what readers see, or what will be seen.
first_and_last_year = OnceAnEdition(_read_first_and_last_year)


class _Looking:
    """One of several queries that are asked together: what it has found so far."""

    def __init__(self, query: Query, narrowing: Narrowing, is_ranked: bool):
        self.query, self.is_ranked = query, is_ranked
        self.always = narrowing.choices()
        self.windows = _Windows(narrowing)
        self.years = iter(self.windows)
        #: As ``Hit`` has them, and two more: see ``take``.
        self.columns: list[list] = [[] for _column in (*Hit._fields, "there", "words")]
        self.full = False

    def next_choices(self) -> list[list[str]] | None:
        """What is asked for next; None where there is enough, or no more."""
        years = next(self.years, None)
        if years is None:
            return None
        return [*self.always, years] if years else self.always

    @property
    def missing(self) -> int:
        """How many more are read at most: one tells that there are more than are counted."""
        return MOST_COUNTED + 1 - self.windows.found

    @property
    def to_be_ranked(self) -> int:
        """How many of these are put in order of relevance."""
        return max(0, MOST_RANKED - self.windows.found) if self.is_ranked else 0

    def take(self, found: list[tuple]) -> None:
        """Rows of the index, each with two more columns: whether the words of phrases stand side by side, and all of
        its words, where it may be ranked."""
        self.full = self.full or len(found) >= MOST_READ_FOR_A_PHRASE
        there = [row for row in found if row[-2]] if self.query.has_phrases else found
        for column, values in zip(self.columns, zip(*there[: self.missing], strict=True), strict=False):
            column += values
        self.windows.found = len(self.columns[0])
        self.windows.enough = self.full or self.windows.found > MOST_COUNTED

    @property
    def hits(self) -> Hits:
        more = self.full or self.windows.found > MOST_COUNTED
        *columns, _there, words = [column[:MOST_COUNTED] for column in self.columns]
        ranked = {pk: text for pk, text in zip(columns[0], words, strict=True) if text is not None}
        return Hits(dict(zip(Hit._fields, columns, strict=True)), self.query, more, ranked)


#: The words of those that may be ranked are read with them, in the order in which they come: one question less.
WITH_WORDS = f"""
    SELECT found.*, CASE WHEN COUNT(*) FILTER (WHERE there) OVER (ROWS UNBOUNDED PRECEDING) <= %s
        THEN (SELECT tokens FROM {Entry._meta.db_table} AS entry WHERE entry.id = found.id) END AS words
    FROM ({{sql}}) AS found
"""
WITHOUT_WORDS = "SELECT found.*, NULL AS words FROM ({sql}) AS found"


def _rows_of_each(asked: Sequence[tuple[Query, list[list[str]], int, int]]) -> list[list[tuple]]:
    """Of each query, within its choices, as many of the newest rows as it may have, so many with their words; in one
    question."""
    moment = connection.ops.adapt_datetimefield_value(timezone.now())
    parts = []
    for query, choices, most, ranked in asked:
        sql, values = backend().newest(query, choices, Hit._fields, moment, most, MOST_READ_FOR_A_PHRASE)
        whole = WITH_WORDS if ranked else WITHOUT_WORDS
        parts.append((whole.format(sql=sql), [ranked, *values] if ranked else values))
    with connection.cursor() as cursor:
        if len(parts) == 1:
            cursor.execute(*parts[0])
            return [cursor.fetchall()]
        together = " UNION ALL ".join(
            f"SELECT {number}, found.* FROM ({sql}) AS found" for number, (sql, _values) in enumerate(parts)
        )
        cursor.execute(together, [value for _sql, values in parts for value in values])
        rows: list[list[tuple]] = [[] for _part in parts]
        for number, *row in cursor.fetchall():
            rows[number].append(tuple(row))
    return rows

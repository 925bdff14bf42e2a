"""How many there are of what: kept at the end of a unit of work, so that no page counts.

What an event, an opinion or a speaker adds to the counts is remembered (``Counted``), so that a change is what it adds
now less what it added before, whatever became of its records. Counts hold what is scheduled too. What has not come is
taken off when they are read: there is little of it at any time.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import batched, permutations
from typing import cast

from django.db import DEFAULT_DB_ALIAS, connection, models, transaction
from django.db.models import Count as Number
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from events.models import Appearance, Event, Series, Statement, Topic
from opinions.models import Authorship, Opinion
from people.models import Speaker
from publishing.changes import Changes, one_at_a_time
from publishing.editions import OnceAnEdition
from publishing.gate import PUBLIC_STATUSES, PublicSince, PublishedThrough, keep_moments
from publishing.questions import Given, OneOf, StandingQuestion, given_text
from search.indexing import BATCH, batches, index_again, keys_of, touched_by
from search.models import Count, Counted, Kind
from search.summing import NUMBERS, sum_up

#: The names of a count (of what, of which record, of what beside it) and of one of its numbers, with how many.
Adds = Counter[tuple[str, int, str, str]]
#: Records that are public through others, by what their counts are called.
THROUGH: dict[str, type[PublishedThrough]] = {"speaker": Speaker, "topic": Topic, "series": Series}
SPEAKER, YEAR = "speaker", "year"
#: At a congress of hundreds nobody meets everybody; and three hundred people would be ninety thousand pairs.
MOST_TOGETHER = 100

#: What is called with the years of which readers see another number of positions than before. Apps add theirs in
#: ``AppConfig.ready()``.
told_of_years: list[Callable[[set[int]], None]] = []


def index_and_count(changes: Changes) -> None:
    """Make the index what it should be after ``changes``, and then the counts; what they touch is asked once."""
    touched = touched_by(changes)
    index_again(touched, changes.get(Topic, set()))
    count_changes(changes, touched)


def count_changes(changes: Changes, touched: dict[Kind, set[int]]) -> None:
    """Make the counts what they should be after ``changes``, and since when speakers, topics and series are public."""
    events = touched[Kind.EVENT] | keys_of(Statement, "pk", changes.get(Statement, ()), wanted="event")
    named = {of: set(changes.get(model, ())) for of, model in THROUGH.items()} | {YEAR: set()}
    for kind, ids in ((Kind.EVENT, events), (Kind.OPINION, touched[Kind.OPINION])):
        for batch in batched(sorted(ids), BATCH):
            for of, keys in recount(kind, batch).items():
                named[of] |= keys
    if years := named.pop(YEAR):
        for tell in told_of_years:
            tell(years)
    keep_public_since(named)


def keep_public_since(named: dict[str, set[int]]) -> None:
    for of, keys in named.items():
        for batch in batched(sorted(keys), BATCH):
            keep_moments(THROUGH[of], batch)
            if of == SPEAKER:
                recount(SPEAKER, batch)


BEFORE = StandingQuestion(
    lambda: Counted.objects.filter(OneOf("object_id"), kind=given_text("kind")).order_by()
)


def recount(kind: str, ids: Iterable[int]) -> dict[str, set[int]]:
    """Count these records anew; returns the speakers, topics and series that they name, or named before, and the years
    of which there is another number of positions."""
    before = {row.object_id: row for row in BEFORE.ask(kind=kind, object_id=ids)}
    now = {row.object_id: row for row in ADDED_BY[kind](ids)}
    changed = {pk for pk in before.keys() | now.keys() if _facts(before.get(pk)) != _facts(now.get(pk))}
    if not changed:
        return {}
    difference: Adds = Counter()
    named: dict[str, set[int]] = defaultdict(set)
    for rows, sign in ((before, -1), (now, 1)):
        for pk in changed & rows.keys():
            for place, number in added_by(rows[pk]).items():
                difference[place] += sign * number
                if place[0] in THROUGH:
                    named[place[0]].add(place[1])
    _add(difference)
    if years := _years_told_anew(before, now, changed):
        named[YEAR] = years
    Counted.objects.bulk_create(
        [now[pk] for pk in sorted(changed & now.keys())],
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=["public_from", "adds"],
        batch_size=BATCH,
    )
    if gone := before.keys() - now.keys():
        Counted.objects.filter(kind=kind, object_id__in=gone).delete()
    return named


def added_by(row: Counted) -> Adds:
    """What ``row`` adds; that people were there together follows from who was, where they were not too many."""
    adds: Adds = Counter({(of, key, word, number): times for of, key, word, number, times in row.adds})
    if row.kind == Kind.EVENT:
        present = {
            key for of, key, _word, number in adds if of == SPEAKER and number in ("events", "chaired")
        }
        if len(present) <= MOST_TOGETHER:
            adds.update(
                {("together", one, str(other), "events"): 1 for one, other in permutations(present, 2)}
            )
    return adds


def _years_told_anew(before: dict[int, Counted], now: dict[int, Counted], changed: set[int]) -> set[int]:
    """The years whose positions are others than they were, or are there from another moment on."""
    years: set[int] = set()
    for pk in changed:
        was, is_now = before.get(pk), now.get(pk)
        old, new = _positions_of_years(was), _positions_of_years(is_now)
        as_before = was and is_now and was.public_from == is_now.public_from
        years |= {year for year, _times in (old ^ new if as_before else old | new)}
    return years


def _positions_of_years(row: Counted | None) -> set[tuple[int, int]]:
    adds = row.adds if row else []
    return {
        (int(word), times) for of, _key, word, number, times in adds if (of, number) == (YEAR, "positions")
    }


def _facts(row: Counted | None) -> tuple | None:
    return (row.public_from, row.adds) if row else None


def _add(difference: Adds) -> None:
    """Raise the counts by ``difference``, which may be less than nothing; a count of nothing has no row."""
    changes: dict[tuple[str, int, str], dict[str, int]] = defaultdict(dict)
    for (of, key, word, number), times in difference.items():
        if times:
            changes[of, key, word][number] = times
    for batch in batched(sorted(changes), BATCH):
        rows = _rows_of(batch)
        for name in batch:
            row = rows.setdefault(name, Count(of=name[0], key=name[1], word=name[2]))
            for number, times in changes[name].items():
                setattr(row, number, getattr(row, number) + times)
        kept, gone = [], []
        for row in rows.values():
            if any(getattr(row, number) for number in NUMBERS):
                kept.append(row)
            elif row.pk:
                gone.append(row.pk)
        Count.objects.bulk_create(
            [Count(**{name: getattr(row, name) for name in ("of", "key", "word", *NUMBERS)}) for row in kept],
            update_conflicts=True,
            unique_fields=["of", "key", "word"],
            update_fields=NUMBERS,
            batch_size=BATCH,
        )
        if gone:
            Count.objects.filter(pk__in=gone).delete()


def _rows_of(names: Iterable[tuple[str, int, str]]) -> dict[tuple[str, int, str], Count]:
    wanted: dict[str, list[set]] = defaultdict(lambda: [set(), set()])
    for of, key, word in names:
        wanted[of][0].add(key)
        wanted[of][1].add(word)
    found = {}
    for of, (keys, words) in wanted.items():
        for row in Count.objects.filter(of=of, key__in=keys, word__in=words):
            found[of, row.key, row.word] = row
    return {name: found[name] for name in names if name in found}


#: Who said a statement; of most there is no second.
BOTH = ("appearance__speaker", "jointly_with__speaker")

# --- What each adds ----------------------------------------------------------------------------------------


FACTS = StandingQuestion(
    lambda: (
        Event.objects.filter(OneOf("pk"), status__in=PUBLIC_STATUSES, date__isnull=False)
        .order_by()
        .values_list("pk", "publish_at", "date", "kind", "format", "venue__city", "series")
    )
)
ABOUT = StandingQuestion(
    lambda: Event.topics.through.objects.filter(OneOf("event")).order_by().values_list("event", "topic")
)
PRESENT = StandingQuestion(
    lambda: (
        Appearance.objects.listed()
        .filter(OneOf("event"))
        .order_by()
        .values_list("event", "speaker", "role", "also")
    )
)
SAID = StandingQuestion(
    lambda: (
        Statement.objects.standing()
        .filter(OneOf("event"))
        .order_by()
        .values_list("event", *BOTH)
        .annotate(Number("pk"))
    )
)
SAID_ABOUT = StandingQuestion(
    lambda: (
        Statement.objects.standing()
        .filter(OneOf("event"), topics__isnull=False)
        .order_by()
        .values_list("event", "pk", *BOTH, "topics")
    )
)


def events_counted(ids: Iterable[int]) -> list[Counted]:
    """What each of these events adds, where it is public or will be."""
    adds: dict[int, Adds] = {}
    moments, years = {}, {}
    for pk, moment, day, kind, format, city, series in FACTS.ask(pk=ids):
        moments[pk], years[pk] = moment, f"{cast(date, day).year:04}"
        adds[pk] = Counter(
            {
                ("archive", 0, "", "events"): 1,
                ("year", 0, years[pk], "events"): 1,
                ("kind", 0, kind, "events"): 1,
            }
        )
        if city:
            adds[pk]["place", 0, city, "events"] = 1
        if format != Event.Format.IN_PERSON:
            adds[pk]["online", 0, "", "events"] = 1
        if series:
            adds[pk]["series", series, "", "events"] = 1
    if not adds:
        return []
    for event, topic in ABOUT.ask(event=adds):
        adds[event]["topic", topic, "", "events"] += 1
    for event, speaker, *roles in PRESENT.ask(event=adds):
        did = "chaired" if {*roles} <= {"", *Appearance.CHAIRING} else "events"
        adds[event][SPEAKER, speaker, "", did] += 1
        adds[event]["speaker-year", speaker, years[event], did] += 1
    for event, *both, times in SAID.ask(event=adds):
        adds[event]["archive", 0, "", "positions"] += times
        adds[event]["year", 0, years[event], "positions"] += times
        for speaker in filter(None, both):
            adds[event][SPEAKER, speaker, "", "positions"] += times
            adds[event]["speaker-year", speaker, years[event], "positions"] += times
    topics: dict[tuple[int, int], list[int]] = defaultdict(list)
    for event, statement, *both, topic in SAID_ABOUT.ask(event=adds):
        topics[event, statement].append(topic)
        adds[event]["topic", topic, "", "positions"] += 1
        adds[event]["year-of-topic", topic, years[event], "positions"] += 1
        for speaker in filter(None, both):
            adds[event]["speaker-topic", speaker, str(topic), "positions"] += 1
            adds[event]["topic-speaker", topic, str(speaker), "positions"] += 1
            adds[event]["topic-year", speaker, f"{topic} {years[event]}", "positions"] += 1
    for (event, _statement), of_one in topics.items():
        for topic, other in permutations(of_one, 2):
            adds[event]["topic-topic", topic, str(other), "positions"] += 1
    return [counted(Kind.EVENT, pk, moments[pk], adds[pk]) for pk in adds]


def opinions_counted(ids: Iterable[int]) -> list[Counted]:
    """What each of these opinions adds, where it is public or will be."""
    opinions = Opinion.objects.filter(pk__in=ids, status__in=PUBLIC_STATUSES).order_by()
    moments = dict(opinions.values_list("pk", "publish_at"))
    adds: dict[int, Adds] = {pk: Counter({("archive", 0, "", "opinions"): 1}) for pk in moments}
    if not adds:
        return []
    signed = Authorship.objects.filter(opinion__in=adds).order_by()
    for opinion, speaker in signed.values_list("opinion", "speaker"):
        adds[opinion][SPEAKER, speaker, "", "opinions"] += 1
    about = Opinion.topics.through.objects.filter(opinion__in=adds)
    for opinion, topic in about.values_list("opinion", "topic"):
        adds[opinion]["topic", topic, "", "opinions"] += 1
    return [counted(Kind.OPINION, pk, moments[pk], adds[pk]) for pk in adds]


def speakers_counted(ids: Iterable[int]) -> list[Counted]:
    """Each of these speakers who is public, or will be, adds one person to a letter of the directory."""
    since = dict(
        PublicSince.objects.filter(kind=Speaker._meta.label_lower, object_id__in=ids).values_list(
            "object_id", "public_from"
        )
    )
    if not since:
        return []
    filed = Speaker.objects.filter(pk__in=since).values_list("pk", "filed_under")
    return [
        counted(SPEAKER, pk, since[pk], Counter({("letter", 0, key[:1], "people"): 1})) for pk, key in filed
    ]


ADDED_BY: dict[str, Callable[[Iterable[int]], list[Counted]]] = {
    Kind.EVENT: events_counted,
    Kind.OPINION: opinions_counted,
    SPEAKER: speakers_counted,
}


def counted(kind: str, pk: int, moment, adds: Adds) -> Counted:
    rows = sorted([*place, times] for place, times in adds.items())
    return Counted(kind=kind, object_id=pk, public_from=moment, adds=rows)


def recount_all() -> None:
    """Make every count anew from the records."""
    with transaction.atomic():
        one_at_a_time()
        with connection.cursor() as cursor:
            for kept in (Counted, Count, PublicSince):
                # Django would read every row first, to tell of each that it goes.
                cursor.execute(f"DELETE FROM {kept._meta.db_table}")
        for through in THROUGH.values():
            for ids in batches(through):
                keep_moments(through, ids)
        for kind, model in ((Kind.EVENT, Event), (Kind.OPINION, Opinion), (SPEAKER, Speaker)):
            for ids in batches(model):
                Counted.objects.bulk_create(ADDED_BY[kind](ids), batch_size=BATCH)
        sum_up(MOST_TOGETHER)


def nothing_is_counted() -> bool:
    """Whether this archive has never been counted, or its counts were lost."""
    return not (Counted.objects.exists() and PublicSince.objects.exists())


# --- Reading -----------------------------------------------------------------------------------------------


def _read_to_come() -> list[tuple[datetime, Adds]]:
    rows = Counted.objects.using(DEFAULT_DB_ALIAS).filter(public_from__gt=timezone.now())
    return [(row.public_from, added_by(row)) for row in rows]


#: What adds to the counts and has not come when it is read, with its moment: the same until somebody changes something.
to_come = OnceAnEdition(_read_to_come)


class Counts:
    """The counts as they are now: one object answers all that a page asks, and knows what has not come yet."""

    def __init__(self):
        now = timezone.now()
        self.to_come: Adds = Counter()
        for moment, adds in to_come.now():
            if moment > now:
                self.to_come.update(adds)

    def rows(self, *of: str, **narrowed) -> list[Count]:
        """The counts of these kinds that are not of nothing; ``narrowed`` as a filter of ``Count`` is."""
        return self._now(Count.objects.filter(of__in=of, **narrowed))

    def that(self, narrowed: models.Q) -> list[Count]:
        """The counts of several kinds at once, each narrowed for itself."""
        return self._now(Count.objects.filter(narrowed))

    def most(self, of: str, key: int, number: str, most: int | None = None) -> list[Count]:
        """Those of one record with the most of ``number``, the most first."""
        rows = Count.objects.filter(of=of, key=key).order_by(f"-{number}", "word")
        # What has not come only takes off: those that it touches may fall behind as many others.
        touched = sum(place[:2] == (of, key) for place in self.to_come)
        found = [row for row in self._now(rows[: most and most + touched]) if getattr(row, number)]
        found.sort(key=lambda row: -getattr(row, number))
        return found[:most]

    def _now(self, rows: models.QuerySet) -> list[Count]:
        found = list(rows)
        for row in found if self.to_come else ():
            for number in NUMBERS:
                taken_off = self.to_come[row.of, row.key, row.word, number]
                setattr(row, number, getattr(row, number) - taken_off)
        return [row for row in found if any(getattr(row, number) for number in NUMBERS)]

    def one(self, of: str, key: int = 0) -> Count:
        """The count of one record, or of nothing."""
        return next(iter(self.rows(of, key=key, word="")), Count(of=of, key=key))


def number_of_each(of: str, number: str) -> models.expressions.Combinable:
    """``number`` of the count of each row of another model, as it is now: for ``annotate()``."""
    mine = Count.objects.filter(of=of, key=OuterRef("pk"), word="").values(number)
    return Coalesce(Subquery(mine), 0) - _NotCome(of, number)


class _NotCome(models.Func):
    """What has not come of a number, by the key of its row."""

    def __init__(self, of: str, number: str):
        later = Given(lambda: json.dumps(_to_come_of(of, number)), models.TextField())
        super().__init__(later, Cast("pk", models.TextField()), output_field=models.IntegerField())

    def as_postgresql(self, compiler, connection, **_context):
        return self.as_sql(
            compiler,
            connection,
            template="COALESCE((%(expressions)s)::integer, 0)",
            arg_joiner="::jsonb ->> ",
        )

    def as_sqlite(self, compiler, connection, **_context):
        return self.as_sql(
            compiler,
            connection,
            template="""COALESCE(json_extract(%(expressions)s || '"'), 0)""",
            arg_joiner=""", '$."' || """,
        )


def _to_come_of(of: str, number: str) -> dict[int, int]:
    places = Counts().to_come.items()
    return {key: times for (each, key, _word, name), times in places if (each, name) == (of, number)}

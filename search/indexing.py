"""Keeping the index equal to the records: ``index_again`` at the end of a unit of work, ``rebuild`` for all.

Both write in the transaction of whoever calls them, so that what a page shows and what a search finds change together.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import batched

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from events.models import Appearance, Event, Statement, Topic, Venue
from events.models.event import withdrawn_with_each
from opinions.models import Authorship, Opinion
from people.models import Speaker
from publishing import editions
from publishing.changes import Changes, one_at_a_time, unit_of_work
from publishing.gate import PUBLIC_STATUSES
from publishing.questions import OneOf, StandingQuestion, given_text, pointing_to
from search.backends import backend
from search.entries import event_entry, opinion_entry, statement_entry, topic_entry, with_first_moments
from search.known_words import remember_words
from search.models import Entry, Kind, KnownWord
from search.tokens import facet_token

#: Records read and written at a time.
BATCH = 1000


@dataclass(frozen=True)
class Source:
    """Where the entries of one kind come from."""

    model: type[models.Model]
    entry: Callable[..., Entry | None]
    prefetch: tuple[str | models.Prefetch, ...] = ()
    #: Of the others there is no entry: they need not be read.
    may_have_one: Q = Q()
    annotated: Callable[[models.QuerySet], models.QuerySet] = lambda records: records

    def records(self) -> models.QuerySet:
        return self.annotated(self.model._base_manager.order_by("pk").prefetch_related(*self.prefetch))

    def entries(self, ids: Iterable[int]) -> list[Entry]:
        """The entries of those of these records that have one."""
        records = self.records().filter(self.may_have_one, pk__in=ids)
        return [entry for record in records if (entry := self.entry(record))]


PUBLIC = Q(status__in=PUBLIC_STATUSES)
# Prefetched and not joined: neighbours share their event and speakers, which are then read and made once.
SOURCES = {
    Kind.STATEMENT: Source(
        Statement,
        statement_entry,
        (
            models.Prefetch("event", Event._base_manager.defer("lead", "report")),
            "topics",
            "appearance__speaker__variants",
            "jointly_with__speaker__variants",
        ),
        Q(event__status__in=PUBLIC_STATUSES, withdrawn_at__isnull=True),
    ),
    Kind.EVENT: Source(
        Event,
        event_entry,
        ("venue", "topics", "appearances__speaker__variants"),
        PUBLIC,
        lambda events: events.annotate(withdrawn_statements=withdrawn_with_each()),
    ),
    Kind.OPINION: Source(Opinion, opinion_entry, ("topics", "authorships__speaker__variants"), PUBLIC),
    Kind.TOPIC: Source(Topic, topic_entry, annotated=with_first_moments),
}


def index_again(touched: dict[Kind, set[int]], topics: set[int]) -> None:
    """Make the entries of all these what they should be now; of what is gone or not public, none.

    With ``topics`` go those that others begin to carry, or cease to.
    """
    topics = set(topics)
    spelled: set[str] = set()
    for kind, ids in touched.items():
        for batch in batched(sorted(ids), BATCH):
            before = _carried(kind, batch)
            written = _write(kind, set(batch))
            spelled |= _words_of(written)
            topics |= _topics_moved(before, {entry.object_id: _carries(entry) for entry in written})
    for batch in batched(sorted(topics), BATCH):
        spelled |= _words_of(_write(Kind.TOPIC, set(batch)))
    remember_words(spelled)


def touched_by(changes: Changes) -> dict[Kind, set[int]]:
    """What has to be indexed again, topics aside: they follow from the rest."""
    whole = changes.get(Event, set())
    touched: dict[Kind, set[int]] = {
        Kind.STATEMENT: set(changes.get(Statement, ())) | keys_of(Statement, "event", whole),
        Kind.EVENT: whole
        | keys_of(Event, "venue", changes.get(Venue, ()))
        | _events_cut_by(changes.get(Statement, ())),
        Kind.OPINION: set(changes.get(Opinion, ())),
    }
    if named := changes.get(Speaker):
        touched[Kind.EVENT] |= keys_of(Appearance, "speaker", named, wanted="event")
        touched[Kind.STATEMENT] |= keys_of(Statement, "appearance__speaker", named)
        touched[Kind.STATEMENT] |= keys_of(Statement, "jointly_with__speaker", named)
        touched[Kind.OPINION] |= keys_of(Authorship, "speaker", named, wanted="opinion")
    return touched


def keys_of(model: type[models.Model], pointer: str, targets: Iterable[int], wanted: str = "pk") -> set[int]:
    """Keys of the records of ``model`` (or of what is ``wanted`` of them) that point to one of ``targets``."""
    keys = set(targets)
    return set(_wanted_of(model, pointer, wanted).ask(keys=keys)) if keys else set()


@cache
def _wanted_of(model: type[models.Model], pointer: str, wanted: str) -> StandingQuestion:
    return StandingQuestion(lambda: pointing_to(model, pointer).values_list(wanted, flat=True))


def _statements_without_an_entry() -> models.QuerySet:
    entry = Entry.objects.filter(kind=Kind.STATEMENT, object_id=OuterRef("pk"))
    return Statement.objects.filter(Q(withdrawn_at__isnull=False) | ~Exists(entry), OneOf("pk")).order_by()


CUT = StandingQuestion(lambda: _statements_without_an_entry().values_list("event", flat=True))


def _events_cut_by(statements: Iterable[int]) -> set[int]:
    """The events whose report is without the words of one of ``statements``, or was until now."""
    keys = set(statements)
    return set(CUT.ask(pk=keys)) if keys else set()


def carriers_in_the_index(topic: int) -> dict[Kind, set[int]]:
    """What carried the topic when it was last indexed."""
    carriers: dict[Kind, set[int]] = defaultdict(set)
    for kind, object_id in backend().with_token(facet_token("topic", topic)):
        carriers[Kind(kind)].add(object_id)
    return carriers


#: Since when something is public, and the ids of its topics.
Carries = tuple


def _carries(entry: Entry) -> Carries:
    return entry.public_from, entry.topics


CARRIED = StandingQuestion(
    lambda: (
        Entry.objects.filter(OneOf("object_id"), kind=given_text("kind"))
        .order_by()
        .values_list("object_id", "public_from", "topics")
    )
)


def _carried(kind: Kind, ids: Iterable[int]) -> dict[int, Carries]:
    """The same as it stands in the index, by id."""
    return {row[0]: row[1:] for row in CARRIED.ask(kind=kind, object_id=ids)}


def _topics_moved(before: dict[int, Carries], now: dict[int, Carries]) -> set[int]:
    """The topics that something carries no more, newly carries, or carries since another moment."""
    differing = [
        carries
        for key in before.keys() | now.keys()
        if before.get(key) != now.get(key)
        for carries in (before.get(key), now.get(key))
        if carries
    ]
    return {int(topic) for _moment, topics in differing for topic in topics.split()}


def _write(kind: Kind, ids: set[int]) -> list[Entry]:
    """Write and return the entries of these records, and forget those of the others."""
    entries = SOURCES[kind].entries(ids)
    if entries:
        backend().store(entries)
    if others := ids - {entry.object_id for entry in entries}:
        backend().forget(kind, others)
    return entries


def _words_of(entries: Iterable[Entry]) -> set[str]:
    return set().union(*(entry.spelled for entry in entries))


def is_empty_beside_records() -> bool:
    """Whether there is something to find, and nothing to find it by."""
    if Entry.objects.exists() and KnownWord.objects.exists():
        return False
    return any(source.model._base_manager.filter(source.may_have_one).exists() for source in SOURCES.values())


#: What apps further down the line keep of records, and forget when the index is made anew or a
#: migration has run: nothing is believed then, not even the numbers of editions.
forgetting: list[Callable[[], None]] = []


def rebuild(tell: Callable[[Kind, int], None] = lambda kind, count: None) -> None:
    """Make every entry anew, batch by batch, while search goes on; then drop entries whose record is gone.

    ``tell`` is called with each kind and the number of its entries.
    """
    spelled: set[str] = set()
    with backend().filling(first=not Entry.objects.exists()):
        for kind, source in SOURCES.items():
            for ids in batches(source.model):
                with unit_of_work(alone=True):
                    spelled |= _words_of(_write(kind, set(ids)))
            _forget_the_gone(kind, source.model)
            tell(kind, Entry.objects.filter(kind=kind).count())
    remember_words(spelled)
    forget_what_is_kept()


def forget_what_is_kept() -> None:
    for forget in forgetting:
        forget()
    with transaction.atomic():
        one_at_a_time()
        editions.advance()


def _forget_the_gone(kind: Kind, model: type[models.Model]) -> None:
    record = model._base_manager.filter(pk=OuterRef("object_id"))
    # Not "NOT IN": PostgreSQL goes through all records for each row once they outgrow its working memory.
    gone = Entry.objects.filter(~Exists(record), kind=kind)
    with unit_of_work(alone=True):
        backend().forget(kind, list(gone.values_list("object_id", flat=True)))


def batches(model: type[models.Model]) -> Iterator[list[int]]:
    last = 0
    while ids := list(
        model._base_manager.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        yield ids
        last = ids[-1]


def lacking() -> str:
    """What keeps the index from being asked; a blank where it holds what is public."""
    if Event.objects.published().exists() and not Entry.objects.exists():
        return "The search index is empty: run `manage.py rebuild_index`."
    return ""

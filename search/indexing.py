"""Keeping the index equal to the records: ``index`` for a few, ``rebuild`` for all.

Every function writes in the transaction of whoever calls it, so that what a page shows and what a search finds
change together.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from events.models import Event, Statement, Topic
from opinions.models import Opinion
from people.models import Speaker
from search.backends import backend
from search.entries import event_entry, opinion_entry, statement_entry, topic_entry
from search.known_words import remember_words
from search.models import Entry, Kind

#: Records read and written at a time by ``rebuild``.
BATCH = 1000


@dataclass(frozen=True)
class Source:
    """Where the entries of one kind come from."""

    model: type[models.Model]
    entry: Callable[..., Entry | None]
    prefetch: tuple[str | models.Prefetch, ...] = ()

    def records(self) -> models.QuerySet:
        return self.model._base_manager.order_by("pk").prefetch_related(*self.prefetch)


# Prefetched and not joined: neighbours share their event and speakers, which are then read and made once.
SOURCES = {
    Kind.STATEMENT: Source(
        Statement,
        statement_entry,
        (
            models.Prefetch("event", Event._base_manager.defer("lead", "report")),
            "topics",
            "appearance__speaker__variants",
        ),
    ),
    Kind.EVENT: Source(
        Event, event_entry, ("venue", "topics", "appearances__speaker__variants", "statements")
    ),
    Kind.OPINION: Source(Opinion, opinion_entry, ("topics", "authorships__speaker__variants")),
    Kind.TOPIC: Source(Topic, topic_entry),
}


_left_for_later = ContextVar("left_for_later", default=False)


@contextmanager
def rebuilt_at_the_end() -> Iterator[None]:
    """Index nothing row by row inside this block, and everything once at its end: for loading a whole archive.

    Call it inside the transaction that writes the records, so that nobody sees them without their entries.
    """
    token = _left_for_later.set(True)
    try:
        yield
    finally:
        _left_for_later.reset(token)
    rebuild()


@transaction.atomic
def index(kind: Kind, ids: Iterable[int]) -> None:
    """Make the entries of these records what they should be now; of one that is gone or not public, none."""
    ids = set(ids)
    if ids and not _left_for_later.get():
        remember_words(_write(kind, ids))


def _write(kind: Kind, ids: set[int]) -> set[str]:
    """Write the entries of these records, and return their words as they are spelled."""
    source = SOURCES[kind]
    entries = [entry for record in source.records().filter(pk__in=ids) if (entry := source.entry(record))]
    backend().store(entries)
    backend().forget(kind, ids - {entry.object_id for entry in entries})
    return set().union(*(entry.spelled for entry in entries))


def index_event(event_ids: Iterable[int]) -> None:
    """An event, its statements, and the topics of both."""
    ids = set(event_ids)
    statements = Statement.objects.filter(event__in=ids)
    index(Kind.EVENT, ids)
    index(Kind.STATEMENT, statements.values_list("pk", flat=True))
    index(
        Kind.TOPIC,
        Topic.objects.filter(Q(events__in=ids) | Q(statements__event__in=ids)).values_list("pk", flat=True),
    )


def index_opinion(opinion_ids: Iterable[int]) -> None:
    """An opinion and its topics."""
    ids = set(opinion_ids)
    index(Kind.OPINION, ids)
    index(Kind.TOPIC, Topic.objects.filter(opinions__in=ids).values_list("pk", flat=True))


def index_speaker(speaker: Speaker) -> None:
    """Everything that carries the speaker's name."""
    index(Kind.EVENT, Event.objects.filter(appearances__speaker=speaker).values_list("pk", flat=True))
    said = Statement.objects.filter(appearance__speaker=speaker)
    index(Kind.STATEMENT, said.values_list("pk", flat=True))
    index(Kind.OPINION, Opinion.objects.filter(authors=speaker).values_list("pk", flat=True))


def rebuild(tell: Callable[[Kind, int], None] = lambda kind, count: None) -> None:
    """Make every entry anew, batch by batch, while search goes on; then drop entries whose record is gone.

    ``tell`` is called with each kind and the number of its entries.
    """
    spelled: set[str] = set()
    with backend().filling(first=not Entry.objects.exists()):
        for kind, source in SOURCES.items():
            for ids in _batches(source.model):
                with transaction.atomic():
                    spelled |= _write(kind, set(ids))
            _forget_the_gone(kind, source.model)
            tell(kind, Entry.objects.filter(kind=kind).count())
    remember_words(spelled)


def _forget_the_gone(kind: Kind, model: type[models.Model]) -> None:
    record = model._base_manager.filter(pk=OuterRef("object_id"))
    # Not "NOT IN": PostgreSQL goes through all records for each row once they outgrow its working memory.
    gone = Entry.objects.filter(~Exists(record), kind=kind)
    with transaction.atomic():
        backend().forget(kind, list(gone.values_list("object_id", flat=True)))


def _batches(model: type[models.Model]) -> Iterator[list[int]]:
    last = 0
    while ids := list(
        model._base_manager.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        yield ids
        last = ids[-1]

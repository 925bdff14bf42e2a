"""What shows of an event and of its statements, compared at the end of each unit of work that touched them."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from events.keeping import shown_once
from events.models import Appearance, Event, Statement, Venue
from publishing.changes import Changes
from publishing.models import Correction
from publishing.noticed import fields_of, tell_changes
from publishing.questions import OneOf, StandingQuestion, given_key, pointing_to

#: How a statement's place and rule are stored says nothing new to a reader; what few have is told where it is.
NOT_SHOWN = {
    "left_standing",
    "start",
    "end",
    "prefix",
    "suffix",
    "record_rule",
    "order",
    "jointly_with",
    "session",
}
#: Which other record says the same is no news of this one.
ELSEWHERE = {"translation_of"}
#: Told only of an event that does not take place: one that does shows what it has always shown.
WHETHER_IT_TOOK_PLACE = {"happens", "happens_note"}


def tell_readers(changes: Changes) -> None:
    """Move ``changed_at`` of the events and statements of which something new shows. A draft has no readers."""
    touched = {
        "itself": changes.get(Event, ()),
        "said": changes.get(Statement, ()),
        "venues": changes.get(Venue, ()),
    }
    if not any(touched.values()):
        return
    events = {event.pk: event for event in TOUCHED.ask(**touched)}
    if events:
        _compare(events)


def _touched() -> QuerySet[Event]:
    said_there = pointing_to(Statement, "pk", "said").values("event")
    at_these = pointing_to(Event, "venue", "venues").values("pk")
    keys = pointing_to(Event, "pk", "itself").values("pk").union(said_there, at_these).order_by()
    return Event.objects.filter(shown_once(), pk__in=keys).select_related("venue")


TOUCHED = StandingQuestion(_touched)
SAID = StandingQuestion(
    lambda: (
        Statement.objects.filter(OneOf("event", "events"))
        .select_related("appearance", "jointly_with")
        .order_by("event", "order", "pk")
    )
)
APPEARING = StandingQuestion(
    lambda: Appearance.objects.filter(OneOf("event", "events")).order_by("order", "pk")
)


def _compare(events: dict[int, Event]) -> None:
    statements = SAID.ask(events=events)
    topics = _pairs(Statement.topics.through, "statement", [one.pk for one in statements])
    corrections = _corrections(Statement, [one.pk for one in statements])
    said = [(one, _said(one, topics[one.pk], corrections[one.pk])) for one in statements]
    tell_changes(said)

    about = _pairs(Event.topics.through, "event", events)
    notes = _corrections(Event, events)
    of_event: dict[int, list] = defaultdict(list)
    for statement, parts in said:
        of_event[statement.event_id].append((statement.pk, parts))
    for one in APPEARING.ask(events=events):
        of_event[one.event_id].append((*one.roles, one.printed_name, one.printed_post))
    tell_changes(
        (event, [[*fields_told(event)], _venue(event), about[pk], notes[pk], of_event[pk]])
        for pk, event in events.items()
    )


def _said(statement: Statement, topics: list, corrections: list) -> list:
    named = [(one.printed_name, one.printed_post) for one in statement.speakers]
    who = chain.from_iterable(named or [(statement.attribution, "")])
    where = [statement.session] if statement.session else []
    return [[*fields_of(statement, NOT_SHOWN)], *who, *where, topics, corrections]


def fields_told(event: Event) -> Iterator[tuple[str, Any]]:
    """The fields of ``event`` by name, in which a reader would notice a change."""
    return fields_of(event, ELSEWHERE | (WHETHER_IT_TOOK_PLACE if event.takes_place else set()))


def _venue(event: Event) -> str:
    return event.venue.in_words() if event.venue else ""


def _pairs(table, name: str, keys) -> dict[int, list[int]]:
    """Of each record the keys of its topics."""
    found = defaultdict(list)
    for key, topic in _topics(table, name).ask(keys=keys) if keys else ():
        found[key].append(topic)
    return found


@cache
def _topics(table, name: str) -> StandingQuestion:
    return StandingQuestion(
        lambda: table.objects.filter(OneOf(name, "keys")).order_by("topic").values_list(name, "topic")
    )


def _corrections(model, keys) -> dict[int, list]:
    found = defaultdict(list)
    kind = ContentType.objects.get_for_model(model).pk
    for key, day, text in CORRECTIONS.ask(kind=kind, keys=keys) if keys else ():
        found[key].append((day, text))
    return found


CORRECTIONS = StandingQuestion(
    lambda: (
        Correction.objects.filter(OneOf("object_id", "keys"), content_type=given_key("kind"))
        .order_by("date", "pk")
        .values_list("object_id", "date", "text")
    )
)

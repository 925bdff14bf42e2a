"""What shows of an event and of its statements, compared at the end of each unit of work that touched them."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from events.keeping import shown_once
from events.models import Appearance, Event, Statement, Venue
from publishing.changes import Changes
from publishing.models import Correction
from publishing.noticed import fields_of, tell_changes

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
    touched = Q()
    if itself := changes.get(Event):
        touched |= Q(pk__in=itself)
    if said := changes.get(Statement):
        touched |= Q(pk__in=Statement.objects.filter(pk__in=said).order_by().values("event"))
    if venues := changes.get(Venue):
        touched |= Q(venue__in=venues)
    if not touched:
        return
    events = {
        event.pk: event for event in Event.objects.filter(touched & shown_once()).select_related("venue")
    }
    if events:
        _compare(events)


def _compare(events: dict[int, Event]) -> None:
    statements = list(
        Statement.objects.filter(event__in=events)
        .select_related("appearance", "jointly_with")
        .order_by("event", "order", "pk")
    )
    topics = _pairs(Statement.topics.through, "statement", [one.pk for one in statements])
    corrections = _corrections(Statement, [one.pk for one in statements])
    said = [(one, _said(one, topics[one.pk], corrections[one.pk])) for one in statements]
    tell_changes(said)

    about = _pairs(Event.topics.through, "event", events)
    notes = _corrections(Event, events)
    of_event: dict[int, list] = defaultdict(list)
    for statement, parts in said:
        of_event[statement.event_id].append((statement.pk, parts))
    for one in Appearance.objects.filter(event__in=events).order_by("order", "pk"):
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
    rows = table.objects.filter(**{f"{name}__in": list(keys)}).order_by("topic")
    for key, topic in rows.values_list(name, "topic"):
        found[key].append(topic)
    return found


def _corrections(model, keys) -> dict[int, list]:
    found = defaultdict(list)
    rows = Correction.objects.filter(
        content_type=ContentType.objects.get_for_model(model), object_id__in=list(keys)
    )
    for key, day, text in rows.order_by("date", "pk").values_list("object_id", "date", "text"):
        found[key].append((day, text))
    return found

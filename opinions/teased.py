"""Opinions that an event teases and readers do not find: told wherever one of the two goes public, or stays behind."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format

from events.models import Event
from opinions.models import Opinion, Teaser
from publishing.deeds import publish, schedule
from publishing.gate import PUBLIC_STATUSES, Status
from publishing.states import Deed, possible

Teased = dict[Event, list[Opinion]]


def unseen(opinions: Iterable[Opinion], at: datetime) -> list[Opinion]:
    """Those of ``opinions`` that readers would not find at that moment."""
    return [opinion for opinion in opinions if not opinion.is_public_at(at)]


def unseen_in(events: Iterable[Event], **among: Any) -> Teased:
    """What each of ``events`` teases and readers would not find: once it appears, or now; one query.

    Without the events of which they find all.
    """
    by_key = {event.pk: event for event in events}
    teased: Teased = {}
    if not by_key:
        return teased
    rows = Teaser.objects.filter(event__in=by_key, **among).order_by("event", "pk")
    for teaser in rows.select_related("opinion"):
        event = by_key[teaser.event_id]
        if unseen([teaser.opinion], moment_of(event)):
            teased.setdefault(event, []).append(teaser.opinion)
    return teased


def moment_of(event: Event) -> datetime:
    """When readers see it first: what is not scheduled goes public at once, or is."""
    return event.publish_at if event.status_now == Status.SCHEDULED and event.publish_at else timezone.now()


def can_come_along(opinion: Opinion) -> bool:
    """Whether it can be published in the same deed: what is withdrawn is looked at by itself first."""
    return Deed.PUBLISH in possible(opinion.status_now)


def publish_with(event: Event, user) -> list[Opinion]:
    """Publish what ``event``, which goes public, teases and readers would not find, at its moment; return that.

    Raises ValidationError with what stands in the way of one.
    """
    done = [opinion for opinion in unseen_in([event]).get(event, []) if can_come_along(opinion)]
    for opinion in done:
        try:
            if event.status_now == Status.SCHEDULED:
                schedule(opinion, event.publish_at)
            else:
                publish(opinion)
        except ValidationError as error:
            raise ValidationError(f"“{opinion}” cannot be published: {' '.join(error.messages)}") from error
    LogEntry.objects.log_actions(user.pk, done, CHANGE, f"Published with the event “{event}”.")
    return done


# --- In words ---


def state_of(opinion: Opinion) -> str:
    """Why readers do not find it: "a draft"."""
    if opinion.status_now == Status.SCHEDULED:
        return f"scheduled for {date_format(timezone.localtime(opinion.publish_at), 'j F Y, H:i')}"
    return "a draft" if opinion.status == Status.DRAFT else "withdrawn"


def listed(opinions: Iterable[Opinion]) -> str:
    return ", ".join(f"“{opinion}” ({state_of(opinion)})" for opinion in opinions)


def told_of_events(events: Iterable[Event], **among: Any) -> list[str]:
    """Of each of ``events`` that readers see, or will, what it teases and they do not find."""
    shown = [event for event in events if event.status in PUBLIC_STATUSES and not event.is_over]
    return [
        f"“{event}” teases what readers do not find: {listed(opinions)}."
        for event, opinions in unseen_in(shown, **among).items()
    ]


def told_of_opinions(opinions: Iterable[Opinion]) -> list[str]:
    """Which events that readers see, or will, tease one of ``opinions`` that they do not find."""
    hidden = [opinion.pk for opinion in unseen(opinions, timezone.now())]
    events = Event.objects.filter(teasers__opinion__in=hidden).distinct().for_line() if hidden else []
    return told_of_events(events, opinion__in=hidden)

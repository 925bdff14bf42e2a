"""A change to something public that readers do not see yet: a version that waits beside the record.

A record has one at most. Words that it adds have their numbers already, and so their addresses. It is published by
somebody, or appears at its moment: whoever first reads a page after that makes it public, and so does a command.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import Context
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.utils import timezone

from publishing.author import author
from publishing.bringing_back import Writing
from publishing.changes import call_it, unit_of_work
from publishing.deeds import check_obstacles
from publishing.gate import PUBLIC_STATUSES
from publishing.history import newest_versions, version_seen
from publishing.merging_saves import Meeting
from publishing.models import Publishable, Version
from publishing.reserving import keep_reserved
from publishing.states import check_moment
from publishing.versions import hold
from publishing.wholes import WHOLES, Document, Row, document_of

logger = logging.getLogger(__name__)

PUBLISHED = "a change that waited"


class Undone(Exception):
    """What was written was only to be looked at."""


def pending_of(record: models.Model) -> Version | None:
    """The change to ``record`` that waits."""
    rows = Version.objects.filter(
        kind=record._meta.label_lower, object_id=record.pk, what__in=Version.WAITING
    )
    return rows.select_related("by").first()


@contextmanager
def as_if(record: Any, version: Version | None) -> Iterator[None]:
    """Let ``record`` be what the change says, for as long as this lasts; nothing of it is kept."""
    try:
        with unit_of_work():
            hold(record)
            if version:
                Writing(record, "").write(merged(record, version))
            yield
            raise Undone
    except Undone:
        pass


@unit_of_work()
def keep_for_later(record: Any, document: Document) -> Version:
    """Let ``document`` wait as the change to ``record``, in place of what waited before."""
    hold(record)
    whole = WHOLES[type(record)]
    for part in whole.parts:
        keep_reserved(part.model, [row["id"] for row in document["parts"].get(part.name, [])])
    version = pending_of(record)
    if version is None:
        last = newest_versions(whole.kind, [record.pk])[record.pk]
        version = Version(
            kind=whole.kind, object_id=record.pk, number=last.highest + 1, what=Version.What.PENDING
        )
    version.document, version.lock = whole.keep(document), record.version
    version.by, version.at = author(), timezone.now()
    version.save()
    return version


def send_for_review(version: Version) -> None:
    version.what = Version.What.REVIEW
    version.save(update_fields=["what"])


def set_moment(version: Version, at: datetime | None) -> None:
    """Let the change appear by itself ``at`` that moment. Raises ValidationError when it has passed or is not said."""
    check_moment(at)
    version.due_at = at
    version.save(update_fields=["due_at"])


def throw_away(version: Version) -> None:
    """The change is no longer to be published; its words stay in the history."""
    version.what, version.due_at = Version.What.ASIDE, None
    version.save(update_fields=["what", "due_at"])


@unit_of_work()
def publish_change(record: Any, version: Version) -> None:
    """Make the change public. What was saved in the meantime stays, but where both changed the same.

    Raises ValidationError with what stands in the way, and changes nothing then.
    """
    hold(record)
    call_it(Version.What.PUBLICATION, PUBLISHED)
    Writing(record, "").write(merged(record, version))
    if isinstance(record, Publishable) and record.status in PUBLIC_STATUSES:
        check_obstacles(record)
    version.delete()


# --- At a moment that is set ---


def next_due() -> datetime | None:
    """When the next change appears by itself; one that is due already has not yet."""
    rows = Version.objects.filter(due_at__isnull=False)
    return rows.aggregate(next=models.Min("due_at"))["next"]


def publish_due() -> int:
    """Publish the changes whose moment has come, each by itself; return how many.

    What cannot be published is told in the log, and waits without a moment.
    """
    done = 0
    for version in Version.objects.filter(due_at__lte=timezone.now()).order_by("due_at"):
        done += publish_one(version)
    return done


def publish_for_nobody() -> None:
    """As a command would: a reader's request reads elsewhere, and is nobody's work."""
    Context().run(publish_due)


@unit_of_work()
def publish_one(version: Version) -> bool:
    held = Version.objects.select_for_update().filter(pk=version.pk, due_at__lte=timezone.now()).first()
    record = version.model._base_manager.filter(pk=version.object_id).first()
    if held is None or record is None:
        return False  # another process was first
    try:
        with unit_of_work():
            publish_change(record, held)
    except (ValidationError, IntegrityError) as error:
        logger.error("The change to “%s” could not be published at its moment: %s", record, error)
        held.due_at = None
        held.save(update_fields=["due_at"])
        return False
    return True


# --- With what was saved since ---


def merged(record: models.Model, version: Version) -> Document:
    """What the change says, on top of what was saved since it began; where both changed the same, the change."""
    whole = WHOLES[type(record)]
    base = version_seen(whole.kind, record.pk, version.lock)
    now = document_of(record)
    if base is None or base.document == now:
        return version.document
    meeting = Meeting({}, {})
    fields = {
        name: meeting.value(base.document["fields"].get(name), mine, now["fields"].get(name), name)
        for name, mine in version.document["fields"].items()
    }
    parts = {}
    for name in version.document["parts"]:
        sides = (rows_of(document, name) for document in (base.document, version.document, now))
        parts[name] = list(merged_rows(meeting, *sides))
    return {"fields": fields, "parts": parts}


def rows_of(document: Document, part: str) -> dict[int, Row]:
    return {row["id"]: row for row in document["parts"].get(part, [])}


def merged_rows(
    meeting: Meeting, base: dict[int, Row], mine: dict[int, Row], now: dict[int, Row]
) -> Iterable[Row]:
    for key, row in mine.items():
        if key in now:
            was = base.get(key, {})
            yield {
                name: meeting.value(was.get(name), value, now[key].get(name), name)
                for name, value in row.items()
            }
        elif row != base.get(key):
            yield row
    for key, row in now.items():
        if key not in mine and row != base.get(key):
            yield row

"""A change to something public that readers do not see yet: a version that waits beside the record.

A record has one at most. Words that it adds have their numbers already, and so their addresses. It is published by
somebody, or appears at its moment: whoever first reads a page after that makes it public, and so does a command.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from publishing.author import author
from publishing.bringing_back import Writing
from publishing.changes import call_it, one_at_a_time, unit_of_work
from publishing.deeds import check_obstacles
from publishing.gate import PUBLIC_STATUSES
from publishing.history import newest_versions, version_seen
from publishing.merging_saves import Meeting
from publishing.models import Publishable, Review, Version
from publishing.reserving import keep_reserved
from publishing.states import check_moment
from publishing.versions import hold
from publishing.wholes import STATE, WHOLES, Document, Part, Row, Whole, document_of, in_json, is_same, stored

logger = logging.getLogger(__name__)

PUBLISHED = "a change that waited"
SET_AT_ONCE = (
    "Nothing was kept: when it is public, and until when, is set at once and not by a change for later. "
    "Save that by itself."
)
ANOTHER_NOW = (
    "Nothing was done: this change was saved anew, published or thrown away after you had opened it. "
    "Look at it again."
)
WAITS_ALREADY = (
    "Nothing was kept: a change to this waits already. Open that, and write there what you wrote here."
)
SECRET = (
    "Nothing was kept: who took part under the Chatham House Rule is kept nowhere but in the event itself, so a change "
    "to its speakers cannot wait. Save that at once, and let the rest wait."
)
APPEARS_BY_ITSELF = (
    "Nothing was kept: a publisher has looked at this change, and it appears by itself. What is still to change, a "
    "publisher changes."
)
FORGOTTEN = (
    "Nothing was kept: who said what is not for attribution is kept nowhere but in the event itself, so that cannot "
    "wait. Save that at once, and let the rest wait."
)
CANNOT_BE = "The change that waits cannot be made of what is stored by now: {}"
TAKEN = "another record, or another row of this one, has the same values."
UNKNOWN_TO_READERS = (
    "Readers do not see “{}” now, so there is nothing to change for them: publish that itself."
)


class Unwritable(ValidationError):
    """A change cannot be made of what is stored by now: what it names was deleted, say."""


class Undone(Exception):
    """What was written was only to be looked at."""


def pending_of(record: models.Model) -> Version | None:
    """The change to ``record`` that waits."""
    rows = Version.objects.filter(
        kind=record._meta.label_lower, object_id=record.pk, what=Version.What.PENDING
    )
    return rows.select_related("by").first()


@contextmanager
def as_if(record: Any, version: Version | None) -> Iterator[None]:
    """Let ``record`` be what the change says, for as long as this lasts; nothing of it is kept. Raises Unwritable."""
    try:
        with unit_of_work():
            hold(record)
            if version:
                write_change(record, version)
            yield
            raise Undone
    except Undone:
        pass


def held(record: Any, version: Version) -> Version:
    """Hold ``record``, then ``version``, as the change that still waits and is what ``version`` was read as.

    In this order everywhere, so that two deeds never wait for each other. Raises ValidationError where it is not.
    """
    hold(record)
    rows = Version.objects.select_for_update().filter(pk=version.pk, what=Version.What.PENDING, at=version.at)
    if (still := rows.first()) is None:
        raise ValidationError(ANOTHER_NOW)
    return still


def check_readers_know(record: Any) -> None:
    """Raises ValidationError of what readers do not see: a draft is changed, and published, by itself."""
    if not getattr(record, "is_public", False):
        raise ValidationError(UNKNOWN_TO_READERS.format(record))


def check_nothing_appears(version: Version) -> None:
    """Raises ValidationError of a change that becomes public by itself: a publisher has looked at it as it is."""
    if version.due_at:
        raise ValidationError(APPEARS_BY_ITSELF)


def check_state_is_left(record: models.Model, document: Document) -> None:
    """Raises ValidationError when ``document`` says what no version brings, and would be lost."""
    said = STATE & document["fields"].keys()
    if not all(is_same(document["fields"][name], in_json(getattr(record, name))) for name in said):
        raise ValidationError(SET_AT_ONCE)


def check_all_is_kept(record: models.Model, document: Document) -> None:
    """Raises ValidationError when ``document`` changes what would be left out of it: who took part, under the Rule."""
    whole = WHOLES[type(record)]
    if whole.forgets(document) != document:
        raise ValidationError(FORGOTTEN)
    left_out = document["parts"].keys() - whole.keep(document)["parts"].keys()
    now = stored(whole, [record.pk], keeping_all=True)[record.pk].document if left_out else document
    if any(unordered(document["parts"][name]) != unordered(now["parts"][name]) for name in left_out):
        raise ValidationError(SECRET)


def unordered(rows: list[Row]) -> list[Row]:
    """Rows without their places in the list, which a form numbers anew."""
    return [row | {"order": 0} for row in rows]


@unit_of_work()
def keep_for_later(
    record: Any, document: Document, upon: Version | None, lock: int | None = None, proposed: bool = False
) -> Version:
    """Let ``document`` wait as the change to ``record``, in place of ``upon``, which waited before.

    ``lock`` is the record's number when the form was opened, if not today's: what was saved since is no part of it.
    ``proposed``: by somebody who may not publish it, so nothing becomes public by itself for it. Raises ValidationError
    where another change waits by now, readers do not know the record, or the change is one of what must not be kept
    beside it.
    """
    version = held(record, upon) if upon else None
    if proposed and version:
        check_nothing_appears(version)
    if not upon:
        hold(record)
        if pending_of(record):
            raise ValidationError(WAITS_ALREADY)
    check_readers_know(record)
    check_state_is_left(record, document)
    check_all_is_kept(record, document)
    one_at_a_time()  # numbers of versions are given out at the ends of units, too
    whole = WHOLES[type(record)]
    for part in whole.parts:
        keep_reserved(part.model, [row["id"] for row in document["parts"].get(part.name, [])])
    if version is None:
        last = newest_versions(whole.kind, [record.pk])[record.pk]
        version = Version(
            kind=whole.kind, object_id=record.pk, number=last.highest + 1, what=Version.What.PENDING
        )
    version.document, version.lock = whole.keep(document), min(lock or record.version, record.version)
    version.by, version.at = author(), timezone.now()
    version.save()
    return version


@unit_of_work()
def set_moment(record: Any, version: Version, at: datetime | None) -> None:
    """Let the change appear by itself ``at`` that moment. Raises ValidationError when it has passed or is not said."""
    check_moment(at)
    version = held(record, version)
    check_readers_know(record)
    version.due_at = at
    version.save(update_fields=["due_at"])
    Review.objects.end(record)


@unit_of_work()
def throw_away(record: Any, version: Version) -> None:
    """The change is no longer to be published; its words stay in the history."""
    version = held(record, version)
    version.what, version.due_at = Version.What.ASIDE, None
    version.save(update_fields=["what", "due_at"])
    Review.objects.end(record)


@unit_of_work(alone=True)
def publish_change(record: Any, version: Version) -> None:
    """Make the change public. What was saved in the meantime stays, but where both changed the same.

    Raises ValidationError with what stands in the way, and changes nothing then.
    """
    version = held(record, version)
    check_readers_know(record)
    call_it(Version.What.PUBLICATION, PUBLISHED)
    write_change(record, version)
    if isinstance(record, Publishable) and record.status in PUBLIC_STATUSES:
        check_obstacles(record)
    version.delete()
    Review.objects.end(record)


def write_change(record: Any, version: Version) -> None:
    """Make ``record`` say what the change says, and its rows be what it says of their state. Raises Unwritable."""
    document = merged(record, version)
    try:
        with transaction.atomic():
            Writing(record, "").write(document)
    except ValidationError as error:
        raise Unwritable(CANNOT_BE.format(" ".join(error.messages))) from error
    except IntegrityError as error:
        raise Unwritable(CANNOT_BE.format(TAKEN)) from error
    for part in WHOLES[type(record)].parts:
        part.become(record, document["parts"].get(part.name, []))


# --- At a moment that is set ---


def next_due(after: datetime | None = None) -> datetime | None:
    """When the next change appears by itself, of those ``after`` a moment; one that is due already has not yet."""
    rows = Version.objects.filter(due_at__isnull=False)
    if after:
        rows = rows.filter(due_at__gt=after)
    return rows.aggregate(next=models.Min("due_at"))["next"]


def publish_due() -> int:
    """Publish the changes whose moment has come, each by itself; return how many.

    What cannot be published is told in the log, and waits without a moment.
    """
    done = 0
    for version in Version.objects.filter(due_at__lte=timezone.now()).order_by("due_at"):
        done += publish_one(version)
    return done


def publish_one(version: Version) -> bool:
    record = version.model._base_manager.filter(pk=version.object_id).first()
    still = Version.objects.filter(pk=version.pk, what=Version.What.PENDING, due_at=version.due_at)
    if record is None:  # merged or deleted: its words stay in the history
        still.update(what=Version.What.ASIDE, due_at=None)
        return False
    try:
        publish_change(record, version)
    except (ValidationError, IntegrityError) as error:
        if still.update(due_at=None):  # else another process was first
            logger.error("The change to “%s” could not be published at its moment: %s", record, error)
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
    change = with_numbers_of(whole, version.document, base.document, now)
    meeting = Meeting({}, {})
    fields = {
        name: meeting.value(base.document["fields"].get(name), mine, now["fields"].get(name), name)
        for name, mine in change["fields"].items()
    }
    parts = {}
    for name in change["parts"]:
        sides = (rows_of(document, name) for document in (base.document, change, now))
        parts[name] = list(merged_rows(meeting, *sides))
    return {"fields": fields, "parts": parts}


def with_numbers_of(whole: Whole, change: Document, base: Document, now: Document) -> Document:
    """``change``, whose new rows have the numbers of those that somebody added since and that are the same."""
    numbers: dict[Any, dict[int, int]] = {}
    for part in whole.parts:
        known, mine, theirs = (rows_of(document, part.name) for document in (base, change, now))
        since = {part.sameness(row): key for key, row in theirs.items() if key not in known}
        since.pop(None, None)
        numbers[part.model] = {
            key: since.pop(same)
            for key, row in mine.items()
            if key not in known and (same := part.sameness(row)) in since
        }
    parts = {
        name: [renumbered(row, whole.part(name), numbers) for row in rows]
        for name, rows in change["parts"].items()
    }
    return change | {"parts": parts}


def renumbered(row: Row, part: Part, numbers: dict[Any, dict[int, int]]) -> Row:
    """``row`` of ``part`` with new ``numbers``: its own, and those of the rows to which it points."""
    models_of = {"id": part.model} | {one.name: one.related_model for one in part.columns if one.is_relation}
    keys = {name: numbers[model] for name, model in models_of.items() if name in row and model in numbers}
    return row | {name: new.get(row[name], row[name]) for name, new in keys.items()}


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

"""The book of deeds: each is written in the transaction in which it is done, so one that was undone is not in it."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone

from publishing.author import author
from publishing.changes import unit_now
from publishing.forgetting import BATCH, Names
from publishing.models import LogbookEntry, Version

What = LogbookEntry.What
LONGEST_NAME = LogbookEntry._meta.get_field("called").max_length
LONGEST_WORDS = LogbookEntry._meta.get_field("words").max_length
#: Of what became of a record, what is a deed; a save is none.
DEEDS: dict[str, str] = {
    Version.What.PUBLICATION: What.PUBLICATION,
    Version.What.SCHEDULE: What.SCHEDULE,
    Version.What.WITHDRAWAL: What.WITHDRAWAL,
    Version.What.RETURN: What.RETURN,
    Version.What.RESTORED: What.RESTORED,
    Version.What.MERGE: What.MERGE,
    Version.What.DELETED: What.DELETED,
}
HOUR = timedelta(hours=1)


def write(what: str, record: models.Model | None = None, words: str = "", by: Any = None) -> None:
    """Write down that something was done, by whoever is at work if not ``by`` somebody."""
    entry = LogbookEntry(what=what, by=by or author(), words=words[:LONGEST_WORDS])
    if record is not None:
        entry.kind, entry.object_id = record._meta.label_lower, record.pk
        entry.called = str(record)[:LONGEST_NAME]
    entry.save(force_insert=True)


def write_of_versions(versions: Iterable[Version]) -> None:
    """Write down the deeds that made these versions; a merge of the two, not of all that named one of them."""
    stay = {(model, kept) for (model, _gone), kept in unit_now().became.items()}
    LogbookEntry.objects.bulk_create(
        LogbookEntry(
            # Of two records that are one now, one was deleted so.
            what=What.MERGE if version.became else DEEDS[version.what],
            by=version.by,
            kind=version.kind,
            object_id=version.object_id,
            called=version.called[:LONGEST_NAME],
            words=f"into number {version.became}" if version.became else version.what_for,
        )
        for version in versions
        if version.what in DEEDS
        and (version.what != Version.What.MERGE or (version.model, version.object_id) in stay)
    )


def write_failed_log_in(user: Any) -> None:
    """Count a log-in that failed, with the account that it was for, None where there is none of that name: in one
    line an hour, for a stranger may try all day."""
    key = user.pk if user else None
    of_this_hour = LogbookEntry.objects.filter(what=What.FAILED, object_id=key, at__gt=timezone.now() - HOUR)
    if not of_this_hour.update(times=F("times") + 1):
        write(What.FAILED, user, "" if user else "by a name that nobody has")


def write_log_in(user: Any) -> None:
    """Write down that ``user`` has come in, and clear away what is older than is kept."""
    write(What.LOG_IN, user, by=user)
    LogbookEntry.objects.filter(at__lt=timezone.now() - settings.DEEDS_KEPT).delete()


# --- Forgetting a name ---


def forget_of(record: Any, names: Names) -> None:
    take_out(LogbookEntry.objects.filter(kind=record._meta.label_lower, object_id=record.pk), names)


def take_out_of_all(names: Names) -> None:
    take_out(LogbookEntry.objects.all(), names)


def take_out(entries: models.QuerySet[LogbookEntry], names: Names) -> None:
    changed = []
    for entry in entries.order_by("pk").iterator(BATCH):
        if names.stand_in(f"{entry.called}\n{entry.words}"):
            entry.called, entry.words = names.taken_out(entry.called), names.taken_out(entry.words)
            changed.append(entry)
    LogbookEntry.objects.bulk_update(changed, ["called", "words"], batch_size=BATCH)

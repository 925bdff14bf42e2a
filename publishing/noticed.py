"""When a record last changed so that a reader would notice: what feeds, calendars, citations and the site map tell.

``updated_at`` moves with every save, an empty one too. Here what shows of a record is compared with what showed of it
before, at the end of a unit of work and so whichever way it was written.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from hashlib import sha256
from typing import Any

from django.db import models
from django.db.models import F
from django.utils import timezone

from publishing.updating import update_columns

#: When something was done with a record, or will be; no page says it.
MOMENTS = {
    *("created_at", "updated_at", "changed_at", "first_public_at"),
    *("withdraw_at", "withdraw_note_for_then"),
}


class Kept(models.Field):
    """A column that saving a record leaves as it is stored: an instance may have been read before it was written."""

    def pre_save(self, model_instance, add):
        return super().pre_save(model_instance, add) if add else F(self.attname)


class KeptMoment(Kept, models.DateTimeField):
    pass


class KeptDigest(Kept, models.CharField):
    pass


class Noticed(models.Model):
    """A record that feeds tell of; ``changed_at`` is blank as long as the public has not met it."""

    changed_at = KeptMoment(null=True, editable=False)
    shown = KeptDigest(max_length=32, blank=True, editable=False)  # a digest of what shows, to compare with

    class Meta:
        abstract = True


def tell_changes(shown: Iterable[tuple[Noticed, Any]]) -> None:
    """Each record with all that shows of it, as JSON could hold it: whose differs from before has changed now."""
    now = timezone.now()
    changed: list[Noticed] = []
    for record, parts in shown:
        digest = sha256(json.dumps(parts, default=str).encode()).hexdigest()[:32]
        if digest != record.shown:
            record.shown, record.changed_at = digest, now
            changed.append(record)
    update_columns(changed, ["shown", "changed_at"])


def fields_of(record: models.Model, leaving_out: Iterable[str] = ()) -> Iterator[tuple[str, Any]]:
    """What is stored of a record, but for what no reader is shown."""
    skipped = {"id", "version", "fold", "shown", *MOMENTS, *leaving_out}
    for field in record._meta.concrete_fields:
        if field.name not in skipped:
            yield field.name, field.value_from_object(record)


def last_change(record: Noticed, appeared: datetime | None) -> datetime | None:
    """When a reader would last have noticed something new: at the earliest, that the record ``appeared``.

    A correction may be dated ahead: of a record with its ``public_corrections``, its day counts once it has come.
    """
    corrected = [beginning_of(one.date) for one in getattr(record, "public_corrections", ())[:1]]
    return max(filter(None, [record.changed_at, appeared, *corrected]), default=None)


def beginning_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))

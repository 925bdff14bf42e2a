from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone

from publishing.folding import FoldField
from publishing.gathering import gathered
from publishing.questions import TODAY, Given
from publishing.versions import Versioned


class CorrectionQuerySet(models.QuerySet):
    def published(self):
        """Corrections whose date has come; the page that shows them has passed the gate for its own item."""
        return self.filter(date__lte=TODAY)


def corrections_of_each(model: type[models.Model]) -> models.Subquery:
    """For ``annotate(public_corrections=…)`` of ``model``: those of each, the newest first, day and text."""
    kind = Given(lambda: ContentType.objects.get_for_model(model).pk, models.BigIntegerField())
    of_these = Correction.objects.published().filter(content_type=kind)
    return gathered(of_these, "object_id", "id", "date", "text", order=("-date", "-id"))


def bring_public_corrections(*records: Any) -> None:
    """Give all of these records, of whatever models, their ``public_corrections`` by one query."""
    kinds = {type(record): ContentType.objects.get_for_model(record) for record in records}
    named = Q(pk__in=[])
    for model, kind in kinds.items():
        keys = [record.pk for record in records if type(record) is model]
        named |= Q(content_type=kind, object_id__in=keys)
    found = defaultdict(list)
    for correction in Correction.objects.published().filter(named):
        found[correction.content_type_id, correction.object_id].append(correction)
    for record in records:
        record.public_corrections = found[kinds[type(record)].pk, record.pk]


class Correction(Versioned):
    """One row is one public note on a published item: what was wrong, and since when it is right."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey()
    date = models.DateField(default=timezone.localdate, help_text="Since when it is right.")
    text = models.TextField(help_text="What the page said, and what is right.")
    fold = FoldField("text")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="correction_of_an_item")]

    def __str__(self):
        return f"{self.date:%d %B %Y}: {self.text[:60]}"

    def save(self, *args, **kwargs):
        """Raises ValidationError when the public must not read its text."""
        item: Any = self.item
        item.check_words(self.text)
        super().save(*args, **kwargs)

    @property
    def whole(self):
        return self.item

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from publishing.document_field import DocumentField


class VersionQuerySet(models.QuerySet["Version"]):
    def standing(self):
        """Those that the record once was: the newest says what it is."""
        return self.exclude(what__in=Version.BESIDE)


class Version(models.Model):
    """One row is one save of a record with all its parts, as one document; or words that wait beside it."""

    class What(models.TextChoices):
        AS_IT_WAS = "as-it-was", "as it was"
        SAVE = "save", "save"
        PUBLICATION = "publication", "publication"
        SCHEDULE = "schedule", "scheduled"
        WITHDRAWAL = "withdrawal", "withdrawal"
        RETURN = "return", "returned to draft"
        RESTORED = "restored", "brought back"
        IMPORT = "import", "import"
        MERGE = "merge", "merge"
        DELETED = "deleted", "deleted"
        ASIDE = "aside", "kept aside"
        PENDING = "pending", "a change that waits"

    #: What the record has never been.
    BESIDE = (What.ASIDE, What.PENDING)

    kind = models.CharField(max_length=50)
    object_id = models.PositiveBigIntegerField()
    number = models.PositiveIntegerField()
    #: The record's own number of saves by then, which a form remembers.
    lock = models.PositiveIntegerField()
    document: Any = DocumentField()
    what = models.CharField("what it was", max_length=11, choices=What, default=What.SAVE)
    what_for = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    #: Of a record that was merged into another: which.
    became = models.PositiveBigIntegerField(null=True)
    #: When a change that waits appears by itself.
    due_at = models.DateTimeField(null=True)

    highest: int  #: No column: of ``newest_versions``.

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "object_id", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id", "number"], name="version_has_one_number"),
            models.UniqueConstraint(
                fields=["kind", "object_id"],
                condition=Q(what="pending"),
                name="one_change_waits_for_a_record",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="changes_with_a_moment")
        ]

    def __str__(self):
        return f"Version {self.number}"

    @property
    def model(self) -> type[models.Model]:
        return apps.get_model(self.kind)

    @property
    def called(self) -> str:
        """What the record was called."""
        fields = self.document["fields"]
        return str(fields.get("title") or fields.get("name") or fields.get("city") or self.object_id)

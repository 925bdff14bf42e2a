from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone


class ReviewQuerySet(models.QuerySet["Review"]):
    def of(self, record: models.Model):
        return self.filter(kind=record._meta.label_lower, object_id=record.pk)

    def end(self, record: models.Model) -> None:
        """Nothing of ``record`` is to be looked at any more: it was published, or its change was thrown away."""
        self.of(record).exclude(state=Review.State.DONE).update(state=Review.State.DONE)


class Review(models.Model):
    """One row is one record that was handed in to be looked at: a draft, or the change that waits for it."""

    class State(models.TextChoices):
        OPEN = "open", "in review"
        BACK = "back", "sent back"
        DONE = "done", "done"

    kind = models.CharField(max_length=50)
    object_id = models.PositiveBigIntegerField()
    state = models.CharField(max_length=4, choices=State, default=State.OPEN)
    #: What whoever handed it in says of it.
    note = models.CharField(max_length=300, blank=True)
    handed_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    handed_in_at = models.DateTimeField(default=timezone.now)
    #: Who sent it back.
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["handed_in_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="one_review_of_a_record"),
        ]
        indexes = [models.Index(fields=["state", "handed_in_at"], name="reviews_that_wait")]

    def __str__(self):
        return f"{self.kind} {self.object_id}: {self.get_state_display()}"


class RemarkQuerySet(models.QuerySet["Remark"]):
    def open(self):
        return self.filter(settled_at__isnull=True)

    def settle(self, by: Any) -> int:
        """Nothing is left to do about those that are open; return how many were."""
        return self.open().update(settled_at=timezone.now(), settled_by=by)


class Remark(models.Model):
    """One row is one comment of whoever looked at a record in review, on the whole or on a place in it."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="remarks")
    #: "lead" of a field, "statements.142" of a row; blank for the whole.
    place = models.CharField(max_length=60, blank=True)
    #: What the place was called by then: "Lead", "Statement 142".
    called = models.CharField(max_length=300, blank=True)
    text = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return self.called or "The whole"

from django.conf import settings
from django.db import models
from django.utils import timezone


class LogbookEntry(models.Model):
    """One row is one deed: who did what to what, and when. Nobody changes it afterwards."""

    class What(models.TextChoices):
        LOG_IN = "log-in", "logged in"
        FAILED = "failed", "failed log-in"
        ACCESS = "access", "second factor or session"
        RIGHTS = "rights", "account or rights"
        PUBLICATION = "publication", "published"
        SCHEDULE = "schedule", "scheduled"
        WITHDRAWAL = "withdrawal", "withdrawn"
        RETURN = "return", "returned to draft"
        OVERRIDE = "override", "published with open checks"
        REVIEW = "review", "review"
        MERGE = "merge", "merged"
        RESTORED = "restored", "brought back"
        DELETED = "deleted", "deleted"
        EXPORT = "export", "exported"

    what = models.CharField(max_length=11, choices=What)
    at = models.DateTimeField("when", default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="who",
    )
    #: What it was done to, if that is a record: "events.event", and its number; and what it was called.
    kind = models.CharField(max_length=50, blank=True)
    object_id = models.PositiveBigIntegerField(null=True)
    called = models.CharField(max_length=200, blank=True)
    words = models.CharField(max_length=300, blank=True)
    #: How often in an hour: of what strangers do, which nobody writes down one by one.
    times = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "deed"
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["-at"], name="deeds_by_time"),
            models.Index(fields=["kind", "object_id"], name="deeds_to_a_record"),
        ]

    def __str__(self):
        return f"{self.get_what_display()}: {self.called or self.words}"

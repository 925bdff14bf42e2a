from django.db import models
from django.utils import timezone


class Backup(models.Model):
    """One row is a backup that was made of this archive, or that it was restored from."""

    made_at = models.DateTimeField()
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    file_name = models.CharField(max_length=255)
    rehearsed_at = models.DateTimeField(
        null=True, help_text="When somebody tried to restore it, elsewhere, and all was there."
    )

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["-made_at", "-id"], name="backups_newest_first")]

    def __str__(self):
        return self.file_name


class LinkCheck(models.Model):
    """One row is one round in which the links to other sites were asked whether they answer."""

    at = models.DateTimeField(default=timezone.now)
    asked = models.PositiveIntegerField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return str(self.at)


class DeadLink(models.Model):
    """One row is a link to another site that did not answer when it was last asked."""

    address = models.URLField(max_length=500, unique=True)
    answer = models.CharField(max_length=200)
    since = models.DateTimeField(default=timezone.now)
    #: Where it stands, the first place if there are several: "events.event" and the record's key.
    kind = models.CharField(max_length=50)
    object_id = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["since", "pk"]

    def __str__(self):
        return self.address

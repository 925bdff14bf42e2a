from django.db import models


class Backup(models.Model):
    """One row is a backup that was made of this archive, or that it was restored from."""

    made_at = models.DateTimeField()
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    file_name = models.CharField(max_length=255)

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["-made_at", "-id"], name="backups_newest_first")]

    def __str__(self):
        return self.file_name

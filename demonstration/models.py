from django.db import models

from publishing.changes import note


class Notice(models.Model):
    """One row says that this archive is a demonstration, in the words that stand at the foot of every page."""

    text = models.TextField()

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        note(Notice, [self.pk])  # it stands on every page that is kept

    @classmethod
    def current(cls) -> str:
        """The words of the notice; blank in an archive in real use, where no row is."""
        return cls.objects.values_list("text", flat=True).first() or ""

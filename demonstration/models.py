from django.core.cache import cache
from django.db import models

CACHE_KEY = "demonstration-notice"
#: For how many seconds a page may go without asking again.
REMEMBERED = 60


class Notice(models.Model):
    """One row says that this archive is a demonstration, in the words that stand at the foot of every page."""

    text = models.TextField()

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        cache.delete(CACHE_KEY)

    @classmethod
    def current(cls) -> str:
        """The words of the notice; blank in an archive in real use, where no row is."""
        text = cache.get(CACHE_KEY)
        if text is None:
            text = cls.objects.values_list("text", flat=True).first() or ""
            cache.set(CACHE_KEY, text, REMEMBERED)
        return text

from django.db import models


class Edition(models.Model):
    """One row is one change of what readers see, wherever in the archive: see publishing.editions."""

    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return str(self.pk)

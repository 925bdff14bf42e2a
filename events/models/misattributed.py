from django.db import models

from events.models.statement import Statement
from people.models import Speaker
from publishing.models import Correction


class Misattributed(models.Model):
    """One row is a speaker to whom a statement was attributed until a public correction, which their page tells."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="misattributed")
    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="misattributed")
    correction = models.ForeignKey(Correction, on_delete=models.CASCADE, related_name="misattributed")

    class Meta:
        verbose_name_plural = "misattributed"

    def __str__(self):
        return f"Statement {self.statement_id}, corrected"


def forget_misattributed_of(event) -> None:
    """Under the Chatham House Rule not even a wrong name may stay with words: it is of somebody who was there."""
    Misattributed.objects.filter(statement__event=event).delete()

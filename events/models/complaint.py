from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.statement import Statement
from publishing.changes import unit_of_work

CLOSED_ALREADY = "Somebody else closed this meanwhile."
FORGOTTEN = "This report was forgotten meanwhile: nobody is named for the statement any more."


class ComplaintQuerySet(models.QuerySet["Complaint"]):
    def open(self):
        return self.filter(closed_at__isnull=True)


class Complaint(models.Model):
    """One row is one reader's word that a statement is credited or worded wrongly, for an editor to decide."""

    class About(models.TextChoices):
        SPEAKER = "speaker", _("It was somebody else who said it")
        WORDS = "words", _("It was said, but in other words or figures")
        NEVER = "never", _("It was not said at all")
        DETAILS = "details", _("The name, the post or the date is wrong")

    class Outcome(models.TextChoices):
        CORRECTED = "corrected", "Corrected"
        WITHDRAWN = "withdrawn", "Withdrawn"
        RIGHT = "right", "Right as it stands"
        EMPTY = "empty", "Says nothing that can be looked into"

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="complaints")
    about = models.CharField("what is wrong", max_length=8, choices=About)
    text = models.TextField("how it can be seen", max_length=2000)
    email = models.EmailField(
        "e-mail", blank=True, help_text="Forgotten when the complaint is closed: answer before."
    )
    #: What the form was given when it was shown: sent twice, it is one complaint.
    ticket = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField("sent", auto_now_add=True)
    outcome = models.CharField(max_length=9, choices=Outcome, blank=True)
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="complaint_is_closed_with_an_outcome",
                condition=Q(closed_at__isnull=True, outcome="") | Q(closed_at__isnull=False) & ~Q(outcome=""),
            ),
            models.CheckConstraint(
                name="closed_complaint_knows_no_address", condition=Q(closed_at__isnull=True) | Q(email="")
            ),
        ]
        indexes = [models.Index(fields=["closed_at", "made_at"], name="complaints_that_wait")]

    def __str__(self):
        return f"Complaint {self.pk} about statement {self.statement_id}"

    @unit_of_work()
    def close(self, outcome: str, by) -> Self:
        """Decide it, and forget whom to answer.

        Raises ValidationError where it is closed already or forgotten, or ``outcome`` is none.
        """
        now = Complaint.objects.select_for_update().filter(pk=self.pk).first()
        if now is None:
            raise ValidationError(FORGOTTEN)
        if now.closed_at:
            raise ValidationError(CLOSED_ALREADY)
        if outcome not in Complaint.Outcome.values:
            raise ValidationError("Say what became of it.")
        self.outcome, self.closed_at, self.closed_by, self.email = outcome, timezone.now(), by, ""
        self.save(update_fields=["outcome", "closed_at", "closed_by", "email"])
        return self


def forget_complaints_of(event) -> None:
    """Of an event under the Chatham House Rule no reader's words are kept: they may say who spoke."""
    Complaint.objects.filter(statement__event=event).delete()


def take_out_of_complaints(names) -> None:
    for complaint in Complaint.objects.iterator(chunk_size=200):
        if names.stand_in(complaint.text):
            complaint.text = names.taken_out(complaint.text)
            complaint.save(update_fields=["text"])

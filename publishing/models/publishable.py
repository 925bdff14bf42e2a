from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone

from publishing.gate import PUBLIC_STATUSES, Status
from publishing.noticed import Noticed
from publishing.states import NOTE_NEEDED
from publishing.versions import Versioned


def has_come(moment: datetime | None, at: datetime | None = None) -> bool:
    """Whether ``moment`` is past now, or ``at`` another."""
    return moment is not None and moment <= (at or timezone.now())


class Publishable(Noticed, Versioned):
    """A record with a status; ``published()`` on its queryset is the only way out."""

    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    publish_at = models.DateTimeField(
        "publish at",
        null=True,
        blank=True,
        help_text="When a scheduled item appears by itself; since when a published one is out.",
    )
    withdrawal_note = models.TextField(
        blank=True, help_text="Shown at the address of a withdrawn item: what was withdrawn, and why."
    )
    withdraw_at = models.DateTimeField(
        null=True, blank=True, help_text="When it is withdrawn by itself, if it is not public for good."
    )
    withdraw_note_for_then = models.TextField(
        "note for then",
        blank=True,
        help_text="Shown at its address from that moment on: until when, and why.",
    )
    #: Stays when it is returned to draft, scheduled anew or its moment is cleared: what readers met is never deleted.
    first_public_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_in_public_has_a_moment_of_publication",
                condition=~Q(status__in=PUBLIC_STATUSES) | Q(publish_at__isnull=False),
                violation_error_message="Say when it is to be published.",
            ),
            models.CheckConstraint(
                name="%(class)s_is_withdrawn_by_itself_with_a_note",
                condition=Q(withdraw_at__isnull=True) | ~Q(withdraw_note_for_then=""),
                violation_error_message=NOTE_NEEDED,
            ),
        ]
        indexes = [
            # Few have such a moment, and it is asked whenever the archive has changed which comes next.
            models.Index(
                fields=["withdraw_at"],
                name="%(class)s_to_be_withdrawn",
                condition=Q(withdraw_at__isnull=False),
            ),
        ]

    def save(self, *args, update_fields=None, **kwargs):
        self.publish_at = models.DateTimeField().to_python(self.publish_at)  # a script may give a text
        self.first_public_at = self.first_moment()
        if update_fields is not None:
            update_fields = {*update_fields, "first_public_at"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def first_moment(self) -> datetime | None:
        """Since when the public has known it, or will by itself; a moment that has come is never taken back."""
        moments = [self.first_public_at] if has_come(self.first_public_at) else []
        if self.status in PUBLIC_STATUSES or has_come(self.publish_at):
            moments.append(self.publish_at)
        return min((moment for moment in moments if moment), default=None)

    @property
    def is_public(self) -> bool:
        """Agrees with ``public_now()``."""
        return self.is_public_at(timezone.now())

    def is_public_at(self, at: datetime) -> bool:
        """Whether readers see it then, if nobody does anything until then."""
        is_out = self.status in PUBLIC_STATUSES and has_come(self.publish_at, at)
        return is_out and not has_come(self.withdraw_at, at)

    @property
    def is_over(self) -> bool:
        """Agrees with ``over()``."""
        return self.status in PUBLIC_STATUSES and has_come(self.withdraw_at)

    @property
    def status_now(self) -> Status:
        """The state it is in, by the clock: what is scheduled is published once its moment has come."""
        if self.status in PUBLIC_STATUSES:
            return Status.PUBLISHED if has_come(self.publish_at) else Status.SCHEDULED
        return Status(self.status)

    @property
    def address_was_shown(self) -> bool:
        """Of a draft too, when it has been public and was returned."""
        return self.status != Status.DRAFT or has_come(self.first_public_at)

    def obstacles(self) -> list[str]:
        """What stands in the way of publishing, in an editor's words; empty when nothing does."""
        return []

    def check_words(self, text: str) -> None:
        """Raises ValidationError when the public must not read ``text``, a note or a correction, of this item."""

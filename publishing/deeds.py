"""What can be done with anything that has a status. Forms, list actions and commands all call these."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from publishing.changes import unit_of_work
from publishing.gate import Status
from publishing.models import Publishable


@unit_of_work()
def publish(item: Publishable, at: datetime | None = None) -> None:
    """Make ``item`` public now, or by itself at the aware moment ``at``.

    Raises ValidationError with the list of obstacles, and changes nothing then.
    """
    obstacles = item.obstacles()
    if obstacles:
        raise ValidationError(obstacles)
    now = timezone.now()
    item.status = Status.SCHEDULED if at and at > now else Status.PUBLISHED
    item.publish_at = at or now
    item.withdrawal_note = ""
    item.save(update_fields=["status", "publish_at", "withdrawal_note", "updated_at"])


@unit_of_work()
def withdraw(item: Publishable, note: str) -> None:
    """Take ``item`` back from the public; its address says ``note`` from now on.

    Raises ValidationError without a note: readers who come by an old link are owed a word.
    """
    if not note.strip():
        raise ValidationError("Say what was withdrawn, and why: readers who follow an old link will see it.")
    item.status = Status.WITHDRAWN
    item.withdrawal_note = note.strip()
    item.save(update_fields=["status", "withdrawal_note", "updated_at"])


@unit_of_work()
def return_to_draft(item: Publishable) -> None:
    """Make ``item`` a draft again: it was scheduled or withdrawn by mistake, or needs more work.

    Since when it had been public stays with it; a moment that has not come is forgotten.
    """
    if item.status == Status.SCHEDULED and not item.is_public:
        item.publish_at = None
    item.status = Status.DRAFT
    item.save(update_fields=["status", "publish_at", "updated_at"])

"""From which state to which: the one table that deeds hold to, and that forms, buttons and lists ask."""

from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from publishing.gate import Status
from publishing.marks import says_something


class Deed(models.TextChoices):
    """What can be done with something that has a status; the values are the names of the buttons."""

    PUBLISH = "_publish", "Publish"
    SCHEDULE = "_schedule", "Schedule"
    RETURN_TO_DRAFT = "_return_to_draft", "Return to draft"
    WITHDRAW = "_withdraw", "Withdraw"


class Step(NamedTuple):
    """What a deed can be done to, and what that becomes."""

    from_: tuple[Status, ...]
    to: Status


#: Nothing leads from withdrawn to public at once: a note that readers have met is taken off the page by somebody who
#: looked at that one item, never by "Publish" for a whole list.
STEPS = {
    Deed.PUBLISH: Step((Status.DRAFT, Status.SCHEDULED), Status.PUBLISHED),
    Deed.SCHEDULE: Step((Status.DRAFT, Status.SCHEDULED), Status.SCHEDULED),
    Deed.RETURN_TO_DRAFT: Step((Status.SCHEDULED, Status.PUBLISHED, Status.WITHDRAWN), Status.DRAFT),
    Deed.WITHDRAW: Step((Status.SCHEDULED, Status.PUBLISHED), Status.WITHDRAWN),
}

#: What is said where the name of the state alone would not tell what to do.
REFUSALS = {
    (Deed.PUBLISH, Status.PUBLISHED): "It is public already.",
    (
        Deed.PUBLISH,
        Status.WITHDRAWN,
    ): "It is withdrawn: return it to draft first, look at it, and publish that.",
    (Deed.WITHDRAW, Status.DRAFT): "Only what is public or scheduled can be withdrawn.",
    (Deed.WITHDRAW, Status.WITHDRAWN): "It is withdrawn already.",
    (Deed.RETURN_TO_DRAFT, Status.DRAFT): "It is a draft already.",
}

NOTE_NEEDED = "Say what was withdrawn, and why: readers who follow an old link will see it."


def possible(status: Status) -> list[Deed]:
    """The deeds that can be done to what is in the state ``status``."""
    return [deed for deed, step in STEPS.items() if status in step.from_]


def next_state(deed: Deed, status: Status) -> Status:
    """The state that ``deed`` leads to. Raises ValidationError, in words, when it cannot be done in this one."""
    if deed not in possible(status):
        told = f"“{deed.label}” is not possible: the status is “{status.label}” now."
        raise ValidationError(REFUSALS.get((deed, status), told), code="not_possible")
    return STEPS[deed].to


def check_moment(at: datetime | None) -> None:
    """Raises ValidationError unless something can be scheduled for ``at``."""
    if at is None:
        raise ValidationError("Say when it is to appear.")
    if at <= timezone.now():
        raise ValidationError("This moment has passed: publish it now, or choose a later one.")


def check_end(at: datetime | None, note: str, appears: datetime | None) -> None:
    """Raises ValidationError unless what ``appears`` then, or at once, can be withdrawn ``at`` a moment with ``note``.

    Without a moment it stays for good, and a note would be for nobody.
    """
    if at is None:
        if note.strip():
            raise ValidationError("Say when it is to be withdrawn, or leave out the note for then.")
        return
    if at <= timezone.now():
        raise ValidationError(
            "The moment at which it is withdrawn has passed: withdraw it now, or choose a later one."
        )
    if appears and at <= appears:
        raise ValidationError("It would be withdrawn before it appears: choose a later moment.")
    check_note(note)


def check_note(note: str) -> str:
    """``note`` as it is stored. Raises ValidationError without one: readers who come by an old link are owed a word."""
    if not says_something(note):
        raise ValidationError(NOTE_NEEDED)
    return note.strip()

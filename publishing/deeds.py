"""What can be done with anything that has a status. Forms, list actions and commands all call these.

Each holds the row, reads it as it is now, asks the table in ``publishing.states`` and the item itself, and writes: done
twice in the same instant, the second is refused in words.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from publishing.changes import call_it, unit_of_work
from publishing.gate import Status
from publishing.models import Publishable, Review, Version
from publishing.states import Deed, check_end, check_moment, check_note, next_state
from publishing.versions import hold

WRITTEN = [
    *("status", "publish_at", "withdrawal_note", "updated_at"),
    *("withdraw_at", "withdraw_note_for_then"),
]


@unit_of_work()
def publish(item: Publishable, at: datetime | None = None) -> None:
    """Make ``item`` public; ``at`` is since when it has been, if not from now on. What is to come is scheduled.

    Raises ValidationError with what stands in the way, and changes nothing then.
    """
    now = timezone.now()
    if at and at > now:
        return schedule(item, at)
    hold(item)
    call_it(Version.What.PUBLICATION)
    status = next_state(Deed.PUBLISH, item.status_now)
    check_end(item.withdraw_at, item.withdraw_note_for_then, at)
    check_obstacles(item)
    item.status, item.publish_at = status, at or now
    item.save(update_fields=WRITTEN)
    Review.objects.end(item)


@unit_of_work()
def schedule(item: Publishable, at: datetime | None) -> None:
    """Let ``item`` appear by itself at the aware moment ``at``; done again, it moves that moment.

    Raises ValidationError with what stands in the way, and changes nothing then.
    """
    hold(item)
    call_it(Version.What.SCHEDULE)
    status = next_state(Deed.SCHEDULE, item.status_now)
    check_moment(at)
    check_end(item.withdraw_at, item.withdraw_note_for_then, at)
    check_obstacles(item)
    item.status, item.publish_at = status, at
    item.save(update_fields=WRITTEN)
    Review.objects.end(item)


@unit_of_work()
def withdraw(item: Publishable, note: str) -> None:
    """Take ``item`` back from the public; its address says ``note`` from now on.

    Raises ValidationError without a note, with one that the public must not read, or when the public never had it.
    """
    hold(item)
    call_it(Version.What.WITHDRAWAL)
    status = next_state(Deed.WITHDRAW, item.status_now)
    item.check_words(note)
    item.status, item.withdrawal_note = status, check_note(note)
    forget_end(item)
    item.save(update_fields=WRITTEN)


@unit_of_work()
def withdraw_if_over(item: Publishable) -> bool:
    """Take ``item`` back, with the note that was written for then; say whether it was to be done, and was not yet.

    Raises ValidationError with what stands in the way; readers do not see it nevertheless.
    """
    hold(item)
    if not item.is_over:
        return False
    withdraw(item, item.withdraw_note_for_then)
    return True


@unit_of_work()
def return_to_draft(item: Publishable) -> None:
    """Make ``item`` a draft again: it was scheduled or withdrawn by mistake, or needs more work.

    Since when it had been public stays with it; moments that have not come are forgotten, and so is the note of what is
    withdrawn no longer. Raises ValidationError when it is a draft.
    """
    hold(item)
    call_it(Version.What.RETURN)
    status = next_state(Deed.RETURN_TO_DRAFT, item.status_now)
    if item.status_now == Status.SCHEDULED:
        item.publish_at = None
    item.status, item.withdrawal_note = status, ""
    forget_end(item)
    item.save(update_fields=WRITTEN)


def forget_end(item: Publishable) -> None:
    """What is no longer public is not withdrawn by itself."""
    item.withdraw_at, item.withdraw_note_for_then = None, ""


def check_obstacles(item: Publishable) -> None:
    """Raises ValidationError with what keeps ``item``, and its rows as they are stored now, from being public."""
    vars(item).pop("_prefetched_objects_cache", None)  # rows that were read along may be gone by now
    if obstacles := item.obstacles():
        raise ValidationError(obstacles)

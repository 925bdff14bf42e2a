"""A second pair of eyes: what is handed in is looked at by somebody who may publish it, and published or sent back."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from publishing.author import author
from publishing.changes import unit_of_work
from publishing.forgetting import BATCH, Names
from publishing.gate import Status
from publishing.models import Publishable, Review
from publishing.pending import check_nothing_appears, pending_of
from publishing.versions import hold

NOTHING_TO_LOOK_AT = "There is nothing to look at: it is no draft, and no change to it waits."


def review_of(record: Any) -> Review | None:
    """The review that goes on: in review, or sent back."""
    rows = Review.objects.of(record).exclude(state=Review.State.DONE)
    return rows.select_related("handed_in_by", "answered_by").first()


@unit_of_work()
def hand_in(record: Any, note: str = "") -> None:
    """Let ``record``, a draft or the change that waits for it, be looked at; ``note`` says something to whoever does.

    Raises ValidationError where there is neither, or the change appears by itself anyway.
    """
    hold(record)
    if version := pending_of(record):
        check_nothing_appears(version)
    elif not isinstance(record, Publishable) or record.status != Status.DRAFT:
        raise ValidationError(NOTHING_TO_LOOK_AT)
    review = Review.objects.of(record).first() or Review(kind=record._meta.label_lower, object_id=record.pk)
    review.state, review.note = Review.State.OPEN, note
    review.handed_in_by, review.handed_in_at = author(), timezone.now()
    review.save()


# --- Forgetting a name ---


def forget_of(record: Any, names: Names) -> None:
    take_out(Review.objects.of(record), names)


def take_out_of_all(names: Names) -> None:
    take_out(Review.objects.all(), names)


def take_out(reviews: Any, names: Names) -> None:
    changed = []
    for review in reviews.exclude(note="").order_by("pk").iterator(BATCH):
        if names.stand_in(review.note):
            review.note = names.taken_out(review.note)
            changed.append(review)
    Review.objects.bulk_update(changed, ["note"], batch_size=BATCH)

"""A second pair of eyes: what is handed in is looked at by somebody who may publish it, and published or sent back."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from publishing.author import author
from publishing.changes import unit_of_work
from publishing.forgetting import BATCH, Names
from publishing.gate import Status
from publishing.models import Publishable, Remark, Review
from publishing.pending import check_nothing_appears, pending_of
from publishing.versions import hold

NOTHING_TO_LOOK_AT = "There is nothing to look at: it is no draft, and no change to it waits."

NOT_IN_REVIEW = "Nothing was sent back: it is not in review any more."
SAY_SOMETHING = "Say what is to be done: on a field, or on the whole."


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
    Remark.objects.filter(review=review).settle(author())


@unit_of_work()
def send_back(record: Any, remarks: Iterable[Remark]) -> None:
    """Let whoever handed ``record`` in go on with it. Raises ValidationError without a word, or where somebody has sent
    it back or published it meanwhile."""
    hold(record)
    review = Review.objects.of(record).filter(state=Review.State.OPEN).first()
    if review is None:
        raise ValidationError(NOT_IN_REVIEW)
    if not (remarks := list(remarks)):
        raise ValidationError(SAY_SOMETHING)
    review.state, review.answered_by, review.answered_at = Review.State.BACK, author(), timezone.now()
    review.save()
    for remark in remarks:
        remark.review, remark.by = review, author()
    Remark.objects.bulk_create(remarks)


@unit_of_work()
def settle(record: Any, key: int) -> bool:
    """Say that nothing is left to do about a remark on ``record``; whether there was."""
    hold(record)
    return bool(Remark.objects.filter(pk=key, review__in=Review.objects.of(record)).settle(author()))


# --- Forgetting a name ---


def forget_of(record: Any, names: Names) -> None:
    take_out(Review.objects.of(record), names)


def take_out_of_all(names: Names) -> None:
    take_out(Review.objects.all(), names)


def take_out(reviews: Any, names: Names) -> None:
    without_names(reviews, ["note"], names)
    without_names(Remark.objects.filter(review__in=reviews), ["called", "text"], names)


def without_names(rows: Any, fields: list[str], names: Names) -> None:
    changed = []
    for row in rows.order_by("pk").iterator(BATCH):
        words = {name: getattr(row, name) for name in fields}
        if names.stand_in("\n".join(words.values())):
            for name, said in words.items():
                setattr(row, name, names.taken_out(said))
            changed.append(row)
    rows.model.objects.bulk_update(changed, fields, batch_size=BATCH)

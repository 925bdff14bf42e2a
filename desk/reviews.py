"""What the first page of the desk says of reviews: what was sent back, what waits to be looked at."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Exists, Model, OuterRef
from django.urls import reverse

from publishing.gate import Status
from publishing.models import Publishable, Remark, Review, Version


class Handed(NamedTuple):
    """A record that was handed in, with its review and the change to it that waits, if it is no draft."""

    record: Any
    review: Review
    change: Version | None


def to_review(user) -> list[dict]:
    """What was handed in and is this user's to look at, the longest waiting first."""
    reviews = Review.objects.filter(state=Review.State.OPEN).select_related("handed_in_by")
    return [
        line(one, one.review.handed_in_at, f"by {who(one.review.handed_in_by, user)}", one.review.note)
        | {"address": address(one.record, "review")}
        for one in handed(reviews)
        if may_decide(user, type(one.record))
    ]


def sent_back(user) -> list[dict]:
    """What this user handed in and is to go on with, with what was said of it."""
    reviews = list(
        Review.objects.filter(state=Review.State.BACK, handed_in_by=user).select_related("answered_by")
    )
    said: dict[int, list[Remark]] = {}
    for remark in Remark.objects.open().filter(review__in=reviews):
        said.setdefault(remark.review_id, []).append(remark)
    return [
        line(one, one.review.answered_at, f"by {who(one.review.answered_by, user)}", in_short(remarks))
        | {"count": len(remarks)}
        for one in handed(reviews)
        for remarks in [said.get(one.review.pk, [])]
    ]


def changes_kept(user) -> list[dict]:
    """The changes to what is public that this user began and has not handed in."""
    begun = Version.objects.filter(what=Version.What.PENDING, by=user, due_at__isnull=True).order_by("at")
    going_on = Review.objects.exclude(state=Review.State.DONE).filter(
        kind=OuterRef("kind"), object_id=OuterRef("object_id")
    )
    mine = list(begun.exclude(Exists(going_on)).defer("document"))
    there = records(mine)
    return [
        {"title": str(there[key]), "since": one.at, "about": "Change to what is public, not handed in"}
        | {"address": f"{address(there[key])}?change", "note": one.what_for}
        for one in mine
        if (key := (one.kind, one.object_id)) in there
    ]


def line(one: Handed, since, whose: str, note: str) -> dict:
    kind = str(one.record._meta.verbose_name)
    about = f"Change to a public {kind}" if one.change else f"Draft: {kind}"
    return {
        "title": str(one.record),
        "since": since,
        "about": f"{about}, {whose}",
        "note": note,
        "address": address(one.record) + ("?change" if one.change else ""),
    }


def who(by, user) -> str:
    return "you" if by == user else str(by or "somebody")


def in_short(remarks: list[Remark]) -> str:
    return " · ".join(f"{remark}: {remark.text}" for remark in remarks)


def handed(reviews: Iterable[Review]) -> list[Handed]:
    """Those of which there is something to look at; as many queries for one as for many of the same kinds."""
    reviews = list(reviews)
    there, waiting = records(reviews), changes(reviews)
    found = []
    for review in reviews:
        key = (review.kind, review.object_id)
        if key in there and (key in waiting or getattr(there[key], "status", None) == Status.DRAFT):
            found.append(Handed(there[key], review, waiting.get(key)))
    return found


def records(named: Iterable[Any]) -> dict[tuple[str, int], Any]:
    """The records that reviews or versions name, one query a kind."""
    keys: dict[str, set[int]] = {}
    for one in named:
        keys.setdefault(one.kind, set()).add(one.object_id)
    return {
        (kind, pk): record
        for kind, some in keys.items()
        for pk, record in apps.get_model(kind)._base_manager.in_bulk(some).items()
    }


def changes(reviews: list[Review]) -> dict[tuple[str, int], Version]:
    """The changes that wait for these records."""
    named = {(review.kind, review.object_id) for review in reviews}
    kinds, keys = {kind for kind, _key in named}, {key for _kind, key in named}
    # Those of another kind under the same number are let go of here: one condition a record would be too many.
    rows = Version.objects.filter(what=Version.What.PENDING, kind__in=kinds, object_id__in=keys).defer(
        "document"
    )
    return {key: one for one in rows if (key := (one.kind, one.object_id)) in named}


def may_decide(user, model: type[Model]) -> bool:
    """Whether this user may let readers see what was written of such a record: as its screen asks."""
    app, name = model._meta.app_label, model._meta.model_name
    return user.has_perm(f"{app}.{'publish' if issubclass(model, Publishable) else 'delete'}_{name}")


def address(record: Model, page: str = "change") -> str:
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{page}", args=[record.pk])

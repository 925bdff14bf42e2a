"""Two records of one thing made one, and what keeps a record from being deleted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import get_text_list

from publishing.changes import call_it, unit_now, unit_of_work
from publishing.history import about_to_write
from publishing.models import Addressed, OldAddress, Version
from publishing.versions import hold

#: Of the rows that use a record, so many are named.
ROWS_NAMED = 10


@dataclass(frozen=True)
class Use:
    """Rows of one kind that name a record: how many, and the first of them."""

    count: int
    kind: type[models.Model]
    rows: list[Any]

    def __str__(self):
        """ "3 events" """
        options = self.kind._meta
        return f"{self.count} {options.verbose_name if self.count == 1 else options.verbose_name_plural}"


def uses_of(record: models.Model) -> list[Use]:
    """What names ``record``; its own parts, which go with it, do not count."""
    rows_naming = [
        relation.related_model._base_manager.filter(**{relation.field.name: record})
        .order_by("pk")
        .fetch_mode(models.FETCH_PEERS)
        for relation in record._meta.related_objects
        if not _is_part(relation) and not _has_a_model_of_its_own(relation)
    ]
    counted = [(rows, rows.count()) for rows in rows_naming]
    return [Use(count, rows.model, list(rows[:ROWS_NAMED])) for rows, count in counted if count]


def delete_unused(record: models.Model) -> None:
    """Delete ``record``. Raises ValidationError when something names it, or an address leads to it."""
    with unit_of_work(alone=True):
        lock([record])
        obstacles = obstacles_to_deleting(record)
        if obstacles:
            raise ValidationError(obstacles)
        record.delete()


def obstacles_to_deleting(record: models.Model) -> list[str]:
    """Why ``record`` cannot be deleted, in an editor's words; empty when it can."""
    uses = uses_of(record)
    obstacles = [f"“{record}” is used by {get_text_list(list(map(str, uses)), 'and')}."] if uses else []
    if isinstance(record, Addressed) and OldAddress.of(record).exists():
        obstacles.append(f"Addresses that readers know lead to “{record}”, and would lead nowhere.")
    return obstacles


@unit_of_work(alone=True)
def merge_records(kept: Any, absorbed: Any, taking_over: Iterable[str] = ()) -> None:
    """Make two records one: what names ``absorbed`` names ``kept`` afterwards, and its address leads there.

    Of ``taking_over`` the kept record takes what its own field lacks. Both are read anew under a lock. Raises
    ValidationError when they are one record, when one is gone, or when both are named where only one can be.
    """
    lock_both(kept, absorbed)
    repoint(kept, absorbed)
    for field in taking_over:
        setattr(kept, field, getattr(kept, field) or getattr(absorbed, field))
    let_go(absorbed, kept)


def lock_both(kept: models.Model, absorbed: models.Model) -> None:
    """Read both records anew and hold them until the transaction ends. Raises ValidationError unless there are two."""
    if kept.pk is not None and kept.pk == absorbed.pk:
        raise ValidationError("Choose two different records.")
    lock([kept, absorbed])


def lock(records: Iterable[models.Model]) -> None:
    """Hold ``records`` as they are now, in the order of their keys: two deeds never wait for each other."""
    for record in sorted(records, key=lambda record: record.pk or 0):
        hold(record)


def named_by(record: models.Model) -> dict[str, list[int]]:
    """The rows that name ``record`` in a field and are no part of it, by the label of their model."""
    return {
        relation.related_model._meta.label_lower: list(
            relation.related_model._base_manager.filter(**{relation.field.name: record})
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        for relation in record._meta.related_objects
        if isinstance(relation, models.ManyToOneRel) and not _is_part(relation)
    }


def repoint(kept: models.Model, absorbed: models.Model) -> None:
    """Let what names ``absorbed`` name ``kept``; its own parts stay with it."""
    for relation in kept._meta.related_objects:
        if isinstance(relation, models.ManyToManyRel):
            if not _has_a_model_of_its_own(relation):
                name = str(relation.get_accessor_name())
                getattr(kept, name).add(*getattr(absorbed, name).values_list("pk", flat=True))
        elif isinstance(relation, models.ManyToOneRel) and not _is_part(relation):
            repoint_rows(relation, kept, absorbed)


def repoint_rows(relation: models.ManyToOneRel, kept: models.Model, absorbed: models.Model) -> None:
    rows, name = relation.related_model._base_manager, relation.field.name
    for constraint in relation.related_model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and name in constraint.fields:
            (other,) = set(constraint.fields) - {name}
            listed = rows.filter(**{name: kept}).values(other)
            clash = rows.filter(**{name: absorbed, f"{other}__in": listed}).first()
            if clash:
                raise ValidationError(
                    f"{kept} and {absorbed} are both listed in “{getattr(clash, other)}”: they may be two "
                    "people. If they are one, take one of them off that list first."
                )
    named = rows.filter(**{name: absorbed})
    about_to_write(rows.model, named.values_list("pk", flat=True))
    named.update(**{name: kept})


def let_go(absorbed: Any, kept: Any) -> None:
    """Delete ``absorbed``, of which nothing is left to use, save ``kept`` and let all addresses lead to it."""
    old_address = absorbed.get_absolute_url() if isinstance(absorbed, Addressed) else ""
    if old_address:
        OldAddress.hand_over(absorbed, kept)
    call_it(Version.What.MERGE)
    unit_now().became[type(absorbed), absorbed.pk] = kept.pk
    absorbed.delete()
    kept.save()
    if old_address:
        OldAddress.remember(old_address, kept)


def _is_part(relation) -> bool:
    return isinstance(relation, models.ManyToOneRel) and relation.on_delete is models.CASCADE


def _has_a_model_of_its_own(relation) -> bool:
    """Of a many-to-many table with a model, the model is what names the record."""
    through = relation.through if isinstance(relation, models.ManyToManyRel) else None
    return through is not None and not through._meta.auto_created

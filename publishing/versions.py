"""Two people at one record: who saves on top of the other is told first.

A version is raised by the UPDATE that saves, and compared while the row is held: in the same instant, too, the
second of two sees what the first has written. On SQLite one transaction writes at a time; on PostgreSQL the row is
locked.
"""

from collections.abc import Callable, Iterable
from itertools import batched
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F

from publishing.checking import CheckedAtOnce
from publishing.noticed import Kept
from publishing.shown import Shown
from publishing.updating import update_columns

#: What is called before records of a model are changed, with their keys; history adds itself.
before_changes: list[Callable[[type[models.Model], Iterable[Any]], None]] = []


class Versioned(Shown, CheckedAtOnce):
    """A record that two people can edit; its ``version`` grows with every save."""

    version = models.PositiveIntegerField(default=1, db_default=1, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if self._state.adding:
            return super().save(*args, **kwargs)
        about_to_change(type(self), [self.pk])
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "version"}
        before, self.version = self.version, F("version") + 1
        try:
            super().save(*args, **kwargs)
        except BaseException:
            self.version = before
            raise

    @property
    def is_confidential(self) -> bool:
        """Whether what is typed about it must not stay anywhere but here: not in an editor's browser."""
        return self.whole is not None and self.whole.is_confidential

    @property
    def whole(self) -> "Versioned | None":
        """The record that this one is a part of: its form writes this one too."""
        return None


def hold(item: Any) -> None:
    """Read ``item`` as it is stored now, and let nobody else change it before this transaction ends.

    What it is a part of is held first, always in this order, so that two who wait never wait for each other.
    Raises ValidationError when it is gone.
    """
    if item.whole is not None:
        hold_row(type(item.whole), item.whole.pk)
    try:
        item.refresh_from_db(from_queryset=type(item)._base_manager.select_for_update())
    except type(item).DoesNotExist:
        raise ValidationError(f"“{item}” has been deleted in the meantime.") from None
    about_to_change(type(item), [item.pk])


def hold_row(model: type[models.Model], pk: Any) -> None:
    """Let nobody else change this row before the transaction ends; whether there is such a row is not asked."""
    list(model._base_manager.select_for_update().filter(pk=pk).values_list("pk"))
    about_to_change(model, [pk])


def hold_rows(model: type[models.Model], keys: list[Any]) -> None:
    """As `hold_row`, for several; always in one order, so that two who wait never wait for each other."""
    for some in batched(sorted(keys), 500):
        list(model._base_manager.select_for_update().filter(pk__in=some).order_by("pk").values_list("pk"))
        about_to_change(model, some)


def about_to_change(model: type[models.Model], keys: Iterable[Any]) -> None:
    """Let whoever keeps what was know that these records will be another thing soon."""
    for keep in before_changes:
        keep(model, keys)


def write_rows(rows: list[Any]) -> None:
    """Store changed rows of one model as their ``save()`` would, what is made of other fields included: in one query,
    and past Django's signals."""
    if not rows:
        return
    model = type(rows[0])
    fields = [one for one in model._meta.concrete_fields if not stays(one)]
    for row in rows:
        for field in fields:
            setattr(row, field.attname, field.pre_save(row, add=False))
    update_columns(rows, [field.name for field in fields])
    if issubclass(model, Versioned):
        model._default_manager.filter(pk__in=[row.pk for row in rows]).update(version=F("version") + 1)


def stays(field: models.Field) -> bool:
    """Whether saving leaves the column as it is stored, or counts it up."""
    return field.primary_key or field.name == "version" or isinstance(field, Kept)


def raise_version(item: Versioned | None) -> None:
    """Tell whoever has the form of ``item`` open that a part of it was changed elsewhere."""
    if item is not None:
        type(item)._base_manager.filter(pk=item.pk).update(version=F("version") + 1)

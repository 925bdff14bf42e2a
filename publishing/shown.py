"""What shows nothing counts for nothing: a text of signs that nobody sees is stored as none.

So whoever asks whether there is one, a list of what is incomplete, a count, a page, need not look at its letters, and
both databases answer alike.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models.functions import Length

from publishing.folding import FoldField, fold_fields, fold_rows_anew
from publishing.marks import says_something

#: Signs of the longest text that is looked at in an archive from before: nobody types more by mistake.
LONGEST = 40


class Shown(models.Model):
    """A record whose texts are stored as they are seen; one that is required and shows nothing is missing."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        _empty_what_shows_nothing(self, (one for one in typed_texts(type(self)) if one.blank))
        super().save(*args, **kwargs)

    def clean_fields(self, exclude=None):
        _empty_what_shows_nothing(self, typed_texts(type(self)))
        super().clean_fields(exclude=exclude)


@cache
def typed_texts(model: type[models.Model]) -> list[models.Field]:
    """What is written in words in a row of ``model``, and not chosen nor made."""
    return [
        one
        for one in model._meta.concrete_fields
        if isinstance(one, models.CharField | models.TextField)
        and one.editable
        and not one.choices
        and not one.null
        and not isinstance(one, FoldField)
    ]


def _empty_what_shows_nothing(record: models.Model, fields: Iterable[models.Field]) -> None:
    loaded = record.__dict__
    for field in fields:
        text = loaded.get(field.attname)  # what is deferred stays as it is stored
        if isinstance(text, str) and text and not says_something(text):
            setattr(record, field.attname, "")


def empty_what_shows_nothing(model: type[models.Model]) -> None:
    """Store, for a migration, texts that show nothing as none; one that a constraint asks for stays as it is."""
    rows: Any = model._base_manager
    for field in (one for one in typed_texts(model) if one.blank):
        short = rows.annotate(length=Length(field.attname)).filter(length__range=(1, LONGEST))
        telling = short.order_by().values_list("pk", field.attname)
        blank = [pk for pk, text in telling.iterator() if not says_something(text)]
        for row in rows.filter(pk__in=blank):
            _emptied(row, field)


def _emptied(row: Any, field: models.Field) -> None:
    try:
        with transaction.atomic():
            type(row)._base_manager.filter(pk=row.pk).update(**{field.attname: ""})
    except IntegrityError:
        return
    setattr(row, field.attname, "")
    for one in fold_fields(type(row)):
        if field.name in one.sources:
            fold_rows_anew([row], one)

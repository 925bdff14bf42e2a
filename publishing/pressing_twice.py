"""A new record whose button was pressed twice: the second press finds what the first has made."""

from datetime import timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from publishing.author import author
from publishing.changes import take_turn
from publishing.models import Version
from publishing.wholes import STATE, WHOLES, Document, document_of

#: Who sends the same words again within so long has pressed twice, and meant one record.
PRESSED_TWICE = timedelta(seconds=10)


class PressedTwice(Exception):
    """What is being saved was saved already: it is ``first``. Undoes the second."""

    def __init__(self, first: Any):
        super().__init__(first)
        self.first = first

    @property
    def told(self) -> str:
        return f"“{self.first}” was saved already when the form was sent once more: here it is."


def begin_adding(model: type[models.Model]) -> None:
    """Called before a new record of ``model`` is looked at: of two in the same instant the second waits."""
    take_turn(f"add {model._meta.label_lower}")


def check_pressed_once(record: Any) -> None:
    """Raises PressedTwice where whoever is at work has just made another record of the same words as ``record``."""
    whole, by = WHOLES.get(type(record)), author()
    if whole is None or by is None:
        return
    since = timezone.now() - PRESSED_TWICE
    made = Version.objects.filter(kind=whole.kind, number=1, by=by, at__gte=since).order_by("pk")
    said = words_of(document_of(record))
    for version in made.exclude(object_id=record.pk):
        if words_of(version.document) != said:
            continue
        if first := whole.model._base_manager.filter(pk=version.object_id).first():
            raise PressedTwice(first)


def words_of(document: Document) -> Document:
    """What was typed: without numbers, addresses and what a deed decides."""
    parts = {
        name: [{column: value for column, value in row.items() if column != "id"} for row in rows]
        for name, rows in document["parts"].items()
    }
    fields = {name: value for name, value in document["fields"].items() if name not in {*STATE, "slug"}}
    return {"fields": fields, "parts": parts}

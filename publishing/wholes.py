"""A record with its parts, as one document: what editors write in them, and nothing that follows from it.

Each app declares its records once, in ``AppConfig.ready()``; apps further down the line add the parts that are theirs.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import batched
from types import MappingProxyType
from typing import Any, NamedTuple

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from publishing.folding import fold
from publishing.questions import Given, OneOf, StandingQuestion

#: ``{"fields": {name: value}, "parts": {name: [{"id": key, name: value}]}}``, of values that JSON can hold.
Document = dict[str, Any]
Row = dict[str, Any]

#: What a deed decides, and no version brings back.
STATE = {
    *("status", "publish_at", "withdrawal_note", "withdrawn_at"),
    *("withdraw_at", "withdraw_note_for_then"),
}
#: Records read at a time.
BATCH = 200
NOTHING: Mapping[str, Any] = MappingProxyType({})


def is_blank(value: Any) -> bool:
    return value in (None, "", [])


def is_same(one: Any, other: Any) -> bool:
    """Whether two values of documents say the same: blank is blank, whichever way it is stored."""
    return one == other or (is_blank(one) and is_blank(other))


def delete_rows(rows: list[Any], _note: str) -> list[Any]:
    """Delete rows that a version does not have. Returns those that stay nevertheless: none."""
    type(rows[0])._base_manager.filter(pk__in=[row.pk for row in rows]).delete()
    return []


@dataclass(frozen=True)
class Part:
    """Rows that stand on the form of a record; ``to`` is the field that leads to it."""

    name: str
    model: type[models.Model]
    to: str
    #: What one of them is called, and several, where that is not what the model says.
    words: tuple[str, str] | None = None
    #: The field that calls a row by its name; blank where its number does.
    called: str = ""
    #: The field by which new rows of two editors are known to be the same.
    same: str = ""
    #: What a row says while that to which it points is taken out.
    loose: Mapping[str, Any] = NOTHING
    #: Completes a row that is written past its ``save()``.
    complete: Callable[[Any], None] = lambda row: None
    take_out: Callable[[list[Any], str], list[Any]] = delete_rows
    #: Does to a record's rows what a change that waits says of their state, which nothing else brings.
    become: Callable[[Any, list[Row]], None] = lambda record, rows: None
    #: Whether readers have met the rows as they are: no older version takes one away, or changes it by the way.
    outlasts: bool = False

    @property
    def is_generic(self) -> bool:
        """Whether the rows belong to records of any kind, as corrections do."""
        return any(isinstance(one, GenericForeignKey) for one in self.model._meta.private_fields)

    @property
    def owner(self) -> models.Field:
        return self.model._meta.get_field(self.to)  # type: ignore[return-value]

    @property
    def columns(self) -> list[models.Field]:
        """What an editor writes in a row."""
        return [one for one in columns_of(self.model) if one.name not in (self.to, "content_type")]

    @property
    def one(self) -> str:
        """ "statement" """
        return self.words[0] if self.words else str(self.model._meta.verbose_name)

    @property
    def several(self) -> str:
        """ "statements" """
        return self.words[1] if self.words else str(self.model._meta.verbose_name_plural)

    def sameness(self, row: Row) -> Any:
        """By what a new row is known to be one that somebody else has added; None where it says nothing of it."""
        value = row.get(self.same) if self.same else None
        return (fold(value) if isinstance(value, str) else value) or None

    def rows_of(self, whole: type[models.Model], keys: Iterable[int]) -> models.QuerySet:
        """The rows of those of these records of the model ``whole``."""
        return self.belonging_to(whole).filter(**{f"{self.to}__in": list(keys)})

    def belonging_to(self, whole: type[models.Model]) -> models.QuerySet:
        rows = self.model._base_manager.all()
        kind = Given(lambda: ContentType.objects.get_for_model(whole).pk, models.BigIntegerField())
        return rows.filter(content_type=kind) if self.is_generic else rows

    def new_row(self, record: models.Model, pk: int) -> Any:
        """An empty row of ``record``."""
        if self.is_generic:
            kind = ContentType.objects.get_for_model(record)
            return self.model(pk=pk, content_type=kind, object_id=record.pk)
        return self.model(pk=pk, **{self.to: record})


@dataclass
class Whole:
    """A kind of record that keeps versions."""

    model: type[models.Model]
    parts: list[Part] = field(default_factory=list)
    #: Whether what a document tells of must not be kept with ``secret_parts``.
    is_secret: Callable[[Document], bool] = lambda document: False
    secret_parts: frozenset[str] = frozenset()
    #: A document that somebody wants to keep beside the record, without what was forgotten of it meanwhile.
    forgets: Callable[[Document], Document] = lambda document: document
    #: Writes what follows from the parts, after they were written from a document.
    settle: Callable[[Any], None] = lambda record: None

    @property
    def kind(self) -> str:
        return self.model._meta.label_lower

    def keep(self, document: Document) -> Document:
        """``document`` without what must not be kept."""
        if not self.is_secret(document):
            return document
        parts = {name: rows for name, rows in document["parts"].items() if name not in self.secret_parts}
        return document | {"parts": parts}

    def part(self, name: str) -> Part:
        return next(part for part in self.parts if part.name == name)


WHOLES: dict[type[models.Model], Whole] = {}


def keeps_versions(model: type[models.Model], *parts: Part, **more: Any) -> None:
    """Say that each save of a record of ``model``, with ``parts``, is kept as a version."""
    WHOLES[model] = Whole(model, list(parts), **more)


# --- What stands in a document ---


@cache
def columns_of(model: type[models.Model]) -> tuple[Any, ...]:
    """What an editor writes of a record of ``model``, or a deed decides."""
    return tuple(one for one in model._meta.concrete_fields if one.editable and not one.primary_key)


@cache
def several_of(model: type[models.Model]) -> tuple[Any, ...]:
    """What it chooses several of: its topics."""
    several: list[Any] = [*model._meta.local_many_to_many]
    return tuple(one for one in several if one.remote_field.through._meta.auto_created)


class Stored(NamedTuple):
    """A record as it is now, and the number that its next save is compared with."""

    document: Document
    lock: int


def stored(whole: Whole, keys: Iterable[int], keeping_all: bool = False) -> dict[int, Stored]:
    """Those of these records that are there; as many queries for one as for many.

    ``keeping_all`` leaves in what must not be kept, for a document that is not.
    """
    found: dict[int, Stored] = {}
    for some in batched(sorted(keys), BATCH):
        found |= _stored(whole, some, keeping_all)
    return found


def document_of(record: models.Model) -> Document:
    """``record`` as it is now."""
    return stored(WHOLES[type(record)], [record.pk])[record.pk].document


def _stored(whole: Whole, keys: Iterable[int], keeping_all: bool) -> dict[int, Stored]:
    records = _values(whole.model, _records(whole.model), keys)
    parts = {part.name: _rows(whole.model, part, records) for part in whole.parts}
    found = {}
    for pk, values in records.items():
        lock = values.pop("version")
        document = {"fields": values, "parts": {name: rows[pk] for name, rows in parts.items()}}
        found[pk] = Stored(document if keeping_all else whole.keep(document), lock)
    return found


def _rows(whole: type[models.Model], part: Part, keys: Iterable[int]) -> dict[int, list[Row]]:
    found = defaultdict(list)
    for pk, values in _values(part.model, _rows_of(whole, part.name), keys).items():
        found[values.pop(part.to)].append({"id": pk, **values})
    return found


def _values(model: type[models.Model], question: StandingQuestion, keys: Iterable[int]) -> dict[int, Row]:
    """What a ``question`` for rows of ``model`` finds by ``keys``, and which records each row chooses several of."""
    names = {one.attname: one.name for one in model._meta.concrete_fields}
    found: dict[int, Row] = {}
    for values in question.ask(keys=keys) if keys else ():
        pk = values.pop("pk")
        found[pk] = {names[column]: in_json(value) for column, value in values.items()}
    for several in several_of(model):
        chosen = defaultdict(list)
        for one, other in _chosen(model, several.name).ask(keys=found) if found else ():
            chosen[one].append(other)
        for pk, values in found.items():
            values[several.name] = chosen[pk]
    return found


@cache
def _records(model: type[models.Model]) -> StandingQuestion:
    columns = [one.attname for one in columns_of(model)]
    return StandingQuestion(
        lambda: model._base_manager.filter(OneOf("pk", "keys")).order_by().values("pk", "version", *columns)
    )


@cache
def _rows_of(whole: type[models.Model], name: str) -> StandingQuestion:
    part = WHOLES[whole].part(name)
    columns = [one.attname for one in part.columns]

    def rows():
        owned = part.belonging_to(whole).filter(OneOf(part.to, "keys")).order_by("pk")
        return owned.values("pk", part.owner.attname, *columns)

    return StandingQuestion(rows)


@cache
def _chosen(model: type[models.Model], name: str) -> StandingQuestion:
    """Which records rows choose several of, by the column of that ``name``."""
    several: Any = model._meta.get_field(name)
    row, target = several.m2m_column_name(), several.m2m_reverse_name()
    links = several.remote_field.through._base_manager
    return StandingQuestion(
        lambda: links.filter(OneOf(row, "keys")).order_by(target).values_list(row, target)
    )


def in_json(value: Any) -> Any:
    """One moment is written in one way, whichever zone it was typed in."""
    if isinstance(value, datetime) and value.tzinfo:
        value = value.astimezone(UTC)
    return value.isoformat() if isinstance(value, date | time) else value

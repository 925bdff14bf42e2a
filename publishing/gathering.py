"""What leads to a row, brought along with it: one query where a prefetch takes another."""

import json
from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONArray


class Gathered(models.JSONField):
    """Rows of ``model`` that came as lists of the values of ``names``, in the order of ``order``, as records.

    "speaker__name" is a name of a record that comes along. What is not among ``names`` is asked for when it is needed,
    as of any record with deferred fields.
    """

    def __init__(self, model: type[models.Model], names: Sequence[str], order: Sequence[str]):
        super().__init__()
        self.names, self.ordered_by = names, order
        self.own = _Part(model, {name: place for place, name in enumerate(names)})
        ways = {name.partition("__")[0] for name in names if "__" in name}
        self.along = {way: _along(model, way, names) for way in ways}

    def from_db_value(self, value, expression, connection) -> list[Any]:
        rows = json.loads(value) if value else []
        for name in reversed(self.ordered_by):
            place = self.names.index(name.removeprefix("-"))
            rows.sort(key=lambda row: row[place], reverse=name.startswith("-"))
        return [self._record(connection.alias, row) for row in rows]

    def _record(self, alias: str, row: list) -> models.Model:
        record = self.own.record(alias, row)
        for way, part in self.along.items():
            setattr(record, way, part.record(alias, row))
        return record


class _Part:
    """Which values of a row a record of ``model`` is made of: by the names of its fields, their places."""

    def __init__(self, model: Any, places: dict[str, int]):
        self.model = model
        # The order in which ``from_db`` takes them is that of the model.
        self.fields = [
            (field, places[field.name]) for field in model._meta.concrete_fields if field.name in places
        ]
        self.names = [field.attname for field, _place in self.fields]

    def record(self, alias: str, row: list) -> models.Model:
        values = [_as_kept(field, row[place]) for field, place in self.fields]
        return self.model.from_db(alias, self.names, values)


def _along(model: Any, way: str, names: Sequence[str]) -> _Part:
    """What a row leads to by the field ``way``, of which there are values among ``names``; its key is the row's own."""
    beyond = f"{way}__"
    places = {name.removeprefix(beyond): place for place, name in enumerate(names) if name.startswith(beyond)}
    return _Part(model._meta.get_field(way).related_model, {"id": names.index(way)} | places)


def _as_kept(field: models.Field, value: Any) -> Any:
    # SQLite keeps JSON as text, which is text within JSON too.
    is_json_in_text = isinstance(field, models.JSONField) and isinstance(value, str)
    return json.loads(value) if is_json_in_text else field.to_python(value)


class _JsonRows(models.Aggregate):
    function = "JSON_GROUP_ARRAY"

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, function="JSONB_AGG", **context)


def gathered(rows: QuerySet, to: str, *names: str, order: Sequence[str], of: str = "pk") -> Subquery:
    """Those of ``rows`` that lead to each row of another model: for ``annotate()``, a list of records.

    ``to`` is the field that leads to what ``of`` names there; ``names`` are the fields that they bring, and ``order``
    those of them by which they are ordered.
    """
    as_records = Gathered(rows.model, names, order)
    mine = rows.filter(**{to: OuterRef(of)}).order_by().values(to)
    listed = _JsonRows(JSONArray(*map(F, names)), output_field=as_records)
    return Subquery(mine.annotate(rows=listed).values("rows"))


def at_hand(relation: str) -> property:
    """An attribute for what was gathered of a relation: its records are at hand then, as a prefetch leaves them."""

    def take(record: models.Model, rows: list[models.Model]) -> None:
        related = getattr(record, relation).all()
        related._result_cache = rows
        cache = vars(record).setdefault("_prefetched_objects_cache", {})
        cache[relation] = related

    return property(fset=take)

"""Questions that Django puts together once: to make SQL of a queryset takes it longer than the answer takes.

What is another at each asking (a moment, the keys of records) is ``Given`` in the queryset, and filled in when it is
asked. All else of a question is the same for everybody.
"""

import json
import re
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from copy import copy
from functools import cached_property
from itertools import count
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import NotSupportedError, connections, models
from django.db.models.sql.compiler import SQLCompiler
from django.utils import timezone
from psycopg.sql import Literal

#: Of the numbers that a column of keys holds.
LEAST, MOST = -(2**63), 2**63 - 1
#: Whether what is given is left open, since the question will be asked again.
_is_left_open: ContextVar[bool] = ContextVar("is_left_open", default=False)


class Given(models.Expression):
    """A value that is told when the database is asked: by ``tell``, or under the name that ``tell`` is."""

    def __init__(self, tell: str | Callable[[], Any], output_field: models.Field):
        super().__init__(output_field=output_field)
        self.tell = tell

    def resolve_expression(self, *_args, **_options):
        return self  # the same wherever it stands

    def relabeled_clone(self, change_map):
        return self

    def as_sql(self, compiler, connection):
        return "%s", [self if _is_left_open.get() else self.told(connection, {})]

    def told(self, connection, given: dict[str, Any]) -> Any:
        tell = self.tell
        value = given[tell] if isinstance(tell, str) else tell()
        if isinstance(self.output_field, models.BigIntegerField) and not LEAST <= value <= MOST:
            raise EmptyResultSet  # no row has a number that no column holds
        return self.output_field.get_db_prep_value(value, connection)


class GivenMany(Given):
    """Several, as one value: how many there are changes nothing of the question."""

    def __init__(self, name: str):
        super().__init__(name, models.JSONField())
        self.name = name

    def told(self, connection, given: dict[str, Any]) -> Any:
        values = list(given[self.name])
        return values if connection.vendor == "postgresql" else json.dumps(values)


def given_key(name: str) -> Given:
    """The key of a record, which comes under that ``name``."""
    return Given(name, models.BigIntegerField())


def given_text(name: str) -> Given:
    """A text, which comes under that ``name``."""
    return Given(name, models.CharField())


class OneOf(models.Lookup):
    """A condition: the field is one of many that are given, under the field's name if no other is told.

    A lookup, as ``field__in`` is one: of any other condition SQLite would be asked whether it is true, for each row of
    the table in turn, past its indexes.
    """

    def __init__(self, field: str, name: str = ""):
        super().__init__(models.F(field), GivenMany(name or field))

    def as_sql(self, compiler, connection):
        (field, values), (given, keys) = (
            self.process_lhs(compiler, connection),
            self.process_rhs(compiler, connection),
        )
        template = (
            "{} = ANY({})" if connection.vendor == "postgresql" else "{} IN (SELECT value FROM json_each({}))"
        )
        return template.format(field, given), (*values, *keys)


def pointing_to(model: type[models.Model], way: str, name: str = "keys") -> models.QuerySet:
    """The rows of ``model``, in no order, that lead by ``way`` ("statement__event") to one of the records whose keys
    are given under that ``name``."""
    field, _, further = way.partition("__")
    if not further:
        return model._base_manager.filter(OneOf(way, name)).order_by()
    met = pointing_to(model._meta.get_field(field).related_model, further, name)  # type: ignore[arg-type]
    return model._base_manager.filter(**{f"{field}__in": met}).order_by()


NOW = Given(lambda: timezone.now(), models.DateTimeField())
TODAY = Given(lambda: timezone.localdate(), models.DateField())


class StandingQuestion:
    """A queryset to be asked again and again, each time with other values for what is given in it.

    ``is_planned_once`` is for what is found in the same way whatever is given: records by their keys. Of these
    PostgreSQL keeps the plan as long as the connection: to make one takes it longer than to answer.
    """

    def __init__(self, rows: Callable[[], models.QuerySet], is_planned_once: bool = False):
        self.make = rows
        self.is_planned_once = is_planned_once
        self.compiled: dict[str, tuple[SQLCompiler, str, Iterable[Any]]] = {}
        self.planned: dict[str, Planned] = {}

    @cached_property
    def rows(self) -> models.QuerySet:
        return self.make()

    def ask(self, **given: Any) -> list[Any]:
        try:
            return self._answer(given)
        except NotSupportedError:
            # An upgrade has changed a column that it shows, while this process went on with the plan of before.
            if not self._is_forgotten():
                raise
            return self._answer(given)

    def _answer(self, given: dict[str, Any]) -> list[Any]:
        rows = self.rows.all()
        connection = connections[rows.db]
        compiler, sql, values = self._compiled_for(rows.db)
        asked = copy(compiler)
        asked.connection = connection  # each thread has its own
        if self.is_planned_once and connection.vendor == "postgresql":
            sql, values = self._planned_for(rows.db).known_to(connection)
        try:
            told = [value.told(connection, given) if isinstance(value, Given) else value for value in values]
        except EmptyResultSet:
            return []
        asked.as_sql = lambda *_args, **_options: (sql, told)  # type: ignore[method-assign, assignment, return-value]
        rows.query.get_compiler = lambda *_args, **_options: asked  # type: ignore[method-assign]
        return list(rows)

    def _compiled_for(self, alias: str) -> tuple[SQLCompiler, str, Iterable[Any]]:
        if alias not in self.compiled:
            compiler = self.rows.query.get_compiler(alias)
            open_before = _is_left_open.set(True)
            try:
                self.compiled[alias] = compiler, *compiler.as_sql()
            finally:
                _is_left_open.reset(open_before)
        return self.compiled[alias]

    def _planned_for(self, alias: str) -> "Planned":
        if alias not in self.planned:
            _compiler, sql, values = self._compiled_for(alias)
            self.planned[alias] = Planned(sql, values)
        return self.planned[alias]

    def _is_forgotten(self) -> bool:
        """Whether it was planned, and is no more; a transaction that has failed cannot go on."""
        alias = self.rows.db
        known = self.planned.get(alias)
        return (
            known is not None
            and not connections[alias].in_atomic_block
            and known.is_forgotten(connections[alias])
        )


#: In SQL as Django writes it: where a value goes, and a per cent sign.
PLACE = re.compile("%[s%]")
_numbers = count(1)


class Planned:
    """A question that a connection to PostgreSQL knows by a name, with the plan that was made for it there."""

    def __init__(self, sql: str, values: Iterable[Any]):
        self.name = f"question_{next(_numbers)}"
        self.given = list(dict.fromkeys(value for value in values if isinstance(value, Given)))
        marks = ", ".join(["%s"] * len(self.given))
        self.asking = f"EXECUTE {self.name} ({marks})" if marks else f"EXECUTE {self.name}"
        places = iter([self._place(value) for value in values])
        self.sql = PLACE.sub(lambda found: next(places) if found[0] == "%s" else "%", sql)

    def _place(self, value: Any) -> str:
        return f"${self.given.index(value) + 1}" if isinstance(value, Given) else Literal(value).as_string()

    def known_to(self, connection: Any) -> tuple[str, list[Given]]:
        """What is asked of ``connection``, and what is given then; it is told the question first, where it is new."""
        connection.ensure_connection()
        known = _known_to(connection)
        if self.name not in known:
            with connection.wrap_database_errors:
                connection.connection.execute(f"PREPARE {self.name} AS {self.sql}")
            known.add(self.name)
        return self.asking, self.given

    def is_forgotten(self, connection: Any) -> bool:
        """Forget it; False where it was not known."""
        known = _known_to(connection)
        if self.name not in known:
            return False
        connection.connection.execute(f"DEALLOCATE {self.name}")
        known.discard(self.name)
        return True


def _known_to(connection: Any) -> set[str]:
    """The names of what a connection has been told; they are gone with it, as on the server."""
    return vars(connection.connection).setdefault("questions_known", set())

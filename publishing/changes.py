"""A unit of work: what was changed in it is noted, and what follows from the changes is written once, at its end.

What a page shows and what is derived from it (the search index, the names by which people are found) change in one
transaction, and each derived thing once, however many of its records were saved. Django has no hook before a commit, so
whoever changes several records opens a unit: deeds, forms of the desk, commands. A record that is saved outside of any
is a unit of its own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, models, transaction

#: The number by which PostgreSQL knows whose turn it is; any that nothing else takes.
LOCK = 7_260_210
#: The number by which it knows who goes beside others, and who alone.
WAY = LOCK + 1

#: Let PostgreSQL see now, and not at the commit, that what was written points to what is there. It waits for whoever
#: holds such a row, who may wait for their turn, and so must not wait for ours. Where the row is gone it refuses.
LOOKED_AT_FIRST = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; "

#: Model → keys of its records that were changed, or are gone.
Changes = Mapping[type[models.Model], set[int]]

#: What is called at the end of a unit to complete the records themselves, before anything is derived from them. It may
#: wait for a row that somebody else holds, who may wait for their turn: so it has no turn itself.
completions: list[Callable[[Changes], None]] = []

#: What is called after that, in this order, with what was changed in it.
#: Apps add theirs in ``AppConfig.ready()``; each reads the records as they are at that moment.
consequences: list[Callable[[Changes], None]] = []

#: What is called last of all, when all is written.
closings: list[Callable[[], None]] = []


@dataclass
class Unit:
    """What is known of a unit of work before its end."""

    noted: dict[type[models.Model], set[int]] = field(default_factory=lambda: defaultdict(set))
    #: What it does, and what for, as versions tell; blank where it merely saves.
    what: str = ""
    what_for: str = ""
    #: Records that were merged into others of their model: model and key → key of the one that stays.
    became: dict[tuple[type[models.Model], int], int] = field(default_factory=dict)
    #: What a merge keeps of such a record beside what it was, so that it can be undone; as JSON holds it.
    kept_of: dict[tuple[type[models.Model], int], dict[str, Any]] = field(default_factory=dict)
    #: What records were called before, by model and key: whoever remembers names does so at its end.
    former_names: dict[tuple[type[models.Model], int], list[str]] = field(
        default_factory=lambda: defaultdict(list)
    )
    #: What was done in it and need not be done twice.
    done: set[Any] = field(default_factory=set)
    #: Whether no other goes beside it.
    is_alone: bool = False


_unit: ContextVar[Unit | None] = ContextVar("unit", default=None)


@contextmanager
def unit_of_work(looks_first: bool = True, alone: bool = False) -> Iterator[None]:
    """A transaction at whose end the consequences of all changes are written; one within another joins it.

    ``looks_first`` is False in the middle of what Django deletes: what points to it may still be there. ``alone`` is
    for what writes records that others may hold, beside the one that it is about: it waits for every unit that is
    open, and whoever comes then waits for it. Raises RuntimeError where such a deed would join one that is not alone.

    An exception undoes the whole and its notes. A note of something that was undone inside, by a savepoint, may stay:
    consequences are drawn from the records and not from the notes, so it costs a look and changes nothing.
    """
    with transaction.atomic():
        if (outer := _unit.get()) is not None:
            if alone and not outer.is_alone:
                raise RuntimeError("What goes alone cannot begin in a unit of work that does not.")
            yield
            return
        make_way(alone)
        noted = (unit := Unit(is_alone=alone)).noted
        token = _unit.set(unit)
        try:
            yield
            if noted:
                for complete in completions:
                    complete(noted)
                one_at_a_time(LOOKED_AT_FIRST if looks_first else "")
                for draw in consequences:
                    draw(noted)
                for close in closings:
                    close()
        finally:
            _unit.reset(token)


def unit_now() -> Unit:
    """The unit that is open, or one that nobody will ask."""
    return _unit.get() or Unit()


def unit_is_open() -> bool:
    """Whether what is read now may be something that is undone again."""
    return _unit.get() is not None


def call_it(what: str = "", what_for: str = "") -> None:
    """Say what the unit that is open does, and what for. The first to say so was asked for it, the rest follows."""
    unit = unit_now()
    unit.what, unit.what_for = unit.what or what, unit.what_for or what_for


def make_way(alone: bool) -> None:
    """Taken before anything else is: many who each write one record go at once, as nobody has what another waits for;
    who writes several would meet them in any order, and goes when nobody else does. SQLite has one writer anyway.
    """
    if connection.vendor == "postgresql":
        kind = "" if alone else "_shared"
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_advisory_xact_lock{kind}({WAY})")


def take_turn(what: str) -> None:
    """Let nobody else begin ``what`` before this transaction ends; taken before any row is held. Who comes second then
    reads what the first has made. SQLite has one writer anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [LOCK, what])


def one_at_a_time(first: str = "") -> None:
    """Let no other unit draw consequences before this transaction ends: each sees what the one before has written.

    Two that change an event and its speaker at once would each index the other's old words, and count past each
    other. SQLite has one writer anyway. ``first`` is SQL that PostgreSQL does before, in the same question.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"{first}SELECT pg_advisory_xact_lock({LOCK})")


def note(model: type[models.Model], keys: Iterable[int]) -> None:
    """Say that these records were changed, with everything that belongs to them, or are gone.

    For deeds that write in bulk, past Django's signals; whatever is saved or deleted one by one is noted by itself.
    """
    unit = _unit.get()
    if unit is None:
        with unit_of_work(looks_first=False):
            note(model, keys)
    elif keys := set(keys):
        unit.noted[model] |= keys

"""Records of one kind as a table: told row by row, and changed by the rows of a file, all or none.

What a file would do is not guessed: it is done, in a transaction that is undone, by the same rules that a form keeps.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import batched
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from publishing import judging
from publishing.changes import call_it, note, take_turn, unit_of_work
from publishing.columns import Column
from publishing.deeds import check_obstacles
from publishing.folding import fold
from publishing.gate import PUBLIC_STATUSES
from publishing.judging import Outcome
from publishing.models import Version
from publishing.saving import save_by_its_rules
from publishing.spreadsheets import Unreadable, as_typed
from publishing.versions import hold_rows, raise_version

MOST_ROWS = 5_000
ROWS_AT_ONCE = 500
NUMBER, VERSION = "number", "version"
NOT_YOURS = "It is not yours to change: readers know it, or you may not."
NOT_YOURS_TO_ADD = "You may not enter one."
SAVED_SINCE = "Somebody has saved it since this file was made (version {} then, {} now): export it anew."
REFUSED = "The database refused it: another record has the same values."


@dataclass
class Change:
    column: str
    was: str
    now: str


@dataclass
class Row:
    """A row of the file and what would come of it; ``number`` is as a spreadsheet counts rows."""

    number: int
    cells: dict[str, str]
    outcome: Outcome = Outcome.SAME
    title: str = ""
    why: str = ""
    changes: list[Change] = field(default_factory=list)
    record: int | None = None  # the number of the record that it is about, where that is there

    def refuse(self, why: str) -> None:
        self.outcome, self.why = Outcome.WRONG, why


class Judged(judging.Judged):
    """What would come of a file; ``left_alone`` are its columns that the table has not."""

    left_alone: list[str]

    @property
    def print(self) -> str:
        """The same for the same outcome of the same rows."""
        told = [
            (row.number, row.outcome, row.why, [(c.column, c.was, c.now) for c in row.changes])
            for row in self
        ]
        return sha256(repr(told).encode()).hexdigest()


@dataclass(frozen=True)
class May:
    """What somebody may do: enter this new record, and change this one."""

    add: Callable[[Any], bool]
    change: Callable[[Any], bool]


class Table:
    """The table of a model. Who inherits names the columns, and by what a record without a number is known again."""

    model: ClassVar[type[models.Model]]
    #: The columns whose cells together are said of one record alone, as a rule.
    known_by: ClassVar[tuple[str, ...]]
    #: By which two new ones may differ beside it: two people said one sentence.
    new_by: ClassVar[tuple[str, ...]] = ()

    def __init__(self):
        self.columns = {column.name: column for column in self.make_columns()}

    def make_columns(self) -> list[Column]:
        raise NotImplementedError

    @property
    def names(self) -> list[str]:
        return [NUMBER, *self.columns, VERSION]

    def rows_to_tell(self) -> Any:
        """The records with what their cells say, in the order of the table."""
        return self.model._default_manager.order_by("pk")

    def told(self) -> Iterator[list[str]]:
        """A head and a row for each record."""
        yield self.names
        for record in self.rows_to_tell().iterator(chunk_size=ROWS_AT_ONCE):
            cells = [column.told(column.value(record)) for column in self.columns.values()]
            yield [str(record.pk), *cells, str(record.version)]

    # --- What who inherits may add ---

    def prepare(self, rows: list[Row]) -> None:
        """Ask at once for what the rows will need."""

    def new(self, row: Row) -> Any:
        """A record that is not stored yet. Raises ValidationError."""
        return self.model()

    def check(self, record: Any, changes: list[Change]) -> None:
        """Raises ValidationError for what no field can tell."""

    def hold(self, keys: list[int]) -> None:
        """Hold what the records are a part of, before they are held themselves."""

    def afterwards(self, records: list[Any]) -> None:
        """What follows from all that was written."""

    # --- A file ---

    def columns_by_head(self, head: list[str]) -> list[str]:
        """Of each column of a file which of ours it is, by what stands above it; blank where it is none."""
        names = {name: name for name in self.names}
        return [names.get("_".join(cell.casefold().split()), "") for cell in head]

    def parted(self, rows: list[list[str]], chosen: list[str] | None = None) -> tuple[list[Row], list[str]]:
        """The rows of a file by the names of its columns, and the columns that are none of ours.

        ``chosen`` says of each column of the file which of ours it is, blank for none; where nobody chose, its head
        does. Raises Unreadable.
        """
        head = rows[0] if rows else []
        names = chosen or self.columns_by_head(head)
        ours = [name for name in names if name]
        if twice := [name for name in dict.fromkeys(ours) if ours.count(name) > 1]:
            raise Unreadable(f"Two columns are “{twice[0]}”: say below which is.")
        if not set(ours) & set(self.columns):
            raise Unreadable("Its first row names no column that is known: say below which is which.")
        if len(rows) - 1 > MOST_ROWS:
            raise Unreadable(f"It has {len(rows) - 1:,} rows, at most {MOST_ROWS:,} are taken at once.")
        told = [
            Row(number, {name: as_typed(cell) for name, cell in zip(names, cells, strict=False) if name})
            for number, cells in enumerate(rows[1:], start=2)
            if any(map(str.strip, cells))
        ]
        return told, [cell for cell, name in zip(head, names, strict=False) if cell.strip() and not name]

    def judge(self, rows: list[list[str]], may: May, chosen: list[str] | None = None) -> Judged:
        """What would come of a file; nothing is written. ``chosen`` is as for `parted`. Raises Unreadable.

        Others go on beside it, for as many rows as may come take ten seconds; where it meets one, nothing is lost.
        """
        try:
            with unit_of_work():
                judged = self._apply(rows, may, chosen)
                raise _Undone
        except _Undone:
            return judged

    @unit_of_work(alone=True)
    def take(
        self,
        rows: list[list[str]],
        may: May,
        seen: str = "",
        leave_wrong: bool = False,
        what_for: str = "",
        chosen: list[str] | None = None,
    ) -> Judged:
        """Change what a file says, all or none, or all but what is wrong; one version a record. Raises Refused, and
        Unreadable."""
        # A file that is sent twice is judged by what the first made.
        take_turn(f"table {self.model._meta.label_lower}")
        call_it(Version.What.IMPORT, what_for)
        judged = self._apply(rows, may, chosen)
        judging.check(judged, seen, leave_wrong)
        return judged

    def _apply(self, rows: list[list[str]], may: May, chosen: list[str] | None) -> Judged:
        judged, left_alone = self.parted(rows, chosen)
        judged = Judged(judged)
        judged.left_alone = left_alone
        self.prepare(judged)
        found = self._found(judged)
        written = []
        for row in judged:
            if row.outcome == Outcome.WRONG:
                continue
            try:
                with transaction.atomic():
                    record = self._written(row, found.get(row.number), may)
            except ValidationError as error:
                row.refuse(" ".join(in_words(error)))
            except IntegrityError:
                row.refuse(REFUSED)
            else:
                written += [record] if row.outcome != Outcome.SAME else []
        self.afterwards(written)
        return judged

    def _found(self, rows: Judged) -> dict[int, Any]:
        """The records that rows are about, held; a row that names none, or one twice, is refused."""
        keys: dict[int, int] = {}
        without = [row for row in rows if not row.cells.get(NUMBER, "").strip()]
        twins = self._twins({row.number: key for row in without if (key := self._key(row, self.known_by))})
        new = {row.number: self._key(row, (*self.known_by, *self.new_by)) for row in without}
        first: dict[int, int] = {}
        first_new: dict[tuple, int] = {}
        for row in rows:
            typed = row.cells.get(NUMBER, "").strip().removesuffix(".0")
            there = (
                [int(typed)]
                if typed.isascii() and typed.isdigit() and len(typed) < 19
                else twins.get(row.number, [])
            )
            if typed and not there:
                row.refuse(f"“{typed}” is no number of a record.")
            elif len(there) > 1:
                row.refuse(f"{len(there)} records fit: write the number of one into the column “{NUMBER}”.")
            elif there and first.setdefault(there[0], row.number) != row.number:
                row.refuse(f"Row {first[there[0]]} is about the same record.")
            elif there:
                keys[row.number] = there[0]
            elif (key := new.get(row.number)) and first_new.setdefault(key, row.number) != row.number:
                row.refuse(f"Row {first_new[key]} enters the same record.")
        held = self._held(sorted(keys.values()))
        for row in rows:
            if row.number in keys and keys[row.number] not in held:
                row.refuse(f"There is no record with the number {keys[row.number]}.")
            row.record = keys.get(row.number) if keys.get(row.number) in held else None
        return {number: held[key] for number, key in keys.items() if key in held}

    def _held(self, keys: list[int]) -> dict[int, Any]:
        held: dict[int, Any] = {}
        for some in map(list, batched(keys, ROWS_AT_ONCE)):
            self.hold(some)
            hold_rows(self.model, some)
            held |= self.rows_to_tell().in_bulk(some)
        return held

    def _twins(self, known: dict[int, tuple]) -> dict[int, list[int]]:
        """For rows by their keys, the records that are known by the same."""
        stored: dict[tuple, list[int]] = {key: [] for key in known.values()}
        firsts = {first for first, *_ in stored}  # most rows differ in it, and need not be read further
        if stored:
            for pk, value, *others in self.model._default_manager.values_list("pk", *self._fields_known_by()):
                first = _folded(value)
                key = (first, *map(_folded, others)) if first in firsts else None
                if key in stored:
                    stored[key].append(pk)
        return {number: stored[key] for number, key in known.items()}

    def _fields_known_by(self) -> list[str]:
        return [self.columns[name].field for name in self.known_by]

    def _key(self, row: Row, names: Iterable[str]) -> tuple | None:
        try:
            values = [self.columns[name].read(row.cells.get(name, "")) for name in names]
        except ValidationError:
            return None  # told when the row is written
        key = tuple(_folded(getattr(value, "pk", value)) for value in values)
        return key if any(key) else None

    def _written(self, row: Row, record: Any, may: May) -> Any:
        """Store what a row says. Raises ValidationError."""
        is_new = record is None
        record = record or self.new(row)
        row.title = str(record) if not is_new else row.cells.get(self.known_by[0], "")
        apart = []
        for column in self.columns.values():
            if column.name not in row.cells or column.is_told:
                continue
            was = "" if is_new else column.told(column.value(record))
            cell = row.cells[column.name]
            if column.is_fixed:
                if not is_new and column.told(column.read(cell)) != was:
                    raise ValidationError({column.name: column.why})
                continue
            if is_new and not cell.strip():
                continue  # as it is where nobody says anything
            value = _read(column, cell)
            if (now := column.told(value)) == was:
                continue
            row.changes.append(Change(column.name, was, now))
            if column.is_apart:
                apart.append((column, value))
            else:
                column.write(record, value)
        row.outcome = Outcome.NEW if is_new else Outcome.CHANGED if row.changes else Outcome.SAME
        if row.outcome != Outcome.SAME:
            self._store(row, record, apart, may)
        return record

    def _store(self, row: Row, record: Any, apart: list, may: May) -> None:
        is_new = row.outcome == Outcome.NEW
        if is_new and not may.add(record):
            raise ValidationError(NOT_YOURS_TO_ADD)
        if not is_new and not may.change(record):
            raise ValidationError(NOT_YOURS)
        typed = row.cells.get(VERSION, "").strip().removesuffix(".0")
        if not is_new and typed and typed != str(record.version):
            raise ValidationError(SAVED_SINCE.format(typed, record.version))
        self.check(record, row.changes)
        save_by_its_rules(record)
        for column, value in apart:
            column.write(record, value)
            note(type(record), [record.pk])
        raise_version(record.whole)
        if getattr(record, "status", None) in PUBLIC_STATUSES:
            check_obstacles(record)


class _Undone(Exception):
    """Undoes a transaction whose outcome is known."""


def _folded(value: Any) -> str:
    return fold(str(value or ""))


def _read(column: Column, cell: str) -> Any:
    try:
        return column.read(cell)
    except ValidationError as error:
        raise ValidationError({column.name: error.messages}) from None


def in_words(error: ValidationError) -> list[str]:
    """What stands in the way, with the column at which it does."""
    if not hasattr(error, "error_dict"):
        return error.messages
    return [
        message if name == "__all__" else f"{name}: {message}"
        for name, messages in error.message_dict.items()
        for message in messages
    ]

"""Bringing back what a version says of a record: the whole, one field, or one row; and a record that was deleted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.utils.text import capfirst

from publishing.changes import call_it, note, unit_of_work
from publishing.deeds import check_obstacles
from publishing.gate import PUBLIC_STATUSES
from publishing.history import today
from publishing.models import Addressed, Publishable, Version
from publishing.versions import hold, write_rows
from publishing.wholes import (
    STATE,
    WHOLES,
    Document,
    Part,
    Row,
    Whole,
    columns_of,
    document_of,
    several_of,
)

WHOLE = ""
IMPOSSIBLE = (
    "Nothing was brought back: another record, or another row of this one, has the same values by now."
)


@contextmanager
def refused_in_words() -> Iterator[None]:
    """Around what writes over records: raises ValidationError where the database says that it is said elsewhere."""
    try:
        yield
    except IntegrityError as error:
        raise ValidationError(IMPOSSIBLE) from error


@refused_in_words()
@unit_of_work(alone=True)
def bring_back(record: Any, version: Version, what: str = WHOLE, words: str = "") -> None:
    """Make ``record`` say what ``version`` says, which makes a new version.

    ``what`` is the name of a field or of a part, or "statements 142" for one row; the whole, if blank. Its state stays
    as it is, and that of its rows: what is withdrawn stays so. Corrections stay too. Rows keep their numbers; what was
    public and is not in the version is withdrawn with ``words`` to the reader. Raises ValidationError, in words, when
    that cannot be: what it names is gone, or must not be read.
    """
    hold(record)
    call_it(Version.What.RESTORED, f"version {version.number}" + (f": {what}" if what else ""))
    Writing(record, words).write(chosen(WHOLES[type(record)], version.document, what, document_of(record)))
    if isinstance(record, Publishable) and record.status in PUBLIC_STATUSES:
        check_obstacles(record)


@refused_in_words()
@unit_of_work(alone=True)
def undelete(version: Version) -> Any:
    """Make a record that was deleted anew, under the numbers that it and its rows had, and return it.

    What had a state is a draft. Raises ValidationError when it is there, or what it names is not.
    """
    call_it(Version.What.RESTORED)
    return make_anew(version, version.document)


def make_anew(version: Version, document: Document) -> Any:
    """The record of ``version``, which is gone, as ``document`` has it. Raises ValidationError as ``undelete`` does."""
    whole = WHOLES[version.model]
    if whole.model._base_manager.filter(pk=version.object_id).exists():
        raise ValidationError("It is there already.")
    record: Any = whole.model(pk=version.object_id, version=version.lock + 1)
    slug = document["fields"].get("slug")
    taken = isinstance(record, Addressed) and record.slug_rivals().filter(slug=slug).exists()
    document = document | {"fields": document["fields"] | ({"slug": ""} if taken else {})}
    Writing(record, "").write(document)
    return record


def chosen(whole: Whole, then: Document, what: str, now: Document) -> Document:
    """What of a document is brought back."""
    name, _, key = what.partition(" ")
    if not what:
        lasting = {part.name for part in whole.parts if part.outlasts} & then["parts"].keys()
        kept = {name: together(then["parts"][name], now["parts"][name]) for name in lasting}
        return then | {"parts": then["parts"] | kept}
    if name in then["fields"]:
        return {"fields": {name: then["fields"][name]}, "parts": {}}
    if name not in then["parts"]:
        raise ValidationError("This is not in that version.")
    rows = then["parts"][name]
    if key:
        others = [row for row in now["parts"].get(name, []) if str(row["id"]) != key]
        rows = others + [row for row in rows if str(row["id"]) == key]
    elif whole.part(name).outlasts:
        rows = together(now["parts"][name], rows)
    return {"fields": {}, "parts": {name: rows}}


def together(rows: list[Row], winning: list[Row]) -> list[Row]:
    """All rows of both; of one that is in both, what the second says."""
    return list(({row["id"]: row for row in rows} | {row["id"]: row for row in winning}).values())


class Writing:
    """Writes a document over a record that is held, or is to be made."""

    def __init__(self, record: Any, words: str):
        self.record, self.words = record, words
        self.whole: Whole = WHOLES[type(record)]
        self.became: dict[Any, dict[int, int | None]] = {}
        #: Of each part, the rows that are there.
        self.own_keys: dict[Any, set[int]] = {part.model: set() for part in self.whole.parts}

    def write(self, document: Document) -> None:
        """Raises ValidationError, in words, when something that it names is gone."""
        self.look_up(document)
        parts = [part for part in self.whole.parts if part.name in document["parts"]]
        is_new = self.record._state.adding
        if not is_new:
            self.take_out(parts, document)
        if self.whole.is_secret(document):
            self.part_from_secrets(parts)
        self.fill(self.record, document["fields"], columns_of(self.whole.model))
        self.record.full_clean()
        self.record.save()
        self.choose(type(self.record), {self.record.pk: document["fields"]})
        for part in self.whole.parts:
            if part in parts:
                self.write_rows(part, document["parts"][part.name])
            there = part.rows_of(self.whole.model, [self.record.pk])
            self.own_keys[part.model] = set(there.values_list("pk", flat=True))
        self.whole.settle(self.record)
        note(type(self.record), [self.record.pk])

    # --- What it names ---

    def look_up(self, document: Document) -> None:
        """Learn what became of the records that the document names."""
        named: dict[Any, set[int]] = defaultdict(set)
        for model, columns, row in self.rows_in(document):
            for column in columns:
                if column.is_relation and column.related_model not in self.own_keys and row.get(column.name):
                    named[column.related_model].add(row[column.name])
            for several in several_of(model):
                named[several.related_model].update(row.get(several.name, []))
        self.became = {model: today(model, keys) for model, keys in named.items()}

    def rows_in(self, document: Document) -> Iterable[tuple[type[models.Model], Iterable[Any], Row]]:
        yield self.whole.model, columns_of(self.whole.model), document["fields"]
        for part in self.whole.parts:
            for row in document["parts"].get(part.name, []):
                yield part.model, part.columns, row

    def target(self, column: Any, key: int | None) -> int | None:
        """What ``key`` leads to today. Raises ValidationError when it leads nowhere and something must be there."""
        if key is None:
            return None
        if column.related_model in self.own_keys:
            return self.own(column, key)
        found = self.became[column.related_model].get(key)
        if found is None and not column.null:
            kind = column.related_model._meta.verbose_name
            raise ValidationError(
                f"{capfirst(kind)} {key}, which it names, was deleted: undelete that first."
            )
        return found

    def own(self, column: Any, key: int) -> int:
        """A row of the record itself; those it may be have been written by now."""
        if key not in self.own_keys[column.related_model]:
            kind = column.related_model._meta.verbose_name
            raise ValidationError(f"It is of a {kind} who is not listed: bring that row back first.")
        return key

    # --- Rows that are not in it ---

    def take_out(self, parts: list[Part], document: Document) -> None:
        """The last parts first: they may point to rows of those before. What stays keeps what it points to."""
        kept: dict[Any, set[int]] = defaultdict(set)
        for part in reversed(parts):
            wanted = {row["id"] for row in document["parts"][part.name]} | kept[part.model]
            rows = part.rows_of(self.whole.model, [self.record.pk]).exclude(pk__in=wanted)
            gone = list(rows.order_by("pk"))
            for row in gone:
                setattr(row, part.to, self.record if not part.is_generic else self.record.pk)
            self.loosen(part, gone)
            for row in part.take_out(gone, self.words) if gone else []:
                for column in part.columns:
                    if column.is_relation:
                        kept[column.related_model].add(getattr(row, column.attname))

    def loosen(self, part: Part, gone: list[Any]) -> None:
        """Part what stays from rows that go; it is written anew in its turn."""
        for other in self.whole.parts:
            for column in other.columns if other.loose else []:
                if column.related_model is part.model:
                    pointing = {f"{column.name}__in": [row.pk for row in gone]}
                    other.model._base_manager.filter(**pointing).update(**other.loose)

    def part_from_secrets(self, parts: list[Part]) -> None:
        """Part rows from what a secret record must not link them to; each that is in the document is written anew."""
        secret = {self.whole.part(name).model for name in self.whole.secret_parts}
        for part in parts:
            for column in part.columns if part.loose else []:
                if column.related_model in secret:
                    linked = part.rows_of(self.whole.model, [self.record.pk]).exclude(**{column.name: None})
                    linked.update(**part.loose)

    # --- Rows that are ---

    def write_rows(self, part: Part, rows: list[Row]) -> None:
        there = {row.pk: row for row in part.rows_of(self.whole.model, [self.record.pk])}
        changed: list[Any] = []
        new: list[Any] = []
        for values in rows:
            row = there.get(values["id"]) or part.new_row(self.record, values["id"])
            setattr(row, part.to, self.record if not part.is_generic else self.record.pk)
            self.fill(row, values, part.columns)
            part.complete(row)
            row.clean_fields(exclude=[column.name for column in part.columns if column.is_relation])
            (changed if values["id"] in there else new).append(row)
        write_rows(changed)  # first: a new row may say what another says no longer
        part.model._base_manager.bulk_create(new)
        self.choose(part.model, {row["id"]: row for row in rows})

    def fill(self, row: Any, values: Row, columns: Iterable[Any]) -> None:
        for column in columns:
            if column.name in STATE or column.name not in values:
                continue
            value = values[column.name]
            if isinstance(column, models.FileField):
                if value and not column.storage.exists(value):
                    continue  # a picture that nothing named was removed; what is there now stays
            elif column.is_relation:
                value = self.target(column, value)
            setattr(row, column.attname, column.to_python(value))

    def choose(self, model: type[models.Model], rows: dict[int, Row]) -> None:
        """Write which records each row chooses several of, as far as the rows say; of those, what is there."""
        for several in several_of(model):
            rows = {pk: row for pk, row in rows.items() if several.name in row}
            links = several.remote_field.through._base_manager
            one, other = several.m2m_column_name(), several.m2m_reverse_name()
            became = self.became.get(several.related_model, {})
            wanted = {
                (pk, target)
                for pk, row in rows.items()
                for key in row[several.name]
                if (target := became.get(key))
            }
            held = {
                (getattr(link, one), getattr(link, other)): link.pk
                for link in links.filter(**{f"{one}__in": list(rows)})
            }
            links.filter(pk__in=[held[pair] for pair in held.keys() - wanted]).delete()
            links.bulk_create(
                links.model(**{one: pk, other: target}) for pk, target in sorted(wanted - held.keys())
            )

"""What a form of the desk sent, as a document; and a document written into what a form would send."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.forms.widgets import ChoiceWidget
from django.http import QueryDict

from publishing.keys import could_be_key
from publishing.wholes import Document, Part, Row, Whole, columns_of, in_json, several_of

#: Rows that are looked at in what was sent; more are refused by the form itself.
MOST_ROWS = 1000


@dataclass
class SentRow:
    """A row as it was sent: ``key`` is its number, or "new 3" of one that has none."""

    key: Any
    values: Row
    #: What was sent of it, by the end of the name.
    raw: dict[str, list[str]]

    @property
    def is_removed(self) -> bool:
        return bool(self.raw.get(DELETION_FIELD_NAME))


@dataclass
class SentPart:
    """The rows of one part, as they were sent."""

    part: Part
    prefix: str
    fields: Mapping[str, forms.Field]
    #: Fields that choose a row of another part by its place: their column, and the name of that part.
    pointers: Mapping[str, tuple[str, str]]
    rows: list[SentRow] = field(default_factory=list)

    def column(self, name: str) -> Any:
        """The column that the field ``name`` fills; None of what is no column."""
        return column_of(self.part.model, self.pointers.get(name, (name, ""))[0])


class Sent:
    """A form with its rows. ``formsets`` are the classes of those, as the admin makes them."""

    def __init__(self, whole: Whole, data: QueryDict, files, form: Any, formsets: Iterable[Any]):
        self.whole, self.data, self.files = whole, data, files
        self.fields = form.base_fields
        self.parts: dict[str, SentPart] = {}
        #: What the form did not have when it was opened: of a draft there are no corrections.
        self.unsent: list[SentPart] = []
        by_model = {part.model: part for part in whole.parts}
        for formset in formsets:
            if part := by_model.get(formset.model):
                pointers = getattr(formset, "pointers", {})
                sent = SentPart(part, formset.get_default_prefix(), formset.form.base_fields, pointers)
                if f"{sent.prefix}-{TOTAL_FORM_COUNT}" in data:
                    self.parts[part.name] = sent
                else:
                    self.unsent.append(sent)
        # In the order of the record: rows may point to those of parts before.
        self.parts = {part.name: self.parts[part.name] for part in whole.parts if part.name in self.parts}
        for sent in self.parts.values():
            sent.rows = list(self.rows_of(sent))

    @property
    def values(self) -> Row:
        """What the record's own fields say; pictures aside, which no text can hold."""
        columns = {name: column_of(self.whole.model, name) for name in self.fields}
        return {
            name: self.value(self.fields[name], column, name)
            for name, column in columns.items()
            if is_said(column)
            and not self.fields[name].widget.value_omitted_from_data(self.data, self.files, name)
        }

    def document(self, base: Document) -> Document:
        """``base`` with all that the form says."""
        rows = {
            name: [{"id": row.key, **row.values} for row in sent.rows if not row.is_removed]
            for name, sent in self.parts.items()
        }
        return {"fields": base["fields"] | self.values, "parts": base["parts"] | rows}

    def rows_of(self, sent: SentPart) -> Iterable[SentRow]:
        total = self.data.get(f"{sent.prefix}-{TOTAL_FORM_COUNT}", "")
        for number in range(min(int(total) if could_be_key(total) else 0, MOST_ROWS)):
            start = f"{sent.prefix}-{number}-"
            raw = {
                name[len(start) :]: self.data.getlist(name) for name in self.data if name.startswith(start)
            }
            key = (raw.get("id") or [""])[0]
            values = {}
            for name, one in sent.fields.items():
                if is_said(column := sent.column(name)):
                    values[column.name] = self.pointed_at(sent, name, start) or self.value(
                        one, column, start + name
                    )
            row = SentRow(int(key) if could_be_key(key) else f"new {number}", values, raw)
            if isinstance(row.key, int) or any(
                raw.get(name, [""]) != [""] for name in raw if name not in ROUTINE
            ):
                yield row

    def pointed_at(self, sent: SentPart, name: str, start: str) -> Any:
        """The key of the row that a field chooses by its place."""
        if name not in sent.pointers:
            return None
        rows = self.numbered(sent.pointers[name][1])
        return rows.get(self.data.get(start + name, ""))

    def numbered(self, part: str) -> dict[str, Any]:
        """The key of each row of a part by its place in what was sent."""
        if part not in self.parts:
            return {}
        prefix = self.parts[part].prefix
        total = self.data.get(f"{prefix}-{TOTAL_FORM_COUNT}", "")
        places = range(min(int(total) if could_be_key(total) else 0, MOST_ROWS))
        keys = {str(number): self.data.get(f"{prefix}-{number}-id", "") for number in places}
        return {number: int(key) if could_be_key(key) else f"new {number}" for number, key in keys.items()}

    def value(self, field: forms.Field, column: Any, name: str) -> Any:
        """What was sent in one field, as a document has it; what cannot be read, as it was typed."""
        raw: Any = field.widget.value_from_datadict(self.data, self.files, name)
        if column.many_to_many:
            return sorted(int(key) for key in raw or [] if could_be_key(str(key)))
        if column.is_relation:
            return int(raw) if raw and could_be_key(str(raw)) else None
        try:
            value = in_json(field.clean(raw))
        except ValidationError:
            value = raw if isinstance(raw, str) else " ".join(filter(None, raw or []))
        return value.replace("\r\n", "\n") if isinstance(value, str) else value


#: What a row says that nobody has filled in.
ROUTINE = {"id", "order", "role", "also", "evidence", "kind", "after_paragraph", "date"}


def column_of(model: type[models.Model], name: str) -> Any:
    return next((one for one in [*columns_of(model), *several_of(model)] if one.name == name), None)


def is_said(column: Any) -> bool:
    return column is not None and not isinstance(column, models.FileField)


# --- Back into what a form would send ---


def raw_of(field: forms.Field, column: Any, value: Any) -> dict[str, list[str]]:
    """What a form would send of ``value``, by the end of the field's name; "" for its name itself."""
    widget: Any = getattr(field.widget, "widget", field.widget)  # links may stand around it
    if isinstance(widget, forms.CheckboxInput):
        return {"": ["on"]} if value else {}
    if column.many_to_many:
        return {"": [str(key) for key in value]}
    if value is not None and not column.is_relation:
        value = field.prepare_value(as_python(column, value))
    if isinstance(widget, forms.MultiWidget):
        parts: Any = widget.decompress(value)
        pairs = zip(widget.widgets, parts, strict=True)
        return {f"_{number}": [one.format_value(part) or ""] for number, (one, part) in enumerate(pairs)}
    written = value if isinstance(widget, ChoiceWidget) else widget.format_value(value)
    return {"": ["" if written is None else str(written)]}


def as_python(column: Any, value: Any) -> Any:
    try:
        return column.to_python(value)
    except ValidationError:
        return value  # typed anew, and for the form to refuse


def write_rows(data: QueryDict, sent: SentPart, rows: list[SentRow]) -> None:
    """Put ``rows`` into ``data`` in place of those that were sent."""
    of_a_row = re.compile(rf"{re.escape(sent.prefix)}-\d+-")
    for name in filter(of_a_row.match, list(data)):
        del data[name]
    stored = [row for row in rows if isinstance(row.key, int)]
    ordered = stored + [row for row in rows if not isinstance(row.key, int)]
    for number, row in enumerate(ordered):
        for name, values in row.raw.items():
            data.setlist(f"{sent.prefix}-{number}-{name}", values)
    rows[:] = ordered
    data[f"{sent.prefix}-{TOTAL_FORM_COUNT}"] = str(len(ordered))
    data[f"{sent.prefix}-{INITIAL_FORM_COUNT}"] = str(len(stored))

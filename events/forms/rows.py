"""Rows of an event's form. There may be two hundred of them: none is looked at or stored with a query of its own."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import BaseInlineFormSet
from django.forms.utils import ErrorDict

from events.checks import Check
from events.forms.chosen import ChosenRecord, ChosenRecords, Known, records_with
from publishing.rows import NO_ROW_HERE, OwnRows
from publishing.updating import update_columns
from publishing.versions import write_rows

#: Where a row without a number goes: to the end.
LAST = 32_767


class FieldsOfAll(dict[str, forms.Field]):
    """The fields that all rows of a part have, the same for each: a form copies those of its class, and for hundreds of
    rows that takes longer than what is done with them. What one row has otherwise, it is given instead."""

    def __deepcopy__(self, memo: dict) -> dict[str, forms.Field]:
        return dict(self)

    @cached_property
    def media(self) -> forms.Media:
        return sum((field.widget.media for field in self.values()), forms.Media())


class RowForm(forms.ModelForm):
    """One row. Its own fields are looked at here, what concerns others in ``RowFormSet.clean_within``."""

    base_fields: ClassVar[FieldsOfAll]

    @property
    def media(self) -> forms.Media:
        """Asked of each row; all have the same."""
        return self.base_fields.media

    @property
    def is_removed(self) -> bool:
        return self.is_bound and DELETION_FIELD_NAME in self.fields and bool(self[DELETION_FIELD_NAME].data)

    @property
    def is_blank(self) -> bool:
        return not self.instance.pk and self.is_bound and not self.has_changed()

    def full_clean(self):
        """What is in a removed row need not be right: the editor had enough of it."""
        if self.is_removed:
            self._errors = ErrorDict(renderer=self.renderer)
            self.cleaned_data = {DELETION_FIELD_NAME: True}
        else:
            super().full_clean()

    def _post_clean(self):
        """A stored row that says what it said is looked at no further: it is as it is stored."""
        if self.instance.pk is None or self.has_changed():
            super()._post_clean()  # type: ignore[misc]  # as below

    def _get_validation_exclusions(self):
        """What a row chooses is known by now; the model would ask for each once more."""
        chosen = {name for name, field in self.fields.items() if isinstance(field, forms.ModelChoiceField)}
        exclusions = super()._get_validation_exclusions()  # type: ignore[misc]  # Django has no public word for it
        return exclusions | chosen | {"event"}

    def validate_constraints(self):
        """Each check would be a query; the forms say the same in their own words, and the database holds it."""


class RowFormSet(OwnRows, BaseInlineFormSet):
    """The rows of one kind, a part of ``edit``. An app adds a part by an inline with a formset made of this one."""

    model: Any
    #: Where the part stands on the page.
    anchor = ""
    are_fields_prepared = False

    def __init__(self, *args, edit: Any, **kwargs):
        super().__init__(*args, **kwargs)
        self.edit = edit
        edit.parts.append(self)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        # What is stored of the event may be out of date: let the row know it as it is being edited.
        form.instance.event = self.instance
        form.initial[self.key_name] = form.instance.pk
        form.fields[self.key_name] = self.key_of_a_row if self.own_keys(form) else self.key_of_none
        if not self.are_fields_prepared:
            self.are_fields_prepared = True
            self.prepare(self.form.base_fields)

    @property
    def key_name(self) -> str:
        return self.model._meta.pk.name

    @cached_property
    def key_of_a_row(self) -> ChosenRecord:
        """Django asks the database which row has the key that was sent; it has been read with all others."""
        return self.key_among({str(row.pk): row for row in self.get_queryset()})

    @cached_property
    def key_of_none(self) -> ChosenRecord:
        return self.key_among({})

    def key_among(self, known: Known) -> ChosenRecord:
        field = ChosenRecord(
            self.get_queryset(),
            required=False,
            widget=forms.HiddenInput,
            error_messages={"invalid_choice": NO_ROW_HERE},
        )
        field.known = known
        return field

    def prepare(self, fields: Mapping[str, Any]) -> None:
        """Tell the fields of all rows, once, what there is to choose."""
        for name, field in fields.items():
            if isinstance(field, ChosenRecord | ChosenRecords):
                picker: Any = getattr(field.widget, "widget", field.widget)  # links may stand around it
                field.known = picker.known = self.known(name, field)

    def known(self, name: str, field) -> Known:
        """The records that the rows choose in the field ``name``."""
        if name not in self.known_by_field:
            self.known_by_field[name] = self.sent(name, field) if self.is_bound else self.stored(name)
        return self.known_by_field[name]

    @cached_property
    def known_by_field(self) -> dict[str, Known]:
        return {}

    def sent(self, name: str, field) -> Known:
        keys: list[Any] = []
        for number in range(self.total_form_count()):
            value = field.widget.value_from_datadict(
                self.data, self.files, f"{self.add_prefix(number)}-{name}"
            )
            keys += value if isinstance(value, list) else [value or ""]
        return records_with(keys, field.queryset)

    def stored(self, name: str) -> Known:
        values = [getattr(row, name) for row in self.get_queryset()]
        records = [
            record for value in values for record in (value.all() if hasattr(value, "all") else [value])
        ]
        return {str(record.pk): record for record in records if record is not None}

    # --- Looking at the rows ---

    @property
    def rows(self) -> list[Any]:
        return self.forms

    def standing(self) -> list[Any]:
        """The rows that will be there after saving."""
        return [form for form in self.rows if not form.is_blank and not form.is_removed]

    def removed(self) -> list[Any]:
        """Stored rows that will be gone after saving."""
        return [form for form in self.rows if form.instance.pk and form.is_removed]

    @property
    def has_wrong_rows(self) -> bool:
        return any(form.errors for form in self.rows)

    @property
    def questions(self) -> list[forms.Form]:
        """What the part asks beside its rows."""
        return []

    def checks(self) -> list[Check]:
        """What to look at before the event is public, beside what ``events.checks`` knows."""
        return []

    def clean_within(self) -> None:
        """Look at the rows beside all that ``edit`` holds; called once no row of any part is wrong by itself."""

    def after_the_deed(self) -> list[str]:
        """Do what the event's becoming public asks for, in the same transaction; say in words what that was."""
        return []

    # --- Saving ---

    def save(self, commit=True):
        """Store all rows with a handful of queries. Nothing hears of them but who hears of the event."""
        super().save(commit=False)  # sorts them into new, changed and removed
        if self.deleted_objects:
            self.take_out(self.deleted_objects)
        self.model._default_manager.bulk_create(self.new_objects)
        write_rows([row for row, _fields in self.changed_objects])
        for name, field in self.form.base_fields.items():
            if isinstance(field, ChosenRecords):
                self.save_several(name)
        return []

    def take_out(self, rows: list[Any]) -> None:
        self.model._default_manager.filter(pk__in=[row.pk for row in rows]).delete()

    def save_several(self, name: str) -> None:
        """Store what the rows choose in the many-to-many field ``name``."""
        field = self.model._meta.get_field(name)
        through, row, chosen = field.remote_field.through, field.m2m_column_name(), field.m2m_reverse_name()
        wanted = {
            (form.instance.pk, record.pk)
            for form in self.saved_forms
            for record in form.cleaned_data.get(name) or []
        }
        rows = [form.instance.pk for form in self.saved_forms]
        links = through._base_manager.filter(**{f"{row}__in": rows})
        held = {(getattr(link, row), getattr(link, chosen)): link.pk for link in links}
        gone = held.keys() - wanted
        through._base_manager.filter(pk__in=[held[pair] for pair in gone]).delete()
        through._base_manager.bulk_create(
            through(**{row: one, chosen: other}) for one, other in sorted(wanted - held.keys())
        )

    def delete_existing(self, obj, commit=True):
        """With the others: see ``save``."""


class OrderedRowForm(RowForm):
    """A row that a person can drag to another place; the place alone does not make a blank row a filled one."""

    order = forms.IntegerField(
        label="Place",
        required=False,
        min_value=0,
        max_value=LAST,
        widget=forms.NumberInput(attrs={"class": "row-order", "aria-label": "Place in the list"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["order"] = self.instance.order if self.instance.pk else None

    def clean_order(self):
        order = self.cleaned_data.get("order")
        return LAST if order is None else order

    @cached_property
    def changed_data(self):
        return [name for name in super().changed_data if name != "order"]


class OrderedRowFormSet(RowFormSet):
    """Rows in an order of their own, stored as 1, 2, 3."""

    def standing(self) -> list[Any]:
        return sorted(super().standing(), key=lambda form: form.cleaned_data.get("order", LAST))

    def save(self, commit=True):
        stored = {form.instance.pk: form.initial["order"] for form in self.initial_forms}
        for number, form in enumerate(self.standing(), start=1):
            form.instance.order = number
        saved = super().save(commit)
        moved = [form.instance for form in self.standing() if self.was_moved(form.instance, stored)]
        update_columns(moved, ["order"])
        return saved

    def was_moved(self, row, stored: dict) -> bool:
        """Whether it is another's place now; new rows have theirs."""
        return row.pk in stored and stored[row.pk] != row.order

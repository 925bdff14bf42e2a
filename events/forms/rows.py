from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import BaseInlineFormSet
from django.utils.functional import cached_property

#: Where a row without a number goes: to the end.
LAST = 32_767


class RowForm(forms.ModelForm):
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

    @property
    def is_blank(self) -> bool:
        return not self.instance.pk and self.is_bound and not self.has_changed()


class RowFormSet(BaseInlineFormSet):
    """Rows in an order of their own, stored as 1, 2, 3."""

    def add_fields(self, form, index):
        """Let each row know the event as it is being edited: what is stored of it may be out of date."""
        super().add_fields(form, index)
        form.instance.event = self.instance

    def standing(self) -> list[Any]:
        """The rows that will be there after saving, in their order."""
        forms_: list[Any] = self.forms
        rows = [form for form in forms_ if not form.is_blank and not self.is_removed(form)]
        return sorted(rows, key=lambda form: getattr(form, "cleaned_data", {}).get("order", LAST))

    def is_removed(self, form) -> bool:
        return getattr(form, "cleaned_data", {}).get(DELETION_FIELD_NAME, False)

    def save(self, commit=True):
        saved = super().save(commit)
        self.number_rows()
        return saved

    def number_rows(self) -> None:
        moved: list[Any] = []
        for number, form in enumerate(self.standing(), start=1):
            if form.instance.pk:
                form.instance.order = number
                moved.append(form.instance)
        if moved:
            type(moved[0]).objects.bulk_update(moved, ["order"])

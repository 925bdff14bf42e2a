"""Rows of a record on its form: each is one of its own, whatever number was sent with it."""

from functools import cached_property
from typing import Any

from django.contrib.contenttypes.forms import BaseGenericInlineFormSet
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet

NO_ROW_HERE = (
    "What stood in this row is not here any more, or stands in another row: look at what is stored, and "
    "add it anew."
)


class OwnRows:
    """Formsets in which a row of another record, or one that stands there twice, is told: Django passes over the first
    without a word, and of the second only the last is kept."""

    model: Any

    def add_fields(self, form, index):
        super().add_fields(form, index)  # type: ignore[misc]  # of the formset
        field = form.fields[self.model._meta.pk.name]
        field.error_messages["invalid_choice"] = NO_ROW_HERE
        field.queryset = field.queryset.filter(pk__in=self.own_keys(form))

    def own_keys(self, form) -> list[Any]:
        """The key of the stored row that ``form`` shows, if no row before it shows that; else none."""
        key = form.instance.pk
        return [key] if key and self.shown_first.setdefault(key, form.prefix) == form.prefix else []

    @cached_property
    def shown_first(self) -> dict[Any, str]:
        return {}


class ToldAbove(OwnRows):
    """For a page that shows no error of what it hides: it is told above the rows."""

    forms: Any

    def clean(self):
        super().clean()  # type: ignore[misc]  # of the formset
        if any(self.model._meta.pk.name in form.errors for form in self.forms):
            raise ValidationError(NO_ROW_HERE)


class OwnRowsFormSet(ToldAbove, BaseInlineFormSet):
    pass


class OwnGenericRowsFormSet(ToldAbove, BaseGenericInlineFormSet):
    pass

"""Fields of rows that choose records: what all rows of a form choose is asked for in one query, not in one a row."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet

from publishing.pickers import LONGEST_KEY

#: The records that may be chosen in a field, or were, by their key as text.
Known = Mapping[str, Model]


class ChosenRecord(forms.ModelChoiceField):
    """One record among ``known``; whatever else is sent is told at the field."""

    known: Known = {}

    def to_python(self, value):
        if value in self.empty_values:
            return None
        try:
            return self.known[str(getattr(value, "pk", value))]
        except KeyError:
            raise self.unknown(value) from None

    def unknown(self, value) -> ValidationError:
        return ValidationError(
            self.error_messages["invalid_choice"], code="invalid_choice", params={"value": value}
        )


class ChosenRecords(forms.ModelMultipleChoiceField):
    """Several records among ``known``, as a list."""

    known: Known = {}

    def clean(self, value) -> Any:
        keys = self.prepare_value(value) or []
        if self.required and not keys:
            raise ValidationError(self.error_messages["required"], code="required")
        for key in keys:
            if str(key) not in self.known:
                raise ValidationError(
                    self.error_messages["invalid_choice"], code="invalid_choice", params={"value": key}
                )
        return [self.known[str(key)] for key in dict.fromkeys(keys)]


def records_with(keys: Iterable[Any], records: QuerySet) -> Known:
    """Those of ``records`` that have one of ``keys``, which may be anything that was sent; one query."""
    numbers = {int(key) for key in keys if str(key).isdecimal() and len(str(key)) <= LONGEST_KEY}
    return {str(record.pk): record for record in records.filter(pk__in=numbers)} if numbers else {}

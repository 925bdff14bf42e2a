"""Fields of rows that choose records: what all rows of a form choose is asked for in one query, not in one a row."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet

from publishing.choices import LedOn, led_on
from publishing.keys import could_be_key

#: The records that may be chosen in a field, or were, by their key as text; and those into which they were merged.
Known = Mapping[str, Model]


class ChosenRecord(forms.ModelChoiceField):
    """One record among ``known``; whatever else is sent is told at the field."""

    known: Known = {}
    led_on: LedOn = {}

    def to_python(self, value):
        if value in self.empty_values:
            return None
        key = str(getattr(value, "pk", value))
        try:
            chosen = self.known[key]
        except KeyError:
            raise self.unknown(value) from None
        self.led_on = {**self.led_on, **those_led_on({key: chosen})}  # it may be one for many rows
        return chosen

    def unknown(self, value) -> ValidationError:
        return ValidationError(
            self.error_messages["invalid_choice"], code="invalid_choice", params={"value": value}
        )


class ChosenRecords(forms.ModelMultipleChoiceField):
    """Several records among ``known``, as a list."""

    known: Known = {}
    led_on: LedOn = {}

    def clean(self, value) -> Any:
        keys = self.prepare_value(value) or []
        if self.required and not keys:
            raise ValidationError(self.error_messages["required"], code="required")
        for key in keys:
            if str(key) not in self.known:
                raise ValidationError(
                    self.error_messages["invalid_choice"], code="invalid_choice", params={"value": key}
                )
        chosen = {str(key): self.known[str(key)] for key in keys}
        self.led_on = {**self.led_on, **those_led_on(chosen)}
        return list(dict.fromkeys(chosen.values()))


def those_led_on(chosen: Known) -> LedOn:
    return {key: record for key, record in chosen.items() if key != str(record.pk)}


def records_with(keys: Iterable[Any], records: QuerySet) -> Known:
    """Those of ``records`` that have one of ``keys``, which may be anything that was sent; one query, where they are
    there. What one was merged into stands under its key too."""
    numbers = {int(key) for key in map(str, keys) if could_be_key(key)}
    found = {str(record.pk): record for record in records.filter(pk__in=numbers)} if numbers else {}
    missing = {str(number) for number in numbers} - found.keys()
    return found | led_on(missing, records) if missing else found

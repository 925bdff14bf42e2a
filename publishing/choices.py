"""Fields of the desk that choose records. One that was merged into another after the form was opened leads to that."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet

from publishing.history import today
from publishing.keys import LONGEST_KEY, could_be_key
from publishing.models import Version

#: Records that were chosen under the key of one that was merged into them, by that key.
LedOn = Mapping[str, Model]


def led_on(keys: Iterable[Any], records: QuerySet) -> dict[str, Model]:
    """What those of ``keys`` lead to, by the key as text, that belonged to records which were merged into one of
    ``records``. They may be anything that was sent; who asks has not found them."""
    former = {int(key) for key in map(str, keys) if could_be_key(key)}
    became = {key: now for key, now in today(records.model, former).items() if now not in (None, key)}
    there = {record.pk: record for record in records.filter(pk__in=set(became.values()))} if became else {}
    return {str(key): there[now] for key, now in became.items() if now in there}


def told_of(form: forms.BaseForm) -> list[str]:
    """In words, which choices of a form were led on."""
    chosen = [one for field in form.fields.values() for one in getattr(field, "led_on", {}).items()]
    return [in_words(key, record) for key, record in chosen]


def in_words(key: str, record: Model) -> str:
    was = Version.objects.filter(
        kind=record._meta.label_lower, object_id=key, what=Version.What.DELETED
    ).first()
    called = was.called if was else key
    return f"“{called}” was merged into “{record}” after you had opened the form: “{record}” was taken."


class OneRecord(forms.ModelChoiceField):
    """One record, whatever it is chosen with."""

    queryset: Any
    led_on: LedOn = {}

    def to_python(self, value):
        self.led_on = {}
        try:
            return super().to_python(value)
        except ValidationError:
            self.led_on = led_on([value], self.queryset)
            if not self.led_on:
                raise
            return next(iter(self.led_on.values()))


class SeveralRecords(forms.ModelMultipleChoiceField):
    """Several records, whatever they are chosen with."""

    queryset: Any
    led_on: LedOn = {}

    def clean(self, value):
        """A key too long for a database is cut, and so is nobody's: Django would ask the database for it."""
        self.led_on = {}
        keys = [str(key)[:LONGEST_KEY] for key in self.prepare_value(value) or []]
        try:
            return super().clean(keys)
        except ValidationError:
            self.led_on = led_on(keys, self.queryset)
            if not self.led_on:
                raise
            return super().clean([str(self.led_on[key].pk) if key in self.led_on else key for key in keys])

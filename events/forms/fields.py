import re

from django import forms
from django.core.exceptions import ValidationError

LATEST = 7 * 24 * 3600  # a week: no recording is longer


class SurroundingsField(forms.CharField):
    """What stands before or after a statement's place, character by character; a script may know it better than us."""

    def __init__(self, **kwargs):
        super().__init__(required=False, max_length=64, strip=False, widget=forms.HiddenInput, **kwargs)

    def to_python(self, value):
        return (super().to_python(value) or "").replace("\r\n", "\n")


class RecordingOffsetField(forms.CharField):
    """Seconds from the beginning of a recording, written as a player shows them: 1:02:03, 62:03."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "input", "placeholder": "0:00:00"}))
        super().__init__(**kwargs)

    def prepare_value(self, value):
        return as_clock(value) if isinstance(value, int) else value

    def to_python(self, value):
        value = super().to_python(value)
        if not value:
            return None
        if not re.fullmatch(r"[0-9]{1,6}(:[0-5]?[0-9]){0,2}", value):
            raise ValidationError("Write hours, minutes and seconds as the player shows them: 1:02:03.")
        seconds = 0
        for part in value.split(":"):
            seconds = seconds * 60 + int(part)
        if seconds > LATEST:
            raise ValidationError("No recording is that long: write 1:02:03.")
        return seconds

    def has_changed(self, initial, data):
        try:
            return initial != self.to_python(data)
        except ValidationError:
            return True


def as_clock(seconds: int) -> str:
    """3723 → "1:02:03"."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"

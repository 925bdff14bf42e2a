import hashlib
import secrets
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html

from events.dates import is_unusual
from events.models import Event
from publishing.forms import ProseField, PublishableForm

YEAR_ASKED = (
    "Is it the year {}? "
    '<label><input type="checkbox" name="year_is_right" value="on"> Yes, the year is right</label>'
)


class EventForm(PublishableForm):
    """The facts, the lead and the report of an event; valid when the whole is that it is edited with."""

    #: The ``EventEdit`` that it is a part of, given by whoever makes the form's class.
    edit: Any

    report = ProseField(required=False, help_text=Event._meta.get_field("report").help_text)

    #: Tells two forms for a new event apart that say the same.
    opened = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    #: An answer to a question that is asked beside the date; kept with the form once it is given.
    year_is_right = forms.BooleanField(required=False, widget=forms.HiddenInput)

    about_the_save = ("seen", "what_for", "override_reason")

    #: Asked beside the checks, of whoever publishes; kept in the history.
    override_reason = forms.CharField(
        required=False,
        max_length=200,
        label="Why it goes out with open checks",
        widget=forms.TextInput(attrs={"class": "input"}),
    )

    class Meta:
        model = Event
        fields = "__all__"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["opened"]
        else:
            self.initial["opened"] = secrets.token_urlsafe()[:40]
        #: As it was before anything that was sent is in the instance.
        self.was_shown = self.instance.address_was_shown
        self.edit.form = self

    def is_valid(self):
        return self.edit.is_valid()

    def clean(self):
        cleaned = super().clean()
        self.ask_about_the_year()
        if self.instance.pk is None:
            self.instance.entered_with = print_of(self.data, self.files)
        if (
            self.goes_public
            and "date" in self.fields
            and not cleaned.get("date")
            and "date" not in self.errors
        ):
            self.add_error("date", "An event needs a date before it is published.")
        return cleaned

    def ask_about_the_year(self) -> None:
        """Of a date that is new here: one that was confirmed and stored is not asked about again."""
        for name in ["date", "end_date"]:
            day = self.cleaned_data.get(name)
            if (
                day
                and name in self.changed_data
                and is_unusual(day)
                and not self.cleaned_data["year_is_right"]
            ):
                self.add_error(name, ValidationError(format_html(YEAR_ASKED, day.year), code="unusual_year"))


def print_of(data, files) -> str | None:
    """What tells a new event that was sent from any other: all that was sent, whatever the button. None of a form
    that does not say when it was opened."""
    if not data.get("opened"):
        return None
    said = sorted((name, data.getlist(name)) for name in data if is_said(name))
    sent = sorted((name, file.name, file.size) for name, file in files.items())
    return hashlib.sha256(repr((said, sent)).encode()).hexdigest()


def is_said(name: str) -> bool:
    return name != "csrfmiddlewaretoken" and not name.startswith("_")

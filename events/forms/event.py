import hashlib
import secrets
from typing import Any

from django import forms
from django.forms import Script
from django.utils.timezone import get_current_timezone_name

from events.models import Event
from publishing.forms import ProseField, PublishableForm


class EventForm(PublishableForm):
    """The facts, the lead and the report of an event; valid when the whole is that it is edited with."""

    #: The ``EventEdit`` that it is a part of, given by whoever makes the form's class.
    edit: Any

    report = ProseField(required=False, help_text=Event._meta.get_field("report").help_text)

    #: Tells two forms for a new event apart that say the same.
    opened = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    about_the_save = (*PublishableForm.about_the_save, "override_reason", "withdrawal_words")

    #: Asked beside the checks, of whoever publishes; kept in the history.
    override_reason = forms.CharField(
        required=False,
        max_length=200,
        label="Why it goes out with open checks",
        widget=forms.TextInput(attrs={"class": "input"}),
    )

    #: Asked in a change to what is public: whoever follows the address of a statement that it takes out reads this.
    withdrawal_words = forms.CharField(
        required=False,
        max_length=2000,
        label="Note to the reader about what is taken out",
        widget=forms.Textarea(attrs={"class": "input", "rows": 2}),
        help_text="A statement that readers see is withdrawn once the change is public. Its address says this.",
    )

    class Meta:
        model = Event
        fields = "__all__"

    class Media:
        css = {"all": ["desk/event-form.css", "desk/said-by.css"]}
        js = [
            Script("desk/rows.js", type="module"),
            Script("desk/late-pickers.js", type="module"),
            Script("desk/speakers.js", type="module"),
            Script("desk/new-speaker.js", type="module"),
            Script("desk/report/report.js", type="module"),
            Script("desk/checks.js", type="module"),
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["opened"]
        else:
            self.initial["opened"] = secrets.token_urlsafe()[:40]
            # Where an editor begins; what is to be mended is gone to by itself.
            self.fields["title"].widget.attrs["autofocus"] = not self.is_bound
            # UTC is what a clock says that nobody has set.
            if (zone := get_current_timezone_name()) != "UTC":
                self.initial.setdefault("time_zone", zone)
        #: As it was before anything that was sent is in the instance.
        self.was_shown = self.instance.address_was_shown
        if not self.edit.is_change:
            del self.fields["withdrawal_words"]
        self.edit.form = self

    def is_valid(self):
        return self.edit.is_valid()

    def clean(self):
        cleaned = super().clean()
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

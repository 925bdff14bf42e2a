from typing import Any

from django import forms
from django.contrib import admin
from django.utils.html import format_html
from unfold.widgets import UnfoldAdminTextareaWidget

from events.models import Appearance, Complaint, Statement
from events.moving import proposed_correction
from events.posts import post_known_on
from people.models import Speaker
from publishing.choices import OneRecord
from publishing.pickers import PickOne

SOMEBODY_ELSE, GROUP = "person", "group"


class MoveForm(forms.Form):
    """Who said a statement, if not who is printed with it, and what readers are told."""

    to = forms.ChoiceField(
        label="Who said it?", widget=forms.RadioSelect, error_messages={"required": "Choose who said it."}
    )
    person = OneRecord(Speaker.objects.all(), required=False, label="Who")
    printed_name = forms.CharField(
        required=False,
        max_length=200,
        label="Name as printed",
        help_text="Left blank, as the archive has it.",
    )
    printed_post = forms.CharField(
        required=False,
        max_length=400,
        label="Post as printed",
        help_text="Left blank, as known on that day.",
    )
    attribution = forms.CharField(required=False, max_length=200, label="As printed: “The experts”")
    correction = forms.CharField(
        required=False,
        max_length=2000,
        label="Correction",
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        help_text="Readers find it at the statement, at its event and in the list of corrections. "
        "[[name]] becomes whoever you choose.",
    )
    reason = forms.CharField(
        required=False,
        max_length=200,
        label="Or no correction, because",
        help_text="For the history. Leave the correction blank then.",
    )
    closes = forms.BooleanField(required=False, label="Close the complaint as corrected")

    def __init__(self, statement: Statement, complaint: Complaint | None, data=None):
        super().__init__(data, label_suffix="")
        self.statement, self.complaint = statement, complaint
        self.listed = {str(one.pk): one for one in statement.event.appearances.select_related("speaker")}
        choices: Any = self.fields["to"]
        choices.choices = [
            *((key, said(one.printed_name, one.printed_post)) for key, one in self.others.items()),
            (SOMEBODY_ELSE, said("Somebody else", "Is added to the speakers of this event")),
            (GROUP, said("A group, as printed", "Not any one person")),
        ]
        person: Any = self.fields["person"]
        person.widget = PickOne(Appearance._meta.get_field("speaker"), admin.site)
        person.widget.choices = person.choices
        self.fields["correction"].initial = proposed_correction(statement)
        self.fields["closes"].initial = bool(complaint and not complaint.email)
        for name in [] if statement.event.address_was_shown else ["correction", "reason"]:
            del self.fields[name]
        if complaint is None:
            del self.fields["closes"]
        for name in self.fields.keys() & {"printed_name", "printed_post", "attribution", "reason"}:
            self.fields[name].widget.attrs["class"] = "input"

    @property
    def others(self) -> dict[str, Appearance]:
        """The speakers of the event who are not said to have said it; of a joint statement either may have alone."""
        return {key: one for key, one in self.listed.items() if self.statement.speakers != [one]}

    def clean(self):
        cleaned: Any = super().clean()
        if cleaned.get("to") == SOMEBODY_ELSE and not cleaned.get("person"):
            self.add_error("person", "Choose who it was.")
        if cleaned.get("to") == GROUP and not cleaned.get("attribution"):
            self.add_error("attribution", "Say who it was, as printed.")
        return cleaned

    @property
    def destination(self) -> Appearance | str:
        """To whom it goes, as ``events.moving`` asks for it."""
        chosen = self.cleaned_data
        if chosen["to"] == GROUP:
            return chosen["attribution"]
        if chosen["to"] != SOMEBODY_ELSE:
            return self.listed[chosen["to"]]
        post = chosen["printed_post"] or post_known_on(chosen["person"], self.statement.event.date)
        return Appearance(
            speaker=chosen["person"], printed_name=chosen["printed_name"], printed_post=post[:400]
        )


def said(name: str, more: str):
    return format_html('<span><b class="strong">{}</b> <small class="soft">{}</small></span>', name, more)

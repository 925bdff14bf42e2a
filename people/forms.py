from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from unfold.widgets import UnfoldBooleanWidget

from people.matching import near_duplicates
from people.models import Speaker
from publishing.folding import fold
from publishing.forms import DeskForm
from publishing.rows import OwnRowsFormSet


class SpeakerForm(DeskForm):
    """A new speaker is first held against those whose names are alike."""

    another_person = forms.BooleanField(
        label="It is another person",
        required=False,
        widget=UnfoldBooleanWidget,
        help_text="Than those named above.",
    )

    class Meta:
        model = Speaker
        fields = "__all__"

    def clean(self):
        cleaned = super().clean()
        name = cleaned.get("name")
        if name and not self.instance.pk and not cleaned.get("another_person"):
            matches = near_duplicates(name)
            if matches:
                self.add_error("name", ValidationError(who_is_alike(matches), code="near_duplicate"))
        return cleaned


class NameVariantFormSet(OwnRowsFormSet):
    """The spellings of one name: two new rows are compared with each other too."""

    def clean(self):
        super().clean()
        seen: set[str] = set()
        for form in self.forms:
            name = fold(form.cleaned_data.get("name") or "") if form not in self.deleted_forms else ""
            if name in seen:
                form.add_error("name", "This spelling is there already.")
                raise ValidationError("Look at the spellings that are marked.")
            seen |= {name} - {""}


def who_is_alike(matches):
    """ "Is it one of these? …", each a link to the record, as HTML."""
    links = format_html_join(
        "; ",
        '<a href="{}" target="_blank">{}</a>{}',
        (
            (
                reverse("admin:people_speaker_change", args=[match.speaker.pk]),
                match.speaker.name,
                f" (as “{match.spelling}”)" if match.spelling != match.speaker.name else "",
            )
            for match in matches
        ),
    )
    return format_html("There is already: {}. If it is somebody else, tick “It is another person”.", links)

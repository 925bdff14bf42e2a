from typing import cast

from django import forms
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

from publishing.gate import PUBLIC_STATUSES, Status
from publishing.richtext import has_too_much_markup

#: What an editor can set in a long text; publishing.richtext lets the same through.
PROSE_EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3]},
    "Blockquote": True,
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Link": {"enableTarget": False},
    "HardBreak": True,
}


class ProseField(ProseEditorFormField):
    """Rich text as an editor may write it; without JavaScript it is a text area with HTML in it."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", AdminProseEditorWidget)
        super().__init__(config={"extensions": PROSE_EXTENSIONS}, **kwargs)

    def to_python(self, value):
        if value and has_too_much_markup(value):
            raise ValidationError(
                "There is more mark-up in this than a text can have: paste it without formatting."
            )
        return super().to_python(value)


class Deed(models.TextChoices):
    """What the buttons below a form do besides saving; the values are the buttons' names."""

    PUBLISH = "_publish", "Publish"
    SCHEDULE = "_schedule", "Schedule"
    RETURN_TO_DRAFT = "_return_to_draft", "Return to draft"


class DeskForm(forms.ModelForm):
    """A form of the desk. ``refusal`` is set when saving failed in the database: the form comes back with it.

    ``newest`` is the latest entry in the history of its record. The form remembers it, so that whoever saves on top
    of somebody else's work is told first; their words stay in the form.
    """

    refusal: list[str] = []
    newest: LogEntry | None = None

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["seen"] = self.now

    @property
    def now(self) -> str:
        return str(self.newest.pk) if self.newest else ""

    def clean(self):
        cleaned = super().clean()
        if self.refusal:
            raise ValidationError(self.refusal)
        if self.newest and self.data.get("seen", self.now) != self.now:
            # Shown with what they are told, the form may be saved: they know now.
            sent = cast(QueryDict, self.data).copy()
            sent["seen"] = self.now
            self.data = sent
            raise ValidationError(self.saved_meanwhile(self.newest), code="saved_meanwhile")
        return cleaned

    def saved_meanwhile(self, entry: LogEntry) -> str:
        opts = self.instance._meta
        return format_html(
            "{} saved this record on {}, after you had opened it. Nothing is lost, and nothing of yours is saved yet: "
            'it is below. Look at <a href="{}" target="_blank">what is stored now</a>; if you save again, yours '
            "takes its place.",
            entry.user,
            date_format(timezone.localtime(entry.action_time), "j F Y, H:i"),
            reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[self.instance.pk]),
        )


class PublishableForm(DeskForm):
    """The form of something with a status; its buttons may ask for a deed, one of ``deeds``."""

    deeds: list[Deed] = list(Deed)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "publish_at" in self.fields:
            # Its one label names neither of its two fields.
            for widget, part in zip(self.fields["publish_at"].widget.widgets, ("day", "time"), strict=True):
                widget.attrs["aria-label"] = f"{self.fields['publish_at'].label}: {part}"
        for field in self.fields.values():
            if isinstance(field, forms.ModelMultipleChoiceField):
                # What is required has no "clear all" button, which would stand in a list without being an item of it.
                field.widget.widget.is_required = True

    def clean(self):
        cleaned = super().clean()
        if self.deed and self.deed not in self.deeds:
            raise ValidationError(
                f"“{self.deed.label}” is not possible: the status is “{self.instance.get_status_display()}” now."
            )
        if self.deed == Deed.SCHEDULE and "publish_at" not in self.errors:
            self.check_the_moment(cleaned.get("publish_at"))
        elif self.leaves_no_moment(cleaned):
            self.add_error("publish_at", "Say when it is to appear, or return it to draft.")
        return cleaned

    def leaves_no_moment(self, cleaned) -> bool:
        stays_scheduled = self.instance.status == Status.SCHEDULED and not self.deed
        asked = "publish_at" in self.fields and "publish_at" not in self.errors
        return stays_scheduled and asked and not cleaned.get("publish_at")

    def check_the_moment(self, moment):
        if not moment:
            self.add_error("publish_at", "Say when it is to appear.")
        elif moment <= timezone.now():
            self.add_error("publish_at", "This moment has passed: publish it now, or choose a later one.")

    @property
    def deed(self) -> Deed | None:
        return next((deed for deed in Deed if deed.value in self.data), None)

    @property
    def goes_public(self) -> bool:
        """Whether what is saved here will be public, now or by itself."""
        if self.deed:
            return self.deed != Deed.RETURN_TO_DRAFT
        return self.instance.status in PUBLIC_STATUSES

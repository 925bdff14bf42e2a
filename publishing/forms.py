from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget
from js_asset import Script

from publishing.gate import PUBLIC_STATUSES, Status
from publishing.pasting import TOO_MUCH_MARKUP
from publishing.richtext import clean_html, has_too_much_markup, words_left_out
from publishing.states import Deed, check_end, check_moment, check_note, next_state
from publishing.typed import html_of
from publishing.versions import Versioned
from publishing.wholes import WHOLES
from publishing.years import is_unusual

YEAR_ASKED = (
    "Is it the year {}? "
    '<label><input type="checkbox" name="year_is_right" value="on"> Yes, the year is right</label>'
)
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


class ProseWidget(AdminProseEditorWidget):
    """With a script that lets the server clean what is pasted, before it stands in the editor."""

    def __init__(self, attrs=None, **kwargs):
        super().__init__({"data-clean": reverse_lazy("cleaned"), **(attrs or {})}, **kwargs)

    @property
    def media(self):
        return super().media + forms.Media(js=[Script("desk/prose-pasting.js", type="module")])


class ProseField(ProseEditorFormField):
    """Rich text as an editor may write it; without JavaScript it is a text area with HTML or plain text in it.

    ``left_out`` is how many words of what was sent were struck out or hidden.
    """

    left_out = 0

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", ProseWidget)
        super().__init__(config={"extensions": PROSE_EXTENSIONS}, **kwargs)

    def to_python(self, value):
        if value and has_too_much_markup(value):
            raise ValidationError(TOO_MUCH_MARKUP)
        html = html_of(value or "")
        self.left_out = words_left_out(html)
        return super().to_python(clean_html(html))


class CanBeRefused(forms.ModelForm):
    """``refusal`` is set when saving failed in the database: the form comes back with it, and is not saved again."""

    refusal: list[str] = []

    def clean(self):
        cleaned = super().clean()
        if self.refusal:
            raise ValidationError(self.refusal)
        return cleaned


class DeskForm(CanBeRefused):
    """A form of the desk.

    The form remembers the version of its record that it was opened with, and the latest entry in the history by then.
    The admin holds the row while what is sent is looked at, so that whoever saves on top of somebody else's work is
    told first; their words stay in the form.
    """

    #: Fields that say something of the save itself, and change nothing of the record.
    about_the_save: tuple[str, ...] = ("seen", "what_for")

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    what_for = forms.CharField(
        label="What for",
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"class": "input"}),
        help_text="Kept with this version, for editors alone.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if type(self.instance) not in WHOLES:
            del self.fields["what_for"]
        if self.is_versioned and not self.is_bound:
            self.initial["seen"] = self.now

    @cached_property
    def changed_data(self):
        return [name for name in super().changed_data if name not in self.about_the_save]

    @property
    def is_versioned(self) -> bool:
        return isinstance(self.instance, Versioned) and self.instance.pk is not None

    @property
    def version(self) -> str:
        """What the record is now, as against what it was before the last save."""
        return str(self.instance.version)

    @cached_property
    def newest(self) -> LogEntry | None:
        """The latest entry in the history of the record."""
        content_type = ContentType.objects.get_for_model(self.instance)
        entries = LogEntry.objects.filter(content_type=content_type, object_id=self.instance.pk)
        return entries.select_related("user").order_by("-pk").first()

    @property
    def now(self) -> str:
        return f"{self.version}.{self.newest.pk if self.newest else ''}"

    def clean(self):
        cleaned = super().clean()
        version, _, entry = self.data.get("seen", "").partition(".")
        if self.is_versioned and version and version != self.version:
            # Shown with what they are told, the form may be saved: they know now.
            sent = cast(QueryDict, self.data).copy()
            sent["seen"] = self.now
            self.data = sent
            raise ValidationError(self.saved_meanwhile(entry), code="saved_meanwhile")
        return cleaned

    def saved_meanwhile(self, entry_seen: str) -> str:
        """Who saved this record, and when, as far as the history tells: a command leaves nothing there."""
        entry, opts = self.newest, self.instance._meta
        told = "This record was changed after you had opened it."
        if entry and str(entry.pk) != entry_seen:
            when = date_format(timezone.localtime(entry.action_time), "j F Y, H:i")
            told = f"{entry.user} saved this record on {when}, after you had opened it."
        return format_html(
            "{} Nothing is lost, and nothing of yours is saved yet: "
            'it is below. Look at <a href="{}" target="_blank">what is stored now</a>; if you save again, yours '
            "takes its place.",
            told,
            reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[self.instance.pk]),
        )


def deed_in(sent: Mapping[str, Any]) -> Deed | None:
    """The deed that a button of the form asked for; a withdrawal needs a note and has a page of its own."""
    return next((deed for deed in Deed if deed.value in sent and deed != Deed.WITHDRAW), None)


class PublishableForm(DeskForm):
    """The form of something with a status; its buttons may ask for a deed."""

    about_the_save = (*DeskForm.about_the_save, "year_is_right")

    #: An answer to a question that is asked beside a date; kept with the form once it is given.
    year_is_right = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"publish_at", "withdraw_at"} & self.fields.keys():
            # Its one label names neither of its two fields.
            for widget, part in zip(self.fields[name].widget.widgets, ("day", "time"), strict=True):
                widget.attrs["aria-label"] = f"{self.fields[name].label}: {part}"
        for field in self.fields.values():
            if isinstance(field, forms.ModelMultipleChoiceField):
                # What is required has no "clear all" button, which would stand in a list without being an item of it.
                field.widget.widget.is_required = True

    def clean(self):
        cleaned = super().clean()
        status = self.instance.status_now
        if self.deed:
            next_state(self.deed, status)
        if "publish_at" in self.fields and "publish_at" not in self.errors and self.sets_the_moment:
            self.ask("publish_at", check_moment, cleaned.get("publish_at"))
        if "withdrawal_note" in self.fields and not self.deed:
            self.ask("withdrawal_note", check_note, cleaned.get("withdrawal_note", ""))
        if "withdraw_at" in self.fields and "withdraw_at" not in self.errors:
            self.look_at_the_end(cleaned)
        if not self.cleaned_data["year_is_right"]:
            self.ask_about_years()
        return cleaned

    def look_at_the_end(self, cleaned) -> None:
        """What returns to draft forgets when it ends."""
        at, note = cleaned.get("withdraw_at"), cleaned.get("withdraw_note_for_then", "")
        appears = None if self.deed == Deed.PUBLISH else cleaned.get("publish_at", self.instance.publish_at)
        if self.deed != Deed.RETURN_TO_DRAFT:
            self.ask("withdraw_at", lambda moment: check_end(moment, note, appears), at)

    def ask_about_years(self) -> None:
        """Of dates that are new here: one that was confirmed and stored is not asked about again."""
        for name, day in list(self.cleaned_data.items()):
            if type(day) is date and day != self.initial.get(name) and is_unusual(day):
                self.add_error(name, ValidationError(format_html(YEAR_ASKED, day.year), code="unusual_year"))

    @property
    def sets_the_moment(self) -> bool:
        """Whether it is to appear by itself at the moment given here: asked for by the deed, or scheduled before."""
        if self.deed:
            return self.deed == Deed.SCHEDULE
        return self.instance.status_now == Status.SCHEDULED

    def ask(self, field: str, check, value) -> None:
        """Tell at ``field`` what ``check`` has to say against ``value``."""
        try:
            check(value)
        except ValidationError as error:
            self.add_error(field, error)

    @property
    def deed(self) -> Deed | None:
        return deed_in(self.data)

    @property
    def goes_public(self) -> bool:
        """Whether what is saved here will be public, now or by itself."""
        if self.deed:
            return self.deed != Deed.RETURN_TO_DRAFT
        return self.instance.status in PUBLIC_STATUSES

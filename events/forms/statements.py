from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.forms.models import InlineForeignKeyField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from events.forms.fields import RecordingOffsetField, SurroundingsField
from events.forms.lines import line
from events.forms.rows import OrderedRowForm, OrderedRowFormSet
from events.forms.session import SessionForm
from events.models import Statement
from events.not_for_attribution import ANYBODY
from events.places import Report
from events.withdrawing import restore_statement, withdraw_statement
from publishing.wholes import delete_rows

#: What stands first among the speakers to choose from.
NOBODY = {"said_by": "Who said it?", "and_by": "Nobody else"}
#: In an event with more statements than this each is a line until it is needed.
ALL_OPEN = 60


class StatementForm(OrderedRowForm):
    """Who said it, how we know, the words. Who is a row of the speakers, which may be as new as this one."""

    said_by = forms.ChoiceField(
        required=False, label="Said by", widget=forms.Select(attrs={"class": "input"})
    )
    and_by = forms.ChoiceField(
        required=False, label="Jointly with", widget=forms.Select(attrs={"class": "input"})
    )
    recording_offset = RecordingOffsetField(required=False, label="Recording at")
    #: Of what the change withdraws, and readers see until then.
    stays_public = forms.BooleanField(required=False, label="Leave it public after all")
    may_be_light = False
    #: Who is listed, by the places of their rows.
    speakers: Mapping[str, str] = {}
    #: Which of several places with the same words is meant; a form has a ``prefix`` of its own.
    words_before = SurroundingsField()
    words_after = SurroundingsField()

    class Meta:
        model = Statement
        fields = [
            *("attribution", "not_for_attribution", "session", "evidence", "text", "own_words"),
            *("kept_from_search_engines", "recording_offset", "topics", "order"),
        ]
        # Plain ones: unfold's carry half a kilobyte of classes each, and an event may have 300 statements.
        widgets = {
            "attribution": forms.TextInput(attrs={"class": "input"}),
            "session": forms.TextInput(attrs={"class": "input"}),
            "evidence": forms.RadioSelect,
            "own_words": forms.CheckboxInput,
            "not_for_attribution": forms.CheckboxInput,
            "kept_from_search_engines": forms.CheckboxInput,
            "text": forms.Textarea(attrs={"class": "input", "rows": 2}),
        }
        error_messages = {
            "text": {"required": "Give the words as they stand in the report."},
            "evidence": {"required": "Say how we know: quote, paraphrase, or part quoted."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.update(words_before=self.instance.prefix, words_after=self.instance.suffix)

    @property
    def is_light(self) -> bool:
        """Whether it is shown as one line until it is needed, one of very many in which nothing is wrong."""
        return self.may_be_light and not self.errors

    @property
    def line(self) -> SafeString:
        return line(self, int(str(self.prefix).rpartition("-")[2]) + 1)

    @property
    def as_sent(self) -> Iterator[tuple[str, str, str]]:
        """What its fields would send: the name, a value, and what a picker shows for it. What says nothing is left out,
        as a box that is not ticked is; but for surroundings, which are as stored where they do not come."""
        for name, field in self.fields.items():
            if isinstance(field, InlineForeignKeyField):
                continue  # the event, which every row of the form has
            value = self.value_of(name, field)
            for one in value if isinstance(value, list) else [value]:
                sent = "" if one is None or one is False else "on" if one is True else str(one)
                if sent or isinstance(field, SurroundingsField):
                    yield self.add_prefix(name), sent, self.label_of(name, field, sent)

    def value_of(self, name: str, field: forms.Field) -> Any:
        if self.is_bound:
            return self[name].value()
        return field.prepare_value(self.get_initial_for_field(field, name))

    def label_of(self, name: str, field: Any, value: str) -> str:
        if name in StatementFormSet.pointers:
            return self.speakers.get(value, "")
        return str(field.known.get(value, "")) if name == "topics" else ""

    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        for name, side in (("words_before", "prefix"), ("words_after", "suffix")):
            if self.add_prefix(name) in self.data:
                setattr(self.instance, side, cleaned.get(name, ""))
        if cleaned.get("session") and not cleaned.get("not_for_attribution"):
            if self.instance.not_for_attribution:
                self.add_error("session", "Clear this too, if it was not said under the Rule.")
            cleaned["not_for_attribution"] = True
        if cleaned.get("not_for_attribution"):
            cleaned["said_by"] = cleaned["and_by"] = ""
            cleaned["attribution"] = cleaned.get("attribution") or ANYBODY
        said_by, attribution = cleaned.get("said_by"), cleaned.get("attribution")
        if said_by and attribution:
            self.add_error("attribution", "Choose a speaker or print an attribution, not both.")
        elif not said_by and not attribution and not {"said_by", "attribution"} & self.errors.keys():
            self.add_error("said_by", "Choose who said it, or print an attribution such as “The experts”.")
        if cleaned.get("and_by") and not said_by:
            self.add_error("and_by", "Choose first who said it; then who said it jointly.")
        elif said_by and cleaned.get("and_by") == said_by:
            self.add_error("and_by", "A joint statement is by two different speakers.")
        return cleaned


class StatementFormSet(OrderedRowFormSet):
    """The statements of one event, by speakers of the same edit."""

    anchor = "statements"
    #: Who said it is chosen by the place of a row of the speakers.
    pointers = {"said_by": ("appearance", "appearances"), "and_by": ("jointly_with", "appearances")}

    def __init__(self, data=None, *args, **kwargs):
        """A session that is asked for is written into the rows, as if it had been in each."""
        prefix = kwargs.get("prefix") or self.get_default_prefix()
        self.about_session = SessionForm(data, f"{prefix}-said_in", prefix)
        if data is not None and self.about_session.is_valid() and self.about_session.cleaned_data["first"]:
            self.about_session.write(data)
        super().__init__(data, *args, **kwargs)

    @property
    def questions(self):
        return [self.about_session] if self.is_bound else []

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for name, (column, _part) in self.pointers.items():
            form.initial[name] = self.row_of_appearance.get(getattr(form.instance, f"{column}_id"), "")
        if not self.edit.is_withdrawn_by_change(form.instance):
            del form.fields["stays_public"]
        is_many = self.total_form_count() > ALL_OPEN and index is not None
        form.speakers = self.speakers
        form.may_be_light = is_many and str(index + 1) not in self.edit.open_rows

    def prepare(self, fields):
        super().prepare(fields)
        for name in self.pointers:
            fields[name].choices = [("", NOBODY[name]), *self.speakers.items()]

    @cached_property
    def speakers(self) -> dict[str, str]:
        return dict(self.edit.speakers.choices)

    @cached_property
    def row_of_appearance(self) -> dict[int, str]:
        forms_ = self.edit.speakers.initial_forms
        return {form.instance.pk: str(number) for number, form in enumerate(forms_) if form.instance.pk}

    def speaker_row(self, form, name: str = "said_by") -> Any:
        """The row of the speakers that a cleaned row chooses, or None."""
        chosen = form.cleaned_data.get(name)
        return self.edit.speakers.rows[int(chosen)] if chosen else None

    def clean(self):
        super().clean()
        for form in self.standing():
            for name in self.pointers:
                row = self.speaker_row(form, name)
                if row and (row.is_blank or row.is_removed):
                    form.add_error(name, "This row of the speakers is empty or removed: choose who said it.")

    # --- Saving ---

    def save(self, commit=True):
        for form in self.standing():
            for name, (column, _part) in self.pointers.items():
                row = self.speaker_row(form, name)
                setattr(form.instance, column, row.instance if row else None)
            form.instance.event = self.instance
            form.instance.copy_the_rule()
        saved = super().save(commit)
        for form in self.standing():
            if form.cleaned_data.get("stays_public"):
                restore_statement(form.instance)
        return saved

    def take_out(self, rows):
        """By a change, what readers have met is withdrawn, and stays; of what it added itself nobody knows."""
        if not self.edit.is_change:
            return super().take_out(rows)
        if added := [row for row in rows if row.pk not in self.edit.public]:
            delete_rows(added, "")
        for row in rows:
            if row.pk in self.edit.public and not row.withdrawn_at:
                withdraw_statement(row, self.edit.withdrawal_words)


def named(forms_) -> str:
    """The statements by their number and first words, for a message."""
    return "; ".join(f"“{shortened(form.instance.text)}”" for form in forms_)


def shortened(text: str, length: int = 60) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + "…"


def lost_in_words(report: Report, text: str):
    nearest = report.nearest(text)
    if not nearest:
        return "These words do not stand in the report."
    return format_html("These words do not stand in the report. Nearest: <q>{}</q>", nearest)

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html

from events.forms.fields import RecordingOffsetField
from events.forms.rows import RowForm, RowFormSet
from events.models import Event, Statement
from events.places import Report
from events.placing import find_places
from publishing.gate import Status


class StatementForm(RowForm):
    """Who said it, how we know, the words. Who is a row of the speakers, which may be as new as this one."""

    said_by = forms.ChoiceField(
        required=False, label="Said by", widget=forms.Select(attrs={"class": "input"})
    )
    recording_offset = RecordingOffsetField(required=False, label="Recording at")

    class Meta:
        model = Statement
        fields = ["attribution", "evidence", "text", "own_words", "recording_offset", "topics", "order"]
        # Plain ones: unfold's carry half a kilobyte of classes each, and an event may have 300 statements.
        widgets = {
            "attribution": forms.TextInput(attrs={"class": "input"}),
            "evidence": forms.RadioSelect,
            "own_words": forms.CheckboxInput,
            "text": forms.Textarea(attrs={"class": "input", "rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.speaker_row = None
        self.fields["text"].error_messages["required"] = "Give the words as they stand in the report."
        self.fields["evidence"].error_messages["required"] = (
            "Say how we know: quote, paraphrase, or part quoted."
        )

    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        said_by, attribution = cleaned.get("said_by"), cleaned.get("attribution")
        if said_by and attribution:
            self.add_error("attribution", "Choose a speaker or print an attribution, not both.")
        elif not said_by and not attribution and not {"said_by", "attribution"} & self.errors.keys():
            self.add_error("said_by", "Choose who said it, or print an attribution such as “The experts”.")
        return cleaned


class StatementFormSet(RowFormSet):
    """The statements of one event. Its ``clean`` looks at the whole form: the event, its speakers, its statements."""

    speakers: Any = None  # AppearanceFormSet
    event_form: Any = None  # EventForm
    speaker_choices: list[tuple[str, str]] = []

    def link(self, speakers, event_form) -> None:
        """Make the rows of the speakers and the event's own form known, once they are all made.

        A row of the speakers is chosen by its number: it has no key of its own before it is saved.
        """
        self.speakers, self.event_form = speakers, event_form
        rows = [(str(number), speakers.name_on(form, number)) for number, form in enumerate(speakers.forms)]
        self.speaker_choices = [("", "Who said it?"), *rows]
        for form in self.forms:
            self.offer_speakers(form)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk:
            topics = form.instance.topics.all()
            form.fields["topics"].widget.known = {str(topic.pk): topic.name for topic in topics}

    @property
    def empty_form(self):
        form = super().empty_form
        self.said_by(form).choices = self.speaker_choices
        return form

    def offer_speakers(self, form) -> None:
        self.said_by(form).choices = self.speaker_choices
        form.initial["said_by"] = self.row_of(form.instance.appearance_id)

    def said_by(self, form) -> forms.ChoiceField:
        return form.fields["said_by"]

    def row_of(self, appearance_id) -> str:
        if appearance_id is None:
            return ""
        rows = [
            str(number)
            for number, form in enumerate(self.speakers.forms)
            if form.instance.pk == appearance_id
        ]
        return rows[0] if rows else ""

    # --- The whole form ---

    def clean(self):
        super().clean()
        for form in self.standing():
            self.find_speaker_row(form)
        if self.event_form is None or any(form.errors for form in self.standing()):
            return
        wrong_before = len(self.event_form.errors)
        self.check_removals()
        self.check_the_rule()
        self.check_places()
        # The admin has asked the event's form already: only an error here keeps it from saving.
        if any(form.errors for form in self.forms):
            raise ValidationError("Look at the statements that are marked.")
        if len(self.event_form.errors) > wrong_before:
            raise ValidationError("Look at the fields of the event that are marked.")

    def find_speaker_row(self, form) -> None:
        said_by = getattr(form, "cleaned_data", {}).get("said_by")
        form.speaker_row = None
        if not said_by:
            return
        row = self.speakers.forms[int(said_by)]
        if row.is_blank or self.speakers.is_removed(row):
            form.add_error("said_by", "This row of the speakers is empty or removed: choose who said it.")
        else:
            form.speaker_row = row

    def check_removals(self) -> None:
        """What has been public keeps its address: it is withdrawn with a note, not removed."""
        if self.instance.status == Status.DRAFT:
            return
        for form in self.deleted_forms:
            if form.instance.pk:
                form.add_error("text", "This statement has been public: withdraw it with a note instead.")

    def check_the_rule(self) -> None:
        """Under the Chatham House Rule nothing links to a person, and no text that is public names one."""
        if self.instance.record_rule != Event.RecordRule.CHATHAM_HOUSE:
            return
        attributed = [form for form in self.standing() if form.speaker_row]
        for form in attributed:
            form.add_error(
                "said_by", "Under the Chatham House Rule nobody is named: print “A participant” instead."
            )
        if attributed:
            self.event_form.add_error(
                "record_rule",
                "Under the Chatham House Rule no statement has a speaker. These have one: "
                + named(attributed),
            )
        self.event_form.check_for_names(self.speakers.standing(), self.standing())

    def check_places(self) -> None:
        """Before anything goes public, each statement stands in the report."""
        if not self.event_form.goes_public:
            return
        rows = self.standing()
        report = Report(self.instance.report)
        form_of = {id(form.instance): form for form in rows}
        lost = [form_of[id(statement)] for statement in find_places(report, [form.instance for form in rows])]
        for form in lost:
            form.add_error("text", lost_in_words(report, form.instance.text))
        if lost:
            self.event_form.add_error("report", "These statements do not stand in the report: " + named(lost))

    # --- Saving ---

    def save_new(self, form, commit=True):
        self.attribute(form)
        return super().save_new(form, commit)

    def save_existing(self, form, obj, commit=True):
        self.attribute(form)
        return super().save_existing(form, obj, commit)

    def attribute(self, form) -> None:
        form.instance.appearance = form.speaker_row.instance if form.speaker_row else None

    def let_go_of_removed_speakers(self) -> None:
        """Part the statements on this form from the speakers that are removed with it.

        They get their new speaker, or are removed, when the form is saved; until then the database wants a word.
        """
        removed = [form.instance.pk for form in self.speakers.deleted_forms if form.instance.pk]
        self.part_from_speakers(Statement.objects.filter(appearance__in=removed))

    def part_from_speakers(self, statements) -> None:
        here = [form.instance.pk for form in self.initial_forms]
        statements.filter(pk__in=here, appearance__isnull=False).update(appearance=None, attribution="…")


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

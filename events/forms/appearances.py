from functools import cached_property
from typing import Any

from django import forms

from events.forms.rows import OrderedRowForm, OrderedRowFormSet
from events.models import Appearance
from events.models.appearance import SAME_ROLE
from events.posts import posts_known_on


class AppearanceForm(OrderedRowForm):
    """Who took part, with name and post as printed; a name left blank is the speaker's as the archive has it."""

    class Meta:
        model = Appearance
        fields = ["speaker", "role", "also", "printed_name", "printed_post", "order"]
        # Plain ones, as in a statement: unfold's carry half a kilobyte of classes each.
        widgets = {
            "role": forms.Select(attrs={"class": "input"}),
            "also": forms.Select(attrs={"class": "input"}),
            "printed_name": forms.TextInput(attrs={"class": "input"}),
            "printed_post": forms.Textarea(
                attrs={"class": "input", "rows": 1, "placeholder": "As on the programme"}
            ),
        }
        error_messages = {"speaker": {"required": "Choose who this is, or remove the row."}}

    def clean(self):
        cleaned: Any = super().clean()
        if cleaned.get("also") and cleaned["also"] == cleaned.get("role"):
            self.add_error("also", SAME_ROLE)
        return cleaned

    def fill_in(self, name: str, post: str) -> None:
        """Print what the archive knows."""
        self.cleaned_data["printed_name"] = self.instance.printed_name = name
        if not self.instance.printed_post:
            self.cleaned_data["printed_post"] = self.instance.printed_post = post


class AppearanceFormSet(OrderedRowFormSet):
    """The speakers of one event."""

    anchor = "speakers"

    def prepare(self, fields):
        super().prepare(fields)
        fields["printed_name"].required = False
        fields["also"].choices = [("", "–"), *Appearance.Role.choices]
        for field in fields.values():  # the labels stand once, above the columns
            field.widget.attrs.setdefault("aria-label", field.label)

    def clean(self):
        super().clean()
        self.fill_in_what_is_known()

    def fill_in_what_is_known(self) -> None:
        blank = [
            form
            for form in self.standing()
            if form.cleaned_data.get("speaker") and not form.cleaned_data.get("printed_name")
        ]
        posts = posts_known_on([form.cleaned_data["speaker"] for form in blank], self.instance.date)
        for form in blank:
            speaker = form.cleaned_data["speaker"]
            form.fill_in(speaker.name, posts[speaker.pk])

    def validate_unique(self):
        """Say of the row itself that its speaker is listed twice."""
        listed = {}
        held = {form.instance.pk: form.initial.get("speaker") for form in self.initial_forms}
        for form in self.standing():
            speaker = form.cleaned_data.get("speaker")
            if speaker is None:
                continue
            if speaker.pk in listed:
                form.add_error("speaker", f"{speaker} is listed already.")
            elif "speaker" in form.changed_data and self.had_another_row(form, speaker, held):
                # The database would see the speaker twice half-way through such an exchange.
                form.add_error(
                    "speaker", f"{speaker} had a row of their own: save once without it, then choose them."
                )
            listed[speaker.pk] = form

    def had_another_row(self, form, speaker, held) -> bool:
        others = {
            pk for pk, speaker_pk in held.items() if speaker_pk == speaker.pk and pk != form.instance.pk
        }
        return bool(others) and form.instance.pk is not None

    # --- As the statements know them ---

    @cached_property
    def choices(self) -> list[tuple[str, str]]:
        """The rows by their number, which a row has before it is saved. A removed one can be taken back."""
        return [(str(number), self.name_on(form, number)) for number, form in enumerate(self.rows)]

    def name_on(self, form, number: int) -> str:
        name = form["printed_name"].value() or form.instance.printed_name
        if not name and self.is_bound:
            name = self.known("speaker", form.fields["speaker"]).get(str(form["speaker"].value()), "")
        return str(name or f"Row {number + 1} of the speakers") + (", removed" if form.is_removed else "")

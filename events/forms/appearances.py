from unfold.widgets import UnfoldAdminTextareaWidget

from events.forms.rows import RowForm, RowFormSet
from events.models import Appearance
from events.posts import post_known_on
from people.models import Speaker


class AppearanceForm(RowForm):
    """Who took part, with name and post as printed; a name left blank is the speaker's as the archive has it."""

    class Meta:
        model = Appearance
        fields = ["speaker", "role", "printed_name", "printed_post", "order"]
        widgets = {
            "printed_post": UnfoldAdminTextareaWidget(attrs={"rows": 1, "placeholder": "As on the programme"})
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["printed_name"].required = False
        for field in self.fields.values():  # the labels stand once, above the columns
            field.widget.attrs.setdefault("aria-label", field.label)
        self.fields["speaker"].error_messages["required"] = "Choose who this is, or remove the row."

    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        speaker = cleaned.get("speaker")
        if speaker and not cleaned.get("printed_name"):
            cleaned["printed_name"] = speaker.name
            cleaned["printed_post"] = cleaned.get("printed_post") or post_known_on(speaker, self.event_date)
        return cleaned

    def _get_validation_exclusions(self):
        """Whether a speaker is listed twice is a question to all rows together: see the formset."""
        exclusions = super()._get_validation_exclusions()  # type: ignore[misc]  # Django has no public word for it
        return exclusions | {"event"}

    @property
    def event_date(self):
        return self.instance.event.date


class AppearanceFormSet(RowFormSet):
    """The speakers of one event."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk:
            form.fields["speaker"].widget.known = {str(form.instance.speaker_id): str(form.instance.speaker)}

    def validate_unique(self):
        """Say of the row itself that its speaker is listed twice."""
        listed = {}
        held = {form.instance.pk: form.initial.get("speaker") for form in self.initial_forms}
        for form in self.standing():
            speaker = getattr(form, "cleaned_data", {}).get("speaker")
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

    def name_on(self, form, number: int) -> str:
        """What a row is called where a statement chooses it."""
        name = form["printed_name"].value() or getattr(form.instance, "printed_name", "")
        if not name and form.is_bound:
            speaker = form["speaker"].value()
            name = Speaker.objects.filter(pk=speaker).first() if str(speaker).isdecimal() else None
        return str(name or f"Row {number + 1} of the speakers")

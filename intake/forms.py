from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy

from intake.files import ENDINGS, Source, Unreadable, text_of_file, text_of_paste
from intake.unreadable import OFFERED


class PasteForm(forms.Form):
    """A report, pasted or as a file, and where it is from; ``cleaned_data["report"]`` is its text (`Source`)."""

    text_of_paste: Source | None = None
    text_of_file: Source | None = None

    text = forms.CharField(
        label="Text of the report",
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={
                "rows": 14,
                "class": "input",
                "placeholder": "Paste the text here",
                "data-clean": reverse_lazy("admin:intake_intake_cleaned"),
            }
        ),
    )
    source = forms.URLField(
        label="Where it is from",
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "input", "placeholder": "Address, optional"}),
        help_text="With it a changed text is known again, and the event says where it was first published.",
        error_messages={
            "invalid": "Write the whole address, as https://example.org/report, or leave it blank."
        },
    )
    #: What the page's script has left out of what was pasted, before it came here.
    left_out = forms.CharField(required=False, widget=forms.HiddenInput)
    file = forms.FileField(
        label="or a file",
        required=False,
        widget=forms.FileInput(attrs={"accept": ",".join(sorted(ENDINGS))}),
        help_text=f"{OFFERED}, up to 5 MB",
        error_messages={"empty": "This file is empty."},
    )

    def clean_file(self):
        file = self.cleaned_data.get("file")
        if file:
            self.text_of_file = self.read(text_of_file, file.file, file.name, file.size)
        return file

    def clean_text(self):
        pasted = self.cleaned_data.get("text", "")
        if pasted.strip():
            self.text_of_paste = self.read(text_of_paste, pasted)
        return pasted

    def clean_left_out(self):
        number = self.cleaned_data["left_out"]
        return int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 0

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        if self.errors.keys() & {"text", "file"}:
            return cleaned
        if self.text_of_paste and self.text_of_file:
            raise ValidationError("Paste the text or choose a file, not both.")
        cleaned["report"] = self.text_of_paste or self.text_of_file
        if not cleaned["report"]:
            self.add_error("text", "Paste the text of a report, or choose a file.")
        return cleaned

    @staticmethod
    def read(reader, *given) -> Source:
        try:
            return reader(*given)
        except Unreadable as error:
            raise ValidationError(str(error)) from error

from django import forms

from verifying.verify import LONGEST


class TextForm(forms.Form):
    """The text in which claims are looked for; its errors say what to do."""

    text = forms.CharField(error_messages={"required": "There is no text yet: paste some, then look it up."})

    def __init__(self, data=None):
        # Before the field looks at it: a NUL is nobody's word, and a browser sends two signs for the end of a line.
        sent = (data or {}).get("text", "").replace("\0", " ").replace("\r\n", "\n")
        super().__init__({"text": sent} if data is not None else None)

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if len(text) > LONGEST:
            raise forms.ValidationError(
                f"Your text has {len(text):,} characters, and at most {LONGEST:,} are read at once. "
                "Look up one part of it after the other."
            )
        return text

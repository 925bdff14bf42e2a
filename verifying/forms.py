from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from public.counted import thousands
from verifying.verify import LONGEST


class TextForm(forms.Form):
    """The text in which claims are looked for; its errors say what to do."""

    text = forms.CharField(
        error_messages={"required": _("There is no text yet: paste some, then look it up.")}
    )

    def __init__(self, data=None):
        # Before the field looks at it: a NUL is nobody's word, and a browser sends two signs for the end of a line.
        sent = (data or {}).get("text", "").replace("\0", " ").replace("\r\n", "\n")
        super().__init__({"text": sent} if data is not None else None)

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if len(text) > LONGEST:
            raise forms.ValidationError(
                gettext(
                    "Your text has %(number)s characters, and at most %(most)s are read at once. "
                    "Look up one part of it after the other."
                )
                % {"number": thousands(len(text)), "most": thousands(LONGEST)}
            )
        return text

"""The form on which a speaker says of each statement whether it is right."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.models import Statement
from events.models.own_word import LONGEST_REPLY
from events.own_words import Answer
from publishing.richtext import UNPRINTABLE

LEAVE, CONFIRM, OBJECT = "", "confirm", "object"
CHOICES = [
    (LEAVE, _("I leave it as it is: nothing is published about it")),
    (CONFIRM, _("I confirm it: the page will say “confirmed by the speaker”")),
    (OBJECT, _("I object: an editor will look at it and answer me")),
]


class OneForm(forms.Form):
    """What is said of one statement."""

    says = forms.ChoiceField(
        label=_("Your answer"), choices=CHOICES, required=False, widget=forms.RadioSelect, initial=LEAVE
    )
    objection = forms.CharField(
        label=_("What is not right"),
        required=False,
        max_length=2000,
        help_text=_("To the editors; it is not published."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    reply = forms.CharField(
        label=_("In your words, in public, beside the statement for good"),
        required=False,
        max_length=LONGEST_REPLY,
        help_text=_("At most 600 letters. An editor looks at law and manners only."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, statement: Statement, data: Any = None):
        super().__init__(data, prefix=f"s{statement.pk}", label_suffix="")
        self.statement = statement

    def clean(self) -> dict:
        cleaned = {
            name: UNPRINTABLE.sub(" ", value) if isinstance(value, str) else value
            for name, value in (super().clean() or {}).items()
        }
        if cleaned.get("says") == OBJECT and not cleaned.get("objection") and not self.errors:
            self.add_error(
                "objection", _("Say in a sentence what is not right; we cannot act on it otherwise.")
            )
        return cleaned

    @property
    def answer(self) -> Answer:
        told = self.cleaned_data
        objection = told["objection"] if told["says"] == OBJECT else ""
        return Answer(told["says"] == CONFIRM, objection, told["reply"])

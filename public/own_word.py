"""The form on which a speaker says of each statement whether it is right."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.models import Statement
from events.models.own_word import LONGEST_REPLY, print_of
from events.own_words import ANOTHER_NOW, Answer
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

    #: What tells the statement that was read from one that was changed since.
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, statement: Statement, data: Any = None):
        super().__init__(
            data, prefix=f"s{statement.pk}", label_suffix="", initial={"seen": print_of(statement)}
        )
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
        if not self.errors and answer_in(cleaned).is_of_other_words(self.statement):
            # Shown with what they are told, it may be sent: they have read it now.
            self.data = {**self.data.dict(), self.add_prefix("seen"): self.initial["seen"]}  # type: ignore[attr-defined]  # a QueryDict
            self.add_error("says", ANOTHER_NOW)
        return cleaned

    @property
    def answer(self) -> Answer:
        return answer_in(self.cleaned_data)


def answer_in(told: dict) -> Answer:
    objection = told["objection"] if told["says"] == OBJECT else ""
    return Answer(told["says"] == CONFIRM, objection, told["reply"], told["seen"])

"""Readers report a wrong attribution: a form that needs no account and no cookie, and lets nobody flood the desk."""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.core import signing
from django.http import QueryDict
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from config import visitors
from config.counts import add_one, counted, key_of
from events.models import Complaint, Statement
from publishing.changes import unit_of_work
from publishing.richtext import UNPRINTABLE

#: What one visitor, and all together, may send in so many seconds.
MOST, WITHIN = 5, 60 * 60
MOST_OF_ALL, WITHIN_OF_ALL = 300, 24 * 60 * 60
#: Seconds for which a form may lie open.
TICKET_AGE = 24 * 60 * 60
SALT = "public.complaints"


class TooMany(Exception):
    """This visitor, or all of them, have sent so much that more must wait."""


class ComplaintForm(forms.ModelForm):
    """What is wrong with a statement; ``ticket`` is of the page on which it was written."""

    ticket = forms.CharField(widget=forms.HiddenInput, max_length=200)

    class Meta:
        model = Complaint
        fields = ["about", "text", "email"]
        labels: ClassVar = {
            "about": _("What is wrong"),
            "text": _("How can we see it?"),
            "email": _("E-mail, if you want an answer"),
        }
        help_texts: ClassVar = {
            "text": _("A minute of the recording, a page, a witness. Without it we can only ask."),
            "email": _("Forgotten when the case is closed."),
        }
        widgets: ClassVar = {
            "about": forms.RadioSelect,
            "text": forms.Textarea(attrs={"rows": 5}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        error_messages: ClassVar = {
            "about": {"required": _("Choose what is wrong.")},
            "text": {"required": _("Say in a sentence what is wrong; we cannot act on an empty report.")},
        }

    def __init__(self, statement: Statement, data: QueryDict | None = None):
        super().__init__(data, initial={"ticket": ticket_for(statement)}, label_suffix="")
        self.statement = statement
        about: Any = self.fields["about"]
        about.choices = Complaint.About.choices
        self.nonce = ""

    def clean_text(self) -> str:
        return UNPRINTABLE.sub(" ", self.cleaned_data["text"])

    def clean_ticket(self) -> str:
        """Raises ValidationError where the form is not ours, or of another day; what was written stays in it."""
        try:
            key, nonce = signing.loads(self.cleaned_data["ticket"], salt=SALT, max_age=TICKET_AGE)
        except (signing.BadSignature, ValueError, TypeError):
            key, nonce = None, ""
        if key != self.statement.pk:
            self.data = {**self.data.dict(), "ticket": ticket_for(self.statement)}  # type: ignore[attr-defined]  # a QueryDict
            raise forms.ValidationError(_("This page was open for long. Nothing is lost: send it again."))
        self.nonce = str(nonce)
        return self.nonce


def ticket_for(statement: Statement) -> str:
    return signing.dumps([statement.pk, get_random_string(16)], salt=SALT)


@unit_of_work()
def take(request, form: ComplaintForm) -> Complaint:
    """Keep what ``form``, which is valid, says; sent twice, it is kept once. Raises TooMany."""
    kept = Complaint.objects.filter(ticket=form.nonce).first()
    if kept:
        return kept
    check_not_too_many(request)
    told = {name: form.cleaned_data[name] for name in ("about", "text", "email")}
    return Complaint.objects.get_or_create(ticket=form.nonce, defaults={"statement": form.statement, **told})[
        0
    ]


def check_not_too_many(request) -> None:
    """Count one more. Raises TooMany."""
    for where, most, seconds in (
        (visitors.address(request), MOST, WITHIN),
        ("everywhere", MOST_OF_ALL, WITHIN_OF_ALL),
    ):
        if counted(partial(add_one, key=key_of("complaints", where), seconds=seconds)) > most:
            raise TooMany

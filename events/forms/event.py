from typing import Any

from events.models import Event
from publishing.forms import ProseField, PublishableForm


class EventForm(PublishableForm):
    """The facts, the lead and the report of an event; valid when the whole is that it is edited with."""

    #: The ``EventEdit`` that it is a part of, given by whoever makes the form's class.
    edit: Any

    report = ProseField(required=False, help_text=Event._meta.get_field("report").help_text)

    class Meta:
        model = Event
        fields = "__all__"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        #: As it was before anything that was sent is in the instance.
        self.was_shown = self.instance.address_was_shown
        self.edit.form = self

    def is_valid(self):
        return self.edit.is_valid()

    def clean(self):
        cleaned = super().clean()
        if (
            self.goes_public
            and "date" in self.fields
            and not cleaned.get("date")
            and "date" not in self.errors
        ):
            self.add_error("date", "An event needs a date before it is published.")
        return cleaned

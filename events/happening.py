"""What a reader is told of an event that does not take place as it was announced."""

from django.utils.translation import gettext_lazy as _

from events.models import Event
from events.withdrawing import public_text

SENTENCES = {
    Event.Happens.CANCELLED: _("This event was cancelled."),
    Event.Happens.POSTPONED: _("This event is postponed."),
}


def what_became_of(event: Event) -> str:
    """ "This event was cancelled. The hall was flooded."; blank of an event that takes place."""
    sentence = SENTENCES.get(Event.Happens(event.happens), "")
    return f"{sentence} {public_text(event).happens_note}".strip()

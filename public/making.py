"""The page of an event is made as soon as it has changed, so that no reader waits for it."""

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.urls import resolve
from django.utils.translation import override

from events.models import Event
from publishing.changes import Changes

#: What changes more at once (an import, a deed on a list) leaves their pages to whoever asks first.
MOST_AT_ONCE = 3


def make_changed(changes: Changes) -> None:
    """Once the change is stored: an editor waits for that no longer than for a look at the page."""
    events = sorted(changes.get(Event, ()))
    if events and len(events) <= MOST_AT_ONCE:
        transaction.on_commit(lambda: make(events), robust=True)


def make(keys: list[int]) -> None:
    for event in Event.objects.published().filter(pk__in=keys).only("date", "slug"):
        make_page(event.get_absolute_url())


def make_page(address: str) -> None:
    """As for a reader who asks for it: the view keeps it."""
    request = HttpRequest()
    request.method = "GET"
    request.path = request.path_info = address
    with override(settings.LANGUAGE_CODE):
        found = resolve(address)
        found.func(request, *found.args, **found.kwargs)

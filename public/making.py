"""The page of an event is made as soon as it has changed, and the lists with it, so that no reader waits for them."""

from django.db import transaction
from django.http import HttpRequest
from django.urls import resolve, reverse

from events.models import Event
from house.speaking import as_it_says
from publishing.changes import Changes
from publishing.interface import in_own_language

#: What changes more at once (an import, a deed on a list) leaves their pages to whoever asks first.
MOST_AT_ONCE = 3
#: What most readers ask for first, and what any change makes old.
LISTS = ("public:home", "events:events", "people:speakers", "events:topics")


def make_changed(changes: Changes) -> None:
    """Once the change is stored: an editor waits for that no longer than for a look at the page."""
    events = sorted(changes.get(Event, ()))
    if events and len(events) <= MOST_AT_ONCE:
        transaction.on_commit(lambda: make(events), robust=True)


def make(keys: list[int]) -> None:
    changed = Event.objects.published().filter(pk__in=keys).only("date", "slug")
    with as_it_says(), in_own_language():
        for address in [*(event.get_absolute_url() for event in changed), *map(reverse, LISTS)]:
            make_page(address)


def make_page(address: str) -> None:
    """As for a reader who asks for it: the view keeps it."""
    request = HttpRequest()
    request.method = "GET"
    request.path = request.path_info = address
    found = resolve(address)
    found.func(request, *found.args, **found.kwargs)

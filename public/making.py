"""The page of an event is made as soon as it has changed, and the lists with it, so that no reader waits for them."""

from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.core.servers.basehttp import get_internal_wsgi_application
from django.db import transaction
from django.urls import reverse

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
    """As for a reader who asks for it: whoever answers keeps it."""
    site = urlsplit(settings.SITE_URL)
    port = site.port or (443 if site.scheme == "https" else 80)
    asked = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address,
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(port),
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": BytesIO(),
    }
    get_internal_wsgi_application().get_response(WSGIRequest(asked))

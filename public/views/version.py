from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from events.dates import day_in_words
from events.happening import what_became_of
from events.models import Event, Statement
from opinions.models import Opinion
from public.as_it_stood import AsItStood, event_on, opinion_on, statement_on
from public.meta import PageMeta, permanent
from public.pages import find_public, public_page
from public.views.statement import find_statement


class Kind(NamedTuple):
    """How a record is found, as it is today, and how it stood on a day."""

    find: Callable[[HttpRequest, int], Any]
    on: Callable[[Any, date], AsItStood | None]


KINDS = {
    "event": Kind(lambda request, pk: find_public(request, Event.objects.for_own_page, pk=pk), event_on),
    "statement": Kind(find_statement, statement_on),
    "opinion": Kind(lambda request, pk: find_public(request, Opinion.objects.for_page, pk=pk), opinion_on),
}


@public_page
def version(request, kind: str, pk: int, day: date):
    """A record as readers knew it at the end of a day; of one that is withdrawn today the notice."""
    if day > timezone.localdate():
        raise Http404
    item = KINDS[kind].find(request, pk)
    stood = None if getattr(request, "previewed", None) else KINDS[kind].on(item, day)
    if stood is None:
        raise Http404
    event = getattr(item, "event", item)
    in_words = day_in_words(day)
    title = _("Statement %(number)s") % {"number": pk} if isinstance(item, Statement) else stood.title
    context = {
        "item": item,
        "day": day,
        "stood": stood,
        "title": title,
        "language": event.language,
        "became": what_became_of(event) if isinstance(event, Event) else "",
        "is_statement": isinstance(item, Statement),
        "corrections": item.corrections.published(),
        "meta": PageMeta(
            title=_("%(title)s, as it stood on %(day)s") % {"title": title, "day": in_words},
            path=request.path,
        ),
    }
    response = render(request, "public/version.html", context)
    response["Link"] = f'<{permanent(item)}>; rel="latest-version"'
    response["X-Robots-Tag"] = "noindex"
    return response

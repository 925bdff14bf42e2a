from typing import NamedTuple
from urllib.parse import urlencode

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from events.models import Event
from public.events import ONLINE, EventFilters, choices, narrow
from public.meta import PageMeta
from public.pages import NoSuchList, page_of, public_page, valid_or_no_list


@public_page
def events(request):
    """The archive. A year in the query string has an address of its own."""
    unfiltered = reverse("events:events")
    filters = valid_or_no_list(EventFilters(request.GET), unfiltered)
    if filters["year"]:
        query = request.GET.copy()
        del query["year"]
        address = reverse("events:year", args=[filters["year"]])
        return HttpResponsePermanentRedirect(f"{address}?{query.urlencode()}" if query else address)
    return _list(request, filters, unfiltered, "Events")


@public_page
def events_of_year(request, year):
    unfiltered = reverse("events:year", args=[year])
    if not Event.objects.published().filter(date__year=year).exists():
        raise NoSuchList(f"The archive has no events of {year}.", reverse("events:events"))
    filters = valid_or_no_list(EventFilters(request.GET), unfiltered) | {"year": year}
    return _list(request, filters, unfiltered, f"Events of {year}")


def _list(request, filters, unfiltered, title):
    found = narrow(Event.objects.published(), filters).newest_first().for_list()
    page = page_of(request, found, unfiltered)
    query = {name: request.GET[name] for name, value in filters.items() if value and name in request.GET}
    pages = {"page": page.number} if page.number > 1 else {}
    context = {
        "section": "events",
        "page": page,
        "filters": filters,
        "chosen": chosen(filters, unfiltered, query),
        "choices": choices(filters),
        "archive": reverse("events:events"),
        "here": unfiltered,
        "title": title,
        "meta": PageMeta(
            title=title if page.number == 1 else f"{title}, page {page.number}",
            path=_address(unfiltered, query | pages),
            description=f"{title}: who took part, as what, and what positions they took.",
        ),
    }
    return render(request, "events/events.html", context)


class Chosen(NamedTuple):
    """A filter in force, and the address of the list without it."""

    label: str
    address_without: str


def chosen(filters: dict, path: str, query: dict) -> list[Chosen]:
    """What narrows the list; the year is not a filter but an address."""
    return [
        Chosen(label_of(value), _address(path, query, leaving_out=name))
        for name, value in filters.items()
        if value and name != "year"
    ]


def label_of(value) -> str:
    if value == ONLINE:
        return "Online"
    return str(dict(Event.Kind.choices).get(value, value))


def _address(path: str, query: dict, leaving_out: str = "") -> str:
    """The address with what it needs and nothing else: blank fields of the form say nothing."""
    kept = {name: value for name, value in query.items() if name != leaving_out}
    return f"{path}?{urlencode(kept)}" if kept else path

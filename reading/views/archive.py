from urllib.parse import urlencode

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from events.models import Event
from reading.events import EventFilters, choices, narrow
from reading.meta import PageMeta
from reading.pages import NoSuchList, page_of, public_page, valid_or_no_list


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
    chosen = {name: value for name, value in filters.items() if value and name != "year"}
    context = {
        "section": "events",
        "page": page,
        "filters": filters,
        "chosen": chosen,
        "choices": choices(filters),
        "here": unfiltered,
        "title": title,
        "kind_label": Event.Kind(filters["kind"]).label if filters["kind"] else "",
        "meta": PageMeta(
            title=title if page.number == 1 else f"{title}, page {page.number}",
            path=_canonical(request, unfiltered, chosen, page.number),
            description=f"{title}: who took part, as what, and what positions they took.",
        ),
    }
    return render(request, "events/events.html", context)


def _canonical(request, address, chosen, number):
    """The address with what it needs and nothing else: blank fields of the form say nothing."""
    query = {name: request.GET[name] for name in chosen}
    if number > 1:
        query["page"] = number
    return f"{address}?{urlencode(query)}" if query else address

from typing import NamedTuple

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from events.models import Event
from events.models.event import EventQuerySet
from people.partial_dates import in_words as partial_in_words
from public.calendar import calendar_file, has_calendar
from public.events import ONLINE, Choice, EventFilters, by_year, choices, months, narrow
from public.last_changes import LISTS
from public.listing import list_as_file
from public.made_pages import made_once, shows
from public.meta import PageMeta, title_of_list
from public.pages import NoSuchList, or_no_list, page_of, public_page
from publishing.middleware import Moved

#: Events of one calendar, the newest: a calendar's programme reads all at each asking.
MOST_IN_A_CALENDAR = 500
#: Events to come that stand before the others.
MOST_TO_COME = 50


@public_page
@made_once
def events(request):
    """The archive. A year in the query string has an address of its own."""
    asked = or_no_list(EventFilters(request.GET, reverse("events:events")))
    year = asked.cleaned_data["year"]
    if year:
        address = asked.address(
            reverse("events:year", args=[year]),
            page=asked.page_number,
            format=asked.cleaned_data["format"],
        )
        return HttpResponsePermanentRedirect(address)
    return of_today(request, asked) or _list(request, asked, asked.narrowings, _("Events"))


@public_page
@made_once
def events_of_year(request, year):
    if not Event.objects.published().filter(date__year=year).exists():
        raise NoSuchList(
            _("The archive has no events of %(year)s.") % {"year": year}, reverse("events:events")
        )
    asked = or_no_list(EventFilters(request.GET, reverse("events:year", args=[year])))
    filters = asked.narrowings | {"year": year}
    return of_today(request, asked) or _list(
        request, asked, filters, _("Events of %(year)s") % {"year": year}
    )


def of_today(request, asked: EventFilters) -> Moved | None:
    """The way to the list by the slugs that its topic and series have now: they were renamed, or merged."""
    named = [name for name in ("topic", "series") if asked.parts[name]]
    if all(asked.parts[name] == request.GET[name] for name in named):
        return None
    return Moved(asked.address(page=asked.page_number, format=asked.cleaned_data["format"]))


def _list(request, asked: EventFilters, filters: dict, title: str):
    found = narrow(Event.objects.published(), filters).newest_first()
    if asked.cleaned_data["format"]:
        return list_as_file(asked, "events", found)
    to_come = list(upcoming(found)[:MOST_TO_COME])
    found = found.exclude(pk__in=[event.pk for event in to_come]).for_list()
    offered = choices(filters)
    page = page_of(asked, found, count=number_of(offered["year"], filters["year"]) - len(to_come))
    narrowed_to = chosen(asked)
    context = {
        "section": "events",
        "page": page,
        "years": by_year(page, offered["year"]),
        "upcoming": to_come if page.number == 1 else [],
        "number": page.paginator.count + len(to_come),
        "filters": filters,
        "span": {name: filters[name] or "" for name in ("from", "to")},
        "chosen": narrowed_to,
        "choices": offered,
        "archive": reverse("events:events"),
        "here": asked.whole,
        "months": months(asked, filters) if filters.get("year") else [],
        "files": asked.to_take_along,
        "calendar": asked.address(reverse("events:calendar_of_all"), year=filters.get("year")),
        "title": title,
        "meta": PageMeta(
            title=title_of_list(title, [one.label for one in narrowed_to], page.number),
            path=asked.address(page=page.number),
            description=_("%(title)s: who took part, as what, and what positions they took.")
            % {"title": title},
        ),
    }
    return shows(render(request, "events/events.html", context), LISTS, only_today=bool(to_come))


def number_of(years: list[Choice], year: int | None) -> int:
    """How many events there are: each is of a year, and ``years`` are those that meet all filters but ``year``."""
    return sum(one.count for one in years if not year or one.number == year)


def upcoming(events: EventQuerySet) -> EventQuerySet:
    """Those of today and of the days to come, the next one first."""
    return events.filter(date__gte=localdate()).order_by("date", "pk").for_list()


@public_page
def calendar(request):
    """The newest events of the list as a calendar to subscribe to; each is the entry that its own file is."""
    asked = or_no_list(EventFilters(request.GET, reverse("events:calendar_of_all")))
    filters = asked.narrowings | {"year": asked.cleaned_data["year"]}
    found = narrow(Event.objects.published(), filters).newest_first().for_list()[:MOST_IN_A_CALENDAR]
    file = calendar_file(*filter(has_calendar, found))
    return HttpResponse(file, content_type="text/calendar; charset=utf-8")


class Chosen(NamedTuple):
    """A filter in force, and the address of the list without it."""

    label: str
    address_without: str


def chosen(asked: EventFilters) -> list[Chosen]:
    """What narrows the list; the year is not a filter but an address."""
    return [
        Chosen(label_of(asked.cleaned_data[name], name), asked.address(**{name: ""}))
        for name, value in asked.parts.items()
        if value
    ]


def label_of(value, name: str = "") -> str:
    if name in ("from", "to"):
        since = _("since %(day)s") if name == "from" else _("until %(day)s")
        return since % {"day": partial_in_words(value)}
    if value == ONLINE:
        return str(Event.Format.ONLINE.label)
    return str(dict(Event.Kind.choices).get(value, value))

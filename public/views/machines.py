"""What is read by machines: the site map, the word to robots, the colours of the house, the icon at its old address."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import F, Max, Min, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.http import Http404, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from events.models import Event, Statement, Topic
from house.addresses import ABOUT
from house.models import Page
from house.now import the_house
from house.robots import robots_txt
from opinions.models import Opinion
from people.models import Speaker
from public.counterparts import Counterpart, counterparts_of
from public.meta import absolute, alternates_of
from public.search_engines import findable, kept_away
from publishing.counterparts import counterparts_along
from publishing.interface import in_language

#: Records of a part of the site map: their numbers from so many times the part on. 50,000 addresses are allowed.
NUMBERS = 5_000
#: No database counts further.
LAST_PART = 2**31
#: Rows that are in memory at a time.
CHUNK = 500
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
#: Of the links from an address to the same in other languages.
LINKS_SPACE = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
LISTS = ["public:home", "events:events", "people:speakers", "public:about", "public:corrections"]


class Section(NamedTuple):
    """The public records of one kind; ``changed`` names when each of them last did."""

    rows: QuerySet
    changed: str = ""


def _changed(appeared: str) -> Greatest:
    # SQLite's greatest of anything and NULL is NULL: what was never compared is as new as its publication.
    return Greatest(Coalesce("changed_at", appeared), F(appeared))


def sections() -> dict[str, Section]:
    events = Event.objects.published().defer("report", "lead").prefetch_related(counterparts_along(Event))
    opinions = Opinion.objects.published().defer("body", "lead")
    opinions = opinions.prefetch_related(counterparts_along(Opinion))
    # The page about the archive is among the lists: it stands without a record too.
    house_pages = Page.objects.published().exclude(slug=ABOUT).defer("body", "lead")
    statements = Statement.objects.published().only("pk", "event_id", "changed_at")
    return {
        "events": Section(events.annotate(last=_changed("publish_at")), "last"),
        "opinions": Section(opinions.annotate(last=_changed("publish_at")), "last"),
        "speakers": Section(Speaker.objects.published()),
        "topics": Section(Topic.objects.published()),
        "pages": Section(house_pages.annotate(last=_changed("publish_at")), "last"),
        "statements": Section(statements.annotate(last=_changed("event__publish_at")), "last"),
    }


def lists_shown() -> list[str]:
    house = the_house()
    opinions = ["opinions:opinions"] if house.shows_opinions else []
    return LISTS + opinions + (["events:topics"] if house.shows_topics else [])


@require_safe
def sitemap(request):
    """The index: a part for the lists, and of each kind as many as its numbers need."""
    parts = ["lists/0"]
    for name, section in sections().items():
        ends = section.rows.order_by().aggregate(first=Min("pk"), last=Max("pk"))
        if ends["last"] is not None:
            parts += [f"{name}/{n}" for n in range(ends["first"] // NUMBERS, ends["last"] // NUMBERS + 1)]
    entries = [
        f"<sitemap><loc>{absolute(reverse('public:sitemap'))[:-4]}/{one}.xml</loc></sitemap>" for one in parts
    ]
    body = "\n".join([f"{HEAD}<sitemapindex {SPACE}>", *entries, "</sitemapindex>\n"])
    return HttpResponse(body, content_type="application/xml")


@require_safe
def sitemap_part(request, section, page):
    """One part, written row by row: an archive of any size takes the same memory."""
    if section == "lists" and page == 0:
        return _map(Entry(reverse(name)) for name in lists_shown())
    known = sections().get(section)
    if known is None or page > LAST_PART:
        raise Http404
    rows = findable(known.rows).filter(pk__gte=page * NUMBERS, pk__lt=(page + 1) * NUMBERS).order_by("pk")
    return _map(entry_of(row, known.changed) for row in rows.iterator(chunk_size=CHUNK))


class Entry(NamedTuple):
    """A page of the site map; ``path`` is its address in the archive's own language."""

    path: str
    changed: str = ""
    counterparts: Iterable[Counterpart] = ()

    def lines(self) -> Iterator[str]:
        """Its address in each language of the interface, with those in all others."""
        last = f"<lastmod>{self.changed}</lastmod>" if self.changed else ""
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(address)}"/>'
            for code, address in alternates_of(self.path, self.counterparts).items()
        )
        for code in settings.INTERFACE_LANGUAGES:
            address = escape(absolute(in_language(self.path, code)))
            yield f"<url><loc>{address}</loc>{last}{links}</url>\n"


def entry_of(row: Any, changed: str) -> Entry:
    last = getattr(row, changed).isoformat() if changed else ""
    counterparts = counterparts_of(row) if isinstance(row, Event | Opinion) else []
    others = [one for one in counterparts if not kept_away().is_about(one.path)]
    return Entry(row.get_absolute_url(), last, others)


def _map(entries: Iterable[Entry]) -> StreamingHttpResponse:
    def lines() -> Iterator[str]:
        yield f"{HEAD}<urlset {SPACE} {LINKS_SPACE}>\n"
        for entry in entries:
            yield from entry.lines()
        yield "</urlset>\n"

    return StreamingHttpResponse(lines(), content_type="application/xml")


@require_safe
def robots(request):
    told = robots_txt(the_house(), absolute(reverse("public:sitemap")))
    return HttpResponse(told, content_type="text/plain; charset=utf-8")


@require_safe
def colours(request):
    """The accent that the house has chosen, over the one of static/css/tokens.css."""
    colours = the_house().colours
    if not colours:
        raise Http404
    return render(request, "public/colours.css", colours, content_type="text/css; charset=utf-8")


@require_safe
def favicon(request):
    return HttpResponseRedirect(static("icon.svg"))

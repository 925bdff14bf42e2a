from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from config import post
from events.models import Series
from public.meta import PageMeta, absolute
from public.pages import public_page

FEEDS = [
    (_("Everything that is new"), "public:feed"),
    (_("Events"), "public:event_feed"),
    (_("Positions"), "public:statement_feed"),
    (_("Opinions"), "public:opinion_feed"),
    (_("Corrections and withdrawals"), "public:correction_feed"),
]


@public_page
def follow(request):
    """Everything by which a reader can follow the archive: feeds, and calendars."""
    series = Series.objects.published().order_by("fold")
    calendar = reverse("events:calendar_of_all")
    context = {
        "feeds": [(label, absolute(reverse(name))) for label, name in FEEDS],
        "series_feeds": [
            (one.name, absolute(reverse("public:series_feed", args=[one.slug]))) for one in series
        ],
        "calendars": [
            (gettext("All events"), absolute(calendar)),
            *((one.name, absolute(f"{calendar}?series={one.slug}")) for one in series),
        ],
        "by_mail": post.is_sent(),
        "meta": PageMeta(
            title=gettext("Follow the archive"),
            path=reverse("public:follow"),
            description=gettext(
                "Feeds of everything, of a speaker, a topic, a series or a search; calendars of events."
            ),
        ),
    }
    return render(request, "public/follow.html", context)

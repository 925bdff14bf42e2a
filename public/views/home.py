from django.shortcuts import render
from django.urls import reverse

from events.models import Event, Topic
from house.now import the_house
from opinions.models import Opinion
from public.home import lately_said, numbers, spoke_lately
from public.meta import PageMeta, absolute
from public.pages import public_page
from public.topics import with_counts
from search.counting import Counts

LATEST_EVENTS = 4
LATEST_OPINIONS = 4


@public_page
def home(request):
    events = list(Event.objects.published().newest_first().for_list().with_withdrawn()[:LATEST_EVENTS])
    counts = Counts()
    data = {
        "@type": "WebSite",
        "name": the_house().name,
        "url": absolute("/"),
        "potentialAction": {
            "@type": "SearchAction",
            "target": absolute(f"{reverse('search:search')}?q={{search_term_string}}"),
            "query-input": "required name=search_term_string",
        },
    }
    context = {
        "latest": events[:1],
        "earlier": events[1:],
        "numbers": numbers(counts),
        "since": Event.objects.published().order_by("date").values_list("date__year", flat=True).first(),
        "lately": spoke_lately(counts),
        "said": lately_said(),
        "opinions": Opinion.objects.published().newest_first().for_list()[:LATEST_OPINIONS],
        "topics": with_counts(Topic.objects.published(), counts),
        "meta": PageMeta(
            title=the_house().name,
            path=reverse("public:home"),
            description="The record of our events: who said what, as what, and how we know.",
            data=data,
        ),
    }
    return render(request, "public/home.html", context)

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import Event, Topic
from house.models import House
from house.now import the_house
from opinions.models import Opinion
from public.home import RECENT_EVENTS, counted, lately_said, latest_speakers, numbers, spoke_lately
from public.last_changes import LISTS
from public.made_pages import made_once, shows
from public.meta import PageMeta, absolute
from public.pages import public_page
from public.topics import with_events
from publishing.interface import in_own_language
from publishing.questions import StandingQuestion
from search.counting import Counts

LATEST_EVENTS = 4
LATEST_OPINIONS = 4


@public_page
@made_once
def home(request):
    counts, house = Counts(), the_house()
    recent = RECENT.ask()
    latest = [event for event in recent if event.pk != house.first_event_id][:LATEST_EVENTS]
    last = latest_speakers(recent)
    rows = counted(counts, last)
    topics = TOPICS.ask()
    context = {
        **put_first(house, recent),
        "latest": latest[:1],
        "earlier": latest[1:],
        "numbers": numbers(rows),
        "lately": spoke_lately(last, rows, {topic.pk: topic.name for topic in topics}),
        "said": lately_said(recent[:RECENT_EVENTS]),
        "opinions": house.shows_opinions and OPINIONS.ask(),
        "topics": house.shows_topics and topics,
        "meta": PageMeta(
            title=house.name,
            path=reverse("public:home"),
            description=_("The record of our events: who said what, as what, and how we know."),
            data=site_data(house),
        ),
    }
    return shows(render(request, "public/home.html", context), LISTS)


@in_own_language()
def site_data(house: House) -> dict:
    return {
        "@type": "WebSite",
        "name": house.name,
        "url": absolute("/"),
        "potentialAction": {
            "@type": "SearchAction",
            "target": absolute(f"{reverse('search:search')}?q={{search_term_string}}"),
            "query-input": "required name=search_term_string",
        },
    }


def put_first(house: House, recent: list[Event]) -> dict:
    """What the house wants readers to see before all else, as far as they may see it."""
    at_hand = next((event for event in recent if event.pk == house.first_event_id), None)
    event, opinion, topic = house.first_event_id, house.first_opinion_id, house.first_topic_id
    return {
        "first_event": event and (at_hand or shown_events().filter(pk=event).first()),
        "first_opinion": opinion and shown_opinions().filter(pk=opinion).first(),
        "first_topic": topic and Topic.objects.published().filter(pk=topic).first(),
    }


def shown_events():
    return Event.objects.published().newest_first().for_list()


def shown_opinions():
    return Opinion.objects.published().newest_first().for_list()


# But for the one that stands above them, the latest are among these.
RECENT = StandingQuestion(lambda: shown_events()[: RECENT_EVENTS + 1])
OPINIONS = StandingQuestion(lambda: shown_opinions()[:LATEST_OPINIONS])
TOPICS = StandingQuestion(lambda: with_events(Topic.objects.published()))

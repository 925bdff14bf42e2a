"""The public addresses. Each is a promise; the name before the colon is the app whose records it shows.

``pages`` are there in each language of the interface; what is only read by machines stands beside them. What is asked
for most stands first.
"""

from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.views.decorators.http import require_safe

from public import feeds
from public.converters import CitationConverter, DayConverter, KindConverter, YearConverter
from public.views import (
    about,
    archive,
    cards,
    citing,
    compare,
    complaint,
    corrections,
    directory,
    embed,
    event,
    follow,
    home,
    house,
    machines,
    media,
    opinions,
    own_word,
    search,
    speaker,
    statement,
    topics,
    version,
)
from publishing.interface import pages

register_converter(YearConverter, "year")
register_converter(CitationConverter, "citation")
register_converter(DayConverter, "day")
register_converter(KindConverter, "kind")

events = [
    pages(
        path("events/", archive.events, name="events"),
        path("events/undated/<slug:slug>/", event.undated_event, name="undated"),
        path("events/<year:year>/", archive.events_of_year, name="year"),
        path("events/<year:year>/<slug:slug>/", event.event, name="event"),
        path("statements/<int:pk>/", statement.statement, name="statement"),
        path("statements/<int:pk>/report/", complaint.report_statement, name="report_statement"),
        path("own-word/", own_word.own_word, name="own_word"),
        path("topics/", topics.topics, name="topics"),
        path("topics/<slug:slug>/", topics.topic, name="topic"),
    ),
    path("events/calendar.ics", archive.calendar, name="calendar_of_all"),
    path("events/<year:year>/<slug:slug>/event.ics", event.event_calendar, name="calendar"),
    path("events/<year:year>/<slug:slug>/cite.<citation:ending>", citing.event, name="cite_event"),
    path("events/undated/<slug:slug>/cite.<citation:ending>", citing.event, name="cite_event"),
    path("statements/<int:pk>/cite.<citation:ending>", citing.statement, name="cite_statement"),
]

people = [
    pages(
        path("speakers/", directory.speakers, name="speakers"),
        path("speakers/<slug:slug>/", speaker.speaker, name="speaker"),
    ),
    path("speakers/<slug:slug>/cite.<citation:ending>", citing.speaker, name="cite"),
]

opinion_pages = [
    pages(
        path("opinions/", opinions.opinions, name="opinions"),
        path("opinions/<slug:slug>/", opinions.opinion, name="opinion"),
    ),
    path("opinions/<slug:slug>/cite.<citation:ending>", citing.opinion, name="cite"),
]

search_pages = [
    pages(
        path("search/", search.search, name="search"),
        path("search/suggest/", search.suggest, name="suggest"),
        path("search/feed/", require_safe(feeds.SearchFeed()), name="feed"),
        path("speakers/<slug:slug>/feed/", require_safe(feeds.SpeakerFeed()), name="speaker_feed"),
        path("topics/<slug:slug>/feed/", require_safe(feeds.TopicFeed()), name="topic_feed"),
    ),
]

# Last of all: what the archive has an address for is never a page of the house (house/addresses.py).
house_pages = [pages(path("<slug:slug>/", house.page, name="page"))]

site: list[URLPattern | URLResolver] = [
    pages(
        path("", home.home, name="home"),
        path("about/", about.about, name="about"),
        path("compare/", compare.compare, name="compare"),
        path("embed/statements/<int:pk>/", embed.statement, name="embed"),
        path("cards/<slug:kind>/<int:pk>/<slug:print>.png", cards.card, name="card"),
        path("follow/", follow.follow, name="follow"),
        path("corrections/", corrections.corrections, name="corrections"),
        path("versions/<kind:kind>/<int:pk>/<day:day>/", version.version, name="version"),
        path("feed/", require_safe(feeds.EverythingFeed()), name="feed"),
        path("feed/events/", require_safe(feeds.EventFeed()), name="event_feed"),
        path("feed/statements/", require_safe(feeds.StatementFeed()), name="statement_feed"),
        path("feed/series/<slug:slug>/", require_safe(feeds.SeriesFeed()), name="series_feed"),
        path("feed/opinions/", require_safe(feeds.OpinionFeed()), name="opinion_feed"),
        path("feed/corrections/", require_safe(feeds.CorrectionFeed()), name="correction_feed"),
    ),
    path("oembed/", embed.oembed, name="oembed"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("sitemap/<slug:section>/<int:page>.xml", machines.sitemap_part, name="sitemap_part"),
    path("house.css", machines.colours, name="colours"),
    path("robots.txt", machines.robots, name="robots"),
    path("favicon.ico", machines.favicon, name="favicon"),
    path("media/<path:path>", media.media, name="media"),
]

urlpatterns = [
    path("", include((events, "events"))),
    path("", include((people, "people"))),
    path("", include((site, "public"))),
    path("", include((opinion_pages, "opinions"))),
    path("", include((search_pages, "search"))),
    path("", include((house_pages, "house"))),
]

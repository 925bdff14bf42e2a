"""The public addresses. Each is a promise; the name before the colon is the app whose records it shows.

A ``page`` is there in each language of the interface; what is only read by machines is a ``path``.
"""

from django.urls import include, path, register_converter
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
from publishing.interface import page

register_converter(YearConverter, "year")
register_converter(CitationConverter, "citation")
register_converter(DayConverter, "day")
register_converter(KindConverter, "kind")

events = [
    page("events/", archive.events, name="events"),
    path("events/calendar.ics", archive.calendar, name="calendar_of_all"),
    page("events/undated/<slug:slug>/", event.undated_event, name="undated"),
    page("events/<year:year>/", archive.events_of_year, name="year"),
    page("events/<year:year>/<slug:slug>/", event.event, name="event"),
    path("events/<year:year>/<slug:slug>/event.ics", event.event_calendar, name="calendar"),
    path("events/<year:year>/<slug:slug>/cite.<citation:ending>", citing.event, name="cite_event"),
    path("events/undated/<slug:slug>/cite.<citation:ending>", citing.event, name="cite_event"),
    page("statements/<int:pk>/", statement.statement, name="statement"),
    page("statements/<int:pk>/report/", complaint.report_statement, name="report_statement"),
    path("statements/<int:pk>/cite.<citation:ending>", citing.statement, name="cite_statement"),
    page("own-word/", own_word.own_word, name="own_word"),
    page("topics/", topics.topics, name="topics"),
    page("topics/<slug:slug>/", topics.topic, name="topic"),
]

people = [
    page("speakers/", directory.speakers, name="speakers"),
    page("speakers/<slug:slug>/", speaker.speaker, name="speaker"),
    path("speakers/<slug:slug>/cite.<citation:ending>", citing.speaker, name="cite"),
]

opinion_pages = [
    page("opinions/", opinions.opinions, name="opinions"),
    page("opinions/<slug:slug>/", opinions.opinion, name="opinion"),
    path("opinions/<slug:slug>/cite.<citation:ending>", citing.opinion, name="cite"),
]

search_pages = [
    page("search/", search.search, name="search"),
    page("search/suggest/", search.suggest, name="suggest"),
    page("search/feed/", require_safe(feeds.SearchFeed()), name="feed"),
    page("speakers/<slug:slug>/feed/", require_safe(feeds.SpeakerFeed()), name="speaker_feed"),
    page("topics/<slug:slug>/feed/", require_safe(feeds.TopicFeed()), name="topic_feed"),
]

# Last of all: what the archive has an address for is never a page of the house (house/addresses.py).
house_pages = [page("<slug:slug>/", house.page, name="page")]

site = [
    page("", home.home, name="home"),
    page("about/", about.about, name="about"),
    page("compare/", compare.compare, name="compare"),
    page("embed/statements/<int:pk>/", embed.statement, name="embed"),
    path("oembed/", embed.oembed, name="oembed"),
    page("cards/<slug:kind>/<int:pk>/<slug:print>.png", cards.card, name="card"),
    page("follow/", follow.follow, name="follow"),
    page("corrections/", corrections.corrections, name="corrections"),
    page("versions/<kind:kind>/<int:pk>/<day:day>/", version.version, name="version"),
    page("feed/", require_safe(feeds.EverythingFeed()), name="feed"),
    page("feed/events/", require_safe(feeds.EventFeed()), name="event_feed"),
    page("feed/statements/", require_safe(feeds.StatementFeed()), name="statement_feed"),
    page("feed/series/<slug:slug>/", require_safe(feeds.SeriesFeed()), name="series_feed"),
    page("feed/opinions/", require_safe(feeds.OpinionFeed()), name="opinion_feed"),
    page("feed/corrections/", require_safe(feeds.CorrectionFeed()), name="correction_feed"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("sitemap/<slug:section>/<int:page>.xml", machines.sitemap_part, name="sitemap_part"),
    path("house.css", machines.colours, name="colours"),
    path("robots.txt", machines.robots, name="robots"),
    path("favicon.ico", machines.favicon, name="favicon"),
    path("media/<path:path>", media.media, name="media"),
]

urlpatterns = [
    path("", include((site, "public"))),
    path("", include((events, "events"))),
    path("", include((people, "people"))),
    path("", include((opinion_pages, "opinions"))),
    path("", include((search_pages, "search"))),
    path("", include((house_pages, "house"))),
]

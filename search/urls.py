from django.urls import path
from django.views.decorators.http import require_safe

from search import feeds, views

app_name = "search"
urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/suggest/", views.suggest, name="suggest"),
    path("search/feed/", require_safe(feeds.SearchFeed()), name="feed"),
    path("speakers/<slug:slug>/feed/", require_safe(feeds.SpeakerFeed()), name="speaker_feed"),
    path("topics/<slug:slug>/feed/", require_safe(feeds.TopicFeed()), name="topic_feed"),
]

"""Every address that a visitor may ask for, taken from the URLconf: a new one must be added here to be walked."""

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from events.models import Event, Series, Statement, Topic
from house.models import Page
from opinions.models import Opinion
from people.models import Speaker
from publishing.interface import LanguagePrefix, in_language

#: Not for the public, or without any content.
NOT_WALKED = {"admin", "cleaned", "healthz", "log_ins", "second_factor", "session", "view_on_site"}


def names_in_urlconf() -> set[str]:
    """The names of all public patterns, with their namespaces: "events:event"."""
    return set(_names(get_resolver().url_patterns, ""))


def _names(patterns, namespace: str, only_pages: bool = False):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace != "admin":
                inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
                still = only_pages and not isinstance(pattern.pattern, LanguagePrefix)
                yield from _names(pattern.url_patterns, inner, still)
        elif isinstance(pattern, URLPattern) and pattern.name not in NOT_WALKED and not only_pages:
            yield f"{namespace}{pattern.name}"


def pages_in_urlconf() -> set[str]:
    """Those of them that are there in each language of the interface."""
    return set(_names(get_resolver().url_patterns, "", only_pages=True))


def in_russian(walked: dict[str, list[str]]) -> dict[str, list[str]]:
    """The twins of a few addresses of each page: the first and the last of what is walked."""
    return {
        name: [in_language(path, "ru") for path in {*walked[name][:1], *walked[name][-2:]}]
        for name in pages_in_urlconf()
    }


def addresses(archive, *asked: str) -> dict[str, list[str]]:
    """For each name in the URLconf, addresses of all records and of lists narrowed every way.

    ``archive`` has a public record of each kind by its name; ``asked`` is searched for beside what is searched for
    everywhere.
    """
    events, opinions = list(Event.objects.all()), list(Opinion.objects.all())
    speaker = archive["speaker"].get_absolute_url()
    topic, person = archive["topic"].slug, archive["speaker"].slug
    searches = [f"q={query}" for query in ("Anna", "trade", "open", "is over", "Sanctions", "-trade", *asked)]
    searches += [f"speaker={person}", f"topic={topic}", "from=1987&to=1987", "language=en"]
    lists = ["", f"?topic={topic}", "?speaker=Anna", "?kind=expert-discussion", "?place=Geneva"]
    files = [f"?format={ending}" for ending in ("csv", "json", "ris")]
    lists += files
    cited = ("cite.bib", "cite.ris", "cite.json")
    api = "/api/v1"
    numbers = {
        name: [one.pk for one in model.objects.all()]
        for name, model in {
            "events": Event,
            "statements": Statement,
            "opinions": Opinion,
            "speakers": Speaker,
            "topics": Topic,
            "series": Series,
        }.items()
    }
    each = {name: [f"{api}/{name}/{pk}/" for pk in pks] for name, pks in numbers.items()}
    return {
        "api_docs": [f"{api}/docs/"],
        "data": ["/data/"],
        "verify": ["/verify/"],
        "data_file": ["/data/events.jsonl", "/data/SHA256SUMS"],
        "api:openapi-json": [f"{api}/openapi.json"],
        "api:api-root": [f"{api}/"],
        "api:index": [f"{api}/"],
        "api:events": [
            f"{api}/events/",
            f"{api}/events/?speaker={person}",
            f"{api}/events/?topic={topic}",
        ],
        "api:event": each["events"],
        "api:statements": [f"{api}/statements/", f"{api}/statements/?speaker={person}"],
        "api:statement": each["statements"],
        "api:opinions": [f"{api}/opinions/", f"{api}/opinions/?speaker={person}"],
        "api:opinion": each["opinions"],
        "api:speakers": [f"{api}/speakers/", f"{api}/speakers/?q=Zqx"],
        "api:speaker": each["speakers"],
        "api:topics": [f"{api}/topics/"],
        "api:topic": each["topics"],
        "api:series": [f"{api}/series/"],
        "api:one_series": each["series"],
        "api:corrections": [f"{api}/corrections/"],
        "api:withdrawn": [f"{api}/withdrawn/"],
        "api:search": [f"{api}/search/?{query}" for query in searches],
        "events:cite_event": [f"{event.get_absolute_url()}{name}" for event in events for name in cited],
        "events:cite_statement": [
            f"{statement.get_absolute_url()}{name}" for statement in Statement.objects.all() for name in cited
        ],
        "opinions:cite": [f"{opinion.get_absolute_url()}{name}" for opinion in opinions for name in cited],
        "people:cite": [
            f"{person.get_absolute_url()}{name}" for person in Speaker.objects.all() for name in cited
        ],
        "public:home": ["/"],
        "public:about": ["/about/"],
        "events:own_word": ["/own-word/", "/own-word/?key=Zqx"],
        "following:by_mail": [f"/follow/by-mail/?speaker={person}", f"/follow/by-mail/?topic={topic}"],
        "following:confirm": ["/follow/by-mail/confirm/?key=Zqx"],
        "following:end": ["/follow/by-mail/end/?key=Zqx"],
        "public:compare": [
            *(f"/compare/?speaker={person}&speaker={other.slug}" for other in Speaker.objects.published()),
            f"/compare/?speaker=Zqx&speaker={person}",
        ],
        "public:card": [
            f"/cards/{kind}/{one.pk}/x.png"
            for kind, model in (("event", Event), ("speaker", Speaker), ("statement", Statement))
            for one in model.objects.all()
        ],
        "public:embed": [f"/embed/statements/{one.pk}/" for one in Statement.objects.all()],
        "public:oembed": [
            f"/oembed/?url=http://testserver/statements/{one.pk}/" for one in Statement.objects.all()
        ],
        "public:follow": ["/follow/"],
        "public:statement_feed": ["/feed/statements/"],
        "public:series_feed": [f"/feed/series/{one.slug}/" for one in Series.objects.all()],
        "events:calendar_of_all": [
            f"/events/calendar.ics{query}" for query in lists if "format" not in query
        ],
        "public:corrections": ["/corrections/"],
        "public:version": [
            f"/versions/{model._meta.model_name}/{one.pk}/{timezone.localdate()}/"
            for model in (Event, Statement, Opinion)
            for one in model.objects.all()
        ],
        "public:sitemap": ["/sitemap.xml"],
        "public:sitemap_part": [
            f"/sitemap/{kind}/0.xml"
            for kind in ("lists", "events", "opinions", "speakers", "topics", "statements", "pages")
        ],
        "public:feed": ["/feed/"],
        "public:event_feed": ["/feed/events/"],
        "public:opinion_feed": ["/feed/opinions/"],
        "public:correction_feed": ["/feed/corrections/"],
        "public:media": [f"/media/{item.cover}" for item in events],
        "public:robots": ["/robots.txt"],
        "public:colours": ["/house.css"],
        "house:page": [page.get_absolute_url() for page in Page.objects.all()],
        "public:favicon": ["/favicon.ico"],
        "events:events": [f"/events/{query}" for query in lists],
        "events:year": ["/events/2019/", "/events/1987/", f"/events/2019/?topic={topic}"],
        "events:event": [event.get_absolute_url() for event in events],
        "events:undated": [f"/events/undated/{event.slug}/" for event in events],
        "events:calendar": [f"{event.get_absolute_url()}event.ics" for event in events],
        "events:statement": [statement.get_absolute_url() for statement in Statement.objects.all()],
        "events:report_statement": [
            f"{statement.get_absolute_url()}report/" for statement in Statement.objects.all()
        ],
        "events:topics": ["/topics/", *[f"/topics/{file}" for file in files]],
        "events:topic": [
            f"{one.get_absolute_url()}{file}" for one in Topic.objects.all() for file in ("", *files)
        ],
        "people:speakers": ["/speakers/", "/speakers/?q=Anna", "/speakers/?letter=Z", "/speakers/?letter=B"]
        + [f"/speakers/{file}" for file in files],
        "people:speaker": [
            *[person.get_absolute_url() for person in Speaker.objects.all()],
            f"{speaker}?by=topic",
            f"{speaker}?topic={topic}",
            *[f"{speaker}{file}" for file in files],
        ],
        "opinions:opinions": ["/opinions/", *[f"/opinions/{file}" for file in files]],
        "opinions:opinion": [opinion.get_absolute_url() for opinion in opinions],
        "search:search": [
            *[f"/search/?{query}" for query in searches],
            *[f"/search/?q=open&{file[1:]}" for file in files],
            *[f"/search/?q=open&kind={kind}&who=" for kind in ("statement", "event", "opinion", "topic")],
            "/search/?q=zqxdrafttitle",  # one slip from what is hidden
        ],
        "search:suggest": [
            f"/search/suggest/?q={query}" for query in ("an", "zqx", "op", "Sanctions", *asked)
        ],
        "search:feed": [f"/search/feed/?{query}" for query in searches],
        "search:speaker_feed": [f"{person.get_absolute_url()}feed/" for person in Speaker.objects.all()],
        "search:topic_feed": [f"{one.get_absolute_url()}feed/" for one in Topic.objects.all()],
    }


def body_of(response) -> str:
    return b"".join(response).decode(errors="replace")

"""What robots.txt says: to all of them, and to those that read in order to train models."""

from collections.abc import Iterator

from django.conf import settings

from house.models import House
from publishing.interface import in_language, prefix

#: The names by which crawlers that feed models ask robots.txt; Google's and Apple's leave their searches alone.
THAT_TRAIN = [
    "AI2Bot",
    "Amazonbot",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "cohere-training-data-crawler",
    "Diffbot",
    "FacebookBot",
    "Google-Extended",
    "GPTBot",
    "meta-externalagent",
    "omgili",
]
#: What no search engine need read: the desk, and lists without end.
NOT_TO_BE_READ = ["/admin/", "/search/"]
#: What has no head in which a page could ask not to be listed.
FILES = ["/api/", "/data/", "/feed/", "/media/", "/sitemap"]
#: What of these is there in each language of the interface.
IN_EACH_LANGUAGE = {"/search/", "/feed/"}


def robots_txt(house: House, sitemap: str) -> str:
    """The file; ``sitemap`` is the address of the site map, which is told where the archive is to be found."""
    return "\n".join(_lines(house, sitemap)) + "\n"


def _lines(house: House, sitemap: str) -> Iterator[str]:
    if house.trains_no_models:
        yield from (f"User-agent: {name}" for name in THAT_TRAIN)
        yield from ("Disallow: /", "")
    yield "User-agent: *"
    # Pages say themselves that they are not to be listed, and must be read for that.
    closed = NOT_TO_BE_READ + (FILES if house.is_not_listed else [])
    for path in closed:
        yield f"Disallow: {path}"
        if path in IN_EACH_LANGUAGE:
            others = (in_language(path, code) for code in settings.INTERFACE_LANGUAGES if prefix(code))
            yield from (f"Disallow: {other}" for other in others)
    if not house.is_not_listed:
        yield f"Sitemap: {sitemap}"

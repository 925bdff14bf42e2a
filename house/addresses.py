"""Which addresses are the archive's own: no page of the house may stand there."""

from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from publishing.interface import LanguagePrefix

#: The page that the archive fills up itself: its address is the house's.
ABOUT = "about"
#: Answered by a middleware, before addresses are looked at (config/health.py).
ELSEWHERE = {"healthz", "readyz"}


def is_the_archives(slug: str) -> bool:
    """Whether "/slug/", or something below it, is an address of the archive; capitals are no other address."""
    return slug.lower() in _own() - {ABOUT}


@cache
def _own() -> frozenset[str]:
    folders = (urlsplit(address).path for address in (settings.STATIC_URL, settings.MEDIA_URL))
    own = {
        *_beginnings(get_resolver().url_patterns),
        *(path.strip("/").partition("/")[0] for path in folders),
        *settings.INTERFACE_LANGUAGES,
    }
    return frozenset(own | ELSEWHERE)


def _beginnings(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    """The first part of each address, where that is fixed."""
    for pattern in patterns:
        pages = isinstance(pattern.pattern, LanguagePrefix)
        first = "" if pages else str(pattern.pattern).partition("/")[0]
        if first and "<" not in first:
            yield first
        elif isinstance(pattern, URLResolver) and not first:
            yield from _beginnings(pattern.url_patterns)

"""Pages kept for readers: made once an edition and process, answered without making them again.

Only what is asked for without a cookie is kept or answered from here, so that no editor meets a reader's page and no
reader an editor's. A kept page is never stale: its key holds the edition of the archive and the release of the code.
"""

import gzip
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import suppress
from copy import copy
from functools import cache as once
from hashlib import blake2b, sha256
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.core.cache import DEFAULT_CACHE_ALIAS, cache, caches
from django.core.cache.backends.dummy import DummyCache
from django.core.exceptions import DisallowedHost, MiddlewareNotUsed
from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import ResponseHeaders
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from house.speaking import as_it_says
from publishing import editions

#: What pages and their headers show of the settings: name, institution and licence as long as nobody has saved them
#: on the desk.
SETTINGS_SHOWN = (
    "SITE_NAME",
    "SITE_URL",
    "LANGUAGE_CODE",
    "INTERFACE_LANGUAGES",
    "TIME_ZONE",
    "INSTITUTION_NAME",
    "LICENCE_URL",
    "LICENCE_NAME",
    "SECURE_CSP",
)
#: Beyond its edition nobody asks for a page; this lets a shared cache forget it.
SECONDS_KEPT = 24 * 60 * 60
#: Asks again each time, and is told whether the page is still that.
ASK_AGAIN = "no-cache"
#: A higher one takes three times as long for a tenth less.
LEVEL = 4
#: Who sends one of these is answered by the page itself: it may be another for them.
ONES_OWN = ("HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_HX_REQUEST", "HTTP_RANGE")
#: What is read of a request: by these names, for all its headers are made ready where one is asked for by another.
KNOWN, CODINGS = "HTTP_IF_NONE_MATCH", "HTTP_ACCEPT_ENCODING"


class Page(NamedTuple):
    """A page as it is kept: compressed."""

    headers: Mapping[str, str]
    compressed: bytes


class Answer(NamedTuple):
    """An answer from what is kept, whole with its headers: each that is set anew takes as long as to find it."""

    headers: ResponseHeaders
    compressed: bytes


class PageCache:
    """The outermost middleware: a page that is kept costs one small question to the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        if isinstance(caches[DEFAULT_CACHE_ALIAS], DummyCache):
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.release = release()
        # Files have their own headers; a search is counted each time it is asked.
        searches = reverse("search:search")
        self.not_kept = (
            settings.STATIC_URL,
            settings.MEDIA_URL,
            reverse("admin:index"),
            searches,
            *(f"/{code}{searches}" for code in settings.INTERFACE_LANGUAGES),
        )
        self.making: dict[str, Future[Answer | None]] = {}
        self.lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = self.is_page(request) and address_of(request)
        if not asked:
            return self.get_response(request)
        try:
            edition = todays_edition()
        except DatabaseError:
            request.has_no_database = True  # type: ignore[attr-defined]  # the page says so to the reader
            return self.get_response(request)
        stamp = f"{self.release}-{edition.edition}-{edition.until.timestamp():.0f}"
        if stamp in known_stamps(request):
            return as_kept(HttpResponseNotModified(), stamp)
        # Short, for Django looks at each letter of it.
        key = blake2b(f"page {stamp} {asked}".encode(), digest_size=16).hexdigest()
        kept = found(key)
        return answer(request, kept) if kept else self.make(request, key, stamp)

    def is_page(self, request: HttpRequest) -> bool:
        return may_be_kept(request) and not request.path_info.startswith(self.not_kept)

    def make(self, request: HttpRequest, key: str, stamp: str) -> HttpResponse:
        """Make the page, or wait for whoever is making it in this process."""
        with self.lock:
            others = self.making.get(key)
            mine: Future[Answer | None] = Future()
            if others is None:
                self.making[key] = mine
        if others is not None:
            kept = others.result()
            return answer(request, one_more(kept)) if kept else self.get_response(request)
        kept = None
        try:
            kept = found(key)  # it was kept while this request came here
            if kept:
                return answer(request, one_more(kept))
            response = self.get_response(plainly(request))
            kept = kept_form(response, stamp)
            if kept is None:
                return response
            keep(key, kept)
            return answer(request, one_more(kept))
        finally:
            with self.lock:
                del self.making[key]
            mine.set_result(kept)


def todays_edition() -> editions.Now:
    """By the clock of the house, which is asked only where this edition is new to the process."""
    latest = editions.latest()
    editions.tell_the_request(latest)
    if known := editions.known(latest):
        return known
    with as_it_says():
        return editions.now(latest)


def may_be_kept(request: HttpRequest) -> bool:
    """Whether its answer is the same for everybody."""
    return request.method in ("GET", "HEAD") and not any(request.META.get(header) for header in ONES_OWN)


def address_of(request: HttpRequest) -> str:
    """What was asked for, as one text; blank where the host is none of ours."""
    try:
        query = request.META.get("QUERY_STRING", "")
        return f"{request.scheme}://{request.get_host()}{request.path_info}?{query}"
    except DisallowedHost:
        return ""


def known_stamps(request: HttpRequest) -> list[str]:
    """The stamps of what the reader's browser has; a proxy may have weakened or strengthened them."""
    return [tag.removeprefix("W/").strip('"') for tag in parse_etags(request.META.get(KNOWN, ""))]


def found(key: str) -> Answer | None:
    """What is kept; none also where the cache does not answer: a page is then made as if it were new."""
    with suppress(Exception):
        return cache.get(key)
    return None


def keep(key: str, kept: Answer) -> None:
    with suppress(Exception):
        cache.set(key, kept, SECONDS_KEPT)


def kept_form(response: HttpResponse, stamp: str) -> Answer | None:
    """``response`` as it is kept; None for what is one reader's, or no page."""
    if not is_for_everybody(response):
        return None
    compressed = getattr(response, "compressed", None)  # of a page that was made before (public.made_pages)
    compressed = compressed or gzip.compress(response.content, LEVEL, mtime=0)
    whole = HttpResponse(compressed, headers=dict(response.items()))
    whole["Content-Encoding"] = "gzip"
    whole["Content-Length"] = str(len(compressed))
    return Answer(as_kept(whole, stamp).headers, compressed)


def is_for_everybody(response: HttpResponse) -> bool:
    """Whether it is a page, whole, and nothing in it is one reader's."""
    return not (
        response.status_code != HTTPStatus.OK
        or response.streaming
        or response.cookies
        or "Cache-Control" in response
        or "Content-Encoding" in response
        or "nonce-" in response.get("Content-Security-Policy", "")
    )


def one_more(kept: Answer) -> Answer:
    """The same for one of several readers: whatever follows writes into the headers of an answer."""
    return kept._replace(headers=ResponseHeaders(kept.headers))


def answer(request: HttpRequest, kept: Answer) -> HttpResponse:
    """``kept`` for the one reader whose it is from here on."""
    if takes_gzip(request):
        response = HttpResponse(kept.compressed)
        response.headers = kept.headers
        return response
    response = HttpResponse(gzip.decompress(kept.compressed))
    response.headers = kept.headers
    del response["Content-Encoding"]
    response["Content-Length"] = str(len(response.content))
    return response


def as_kept(response: HttpResponse, stamp: str) -> HttpResponse:
    response["ETag"] = f'W/"{stamp}"'
    response["Cache-Control"] = ASK_AGAIN
    patch_vary_headers(response, ["Accept-Encoding", "Cookie"])
    return response


def plainly(request: HttpRequest) -> HttpRequest:
    """The request of somebody who wants the page, and nothing compressed: what is kept is compressed here, once.

    Whoever asks for the head alone makes the page for those who wait for it (config.bodies leaves the body out).
    """
    plain = copy(request)
    plain.method = "GET"
    plain.META = {name: value for name, value in request.META.items() if name != CODINGS}
    plain.__dict__.pop("headers", None)  # as they were read from the request by whoever asked for one
    return plain


def takes_gzip(request: HttpRequest) -> bool:
    for coding in request.META.get(CODINGS, "").lower().split(","):
        name, _, quality = coding.partition(";")
        if name.strip() == "gzip":
            return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


@once
def release() -> str:
    """What makes pages beside records: the code, its templates, and the settings that they show.

    The same on every machine that has the same; another after an upgrade, so that no page of before it is shown.
    """
    told = sha256()
    for file in sorted(sources()):
        told.update(file.read_bytes())
    for name in SETTINGS_SHOWN:
        told.update(repr(getattr(settings, name)).encode())
    return told.hexdigest()[:12]


def sources() -> Iterator[Path]:
    own = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]
    for folder in own:
        yield from folder.rglob("*.py")
    yield from (settings.BASE_DIR / "templates").rglob("*.html")
    yield from (settings.BASE_DIR / "locale").rglob("*.mo")
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.exists():
        yield manifest

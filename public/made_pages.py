"""Pages of records that are made once, and anew when something that they show has changed.

A page is kept with what it shows (``shows``): the record that it is about, and the others of which it tells something.
A unit of work writes down of each record since which edition it is as it is (``public.last_changes``); a page of an
older edition is not shown any more. So a reader who makes a page while an editor changes it keeps nothing wrong: what
was read before the change was stored is of an edition before it.

Beside the page cache (``public.page_cache``), whose pages are all old as soon as anything changes anywhere, these
outlive whatever they do not show, and are there for each process and machine. They are made through the gate, for
readers alone, and hold until the next moment at which something appears or ends.
"""

import gzip
import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, get_urlconf, resolve
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.timezone import localdate
from django.utils.translation import get_language

from public import day_of_reading
from public.last_changes import EVERY_PAGE
from public.models import LastChange, MadePage
from public.page_cache import LEVEL, Page, address_of, is_for_everybody, may_be_kept, release, takes_gzip
from publishing import editions
from publishing.changes import unit_is_open
from publishing.in_passing import in_passing
from search.backends import backend

#: The edition of today; with the page, if there is one of which nothing has changed since it was made.
FOUND = f"""
    SELECT ({editions.LATEST}), page.headers, page.compressed, page.day
    FROM (SELECT 1) AS one LEFT JOIN {MadePage._meta.db_table} AS page
    ON page.address = %s AND page.release = %s AND page.until > %s AND NOT EXISTS (
        SELECT 1 FROM {LastChange._meta.db_table} AS changed
        WHERE {{is_shown}} AND changed.edition > page.edition
    )
"""
#: Letters of a path; no record has a longer one, and whatever is asked for is remembered (``is_made_once``).
LONGEST = 300
#: What a page is written down as, in place of the one that was at its address.
COLUMNS = [field for field in MadePage._meta.concrete_fields if not field.primary_key]
KEPT = f"""
    INSERT INTO {MadePage._meta.db_table} ({", ".join(str(field.column) for field in COLUMNS)})
    VALUES ({", ".join(["%s"] * len(COLUMNS))})
    ON CONFLICT (address) DO UPDATE
    SET {", ".join(f"{field.column} = excluded.{field.column}" for field in COLUMNS if field.name != "address")}
"""


def made_once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view whose answers are kept where they say what they show; see ``shows``."""
    view.is_made_once = True  # type: ignore[attr-defined]
    return view


def found_or_made(get_response):
    """A middleware: a page that was made and would be the same today is answered at once, with the headers that it got.

    Everything that makes a page, and whatever asks who is there, stands behind it; what depends on how it is asked for
    (over TLS, compressed) before it.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if not may_have_been_made(request):
            return get_response(request)
        address = f"{get_language()} {request.path_info}"
        try:
            page, latest = page_at(address)
            if page:
                return answer(request, page)
            edition = editions.now(latest)
        except DatabaseError:
            return get_response(request)  # whose view says so to the reader
        response = get_response(request)
        if request.method == "GET" and hasattr(response, "shows") and is_for_everybody(response):
            in_passing(lambda: keep(address, response, edition))
        return response

    return middleware


def may_have_been_made(request: HttpRequest) -> bool:
    return (
        not request.META.get("QUERY_STRING")
        and len(request.path_info) <= LONGEST
        and may_be_kept(request)
        and is_made_once(request.path_info, get_language(), get_urlconf())
        and not unit_is_open()
        and bool(address_of(request))
    )


@lru_cache(maxsize=5_000)
def is_made_once(path: str, _language: str, addresses: str | None) -> bool:
    """Whether the view at ``path`` is ``made_once``: Django finds it by trying one route after the other."""
    try:
        return hasattr(resolve(path, addresses).func, "is_made_once")
    except Resolver404:
        return False


def shows[Response: HttpResponse](
    response: Response, about: str, *others: Iterable[str], only_today: bool = False
) -> Response:
    """Say that ``response`` is the page of ``about``, and of which ``others`` it tells something: by their names.

    ``only_today`` is what says something else tomorrow, but for the day in a citation, which is told anew.
    """
    response.only_today = only_today  # type: ignore[attr-defined]
    response.shows = [about, *sorted(set().union(*others))]  # type: ignore[attr-defined]
    return response


def page_at(address: str) -> tuple[Page | None, int]:
    """The page that was made for ``address``, if it would be the same today; and which edition is today's.

    In SQL, for to put the question together by Django's models takes twice as long as all the rest.
    """
    is_shown = backend().IS_ONE_OF.format("changed.record", "page.shows")
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(FOUND.format(is_shown=is_shown), [address, release(), now])
        latest, headers, compressed, day = cursor.fetchone()
    page = None if headers is None else Page(json.loads(headers), bytes(compressed))
    if page and day and str(day) != localdate().isoformat():
        page = of_today(address, page, day)
    return page, latest


def of_today(address: str, page: Page, day: date | str) -> Page:
    """A page of an earlier ``day`` as it is today, and kept so."""
    told = day_of_reading.told_today(gzip.decompress(page.compressed).decode())
    page = page._replace(compressed=packed(told.encode()))
    kept = MadePage.objects.filter(address=address, day=day)
    in_passing(lambda: kept.update(day=localdate(), compressed=page.compressed))
    return page


def packed(text: bytes) -> bytes:
    return gzip.compress(text, LEVEL, mtime=0)


def keep(address: str, response: HttpResponse, edition: editions.Now) -> None:
    if timezone.now() >= edition.until:
        return  # it was begun on another day
    patch_vary_headers(response, ["Accept-Encoding"])
    shown = response.shows  # type: ignore[attr-defined]
    only_today = response.only_today  # type: ignore[attr-defined]
    page = MadePage(
        address=address,
        about=shown[0],
        shows=",".join([*shown, EVERY_PAGE]),
        release=release(),
        edition=edition.edition,
        until=edition.until if only_today else edition.appears,
        day=localdate() if day_of_reading.is_told_by(response.text) else None,
        headers=dict(response.items()),
        compressed=packed(response.content),
    )
    values = [field.get_db_prep_save(field.pre_save(page, True), connection) for field in COLUMNS]
    with connection.cursor() as cursor:
        cursor.execute(KEPT, values)


def answer(request: HttpRequest, page: Page) -> HttpResponse:
    """Compressed as it is kept, for whoever reads that."""
    if takes_gzip(request):
        response = HttpResponse(page.compressed, headers=page.headers)
        response["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(gzip.decompress(page.compressed), headers=page.headers)
        response.compressed = page.compressed  # type: ignore[attr-defined]  # for the page cache
    response["Content-Length"] = str(len(response.content))
    return response

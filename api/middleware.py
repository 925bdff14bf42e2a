"""What every answer under /api/ has: leave for pages of other hosts to read it, an ETag, and problems for errors."""

from functools import cache

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.cache import get_conditional_response

from api.problems import CONTENT_TYPE, problem
from public.page_cache import release
from publishing import editions

PREFIX = "/api/"
#: Nothing here is anybody's own, so every page may read it (CORS).
FOR_EVERYBODY = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After",
}
ON_ASKING = {
    "Allow": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, Accept, Accept-Language, Content-Type",
    "Access-Control-Max-Age": "86400",
}
READING = ("GET", "HEAD")
#: What of an error of the site's is told along with the problem.
KEPT = ("Allow", "Retry-After")


#: Reads all our code: once a process, and not before it is asked for.
printed = cache(release)


def for_programs(get_response):
    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX):
            return get_response(request)
        if request.method == "OPTIONS":
            response = HttpResponse(status=204, headers=ON_ASKING)
        elif request.method not in READING:
            response = as_problem(HttpResponseNotAllowed([*READING, "OPTIONS"]))
        else:
            response = with_etag(request, as_problem(_answered(request, get_response)))
        for name, value in FOR_EVERYBODY.items():
            response[name] = value
        return response

    return middleware


def _answered(request: HttpRequest, get_response) -> HttpResponse:
    """A HEAD is asked as a GET: the server leaves the body out."""
    asked = request.method
    if asked == "HEAD":
        request.method = "GET"
    try:
        return get_response(request)
    finally:
        request.method = asked


def as_problem(response: HttpResponse) -> HttpResponse:
    """An error that the site tells in a page, as a problem."""
    if response.status_code < 400 or response.get("Content-Type", "").startswith(CONTENT_TYPE):
        return response
    told = problem(response.status_code)
    for name in KEPT:
        if name in response:
            told[name] = response[name]
    return told


def with_etag(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """By the edition of the archive, where no cache of pages has done so (it does not, for who sends a cookie)."""
    if response.status_code != 200 or "ETag" in response:
        return response
    now = editions.now(editions.of_request())
    response["ETag"] = f'W/"{printed()}-{now.edition}-{now.until.timestamp():.0f}"'
    return get_conditional_response(request, etag=response["ETag"], response=response) or response

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import has_vary_header

#: What gains by it: a picture is compressed already.
TEXTS = ("text/", "application/json", "application/xml", "application/atom+xml", "application/ld+json")


def compressed(get_response):
    """Compress pages, feeds and data that are the same for everybody.

    Whoever can make a browser ask for a page and watch the length of the answer can guess a secret in it, if it is
    compressed beside something that was asked (BREACH). So nothing is compressed that varies by cookie, sets one or
    is asked with the session's: the desk, its log-in, and an editor's view of a draft.
    """
    gzip = GZipMiddleware(get_response)

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        return gzip.process_response(request, response) if for_everybody(request, response) else response

    return middleware


def for_everybody(request: HttpRequest, response: HttpResponseBase) -> bool:
    personal = (
        settings.SESSION_COOKIE_NAME in request.COOKIES
        or response.cookies
        or has_vary_header(response, "Cookie")
    )
    return not personal and response.get("Content-Type", "").startswith(TEXTS)

from django.http import HttpResponsePermanentRedirect

from publishing.interface import without_language
from publishing.models import OldAddress
from publishing.questions import StandingQuestion, given_text

#: Who once had a path, if anybody.
HAD = StandingQuestion(
    lambda: OldAddress.objects.select_related("content_type").filter(path=given_text("path")).order_by()
)


class Moved(HttpResponsePermanentRedirect):
    """To where a record is now: for good as far as anybody knows, and asked again each time.

    A browser that kept it would go round in circles once the record has its former address again.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self["Cache-Control"] = "no-cache"


def old_addresses(get_response):
    """Turn a 404 at an address that a record once had into a redirect to where it is now.

    Only after the ordinary views have found nothing, so that a live page always wins and costs no query.
    """

    def middleware(request):
        response = get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD") or "\0" in request.path:
            return response
        moved = next(iter(HAD.ask(path=without_language(request.path_info))), None)
        destination = moved.destination() if moved else None
        if destination is None:
            return response
        query = request.META.get("QUERY_STRING", "")
        return Moved(f"{destination}?{query}" if query else destination)

    return middleware

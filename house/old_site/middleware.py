from django.urls import is_valid_path

from house.old_site import missing
from house.old_site.addresses import LONGEST, form_asked, is_elsewhere
from house.old_site.answering import is_shown
from house.old_site.models import Redirect
from publishing.interface import own, spoken
from publishing.middleware import Moved
from publishing.questions import StandingQuestion, given_text

#: The redirect from an address, if there is one.
FROM = StandingQuestion(lambda: Redirect.objects.filter(address=given_text("address")).order_by())


def redirects(get_response):
    """Turn a 404 at an address of the old site into a redirect, or count it.

    Only after the archive has found nothing, nor an old address of a record, so that a live page always wins and
    costs no query. What leads to a draft is a 404 as any other: its address may say what nobody is to know yet.
    """

    def middleware(request):
        response = get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        address = form_asked(request)
        if len(address) > LONGEST:
            return response
        redirect = next(iter(FROM.ask(address=address)), None)
        if redirect is None:
            if page := without_own_language(request.path_info):
                query = request.META.get("QUERY_STRING", "")
                return Moved(f"{page}?{query}" if query else page)
            count(request, address)
        elif is_elsewhere(redirect.target) or is_shown(redirect.target):
            return Moved(redirect.target)
        return response

    return middleware


def without_own_language(path: str) -> str:
    """ "/en/events/" → "/events/" where English has no prefix: it had one while the archive's own language was another.

    Blank for what is no address of the archive's.
    """
    language, _, rest = path.lstrip("/").partition("/")
    page = f"/{rest.lstrip('/')}"
    return page if language == spoken(own()) and is_valid_path(page) else ""


def count(request, address: str) -> None:
    """But not what is asked for once more, with a slash (CommonMiddleware)."""
    if request.path_info.endswith("/") or not is_valid_path(f"{request.path_info}/"):
        missing.remember(address)

"""The citation of one record as a file, at an address of its own beside that of its page."""

from collections.abc import Callable
from functools import wraps

from django.db.models import QuerySet
from django.http import Http404, HttpResponse

from events.models import Event
from opinions.models import Opinion
from people.models import Speaker
from public.citing.files import FILES
from public.citing.reference import (
    Reference,
    refer_to_event,
    refer_to_opinion,
    refer_to_speaker,
    refer_to_statement,
)
from public.event_page import participants
from public.pages import Gone, find_public, find_speaker, public_page
from public.speakers import with_record
from public.views.statement import find_statement
from publishing.middleware import Moved
from publishing.models import OldAddress


def citation_file(find: Callable[..., Reference]):
    """A view that writes the reference which ``find`` finds, in the format of the address's ending.

    Of what has moved it leads to the file of today; of a withdrawn statement it is the citation of the notice.
    """

    @public_page
    @wraps(find)
    def view(request, ending, **lookup):
        try:
            reference = find(request, **lookup)
        except Gone as gone:
            if "cited" not in gone.page:
                raise
            reference = gone.page["cited"]
        except Http404:
            return _moved(request, ending)
        write, content_type = FILES[ending]
        response = HttpResponse(write(reference), content_type=f"{content_type}; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{reference.name}.{ending}"'
        return response

    return view


def _moved(request, ending: str) -> Moved:
    """To the file at today's address of the page. Raises Http404 where that page never was."""
    page = request.path_info.removesuffix(f"cite.{ending}")
    old = OldAddress.objects.select_related("content_type").filter(path=page).first()
    address = old.destination() if old else None
    if address is None:
        raise Http404
    return Moved(f"{address}cite.{ending}")


def undated() -> QuerySet:
    return Event.objects.for_page().filter(date__isnull=True)


@citation_file
def event(request, slug, year=None):
    day = {"date__year": year} if year else {}
    item = find_public(request, Event.objects.for_page if year else undated, slug=slug, **day)
    return refer_to_event(item, participants(item))


@citation_file
def statement(request, pk):
    return refer_to_statement(find_statement(request, pk))


@citation_file
def opinion(request, slug):
    return refer_to_opinion(find_public(request, Opinion.objects.for_page, slug=slug))


def with_numbers() -> QuerySet:
    return with_record(Speaker.objects.all())


@citation_file
def speaker(request, slug):
    item = find_speaker(request, with_numbers, slug)
    return refer_to_speaker(item, item.position_count)

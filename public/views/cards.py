"""The picture that a shared link shows. It is drawn when it is asked for, and kept by the print in its name."""

from collections.abc import Callable

from django.core.cache import cache
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect

from events.models import Event
from opinions.models import Opinion
from people.models import Speaker
from public.cards import (
    Card,
    card_of_event,
    card_of_house,
    card_of_opinion,
    card_of_speaker,
    card_of_statement,
)
from public.drawing import picture_of
from public.event_page import participants
from public.pages import find_public, public_page
from public.speaker_page import counts_of, topic_counts, years_of
from public.speakers import with_record
from public.views.statement import find_statement
from search.counting import Counts

FOR_GOOD = "public, max-age=31536000, immutable"
SECONDS_KEPT = 7 * 24 * 60 * 60


def event_card(request, pk: int) -> Card:
    item = find_public(request, Event.objects.for_page, pk=pk)
    return card_of_event(item, participants(item), item.statements.standing().count())


def with_all_names() -> QuerySet:
    return with_record(Speaker.objects.for_page())


def speaker_card(request, pk: int) -> Card:
    counts = Counts()
    item = find_public(request, with_all_names, pk=pk)
    rows = counts_of(item, counts)
    topics = topic_counts(rows)
    years = [one.year for one in years_of(rows, [])]
    return card_of_speaker(item, topics, [*years[:1], *years[-1:]])


def opinion_card(request, pk: int) -> Card:
    return card_of_opinion(find_public(request, Opinion.objects.for_page, pk=pk))


def statement_card(request, pk: int) -> Card:
    return card_of_statement(find_statement(request, pk))


def house_card(request, pk: int) -> Card:
    if pk != 1:
        raise Http404
    return card_of_house()


CARDS: dict[str, Callable[..., Card]] = {
    "event": event_card,
    "speaker": speaker_card,
    "opinion": opinion_card,
    "statement": statement_card,
    "house": house_card,
}


@public_page
def card(request, kind, pk, print):
    """The card as it is now: an address of before leads to it, and one that never was draws nothing."""
    if kind not in CARDS:
        raise Http404
    now = CARDS[kind](request, pk)
    if print != now.print:
        return HttpResponseRedirect(now.address, headers={"Cache-Control": "no-cache"})
    name = f"card-{now.print}"
    picture = cache.get(name)
    if picture is None:
        picture = picture_of(now)
        cache.set(name, picture, SECONDS_KEPT)
    return HttpResponse(picture, content_type="image/png", headers={"Cache-Control": FOR_GOOD})

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import render

from events.dates import date_in_words
from events.happening import what_became_of
from events.models import Event, Series, Statement, Topic
from events.models.event import EventQuerySet
from events.models.statement import WHO
from events.withdrawing import public_text
from opinions.models import Opinion, Teaser
from people.models import Speaker
from public.calendar import calendar_file, cancelled_file, has_calendar
from public.cards import card_of_event
from public.citing.files import with_links
from public.citing.reference import refer_to_event
from public.citing.sentences import where_and_when
from public.counterparts import counterparts_of
from public.event_page import (
    FULL_STRIP,
    comparisons,
    files_heading,
    participants,
    related_events,
    voices,
)
from public.languages import foreign
from public.last_changes import name_of, names_of
from public.made_pages import made_once, shows
from public.meta import PageMeta
from public.pages import Gone, find_public, public_page
from public.report import marked_report
from public.structured import event_data
from publishing.interface import language
from publishing.models import bring_public_corrections
from publishing.questions import StandingQuestion, given_key

SAID = StandingQuestion(
    lambda: Statement.objects.filter(event=given_key("event")).select_related(*WHO, "own_word")
)
TEASED = StandingQuestion(lambda: Teaser.objects.published().filter(event=given_key("event")).for_report())


@public_page
@made_once
def event(request, year, slug):
    return _event_page(request, Event.objects.for_own_page, slug=slug, date__year=year)


@public_page
def undated_event(request, slug):
    """A draft whose date is not known yet: for editors alone, since nothing is published without one."""
    return _event_page(request, undated, slug=slug)


def undated() -> EventQuerySet:
    return Event.objects.for_own_page().filter(date__isnull=True)


def _event_page(request, rows_of: Callable[[], EventQuerySet], **lookup):
    item = find_public(request, rows_of, **lookup)
    appearances = participants(item)
    said = SAID.ask(event=item.pk)
    for statement in said:
        statement.event = item
    item.withdrawn_statements = [statement for statement in said if statement.withdrawn_at]
    statements = [statement for statement in said if not statement.withdrawn_at]
    bring_public_corrections(item, *statements)
    everybody = voices(appearances, statements)
    heard = [voice for voice in everybody if voice.positions]
    text = public_text(item)
    teasers = teasers_of(item)
    cited = refer_to_event(item, appearances)
    counterparts = counterparts_of(item)
    context = {
        "event": item,
        "text": text,
        "became": what_became_of(item),
        "counterparts": counterparts,
        "others_are_in_page_language": bool(foreign(item.language)) and are_in_page_language(),
        "section": "events",
        "strip": [voice for voice in everybody if voice.appearance],
        "heard": heard,
        "comparisons": comparisons(heard),
        "statements": statements,
        "strip_is_full": len(appearances) <= FULL_STRIP,
        "report": marked_report(item, everybody, teasers),
        "has_calendar": has_calendar(item),
        "files_heading": files_heading(item, has_calendar(item)),
        "related": related_events(item, appearances),
        "corrections": item.public_corrections,
        "corrected": [statement for statement in statements if statement.public_corrections],
        "citation": cited.sentence,
        "cited": cited,
        "meta": PageMeta(
            title=f"{text.title}, {date_in_words(item)}" if item.date else text.title,
            path=item.get_absolute_url(),
            description=text.lead or where_and_when(item),
            kind="article",
            card=card_of_event(item, appearances, len(statements)),
            data=event_data(item, appearances, item.public_corrections, counterparts),
            counterparts=counterparts,
        ),
    }
    response = with_links(render(request, "events/event.html", context), cited)
    return shows(response, name_of(item), *told_of_by(item, appearances, teasers))


def are_in_page_language() -> bool:
    """Whether something public is kept in the language in which the page speaks."""
    return Event.objects.published().filter(language=language()).exists()


def told_of_by(item, appearances, teasers):
    """Of whom and what beside the event its page tells something; through them, of related events."""
    signed = [one.speaker_id for teaser in teasers for one in teaser.opinion.authorships.all()]
    yield names_of(Speaker, [*signed, *(appearance.speaker_id for appearance in appearances)])
    yield names_of(Topic, [topic.pk for topic in item.topics.all()])
    yield names_of(Series, [item.series_id] if item.series_id else [])
    yield names_of(Opinion, [teaser.opinion_id for teaser in teasers])
    yield names_of(Event, [other.pk for other in item.public_counterparts])


def teasers_of(item):
    return TEASED.ask(event=item.pk) if item.is_public else list(item.teasers.for_report())


@public_page
def event_calendar(request, year, slug):
    """Of a withdrawn event the file that takes it out of a calendar again, at the address that calendars know."""
    at = {"slug": slug, "date__year": year}
    is_gone = False
    try:
        item = find_public(request, Event.objects.for_page, **at)
    except Gone:
        item, is_gone = Event.objects.withdrawn().get(**at), True
    if not has_calendar(item):
        raise Http404
    file = cancelled_file(item) if is_gone else calendar_file(item)
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{item.slug}.ics"'
    return response

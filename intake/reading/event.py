"""The facts of the event: only what the report states, each with how it was read."""

import re

from .dates import RUSSIAN_MONTHS
from .event_dates import event_dates
from .event_places import event_place
from .event_words import KINDS, RUSSIAN_KINDS, THIS_EVENT_WAS_HELD
from .model import EventFacts, Fact, Span
from .names import UPPER
from .sentences import sentence_spans
from .structure import Layout

OPENING_PARAGRAPHS = 3
_MONTHS = "|".join([*RUSSIAN_MONTHS, "года?", "г", "of", "и", "and"])
#: An opening that is no sentence yet: «Казань. 5 мая 2020 года.»
DATELINE = re.compile(rf"(?:(?:[{UPPER}А-ЯЁ\d][\w’'-]*|(?:{_MONTHS})(?!\w))[,./\s]*){{1,8}}")
CYRILLIC, LATIN = re.compile("[а-яё]", re.I), re.compile("[a-z]", re.I)


def language_of(text: str) -> str:
    """ "ru" where most letters are Cyrillic, otherwise "en"."""
    return "ru" if len(CYRILLIC.findall(text)) > len(LATIN.findall(text)) else "en"


def read_event(text: str, layout: Layout) -> EventFacts:
    """Title, lead, date, place, kind and language; a Fact without a value where the report does not say."""
    title, language = layout.title, language_of(text)
    paragraphs = layout.of("paragraph")
    sentences = _opening_sentences(text, paragraphs[:OPENING_PARAGRAPHS])
    later = _later_sentences(text, paragraphs[OPENING_PARAGRAPHS:])
    first, last = event_dates(text, layout, sentences, later)
    place = event_place(text, layout, sentences, later, language)
    lead = next((p for p in paragraphs if len(text[p.start : p.end].split()) > 5), None)
    return EventFacts(
        title=Fact(
            text[title.start : title.end].strip("#* ")
            if text[title.start : title.end].startswith(("# ", "**"))
            else text[title.start : title.end],
            "first line",
        )
        if title
        else Fact(),
        lead=Fact(text[lead.start : lead.end], "first paragraph") if lead else Fact(),
        date=first,
        end_date=last,
        venue=Fact(place.venue, place.why) if place.venue else Fact(),
        city=Fact(place.city, place.why) if place.city else Fact(),
        country=Fact(place.country, place.why) if place.country else Fact(),
        kind=_kind(text, layout, paragraphs),
        language=Fact(language, "its letters"),
    )


def _opening_sentences(text: str, paragraphs: list[Span]) -> list[tuple[int, int]]:
    """The sentences of these paragraphs; a dateline («Казань. 5 мая 2020 года.») belongs to the next one."""
    sentences: list[tuple[int, int]] = []
    for paragraph in paragraphs:
        for start, end in sentence_spans(text, paragraph.start, paragraph.end):
            if len(sentences) == 1 and DATELINE.fullmatch(text, *sentences[0]):
                sentences[0] = (sentences[0][0], end)
            else:
                sentences.append((start, end))
    return sentences


def _later_sentences(text: str, paragraphs: list[Span]) -> list[tuple[int, int]]:
    """Those that tell where or when this event was held."""
    return [
        (start, end)
        for paragraph in paragraphs
        if THIS_EVENT_WAS_HELD.search(text, paragraph.start, paragraph.end)
        for start, end in sentence_spans(text, paragraph.start, paragraph.end)
        if THIS_EVENT_WAS_HELD.search(text, start, end)
    ]


def _kind(text: str, layout: Layout, paragraphs: list) -> Fact:
    """The first phrase for a kind of event, in the opening paragraph before the title: titles are often
    wordplay."""
    spans = [*paragraphs[:2], *([layout.title] if layout.title else [])]
    for span in spans:
        if match := KINDS.search(text, span.start, span.end):
            if match["ru"]:
                low = match["ru"].lower()
                return Fact(
                    next((v for k, v in RUSSIAN_KINDS.items() if low.startswith(k)), low),
                    "named in the report",
                )
            return Fact(" ".join(match["en"].lower().split()), "named in the report")
    return Fact()

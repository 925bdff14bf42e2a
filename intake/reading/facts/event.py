"""The facts of the event: only what the report states, each with how it was read."""

import re

from intake.reading.document import Document
from intake.reading.facts import details
from intake.reading.facts.authors import byline
from intake.reading.facts.dates import event_dates
from intake.reading.facts.hours import hours
from intake.reading.facts.places import event_place
from intake.reading.facts.words import (
    IT_WAS_HELD,
    KINDS,
    NAME_TOOK_PLACE,
    OF_THIS_EVENT,
    TELLING_KINDS,
    THIS_EVENT_WAS_HELD,
    VAGUE_KINDS,
    kind_in_full,
)
from intake.reading.languages import every
from intake.reading.languages.english.names import UPPER
from intake.reading.languages.english.words.places import VENUE_WORDS
from intake.reading.languages.language import Language
from intake.reading.layout.front import front_matter
from intake.reading.layout.parts import Layout
from intake.reading.model import EventFacts, Fact, Span, SpanKind
from intake.reading.sentences import sentence_spans

OPENING_PARAGRAPHS = 3
BULLETS = "•*·▪‣◦"
MAX_SENTENCE = 1500  # letters of a sentence that can tell of the event; a list of names may run on for pages
_MONTHS = "|".join([*every("dates", "MONTHS"), "года?", "г", "of", "и", "and"])
NAMES_AN_EVENT = re.compile(
    r"Lecture|Seminar|Conference|Workshop|Webinar|Colloquium|Symposium|Round ?Table", re.I
)
#: A word with a capital that opens no sentence only: 'Meridian'.
BEHIND_A_NAME = re.compile(
    r"(?<!\w)(?!(?:The|An?|Our|This|Its|At|In|On|Zum|Zur|Im|Am|Die|Der|Das|Beim|Auf|Bei|Eine?|На|В|О)\s)[A-ZА-ЯЁ][\w’'-]*\s+$"
)
#: An opening that is no sentence yet: «Казань. 5 мая 2020 года.»
DATELINE = re.compile(rf"(?:(?:[{UPPER}А-ЯЁ\d][\w’']*|(?:{_MONTHS})(?!\w))(?:[,./\s–—-]+|$)){{1,8}}")


def read_event(document: Document, language: Language) -> EventFacts:
    """Title, lead, date, place, kind and language; a Fact without a value where the report does not say."""
    text, layout = document.text, document.layout
    paragraphs = layout.of(SpanKind.PARAGRAPH)
    told = [p for p in paragraphs if text[p.start] not in BULLETS]  # a page may open with its points
    sentences = _opening_sentences(text, told[:OPENING_PARAGRAPHS])
    title = text[layout.title.start : layout.title.end] if layout.title else ""
    later = _later_sentences(text, told[OPENING_PARAGRAPHS:], title)
    first, last = event_dates(text, layout, sentences, later, language.place_in_line)
    place = event_place(text, layout, sentences, later, language)
    lead = next((p for p in paragraphs if len(text[p.start : p.end].split()) > 5), None)
    return EventFacts(
        title=_title(text, layout),
        lead=Fact(text[lead.start : lead.end], "first paragraph") if lead else Fact(),
        date=first,
        end_date=last,
        venue=Fact(place.venue, place.why) if place.venue else Fact(),
        city=Fact(place.city, place.why) if place.city else Fact(),
        country=Fact(place.country, place.why) if place.country else Fact(),
        kind=_kind(text, layout, paragraphs),
        **_details(document, [*sentences, *later], place.venue, first),
        language=_language(text, language),
    )


def _details(
    document: Document, sentences: list[tuple[int, int]], venue: str | None, day: Fact
) -> dict[str, Fact]:
    """What else is stated; a label wins over a sentence."""
    first, last = hours(document, sentences, day)
    said = {
        "start_time": first,
        "end_time": last,
        "format": details.how_held(document, sentences, venue),
        "series": details.series(document, sentences),
        "organiser": details.organised_by(document, sentences, venue),
        "author": byline(document),
        "record_rule": details.rule(document),
        "announced": details.announced(document),
    }
    return said | details.labelled(document)


def _language(text: str, language: Language) -> Fact:
    """The language in which the report is written; told only where its own small words are found."""
    if language.code is None or not language.is_in(text):
        return Fact(None, "in none of the languages that can be read")
    return Fact(language.code, "its letters and commonest words")


def _title(text: str, layout: Layout) -> Fact:
    if layout.title is None:
        return Fact()
    begins = layout.title.start
    line = text[begins : layout.title.end]
    if begins < front_matter(text)[0]:
        why = "front matter"
    else:
        why = "headline below the lines of the house" if text[:begins].strip("#* \n") else "first line"
    return Fact(line.strip("#* ") if line.startswith(("# ", "**")) else line, why)


def _opening_sentences(text: str, paragraphs: list[Span]) -> list[tuple[int, int]]:
    """The sentences of these paragraphs; a dateline («Казань. 5 мая 2020 года.») belongs to the next one."""
    sentences: list[tuple[int, int]] = []
    for paragraph in paragraphs:
        for start, end in sentence_spans(text, paragraph.start, paragraph.end):
            if len(sentences) == 1 and DATELINE.fullmatch(text, *sentences[0]):
                sentences[0] = (sentences[0][0], end)
            else:
                sentences.append((start, end))
    return [(start, min(end, start + MAX_SENTENCE)) for start, end in sentences]


def _later_sentences(text: str, paragraphs: list[Span], title: str) -> list[tuple[int, int]]:
    """Those that tell where or when this event was held: 'The seminar took place …', 'It took place …' behind a
    sentence about it, or its own name, which the title holds, before these words."""
    found = []
    for paragraph in paragraphs:
        about = THIS_EVENT_WAS_HELD.search(text, paragraph.start, paragraph.end)
        if not (about or NAME_TOOK_PLACE.search(text, paragraph.start, paragraph.end)):
            continue
        before = paragraph.start
        for start, end in sentence_spans(text, paragraph.start, paragraph.end):
            named = NAME_TOOK_PLACE.match(text, start, end)
            told = THIS_EVENT_WAS_HELD.search(text, start, end) or named and named["name"] in title
            it_was = IT_WAS_HELD.match(text, start, end) and OF_THIS_EVENT.match(text, before, start)
            if end - start <= MAX_SENTENCE and (told or it_was):
                found.append((start, end))
            before = start
    return found


def _kind(text: str, layout: Layout, paragraphs: list[Span]) -> Fact:
    """The first phrase for a kind of event, in the opening before the title: titles are often wordplay. A 'meeting'
    gives way to the 'seminar' that a little more of the opening tells."""
    title = [layout.title] if layout.title else []
    for pattern, spans in (
        (TELLING_KINDS, [*paragraphs[:2], *title]),
        (VAGUE_KINDS, [*paragraphs[:2], *title]),
        (KINDS, [*layout.header, *paragraphs[2:OPENING_PARAGRAPHS]]),
    ):
        for span in spans:
            for match in pattern.finditer(text, span.start, span.end):
                if span.kind is SpanKind.TITLE or not _within_a_name(text, match):
                    return Fact(kind_in_full(match), "named in the report")
    return Fact()


def _within_a_name(text: str, match: re.Match[str]) -> bool:
    """'the Meridian Forum', 'Conference Hall', «в Палате слушаний»: a house or a room, not what took place there; the
    'Ferrier Lecture' did."""
    capital = match.group()[0].isupper() and not NAMES_AN_EVENT.fullmatch(match.group())
    behind = capital and BEHIND_A_NAME.search(text, max(0, match.start() - 30), match.start())
    return bool(behind) or bool(re.match(rf"\s+{VENUE_WORDS}(?!\w)", text[match.end() : match.end() + 30]))

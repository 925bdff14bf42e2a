"""The facts of the event: only what the report states, each with how it was read."""

import re

from .dates import FoundDate, find_dates, find_months
from .model import EventFacts, Fact
from .places import Place, dateline_place, place_in_line, place_in_sentence, place_in_title, russian_place
from .sentences import sentence_spans
from .structure import Layout

OPENING_PARAGRAPHS = 3
CYRILLIC, LATIN = re.compile("[а-яё]", re.I), re.compile("[a-z]", re.I)

EVENT_WORD = re.compile(
    r"\b(?:events?|discussions?|meetings?|met|conference|panel(?:l?ists)?|seminar|workshop|talks?|"
    r"lecture|debate|hearing|round ?table|webinar|summit|forum|session|symposium|"
    r"briefing|launch|ceremony|screening|reading|agm|congress|colloquium|colloquy|consultation|town hall|"
    r"recorded|held|hosted|gathered|convened|presentation|"
    r"inquiry|sat|minutes|exhibition|assembly|dialogue|took place|addressed|spoke|visited|opened|meetup|"
    r"festival|dinner|breakfast|evening|committee|council|board|class|celebrated|attended|squeezed|"
    r"filled|"
    r"present(?:ed|ing)?|signed|interview(?:ed)?|announced|told|said)\b|"
    r"(?:дискусси|встреч|заседани|конференц|круглый стол|круглого стола|семинар|лекци|форум|брифинг|"
    r"собрани|слушани|вечер|презентаци|диалог|беседа|провёл|провел|прош[ёе]л|прошла|прошло|"
    r"состоял|собрал|обсудил|сообщил|заявил|рассказал|стенограмм|открыл)",
    re.I,
)
NOT_THE_EVENT = re.compile(
    r"\b(?:since|until|by|before|after|published|updated|posted|born|died|next (?:meeting|session|event)|"
    r"will (?:be|take|meet|start)|deadline|due|signed on|dated|letter of|act of|until|"
    r"enacted|adopted on|approved on|effective|minutes of the(?: previous| last)? meeting (?:of|held "
    r"on)\s*.{0,40}approved|с\s+момента|после|до|родил\w+|опубликован\w*|следующ\w+)\b[^.;]{0,25}$",
    re.I,
)
ON_THAT_DAY = re.compile(r"(?:^|\bon\s+|,\s+)(?:the\s+)?(?:\w+day,?\s+)?(?:the\s+)?$", re.I)
HELD = re.compile(r"\b(?:held|hosted|took place|organi[sz]ed|met|convened|gathered)\b|прош|состоял")
DATE_LABEL = re.compile(r"(?:date|when|дата|когда)", re.I)
PLACE_LABEL = re.compile(r"(?:venue|place|where|location|held at|место|где)", re.I)
KINDS = re.compile(
    r"\b(?P<en>(?:expert|panel|public|roundtable|round-table|round table|online|open|"
    r"moderated)\s+discussion|panel discussion|fireside chat|round ?table|press conference|news "
    r"conference|press briefing|news briefing|"
    r"public (?:meeting|talk|lecture|hearing|debate|consultation|inquiry|exhibition|forum)|town hall(?: "
    r"meeting)?|annual general meeting|agm|council meeting|committee meeting|board meeting|parish "
    r"meeting|society meeting|commission meeting|book launch|book presentation|"
    r"keynote lecture|webinar|conference|seminar|workshop|symposium|summit|congress|forum|colloquium|"
    r"hearing|lecture|debate|talk|briefing|meetup|meeting|interview|discussion|panel|dialogue|"
    r"q&a|screening|round table|ceremony|session|minutes)\b|"
    r"(?P<ru>экспертн\w+ дискусси\w+|круглый стол|круглого стола|пресс-конференци\w+|презентаци\w+ книги|"
    r"общее собрание|общественные слушания|публичные слушания|конференци\w+|семинар\w*|лекци\w+|"
    r"дискусси\w+|"
    r"встреч\w+|заседани\w+|форум\w*|брифинг\w*|собрани\w+|слушани\w+|вечер\w*|интервью|дебат\w+)",
    re.I,
)
RUSSIAN_KINDS = {
    "экспертн": "экспертная дискуссия",
    "кругл": "круглый стол",
    "пресс-конф": "пресс-конференция",
    "презент": "презентация книги",
    "общее": "общее собрание",
    "общественн": "общественные слушания",
    "публичн": "публичные слушания",
    "конференц": "конференция",
    "семинар": "семинар",
    "лекци": "лекция",
    "дискусс": "дискуссия",
    "встреч": "встреча",
    "заседан": "заседание",
    "форум": "форум",
    "брифинг": "брифинг",
    "собран": "собрание",
    "слушан": "слушания",
    "вечер": "вечер",
    "интервью": "интервью",
    "дебат": "дебаты",
}


def language_of(text: str) -> str:
    """ "ru" where most letters are Cyrillic, otherwise "en"."""
    return "ru" if len(CYRILLIC.findall(text)) > len(LATIN.findall(text)) else "en"


def read_event(text: str, layout: Layout) -> EventFacts:
    """Title, lead, date, place, kind and language; a Fact without a value where the report does not say."""
    title = layout.title
    paragraphs = layout.of("paragraph")
    sentences = [s for p in paragraphs[:OPENING_PARAGRAPHS] for s in sentence_spans(text, p.start, p.end)]
    last, first = _dates(text, layout, sentences)
    place = _place(text, layout, sentences)
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
        language=Fact(language_of(text), "its letters"),
    )


def _dates(text: str, layout: Layout, sentences: list[tuple[int, int]]) -> tuple[Fact, Fact]:
    """(end date, date) with the explanation; a label wins, then a header line, then the sentence about the
    event."""
    dates = [d for d in find_dates(text) if _in_own_text(d, layout)]
    for found, why in _candidates(text, layout, sentences, dates):
        return (Fact(found.last, why) if found.last != found.first else Fact()), Fact(found.first, why)
    months = [m for m in find_months(text) if _in_own_text(m, layout)]
    for start, end in sentences[:3]:
        for found in months:
            about = start <= found.start < end and HELD.search(text[start:end])
            if about and not NOT_THE_EVENT.search(text[start : found.start]):
                return Fact(), Fact(found.first, "month in the sentence about the event; no day is stated")
    return Fact(), Fact()


def _in_own_text(found: FoundDate, layout: Layout) -> bool:
    return any(s.start <= found.start < s.end and s.kind not in ("teaser", "furniture") for s in layout.spans)


def _candidates(text: str, layout: Layout, sentences: list[tuple[int, int]], dates: list[FoundDate]):
    for label, start, end in layout.labelled:
        if DATE_LABEL.match(label):
            yield from ((d, f"labelled “{label}”") for d in dates if start <= d.start < end)
    for span in layout.header:
        yield from (
            (d, "date in the heading lines")
            for d in dates
            if span.start <= d.start < span.end and not NOT_THE_EVENT.search(text[span.start : d.start])
        )
    for number, (start, end) in enumerate(sentences):
        for found in dates:
            if not start <= found.start < end or NOT_THE_EVENT.search(text[start : found.start]):
                continue
            opens = number == 0 and ON_THAT_DAY.search(text[start : found.start])
            if opens or EVENT_WORD.search(text[start:end]) and number < 6:
                yield found, "date in the sentence about the event"
    for span in layout.of("paragraph")[-2:]:
        for found in dates:
            near = text[max(span.start, found.start - 120) : found.start]
            if span.start <= found.start < span.end and re.search(
                r"\b(?:was held|took place|were held)\b|состоял|прошл", near
            ):
                yield found, "date in a closing sentence about the event"


def _place(text: str, layout: Layout, sentences: list[tuple[int, int]]) -> Place:
    place = Place()
    for label, start, end in layout.labelled:
        if PLACE_LABEL.match(label):
            place = place.filled(place_in_line(text[start:end].rstrip("."), f"labelled “{label}”", sure=True))
        elif re.match(r"city|город", label, re.I):
            place = place.filled(Place(city=text[start:end].strip(" ."), why=f"labelled “{label}”"))
        elif re.match(r"country", label, re.I):
            place = place.filled(Place(country=text[start:end].strip(" ."), why=f"labelled “{label}”"))
    for span in layout.header:
        if span != layout.title and span.kind == "header":
            place = place.filled(place_in_line(text[span.start : span.end], "venue line", sure=False))
    russian = language_of(text) == "ru"
    for start, end in sentences[:6]:
        sentence = text[start:end]
        if start == (sentences[0][0] if sentences else -1):
            place = place.filled(dateline_place(sentence))
        if EVENT_WORD.search(sentence) or start == sentences[0][0]:
            place = place.filled((russian_place if russian else place_in_sentence)(sentence))
    if layout.title and not russian:
        place = place.filled(place_in_title(text[layout.title.start : layout.title.end]))
    return place


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

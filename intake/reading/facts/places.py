"""Which of a report's places is the event's: a label wins, then a line above the report, then what it says."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from intake.reading.facts.calendar import find_dates, find_days
from intake.reading.facts.dates import BYLINE, OPENS_WITH_A_DAY, PIECES, PUBLISHED
from intake.reading.facts.place import AS_HOST, Place
from intake.reading.facts.words import EVENT_WORD
from intake.reading.languages import either, modules
from intake.reading.languages.english.place_patterns import ANY_CITY, BYLINE_CITY
from intake.reading.languages.english.places import is_known_city
from intake.reading.languages.english.words.places import COUNTRIES as ENGLISH_COUNTRIES
from intake.reading.languages.english.words.places import COUNTRY_OF_CAPITAL, MORE_COUNTRIES
from intake.reading.languages.german.words.places import COUNTRIES as GERMAN_COUNTRIES
from intake.reading.languages.language import Language
from intake.reading.languages.russian.words.places import RUSSIAN_COUNTRIES
from intake.reading.layout.masthead import is_a_name, is_a_periodical, is_stamp, tells_a_page
from intake.reading.layout.parts import Layout
from intake.reading.layout.words import CITY_LABEL, COUNTRY_LABEL, HOUSE, PLACE_LABEL
from intake.reading.model import SpanKind

OF_A_MENU = re.compile(
    r"\W*(?:News|Events?|Home|Archive|Blog|Press|Новости|События|Главная|Архив|Пресс\w*|Aktuelles|Nachrichten|Veranstaltungen|Presse)\b",
    re.I,
)
ADDRESSES = re.compile(r"\s+[|•·/–—-]\s+")
#: Not Georgia, where Atlanta lies, too.
COUNTRIES = "|".join(
    sorted({*ENGLISH_COUNTRIES, *MORE_COUNTRIES, *RUSSIAN_COUNTRIES, *GERMAN_COUNTRIES} - {"Georgia"})
)
LAST_LINES, ABOVE = 2, 5  # lines of a report that may be the address of the house
#: „der Stadt Ahlheim“, 'the Town of Kelpton'
OF_A_TOWN = re.compile(
    rf"(?<!\w)(?i:{either('event', 'TOWN_IS_CALLED')})\s+(?P<city>(?!(?:{COUNTRIES})\b)"
    r"(?:Bad |Sankt |St\. |New |Port )?[^\W\d_a-zäöüßа-яё][\w’'-]+)"
)
#: 'Bristol Branch' in the line above the report: where such a part of a society meets.
OF_A_BRANCH = re.compile(
    rf"(?:^|[,|•·*–—]\s+)(?P<city>{ANY_CITY})\s+(?:(?:and|&)\s+District\s+)?(?:Branch|Chapter|Local\s+Group)\s*(?=$|[,|•·*–—])"
)
#: 'Newsletter of the Harbour Co-op, Oslo': where the house is at home.
OF_A_HOUSE_IN = re.compile(
    rf"(?:{either('labels', 'PAPER_OF')})\s+[^.:;|·]{{3,60}},\s+(?P<city>{ANY_CITY})(?=\s*(?:$|[|·•,–—(]))"
)
A_TOWN = re.compile(r"[^\W\d_a-zа-яё][^\W\d_]{2,}(?:[ -][^\W\d_a-zа-яё][^\W\d_]+)?")
INVITED = re.compile(rf"(?<!\w)(?:{either('event', 'INVITED')})(?!\w)", re.I)
#: What a label for the place tells of an event without one.
NOWHERE = re.compile(
    rf"{either('event', 'ONLINE')}|(?:zoom|(?:microsoft |ms )?teams|webex|google meet|youtube)\b", re.I
)
ADDRESS_LABEL = re.compile(rf"(?:{either('labels', 'ADDRESS_LABEL')})", re.I)
A_STREET = re.compile(
    r"(?:ул|пр|пр-т|пл|пер|наб|б-р|ш)\.\s|(?:улица|проспект|площадь|переулок|набережная|бульвар|шоссе)\s|\d|"
    r"[^,]*(?:straße|strasse|str\.|gasse|platz|weg|allee|damm|ufer)(?!\w)|"
    r"[^,]*\b(?:Street|St\.|Road|Rd|Avenue|Ave|Lane|Square|Row|Terrace|Crescent)(?!\w)",
    re.I,
)
#: Behind an address: 'Admission free', «Вход свободный».
ADMISSION = re.compile(rf"\.\s+(?:{either('labels', 'ADMISSION')})\b.*", re.S)
MAX_OPENING = 70
OPENING_ENDS = re.compile(r"(?<!\b\d)(?<!\b\d\d)(?<!\b[A-ZА-ЯЁ])\.(?:\s+|$)|\s+[–—-]\s+")
DAY_WITHIN = 40  # letters from the beginning of a sentence that opens with its day
GATHERED, GATHERING = re.compile(either("event", "GATHERED"), re.I), 5  # sentences
OPENING = 10  # sentences of a report that may tell where it was
A_SENTENCE = re.compile(
    r"^(?:On|At|In|The|A|An|It|This|There|They|We|He|She|Some|Our|When|After|More|Around|About|Over|Dozens|Hundreds|В|На|Во)\b|\b(?:is|are|was|were|has|had|have|been|will)\b|"
    r"\b[а-яё]{2,}(?:[аеиоуыя]|ш)л(?:[аои]|с[яь]|[аои]сь)?\b"
)


OWN_ROOMS = [
    (re.compile(room), re.compile(house, re.I))
    for module in modules("event")
    for room, house in getattr(module, "OWN_ROOMS", ())
]


def event_place(
    text: str,
    layout: Layout,
    sentences: list[tuple[int, int]],
    later: list[tuple[int, int]],
    language: Language,
) -> Place:
    """Venue, city and country, each from the first source that tells it; empty where the report does not.

    `sentences` open the report; `later` are those further on that tell of this event, too."""
    place = Place()
    for found in _candidates(text, layout, sentences, later, language):
        place = place.filled(found if found is None or not found.venue or len(found.venue) > 2 else None)
    if place.venue and not place.city:
        place = place.filled(_at_home(text, layout, language) or _of_its_town(text, layout, sentences))
    if not place.venue:
        place = place.filled(_in_its_own_rooms(text, layout))
    if place.city and not place.country:
        place = place.filled(Place(country=_country_behind(text, place.city)))
    return place


def _at_home(text: str, layout: Layout, language: Language) -> Place | None:
    """The town in a line that is the address of the house, above the report or at its end, where a hall is told and
    no town: 'Mill Museum, St. Gallen, Schweiz'; or alone in the line below the house's name."""
    for span in (*layout.header, *layout.spans[-LAST_LINES:]):
        pieces = ADDRESSES.split(text[span.start : span.end])
        for house, piece in pairwise(pieces):  # 'Harbour Institute | Oslo, Norway'
            town = language.place_in_line(piece, "address of the house", False)
            if town and town.city and not town.venue and (HOUSE.fullmatch(house) or is_a_name(house)):
                return town
        for piece in pieces:
            shouted = piece.isupper() and is_a_name(piece)  # «МУЗЕЙ ФАРФОРА. ЯРОСЛАВЛЬ»
            house, *behind = (
                (piece.title().replace(". ", ", ") if shouted else piece).rstrip(" .").split(", ")
            )
            told = behind and (HOUSE.fullmatch(house) or is_a_name(house))
            if told and is_known_city(behind[0]) and len(behind) <= 2:
                return Place(city=behind[0], why="address of the house")
    lines = [text[span.start : span.end] for span in layout.header]
    for house, line in pairwise(lines):
        town = language.place_in_line(line, "address of the house", False) if is_a_name(house) else None
        if town and town.city and not town.venue:
            return town
    return None


def _in_its_own_rooms(text: str, layout: Layout) -> Place | None:
    """The house whose name stands above the report, with its town, where the title or the lead tells that people met
    in a room that such a house has: «в читальном зале»."""
    lead = next(iter(layout.of(SpanKind.PARAGRAPH)), None)
    told = " ".join(text[span.start : span.end] for span in (layout.title, lead) if span)
    kinds = [house for room, house in OWN_ROOMS if room.search(told)]
    for span in layout.header if kinds else ():
        name, *behind = text[span.start : span.end].rstrip(" .").split(", ")
        if span.kind is not SpanKind.TITLE and is_a_name(name) and any(kind.search(name) for kind in kinds):
            town = behind[0] if len(behind) in (1, 2) and is_known_city(behind[0]) else None
            return Place(name, town, why="the house in a room of which people met")
    return None


def _of_its_town(text: str, layout: Layout, sentences: list[tuple[int, int]]) -> Place | None:
    """The town that spoke or invited, where a hall is told and no town: „Pressemitteilung der Stadt Ahlheim“, „Die
    Gemeinde Moorbach hatte geladen“, 'Bristol Branch'."""
    lines = [(span.kind is SpanKind.TITLE, text[span.start : span.end].strip(" .")) for span in layout.header]
    above = [
        (pattern.fullmatch if titled else pattern.search)(line)
        for titled, line in lines
        for pattern in (OF_A_TOWN, OF_A_BRANCH)
    ]
    papers = [span for span in layout.spans[:ABOVE] if span.kind in (SpanKind.HEADER, SpanKind.FURNITURE)]
    above += [OF_A_HOUSE_IN.search(text, span.start, span.end) for span in papers]
    said = [
        OF_A_TOWN.search(text, start, end)
        for start, end in sentences[:OPENING]
        if INVITED.search(text, start, end)
    ]
    towns = {match["city"] for match in (*above, *said) if match}
    return Place(city=towns.pop(), why="the town that held it") if len(towns) == 1 else None


def _country_behind(text: str, city: str) -> str | None:
    """The country that the report prints somewhere behind the town, 'in Eldoret, Kenya', or, of a capital, at all."""
    match = re.search(
        rf"(?<!\w){re.escape(city)}(?:,|\s+[|·•])\s+(?:[A-Z]\w+(?:\s[A-Z]\w+)?,\s+)?(?P<country>{COUNTRIES})(?![\w-])",
        text,
    )
    if match:
        return match["country"]
    country = COUNTRY_OF_CAPITAL.get(city)
    return country if country and re.search(rf"(?<![\w-]){country}(?![\w-]|\s+[A-Z])", text) else None


def _candidates(
    text: str,
    layout: Layout,
    sentences: list[tuple[int, int]],
    later: list[tuple[int, int]],
    language: Language,
) -> Iterator[Place | None]:
    in_sentence = language.place_in_sentence
    begins = layout.title.start if layout.title else -1
    lines = [(s.start, text[s.start : s.end]) for s in layout.header if s.kind is SpanKind.HEADER]
    above = [_unbracketed(line) for start, line in lines if start > begins or find_dates(line)]
    pieces = [piece for line in above if not tells_a_page(line) for piece in PIECES.split(line)]
    labelled = [(label, place) for label, place in _labelled(text, layout, language) if place]
    yield from (
        _without_street(place) if ADDRESS_LABEL.fullmatch(label) else place for label, place in labelled
    )
    written: list[
        Place
    ] = []  # 'Oslo, 5 May 2024': where the report was written, unless it tells of no other town
    for piece in pieces:
        if not (BYLINE.search(piece) or PUBLISHED.search(piece) or OF_A_MENU.match(piece)):
            place = language.place_in_line(piece, "venue line", False)
            if place and not place.venue and find_dates(piece):
                written.append(place)
            else:
                yield place
    yield from (in_sentence(piece) for piece in pieces if EVENT_WORD.search(piece))
    yield from _said(text, sentences, language)
    yield from written
    yield from (Place(city=town, why="dateline") for town in _of_a_newspaper(text, layout))
    yield from (in_sentence(text[start:end]) for start, end in later)
    yield from (house for label, house in labelled if ADDRESS_LABEL.fullmatch(label))
    yield from (Place(city=m["city"], why="in the byline") for p in pieces if (m := BYLINE_CITY.fullmatch(p)))
    if layout.title:
        title = text[layout.title.start : layout.title.end]
        yield language.place_in_title(title)


def _unbracketed(line: str) -> str:
    """«(5 мая 2023 г., актовый зал)» without its brackets."""
    return line[1:-1] if line.startswith("(") and line.endswith(")") and line.count("(") == 1 else line


def _of_a_newspaper(text: str, layout: Layout) -> Iterator[str]:
    """The town before the day in the line below a newspaper's name: 'Hull, Wednesday, March 6, 2019'."""
    for above, line in pairwise(text[span.start : span.end] for span in layout.header):
        town, *day = line.split(", ", maxsplit=1)
        if (
            day
            and is_stamp(day[0])
            and not is_stamp(line)
            and A_TOWN.fullmatch(town)
            and is_a_periodical(above)
        ):
            yield town


def _labelled(text: str, layout: Layout, language: Language) -> Iterator[tuple[str, Place | None]]:
    for label, start, end in layout.labelled:
        value, why = ADMISSION.sub("", text[start:end]).rstrip(" ."), f"labelled “{label}”"
        if PLACE_LABEL.match(label):
            if not NOWHERE.match(value):
                yield label, language.place_in_line(value, why, True)
        elif CITY_LABEL.match(label):
            yield label, Place(city=value, why=why)
        elif COUNTRY_LABEL.match(label):
            yield label, Place(country=value, why=why)


def _without_street(place: Place) -> Place:
    """What an address tells at once; its street stands back behind a hall that the report names."""
    return replace(place, venue=None) if place.venue and A_STREET.match(place.venue) else place


def _said(text: str, sentences: list[tuple[int, int]], language: Language) -> Iterator[Place | None]:
    hosts: list[Place] = []
    for number, (start, end) in enumerate(sentences[:OPENING]):
        sentence = text[start:end]
        if number == 0:
            town = language.place_in_dateline(sentence)
            yield town
            opening = _opening_line(sentence, language)
            yield from (place for place in opening if not (town and place and place.venue == town.city))
        days = [day.start for day in find_dates(sentence)] + [
            day.start for day in find_days(sentence, 0, DAY_WITHIN)
        ]
        dated = any(OPENS_WITH_A_DAY.fullmatch(sentence[:day]) for day in days)
        if (
            number == 0
            or dated
            or EVENT_WORD.search(sentence)
            or number < GATHERING
            and GATHERED.search(sentence)
        ):
            place = language.place_in_sentence(sentence)
            if place and place.why == AS_HOST:
                hosts.append(place)
                place = Place(city=place.city, country=place.country, why=place.why)
            yield place
    yield from hosts


def _opening_line(sentence: str, language: Language) -> Iterator[Place | None]:
    """«27.02.2018, Дом моряка. …», '12 April 2016. Harbour Club, Oslo. …': day and place before the first
    sentence."""
    for piece in OPENING_ENDS.split(sentence)[:2]:
        if len(piece) > MAX_OPENING or EVENT_WORD.search(piece) or A_SENTENCE.search(piece):
            return
        yield language.place_in_line(piece, "opening line", False)

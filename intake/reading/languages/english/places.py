"""Where the event took place: venue, city and country as the report states them."""

import re

from intake.reading.facts.calendar import find_dates, find_days
from intake.reading.facts.place import AS_HOST, Place
from intake.reading.facts.words import EVENT_WORD, KINDS
from intake.reading.languages.english.names import is_given
from intake.reading.languages.english.place_patterns import (
    ABOUT_IT,
    ANY_CITY,
    ANY_COUNTRY,
    ANY_VENUE,
    ASIDE,
    AT_PLACE,
    BEFORE_A_CITY,
    BEHIND_VENUE,
    CAME_TO_TOWN,
    CAP,
    CITY,
    COUNTRY,
    DATE_AFTER,
    DATE_BEFORE,
    DATELINE,
    DOORS_OF,
    FOREIGN_VENUE,
    FROM_PLACE,
    HELD_JUST_BEFORE,
    HELD_VENUE,
    IN_COUNTRY,
    IN_PLACE,
    MEETING_OF_THE_TOWN,
    MONTH_OR_DAY,
    NAMES_A_HOUSE,
    NEAR_HOSTED,
    NO_HOUSE,
    NOT_A_PLACE,
    OF_A_CITY,
    OF_A_PLACE_LINE,
    OWN_HOUSE_IN,
    RUSSIAN_DATELINE,
    SETTING,
    STREET,
    TOWN_BEHIND_STREET,
    TOWN_OF_THE_EMBASSY,
    TOWN_OF_THE_HOUSE,
    VAGUE,
    VENUE,
    VENUE_AS_HOST,
    VENUE_WAS,
    VISITED,
    WORKS_THERE,
)
from intake.reading.languages.english.posts import HAS_POST
from intake.reading.languages.english.words.places import CITIES, STATES, VENUE_WORDS
from intake.reading.languages.german.words.places import CITIES as GERMAN_CITIES
from intake.reading.languages.german.words.places import COUNTRIES as GERMAN_COUNTRIES
from intake.reading.languages.russian.names import GIVEN as RUSSIAN_GIVEN
from intake.reading.languages.russian.words.places import RUSSIAN_CITIES, RUSSIAN_COUNTRIES

#: Behind a post it shows that the post ends there.
DOES_SOMETHING = re.compile(
    rf",|\bon\s+(?:the\s+)?(?:\d|{MONTH_OR_DAY}|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)|\w(?:ed|ing)\b|\b(?:drew|brought|took|spoke|gave|met|sat|stood|came|went|led|ran|held|told)\b"
)
#: 'The conference was held in Spanish.'
A_TONGUE = re.compile(
    r"(?:English|Spanish|French|German|Portuguese|Italian|Dutch|Polish|Czech|Ukrainian|Russian|Arabic|Hebrew|Turkish|Persian|Farsi|Hindi|"
    r"Urdu|Bengali|Tamil|Nepali|Sinhala|Chinese|Mandarin|Cantonese|Japanese|Korean|Malay|Indonesian|Bahasa|Tagalog|Swahili|Kiswahili|"
    r"Amharic|Georgian|Armenian|Kazakh|Kyrgyz|Uzbek|Finnish|Swedish|Norwegian|Danish|Greek|Welsh|Irish|Gaelic)\b"
)
#: Countries of one town: in the line below a title they are the town.
CITY_STATES = frozenset(("Singapore", "Monaco", "San Marino", "Hong Kong", "Macau", "Macao"))
MAX_LINE = 200
#: 'House votes to keep the tables', 'Museum gives the bones back': a venue's word that does something.
HEADLINE = re.compile(rf"\b{VENUE_WORDS}\s+[a-z]+s\s+(?:to|the|an?|its|their|against|over|down|up|back)\s")
SHORT_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)")  # 'Chicago, Sept. 29'
#: 'every plastic chair in the hall' is no post.
COUNTS = re.compile(r"\b(?:every|each|no|empty|plastic|folding)\s+(?:\w+\s+)?$")
HELD_WITHIN = re.compile(
    r"\w\s+(?:held|took place)\s+(?:at|in|on)\b"
)  # a sentence, though it stands above the report
#: 'was delivered by the ecologist Ann Moss | at Vasant Hall'
GIVEN_BY = re.compile(
    r"\b(?:was|were)\s+(?:delivered|given|opened|held)\s+by\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}(?:[A-Z][\w.’'-]*\s+){1,3}$|"
    r"\b(?:invited|brought|welcomed|drew)\b[^.;]{3,160}\sto\s+(?:the\s+)?$"
)
NEAR_POST = 8  # words before a place in which a post makes it somebody's
#: "The Centre at the Margalla Institute (MIPR) organised …": whose it was.
ORGANISED = re.compile(r"\s*(?:\([A-Z]{2,8}\)\s+)?(?:organi[sz]ed|hosted|held|convened|arranged|conducted)\b")
#: "the Kelp House in Oslo", "the Kelp pavilion at Haddow": what of a venue is its town.
IN_TOWN = re.compile(
    rf"(?:\s+in\s+(?:the\s+)?|(?<![\w’'-])[a-z]+(?P<at>\s+at\s+))(?P<town>{CAP}(?:\s{CAP})?)$"
)
STREET_WORD = re.compile(
    r"\b(?:Street|Road|Avenue|Lane|Square|Row|Terrace|Crescent|Place|Way|Close|Hill|Parade|Yard|Mews|Quay|"
    r"Court|Gardens?|Gate|Park)$"
)
FAR_AWAY = re.compile(
    r"\b(?:screens?|online|remotely|(?:video|live)\s?link|livestream)\s+$"
)  # 'on screens in Osaka'
IS_A_HALL = re.compile(rf"\b{VENUE_WORDS}$")  # 'the Thurlow Auditorium in Pruitt Hall'
#: Words that a town's name opens with, and nobody's.
NAMED_AS_TOWNS_ARE = re.compile(
    rf"(?:Saint|St\.?|Port|Fort|New|North|South|East|West|Lake|Mount|Cape|Grand|San|Santa|Los|Las|El|Baton|Salt|Cedar|Sioux)"
    rf"(?:\s{CAP}){{1,2}}"
)
EDGES = " .;–—-"  # of the parts of a line about a place
COUNTRY_IN_BRACKETS = re.compile(r"\s+\((?P<name>[^()]{3,30})\)(?=\s*\.?$)")
LEFT_OVER = re.compile(r"^\s*at\s+in\s+(?:the\s+)?")  # of 'Held on 9 March at 7.30 pm in the Institute'


def place_in_line(line: str, why: str, sure: bool) -> Place | None:
    """'Hall, Street 42, City, Country' cut from its end, and what else the line tells left out; without a
    label only where the end is a known place or a venue word shows that the line is about a place."""
    if not sure and HELD_WITHIN.search(line):
        return None
    line = COUNTRY_IN_BRACKETS.sub(_behind_a_comma, line)
    bare = LEFT_OVER.sub("", OF_A_PLACE_LINE.sub("", NOT_A_PLACE.sub("", _without_dates(line))))
    parts = [
        p.strip(EDGES)
        for p in bare.split(",")
        if p.strip(EDGES) and not SHORT_MONTH.fullmatch(p.strip(EDGES))
    ]
    if not parts or len(bare) > MAX_LINE or ":" in bare and not sure:
        return None
    told = sure or _is_about_a_place(bare, parts, dated=len(bare) < len(line))
    country = parts.pop() if _is_known_country(parts[-1]) else None
    of_a_state = _is_city_and_state(parts)
    in_a_state = len(parts) > 2 and parts[-1] in STATES or of_a_state
    if in_a_state:
        parts.pop()
    if country in CITY_STATES and not (parts and is_known_city(parts[-1])):
        parts.append(country)
        country = None
    known = parts and is_known_city(parts[-1].removeprefix("г. "))
    city = (None if known else _city_in_front(parts)) or _city_at_the_end(parts, country or in_a_state)
    city = city or (parts.pop() if of_a_state else None)
    if country and not city and CITY.fullmatch(country):
        city, country = country, None  # Singapore
    if not sure:
        parts = [part for part in parts if not _names_an_event(part)]
    if not (told or country or city) or not sure and _names_somebody(", ".join(parts)):
        return None
    return Place(", ".join(parts) or None, city, country, why)


def _behind_a_comma(bracketed: re.Match[str]) -> str:
    """'Haspel Hall, Leeds (England)' as 'Haspel Hall, Leeds, England'; what else stands in brackets as it is."""
    return f", {bracketed['name']}" if _is_known_country(bracketed["name"]) else bracketed.group()


def _is_about_a_place(line: str, parts: list[str], *, dated: bool) -> bool:
    """A venue's word in a short line; the house's own name is its letterhead unless a day stands beside it."""
    told = ANY_VENUE.search(line) and not HEADLINE.search(line)
    return bool(told) and (dated or not NAMES_A_HOUSE.search(line)) and len(parts) <= 3


def _is_known_country(name: str) -> bool:
    return bool(COUNTRY.fullmatch(name)) or name in RUSSIAN_COUNTRIES or name in GERMAN_COUNTRIES


def _city_in_front(parts: list[str]) -> str | None:
    """Takes the first part away and gives it back where it is a city we know: «г. Минск, Дом литератора»."""
    told = bool(parts) and parts[0].startswith("г. ")
    if len(parts) < 2 or not is_known_city(first := parts[0].removeprefix("г. ")) and not told:
        return None
    parts.pop(0)
    return first


def _is_city_and_state(parts: list[str]) -> bool:
    """'Portland, Oregon', 'Washington, DC', 'Fort Mallow, Manitoba'"""
    town = len(parts) == 2 and (is_known_city(parts[0]) or NAMED_AS_TOWNS_ARE.fullmatch(parts[0]))
    return bool(town) and (parts[1] in STATES or parts[1] in ("DC", "D.C"))


def is_known_city(name: str) -> bool:
    return bool(CITY.fullmatch(name)) or name in RUSSIAN_CITIES or name in GERMAN_CITIES


def _names_somebody(line: str) -> bool:
    """'Dr Ann Moss, Harbour Institute, Oslo' is a speaker, not a place."""
    titled = re.match(r"(?:By|Dr|Prof|Mr|Ms|Mrs)\b", line)
    name = line.split(",")[0].split()
    known = name and (is_given(name[0].casefold()) or name[0] in RUSSIAN_GIVEN)
    given = known and not ANY_VENUE.search(" ".join(name))
    return bool(titled or given or HAS_POST.search(line))


def _names_an_event(part: str) -> bool:
    """'COP24', 'Spring Seminar', «Заседание клуба»; a 'Seminar Hall' is a place."""
    kind = KINDS.search(part)
    named = kind and (kind.group().isascii() or kind.start() == 0)
    return bool(re.fullmatch(r"[\w ]*[A-Z]{3,} ?\d*", part) or named and not re.search(VENUE_WORDS, part))


def _without_dates(line: str) -> str:
    places = [
        *((found.start, found.end) for found in find_dates(line)),
        *((found.start, found.end) for found in find_days(line, 0, len(line))),
    ]
    for start, end in sorted(places, reverse=True):
        line = line[:start] + re.sub(r"^\s*(?:г\.|года)", "", line[end:])
    return line


def _city_at_the_end(parts: list[str], country: str | bool | None) -> str | None:
    """Takes the last part away and gives it back where it is a city: a known one, or what stands before the
    country or behind a venue."""
    if not parts:
        return None
    last = parts[-1].removeprefix("г. ")
    before_country = country and len(parts) > 1 and not STREET.search(last)
    behind_venue = (
        len(parts) > 1
        and not ANY_VENUE.search(last)
        and ANY_VENUE.search(" ".join(parts[:-1]))
        and re.fullmatch(rf"{CAP}(?:\s{CAP})?", last)
    )
    if is_known_city(last) or before_country or behind_venue:
        parts.pop()
        return last
    return None


def dateline_place(sentence: str) -> Place | None:
    """'MOSCOW, April 26 (TASS) — …', 'Marseille, France, October 24, 2023. …', «Казань. 5 мая …»"""
    if match := DATELINE.match(sentence):
        printed = match["known"] or match["capitals"] or match["placed"]
        known = next((c for c in CITIES if c.casefold() == printed.casefold()), None)
        city = known or (printed.title() if printed.isupper() else printed)
        return None if _month_or_day(city) else Place(city=city, country=match["country"], why="dateline")
    if match := RUSSIAN_DATELINE.match(sentence):
        return Place(city=match["known"] or match["capitals"].title(), why="dateline")
    return None


def place_in_title(title: str) -> Place | None:
    match = re.search(rf"\b(?:in|at)\s+(?P<city>{ANY_CITY})(?![\w-])", title)
    return Place(city=match["city"], why="in the title") if match else None


def place_in_sentence(sentence: str) -> Place | None:
    """The place in a sentence about the event: a venue by its noun, then ', City, Country' or 'in City'."""
    place = _venue_with_city(sentence)
    if place.city is None:
        city, country = _in_city(sentence)
        place = place.filled(Place(None, city, country))
    place = place.filled(_aside(sentence))
    if place.city is None and (own := OWN_HOUSE_IN.search(sentence)):
        place = place.filled(Place(None, own["city"]))
    if place.city is None and (beside := FROM_PLACE.search(sentence)):
        place = place.filled(Place(None, beside["city"], beside["country"]))
    for pattern in (
        TOWN_OF_THE_HOUSE,
        MEETING_OF_THE_TOWN,
        TOWN_OF_THE_EMBASSY,
        TOWN_BEHIND_STREET,
        CAME_TO_TOWN,
    ):
        home = pattern.search(sentence)
        if place.city is None and home and _may_be_a_city(home["city"]):
            place = place.filled(Place(None, home["city"]))
    if not (place.city or place.country) and (land := IN_COUNTRY.search(sentence)):
        place = place.filled(Place(country=land["country"] or land["behind"]))
    if not (place.venue or place.city or place.country):
        return None
    hosted = place.venue and (host := VENUE_AS_HOST.match(sentence)) and place.venue in host.group()
    weak = hosted and NAMES_A_HOUSE.search(place.venue or "")
    return Place(place.venue, place.city, place.country, AS_HOST if weak else "sentence about the event")


def _venue_with_city(sentence: str) -> Place:
    """A venue that its words show to be one, and the city and country that follow it."""
    match = _venue_by_its_words(sentence) or _venue_without_noun(sentence)
    if match is None:
        return Place()
    venue, city, country = match.groupdict().get("foreign") or match["venue"], None, None
    tail = sentence[match.end() :]
    inner = IN_TOWN.search(venue)
    if inner and not (STREET_WORD.search(inner["town"]) or IS_A_HALL.search(inner["town"])):
        venue, city = (
            venue[: inner.start("at") if inner["at"] else inner.start()],
            _wider(inner["town"], tail),
        )
        if land := re.match(rf",\s+(?P<country>{ANY_COUNTRY})(?![\w-])", tail):
            country = land["country"]
    elif owner := OF_A_CITY.match(venue):
        venue, city = venue[owner.end() :], owner["city"]
    if named := re.match(rf"\s+({ANY_CITY})(?![\w’'-])", tail):  # "Impact Hub Yerevan"
        venue, city, tail = venue + named.group(), city or named[1], tail[named.end() :]
    if after := BEHIND_VENUE.match(tail):
        city = city or _wider(after["city"], tail[after.end("city") :])
        country = country or after["country"]
    if city and COUNTRY.fullmatch(city) and not CITY.fullmatch(city):
        city, country = None, country or city
    return Place(venue, None if city and _month_or_day(city) else city, country)


def _venue_by_its_words(sentence: str) -> re.Match[str] | None:
    matches = [
        match
        for pattern in (VENUE, FOREIGN_VENUE)
        for match in pattern.finditer(sentence)
        if not (
            _in_a_post(sentence[: match.start("venue")])
            or _is_vague(match)
            or ORGANISED.match(sentence, match.end())
        )
    ]
    match = min(matches, key=lambda m: (m.start("venue"), -m.end()), default=None)
    held = HELD_VENUE.search(sentence)
    if held and (match is None or held.start("venue") <= match.start("venue") and held.end() > match.end()):
        return held if " " in held["venue"] else match
    return match or _told_otherwise(sentence)


def _told_otherwise(sentence: str) -> re.Match[str] | None:
    """A venue that opened, was the setting, or had its doors opened."""
    hosts = VENUE_AS_HOST.match(sentence) or SETTING.match(sentence)
    return hosts or VENUE_WAS.search(sentence) or DOORS_OF.search(sentence)


def _is_vague(match: re.Match[str]) -> bool:
    """'in the hall', 'in Parliament': which one, or whether that is a place at all, is not told."""
    bare = " " not in match["venue"] and match.re is VENUE and not match["the"]
    return bare or bool(VAGUE.fullmatch(match["venue"]))


def _venue_without_noun(sentence: str) -> re.Match[str] | None:
    """'in the Aula Magna in Manizales': capitals behind an article, before a city or a date."""
    match = AT_PLACE.search(sentence)
    if match is None or _in_a_post(sentence[: match.start()]):
        return None
    name, tail = match["venue"], sentence[match.end() :]
    elsewhere = COUNTRY.fullmatch(name) or CITY.fullmatch(name) or NO_HOUSE.search(name)
    told = BEFORE_A_CITY.match(tail) or ABOUT_IT.search(sentence)
    return None if elsewhere or _month_or_day(name) or not told else match


def _in_city(sentence: str) -> tuple[str | None, str | None]:
    """'hosted … in Moscow, Russia', 'in Moscow on 5 May'; not the city of a meeting that is only talked about."""
    about = re.search(
        r"\b(?:following|after|before|about|on the (?:results|outcome)|ahead of|"
        r"(?:which|that|and) (?:continues|resumes|moves|goes on|returns|will))\b",
        sentence,
    )
    for match in IN_PLACE.finditer(sentence[: about.start() if about else len(sentence)]):
        before, after = sentence[: match.start()], sentence[match.end("city") :]
        if FAR_AWAY.search(before):
            continue
        known = CITY.match(match["city"])
        dated = DATE_BEFORE.search(before) or DATE_AFTER.match(after)
        if known and (dated or match["country"] or ABOUT_IT.search(sentence)):
            return known.group(), match["country"]
        near = (HELD_JUST_BEFORE if " " in match["city"] else NEAR_HOSTED).search(before)
        told = match["country"] or dated or near
        if not known and told and _may_be_a_city(match["city"]):
            return _wider(match["city"], after), match["country"]
    visited = VISITED.search(sentence)
    if visited and _may_be_a_city(visited["city"]):
        return visited["city"], visited["country"]
    return None, None


def _aside(sentence: str) -> Place | None:
    """'(Kelp House, Leeds, 5 May 2019)'; '(HSE, Moscow)' is where somebody works."""
    for aside in ASIDE.finditer(sentence):
        dated = _without_dates(aside[1]) != aside[1]
        if dated or ANY_VENUE.search(aside[1]) and not NAMES_A_HOUSE.search(aside[1]):
            return place_in_line(aside[1], "", sure=False)
    return None


def _wider(part: str, after: str) -> str:
    """The known city behind a comma, where what was read is a part of it: 'in Koramangala, Bengaluru'."""
    match = re.match(rf",\s+(?P<city>{ANY_CITY})(?![\w-])", after)
    return match["city"] if match and not CITY.fullmatch(part) else part


def _may_be_a_city(name: str) -> bool:
    other = (
        COUNTRY.match(name) or _month_or_day(name) or re.search(VENUE_WORDS, name) or EVENT_WORD.search(name)
    ) or A_TONGUE.match(name)
    return not (other or name.isupper())


def _in_a_post(before: str) -> bool:
    """'professor of law at Seoul University' is where somebody works, not where the event was."""
    near = " ".join(before.split()[-NEAR_POST:])
    if GIVEN_BY.search(before):
        return False
    posts = [m for m in HAS_POST.finditer(near) if not m.group().lower().endswith("s")]
    return WORKS_THERE.search(near) is not None or any(
        not DOES_SOMETHING.search(near[m.end() :]) and not COUNTS.search(near[: m.start()]) for m in posts
    )


def _month_or_day(name: str) -> bool:
    return bool(re.match(rf"{MONTH_OR_DAY}(?!\w)", name))

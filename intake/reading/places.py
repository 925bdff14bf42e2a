"""Where the event took place: venue, city and country as the report states them."""

import re
from dataclasses import dataclass

from .dates import find_dates, find_days
from .names import UPPER, is_given
from .posts import HAS_POST
from .words.cities import MORE_CITIES
from .words.places import (
    CITIES,
    COUNTRIES,
    RUSSIAN_CITIES,
    RUSSIAN_COUNTRIES,
    RUSSIAN_VENUES,
    VENUE_OPENINGS,
    VENUE_WORDS,
)

_CITIES = "|".join(sorted(map(re.escape, [*CITIES, *MORE_CITIES]), key=len, reverse=True))
_COUNTRIES = "|".join(sorted(map(re.escape, COUNTRIES), key=len, reverse=True))
CITY, COUNTRY = re.compile(rf"(?:{_CITIES})(?![\w-])"), re.compile(rf"(?:{_COUNTRIES})(?![\w-])")
_CAP = rf"[{UPPER}](?:[\w’'&-]|\.(?=\s[{UPPER}]))*"
_LOW = (
    r"(?:of|for|the|and|&|at|de|la|del|di|du|faculty|main|lecture|concert|conference|town|reading|assembly|seminar|"
    r"old|new|great|grand|village|community|city|public|national|meeting|press|church|parish|ball|council|"
    r"committee|potting|debating|banqueting)"
)
_VENUE_NAME = (
    rf"(?:(?:{_CAP}|{_LOW})\s+){{0,8}}?{VENUE_WORDS}(?![\w])(?:\s+{VENUE_WORDS}(?![\w]))*"
    r"(?:\s+(?:[A-Z]|\d{1,4})(?![\w]))?"
)
VENUE = re.compile(
    rf"\b(?:at|in|on(?=\s+the\s+(?:{_CAP}\s+)?Stage\b)|inside|into|filled|packed|within|(?:came|flocked|gathered|trooped|turned\s+up|"
    rf"invited)\s+(?:in)?to)\s+(?P<the>the\s+)?(?P<venue>{_VENUE_NAME}(?:\s+(?:of|for|at|"
    rf"in)\s+(?:the\s+)?(?:{_CAP})(?:\s+(?:of|for|and|&|{_CAP}))*?(?=[,.;)(\s]))?"
    rf"(?:\s+(?:of|"
    rf"for)\s+(?:the\s+)?(?:{_CAP}\s*)+)?(?:\s+\([A-Z]{{2,8}}\))?(?:,\s+(?:the\s+)?{_VENUE_NAME})*)"
)
VENUE_AS_HOST = re.compile(
    rf"The\s+(?P<venue>{_VENUE_NAME}(?:\s+(?:of|"
    rf"for)\s+(?:the\s+)?{_CAP}(?:\s+(?:and\s+)?{_CAP})*)?)(?=\s+in\s+{_CAP}\s+(?:opened|hosted|held|"
    rf"welcomed|organi[sz]ed|filled|staged)\b)"
)
HOSTED = (
    r"\b(?:held|hosted|took\s+place|met|meeting|gathered|convened|sat|organi[sz]ed|recorded|assembled|opened|came|"
    r"discussed|presented|talked|spoke|attended|squeezed)\b"
)
#: What tells, beside HOSTED, that a known city in the sentence is where it was.
ABOUT_IT = re.compile(
    rf"{HOSTED}|\b(?:welcomed|launched|kicked\s+off|heard|staged|celebrated|delivered|unveiled|inaugurated|began|"
    r"concluded|closed|started|briefed|addressed|turned\s+out|crowded|packed|joined|sat\s+down|lecture|seminar|"
    r"workshop|conference|meetup|symposium)\b"
)
#: 'at Kino Merkur', 'in the Palacio de los Marqueses', 'in Room 12'
FOREIGN_VENUE = re.compile(
    rf"\b(?:at|in|inside|to)\s+(?:the\s+)?(?P<venue>{VENUE_OPENINGS}(?:\s+(?:{_CAP}|\d+[A-Za-z]?|de|del|della|"
    r"delle|la|las|los|des|der|du|do|da|dos|das|di|el|y|et)(?!\w))+)"
)
SETTING = re.compile(
    rf"(?:The\s+)?(?P<venue>{_CAP}(?:\s+(?:{_CAP}|of|the|de|la|del|der))*)\s+(?:was|were|provided|served\s+as|became|"
    r"made)\s+(?:the|a|an)\s+(?:\w+\s+)?(?:setting|venue|stage|backdrop)\b"
)
_WHERE_IN_TOWN = (
    r"(?:(?:central|downtown|(?:north|south|east|west)(?:ern)?|the\s+(?:\w+\s+)?(?:heart|centre|center|city|town|"
    r"village|suburbs?|outskirts|port|capital)(?:\s+of)?)\s+)?"
)
_MONTH_OR_DAY = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
DATE_BEFORE = re.compile(
    rf"(?:\d{{4}}|{_MONTH_OR_DAY}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?|\b(?:week|night|weekend|month)),?\s*$"
)
DATE_AFTER = re.compile(
    rf",?\s+(?:on\s+(?:the\s+)?(?:\d|{_MONTH_OR_DAY})|(?:last|this)\s+(?:{_MONTH_OR_DAY}|week|night|month)|"
    rf"from\s+\d|between\s+\d|in\s+{_MONTH_OR_DAY}\s+\d)"
)
IN_COUNTRY = re.compile(
    rf"\b(?:held|hosted|took\s+place|met|gathered|convened)\s+(?:\w+ly\s+|again\s+)?in\s+"
    rf"(?P<country>{_COUNTRIES})(?![\w-])"
)
VAGUE = re.compile(r"(?:the\s+)?[a-z]+")  # 'in the hall': which one is not told
NEAR_HOSTED = re.compile(rf"{HOSTED}(?:\s+(?:again|there|on\s+[\w\s,]{{4,30}}))?\s*$|{HOSTED}[^.]{{0,60}}$")
BEHIND_VENUE = re.compile(
    rf"(?:,|\s+in)\s+{_WHERE_IN_TOWN}(?P<city>{_CAP}(?:\s{_CAP}){{0,2}})(?:,\s+(?P<country>{_COUNTRIES})(?![\w-]))?"
    r"(?=[,.;]|\s+(?:on|to|for|last|and|this|where|with|focused|opened|hosted|held|welcomed|organi[sz]ed|filled|"
    r"staged|was|from|by|as|when|which)\b|$)"
)
BYLINE_CITY = re.compile(rf"(?:By\s+)?(?:{_CAP}\s+){{2,4}}in\s+(?P<city>{_CITIES})")
OF_A_CITY = re.compile(rf"(?P<city>{_CITIES})[’']s?\s+")
IN_PLACE = re.compile(
    rf"\b[Ii]n\s+{_WHERE_IN_TOWN}(?P<city>{_CAP}(?:\s+{_CAP}){{0,2}})(?:,\s+(?P<country>{_COUNTRIES})(?![\w-]))?"
)
AT_PLACE = re.compile(
    rf"\b(?:(?:at|in)\s+the|at)\s+(?P<venue>{_CAP}(?:\s+{_CAP}){{0,4}})(?=\s+in\s+[{UPPER}]|,\s+[{UPPER}\d]|"
    rf"\s+on\s|\s*[.,])"
)
#: 'MOSCOW, April 26 (TASS) —', 'Nizwa, Oman.', 'Aldermouth, 16 May 2023.': a name alone is none in lower case.
DATELINE = re.compile(
    rf"(?:(?P<known>{_CITIES})|(?P<capitals>[{UPPER}]{{3,}}(?:[ -][{UPPER}]{{2,}}){{0,3}})|"
    rf"(?P<placed>{_CAP}(?:\s{_CAP}){{0,2}})(?=,\s+(?:(?:{_COUNTRIES})|{_MONTH_OR_DAY}|\d)))(?![\w-])"
    rf"(?:,\s+(?P<country>{_COUNTRIES})(?![\w-]))?(?:,?\s+[^—–.(\n-]{{0,30}}\d[^—–.(\n-]{{0,12}})?"
    r"(?:\s*\([^)]{2,30}\))?\s*(?:[—–-]{1,2}\s|\.(?:\s|$)|\)|:\s|/)"
)
RUSSIAN_DATELINE = re.compile(
    rf"(?:(?P<capitals>[А-ЯЁ]{{3,}}(?:[ -][А-ЯЁ]{{2,}}){{0,2}})|(?P<known>{'|'.join(RUSSIAN_CITIES)}))(?![\w-])"
    r"(?:,\s*[^—–\n.]{0,40})?\s*(?:[—–/.]|\s-\s)"
)
STREET = re.compile(r"\b(?:street|st\.|road|avenue|lane|square|ul\.|ulitsa|floor|\d{1,4}[a-z]?)\b", re.I)
#: What a line about the place may tell besides: the weekday, the hour, 'held at', 'online'.
NOT_A_PLACE = re.compile(
    r"\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b,?\s*|\b\d{1,2}[.:]\d\d(?:\s*[–—-]\s*\d{1,2}[.:]\d\d)?"
    r"(?:\s*[ap]\.?m\b\.?)?(?:\s*\b[A-Z]{3,4}\b)?|^(?:held|recorded)\s+(?:at|in|on)\s+|\s+and online\b|"
    r"(?<=\d)\s*(?:г\.|года)",
    re.I,
)
#: The house itself rather than a room in it: without a day beside it, a line with one is its letterhead.
NAMES_A_HOUSE = re.compile(
    r"\b(?:Institut\w*|University|Universi[dt]\w+|Club|School|College|Academy|Foundation|Forum|Union|Office|Ministry|"
    r"Parliament|Campus|Laboratory|Network)\b|(?:институт|университет|клуб|школ|академи|центр)",
    re.I,
)
OF_A_PLACE_LINE = re.compile(r"\s+on\s*(?:,|$).*")
ANY_VENUE = re.compile(
    rf"(?<!\w){VENUE_WORDS}(?!\w)|(?<!\w){VENUE_OPENINGS}\s+\w|(?<![а-яё])(?i:{RUSSIAN_VENUES})"
)


@dataclass(frozen=True)
class Place:
    venue: str | None = None
    city: str | None = None
    country: str | None = None
    why: str = ""

    def filled(self, other: "Place | None") -> "Place":
        """This place with what it lacks taken from `other`."""
        if other is None:
            return self
        return Place(
            self.venue or other.venue,
            self.city or other.city,
            self.country or other.country,
            self.why or other.why,
        )


def place_in_line(line: str, why: str, sure: bool) -> Place | None:
    """'Hall, Street 42, City, Country' cut from its end, and what else the line tells left out; without a
    label only where the end is a known place or a venue word shows that the line is about a place."""
    bare = OF_A_PLACE_LINE.sub("", NOT_A_PLACE.sub("", _without_dates(line)))
    dated, line = len(bare) < len(line), bare
    parts = [p.strip(" .;") for p in line.split(",") if p.strip(" .;")]
    if not parts or len(line) > 200 or ":" in line and not sure:
        return None
    country = parts.pop() if COUNTRY.fullmatch(parts[-1]) or parts[-1] in RUSSIAN_COUNTRIES else None
    city = _city_at_the_end(parts, country) or _city_in_front(parts)
    about_a_place = ANY_VENUE.search(line) and (dated or not NAMES_A_HOUSE.search(line)) and len(parts) <= 3
    if not (sure or country or city or about_a_place) or not sure and _names_somebody(line):
        return None
    venue = ", ".join(parts) or None
    if venue and not sure and not (about_a_place or city or country):
        venue = None
    return Place(venue, city, country, why)


def _city_in_front(parts: list[str]) -> str | None:
    """Takes the first part away and gives it back where it is a city we know: «г. Минск, Дом литератора»."""
    if len(parts) < 2 or not _is_known_city(first := parts[0].removeprefix("г. ")):
        return None
    parts.pop(0)
    return first


def _is_known_city(name: str) -> bool:
    return bool(CITY.fullmatch(name)) or name in RUSSIAN_CITIES


def _names_somebody(line: str) -> bool:
    """'Dr Ann Moss, Harbour Institute, Oslo' is a speaker, not a place."""
    titled = re.match(r"(?:By|Dr|Prof|Mr|Ms|Mrs)\b", line)
    name = line.split(",")[0].split()
    given = name and is_given(name[0].casefold()) and not ANY_VENUE.search(" ".join(name))
    return bool(titled or given or HAS_POST.search(line))


def _without_dates(line: str) -> str:
    for found in sorted([*find_dates(line), *find_days(line, 0, len(line))], key=lambda d: -d.start):
        line = line[: found.start] + line[found.end :]
    return line


def _city_at_the_end(parts: list[str], country: str | None) -> str | None:
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
        and re.fullmatch(rf"{_CAP}(?:\s{_CAP})?", last)
    )
    if _is_known_city(last) or before_country or behind_venue:
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
    match = re.search(rf"\b(?:in|at)\s+(?P<city>{_CITIES})(?![\w-])", title)
    return Place(city=match["city"], why="in the title") if match else None


def place_in_sentence(sentence: str) -> Place | None:
    """The place in a sentence about the event: a venue by its noun, then ', City, Country' or 'in City'."""
    hosted = re.search(HOSTED, sentence)
    place = _venue_with_city(sentence)
    if place.venue is None and hosted:
        place = place.filled(Place(_venue_without_noun(sentence)))
    if place.city is None:
        city, country = _in_city(sentence)
        place = place.filled(Place(None, city, country))
    if not (place.city or place.country) and (land := IN_COUNTRY.search(sentence)):
        place = place.filled(Place(country=land["country"]))
    if not (place.venue or place.city or place.country):
        return None
    return Place(place.venue, place.city, place.country, "sentence about the event")


def _venue_with_city(sentence: str) -> Place:
    """A venue that its words show to be one, and the city and country that follow it."""
    match = _venue_by_its_words(sentence)
    if match is None:
        return Place()
    venue, city, country = match["venue"], None, None
    tail = sentence[match.end() :]
    if inner := re.search(rf"\s+in\s+(?:the\s+)?({_CAP}(?:\s{_CAP})?)$", venue):
        venue, city = venue[: inner.start()], _wider(inner[1], tail)
        if land := re.match(rf",\s+(?P<country>{_COUNTRIES})(?![\w-])", tail):
            country = land["country"]
    elif owner := OF_A_CITY.match(venue):
        venue, city = venue[owner.end() :], owner["city"]
    if after := BEHIND_VENUE.match(tail):
        city = city or _wider(after["city"], tail[after.end("city") :])
        country = country or after["country"]
    if city and COUNTRY.fullmatch(city):
        city, country = None, country or city
    return Place(venue, None if city and _month_or_day(city) else city, country)


def _venue_by_its_words(sentence: str) -> re.Match[str] | None:
    matches = [
        match
        for pattern in (VENUE, FOREIGN_VENUE)
        for match in pattern.finditer(sentence)
        if not _in_a_post(sentence[: match.start()]) and not VAGUE.fullmatch(match["venue"])
    ]
    match = min(matches, key=lambda m: (m.start(), -m.end()), default=None)
    return match or VENUE_AS_HOST.match(sentence) or SETTING.match(sentence)


def _venue_without_noun(sentence: str) -> str | None:
    """'in the Aula Magna in Manizales': capitals behind an article, before a city or a date."""
    match = AT_PLACE.search(sentence)
    if match is None or _in_a_post(sentence[: match.start()]):
        return None
    name = match["venue"]
    elsewhere = COUNTRY.fullmatch(name) or CITY.fullmatch(name) or re.search(r"day\b|\bUnited\b", name)
    return None if elsewhere or _month_or_day(name) else name


def _in_city(sentence: str) -> tuple[str | None, str | None]:
    """'hosted … in Moscow, Russia', 'in Moscow on 5 May'; not the city of a meeting that is only talked about."""
    about = re.search(r"\b(?:following|after|before|about|on the (?:results|outcome)|ahead of)\b", sentence)
    for match in IN_PLACE.finditer(sentence[: about.start() if about else len(sentence)]):
        before, after = sentence[: match.start()], sentence[match.end("city") :]
        known = CITY.match(match["city"])
        dated = DATE_BEFORE.search(before) or DATE_AFTER.match(after)
        if known and (dated or match["country"] or ABOUT_IT.search(sentence)):
            return known.group(), match["country"]
        told = match["country"] or dated or " " not in match["city"] and NEAR_HOSTED.search(before)
        if not known and told and _may_be_a_city(match["city"]):
            return _wider(match["city"], after), match["country"]
    return None, None


def _wider(part: str, after: str) -> str:
    """The known city behind a comma, where what was read is a part of it: 'in Koramangala, Bengaluru'."""
    match = re.match(rf",\s+(?P<city>{_CITIES})(?![\w-])", after)
    return match["city"] if match and not CITY.fullmatch(part) else part


def _may_be_a_city(name: str) -> bool:
    return not (COUNTRY.match(name) or _month_or_day(name) or re.search(VENUE_WORDS, name) or name.isupper())


def _in_a_post(before: str) -> bool:
    """'professor of law at Seoul University' is where somebody works, not where the event was."""
    near = " ".join(before.split()[-4:])
    posts = [m for m in HAS_POST.finditer(near) if not m.group().lower().endswith("s")]
    return any(not re.search(r",|\w(?:ed|ing)\b", near[m.end() :]) for m in posts)


def _month_or_day(name: str) -> bool:
    return bool(re.match(rf"{_MONTH_OR_DAY}(?!\w)", name))

"""Where the event took place: venue, city and country as the report states them."""

import re
from dataclasses import dataclass

from .names import UPPER
from .posts import HAS_POST
from .words.places import CITIES, COUNTRIES, RUSSIAN_CITIES, RUSSIAN_COUNTRIES, VENUE_WORDS

_CITIES = "|".join(sorted(map(re.escape, CITIES), key=len, reverse=True))
_COUNTRIES = "|".join(sorted(map(re.escape, COUNTRIES), key=len, reverse=True))
CITY, COUNTRY = re.compile(rf"(?:{_CITIES})(?![\w-])"), re.compile(rf"(?:{_COUNTRIES})(?![\w-])")
_CAP = rf"[{UPPER}](?:[\w’'&-]|\.(?=\s[{UPPER}]))*"
_LOW = (
    r"(?:of|for|the|and|at|de|la|del|di|du|faculty|main|lecture|concert|conference|town|reading|assembly|seminar|"
    r"old|new|great|grand|village|community|city|public|national|meeting|press|church|parish|ball|council|"
    r"committee|potting|debating|banqueting)"
)
_VENUE_NAME = (
    rf"(?:(?:{_CAP}|{_LOW})\s+){{0,8}}?{VENUE_WORDS}(?![\w])(?:\s+{VENUE_WORDS}(?![\w]))*"
    r"(?:\s+(?:[A-Z]|\d{1,4})(?![\w]))?"
)
VENUE = re.compile(
    rf"\b(?:at|in|inside|into|filled|packed|within|(?:came|flocked|gathered|trooped|turned\s+up|"
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
IN_PLACE = re.compile(
    rf"\bin\s+(?P<city>{_CAP}(?:\s+{_CAP}){{0,2}})(?:,\s+(?P<country>{_COUNTRIES})(?![\w-]))?"
)
AT_PLACE = re.compile(
    rf"\b(?:at|in)\s+(?:the\s+)(?P<venue>{_CAP}(?:\s+{_CAP}){{0,4}})(?=\s+in\s+[{UPPER}]|,\s+[{UPPER}]|"
    rf"\s+on\s|\s*[.,])"
)
DATELINE = re.compile(
    rf"(?P<city>(?:{_CITIES})|"
    rf"[{UPPER}]{{3,}}(?:[ -][{UPPER}]{{2,}}){{0,3}})(?:,\s+(?P<country>{_COUNTRIES}))?"
    rf"(?:,?\s+[^—–.(\n-]{{0,40}})?(?:\s*\([^)]{{2,30}}\))?\s*(?:[—–-]{{1,2}}|\.(?:\s|$)|\))"
)
RUSSIAN_DATELINE = re.compile(
    r"(?P<city>[А-ЯЁ]{3,}(?:[ -][А-ЯЁ]{2,}){0,2})(?:,\s*[^—–\n]{0,40})?(?:\s*[—–]|\.)"
)
STREET = re.compile(r"\b(?:street|st\.|road|avenue|lane|square|ul\.|ulitsa|floor|\d{1,4}[a-z]?)\b", re.I)


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
    """'Hall, Street 42, City, Country' cut from its end; without a label only where the end is a known
    place or a
    venue word shows that the line is about a place."""
    line = re.sub(
        r"\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b,?\s*|\b\d{1,2}(?:st|nd|rd|"
        r"th)?\s+\w+,?\s+\d{4}\b|\b\w+\s+\d{1,2},?\s+\d{4}\b|\b\d{1,2}[.:]\d\d\b.*|^held\s+(?:at|in|"
        r"on)\s+|\b\d{1,2}\.\d{1,2}\.\d{4}\b",
        "",
        line,
        flags=re.I,
    )
    line = re.sub(r"\s+on\s*(?:,|$).*", "", line)
    parts = [p.strip(" .") for p in line.split(",") if p.strip(" .")]
    if not parts or len(line) > 200 or ":" in line and not sure:
        return None
    country = parts.pop() if COUNTRY.fullmatch(parts[-1]) or parts[-1] in RUSSIAN_COUNTRIES else None
    city = None
    if parts and (
        CITY.fullmatch(parts[-1])
        or parts[-1].removeprefix("г. ") in RUSSIAN_CITIES
        or country
        and not STREET.search(parts[-1])
        and len(parts) > 1
    ):
        city = parts.pop().removeprefix("г. ")
    elif (
        len(parts) > 1
        and not re.search(VENUE_WORDS, parts[-1])
        and re.search(VENUE_WORDS, " ".join(parts[:-1]))
        and re.fullmatch(rf"{_CAP}(?:\s{_CAP})?", parts[-1])
    ):
        city = parts.pop()
    if not (sure or country or city or re.search(VENUE_WORDS, line) and len(parts) <= 3):
        return None
    venue = ", ".join(parts) or None
    if venue and not sure and not (re.search(VENUE_WORDS, venue) or city or country):
        venue = None
    return Place(venue, city, country, why)


def dateline_place(sentence: str) -> Place | None:
    """'MOSCOW, April 26 (TASS) — …', 'Marseille, France, October 24, 2023. …'"""
    if match := DATELINE.match(sentence):
        city = match["city"]
        known = next((c for c in CITIES if c.casefold() == city.casefold()), None)
        return Place(
            city=known or (city.title() if city.isupper() else city), country=match["country"], why="dateline"
        )
    if match := RUSSIAN_DATELINE.match(sentence):
        return Place(city=match["city"].title(), why="dateline")
    return None


def place_in_title(title: str) -> Place | None:
    match = re.search(rf"\b(?:in|at)\s+(?P<city>{_CITIES})(?![\w-])", title)
    return Place(city=match["city"], why="in the title") if match else None


def place_in_sentence(sentence: str) -> Place | None:
    """The place in a sentence about the event: a venue by its noun, then ', City, Country' or 'in City'."""
    venue = city = country = None
    matches = (m for m in VENUE.finditer(sentence) if not _in_a_post(sentence[: m.start()]))
    if match := next(matches, None) or VENUE_AS_HOST.match(sentence):
        venue = match["venue"]
        tail = sentence[match.end() :]
        if inner := re.search(rf"\s+in\s+(?:the\s+)?({_CAP}(?:\s{_CAP})?)$", venue):
            venue, city = venue[: inner.start()], inner[1]
            if land := re.match(rf",\s+(?P<country>{_COUNTRIES})(?![\w-])", tail):
                country = land["country"]
        if after := re.match(
            rf"(?:,|"
            rf"\s+in)\s+(?P<city>{_CAP}(?:\s{_CAP}){{0,2}})(?:,\s+(?P<country>{_COUNTRIES})(?![\w-]))?(?=[,.;]|\s+(?:on|to|for|last|and|this|where|with|focused|opened|hosted|held|welcomed|organi[sz]ed|filled|staged)\b|$)",
            tail,
        ):
            city, country = city or after["city"], after["country"]
    if city and (
        COUNTRY.fullmatch(city)
        or re.match(
            r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
            r"Mon|Tues|Wed|Thurs|Fri|Sat|Sun)",
            city,
        )
    ):
        country, city = country or (city if COUNTRY.fullmatch(city) else None), None
    if venue is None and re.search(HOSTED, sentence):
        venue = _venue_without_noun(sentence)
    if city is None and re.search(HOSTED, sentence):
        city, country = _in_city(sentence, country)
    return Place(venue, city, country, "sentence about the event") if venue or city else None


def _venue_without_noun(sentence: str) -> str | None:
    """'in the Aula Magna in Manizales': capitals behind an article, before a city or a date."""
    match = AT_PLACE.search(sentence)
    if match is None or COUNTRY.fullmatch(match["venue"]) or re.search(r"day\b|\bUnited\b", match["venue"]):
        return None
    return match["venue"]


def _in_city(sentence: str, country: str | None) -> tuple[str | None, str | None]:
    """'hosted … in Moscow, Russia'; not the city of a meeting that is only talked about."""
    about = re.search(r"\b(?:following|after|before|about|on the (?:results|outcome)|ahead of)\b", sentence)
    limit = about.start() if about else len(sentence)
    for match in IN_PLACE.finditer(sentence[:limit]):
        name = match["city"]
        known = CITY.match(name)
        if known:
            return known.group(), country or match["country"]
        near = re.search(
            rf"{HOSTED}(?:\s+(?:again|there|on\s+[\w\s,]{{4,30}}))?\s*$|{HOSTED}[^.]{{0,60}}$",
            sentence[: match.start()],
        )
        if (
            match["country"]
            or near
            and len(name.split()) == 1
            and not COUNTRY.fullmatch(name)
            and not _month_or_day(name)
            and not re.search(VENUE_WORDS, name)
        ):
            return name, country or match["country"]
    return None, country


def _in_a_post(before: str) -> bool:
    """'professor at Seoul University' is where somebody works, not where the event was."""
    return any(not m.group().lower().endswith("s") for m in HAS_POST.finditer(" ".join(before.split()[-4:])))


def _month_or_day(word: str) -> bool:
    return bool(
        re.match(r"(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)", word)
    )


_RU_VENUES = (
    r"(?:зал|конференц-зал|актовый зал|центр|институт|университет|дом|дворец|библиотек|музе|клуб|театр|"
    r"академи|павильон|аудитори|пресс-центр|школ|отел|гостиниц|галере)"
)
_RU_CITIES = "|".join(sorted((c.replace("_", " ") for c in RUSSIAN_CITIES.values()), key=len, reverse=True))
RUSSIAN_IN = re.compile(rf"\b[Вв]о?\s+(?P<city>{_RU_CITIES})(?![\w-])")
RUSSIAN_UNKNOWN = re.compile(r"\bв\s+(?P<city>[А-ЯЁ][а-яё]+(?:ске|цке|рде|рге|граде|городе))(?![\w-])")
RUSSIAN_PARENTHESIS = re.compile(rf"\((?P<venue>[А-ЯЁ][^()]{{3,80}}?{_RU_VENUES}[^()]{{0,40}})\)", re.I)
RUSSIAN_VENUE = re.compile(
    rf"\b[Вв]о?\s+(?P<venue>(?:[а-яё«»-]+\s+){{0,3}}?{_RU_VENUES}[а-яё]{{0,3}}(?:\s+(?:[А-ЯЁ№«\d][\w»-]*|"
    rf"имени|им\.|[а-яё]+(?:ого|ой|их|ых|ии|ия|ей|ки|ва))){{0,6}})"
)


def russian_place(sentence: str) -> Place | None:
    """Cities are put back in the nominative; a venue stays as printed."""
    nominative = {loc.replace("_", " "): city.replace("_", " ") for city, loc in RUSSIAN_CITIES.items()}
    city = venue = None
    if match := RUSSIAN_IN.search(sentence):
        city = nominative[match["city"]]
    elif match := RUSSIAN_UNKNOWN.search(sentence):
        city = match["city"][:-1]
    if match := RUSSIAN_PARENTHESIS.search(sentence) or RUSSIAN_VENUE.search(sentence):
        venue = match["venue"].strip() if re.search(r"[А-ЯЁ№«\d]", match["venue"]) else None
    country = next((c for c in RUSSIAN_COUNTRIES if re.search(rf",\s+{c}(?![\w-])", sentence)), None)
    return Place(venue, city, country, "sentence about the event") if city or venue else None

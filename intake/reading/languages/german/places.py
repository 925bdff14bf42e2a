"""German: where the event took place."""

import re

from intake.reading.facts.place import Place
from intake.reading.languages.english.places import dateline_place
from intake.reading.languages.german.words.places import CITIES, COUNTRIES, LANDS, VENUES

_CITY = "|".join(sorted(map(re.escape, CITIES), key=len, reverse=True))
_CAP = r"[A-ZÄÖÜ][\wäöüß-]*"
IN_CITY = re.compile(
    rf"\b(?:in|nach|zu|bei)\s+(?P<city>{_CITY})(?![\w-])(?:,\s+(?P<country>{'|'.join(COUNTRIES)}))?"
)
UNKNOWN_CITY = re.compile(
    rf"\bin\s+(?P<city>{_CAP}(?:\s+(?:am|an der)\s+{_CAP})?)(?=\s+(?:statt|stattfand|zu einer|zur|zum)\b)"
)
#: „Zur Tagung kamen 120 Gäste in die Akademie nach Loccum.“
CAME_TO = re.compile(
    rf"\b(?:kam|kamen|reisten|lud|luden|strömten)\b[^;]{{0,160}}?\snach\s+(?!Hause\b|(?:{'|'.join(COUNTRIES)})\b)"
    rf"(?P<city>(?:Bad\s+|Sankt\s+)?{_CAP})(?=\s+ein\b|\s*[.,]|$)"
)
#: Who came to a hall, behind its name: „im Festsaal des Palais Moos Fachleute“.
_PEOPLE = (
    r"(?:Fachleute|Fachkräfte|Expert\w+|Gäste|Vertreter\w*|Menschen|Mitglieder|Delegierte|"
    r"Interessierte|Studierende|Betroffene|Anwohner\w*|"
    r"Forscher\w*|Landwirt\w*|Politiker\w*|Besucher\w*|Zuhörer\w*|Bürger\w*)(?![\w-])"
)
#: „im ehemaligen Güterschuppen am Nordbahnhof“, „in der Alten Kelter“, „im Hörsaal B“
VENUE = re.compile(
    rf"\b(?:[Ii]m|[Ii]n der|[Ii]n die|[Ii]n das|[Ii]n den|[Aa]m|[Aa]n der|[Aa]uf dem|[Ii]ns|"
    rf"füllten?\s[^;:,]{{0,60}}?\b(?:den|die|das)|(?P<bare>[Dd]er|"
    rf"[Dd]ie))\s+(?!(?:Stiftung|Verein|Gesellschaft|Verband|Initiative|Partei|Firma)\b)"
    rf"(?P<venue>(?:[a-zäöüß]+en\s+|{_CAP}\s+){{0,3}}?"
    rf"(?:(?:Kloster|Schloss|Haus|Hotel|Gut|Burg|Villa|Hof|Gasthof|Gasthaus|Kino|Palais|Stift|Buchhandlung|"
    rf"Galerie|Café|Weingut|Restaurant|Brauerei|Gaststätte)\s+{_CAP}|(?i:{VENUES})(?![\w-]))"
    rf"(?:\s+\d{{1,3}}[a-z]?(?!\d|\s+[A-ZÄÖÜ])|\s+(?:[A-Z]|[IVX]{{1,5}})(?!\w)|\s+(?:Nord|Süd|Ost|West|Mitte)(?!\w))?"
    rf"(?:\s+(?:der|des|für|am|an der|im|[Zz]ur|[Zz]um|vom|"
    rf"von)\s+(?:[A-ZÄÖÜa-zäöüß]+en\s+)?{_CAP}(?:\s+(?!{_PEOPLE})(?:St\.\s+)?{_CAP})*)*)"
)
#: „Ort des Fachtags war die Alte Spinnerei, Halle 7“
VENUE_WAS = re.compile(
    rf"\b(?:[Oo]rt|[Vv]eranstaltungsort|[Tt]agungsort|[Ss]chauplatz|[Tt]reffpunkt|[Aa]ustragungsort)\s+(?:(?:des|der|dieser|unserer?s?)\s+"
    rf"[\w-]+\s+)?(?:war|waren|ist)\s+(?:die|der|das|wieder\s+die|wieder\s+das|wieder\s+der|erneut\s+\w{{3}})\s+"
    rf"(?P<venue>{_CAP}(?:\s+(?:(?:der|des|am|an\s+der|im|zur|zum)\s+)?{_CAP})*(?:,\s+(?:Halle|Saal|Raum|Haus)\s+\w+)?)"
)
_NO_HOUSE = (
    r"(?:Rahmen|Anschluss|Auftrag|Beisein|Namen|Zuge|Zeichen|Vorfeld|Mittelpunkt|Gespräch|Streit|Jahr|Sommer|Herbst|Winter|Frühjahr|Frühling|"
    r"Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|"
    r"Samstag|Sonntag|Sonnabend|Abend|Morgen|Nachmittag|Vormittag|Ende|Regel)"
)
#: What no town is called, where a hall is said to be in one: „im Handwerk in Bayern“.
_LAND = "|".join([*COUNTRIES, *LANDS])
#: „in die Alte Färberei in Hameln“: a name behind an article, before the town.
BEFORE_TOWN = re.compile(
    rf"\b(?:[Ii]m|[Ii]ns|[Aa]m|[Ii]n\s+(?:der|die|das|den)|[Aa]uf\s+de[mn])\s+(?!{_NO_HOUSE}(?:e?s)?\b)"
    rf"(?P<venue>{_CAP}(?:\s+{_CAP}){{0,3}})(?<!straße)(?<!Straße)(?<!gasse)(?<!Gasse)(?<!platz)(?<!Allee)"
    rf"(?<!allee)(?=\s+(?:in|zu)\s+(?!(?:{_LAND})(?!\w))(?P<town>(?:Bad\s+|Sankt\s+)?{_CAP})(?![\w-]))"
)
#: „im Kloster Drübeck bei Ilsenburg“
TOWN_BEHIND = re.compile(rf"\s+(?:in|bei)\s+(?P<town>(?:Bad\s+|Sankt\s+)?{_CAP})(?![\w-])")
#: „im Kulturbahnhof“: a house of its own, where „im Saal“ is any.
OLD_HOUSE = re.compile(
    r"\b(?:[Ii]n\s+der|[Ii]n\s+die|[Ii]m|[Ii]ns)\s+(?P<venue>(?:Alten?|Neuen?|Ehemaligen?)\s+[A-ZÄÖÜ][a-zäöüß]{4,})(?![\w-])(?!\s+(?:Testament|Welt|Land|Jahr))"
)
COMPOUND = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:museum|terminal|haus|halle|bahnhof|kirche|schloss|theater|zentrum|scheune|speicher|fabrik|mühle|kloster|"
    r"pavillon|turm|forum|saal|keller|schule|akademie|bibliothek)"
)
NUMBERED = re.compile(
    r".*(?:[Ss]aal|[Rr]aum|[Ss]tudio|[Hh]alle|[Ss]peicher|[Ss]chuppen|[Ww]erk|[Hh]aus|[Gg]ebäude|[Tt]urm)\s(?:\d{1,3}[a-z]?|[IVX]{1,5})"
)
#: „im Rathaus Bregenz“: what a town has one of is that town's.
OF_THE_TOWN = re.compile(
    rf"(?:[Rr]athaus|[Kk]reishaus|[Bb]ürgerhaus|[Ss]tadthalle|[Ss]tadtbibliothek|[Uu]niversität|"
    rf"[A-ZÄÖÜ][a-zäöüß]+(?:halle|haus|museum|bibliothek|bücherei|zentrum|theater|"
    rf"schule|kammer|archiv|akademie))\s+(?P<city>{_CITY})(?![\w-])"
)
AT_HOUSE = re.compile(rf"\b(?:am|an der)\s+(?P<venue>{_CAP}terminal(?:\s+\d+)?|{_CAP}\s+\d+(?!\s+[A-ZÄÖÜ]))")
DATED = re.compile(
    r"\d{1,2}\.\s*(?:\d{1,2}\.|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)|"
    r"\b(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|\bMittwoch"
)
#: „Dornstadt. Die Stühle reichten nicht“, „Bad Harzburg – …“: a word that ends as towns do, alone before the report.
TOWN_ALONE = re.compile(
    rf"(?P<agency>{_CAP}(?: (?:am|an der) {_CAP})?):\s+\([\w/-]{{2,12}}\)\s|"
    rf"(?P<city>(?:Bad|Sankt) {_CAP}|(?:(?:Groß|Klein|Neu)[ -])?(?:{_CITY}|[A-ZÄÖÜ][a-zäöüß]+(?:stadt|"
    r"stedt|burg|berg|heim|hausen|dorf|feld|"
    r"bach|furt|haven|hafen|brück|ingen|münde|rode|leben|kirchen|ow)))(?:/[A-ZÄÖÜ][\w-]+)?(?:\.\s+(?=[A-ZÄÖÜ„]|\d)|(?:\s\([\w/-]{2,12}\))?\s[–—-]\s)"
)
MONTH = re.compile(
    r"\d|\b(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)


def place_in_sentence(sentence: str) -> Place | None:
    """The place in a sentence about the event: a venue that says which, and a town that is known."""
    before_town = BEFORE_TOWN.search(sentence)
    venues = [m for m in VENUE.finditer(sentence) if _tells_which(m["venue"])]
    match = next((m for m in venues if not m["bare"]), None) or before_town
    match = match or VENUE_WAS.search(sentence) or next(iter(venues), None) or AT_HOUSE.search(sentence)
    match = match or OLD_HOUSE.search(sentence)
    found = IN_CITY.search(sentence) or UNKNOWN_CITY.search(sentence) or CAME_TO.search(sentence)
    behind = match and TOWN_BEHIND.match(sentence, match.end())
    town = before_town["town"] if before_town else behind["town"] if behind else None
    city = found["city"] if found else town if DATED.search(sentence) else None
    named = OF_THE_TOWN.search(sentence) if not city else None
    if named and (match is None or named.start() == match.start("venue")):
        return Place(named.group(), named["city"], None, "sentence about the event")
    if named and match and match.start() < named.start() < match.end():
        city = named["city"]
    if not match and not city:
        return None
    country = found.groupdict().get("country") if found else None
    return Place(match["venue"] if match else None, city, country, "sentence about the event")


def _tells_which(venue: str) -> bool:
    """A name, a number, an adjective or an owner tells which hall it is."""
    return (
        " " in venue
        and not MONTH.search(venue.split()[-1])
        or bool(COMPOUND.fullmatch(venue) or NUMBERED.fullmatch(venue))
    )


def place_in_dateline(sentence: str) -> Place | None:
    """The town that a newspaper prints before the first sentence."""
    town = TOWN_ALONE.match(sentence)
    if town or sentence.startswith(("Am ", "Vom ", "Im ")):
        return Place(city=town["city"] or town["agency"], why="dateline") if town else None
    return dateline_place(sentence)


def place_in_title(title: str) -> Place | None:
    match = IN_CITY.search(title)
    return Place(city=match["city"], why="in the title") if match else None

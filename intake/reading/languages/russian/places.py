"""Where the event took place, in Russian: cities are put back in the nominative, a venue stays as printed."""

import re
from dataclasses import replace

from intake.reading.facts.place import Place
from intake.reading.languages.english.places import place_in_line as place_cut_from_line
from intake.reading.languages.russian.dates import MONTHS
from intake.reading.languages.russian.words.places import (
    RUSSIAN_CITIES,
    RUSSIAN_COUNTRIES,
    RUSSIAN_VENUES,
    genitives,
)

NOMINATIVE = {form: city for city, form in RUSSIAN_CITIES.items()}
_AFTER_IN = "|".join(sorted(NOMINATIVE, key=len, reverse=True))
_CITY = "|".join(sorted(NOMINATIVE.values(), key=len, reverse=True))
NOMINATIVE_OF = {form: city for city in RUSSIAN_CITIES for form in genitives(city)}
OF_CITY = re.compile(rf"(?<=\s)(?P<city>{'|'.join(sorted(NOMINATIVE_OF, key=len, reverse=True))})(?![\w-])")
REACH = 20  # letters behind a venue in which its city stands
IN_CITY = re.compile(
    rf"\b[Вв]о?\s+(?:г\.\s*|городе\s+|столице\s+[А-ЯЁ][а-яё]+,?\s+|[а-яё]+(?:ом|ем|ой|ей)\s+)?(?P<city>{_AFTER_IN})(?![\w-])"
)
IN_UNKNOWN_CITY = re.compile(r"\b[Вв]\s+(?P<city>[А-ЯЁ][а-яё]+(?:ске|цке|рге|граде|городе))(?![\w-])")
#: «в Доме учёных в Пущино состоялись», «в школе № 17 Сызрани»
IN_UNBENT_CITY = re.compile(r"\b[Вв]\s+(?P<city>[А-ЯЁ][а-яё]+(?:ино|ово|ево|ёво))(?![\w-])")
#: «Саратов принимает форум», «Вологда снова увидела полотно».
CITY_AS_HOST = re.compile(
    rf"(?:^|[:—–]\s+|\d{{4}}\s+(?:года|г\.)\s+)(?:Город\s+)?(?P<city>{_CITY})\s+(?:[а-яё]+\s+){{0,4}}?(?:приня|принима|собрал|встрети|встреча|выбран|стал|"
    r"увидел|откры)"
)
#: «Балтийский форум, Казань.», «(Тверь, гостиница «Волна»)»
CITY_IN_BRACKETS = re.compile(
    r"[(,]\s*(?:г\.|город|пос\.|с\.|дер\.)\s*(?P<city>[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ][а-яё]+)?)(?=[),])"
)
CITY_APART = re.compile(
    rf"(?:[,(]\s*(?:г\.\s*)?|\bгорода\s+|\bпод\s+городом\s+)(?P<city>{_CITY})(?=[.,)]|\s)"
)
#: «в клубе посёлка Ковда», «в селе Красное»: a name that stays as it is; one that is bent («села Красного») is left.
IN_VILLAGE = re.compile(
    r"\b(?:(?:[Вв]о?)\s+(?:посёлке|поселке|селе|деревне|станице|хуторе|ауле)|"
    r"(?:клуб|школ|дом|культуры|библиотек|центр|музе|зал|администраци|кафе|столов|двор|площад|спорткомплекс)[а-яё]*\s+"
    r"(?:пос[её]лка|села|деревни|станицы|хутора|аула|пгт))\s+(?:городского\s+типа\s+)?"
    r"(?P<city>[А-ЯЁ][а-яё]+(?:[- ][А-ЯЁ][а-яё]+)?)(?![\w-])(?<!ого)(?<!его)(?<!ой)(?<!ки)(?<!ом)(?<!ем)(?<!ке)"
)
#: «Астана, Казахстан», «в Минске (Республика Беларусь)»
COUNTRY = re.compile(
    rf"[,(]\s*(?P<country>(?:Республика\s+)?(?:{'|'.join(sorted(RUSSIAN_COUNTRIES, key=len, reverse=True))}))(?![\w-])"
)
_MONTHS = "|".join(MONTHS)
_GENITIVE = (
    r"(?!(?:на|за|для)(?![а-яё])|прош|состоя|собра|откры|встре|нача|заверш|прове|провё|обсу|выступ|прочит|говор|расска|пригла|стал|был)"
    r"(?:[а-яё]+(?:ого|ой|их|ых|ии|ия|ий|ей|ки|ва|ры|ов|ы|а|я)|проблем|наук|искусств|культур|языков|стран|прав)"
)
_STREET = r"(?:улице|площади|проспекте|набережной|бульваре|переулке|шоссе)"
_VENUE = (
    rf"(?:(?!(?:{_AFTER_IN}|[а-яё]+ственном\s+слове|слове|докладе|выступлении|речи|котор[а-яё]+)\s)(?!(?:в|на|по|рамках|рамке|ходе|преддверии|честь|адрес|поддержку)\b)[А-ЯЁа-яё«»-]+\s+){{0,3}}?(?i:{RUSSIAN_VENUES})[а-яё]{{0,3}}(?![\w-])"
    rf"(?:\s+(?!\d+\s+(?:{_MONTHS}))(?:имени\b|им\.|№|[А-ЯЁ«\d][\w.»-]*|{_GENITIVE}(?![\w-]))){{0,8}}"
    rf"(?:\s+на\s+(?:{_STREET}\s+)?[А-ЯЁ][а-яё]+(?![\w-])(?:\s+{_STREET})?)?"
)
PARENTHESIS = re.compile(
    rf"\((?:(?P<city>{_CITY}),\s+)?(?P<venue>[^()]{{0,80}}?(?i:{RUSSIAN_VENUES})[^()]{{0,40}}?)(?P<full>)(?:,\s+(?:{_CITY}))?\)"
)
_ON_SITE = r"[Нн]а(?=\s+(?:космодром|стадион|завод|верф|ферм|станци|полигон))"
IN_VENUE = re.compile(
    rf"\b(?:[Вв]о?|[Нн]а площадке|[Нн]а базе|[Вв] стенах|{_ON_SITE})\s+(?P<venue>{_VENUE})(?P<full>)"
)
#: What stands behind a house that gathered people: «Музей быта собрал гостей | в Большом зале».
IN_ITS_ROOM = re.compile(
    r"[^,.;:]{0,40}?\sв\s+(?P<venue>(?:[А-ЯЁ][а-яё]+(?:ом|ем|ой|ей)\s+){1,2}(?:зале|гостиной|аудитории|фойе|холле))(?![а-яё])"
)
#: «местом встречи стало фойе Камерного зала», «аудитория 305 была полна»
AS_SUBJECT = re.compile(
    rf"\b(?:[Мм]естом|[Пп]лощадкой)\s+(?:[а-яё]+\s+){{0,3}}?(?:стал[аои]?|послужил[аои]?|выбрал[иао]?)\s+(?P<venue>{_VENUE})|"
    rf"(?:^|\s)(?P<full>{_VENUE})\s+(?:в\s+(?:{_AFTER_IN})\s+)?(?:пригласил[аои]?\b|был[аои]?\s+(?:полн|забит|переполнен|заполнен)|заполнил|вмещает\s|рассчитан[ао]?\s+на\s|(?:не|едва|с\s+трудом)\s+вмести|принял[аои]?\b|принимал[аои]?\b|собрал[аои]?\b|открыл[аои]?\s+двери)"
)
#: Who came, beside the verb: «принимала гостей усадьба Три Липы», «Слушателей собрал актовый зал академии».
_HOSTED = r"(?i:участников|гостей|слушателей|зрителей|делегатов|читателей|спорщиков|экспертов|всех|их|нас|собравшихся)"
_ADJECTIVE = r"[а-яё]+(?:ый|ий|ой|ая)"
#: «Встречу приняла усадьба Три Липы», «Клуб приютила библиотека Морского собрания».
AS_HOST = re.compile(
    rf"\b(?:(?:приютил|принял|принимал)[аи]?(?:\s+{_HOSTED})?|{_HOSTED}\s+собрал[аи]?)\s+(?P<venue>(?:(?i:{_ADJECTIVE})\s+){{0,2}}(?:[Кк]онференц-зал|[Дд]ворец|"
    r"[Лл]екторий|[Оо]тель|[Уу]садьба|[Бб]иблиотека|[Мм]узей|[Дд]ом|[Шш]кола|[Зз]ал|[Цц]ентр|[Кк]луб|[Тт]еатр|"
    r"[Гг]остиница|[Уу]ниверситет)(?:\s+(?:[А-ЯЁ«][\w».-]*|имени|культуры|искусств|творчества|уч[её]ных|молод[её]жи|печати|труда|[а-яё]+(?:ого|ой|его|ия|ой|ицы|ки|ея|ра|та|ии|иков)))+)(?P<full>)"
)
#: A name, a number or an owner tells which hall it is; «в зале» alone is no place.
TELLS_WHICH = re.compile(
    r"[А-ЯЁ№«\d]|\s[а-яё]+(?:ого|ой|ия|ии|ка|ки|ея|ра|та)$|\s(?:колледжа|школы|лицея|училища|клуба|дворца|больницы|завода|"
    r"общества|фонда|союза|издательства)$|(?:\s[а-яё]+(?:ого|его|ой|ей)){1,3}\s[а-яё]{4,}$"
)
#: «на площадке «Точка кипения»»
QUOTED_SITE = re.compile(r"\b[Нн]а площадке\s+«(?P<venue>[^«»]{2,60})»")
HAPPENS = re.compile(r"(?<![а-яё])(?:откры|прош|состоя|собра|нача|заверш|прове|появи|зарабо)[а-яё]*\s")
ABSTRACT = re.compile(
    r"(?:школ|дом|центр|клуб)[а-яё]*\s+(?:внимани|мысли)|^(?:ночь|день|дни|неделю|год|час)\s|^(?:это|том|так|нашем|своём|одном|самой|самом|любом|любой|каждом|каждой|другом|другой|каком-нибудь|"
    r"какой-нибудь)\b",
    re.I,
)


def place_in_sentence(sentence: str) -> Place | None:
    """The place in a sentence about the event."""
    venue = _venue(sentence)
    city = _city(sentence) or _city_of(venue, sentence)
    told = COUNTRY.search(sentence)
    country = told["country"] if told else None
    return Place(venue, city, country, "sentence about the event") if city or venue else None


def place_in_line(line: str, why: str, sure: bool) -> Place | None:
    """What a line about a place tells, with the village whose hall it is: «Дом культуры села Речное»."""
    found = place_cut_from_line(line, why, sure)
    village = IN_VILLAGE.search(found.venue) if found and found.venue and not found.city else None
    return replace(found, city=village["city"]) if found and village else found


def place_in_title(title: str) -> Place | None:
    match = IN_CITY.search(title)
    return Place(city=NOMINATIVE[match["city"]], why="in the title") if match else None


def _city(sentence: str) -> str | None:
    if match := IN_CITY.search(sentence):
        return NOMINATIVE[match["city"]]
    if (
        match := CITY_AS_HOST.search(sentence)
        or CITY_APART.search(sentence)
        or CITY_IN_BRACKETS.search(sentence)
    ):
        return match["city"]
    if match := IN_UNKNOWN_CITY.search(sentence):
        return match["city"][:-1]
    if village := IN_VILLAGE.search(sentence):
        return village["city"]
    unbent = IN_UNBENT_CITY.search(sentence)
    return unbent["city"] if unbent else None


def _city_of(venue: str | None, sentence: str) -> str | None:
    """The city whose genitive ends a venue or stands right behind it."""
    if venue is None:
        return None
    match = OF_CITY.search(sentence[sentence.index(venue) :][: len(venue) + REACH])
    return NOMINATIVE_OF[match["city"]] if match else None


def _venue(sentence: str) -> str | None:
    if site := QUOTED_SITE.search(sentence):
        return site["venue"]
    for match in (
        m for pattern in (PARENTHESIS, AS_HOST, AS_SUBJECT, IN_VENUE) for m in pattern.finditer(sentence)
    ):
        room = IN_ITS_ROOM.match(sentence, match.end()) if match.re is AS_SUBJECT else None
        venue = (room or match)["venue"] or match["full"]
        venue = venue.strip(" ,.")
        if TELLS_WHICH.search(venue) and not ABSTRACT.search(venue) and not HAPPENS.search(venue):
            return venue
    return None

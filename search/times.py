"""Days, months and years: as words of their own that an entry has, and as a visitor types them. No Django.

"26 April 2019", "April 26, 2019", "26.04.2019", "2019-04-26", "March 2026", "03/2026", "март 2026 года", "März 2026",
"2026年3月", "2026", "summer 2020", "winter 2019/20", "Q2 2019"; and from one to another: "26–28 April 2019", "March to
May 2026", "2025–2026", "1990s".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

#: Days of an event that are found one by one.
MOST_DAYS = 31
#: Days, months or years of a span that are asked for; of more years, the last.
MOST_TIMES = 150
#: By its beginning, whatever its ending or where it is cut short; English, German, Russian, French, Spanish, Italian.
_MONTHS = (
    "jan(?:uary?)?|jän(?:ner)?|янв[а-я]*|janv(?:ier)?|enero|gennaio",
    "feb(?:ruary?)?|фев[а-я]*|f[ée]vr?(?:ier)?|febrero|febbraio",
    "mar(?:ch)?|m[aä]rz?|mrz|март[а-я]*|mars|marzo", "apr(?:il)?|апр[а-я]*|avr(?:il)?|abril|aprile",
    "may|mai|ма[йяе]|mayo|maggio", "jun[ei]?|июн[а-я]*|juin|junio|giugno",
    "jul[yi]?|июл[а-я]*|juil(?:let)?|julio|luglio", "aug(?:ust)?|авг[а-я]*|août|aout|agosto",
    "sept?(?:ember)?|сен[а-я]*|septembre|septiembre|settembre", "o[ck]t(?:ober)?|окт[а-я]*|octobre|octubre|ottobre",
    "nov(?:ember)?|ноя[а-я]*|novembre|noviembre", "de[cz](?:ember)?|дек[а-я]*|d[ée]c(?:embre)?|diciembre|dicembre",
)  # fmt: skip
_ANY_MONTH = "|".join(_MONTHS)
#: By the first of its three months, north of the equator.
_SEASONS = {
    3: "spring|frühling|frühjahr|fruehjahr|весн(?:а|ой|ою|ы)|printemps|primavera",
    6: "summer|sommer|лет(?:о|ом|а)|été|verano|estate(?= del )",
    9: "autumn|fall|herbst|осен(?:ь|ью|и)|automne|otoño|autunno",
    12: "winter|зим(?:а|ой|ою|ы)|hiver|invierno|inverno",
}
_SEASON = rf"(?:(?:in|im|the|in the|en|в|der|l['’])[ ]?)?\b(?P<season>{'|'.join(_SEASONS.values())})"
_WEEKDAY = (
    "mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    "|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
    "|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье"
)
#: What stands before a day, before a year and before a span, and says nothing more.
_ON = rf"(?:(?:on |am |в |во )?(?:{_WEEKDAY}),? )?(?:(?:on the|on|the|am|den|dem|vom|le|du|el|il) )?"
_IN = r"(?:(?:(?:in|in the|the|im|en|en el|nel|l['’]) ?)?(?:during|throughout|year|jahre?|année|annee|año|anno) )?"
_BETWEEN = "(?:(?:between|from|zwischen|von|entre|de|tra|fra|между|с|от) )?"
_FOUR = r"(?:1[5-9]\d\d|20\d\d)"


def _name(suffix: str = "") -> str:
    return rf"(?P<name{suffix}>{_ANY_MONTH})\.?"


def _day(suffix: str = "") -> str:
    return rf"(?P<day{suffix}>\d{{1,2}})(?:st|nd|rd|th|er|º|\.|-?го|-?е)?"


def _year(suffix: str = "") -> str:
    return rf"(?P<year{suffix}>{_FOUR})(?: (?:гг?\.?|год[а-я]*))?"


_TO = r"(?:[-‐‑–—/]| (?:to|and|until|till|through|bis|und|по|до|и|au|à|et|al?|y|e) )"
_OF = "(?:(?:of|del?|di) )?"
_WRITTEN = [
    re.compile(rf"(?<!\S){form}(?=[,.;:?!]*(?:\s|$))", re.I)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?",
        r"(?P<day>\d{1,2})[-./](?P<month>\d{1,2})[-./](?P<year>\d{4})",
        r"(?P<month>\d{1,2})[-./](?P<year>\d{4})",
        r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<two>\d\d)",
        r"(?P<year>\d{4})[年년](?: ?(?P<month>\d{1,2})[月월](?: ?(?P<day>\d{1,2})[日号일])?)?",
        rf"{_ON}(?:{_day()}[ -]{_OF})?{_name()},?[ -]{_OF}{_year()}",
        rf"{_ON}{_name()} {_day()},? {_year()}",
        rf"{_day()}{_TO}{_day('_to')} {_OF}{_name()},? {_OF}{_year()}",
        rf"{_name()} {_day()}{_TO}{_day('_to')},? {_year()}",
        rf"{_BETWEEN}(?:{_day()} )?{_name()}(?:,? {_year()})?"
        rf"{_TO}(?:{_day('_to')} )?{_name('_to')},? {_OF}{_year('_to')}",
        rf"{_SEASON},?[ -]{_OF}{_year()}",
        rf"{_SEASON} {_OF}(?P<year>(?P<century>1[5-9]|20)\d\d)[-‐‑–—/](?:(?P<short>\d\d)|(?P<year_to>{_FOUR}))",
        rf"(?:q ?(?P<q>[1-4])|(?P<quarter>[1-4])\S{{0,2}} (?:quarter|quartal|trimestre|квартал\w?)) {_OF}{_year()}",
        rf"{_IN}{_year()}",
        rf"{_BETWEEN}{_year()}{_TO}{_year('_to')}",
        r"(?P<year>(?P<century>1[5-9]|20)\d\d)[-‐‑–—/](?P<short>\d\d)",
        r"(?P<decade>(?:1[5-9]|20)\d)0(?:['’]?s|-?(?:х|е|ые|ых)(?: (?:гг?\.?|год[а-я]*))?|er(?: jahren?)?)",
    )
]
#: What stands between two times, with blanks round it, as if there were none.
_SPACED_DASH = re.compile(
    rf"(?<!\S)((?:{_ANY_MONTH})\.?|\d{{4}}|\d{{1,2}}(?=\s+\S+\s+\d{{1,2}}\s))\s+[-–—]\s+"
    rf"(?=(?:\d{{1,2}}\.?\s+)?(?:{_ANY_MONTH})\b|\d{{4}}\b)",
    re.I,
)


@dataclass(frozen=True)
class Time:
    """A year, a month of it or a day of that; 0 where it is not said."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def token(self) -> str:
        """The word that an entry of that time has: "time_20190426"; no visitor can type it."""
        parts = [
            f"{self.year:04}",
            f"{self.month:02}" if self.month else "",
            f"{self.day:02}" if self.day else "",
        ]
        return "time_" + "".join(parts)

    @property
    def first_day(self) -> date:
        """Raises ValueError where there is no such day."""
        return date(self.year, self.month or 1, self.day or 1)


def days(first: date, last: date | None = None) -> list[str]:
    """The tokens of all days from ``first`` to ``last``, of their months and years."""
    number = min((last - first).days + 1, MOST_DAYS) if last else 1
    found = [first + timedelta(days=n) for n in range(number)]
    tokens = [
        time.token
        for day in found
        for time in (Time(day.year), Time(day.year, day.month), Time(day.year, day.month, day.day))
    ]
    return sorted(set(tokens))


def without_blanks_in_spans(text: str) -> str:
    """ "2025 - 2026" as "2025–2026": one time, and no word that a minus shuts out."""
    return _SPACED_DASH.sub(r"\1–", text)


def times_in(words: Sequence[str]) -> Iterator[tuple[range, list[Time]]]:
    """What ``words`` (as typed, without blanks) tell of time: the places of those that tell it, and the times meant.

    A span is all its days, months or years, as exactly as it is told.
    """
    text = " ".join(words)
    ends = [len(" ".join(words[: place + 1])) for place in range(len(words))]
    taken = 0
    while found := _next(text, taken):
        match, times = found
        first = sum(end <= match.start() for end in ends)
        last = sum(end < match.end() for end in ends)
        yield range(first, min(last, len(words) - 1) + 1), times
        taken = match.end()


def _next(text: str, start: int) -> tuple[re.Match, list[Time]] | None:
    """The first time from ``start`` on; of those that begin alike, the longest."""
    told = [
        (match, times)
        for pattern in _WRITTEN
        for match in pattern.finditer(text, start)
        if (times := _times(match.groupdict(default="")))
    ]
    return min(told, key=lambda pair: (pair[0].start(), -pair[0].end()), default=None)


def _times(told: dict[str, str]) -> list[Time]:
    """All that is meant by the parts of a time, or of one and of another to which it goes; none if it is impossible."""
    part = defaultdict(str, told)
    if decade := part["decade"]:
        return [Time(int(decade) * 10 + year) for year in range(10)]
    year = part["year"] or (part["two"] and f"20{part['two']}")
    year_to = part["year_to"] or (part["short"] and part["century"] + part["short"]) or year
    year = year or year_to
    if part["short"] and year_to <= year:
        return []
    if quarter := part["q"] or part["quarter"]:
        return [Time(int(year), 3 * int(quarter) - n) for n in (2, 1, 0)]
    if part["season"]:
        return _season(part["season"], int(year), int(year_to))
    first = _time(year, part["month"], part["name"], part["day"])
    last = _time(year_to, part["month"], part["name_to"] or part["name"], part["day_to"] or part["day"])
    try:
        first, last = sorted((first, last), key=lambda time: time.first_day)
    except ValueError:  # there is no such day
        return []
    return _from_to(first, last)


def _season(name: str, year: int, year_to: int) -> list[Time]:
    """The months of a season; of a winter that goes on into the next year, those of both, else those of its year."""
    first = next(month for month, forms in _SEASONS.items() if re.fullmatch(forms, name, re.I))
    if first < 12 or year == year_to:
        return sorted((Time(year, (first + n - 1) % 12 + 1) for n in range(3)), key=lambda time: time.month)
    return [Time(year, 12), Time(year_to, 1), Time(year_to, 2)] if year_to == year + 1 else []


def _from_to(first: Time, last: Time) -> list[Time]:
    """Each day, month or year from ``first`` to ``last``; where these are too many, months or years for days."""
    number = (last.first_day - first.first_day).days + 1
    if first.day and last.day and number <= MOST_TIMES:
        found = [first.first_day + timedelta(days=n) for n in range(number)]
        return [Time(day.year, day.month, day.day) for day in found]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    if first.month and len(months) <= MOST_TIMES:
        return [Time(month // 12, month % 12 + 1) for month in months]
    return [Time(year) for year in range(first.year, last.year + 1)][-MOST_TIMES:]


def _time(year: str, month: str, name: str, day: str) -> Time:
    number, of_month = int(month or 0), int(day or 0)
    if name:
        number = next(place for place, form in enumerate(_MONTHS, 1) if re.fullmatch(form, name, re.I))
    if number > 12 >= of_month > 0:
        number, of_month = of_month, number
    return Time(int(year), number, of_month)

"""Dates as reports print them, in English and Russian: whole ones, days without a year, months."""

import datetime
import re
from dataclasses import dataclass

from intake.reading.words import words

MONTHS = words("january february march april may june july august september october november december")
RUSSIAN_MONTHS = words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
RUSSIAN_WEEKDAYS = words("понедельник вторник сред четверг пятниц суббот воскресень")
RUSSIAN_ORDINALS = words("""
первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого одиннадцатого
двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого семнадцатого восемнадцатого
девятнадцатого двадцатого
""")
_EN = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_RU = rf"(?P<{{0}}>{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in RUSSIAN_MONTHS)})(?!\w)\.?"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|-го)?"
_RU_DAY = rf"(?P<{{0}}>\d{{{{1,2}}}}(?:-го)?|{'|'.join(RUSSIAN_ORDINALS)})"
_WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)}),?\s+)?"
_TO = rf"\s*(?:[–—/&-]|to|and|till|until|through|по|и)\s*{_WEEKDAY}(?:the\s+)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"


def _d(n: int, source: str = _DAY) -> str:
    return source.format(f"day{n}")


def _m(n: int, source: str = _EN) -> str:
    return source.format(f"month{n}")


DAY_FORMS = (
    rf"{_d(1)}\s+(?:of\s+)?{_m(1)}{_TO}{_d(2)}\s+(?:of\s+)?{_m(2)}",  # 30 April – 2 May
    rf"{_m(1)}\s+{_d(1)}{_TO}{_m(2)}\s+{_d(2)}",  # April 30 – May 2
    rf"{_d(1)}{_TO}{_d(2)}\s+(?:of\s+)?{_m(1)}",  # 26–28 April
    rf"{_m(1)}\s+{_d(1)}{_TO}{_d(2)}",  # April 26–28
    rf"(?:the\s+)?{_d(1)}(?:\s+|-)(?:day\s+)?(?:of\s+)?{_m(1)}",  # 26th of April
    rf"{_m(1)}\s+{_d(1)}",  # April 26
    rf"(?:с\s+)?{_d(1)}\s+{_m(1, _RU)}{_TO}{_d(2)}\s+{_m(2, _RU)}",
    rf"(?:с\s+)?{_d(1)}{_TO}{_d(2)}\s+{_m(1, _RU)}",
    rf"{_d(1, _RU_DAY)}\s+{_m(1, _RU)}",
)
NUMBER_FORMS = (
    r"(?P<year>(?:1[89]|20)\d\d)-(?P<number1>\d\d)-(?P<day1>\d\d)(?!\d)",  # ISO 8601
    r"(?P<day1>\d{1,2})\.(?P<number1>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?!\d)",
    r"(?P<either1>\d{1,2})/(?P<either2>\d{1,2})/(?P<year>(?:19|20)\d\d)(?!\d)",
)
_OPENS = r"(?<![\w.,/-])"
PATTERNS = [
    re.compile(_OPENS + form, re.I)
    for form in (*(rf"{day}(?:,?\s+|-){_YEAR}" for day in DAY_FORMS), *NUMBER_FORMS)
]
_NO_YEAR = r"(?!,?\s+(?:1[89]|20)\d\d)(?!\w|[.:]?\d)"
#: Not 'in May 20 people came': what follows a number that stands last must close the date.
_CLOSES = r"(?=(?:st|nd|rd|th)?(?:\s*(?:$|[^\w\s])|\s+(?:[a-z]{1,4}|when|where|\w+ed)\b))"
YEARLESS = [
    re.compile(_OPENS + form + _NO_YEAR + (_CLOSES if form.startswith(_m(1)) else ""), re.I)
    for form in DAY_FORMS
]
MONTH_ONLY = re.compile(
    rf"(?<!\w)(?:in\s+|в\s+)?(?:{_EN.format('month1')}|(?P<rumonth>январе|феврале|марте|апреле|мае|июне|"
    rf"июле|августе|сентябре|октябре|ноябре|декабре))\s+{_YEAR}",
    re.I,
)
_NAMES = "|".join([*WEEKDAYS, *RUSSIAN_WEEKDAYS])
WEEKDAY = re.compile(rf"\b(?:{_NAMES})", re.I)
WEEKDAY_BESIDE = re.compile(rf"\b({_NAMES})[а-яё]*,?\s+(?:the\s+)?$|^,?\s*\(?({_NAMES})", re.I)
REACH = 180  # days back from its publication in which a report's day without a year is looked for


@dataclass(frozen=True)
class FoundDate:
    """`first` and `last` as ISO 8601; `last` differs for a range; a month alone is YYYY-MM."""

    start: int
    end: int
    first: str
    last: str


@dataclass(frozen=True)
class FoundDay:
    """A day, or several, printed without the year; `weekday` (Monday is 0) where that is printed beside it."""

    start: int
    end: int
    parts: dict[str, str | None]
    weekday: int | None

    def in_year(self, year: int) -> FoundDate | None:
        """The whole date in that year; None where there is no such day or it is another weekday."""
        read = _read(self.parts | {"year": str(year)})
        if read is None or self.weekday not in (None, datetime.date.fromisoformat(read[0]).weekday()):
            return None
        return FoundDate(self.start, self.end, *read)

    def before(self, published: datetime.date) -> FoundDate | None:
        """The last such day when the report was published; None where that is too long ago to be sure."""
        for year in (published.year, published.year - 1):
            found = self.in_year(year)
            if found and 0 <= (published - datetime.date.fromisoformat(found.first)).days <= REACH:
                return found
        return None


def find_dates(text: str) -> list[FoundDate]:
    """Every full date in the text, in order; a day and month without a year is none of them."""
    found: list[FoundDate] = []
    near = [
        (max(0, m.start() - 50), m.end() + 8) for m in re.finditer(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)", text)
    ]
    for pattern in PATTERNS:
        for match in (m for start, end in near for m in pattern.finditer(text, start, min(end, len(text)))):
            if any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            if read := _read(match.groupdict()):
                found.append(FoundDate(match.start(), match.end(), *read))
    return sorted(found, key=lambda f: f.start)


def find_days(text: str, start: int, end: int) -> list[FoundDay]:
    """Every day and month between `start` and `end` that is printed without its year, in order."""
    found: list[FoundDay] = []
    for pattern in YEARLESS:
        for match in pattern.finditer(text, start, end):
            if not any(match.start() < f.end and f.start < match.end() for f in found):
                found.append(
                    FoundDay(match.start(), match.end(), match.groupdict(), _weekday_beside(text, match))
                )
    return sorted(found, key=lambda f: f.start)


def weekday_of(name: str) -> int:
    """0 for Monday and понедельник, 6 for Sunday and воскресенье, in whatever case they stand."""
    low = name.lower()
    return next(n % 7 for n, day in enumerate([*WEEKDAYS, *RUSSIAN_WEEKDAYS]) if low.startswith(day))


def _weekday_beside(text: str, match: re.Match) -> int | None:
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 20]
    beside = WEEKDAY_BESIDE.search(before) or WEEKDAY_BESIDE.match(after)
    return weekday_of(beside[1] or beside[2]) if beside else None


def find_months(text: str) -> list[FoundDate]:
    """'March 2019' and «в марте 2019 года» where no day is printed."""
    found = []
    for match in MONTH_ONLY.finditer(text):
        if re.search(r"\d(?:st|nd|rd|th)?\s+(?:of\s+)?$", text[max(0, match.start() - 8) : match.start()]):
            continue
        month = _month(match["month1"] or match["rumonth"])
        found.append(
            FoundDate(
                match.start(), match.end(), f"{match['year']}-{month:02}", f"{match['year']}-{month:02}"
            )
        )
    return found


def _read(parts: dict[str, str | None]) -> tuple[str, str] | None:
    year = int(parts["year"] or 0)
    if parts.get("either1"):
        a, b = int(parts["either1"] or 0), int(parts["either2"] or 0)
        if a <= 12 and b <= 12 and a != b:
            return None  # 03/04/2019 is April in one country and March in another
        day, month = (b, a) if b > 12 else (a, b)
        return _iso(year, month, day, day, month)
    month = int(parts.get("number1") or 0) or _month(parts["month1"] or "")
    last_month = _month(parts.get("month2") or "") if parts.get("month2") else month
    day = _day(parts["day1"] or "")
    return _iso(year, month, day, _day(parts.get("day2") or "") or day, last_month)


def _day(printed: str) -> int:
    """'26', '26-го' and «двадцатого» as a number; 0 where nothing is printed."""
    low = printed.lower()
    return RUSSIAN_ORDINALS.index(low) + 1 if low in RUSSIAN_ORDINALS else int(re.sub(r"\D", "", low) or 0)


def _iso(year: int, month: int, day: int, last_day: int, last_month: int) -> tuple[str, str] | None:
    try:
        first = datetime.date(year - (last_month < month), month, day)
        last = datetime.date(year, last_month, last_day)
    except ValueError:
        return None
    return (first.isoformat(), last.isoformat()) if last >= first else None


def _month(name: str) -> int:
    low = name.lower()
    for months in (MONTHS, RUSSIAN_MONTHS):
        for number, month in enumerate(months, 1):
            if low[:3] == month[:3] and (low[:3] != "мар" or low.startswith("мар")):
                return number
    return 5  # «мае» shares no three letters with «мая»

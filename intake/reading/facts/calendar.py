"""Dates as reports print them, in all languages: whole ones, days without a year, months."""

import datetime
import re
from dataclasses import dataclass

from intake.reading.languages import either, every, modules

LANGUAGES = modules("dates")
WEEKDAYS = every("dates", "WEEKDAYS")
ORDINALS = every("dates", "ORDINALS")
_WEEKDAY = rf"(?:(?:{'|'.join(LANGUAGES[0].WEEKDAYS)}),?\s+)?"
_TO = rf"\s*(?:[–—/&-]|{either('dates', 'TO')})\s*{_WEEKDAY}(?:the\s+)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"
DAY_FORMS = tuple(form for language in LANGUAGES for form in language.day_forms(_TO))
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
EITHER = PATTERNS[-1]
_ENGLISH_MONTHS = "|".join(LANGUAGES[0].MONTHS)
DAY_FIRST = re.compile(rf"(?<![\w.,/-])\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_ENGLISH_MONTHS})\b", re.I)
MONTH_FIRST = re.compile(rf"\b(?:{_ENGLISH_MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d)", re.I)
_NO_YEAR = r"(?!,?\s+(?:1[89]|20)\d\d)(?!\w|[.:]?\d)"
#: Not 'in May 20 people came': what follows a number that stands last must close the date.
_CLOSES = r"(?=(?:st|nd|rd|th)?(?:\s*(?:$|[^\w\s])|\s+(?:[a-z]{1,4}|when|where|\w+ed)\b))"
_MONTH_FIRST = re.compile(r"\(\?P<month1>")
YEARLESS = [
    re.compile(_OPENS + form + _NO_YEAR + (_CLOSES if _MONTH_FIRST.match(form) else ""), re.I)
    for form in DAY_FORMS
]
_MONTHS_ALONE = "|".join(
    [LANGUAGES[0].MONTH.format("first"), *(re.escape(month) for month in every("dates", "MONTHS_IN"))]
)
MONTH_ONLY = re.compile(
    rf"(?<!\w)(?:{either('dates', 'IN_MONTH')})?(?P<month1>{_MONTHS_ALONE})\s+{_YEAR}", re.I
)
#: '3 May 2019 to 5 May 2019': what joins two whole dates to one stretch.
JOINS = re.compile(rf"(?:\s*(?:года|г\.))?(?:{_TO}|,?\s+(?:and|und|и)\s+(?:on\s+|am\s+)?)", re.I)
_NAMES = "|".join(WEEKDAYS)
WEEKDAY_BESIDE = re.compile(rf"\b({_NAMES})[а-яё]*,?\s+(?:the\s+)?$|^,?\s*\(?({_NAMES})", re.I)
YEAR_NEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?\s+(?:of\s+)?$")
LONGEST = 31  # days of one event
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
    near = [(max(0, m.start() - 50), m.end() + 8) for m in YEAR_NEAR.finditer(text)]
    for pattern in PATTERNS:
        for match in (m for start, end in near for m in pattern.finditer(text, start, min(end, len(text)))):
            if any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            if read := _read(match.groupdict(), day_first=match.re is EITHER and _prints_days_first(text)):
                found.append(FoundDate(match.start(), match.end(), *read))
    return _joined(text, sorted(found, key=lambda f: f.start))


def _prints_days_first(text: str) -> bool:
    """Whether a text prints '7 March' and never 'March 7': then its '7/3/2024' is in March."""
    return bool(DAY_FIRST.search(text)) and not MONTH_FIRST.search(text)


def _joined(text: str, dates: list[FoundDate]) -> list[FoundDate]:
    """With two whole dates that a word joins as one stretch of days."""
    joined: list[FoundDate] = []
    for date in dates:
        last = joined[-1] if joined else None
        if last and JOINS.fullmatch(text, last.end, date.start) and 0 < _days(last, date) <= LONGEST:
            joined[-1] = FoundDate(last.start, date.end, last.first, date.last)
        else:
            joined.append(date)
    return joined


def _days(one: FoundDate, other: FoundDate) -> int:
    return (datetime.date.fromisoformat(other.last) - datetime.date.fromisoformat(one.first)).days


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
    return next(n % 7 for n, day in enumerate(WEEKDAYS) if low.startswith(day))


def _weekday_beside(text: str, match: re.Match) -> int | None:
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 20]
    beside = WEEKDAY_BESIDE.search(before) or WEEKDAY_BESIDE.match(after)
    return weekday_of(beside[1] or beside[2]) if beside else None


def find_months(text: str) -> list[FoundDate]:
    """'March 2019' and «в марте 2019 года» where no day is printed."""
    found = []
    for match in MONTH_ONLY.finditer(text):
        if DAY_BEFORE.search(text[max(0, match.start() - 8) : match.start()]):
            continue
        month = _month(match["month1"])
        found.append(
            FoundDate(
                match.start(), match.end(), f"{match['year']}-{month:02}", f"{match['year']}-{month:02}"
            )
        )
    return found


def _read(parts: dict[str, str | None], *, day_first: bool = False) -> tuple[str, str] | None:
    year = int(parts["year"] or 0)
    if parts.get("either1"):
        a, b = int(parts["either1"] or 0), int(parts["either2"] or 0)
        if a <= 12 and b <= 12 and a != b and not day_first:
            return None  # 03/04/2019 is April in one country and March in another
        day, month = (b, a) if b > 12 else (a, b)  # day first in all other cases
        return _iso(year, month, day, day, month)
    month = int(parts.get("number1") or 0) or _month(parts["month1"] or "")
    last_month = _month(parts.get("month2") or "") if parts.get("month2") else month
    day = _day(parts["day1"] or "")
    return _iso(year, month, day, _day(parts.get("day2") or "") or day, last_month)


def _day(printed: str) -> int:
    """'26', '26-го' and «двадцатого» as a number; 0 where nothing is printed."""
    low = printed.lower()
    return ORDINALS.index(low) + 1 if low in ORDINALS else int(re.sub(r"\D", "", low) or 0)


def _iso(year: int, month: int, day: int, last_day: int, last_month: int) -> tuple[str, str] | None:
    try:
        first = datetime.date(year - (last_month < month), month, day)
        last = datetime.date(year, last_month, last_day)
    except ValueError:
        return None
    return (first.isoformat(), last.isoformat()) if last >= first else None


def _month(name: str) -> int:
    low = name.lower().replace("jän", "jan")  # Jänner
    for months in (language.MONTHS for language in LANGUAGES):
        for number, month in enumerate(months, 1):
            if low[:3] == month[:3] and (low[:3] != "мар" or low.startswith("мар")):
                return number
    return 5  # «мае» shares no three letters with «мая»

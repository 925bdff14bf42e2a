"""Dates as reports print them, in English and Russian, and which of them is the event's."""

import datetime
import re
from dataclasses import dataclass

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
RUSSIAN_MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
_EN = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_RU = rf"(?P<{{0}}>{'|'.join(RUSSIAN_MONTHS)})"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_TO = r"\s*(?:[–—-]|to|and|till|until|по|и)\s*"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"


def _d(n: int) -> str:
    return _DAY.format(f"day{n}")


def _m(n: int, source: str = _EN) -> str:
    return source.format(f"month{n}")


PATTERNS = [
    re.compile(rf"(?<![\w.,/-]){p}", re.I)
    for p in (
        rf"{_d(1)}\s+(?:of\s+)?{_m(1)}{_TO}{_d(2)}\s+(?:of\s+)?{_m(2)},?\s+{_YEAR}",  # 30 April – 2 May 2019
        rf"{_m(1)}\s+{_d(1)}{_TO}{_m(2)}\s+{_d(2)},?\s+{_YEAR}",  # April 30 – May 2, 2019
        rf"{_d(1)}{_TO}{_d(2)}\s+(?:of\s+)?{_m(1)},?\s+{_YEAR}",  # 26–28 April 2019
        rf"{_m(1)}\s+{_d(1)}{_TO}{_d(2)},?\s+{_YEAR}",  # April 26–28, 2019
        rf"(?:the\s+)?{_d(1)}\s+(?:day\s+)?(?:of\s+)?{_m(1)},?\s+{_YEAR}",  # 26th of April 2019
        rf"{_m(1)}\s+{_d(1)},?\s+{_YEAR}",  # April 26, 2019
        rf"(?:с\s+)?{_d(1)}\s+{_m(1, _RU)}{_TO}{_d(2)}\s+{_m(2, _RU)}\s+{_YEAR}",
        rf"(?:с\s+)?{_d(1)}{_TO}{_d(2)}\s+{_m(1, _RU)}\s+{_YEAR}",
        rf"{_d(1)}\s+{_m(1, _RU)}\s+{_YEAR}",
        r"(?P<year>(?:1[89]|20)\d\d)-(?P<number1>\d\d)-(?P<day1>\d\d)(?!\d)",  # ISO 8601
        r"(?P<day1>\d{1,2})\.(?P<number1>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?!\d)",
        r"(?P<either1>\d{1,2})/(?P<either2>\d{1,2})/(?P<year>(?:19|20)\d\d)(?!\d)",
    )
]
MONTH_ONLY = re.compile(
    rf"(?<!\w)(?:in\s+|в\s+)?(?:{_EN.format('month1')}|(?P<rumonth>январе|феврале|марте|апреле|мае|июне|"
    rf"июле|августе|сентябре|октябре|ноябре|декабре))\s+{_YEAR}",
    re.I,
)


@dataclass(frozen=True)
class FoundDate:
    """`first` and `last` as ISO 8601; `last` differs for a range; a month alone is YYYY-MM."""

    start: int
    end: int
    first: str
    last: str


def find_dates(text: str) -> list[FoundDate]:
    """Every full date in the text, in order; a day and month without a year is none (the year is never
    guessed)."""
    found: list[FoundDate] = []
    near = [
        (max(0, m.start() - 40), m.end() + 8) for m in re.finditer(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)", text)
    ]
    for pattern in PATTERNS:
        for match in (m for start, end in near for m in pattern.finditer(text, start, min(end, len(text)))):
            if any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            if read := _read(match):
                found.append(FoundDate(match.start(), match.end(), *read))
    return sorted(found, key=lambda f: f.start)


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


def _read(match: re.Match) -> tuple[str, str] | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if parts.get("either1"):
        a, b = int(parts["either1"]), int(parts["either2"])
        if a <= 12 and b <= 12 and a != b:
            return None  # 03/04/2019 is April in one country and March in another
        day, month = (b, a) if b > 12 else (a, b)
        return _iso(year, month, day, day, month)
    month = int(parts["number1"]) if parts.get("number1") else _month(parts["month1"])
    last_month = _month(parts["month2"]) if parts.get("month2") else month
    day = int(parts["day1"])
    return _iso(year, month, day, int(parts.get("day2") or day), last_month)


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

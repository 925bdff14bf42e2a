"""Days, months and years: as words of their own that an entry has, and as a visitor types them. No Django.

"26 April 2019", "April 26, 2019", "26.04.2019", "2019-04-26", "March 2026", "март 2026 года", "2026".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

#: Days of an event that are found one by one.
MOST_DAYS = 31
ENGLISH = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
#: By its beginning, whatever its ending or where it is cut short.
_MONTHS = (
    "jan(?:uary)?|янв[а-я]*", "feb(?:ruary)?|фев[а-я]*", "mar(?:ch)?|март[а-я]*", "apr(?:il)?|апр[а-я]*",
    "may|ма[йяе]", "june?|июн[а-я]*", "july?|июл[а-я]*", "aug(?:ust)?|авг[а-я]*",
    "sept?(?:ember)?|сен[а-я]*", "oct(?:ober)?|окт[а-я]*", "nov(?:ember)?|ноя[а-я]*", "dec(?:ember)?|дек[а-я]*",
)  # fmt: skip
_NAME = rf"(?P<name>{'|'.join(_MONTHS)})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|-?го)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?: (?:г\.?|год[а-я]*))?"
_WRITTEN = [
    re.compile(rf"(?<!\S){form}(?=[,.;:?!]*(?:\s|$))")
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?",
        r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})",
        rf"(?:{_DAY} (?:of )?)?{_NAME},? (?:of )?{_YEAR}",
        rf"{_NAME} {_DAY},? {_YEAR}",
        _YEAR,
    )
]


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
    def is_possible(self) -> bool:
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return True

    def __str__(self):
        month = ENGLISH[self.month - 1] if self.month else ""
        return " ".join(filter(None, [str(self.day or ""), month, str(self.year)]))


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


def times_in(words: Sequence[str]) -> Iterator[tuple[range, Time]]:
    """Each time that ``words`` (as typed, without blanks) tell, and the places of those that tell it."""
    text = " ".join(words).lower()
    ends = [len(" ".join(words[: place + 1])) for place in range(len(words))]
    taken = 0
    while found := _next(text, taken):
        match, time = found
        first = sum(end <= match.start() for end in ends)
        last = sum(end < match.end() for end in ends)
        yield range(first, min(last, len(words) - 1) + 1), time
        taken = match.end()


def _next(text: str, start: int) -> tuple[re.Match, Time] | None:
    """The first time from ``start`` on; of those that begin alike, the most exact."""
    told = [
        (match, time)
        for pattern in _WRITTEN
        for match in pattern.finditer(text, start)
        if (time := _time(match.groupdict())).is_possible
    ]
    return min(told, key=lambda pair: (pair[0].start(), -pair[0].end()), default=None)


def _time(told: dict[str, str | None]) -> Time:
    month, day = int(told.get("month") or 0), int(told.get("day") or 0)
    if name := told.get("name"):
        month = next(place for place, form in enumerate(_MONTHS, 1) if re.fullmatch(form, name))
    if month > 12 >= day:
        month, day = day, month
    return Time(int(told["year"] or 0), month, day)

"""Hours that are told in words: 'at half past five', „um halb acht“, «в семь часов вечера»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.reading.languages import either, modules


@dataclass(frozen=True)
class SpokenHour:
    start: int
    end: int
    value: str


def _one(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})", re.I)


LANGUAGES = [
    (module.NUMBERS, [(_one(pattern), minutes) for pattern, minutes in module.IN_WORDS])
    for module in modules("hours")
]
NUMBER_WORDS = {word: number for numbers, _ in LANGUAGES for word, number in numbers.items()}
NOON = re.compile(rf"(?<!\w)(?:{either('hours', 'NOON')})(?!\w)", re.I)
MORNING = re.compile(rf"(?<!\w)(?:{either('hours', 'MORNING')})(?!\w)", re.I)
EVENING = re.compile(rf"(?<!\w)(?:{either('hours', 'EVENING')})(?!\w)", re.I)
UNTIL_THEN = re.compile(rf"(?<!\w)(?:{either('hours', 'UNTIL_THEN')})$", re.I)
BEFORE_IT = re.compile(rf"(?<!\w)(?:{either('hours', 'BEFORE_IT')})\s*$", re.I)
#: What stands behind it says no more of the hour: 'at half past nine and ended with a dinner'.
GOES_ON = re.compile(r"[,.;:]|\b(?:and|und|и)\b", re.I)
NEAR = 100  # letters before an hour that tell what began then
LAST_OF_THE_AFTERNOON = 7  # 'at half past seven' is no morning's, unless that is said; eight may be either


def spoken_hours(text: str, start: int, end: int) -> Iterator[SpokenHour]:
    """Those of a stretch at which something began, as far as it is known before or after noon."""
    for numbers, patterns in LANGUAGES:
        for pattern, minutes in patterns:
            for match in pattern.finditer(text, start, end):
                if UNTIL_THEN.search(text, max(start, match.start() - NEAR), match.start()):
                    continue
                printed = match["hour"].lower()
                hour = _of_the_day(
                    numbers.get(printed) or int(printed), text[start:end], text[match.end() : end]
                )
                if hour is not None:
                    at = hour * 60 + minutes
                    yield SpokenHour(match.start(), match.end(), f"{at // 60:02}:{at % 60:02}")
    for noon in NOON.finditer(text, start, end):
        if not UNTIL_THEN.search(text, max(start, noon.start() - NEAR), noon.start()):
            yield SpokenHour(noon.start(), noon.end(), "12:00")


def begins_something_else(text: str, at: int) -> bool:
    """Whether the words before an hour tell when the doors opened, say, and not when it began."""
    return bool(BEFORE_IT.search(text, max(0, at - NEAR), at))


def _of_the_day(hour: int, sentence: str, behind: str) -> int | None:
    """The hour by the clock of twenty-four; None where the sentence does not tell which half of the day it was."""
    near = GOES_ON.split(behind[:30], maxsplit=1)[0]
    if MORNING.search(near):
        return hour
    if EVENING.search(near):
        return hour + 12 if hour < 12 else hour
    if MORNING.search(sentence):
        return hour
    if hour > LAST_OF_THE_AFTERNOON + 1:  # 'half past nine, and ended with a dinner': of the dinner or not?
        return None if EVENING.search(sentence) and hour < 12 else hour
    if EVENING.search(sentence):
        return hour + 12
    return hour + 12 if hour <= LAST_OF_THE_AFTERNOON else None

"""From when until when an event took place."""

import re
from collections.abc import Iterator

from intake.reading.document import Document
from intake.reading.facts.calendar import find_dates, find_days
from intake.reading.facts.dates import BYLINE, PUBLISHED
from intake.reading.facts.spoken_hours import (
    EVENING,
    GOES_ON,
    NOON,
    NUMBER_WORDS,
    SpokenHour,
    begins_something_else,
    spoken_hours,
)
from intake.reading.facts.words import EVENT_WORD, IT_WAS_HELD, THIS_EVENT_WAS_HELD
from intake.reading.languages import either
from intake.reading.model import Fact

OPENING = 4  # sentences in which an hour is the event's
FULL_DAY = len("2021-09-25")
NEAR_THE_DAY = 20  # letters behind a day in which its hour stands


def _of_all(constant: str) -> str:
    return either("event", constant)


_HOUR = rf"(?P<{{0}}>[01]?\d|2[0-3])(?:(?:[.:h]|\s+(?:{_of_all('HOURS_AND')}))(?P<{{1}}>[0-5]\d))?"
_HALF = rf"\s*(?P<{{0}}>a\.?m\.?|p\.?m\.?|{_of_all('CLOCK')})?"
HOURS = re.compile(
    rf"(?<![\d.,/:-]){_HOUR.format('hour1', 'minute1')}{_HALF.format('half1')}"
    rf"(?:\s*(?:[–—-]|"
    rf"{_of_all('UNTIL')})\s*{_HOUR.format('hour2', 'minute2')}{_HALF.format('half2')})?(?![\d.,]*\d|\s*%)",
    re.I,
)
#: 'between 6 and 8 pm'
BETWEEN = re.compile(
    rf"(?<!\w)(?:between|zwischen|между)\s+{_HOUR.format('hour1', 'minute1')}{_HALF.format('half1')}\s+(?:and|und|и)\s+"
    rf"{_HOUR.format('hour2', 'minute2')}{_HALF.format('half2')}(?![\d.,]*\d|\s*%)",
    re.I,
)
#: '1730 to 1910 h', '1830 hrs': four figures with the word behind them.
FOUR_FIGURES = re.compile(
    r"(?<![\d.,/:-])(?P<hour1>[01]\d|2[0-3])(?P<minute1>[0-5]\d)(?:\s*(?:[–—-]|"
    rf"{_of_all('UNTIL')})\s*(?P<hour2>[01]\d|2[0-3])(?P<minute2>[0-5]\d))?\s*(?:h|{_of_all('CLOCK')})(?!\w)"
    r"(?P<half1>)(?P<half2>)",
    re.I,
)
#: '10 to noon', '9.30–midday'
UNTIL_NOON = re.compile(
    rf"(?<![\d.,/:-]){_HOUR.format('hour1', 'minute1')}{_HALF.format('half1')}\s*(?:[–—-]|"
    rf"{_of_all('UNTIL')})\s*(?P<noon>{NOON.pattern})(?P<half2>)",
    re.I,
)
HOURS_OF_A_DAY, NOON_HOUR = 24, 12
IN_THE_EVENING = 20  # letters behind an hour that tell which half of the day it was
UNTIL_WORDS = re.compile(
    rf"\s+(?:{_of_all('UNTIL')})\s+(?P<hour>{NOON.pattern}|(?:{'|'.join(NUMBER_WORDS)})(?!\w))", re.I
)
#: Day and hour as programs print them: '18.04.2023 | 16:45', '2023-04-18 16:45'.
STAMP = re.compile(r"\W*(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d)[\s,|·–—-]+\d{1,2}:\d\d(?::\d\d)?\W*")
ENDED = re.compile(rf"(?<!\w)(?:{_of_all('ENDED')})\s+(?=\d)", re.I)
#: The same in the sentence that tells when it began: 'and ended at 4 pm'.
ENDED_THERE = re.compile(rf"(?<!\w)(?:{_of_all('ENDED_THERE')})\s+(?=\d)", re.I)
NEAR = 40  # letters before an hour in words in which it is said that something began
BEGAN_THEN = re.compile(rf"(?<!\w)(?:{_of_all('BEGAN_THEN')})", re.I)
NOON_UNTIL = re.compile(rf"{NOON.pattern}\s*(?:[–—-]|{_of_all('UNTIL')})\s*$", re.I)
BEGAN = re.compile(rf"(?<!\w)(?:{_of_all('BEGAN')})\s+\d", re.I)


def hours(document: Document, sentences: list[tuple[int, int]], day: Fact) -> tuple[Fact, Fact]:
    """(from, until) as HH:MM, from a line about the day or the sentence that tells of the event."""
    text = document.text
    stretches = [(start, end) for _, start, end in document.layout.labelled]
    stretches += [(s.start, s.end) for s in document.layout.header if not _is_a_stamp(document.words(s), day)]
    only_in_words = [s for s in sentences[:OPENING] if not _is_about_it(text[slice(*s)], day)]
    stretches += sentences[:OPENING]
    stretches += [
        (start, end)
        for start, end in sentences[OPENING:]
        if _tells_of_it(text, start, end) and not _is_a_stamp(text[start:end], day)
    ]
    ended = {found.end() for pattern in (ENDED, ENDED_THERE) for found in pattern.finditer(text)}
    for start, end in stretches:
        spoken = _spoken(text, start, end, day)
        for match in _printed(text, start, end) if (start, end) not in only_in_words else ():
            if spoken and spoken[0] < match.start() and not match["half1"]:
                break  # 'at seven o'clock sharp (7.09)'
            other = match.start() in ended or begins_something_else(text, match.start())
            if not other and (read := _read_hours(match)):
                return _from_until(text, match, *read, end)
        if spoken:
            return spoken[1:]
    return Fact(), _ended(text, 0, 0)


def _tells_of_it(text: str, start: int, end: int) -> bool:
    return bool(THIS_EVENT_WAS_HELD.search(text, start, end) or IT_WAS_HELD.match(text, start, end))


def _printed(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The hours in figures of a stretch; those of a known form first."""
    for pattern in (BETWEEN, FOUR_FIGURES, UNTIL_NOON, HOURS):
        yield from pattern.finditer(text, start, end)


def _from_until(text: str, match: re.Match[str], first: str, last: str | None, end: int) -> tuple[Fact, Fact]:
    why = "hour printed beside the day"
    if match.re is UNTIL_NOON:
        return Fact(first, why, match.group()), Fact("12:00", why, match.group())
    noon = next((n for n in NOON_UNTIL.finditer(text, max(0, match.start() - 30), match.start())), None)
    if noon:  # 'from noon to 2 p.m.'
        return Fact("12:00", why, noon.group() + match.group()), Fact(first, why, match.group())
    until = Fact(last, why, match.group()) if last else _ended(text, match.end(), end)
    return Fact(first, why, match.group()), until


def _spoken(text: str, start: int, end: int, day: Fact) -> tuple[int, Fact, Fact] | None:
    """An hour in words, in a sentence that tells the day of the event or that it began then: where, from, until."""
    dated = any(found.first == day.value for found in find_dates(text[start:end])) or _without_year(
        text, start, end, day
    )
    for hour in spoken_hours(text, start, end):
        began = BEGAN_THEN.search(text, max(start, hour.start - NEAR), hour.start)
        if (dated or began) and not begins_something_else(text, hour.start):
            told = Fact(hour.value, "hour told in words", text[hour.start : hour.end])
            until = _until_in_words(text, hour, end)
            return hour.start, told, until or _ended(text, hour.end, end)
    return None


def _without_year(text: str, start: int, end: int, day: Fact) -> bool:
    """Whether a stretch tells the day of the event without its year: «25 сентября в два часа дня»."""
    year = int(day.value[:4]) if isinstance(day.value, str) and len(day.value) == FULL_DAY else 0
    days = (found.in_year(year) for found in find_days(text, start, end)) if year else ()
    return any(found is not None and found.first == day.value for found in days)


def _until_in_words(text: str, hour: SpokenHour, end: int) -> Fact | None:
    """The hour behind the first of two: 'from nine to noon', 'from two till four'."""
    match = UNTIL_WORDS.match(text, hour.end, end)
    if match is None:
        return None
    first, number = int(hour.value[:2]), NUMBER_WORDS.get(match["hour"].lower(), 12)
    last = number if number > first else number + 12
    told = f"{last:02}:00" if last < HOURS_OF_A_DAY else None
    return Fact(told, "hour told in words", match.group()) if told else None


def _is_about_it(sentence: str, day: Fact) -> bool:
    """A sentence about the event, or one with an hour right behind its day: «24 ноября 2022 года в 18:00 …»."""
    days = [found.end for found in find_dates(sentence) if found.first == day.value]
    return bool(EVENT_WORD.search(sentence) or BEGAN.search(sentence)) or any(
        HOURS.search(sentence, end, end + NEAR_THE_DAY) for end in days
    )


def _ended(text: str, start: int, until: int) -> Fact:
    """'The meeting closed at 20:05.' anywhere, or '… and ended at 4 pm' in the stretch that tells when it began."""
    for end in (*ENDED_THERE.finditer(text, start, until), *ENDED.finditer(text)):
        match = HOURS.match(text, end.end())
        if match and (read := _read_hours(match)):
            return Fact(read[0], "hour at which it is said to have ended", end.group() + match.group())
    return Fact()


def _is_a_stamp(line: str, day: Fact) -> bool:
    """'Posted on 18 March, 08:15', «18.04.2023 | 16:45», or an hour beside another day than the event's."""
    other_day = any(found.first != day.value for found in find_dates(line))
    return other_day or bool(PUBLISHED.search(line) or BYLINE.search(line) or STAMP.fullmatch(line))


def _read_hours(match: re.Match[str]) -> tuple[str, str | None] | None:
    """The hours of a match that is one by its minutes or by a word behind it."""
    if match.re is UNTIL_NOON:
        return _clock(match["hour1"], match["minute1"], match["half1"]), "12:00"
    if not (match["minute1"] or match["half1"] or match["half2"]):
        return None
    half = match["half1"] or match["half2"]
    behind = GOES_ON.split(match.string[match.end() : match.end() + IN_THE_EVENING], maxsplit=1)[0]
    if half and half[0] not in "aApP" and int(match["hour1"]) < NOON_HOUR and EVENING.search(behind):
        half = "pm"  # '8 o'clock in the evening'
    first = _clock(match["hour1"], match["minute1"], half)
    last = _clock(match["hour2"], match["minute2"], match["half2"]) if match["hour2"] else None
    return first, last


def hour_of(value: str) -> str | None:
    """The first hour in a value that is known to tell one."""
    match = HOURS.search(value)
    read = _read_hours(match) if match else None
    return read[0] if read else None


def _clock(hour: str, minute: str | None, half: str | None) -> str:
    at = int(hour)
    if half and half[0] in "pP" and at < 12:
        at += 12
    return f"{at:02}:{minute or '00'}"

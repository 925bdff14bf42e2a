"""Which of a report's dates is the event's: a label wins, then what the report says, then a heading line."""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from intake.reading.facts.calendar import (
    REACH,
    WEEKDAYS,
    FoundDate,
    find_dates,
    find_days,
    find_months,
    weekday_of,
)
from intake.reading.facts.place import Place
from intake.reading.facts.words import EVENT_WORD, HELD
from intake.reading.languages import either, every, modules
from intake.reading.layout.masthead import is_a_periodical, tells_a_page
from intake.reading.layout.parts import Layout
from intake.reading.layout.words import DATE_LABEL
from intake.reading.model import Fact, Span, SpanKind

NOT_THE_EVENT = re.compile(
    rf"{either('dates', 'NOT_THE_EVENT_RIGHT_BEFORE')}|\b(?:{either('dates', 'NOT_THE_EVENT')})\b[^.;]{{0,25}}$",
    re.I,
)
ON_THAT_DAY = re.compile(
    r"(?:^|\b(?:on|am)\s+|,\s+|:\s+|^(?:(?-i:[^\W\d_a-zа-яё])\w*[,.\s–—-]+){1,5})(?:the\s+)?(?:\w+day,?\s+)?(?:the\s+)?$",
    re.I,
)
_WEEKDAYS = "|".join(WEEKDAYS)
OPENS_WITH_A_DAY = re.compile(
    rf"(?:(?:On|Am)\s+(?:(?:{_WEEKDAYS})[^\W\d_]*,?\s+)?(?:the\s+)?)?[*_]{{0,2}}", re.I
)  # 'On **4 May**' is set in bold
WEEKDAY_BEFORE = re.compile(rf"\b(?:{_WEEKDAYS})[а-яё]*,?\s+(?:the\s+)?$", re.I)
#: Keys of front matter.
PUBLISHED_KEYS = ("date", "posted", "published", "pubdate", "publish_date", "publishdate", "datum")
PUBLISHED = re.compile(either("dates", "PUBLISHED"), re.I)
BYLINE = re.compile(either("dates", "BYLINE"), re.I)
_TODAY = "|".join(
    rf"(?:{HELD.pattern}|\b(?:{verbs})\b)[^.]{{0,80}}\b(?:{day})\b"
    for verbs, day in (
        language.TODAY_BEHIND for language in modules("dates") if hasattr(language, "TODAY_BEHIND")
    )
)
TODAY = re.compile(rf"{_TODAY}|{either('dates', 'TODAY')}", re.I)
SOME_OTHER_DAY = re.compile(either("dates", "SOME_OTHER_DAY"), re.I)
ON_A_WEEKDAY = re.compile(rf"\b(?:{either('dates', 'ON_A_WEEKDAY')})\s+({_WEEKDAYS})", re.I)
_NO_DATE_BEHIND = r"[а-яё]*(?!\w|,?\s+(?:the\s+|de[mn]\s+)?\d)"
#: 'Tuesday night', „am Dienstagabend“, «в минувший вторник»; and those that may be the week before's.
PAST_WEEKDAY, LAST_WEEKDAY = (
    re.compile(
        rf"(?<!\w)(?:{either('dates', constant).replace('{day}', rf'(?:{_WEEKDAYS})')}){_NO_DATE_BEHIND}",
        re.I,
    )
    for constant in ("PAST_WEEKDAY", "LAST_WEEKDAY")
)
#: 'on Tuesday', and neither 'on Tuesdays' nor 'on Tuesday, 6 May'.
BARE_WEEKDAY = re.compile(
    rf"{ON_A_WEEKDAY.pattern}{_NO_DATE_BEHIND}(?!,?\s+(?:{'|'.join(every('dates', 'MONTHS'))}))",
    re.I,
)
A_WEEKDAY = re.compile(_WEEKDAYS, re.I)
TO_COME = re.compile(rf"\b(?:{either('dates', 'TO_COME')})\b[^.;:]{{0,60}}$", re.I)
YESTERDAY = re.compile(either("dates", "YESTERDAY"), re.I)
YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
NEAR = 200  # letters before a date that tell whether it is the event's
#: 'GENEVA (', 'MANILA, Philippines, ', 'Innsbruck, ': what stands before the day, a dash behind it.
DATELINE = re.compile(
    rf"\W*[^\W\d_a-zа-яё]{{3,}}(?:[\s,]+[^\W\d_][\w.]*){{0,4}}[\s,(]+(?:\w+day,?\s+)?|"
    rf"(?:[^\W\d_a-zäöüа-яё][\w’'-]+\s){{0,2}}[^\W\d_a-zäöüа-яё][\w’'-]+,\s+"
    rf"(?:[^\W\d_a-zäöüа-яё][\w’'-]+(?:\s(?:of\s)?[^\W\d_a-zäöüа-яё][\w’'-]+){{0,3}},\s+)?(?:(?:{_WEEKDAYS})[^\W\d_]*,?\s+)?"
)
BEHIND_DATELINE = re.compile(r"\)?\s*(?:г\.|года)?\s*(?:\([^()]{2,30}\)\s*)?(?:[–—-]|:\s)")
TELLS_THE_DAY = 2  # sentences that may tell the day of an event that they do not name
TELLS_A_WEEKDAY = 3  # sentences of a report that may tell the weekday
OPENING = 10  # sentences of a report that may tell when it was
PIECES = re.compile(r"\s+[|•·]\s+|\s+/\s+")


#: How a language cuts a place from a line: the line, why it is asked, whether it is sure to be one.
PlaceInLine = Callable[[str, str, bool], Place | None]


@dataclass(frozen=True)
class Heading:
    """What the lines above the first paragraph tell about dates."""

    dates: tuple[FoundDate, ...] = ()  # those that may be the event's
    sure: bool = False  # the first of them stands in a line about the event: with a place, say
    told: bool = (
        False  # and that line calls it by its kind or names the venue: a town may be where it was written
    )
    published: datetime.date | None = None
    year: int | None = None  # the only year in these lines, where they hold no whole date


def event_dates(
    text: str,
    layout: Layout,
    sentences: list[tuple[int, int]],
    later: list[tuple[int, int]],
    place_in_line: PlaceInLine,
) -> tuple[Fact, Fact]:
    """(date, last date) with the explanation; Facts without a value where the report does not state it.

    `sentences` open the report; `later` are those further on that tell of this event, too."""
    found, why = next(_candidates(text, layout, sentences, later, place_in_line), (None, ""))
    if found is None:
        return _month(text, layout, sentences), Fact()
    return Fact(found.first, why), Fact(found.last, why) if found.last != found.first else Fact()


def _candidates(
    text: str,
    layout: Layout,
    sentences: list[tuple[int, int]],
    later: list[tuple[int, int]],
    place_in_line: PlaceInLine,
) -> Iterator[tuple[FoundDate, str]]:
    dates = [d for d in find_dates(text) if _in_own_text(d, layout)]
    heading = _heading(text, layout, place_in_line)
    for label, start, end in layout.labelled:
        if DATE_LABEL.match(label):
            yield from ((d, f"labelled “{label}”") for d in _within(text, start, end, dates, heading))
    said = [(d, "date in the sentence about the event") for d in _said(text, sentences, dates, heading)]
    printed_above = [(d, "date in the heading lines") for d in heading.dates]
    reported_later = any(_shortly_before(d, heading.dates[0], least=1) for d, _ in said[: len(heading.dates)])
    past = _past_weekday(text, sentences, heading)
    other = reported_later or past is not None or _told_of_yesterday(text, sentences)
    if heading.sure and (heading.told or not other):
        yield from printed_above
    yield from ((d, why) for d, why in said if not heading.dates or _shortly_before(d, heading.dates[0]))
    opening = " ".join(text[start:end] for start, end in sentences[:2])
    if printed_above and not _tells_another_day(opening, heading.dates[0]):
        yield from printed_above
    if past is not None:
        yield (
            FoundDate(0, 0, past, past),
            "the weekday told, before the day on which the report was published",
        )
    if heading.published and TODAY.search(opening):
        day = heading.published.isoformat()
        yield FoundDate(0, 0, day, day), "“today”, and the day on which the report was published"
    if heading.published and _told_of_yesterday(text, sentences):
        day = (heading.published - datetime.timedelta(days=1)).isoformat()
        yield FoundDate(0, 0, day, day), "“last night”, and the day on which the report was published"
    for start, end in later:
        for found in _within(text, start, end, dates, heading):
            if not NOT_THE_EVENT.search(text[max(start, found.start - NEAR) : found.start]):
                yield found, "date in a later sentence about the event"
    if not heading.dates and (only := _only_day(text, sentences, dates)):
        yield only, "the only day that the opening tells"


def _only_day(text: str, sentences: list[tuple[int, int]], dates: list[FoundDate]) -> FoundDate | None:
    """'… and on 12 February 2025 she brought it back, printed.', where the first sentences tell no other whole day."""
    start, end = (sentences[0][0], sentences[:TELLS_THE_DAY][-1][1]) if sentences else (0, 0)
    told = [d for d in dates if start <= d.start < end]
    if len(told) != 1:
        return None
    before = text[max(start, told[0].start - NEAR) : told[0].start]
    return told[0] if ON_THAT_DAY.search(before) and not NOT_THE_EVENT.search(before) else None


def _told_of_yesterday(text: str, sentences: list[tuple[int, int]]) -> bool:
    """'200 people packed the hall last night for a public meeting'"""
    return any(
        YESTERDAY.search(text, start, end) and EVENT_WORD.search(text, start, end)
        for start, end in sentences[:4]
    )


def _past_weekday(text: str, sentences: list[tuple[int, int]], heading: Heading) -> str | None:
    """'200 people met on Tuesday night', where the day of publication is printed above: the last such day before it.

    A bare 'on Tuesday' is one only where that day is surely of publication; a second weekday leaves it open."""
    if heading.published is None or not sentences:
        return None
    start, end = sentences[0][0], sentences[:TELLS_A_WEEKDAY][-1][1]
    told = [(m, True) for m in PAST_WEEKDAY.finditer(text, start, end)]
    told += [(m, False) for m in LAST_WEEKDAY.finditer(text, start, end)]
    if not heading.dates and not told:
        told = [(m, True) for m in BARE_WEEKDAY.finditer(text, start, end)]
    days = {weekday_of(A_WEEKDAY.search(match.group())[0]) for match, _ in told}  # type: ignore[index]
    if len(days) != 1 or any(
        _is_of_something_else(text[max(start, m.start() - NEAR) : m.start()]) for m, _ in told
    ):
        return None
    before = (heading.published.weekday() - days.pop()) % 7
    clear = all(sure or before > heading.published.weekday() for _, sure in told)  # 'last' on a Friday is not
    return (heading.published - datetime.timedelta(days=before)).isoformat() if before and clear else None


def _is_of_something_else(before: str) -> bool:
    return bool(NOT_THE_EVENT.search(before) or TO_COME.search(before))


def _heading(text: str, layout: Layout, place_in_line: PlaceInLine) -> Heading:
    """The dates above the first paragraph, told apart: the event's or the publication's."""
    first = next((s.start for s in layout.spans if s.kind == SpanKind.PARAGRAPH), len(text))
    spans = [s for s in layout.spans if s.end <= first and s.kind != "teaser"]
    lines = [text[s.start : s.end] for s in spans]
    own: list[FoundDate] = []
    published, sure, told = _front_day(text, layout), False, False
    for i, span in enumerate(spans):
        beside = [
            line for line in lines[max(0, i - 1) : i + 2] if line not in (lines[i], _title(text, layout))
        ]
        for found in _dates_in(text, span):
            if _tells_publication(text, span, found, beside):
                published = published or datetime.date.fromisoformat(found.first)
            elif not NOT_THE_EVENT.search(text[span.start : found.start]):
                sure = sure or not own and _is_about_the_event(text, span, found, place_in_line)
                told = told or not own and _names_event_or_venue(lines[i], place_in_line)
                own.append(found)
    if own or published:
        return Heading(tuple(own), sure, told, published or datetime.date.fromisoformat(own[0].first))
    return _with_days(text, layout, spans, lines)


def _front_day(text: str, layout: Layout) -> datetime.date | None:
    """The date of front matter: the day on which a page was published."""
    start, end = next((layout.front[key] for key in PUBLISHED_KEYS if key in layout.front), (0, 0))
    printed = find_dates(text[start:end])
    return datetime.date.fromisoformat(printed[0].first) if printed else None


def _with_days(text: str, layout: Layout, spans: list[Span], lines: list[str]) -> Heading:
    """Where no whole date is printed: the one year in these lines, and the days that it completes."""
    title = _title(text, layout)
    above = [line for line in lines if line != title or EVENT_WORD.search(line)]
    years = {int(year) for line in above for year in YEAR.findall(line)}
    if len(years) != 1:
        return Heading()
    year = years.pop()
    days = [
        d.in_year(year)
        for s in spans
        for d in find_days(text, s.start, s.end)
        if not NOT_THE_EVENT.search(text[s.start : d.start])
    ]
    return Heading(tuple(d for d in days if d), bool(days), bool(days), year=year)


def _title(text: str, layout: Layout) -> str | None:
    return text[layout.title.start : layout.title.end] if layout.title else None


def _dates_in(text: str, span: Span) -> list[FoundDate]:
    return [
        FoundDate(span.start + d.start, span.start + d.end, d.first, d.last)
        for d in find_dates(text[span.start : span.end])
    ]


def _tells_publication(text: str, span: Span, found: FoundDate, beside: list[str]) -> bool:
    """'Published: 3 May 2019', '3 May 2019 | 4 min read', or a bare date beside a byline or a newspaper's name."""
    line = text[span.start : span.end]
    if span.kind == SpanKind.FURNITURE or any(
        PUBLISHED.search(piece) for piece in PIECES.split(line) if text[found.start : found.end] in piece
    ):
        return True
    printed = text[found.start : found.end]
    piece = next((piece for piece in PIECES.split(line) if printed in piece), line)
    bare = len(piece) < len(printed) + 30
    return bare and any(
        BYLINE.search(other) or is_a_periodical(other) for other in [*beside, *PIECES.split(line)]
    )


def _is_about_the_event(text: str, span: Span, found: FoundDate, place_in_line: PlaceInLine) -> bool:
    """A heading line that names the place, too, or says 'Held on' in the part with the date: 'Event report | 18 April'
    may be a stamp."""
    pieces = [piece for piece in PIECES.split(text[span.start : span.end]) if not tells_a_page(piece)]
    dated = next((piece for piece in pieces if text[found.start : found.end] in piece), "")
    return _names_an_event(dated) or any(place_in_line(piece, "", False) for piece in pieces)


def _names_event_or_venue(line: str, place_in_line: PlaceInLine) -> bool:
    places = [place_in_line(piece, "", False) for piece in PIECES.split(line) if not tells_a_page(piece)]
    return _names_an_event(line) or any(place and place.venue for place in places)


def _names_an_event(line: str) -> bool:
    """„Fachtag“, and not „Donnerstag“."""
    return any(not A_WEEKDAY.fullmatch(match.group()) for match in EVENT_WORD.finditer(line))


def _within(text: str, start: int, end: int, dates: list[FoundDate], heading: Heading) -> list[FoundDate]:
    """The whole dates of a stretch, and the days in it whose year the heading lines tell."""
    whole = [d for d in dates if start <= d.start < end]
    days = find_days(text, start, end) if heading.published or heading.year else []
    completed = (
        d.before(heading.published) if heading.published else d.in_year(heading.year or 0) for d in days
    )
    return sorted([*whole, *(d for d in completed if d)], key=lambda d: d.start)


def _said(
    text: str, sentences: list[tuple[int, int]], dates: list[FoundDate], heading: Heading
) -> Iterator[FoundDate]:
    since_yesterday = _told_of_yesterday(text, sentences)
    heading = _with_dateline(text, sentences, dates, heading)
    datelines: list[FoundDate] = []  # where and when it was written: the event's, where no other day is told
    for number, (start, end) in enumerate(sentences[:OPENING]):
        about = EVENT_WORD.search(text, start, end)
        for found in _within(text, start, end, dates, heading):
            before = text[max(start, found.start - NEAR) : found.start]
            opens = bool(
                number == 0
                and ON_THAT_DAY.search(before)
                or WEEKDAY_BEFORE.search(before)
                or OPENS_WITH_A_DAY.fullmatch(text[start : found.start])
            )
            if (about or opens) and not NOT_THE_EVENT.search(before):
                datelines = (
                    [*datelines, found] if number == 0 and _is_dateline(text, start, found) else datelines
                )
                if found not in datelines:
                    yield found
    yield from (_day_before(found) if since_yesterday else found for found in datelines)


def _day_before(found: FoundDate) -> FoundDate:
    day = (datetime.date.fromisoformat(found.first) - datetime.timedelta(days=1)).isoformat()
    return FoundDate(found.start, found.end, day, day)


def _with_dateline(
    text: str, sentences: list[tuple[int, int]], dates: list[FoundDate], heading: Heading
) -> Heading:
    """The heading, with the day of the dateline as that of publication where it tells none."""
    start, end = sentences[0] if sentences else (0, 0)
    written = next((d for d in dates if start <= d.start < end and _is_dateline(text, start, d)), None)
    if heading.published or written is None:
        return heading
    return replace(heading, published=datetime.date.fromisoformat(written.first))


def _is_dateline(text: str, start: int, found: FoundDate) -> bool:
    """'GENEVA, 9 February 2023 – …': a place in capitals and a day before the first words."""
    return bool(DATELINE.fullmatch(text, start, found.start) and BEHIND_DATELINE.match(text, found.end))


def _shortly_before(found: FoundDate, printed: FoundDate, least: int = 0) -> bool:
    """Whether a bare date above the report can be the day on which `found` was reported, `least` days later."""
    days = datetime.date.fromisoformat(printed.first) - datetime.date.fromisoformat(found.first)
    return least <= days.days <= REACH


def _tells_another_day(opening: str, printed: FoundDate) -> bool:
    """'last night', or 'on Tuesday' where the date above is a Friday's: then that is the publication's."""
    named = {weekday_of(match[1]) for match in ON_A_WEEKDAY.finditer(opening)}
    day = datetime.date.fromisoformat(printed.first).weekday()
    return bool(SOME_OTHER_DAY.search(opening)) or bool(named) and day not in named


def _month(text: str, layout: Layout, sentences: list[tuple[int, int]]) -> Fact:
    months = [m for m in find_months(text) if _in_own_text(m, layout)]
    for start, end in sentences[:3]:
        for found in months:
            about = start <= found.start < end and HELD.search(text[start:end])
            if about and not NOT_THE_EVENT.search(text[start : found.start]):
                return Fact(found.first, "month in the sentence about the event; no day is stated")
    return Fact()


def _in_own_text(found: FoundDate, layout: Layout) -> bool:
    kept = ((s.start, s.end) for s in layout.spans if s.kind not in (SpanKind.TEASER, SpanKind.FURNITURE))
    return any(start <= found.start < end for start, end in (*kept, *layout.front.values()))

"""Who wrote a report."""

import re

from intake.reading.document import Document
from intake.reading.facts.calendar import find_dates
from intake.reading.facts.dates import PUBLISHED
from intake.reading.facts.words import is_given
from intake.reading.languages import either
from intake.reading.languages.russian.names import FULL_NAME
from intake.reading.layout.masthead import tells_a_page
from intake.reading.layout.words import BY_SOMEBODY, HOUSE, NAME
from intake.reading.model import Fact, SpanKind

LAST_LINES = 4  # in which a report says who wrote it


def _of_all(constant: str) -> str:
    return either("event", constant)


BARRED = re.compile(r"\s+[|•·/]\s+")
BEFORE_A_DAY = re.compile(r"[^\w»“”]+(?:(?:on|am|vom|den|от)\s+)?$")
BEHIND_A_DAY = re.compile(r"\s*(?:года|г\.?)?(?:\W+|$)")
#: 'Posted on 30 August 2023 by Ann Moss'
POSTED_BY = re.compile(rf"(?:.*\s|posted\s+){BY_SOMEBODY.pattern}")
#: 'Ann Moss', '(Ann Moss, a student)', 'Ann Moss, Deputy Editor', 'Ann Moss, “The Windlass”'.
SIGNS_ALONE = re.compile(
    rf"[(\[]?(?:[—–-]\s*)?(?P<who>{NAME})(?:,\s+(?:[^\W\dA-ZА-ЯЁ][^,.:;]{{2,40}}|[«„“][^«»„“”,]{{2,40}}[»“”]|"
    rf"(?:[^\W\d_]\w+\s+){{0,2}}(?:{_of_all('WRITER')})))?[)\]]?"
)
INITIAL = re.compile(r"[^\W\d_a-zа-яё]\.")
#: 'R.M.T.' below the report.
INITIALS = re.compile(rf"\W*(?P<who>{INITIAL.pattern}(?:\s?{INITIAL.pattern}){{1,3}})\W*")
COMPILED_BY = re.compile(rf"(?:{_of_all('COMPILED')})\s+(?P<who>{NAME})(?=[,.;)\n]|$)")
#: Somebody of whom nothing else is told: 'Ann Moss is a staff writer'.
WRITES = re.compile(rf"(?:[—–-]\s*)?(?P<who>{NAME})\s+(?:{_of_all('WRITES')})")
#: On a line of its own above the report: 'Ann Moss reports from Oslo', «Рассказывает Анна Мосс».
REPORTS = re.compile(
    rf"(?P<who>{NAME})\s+(?:{_of_all('REPORTS')})(?:\s+[^.:!?\n]{{2,60}})?\W*|"
    rf"(?i:{_of_all('REPORTED_BY')}):?\s+(?P<who2>{NAME})\W*"
)
ASKED_BY = re.compile(rf"(?<!\w)(?:{_of_all('INTERVIEWED')})\s+(?P<who>{NAME})(?=[.,;)\n]|$)")


def byline(document: Document) -> Fact:
    """'By Ann Moss' above the report."""
    first = next((s.start for s in document.layout.of(SpanKind.PARAGRAPH)), len(document.text))
    above = [s for s in document.layout.of(SpanKind.HEADER, SpanKind.FURNITURE) if s.end <= first]
    for span in above:
        for piece in map(_without_a_day, BARRED.split(document.words(span))):
            posted = POSTED_BY.fullmatch(piece.strip()) if PUBLISHED.search(piece) else None
            match = posted or BY_SOMEBODY.fullmatch(piece.strip(" *_"))
            if match and not _is_an_office(match["who"]):
                return Fact(match["who"], "byline", piece.strip())
        told = REPORTS.fullmatch(document.words(span))
        if told and span.kind is not SpanKind.TITLE and is_given((told["who"] or told["who2"]).split()[0]):
            return Fact(told["who"] or told["who2"], "said to have written the report", told.group())
    if asked := ASKED_BY.search(document.text):
        return Fact(asked["who"].rstrip("."), "said to have asked the questions", asked.group())
    return _compiled(document) or _signed(document)


def _is_an_office(name: str) -> bool:
    first = name.split()[0]
    return bool(first.isupper() and not INITIAL.fullmatch(first) or HOUSE.fullmatch(name))


def _without_a_day(piece: str) -> str:
    """'Posted by Ann Moss' of 'Posted by Ann Moss on May 4, 2022', and 'Ann Moss' of '4 May 2022, Ann Moss'."""
    for found in find_dates(piece):
        behind = BEHIND_A_DAY.match(piece, found.end)
        if found.start and behind and behind.end() == len(piece):
            return BEFORE_A_DAY.sub("", piece[: found.start])
        if not found.start and behind:
            return piece[behind.end() :]
    return piece


def _compiled(document: Document) -> Fact | None:
    """'This report was compiled by Ann Moss', '(Reporting by Ann Moss)', 'Ann Moss is a staff writer.' at the end."""
    for span in document.layout.spans[-LAST_LINES:]:
        line = document.words(span)
        compiled = COMPILED_BY.search(line)
        told = WRITES.match(line)
        if told and document.text.count(told["who"].split()[-1]) > 1:
            told = None
        if match := compiled or told:
            return Fact(match["who"].rstrip("."), "said to have written the report", match.group())
    return None


def _signed(document: Document) -> Fact:
    """A line above or below the report with a name, or with a post too, of somebody whom it does not speak of."""
    last = max((s.end for s in document.layout.of(SpanKind.PARAGRAPH)), default=0)
    apart = document.layout.of(SpanKind.HEADER, SpanKind.HEADING)
    lines = [document.words(s) for s in apart if s.kind is SpanKind.HEADER or s.start > last]
    lines += [
        _without_a_day(piece)
        for line in lines
        if find_dates(line) or tells_a_page(line)
        for piece in BARRED.split(line)
        if _without_a_day(piece) != line
    ]
    own = [span for span in document.layout.spans if span.kind is not SpanKind.FURNITURE]
    closing = document.words(own[-1]) if own else ""
    names = [(match["who"], line) for line in lines if (match := SIGNS_ALONE.fullmatch(line.strip()))]
    alone = [
        (who, line)
        for who, line in names
        if (is_given(who.split()[0]) or FULL_NAME.fullmatch(who) or line == closing and INITIAL.match(who))
        and document.text.count(who.split()[-1]) == 1
    ]
    if not alone and (match := INITIALS.fullmatch(closing)):
        return Fact(match["who"], "signed with initials", closing)
    return Fact(alone[0][0], "signed with a name alone", alone[0][1]) if len(alone) == 1 else Fact()

"""Quotations that stand alone in their paragraphs, and the lines before or behind them that say whose they are."""

import re
from dataclasses import replace

from intake.reading.languages import either
from intake.reading.model import Span, SpanKind
from intake.reading.quotes import covered, quotations

OPENING, CLOSING = '“"«„»‘', '”"»“«’'
MAX_SIGNATURE = 170
_PROPER = r"[^\W\d_a-zа-яё][\w.’'-]*"
_SPEAKS = rf"(?:{either('labels', 'GIVES_THE_WORD')})"
_NAME = rf"{_PROPER}(?:\s+(?:[a-zа-яё’'-]{{1,4}}\s+)?{_PROPER}){{0,5}}"
DASHED = re.compile(r"[—–―-]{1,2}\s*(?=\w)")
OPENS_SIGNATURE = re.compile(rf"[—–―\s-]*(?:{_SPEAKS}\s+)?")
#: 'Ann Moss, harbour pilot', 'Dr Ann Moss (Oslo)', 'Ann Moss'; a full stop or a colon within is no name's.
NAMED = re.compile(rf"{_NAME}(?P<more>\s*(?:[,(]|\s[–—-]\s)\s*[^!?:]{{2,140}}?)?")
BEFORE = re.compile(rf"(?:{_SPEAKS}\s+)?{_NAME}(?:\s*(?:[,(]|\s[–—-]\s)\s*[^!?:]{{2,140}}?)?\s*[:—–]\s*")
ENTRY = re.compile(
    rf"{_PROPER}(?:\s+(?:[a-zа-яё’'-]{{1,4}}\s+)?{_PROPER}){{1,4}},\s+[a-zа-яё][^!?:]{{2,140}}"
)
FEWEST_ENTRIES = 3
SPOKEN = re.compile(r"[—–]\s+\w")  # words behind a dash, below a name
SENTENCE = re.compile(r"[a-zа-яё]{3}[.!?]\s+\S|[.!?…]$")
TOLD_BESIDE = re.compile(r"[^\W\d_]+\W+[^\W\d_]+")  # '“It rained,” she said. “All day.”' has its speaker
SPEAKABLE = (SpanKind.PARAGRAPH, SpanKind.HEADING, SpanKind.LIST)


def sign(text: str, spans: list[Span]) -> tuple[list[Span], dict[Span, Span]]:
    """The spans with the lines that sign quotations marked as such, and of each quotation its signature."""
    found = list(spans)
    signed: dict[Span, Span] = {}
    for i, span in enumerate(spans):
        spoken = i > 0 and bool(SPOKEN.match(text, span.start)) and _announces(text, spans[i - 1])
        if span.kind not in SPEAKABLE or not (_is_quotation(text, span) or spoken):
            continue
        if not spoken and i + 1 < len(spans) and _closes(text, span) and _signs(text, spans[i + 1]):
            found[i + 1] = replace(spans[i + 1], kind=SpanKind.SIGNATURE)
            signed[span] = found[i + 1]
            for earlier in _left_open_above(text, spans, i):
                signed.setdefault(earlier, found[i + 1])
        elif i and _announces(text, spans[i - 1]) and found[i - 1].kind is not SpanKind.SIGNATURE:
            found[i - 1] = replace(spans[i - 1], kind=SpanKind.SIGNATURE)
            signed[span] = found[i - 1]
        elif i and spans[i - 1] in signed and _before(signed[spans[i - 1]], spans[i - 1]):
            signed[span] = signed[spans[i - 1]]  # a further paragraph below a name
    return found, signed


def signer(line: str) -> str:
    """A signature without what stands before the name: 'Ann Moss, pilot' of '— Ann Moss, pilot'."""
    return OPENS_SIGNATURE.sub("", line, count=1)


def list_entries(text: str, spans: list[Span]) -> list[Span]:
    """The spans with runs of three lines or more that name somebody and tell what they are made a list."""
    found, run = list(spans), []
    for i, span in enumerate([*spans, None]):
        if (
            span is not None
            and span.kind in (SpanKind.HEADER, SpanKind.HEADING)
            and _tells_of_somebody(text, span)
        ):
            run.append(i)
            continue
        for place in run if len(run) >= FEWEST_ENTRIES else ():
            found[place] = replace(spans[place], kind=SpanKind.LIST)
        run = []
    return found


def _tells_of_somebody(text: str, span: Span) -> bool:
    """'Ann Moss, harbour pilot': a name of two words, a comma, and no fact of the event."""
    line = text[span.start : span.end]
    match = ENTRY.fullmatch(line)
    return bool(match) and not SENTENCE.search(line) and not any(c.isdigit() for c in line.split(",")[0])


def _is_quotation(text: str, span: Span) -> bool:
    if text[span.start] not in OPENING or span.end - span.start <= 2:
        return False
    masked = covered(text, quotations(text, span.start, span.end), span.start, span.end)
    return not (_closes(text, span) and TOLD_BESIDE.search(masked))


def _closes(text: str, span: Span) -> bool:
    return text[span.start : span.end].rstrip(" .")[-1] in CLOSING


def _left_open_above(text: str, spans: list[Span], place: int) -> list[Span]:
    """The paragraphs above that open the same quotation and do not close it."""
    above: list[Span] = []
    for span in reversed(spans[:place]):
        if span.kind not in SPEAKABLE or not _is_quotation(text, span) or _closes(text, span):
            break
        above.append(span)
    return above


def _before(line: Span, quotation: Span) -> bool:
    return line.start < quotation.start


def _signs(text: str, span: Span) -> bool:
    line = text[span.start : span.end]
    if len(line) > MAX_SIGNATURE or SENTENCE.search(line) or line.rstrip()[-1] in ":—–":
        return False
    dashed = DASHED.match(line)
    match = NAMED.fullmatch(line, dashed.end() if dashed else 0)
    return match is not None and bool(dashed or match["more"] or " " in line)


def _announces(text: str, span: Span) -> bool:
    line = text[span.start : span.end]
    known = span.kind in (*SPEAKABLE, SpanKind.HEADER)
    return known and len(line) <= MAX_SIGNATURE and bool(BEFORE.fullmatch(line)) and not SENTENCE.search(line)

"""The parts of a report: title, venue and date lines, lists of names, headings, paragraphs, teasers and
furniture."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from intake.reading.layout.teasers import find_teasers
from intake.reading.layout.words import (
    APPEAL,
    ATTENDANCE,
    BULLET,
    FURNITURE,
    LABEL_ALONE,
    LABELLED,
    LIST_ENTRY,
    LIST_HEADER,
    NEXT_LABEL,
    RELATED,
    SENTENCE_END,
)
from intake.reading.model import ProposedOpinion, Span, SpanKind

MAX_TITLE = 220
MAX_HEADING = 110
WRAPPED = range(45, 121)  # widths of lines that were broken by a mail program or a typewriter


@dataclass(frozen=True)
class Layout:
    """What was found where. `paragraphs` are the stretches in which somebody may be speaking."""

    title: Span | None = None
    spans: tuple[Span, ...] = ()
    opinions: tuple[ProposedOpinion, ...] = ()
    labelled: tuple[tuple[str, int, int], ...] = ()
    header: tuple[Span, ...] = field(default=())

    def of(self, *kinds: str) -> list[Span]:
        return [span for span in self.spans if span.kind in kinds]


def read_layout(text: str) -> Layout:
    """The report cut into spans, in order, each letter of it in one span at most."""
    blocks = _blocks(text)
    opinions, taken = find_teasers(text, blocks)
    repeated = _repeated(text, blocks)
    title = _title(text, [b for i, b in enumerate(blocks) if i not in taken])
    spans, labelled = [], []
    in_header, in_list, in_box = True, False, False
    for i, (start, end) in enumerate(blocks):
        line = text[start:end]
        if i in taken:
            kind = SpanKind.TEASER
        elif title and start == title.start:
            kind = SpanKind.TITLE
        else:
            in_box = bool(RELATED.fullmatch(line.rstrip(" :"))) or in_box and _titles_a_page(line)
            kind, in_list = _kind(line, in_header, in_list, in_box or line.strip() in repeated)
            if in_header or len(line) < 160:
                labelled += _labels(text, start, end)
            if in_header and i + 1 < len(blocks) and (alone := LABEL_ALONE.fullmatch(line)):
                labelled.append((alone["label"].lower(), *blocks[i + 1]))
            if kind in (SpanKind.PARAGRAPH, SpanKind.HEADING) and (
                kind == SpanKind.PARAGRAPH or not in_header
            ):
                in_header = False
        spans.append(Span(kind, start, end))
    first = next((s.start for s in spans if s.kind == SpanKind.PARAGRAPH), len(text))
    header = tuple(s for s in spans if s.end <= first and s.kind not in (SpanKind.FURNITURE, SpanKind.TEASER))
    return Layout(title, tuple(spans), tuple(opinions), tuple(labelled), header)


def _labels(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """(label, start, end) of each labelled value in a line."""
    cuts = [start, *(m.end() for m in NEXT_LABEL.finditer(text, start, end)), end]
    found = []
    for here, there in pairwise(cuts):
        if match := LABELLED.match(text, here, there):
            found.append((match["label"].lower(), match.start("value"), match.end("value")))
    return found


def _blocks(text: str) -> list[tuple[int, int]]:
    """Lines, trimmed, with hard-wrapped lines put together again."""
    lines = [
        (m.start(), m.end())
        for m in re.finditer(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*[^\s][^\n\r\x0b\x0c\x85\u2028\u2029]*", text)
    ]
    lines = [_trimmed(text, a, b) for a, b in lines]
    blocks: list[tuple[int, int]] = []
    i = 0
    while i < len(lines):
        j = i
        while j + 1 < len(lines) and _goes_on(text, lines[j], lines[j + 1]):
            j += 1
        blocks.append((lines[i][0], lines[j][1]))
        i = j + 1
    return blocks


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """A wrapped line: full width, no end of sentence, and the next line carries straight on in lower case
    — or
    ends mid-sentence at full width."""
    if text.count("\n", line[1], following[0]) > 1 or (line[1] - line[0]) not in WRAPPED:
        return False
    here, there = text[line[0] : line[1]], text[following[0] : following[1]]
    if BULLET.match(there) or len(there) > WRAPPED[-1]:
        return False
    if there[0].islower():
        return True
    if SENTENCE_END.search(here):
        return (
            (line[1] - line[0]) > 60
            and len(there) > 60
            and not re.match(r"[\"“«]|[^\s:]{1,30}:\s", there)
            and _wrapped_text(text)
        )
    return (line[1] - line[0]) > 58 and _wrapped_text(text)


def _wrapped_text(text: str) -> bool:
    lengths = [len(line) for line in text[:20000].split("\n") if line.strip()]
    return (
        len(lengths) > 6 and max(lengths) <= WRAPPED[-1] and sum(n > 55 for n in lengths) * 2 > len(lengths)
    )


def _repeated(text: str, blocks: list[tuple[int, int]]) -> set[str]:
    """Short lines that stand in the report three times or more: page headers and footers."""
    counts = Counter(text[a:b].strip() for a, b in blocks if b - a <= 80)
    return {line for line, n in counts.items() if n >= 3 and not re.search(r":\s*$", line)}


def _title(text: str, blocks: list[tuple[int, int]]) -> Span | None:
    """The first line, unless it reads as the first sentences of the report."""
    for start, end in blocks[:3]:
        line = text[start:end]
        if FURNITURE.fullmatch(line.strip()):
            continue
        if len(line) > MAX_TITLE or len(blocks) == 1 or LABELLED.match(line):
            return None
        if re.search(r"[^.\s]\.$", line) and not re.search(
            r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Ltd|Jr|Sr|Co)\.$", line
        ):
            return None
        if re.search(r"[.!?][\"”»]? +[^\W\d_a-zа-яё][^\W\d_]+ .*[.!?]$", line) and len(line) > 120:
            return None
        return Span(SpanKind.TITLE, start, end)
    return None


def _kind(line: str, in_header: bool, in_list: bool, no_report: bool) -> tuple[SpanKind, bool]:
    """The kind of one line, and whether a list of speakers is being read."""
    bare = line.strip().strip("*_#").strip()
    if (
        no_report
        or FURNITURE.fullmatch(bare)
        or (APPEAL.search(bare) and len(bare) < 600 and not re.search(r"[\"“«]", bare))
    ):
        return SpanKind.FURNITURE, False
    if LIST_HEADER.fullmatch(bare):
        return SpanKind.LIST_HEADER, True
    if ATTENDANCE.match(bare):
        return SpanKind.ATTENDANCE, False
    if in_list and _is_list_entry(bare):
        return SpanKind.LIST, True
    if _is_prose(bare):
        return SpanKind.PARAGRAPH, False
    if (
        in_header
        or LABELLED.match(bare)
        and re.search(r":\s*(?:[^\W\d_]+\.?\s+){0,2}[A-ZА-ЯЁ][^.?!]*$", bare)
    ):
        return SpanKind.HEADER, in_list and len(bare) < MAX_HEADING
    told = SENTENCE_END.search(bare) or len(bare) > MAX_HEADING or bare[0] in '"“«'
    return SpanKind.PARAGRAPH if told else SpanKind.HEADING, False


def _titles_a_page(line: str) -> bool:
    """A line in a box of other pages: short, no sentence, nobody's turn to speak."""
    return len(line) < 160 and not re.search(
        r"[.!:][\"”»]?$|^[\"“«—–]|^[^\s:]{1,20}(?: [^\s:]{1,20})?: ", line
    )


def _is_list_entry(line: str) -> bool:
    shouted = line.isupper() and "," not in line  # the next heading
    sentences = re.search(r"[a-zа-яё]{3}[.!?]\s+[A-ZА-ЯЁ]", line) or _is_sentence(line)
    return len(line) < 250 and bool(LIST_ENTRY.match(line)) and not (shouted or sentences)


def _is_sentence(line: str) -> bool:
    return bool(re.search(r"[.!?][\"”»]?$", line)) and len(line.split()) > 9


def _is_prose(line: str) -> bool:
    """A paragraph: long, or a whole sentence."""
    if len(line) > 240:
        return True
    return bool(re.search(r"[.!?…:][\"'”’»)\]]*$", line)) and len(line.split()) > 4

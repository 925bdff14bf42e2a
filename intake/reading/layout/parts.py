"""The parts of a report: title, venue and date lines, lists of names, headings, paragraphs, teasers and
furniture."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from intake.reading.layout.front import front_matter, labels_of
from intake.reading.layout.masthead import NO_NAME, below_masthead, is_a_name, is_stamp, without_its_branch
from intake.reading.layout.signatures import list_entries, sign
from intake.reading.layout.tables import cells, rows
from intake.reading.layout.teasers import find_teasers
from intake.reading.layout.words import (
    APPEAL,
    ATTENDANCE,
    BULLET,
    BY_SOMEBODY,
    DAY_OR_PLACE,
    EPISODE,
    FURNITURE,
    HOUSE,
    INTRODUCES_PEOPLE,
    LABEL_ALONE,
    LABELLED,
    LIST_ENTRY,
    LIST_HEADER,
    NEXT_LABEL,
    OF_THE_HOUSE,
    RELATED,
    SENTENCE_END,
    TITLES_A_REPORT,
)
from intake.reading.model import ProposedOpinion, Span, SpanKind

MAX_TITLE = 220
MAX_HEADING = 110
MAX_LABELLED = 160
BLOCK_QUOTE = re.compile(r"\s*(?:>\s*)*")
#: What is left of a page's HTML around a line: its blocks, and an emphasis of the whole of it.
_BLOCK = r"(?:p|div|section|article|header|h[1-6]|li|ul|ol|br|hr|td|tr|table|blockquote|figure|figcaption|time|main)"
TAGS_BEFORE = re.compile(rf"(?:\s*</?{_BLOCK}(?:\s[^<>]{{0,200}})?/?>)+\s*", re.I)
TAGS_BEHIND = re.compile(rf"(?:\s*</?{_BLOCK}(?:\s[^<>]{{0,200}})?/?>)+$", re.I)
EMPHASIS = re.compile(r"<(?P<tag>b|strong|em|i|u|span|small)(?:\s[^<>]{0,200})?>(?=[^<>]*</(?P=tag)>$)", re.I)
MAX_ABOVE_TITLE = 7
ENDS_SENTENCE = re.compile(r"[^.\s]\.$")
ENDS_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Ltd|Jr|Sr|Co|e\.\s?V)\.$")
TWO_SENTENCES = re.compile(r"[.!?][\"”»]? +[^\W\d_a-zа-яё][^\W\d_]+ .*[.!?]$")
#: '21 November 2019, 2 p.m.' and «4 мая 2022 г.» are no sentences, unless it is a long line.
ENDS_WITH_AN_HOUR = re.compile(r"^.{0,120}\d\s?(?:[ap]\.m\.|г\.)$")
NO_TITLE = re.compile(r"\||\b(?:19|20)\d\d\b|^\W*\d{1,2}[./]")
DATED = re.compile(r"\b(?:19|20)\d\d\b|^\W*\d{1,2}[./]")
#: A line of one word above the title: the section.
SECTION = re.compile(r"[^\W\d_]+")
#: 'Panelists: It’s the Carts': a title, and no list of them.
TELLS = re.compile(r"(?:It|How|What|Why|When|Where|The|No|Don|We|You|Is|Are|Do|Can|Should|Will)\b")
#: A headline, below the name of a house: with a colon or a question; a Russian one by its verb alone.
SAYS = re.compile(r"[:?!]|[а-яё]", re.I)
LONG_TITLE = 3  # words; a house's name has seldom more
MARKED_HEADING = re.compile(r"\s*#{1,6}\s+\S")
ASKS = re.compile(r"[^.!?]{5,110}[?!][”\"’»“]?")  # 'Recap: Who Will Drive the Trucks?'
WRAPPED = range(45, 121)  # widths of lines that were broken by a mail program or a typewriter


@dataclass(frozen=True)
class Layout:
    """What was found where. `front` are the values of front matter; `signed` says of a quotation that stands
    alone which line tells whose it is."""

    title: Span | None = None
    spans: tuple[Span, ...] = ()
    opinions: tuple[ProposedOpinion, ...] = ()
    labelled: tuple[tuple[str, int, int], ...] = ()
    header: tuple[Span, ...] = field(default=())
    front: dict[str, tuple[int, int]] = field(default_factory=dict)
    signed: dict[Span, Span] = field(default_factory=dict)

    def of(self, *kinds: str) -> list[Span]:
        return [span for span in self.spans if span.kind in kinds]


def read_layout(text: str) -> Layout:
    """The report cut into spans, in order, each letter of it in one span at most."""
    begins, front = front_matter(text)
    blocks = [block for block in _blocks(text) if block[0] >= begins]
    opinions, taken = find_teasers(text, blocks)
    title = _front_title(front) or _title(text, [b for i, b in enumerate(blocks) if i not in taken])
    parting = _Parting(text, blocks, title)
    spans = [
        Span(SpanKind.TEASER if i in taken else parting.kind(i), start, end)
        for i, (start, end) in enumerate(blocks)
    ]
    spans = list_entries(text, spans)
    first = next((s.start for s in spans if s.kind is SpanKind.PARAGRAPH), len(text))
    set_in = (SpanKind.FURNITURE, SpanKind.TEASER)
    spans, signed = sign(text, spans)
    above = [title] if front and title else []
    header = tuple(s for s in (*above, *spans) if s.end <= first and s.kind not in set_in)
    labelled = (*labels_of(front), *parting.labelled)
    return Layout(title, (*above, *spans), tuple(opinions), labelled, header, front, signed)


def _front_title(front: dict[str, tuple[int, int]]) -> Span | None:
    return Span(SpanKind.TITLE, *front["title"]) if "title" in front else None


class _Parting:
    """Tells the lines of a report apart, from top to bottom."""

    def __init__(self, text: str, blocks: list[tuple[int, int]], title: Span | None):
        self.text, self.blocks, self.title = text, blocks, title
        self.repeated = _repeated(text, blocks)
        self.rows = rows(text, blocks)
        self.labelled: list[tuple[str, int, int]] = []
        self.in_header, self.in_list, self.in_box = True, False, False

    def kind(self, place: int) -> SpanKind:
        start, end = self.blocks[place]
        if self.title and start == self.title.start:
            return SpanKind.TITLE
        if place in self.rows:
            return self._row(start, end)
        line = self.text[start:end]
        self.in_box = bool(RELATED.fullmatch(line.rstrip(" :"))) or self.in_box and _titles_a_page(line)
        no_report = self.in_box or line.strip() in self.repeated
        kind, self.in_list = _kind(line, self.in_header, self.in_list, no_report)
        self.in_list |= len(line) < MAX_LABELLED and self._lists_people_below(line, place)
        if self.in_header or len(line) < MAX_LABELLED:
            self.labelled += _labels(self.text, start, end)
        alone = LABEL_ALONE.fullmatch(line) if self.in_header else None
        if alone and place + 1 < len(self.blocks):
            self.labelled.append((alone["label"].lower(), *self.blocks[place + 1]))
        if kind is SpanKind.PARAGRAPH or kind is SpanKind.HEADING and not self.in_header:
            self.in_header = False
        return kind

    def _lists_people_below(self, line: str, place: int) -> bool:
        """'The panel comprised:', and below it a bullet with a name and what is told of it."""
        if place + 1 == len(self.blocks) or not INTRODUCES_PEOPLE.fullmatch(line):
            return False
        below = self.text[slice(*self.blocks[place + 1])]
        return bool(BULLET.match(below)) and "," in below and _is_list_entry(below)

    def _row(self, start: int, end: int) -> SpanKind:
        """A row of a table; one that tells a fact ('Venue | the hall') is a label with its value."""
        found = cells(self.text, start, end)
        if self.in_header and len(found) == 2 and (label := LABEL_ALONE.fullmatch(self.text, *found[0])):
            self.labelled.append((label["label"].lower(), *found[1]))
            return SpanKind.HEADER
        return SpanKind.ROW


def _labels(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """(label, start, end) of each labelled value in a line; what only blanks part is none in a line without a label
    at its beginning: 'More trees for the place: that sounds easy.'"""
    opens = LABELLED.match(text, start, end)
    parts = [m for m in NEXT_LABEL.finditer(text, start, end) if opens or not m.group().isspace()]
    cuts = [start, *(m.end() for m in parts), end]
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
    lines = [(a, b) for a, b in (_trimmed(text, a, b) for a, b in lines) if a < b]
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
    """A line without white space around it, nor the mark of a quoted block before it, nor tags of HTML around it."""
    line = text[start:end]
    mark = BLOCK_QUOTE.match(line)
    start, end = start + (mark.end() if mark else 0), start + len(line.rstrip())
    return _without_tags(text, start, end) if "<" in line else (start, end)


def _without_tags(text: str, start: int, end: int) -> tuple[int, int]:
    """'Harbour report' of '<div class="top">Harbour report</div>'."""
    if opening := TAGS_BEFORE.match(text, start, end):
        start = opening.end()
    if closing := TAGS_BEHIND.search(text, start, end):
        end = closing.start()
    if emphasis := EMPHASIS.match(text[start:end]):
        start, end = start + emphasis.end(), end - len(f"</{emphasis['tag']}>")
    return start, end


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
    """The first line that is no letterhead, unless it reads as the first sentences of the report."""
    for start, end in blocks[_letterhead(text, blocks) :][:MAX_ABOVE_TITLE]:
        line = text[start:end]
        if FURNITURE.fullmatch(line.strip()) or is_stamp(line):
            continue
        labelled = LABELLED.match(line)
        if len(line) > MAX_TITLE or len(blocks) == 1 or labelled and not TELLS.match(labelled["value"]):
            return None
        if ENDS_SENTENCE.search(line) and not ENDS_ABBREVIATED.search(line):
            return None
        if TWO_SENTENCES.search(line) and len(line) > 120:
            return None
        return Span(SpanKind.TITLE, start, end)
    return None


def _letterhead(text: str, blocks: list[tuple[int, int]]) -> int:
    """How many lines above the title tell of the house and its issue: its name with a menu, a number, a motto."""
    lines = [text[start:end].strip() for start, end in blocks[:MAX_ABOVE_TITLE]]
    above = next(
        (i for i, line in enumerate(lines) if _is_prose(line) and not ASKS.fullmatch(line)), len(lines)
    )
    heading = lines[:above]
    episode = next((i for i, line in enumerate(heading[:4]) if EPISODE.fullmatch(line)), None)
    if episode is not None:
        return episode
    if below := below_masthead(text, blocks, heading):
        return below
    signs = [i for i, line in enumerate(heading) if i < 4 and OF_THE_HOUSE.search(line)]
    titled = bool(heading) and _is_a_title(text, blocks, heading[0]) and 0 not in signs
    first = (signs[-1] + 1) if signs and not titled else 0
    if not signs and heading and _names_a_house(heading):
        below = next((i for i, line in enumerate(heading) if i and not FURNITURE.fullmatch(line)), 0)
        titles = below and TITLES_A_REPORT.search(heading[below]) and not DATED.search(heading[below])
        if titles and not TITLES_A_REPORT.search(heading[0]) or below and _stands_apart(text, blocks, below):
            first = below
    while first and first < above and (SECTION.fullmatch(heading[first]) or NO_TITLE.search(heading[first])):
        first += 1
    named = first < above and len(heading[first].split()) > 2 and not LABELLED.match(heading[first])
    return first if named and not BY_SOMEBODY.fullmatch(heading[first]) else 0


def _names_a_house(heading: list[str]) -> bool:
    """By a word that houses have; one that a title may have, too, where the line below says something."""
    says = len(heading) > 1 and SAYS.search(heading[1]) and NO_NAME.search(heading[1])
    return bool(HOUSE.fullmatch(without_its_branch(heading[0])) or says and is_a_name(heading[0]))


def _is_a_title(text: str, blocks: list[tuple[int, int]], line: str) -> bool:
    """Whether the first line is a title with the house's lines below it: long, no name of a house, set apart."""
    long = len(line.split()) > LONG_TITLE and not HOUSE.fullmatch(line)
    return long and len(blocks) > 1 and text.count("\n", blocks[0][1], blocks[1][0]) > 1


def _stands_apart(text: str, blocks: list[tuple[int, int]], place: int) -> bool:
    """Whether a line has empty ones around it, furniture aside, and is none about day or place."""
    start, end = blocks[place]
    before = text.count("\n", blocks[place - 1][1], start) > 1
    following = (a for a, b in blocks[place + 1 :] if not FURNITURE.fullmatch(text[a:b]))
    behind = text.count("\n", end, next(following, end)) > 1
    return before and behind and not DATED.search(text, start, end)


def _kind(line: str, in_header: bool, in_list: bool, no_report: bool) -> tuple[SpanKind, bool]:
    """The kind of one line, and whether a list of speakers is being read."""
    bare = line.strip().strip("*_#").strip()
    if (
        no_report
        or not bare  # a rule of asterisks
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
    if not in_header and MARKED_HEADING.match(line) and len(bare) <= MAX_HEADING:
        return SpanKind.HEADING, False
    about_it = (
        in_header
        and len(bare) < MAX_LABELLED
        and (DAY_OR_PLACE.fullmatch(bare) or BY_SOMEBODY.fullmatch(bare))
    )
    if _is_prose(bare) and not about_it:
        return SpanKind.PARAGRAPH, False
    if (
        in_header
        or LABELLED.match(bare)
        and re.search(r":\s*(?:[^\W\d_]+\.?\s+){0,2}[A-ZА-ЯЁ][^.?!]*$", bare)
    ):
        return SpanKind.HEADER, in_list and len(bare) < MAX_HEADING
    told = SENTENCE_END.search(bare) or len(bare) > MAX_HEADING or bare[0] in '"“«„»' or "://" in bare
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
    ends = re.search(r"[.!?…:][\"'”’»)\]]*$", line) and not ENDS_WITH_AN_HOUR.search(line)
    if line.endswith("V.") and is_a_name(line):
        return False  # „Gesellschaft für Moorkunde und Torf e. V.“
    return bool(ends) and len(line.split()) > 4

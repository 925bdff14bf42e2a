"""A report with its statements marked where they stand, and without the words that are withdrawn.

Places come from `events.places`, quotation marks from `events.quotation`; what callers need of both is named
here too.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

from events.places import Place, Report, Text, find, merged, nearest, overlaps, prepared
from events.quotation import evidence_of, quoted_spans, quoted_words, with_marks
from publishing.richtext import Line, Tag, block_html, nest, text_html

__all__ = [
    "Passage",
    "Place",
    "Report",
    "Text",
    "Withdrawal",
    "evidence_of",
    "find",
    "mark",
    "nearest",
    "quoted_parts",
    "quoted_words",
    "redact",
    "statement_html",
    "with_marks",
]

PAIRED = {"“”", "«»", "„“", "„”", '""', "‘’"}
QUOTED_PART = Tag("q")
CHOSEN_PART = Tag("mark", ' class="words__chosen"')


class Passage(NamedTuple):
    """A statement in its report. `who` is its speaker's order on the page ("1 2" of two), no key; None shows nobody."""

    start: int
    end: int
    number: int
    evidence: str
    who: int | str | None = None
    note: SafeString = mark_safe("")


class Withdrawal(NamedTuple):
    """Words that may no longer be shown, and what stands there instead."""

    start: int
    end: int
    notice: SafeString


def mark(
    report: str | Report,
    passages: Sequence[Passage],
    withdrawn: Iterable[Withdrawal] = (),
    inserts: Iterable[tuple[int, SafeString]] = (),
) -> SafeString:
    """The report's HTML with each passage in <mark>, its note before it, and each insert after so many
    paragraphs.

    Offsets count in the report's `plain_text`. A passage over several blocks, or past the end of a link,
    becomes several marks: the first has the id. Where passages overlap the later one has the words; one that
    would be left with none lies round the others. Withdrawn words are left out whatever else stands there,
    and a passage of which nothing is left has no note. Notes, notices and inserts that are not safe strings
    are escaped.
    """
    report = prepared(report)
    marking = _Marking(report, passages, withdrawn)
    blocks = [(block.tag, block_html(block, marking.line_html)) for block in report.tree.children]
    return mark_safe("".join(_with_inserts(blocks, inserts)))  # written by richtext from its tree


def redact(report: str | Report, places: Iterable[Sequence], replacement: str) -> str:
    """The report's HTML with the words at the places (start, end, …) replaced by a text, for index and
    feeds."""
    notice = mark_safe(text_html(replacement))  # just escaped
    return str(mark(report, (), [Withdrawal(place[0], place[1], notice) for place in places]))


def paragraphs_of(report: str | Report) -> list[str]:
    """The words of the report's paragraphs, which inserts are counted after; lists and headings do not count."""
    return [
        line.text for line in prepared(report).tree.children if isinstance(line, Line) and line.tag == "p"
    ]


def statement_html(text: str, evidence: str, language: str = "en") -> SafeString:
    """A statement's text for a page: its quotation marks by its evidence, the quoted words of a mixed one in
    <q>."""
    return quoted_parts(with_marks(text, evidence, language), evidence)


def quoted_parts(text: str, evidence: str, chosen: tuple[int, int] | None = None) -> SafeString:
    """A text as it is, escaped; the quoted words of one that is quoted in part stand in <q>, and those from and to
    the offsets that are ``chosen`` in a <mark>."""
    quoted = quoted_spans(text) if evidence == "mixed" else []
    marked = [chosen] if chosen else []
    borders = sorted({0, len(text), *(offset for span in (*quoted, *marked) for offset in span)})

    def tags(start: int, end: int) -> tuple[Tag, ...]:
        around = ((CHOSEN_PART, marked), (QUOTED_PART, quoted))
        return tuple(tag for tag, spans in around if overlaps(spans, start, end))

    pieces = (("", text_html(text[start:end]), tags(start, end)) for start, end in pairwise(borders))
    return mark_safe(nest(pieces))  # just escaped


def _with_inserts(blocks: list[tuple[str, str]], inserts: Iterable[tuple[int, SafeString]]) -> Iterable[str]:
    """The blocks (tag, HTML) with each insert after its paragraph; lists and headings do not count."""
    after: dict[int, list[str]] = defaultdict(list)
    paragraphs = sum(tag == "p" for tag, _html in blocks)
    for count, html in inserts:
        after[min(max(count, 0), paragraphs + 1)].append(conditional_escape(html))
    yield from after.pop(0, ())
    passed = 0
    for tag, block in blocks:
        yield block
        passed += tag == "p"
        yield from after.pop(passed, ())
    yield from after.pop(paragraphs + 1, ())


def _with_enclosing_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The place, widened by the quotation marks that stand right round it."""
    if 0 < start < end < len(text) and text[start - 1] + text[end] in PAIRED:
        return start - 1, end + 1
    return start, end


class _Mark:
    """The <mark> of a passage: it may be opened several times, and says its id once; so does its note."""

    name = "mark"

    def __init__(self, passage: Passage, order: int, text: str):
        start, end = max(0, passage.start), min(len(text), passage.end)
        if passage.evidence == "quote":
            start, end = _with_enclosing_marks(text, start, end)
        self.start, self.end, self.order = start, end, (start, order)
        mixed = passage.evidence == "mixed"
        self.quoted = [(start + a, start + b) for a, b in quoted_spans(text[start:end])] if mixed else []
        self.note = conditional_escape(passage.note)
        self.id = f' id="p-{passage.number:d}"'
        who = "" if passage.who is None else f' data-who="{escape(str(passage.who))}"'
        self.data = f'{who} data-evidence="{escape(passage.evidence)}"'

    def opening(self) -> str:
        given, self.id = self.id, ""
        return f'<mark class="passage"{given}{self.data}>'

    def take_note(self) -> str:
        note, self.note = self.note, mark_safe("")
        return note


class _Segment(NamedTuple):
    """A stretch of the report's text on which nothing begins or ends."""

    start: int
    end: int
    marks: tuple[_Mark, ...]
    quoted: bool
    gone: bool


class _Marking:
    """Writes the lines of one report, in order."""

    def __init__(self, report: Report, passages: Sequence[Passage], withdrawn: Iterable[Withdrawal]):
        self.text = report.text
        marks = [_Mark(passage, order, report.text) for order, passage in enumerate(passages)]
        withdrawn = [
            Withdrawal(*_with_enclosing_marks(self.text, max(0, start), min(len(self.text), end)), notice)
            for start, end, notice in withdrawn
        ]
        self.gone = merged(withdrawn)
        self.notices = {
            stretch: next(
                conditional_escape(one.notice) for one in withdrawn if overlaps([stretch], *one[:2])
            )
            for stretch in self.gone
        }
        self.segments = self._segments([mark for mark in marks if mark.start < mark.end])
        self.starts = [segment.start for segment in self.segments]
        self.at = 0

    def _segments(self, marks: list[_Mark]) -> list[_Segment]:
        borders = {0, len(self.text)}
        borders.update(offset for stretch in self.gone for offset in stretch)
        for mark_ in marks:
            borders.update((mark_.start, mark_.end), *mark_.quoted)
        covering = self._covering(marks, sorted(borders))
        seen = {marks[-1] for (start, end), marks in covering if marks and self.text[start:end].strip()}
        return [self._segment(start, end, marks, seen) for (start, end), marks in covering]

    def _covering(self, marks: list[_Mark], borders: list[int]) -> list[tuple[tuple[int, int], list[_Mark]]]:
        """Each stretch between borders with the marks over it, the later ones last; none where words are
        gone."""
        waiting = sorted(marks, key=lambda mark: mark.order, reverse=True)
        active: list[_Mark] = []
        covering = []
        for start, end in pairwise(borders):
            while waiting and waiting[-1].start <= start:
                active.append(waiting.pop())
            active = [mark for mark in active if mark.end > start]
            covering.append(((start, end), [] if overlaps(self.gone, start, end) else list(active)))
        return covering

    def _segment(self, start: int, end: int, marks: list[_Mark], seen: set[_Mark]) -> _Segment:
        shown = tuple(mark for mark in marks if mark is marks[-1] or mark not in seen)
        quoted = any(overlaps(mark.quoted, start, end) for mark in shown)
        return _Segment(start, end, shown, quoted, overlaps(self.gone, start, end))

    def line_html(self, line: Line) -> str:
        pieces: list[tuple[Tag | None, str, _Segment, tuple[Tag, ...]]] = []
        for run in line.runs:
            for segment, text in self._cut(run.text):
                if segment.gone:
                    pieces.append((None, self._notice(segment), segment, ()))
                else:
                    link = next((tag for tag in run.tags if tag.name == "a"), None)
                    pieces.append(
                        (link, text_html(text), segment, tuple(t for t in run.tags if t is not link))
                    )
        self.at += 1  # the line break
        return nest(self._nested([piece for piece in pieces if piece[1]]))

    def _cut(self, text: str) -> Iterable[tuple[_Segment, str]]:
        """The next text of the report in parts that each lie in one segment."""
        start, self.at = self.at, self.at + len(text)
        i = bisect_right(self.starts, start) - 1
        while start < self.at:
            end = min(self.segments[i].end, self.at)
            yield self.segments[i], self.text[start:end]
            start, i = end, i + 1

    def _notice(self, segment: _Segment) -> str:
        """What stands for withdrawn words, once for each stretch of them."""
        stretch = self.gone[bisect_right(self.gone, (segment.start, len(self.text))) - 1]
        return self.notices.pop(stretch, "")

    def _nested(self, pieces: list[tuple]) -> Iterable[tuple[str, str, tuple]]:
        for link, group in groupby(pieces, key=lambda piece: piece[0]):
            if link:
                yield from _linked(link, list(group))
            else:
                for _, html, segment, tags in group:
                    yield _notes([segment]), html, (*segment.marks, *_quoted_part(segment), *tags)


def _linked(link: Tag, pieces: list[tuple]) -> Iterable[tuple[str, str, tuple]]:
    """The pieces of one link, which stays one: inside a mark that holds all of it, else with the marks
    inside.

    A note is a link itself, and so stands before the whole.
    """
    segments = [segment for _, _, segment, _ in pieces]
    one_owner = len({segment.marks for segment in segments}) == 1
    one_kind = one_owner and len({segment.quoted for segment in segments}) == 1
    notes = _notes(segments)
    for _, html, segment, tags in pieces:
        marks, part = segment.marks, _quoted_part(segment)
        if one_kind:
            around = (*marks, *part, link)
        elif one_owner:
            around = (*marks, link, *part)
        else:
            around = (link, *marks, *part)
        yield notes, html, (*around, *tags)
        notes = ""


def _notes(segments: Iterable[_Segment]) -> str:
    return "".join(mark_.take_note() for segment in segments for mark_ in segment.marks)


def _quoted_part(segment: _Segment) -> tuple[Tag, ...]:
    return (QUOTED_PART,) if segment.quoted else ()

"""A report made ready to be read: its layout, and of each part the quotations, sentences and masked copy, made once."""

import re
from dataclasses import dataclass
from functools import cached_property

from intake.reading.languages import either
from intake.reading.layout.parts import Layout, read_layout
from intake.reading.model import Span, SpanKind
from intake.reading.quotes import Quotation, covered, quotations
from intake.reading.sentences import sentences_in

OPENING = 2  # paragraphs that tell whether the event is over
RULE = re.compile(either("event", "RULE"), re.I)
INVITES = re.compile(either("event", "INVITES"), re.I)
TOOK_PLACE = re.compile(either("event", "TOOK_PLACE"), re.I)
HEARD = re.compile(either("event", "HEARD"), re.I)
VOICES = 4  # verbs of saying, in the past, of which an announcement has fewer


@dataclass(frozen=True)
class Passage:
    """A stretch of the report; `masked` is its text with every quoted letter covered, at equal length."""

    span: Span
    text: str
    quoted: tuple[Quotation, ...]
    masked: str
    sentences: tuple[tuple[int, int], ...]

    def masked_at(self, start: int, end: int) -> str:
        """The masked copy of a stretch that is given by its place in the report."""
        return self.masked[start - self.span.start : end - self.span.start]


class Document:
    """The text of a report and what everybody asks of it."""

    def __init__(self, text: str):
        self.text = text
        self._passages: dict[Span, Passage] = {}

    @cached_property
    def layout(self) -> Layout:
        return read_layout(self.text)

    @cached_property
    def under_the_rule(self) -> bool:
        """Whether the report says that nobody's words may be given to them."""
        return bool(RULE.search(self.text))

    @cached_property
    def is_announced(self) -> bool:
        """Whether the text invites to an event that has not taken place yet."""
        paragraphs = self.layout.of(SpanKind.PARAGRAPH)[:OPENING]
        above = [span for span in self.layout.spans if not paragraphs or span.start < paragraphs[-1].end]
        opening = [self.words(span) for span in above]
        told = " ".join(self.words(span) for span in paragraphs)
        invites = any(INVITES.search(words) for words in opening) and not TOOK_PLACE.search(told)
        return invites and len(HEARD.findall(self.text)) < VOICES

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def passage(self, span: Span) -> Passage:
        if span not in self._passages:
            quoted = quotations(self.text, span.start, span.end)
            masked = covered(self.text, quoted, span.start, span.end)
            sentences = sentences_in(self.text, span.start, quoted, masked)
            self._passages[span] = Passage(span, self.words(span), tuple(quoted), masked, tuple(sentences))
        return self._passages[span]

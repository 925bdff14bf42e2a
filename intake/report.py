"""The report of an event out of the text it was read from: its headings and paragraphs, without page furniture."""

import re
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from intake.items import StatementItem
from publishing.richtext import clean_html

#: Spans that are the report itself; the others (title, venue line, lists of names) become facts and speakers.
NARRATIVE = {"paragraph", "heading"}
SET_IN = {"teaser", "furniture"}
#: Kinds of block that are no paragraph, and the lists that some stand in.
TAGS = {"heading": "h2", "bullet": "li", "number": "li"}
LISTS = {"bullet": "ul", "number": "ol"}
BULLET = re.compile(r"[•▪‣◦●■·][ \t\xa0]+(?=\S)")
NUMBER = re.compile(r"(\d{1,3})[.)][ \t\xa0]+(?=\S)")
#: What parts the cells of a row of a table: short as it is, it is no heading.
CELLS = " | "


@dataclass(frozen=True)
class Block:
    """A stretch of the text that goes into the report."""

    kind: str
    start: int
    end: int


class Body:
    """What of an intake's text goes into the report, and where things of the text stand in it."""

    def __init__(self, text: str, proposal: dict, statements: list[StatementItem], lead: str = ""):
        self.text = text
        self.statements = statements
        spans = [Block(span["kind"], span["start"], span["end"]) for span in _spans(proposal)]
        self.blocks = [span for span in spans if span.kind in NARRATIVE or self._is_spoken_in(span)]
        self.blocks = _with_items(text, self.blocks)
        self.lead = self._lead(lead)
        self.blocks = [block for block in self.blocks if block != self.lead]

    def html(self) -> str:
        return clean_html("".join(self._group(kind, list(some)) for kind, some in self._groups()))

    def _groups(self):
        return groupby(self.blocks, key=lambda block: block.kind)

    def _group(self, kind: str, blocks: list[Block]) -> str:
        """Neighbours of one kind; items of a list stand in one."""
        tag = TAGS.get(kind, "p")
        lines = "".join(f"<{tag}>{escape(self.words(block.start, block.end))}</{tag}>" for block in blocks)
        return f"<{LISTS[kind]}>{lines}</{LISTS[kind]}>" if kind in LISTS else lines

    def words(self, start: int, end: int) -> str:
        """The text there on one line."""
        return " ".join(self.text[start:end].split())

    def words_of(self, start: int, end: int) -> str:
        """The words of a passage as they stand in the report: what stands between its blocks is not there."""
        parts = [
            self.words(max(start, block.start), min(end, block.end))
            for block in self.blocks
            if start < block.end and block.start < end
        ]
        return " ".join(filter(None, parts))

    def paragraphs_before(self, place: int) -> int:
        """How many paragraphs stand before a place of the text; a teaser there stands after so many."""
        return sum(block.kind not in TAGS and block.start < place for block in self.blocks)

    def _is_spoken_in(self, span: Block) -> bool:
        """Whether somebody speaks there; of what is set into the text only where the words are all its own."""
        if span.kind in SET_IN:
            return any(span.start <= item.start and item.end <= span.end for item in self.statements)
        return any(item.start < span.end and span.start < item.end for item in self.statements)

    def _lead(self, lead: str) -> Block | None:
        """The paragraph that is the lead, or it would be read twice; not where it is all there is, or somebody
        speaks in it."""
        first = next((block for block in self.blocks if block.kind == "paragraph"), None)
        if first is None or len(self.blocks) == 1 or self._is_spoken_in(first):
            return None
        return first if self.words(first.start, first.end) == " ".join(lead.split()) else None


def _with_items(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, of which those that a bullet or a running number begins are items and start after it."""
    found: list[Block] = []
    for number, block in enumerate(blocks):
        words = text[block.start : block.end]
        if block.kind == "heading" and CELLS in words:
            block = replace(block, kind="paragraph")
        if block.kind not in NARRATIVE:
            pass
        elif bullet := BULLET.match(words):
            block = Block("bullet", block.start + bullet.end(), block.end)
        elif (place := NUMBER.match(words)) and _runs_on(text, blocks, number, int(place[1])):
            block = Block("number", block.start + place.end(), block.end)
        found.append(block)
    return found


def _runs_on(text: str, blocks: list[Block], at: int, number: int) -> bool:
    """Whether a numbered block is one of a list: they count from 1, and are two at least."""

    def numbered(place: int) -> int | None:
        found = NUMBER.match(text, blocks[place].start) if 0 <= place < len(blocks) else None
        return int(found[1]) if found else None

    first = at - number + 1
    return all(numbered(first + step) == step + 1 for step in range(max(number, 2)))


def _spans(proposal: dict) -> list[dict]:
    """All stretches in reading order; what is set into the text counts only where the editor says somebody speaks."""
    teasers = [{**opinion, "kind": "teaser"} for opinion in proposal.get("opinions", ())]
    spans = [*proposal.get("body", ()), *proposal.get("furniture", ()), *teasers]
    return sorted(spans, key=lambda span: (span["start"], span["end"]))

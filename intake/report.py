"""The report of an event out of the text it was read from: its headings and paragraphs, without page furniture."""

from dataclasses import dataclass
from html import escape

from intake.items import StatementItem
from publishing.richtext import clean_html

#: Spans that are the report itself; the others (title, venue line, lists of names) become facts and speakers.
NARRATIVE = {"paragraph", "heading"}
SET_IN = {"teaser", "furniture"}


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
        self.lead = self._lead(lead)
        self.blocks = [block for block in self.blocks if block != self.lead]

    def html(self) -> str:
        tags = {"heading": "h2"}
        lines = ((tags.get(block.kind, "p"), self.words(block.start, block.end)) for block in self.blocks)
        return clean_html("".join(f"<{tag}>{escape(words)}</{tag}>" for tag, words in lines))

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
        return sum(block.kind != "heading" and block.start < place for block in self.blocks)

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


def _spans(proposal: dict) -> list[dict]:
    """All stretches in reading order; what is set into the text counts only where the editor says somebody speaks."""
    teasers = [{**opinion, "kind": "teaser"} for opinion in proposal.get("opinions", ())]
    spans = [*proposal.get("body", ()), *proposal.get("furniture", ()), *teasers]
    return sorted(spans, key=lambda span: (span["start"], span["end"]))

"""What the reader hands back: a proposal, its parts, and the people it was told about."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum


class SpanKind(StrEnum):
    """What a stretch of the report is."""

    TITLE = "title"
    HEADER = "header"  # a line above the first paragraph
    LIST_HEADER = "list_header"
    LIST = "list"
    ROW = "row"  # of a table
    SIGNATURE = "signature"  # the line that says whose a quotation beside it is
    ATTENDANCE = "attendance"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TEASER = "teaser"
    FURNITURE = "furniture"


class CueKind(StrEnum):
    """How a reader knows who speaks."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"
    GROUP = "group"
    QUOTE_ONLY = "quote_only"  # the name stands in a neighbouring sentence or line
    MOOD = "mood"  # reported speech that goes on in the subjunctive
    CONTINUATION = "continuation"  # no sign at all: an inference


class Evidence(StrEnum):
    """How we know what was said."""

    QUOTE = "quote"
    PARAPHRASE = "paraphrase"
    MIXED = "mixed"


@dataclass(frozen=True)
class KnownPerson:
    """A person already in the archive: their key there, display name, other spellings, and posts they are
    known by."""

    key: int
    name: str
    variants: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fact:
    """One fact of the event and how it was read; `value` is None where the report does not state it. `words` are
    those of the report that it was read from, where they are not the value itself."""

    value: str | tuple[str, ...] | None = None
    why: str = "not stated"
    words: str | None = None


@dataclass(frozen=True)
class EventFacts:
    """`format` is online or hybrid, `record_rule` chatham-house, `announced` yes where nothing has taken place yet."""

    title: Fact = Fact()
    lead: Fact = Fact()
    date: Fact = Fact()
    end_date: Fact = Fact()
    start_time: Fact = Fact()
    end_time: Fact = Fact()
    venue: Fact = Fact()
    city: Fact = Fact()
    country: Fact = Fact()
    kind: Fact = Fact()
    format: Fact = Fact()
    series: Fact = Fact()
    topics: Fact = Fact()
    organiser: Fact = Fact()
    author: Fact = Fact()
    recording: Fact = Fact()
    slides: Fact = Fact()
    source: Fact = Fact()
    record_rule: Fact = Fact()
    announced: Fact = Fact()
    language: Fact = Fact()


@dataclass(frozen=True)
class ProposedSpeaker:
    """Someone who took part. `match` is a known person's key; `candidates`, the keys when several fit."""

    name: str
    printed_post: str | None
    role: str
    why: str
    match: int | None = None
    candidates: tuple[int, ...] = ()


@dataclass(frozen=True)
class ProposedStatement:
    """One passage and whose it is. `speaker` is None for a group or for somebody the report does not name."""

    speaker: str | None
    text: str
    start: int
    end: int
    evidence: Evidence
    cue: CueKind
    why: str
    sure: bool
    attributed_to: str | None = None
    joint_with: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProposedOpinion:
    title: str
    author: str | None
    excerpt: str
    start: int
    end: int


@dataclass(frozen=True)
class Span:
    """A stretch of the report."""

    kind: SpanKind
    start: int
    end: int


@dataclass(frozen=True)
class Proposal:
    event: EventFacts
    speakers: tuple[ProposedSpeaker, ...] = ()
    statements: tuple[ProposedStatement, ...] = ()
    opinions: tuple[ProposedOpinion, ...] = ()
    furniture: tuple[Span, ...] = ()
    body: tuple[Span, ...] = field(default=())

    def as_dict(self) -> dict:
        """The proposal as plain JSON-ready values; event facts flat, their explanations under `why`, the words that
        they were read from under `words`."""
        whole = asdict(self)
        facts = whole.pop("event")
        event = {name: fact["value"] for name, fact in facts.items()}
        event["why"] = {name: fact["why"] for name, fact in facts.items()}
        event["words"] = {name: fact["words"] for name, fact in facts.items() if fact["words"]}
        return {"event": event, **whole}

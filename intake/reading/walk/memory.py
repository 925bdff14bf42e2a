"""What is remembered while a report is read from top to bottom."""

from dataclasses import dataclass, field


@dataclass
class Walk:
    """Who spoke last, and how, while the report is read from top to bottom."""

    speaker: int | None = None
    other: int | None = None  # who spoke before the last speaker
    evidence: str = ""
    open_quote: bool = False
    colon: int = 0
    fresh: bool = False  # the last sentence of this paragraph was the speaker's
    focus: int | None = None  # the person whom a pronoun would mean
    in_paragraph: bool = False  # the focus was set in the paragraph being read
    mentioned: tuple[int, ...] = ()  # the people whom the sentence before names
    asked: int | None = None  # whom the last sentence put a question to
    asking: bool = False
    by_gender: dict[str, int] = field(default_factory=dict)  # who spoke last
    in_view: dict[str, int] = field(default_factory=dict)  # who was last named without speaking

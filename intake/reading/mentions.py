"""A stretch of text that may be somebody's name, in any language that prints titles before names."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NameMention:
    """`start` is where the honorific, if any, begins; `tokens` the name's words without it."""

    start: int
    end: int
    tokens: tuple[str, ...]
    honorific: str | None = None
    name_start: int = 0

    @property
    def name(self) -> str:
        return " ".join(self.tokens)

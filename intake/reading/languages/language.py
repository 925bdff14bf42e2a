"""What one language is to the reader."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from intake.reading.document import Document
from intake.reading.facts.place import Place
from intake.reading.grammar import Grammar
from intake.reading.people import Roster

ENOUGH = 0.06  # of the words of a text, a language's commonest ones make at least that share of its own
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000  # letters from which the language is told


@dataclass(frozen=True)
class Language:
    """One language: its code, its commonest words, who is in a report, the grammar to ask, and how places are told."""

    code: str | None
    commonest: re.Pattern[str]
    find_people: Callable[[Document], Roster]
    grammar: Callable[..., Grammar]
    place_in_sentence: Callable[[str], Place | None]
    place_in_title: Callable[[str], Place | None]
    place_in_line: Callable[
        [str, str, bool], Place | None
    ]  # a line, why it is asked, whether it is sure of a place
    place_in_dateline: Callable[[str], Place | None]

    def share(self, text: str) -> float:
        """Which share of the words are its commonest."""
        words = len(WORD.findall(text[:SAMPLE]))
        return len(self.commonest.findall(text[:SAMPLE])) / words if words else 0.0

    def is_in(self, text: str) -> bool:
        return self.share(text) >= ENOUGH

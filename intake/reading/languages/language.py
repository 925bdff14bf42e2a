"""What one language is to the reader, and which one a report is in."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from intake.reading.document import Document
from intake.reading.grammar import Grammar
from intake.reading.languages import modules
from intake.reading.people import Roster


@dataclass(frozen=True)
class Language:
    """One language: its code, its alphabet, who is in a report, and the grammar to ask."""

    code: str
    alphabet: re.Pattern[str]
    find_people: Callable[[Document], Roster]
    grammar: Callable[..., Grammar]

    def letters(self, text: str) -> int:
        return len(self.alphabet.findall(text))


def all_languages() -> list[Language]:
    return [module.LANGUAGE for module in modules("language")]


def language_of(text: str) -> Language:
    """The language in which most of the text is written."""
    return max(all_languages(), key=lambda language: language.letters(text))

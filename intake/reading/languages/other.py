"""Reports in a language that the reader has no grammar of: read for layout, names and marked turns only."""

import re

from intake.reading.cues import Cue, Phrase
from intake.reading.document import Document
from intake.reading.languages.english.names import name_mentions
from intake.reading.languages.english.people import find_people as find_by_capitals
from intake.reading.languages.english.places import dateline_place, place_in_line, place_in_title
from intake.reading.languages.language import Language
from intake.reading.mentions import NameMention
from intake.reading.people import Roster


class NoGrammar:
    """Finds names, and says nothing of sentences: what is not understood is left to the editor."""

    def __init__(self, roster: Roster):
        self.roster = roster

    def cues(self, masked: str) -> list[Cue]:
        return []

    def subject(self, masked: str) -> Phrase | None:
        return None

    def people_named(self, masked: str, before: int | None = None) -> tuple[int, ...]:
        return ()

    def names_anybody(self, masked: str) -> bool:
        return False

    def names_stranger(self, masked: str) -> bool:
        return False

    def sole_person(self, masked: str) -> int | None:
        return None

    def named_at_start(self, words: str) -> int | None:
        mention = next(iter(name_mentions(words)), None)
        return self.roster.find(mention).person if mention and not mention.start else None

    def addressee(self, masked: str, verb_end: int) -> int | None:
        return None

    def reports(self, words: str) -> bool:
        return False

    def goes_on_reporting(self, masked: str) -> bool:
        return False

    def wishes(self, masked: str) -> bool:
        return False

    def pronoun_gender(self, pronoun: str) -> str | None:
        return None

    def let_speak(self, masked: str) -> int | None:
        return None

    def gender_done_to(self, masked: str) -> str | None:
        return None

    def points_at_last(self, pronoun: str) -> bool:
        return False

    def person_of_label(self, label: str, at: int) -> int | None:
        mention = next(iter(name_mentions(label)), None)
        if mention is None:
            return None
        found = self.roster.find(mention)
        if found.person is None and not found.candidates:
            return self.roster.add(NameMention(at, at + len(label), mention.tokens, mention.honorific, at))
        return found.person

    def person_of_role(self, label: str, focus: int | None, gender: str | None = None) -> int | None:
        return None


def find_people(document: Document) -> Roster:
    """Whoever is named in a table, a list or beside a quotation; names in running text are not told from places."""
    return find_by_capitals(document)


OTHER = Language(
    None,
    re.compile(r"(?!)"),
    find_people,
    NoGrammar,
    lambda sentence: None,
    place_in_title,
    place_in_line,
    dateline_place,
)

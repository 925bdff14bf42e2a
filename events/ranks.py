"""Posts of everybody's words ("Chief Negotiator"), and whether a text means who holds one. No database.

A capital tells a title, and "the", "its" or "Norland’s" the one who has it: "the prime minister" is somebody, "a prime
minister" anybody. Languages without an article say "one" or "another" of anybody.
"""

import re
from collections.abc import Sequence
from functools import cached_property

from events.general_words import CONNECTING, CYRILLIC, WORD, country_named, key, keys

#: How far before a post its article may stand: "the former Norwegian prime minister".
REACH = 60
NEAR = 3
PHRASE_ENDS = re.compile(r"[.!?…:;,()\n\"“”«»]")
DOMAIN = re.compile(r"(?:\.[a-z]{2,6}){1,2}\b")
ANYBODYS = frozenset(
    "a an one another any some every each no ein eine einer "
    "einem einen eines kein keine un une uno una один одна одного "
    "одной одному одним другой другая другого другому некий некая некоего какой любой каждый ещё "
    "several many two three".split()
)
DEFINITE = frozenset(
    "the his her its their our this that s der die das dem den des le la l el il этот этого его её их".split()
)
#: What people are at an event: no text can do without.
AT_AN_EVENT = keys(
    "moderator chair chairman chairwoman chairperson speaker "
    "panellist host participant rapporteur discussant organiser "
    "member guest observer expert модератор участник докладчик эксперт ведущий teilnehmer referent redner teilnehmerin "
    "referentin moderatorin participante rédacteur"
)
#: Of whom a body has one, so that no article is needed where a language has none.
OF_WHOM_THERE_IS_ONE = keys(
    "глава главный президент премьер председатель министр губернатор ректор посол мэр генеральный канцлер декан"
)


class Before:
    """What stands round words of a text, up to where their phrase begins."""

    def __init__(self, text: str, start: int, end: int):
        self.text, self.start, self.end = text, start, end

    @cached_property
    def words(self) -> list[str]:
        phrase = PHRASE_ENDS.split(self.text[max(0, self.start - REACH) : self.start])[-1]
        return [word.lower() for word in WORD.findall(phrase)]

    @cached_property
    def next_words(self) -> list[str]:
        """The words behind, of the same phrase, as they are written; no "s" of a genitive."""
        phrase = PHRASE_ENDS.split(self.text[self.end : self.end + REACH])[0]
        return [word for word in WORD.findall(phrase) if word != "s"]

    @property
    def follows_a_capital(self) -> bool:
        """Whether the word just before has a capital that no beginning of a sentence gives it."""
        last = WORD.findall(PHRASE_ENDS.split(self.text[max(0, self.start - REACH) : self.start])[-1])[-1:]
        return (
            bool(last) and last[0][0].isupper() and (len(self.words) > 1 or last[0].lower() not in CONNECTING)
        )

    def names_another_country(self, own: str) -> bool:
        """Whether the text says beside the words of which country they are, and it is not ``own``."""
        behind = [word for word in self.next_words[:NEAR] if word.lower() not in CONNECTING][:1]
        beside = {country_named(word) for word in [*self.words[-1:], *behind]}
        return bool(beside - {"", own})

    @property
    def is_anybodys(self) -> bool:
        return not ANYBODYS.isdisjoint(self.words[-NEAR:])

    @property
    def is_definite(self) -> bool:
        return not DEFINITE.isdisjoint(self.words[-NEAR:])

    @property
    def is_in_an_address(self) -> bool:
        """@zirkon, zirkon.com: an address has no capitals."""
        return self.text[self.start - 1 : self.start] == "@" or bool(DOMAIN.match(self.text, self.end))

    @property
    def is_a_line(self) -> bool:
        """Whether the line has no other words, as an attribution may."""
        left = self.text.rfind("\n", 0, self.start) + 1
        right = (self.text + "\n").find("\n", self.end)
        beside = WORD.findall(self.text[left : self.start] + " " + self.text[self.end : right])
        return DEFINITE.issuperset(word.lower() for word in beside)


def is_a_post(words: Sequence[str]) -> bool:
    """Whether a post of one word is more than what somebody does at an event."""
    return key(words[0]) not in AT_AN_EVENT


def is_meant(words: Sequence[str], own: Sequence[str], before: Before) -> bool:
    """Whether ``words`` of a text mean who holds the post of ``own`` words, which are the same in some order."""
    if any(map(is_plural_of, sorted(words, key=key), sorted(own, key=key))):
        return False
    if before.is_a_line:
        return True
    in_order = [*map(key, words)] == [*map(key, own)]
    capitals = [word[0].isupper() for word in words]
    if len(own) > 1 and all(capitals) and in_order:
        return True
    if before.is_anybodys:
        return False
    if CYRILLIC.search(words[0]):
        return (
            in_order and not OF_WHOM_THERE_IS_ONE.isdisjoint(map(key, own)) and (len(own) > 1 or capitals[0])
        )
    if len(own) > 1:
        return before.is_definite or not before.words  # "Chief negotiator: no comment"
    return before.is_definite and capitals[0]


def is_plural_of(word: str, own: str) -> bool:
    return word.lower() != own.lower() and word.lower().endswith("s") and not own.lower().endswith("s")

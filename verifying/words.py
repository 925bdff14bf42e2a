"""Words as a quotation is compared by them: in their order, and folded no further than print makes necessary.

Case, quotation marks, dashes, blanks, soft hyphens and the punctuation between words are nobody's words. Figures,
signs, accents and every word are: a quotation with another of them is another quotation.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from publishing.marks import JOINERS, SHOWS_NOTHING
from search.words import UNSPACED

#: What stands in a list of words where some were left out.
LEFT_OUT = "…"
#: Begins words that somebody put into a quotation; they are nobody's whom it quotes.
PUT_IN = "["

ELLIPSIS = re.compile(r"[\[(]\s*(?:…|\.(?:\s?\.){2,3})\s*[\])]|…+|\.(?:\s?\.){2,3}")
NOT_SHOWN = frozenset(SHOWS_NOTHING + JOINERS)
APOSTROPHES = "'’‘ʼ"
DASHES = "-‐‑‒–—―−"
#: Punctuation by its category, but a part of what is said.
SAID = "%‰‱&@#§/?"
#: What is asked is not what is stated.
ASKS = "?"
#: Between letters they make one word of two: a twenty-six is no twenty, and no six.
TYING = "-‐‑‒–"
WITHIN_NUMBERS = ".,:"
SINGLE_SIGN = re.compile(f"[{UNSPACED}]")


class Word(NamedTuple):
    """One word, or one sign that is said like a word; where it stands in its text."""

    folded: str
    start: int
    end: int


class Words:
    """A text and its words."""

    def __init__(self, text: str):
        self.text = unicodedata.normalize("NFC", text)

    @cached_property
    def all(self) -> tuple[Word, ...]:
        found: list[Word] = []
        at = 0
        for ellipsis in ELLIPSIS.finditer(self.text):
            found += _words(self.text, at, ellipsis.start())
            found.append(Word(LEFT_OUT, *ellipsis.span()))
            at = ellipsis.end()
        return (*found, *_words(self.text, at, len(self.text)))

    @cached_property
    def folded(self) -> tuple[str, ...]:
        return tuple(word.folded for word in self.all)

    def between(self, first: int, end: int) -> str:
        """The text of the words from ``first`` to before ``end``, with the punctuation that follows them."""
        if first >= end:
            return ""
        stop = self.all[end].start if end < len(self.all) else len(self.text)
        return self.text[self.all[first].start : stop].rstrip()


def place_of(wanted: Sequence[str], among: Sequence[str], start: int = 0) -> int | None:
    """Where in ``among`` all ``wanted`` words follow each other, from ``start`` on; None where they do not."""
    return next(places_of(wanted, among, start), None)


def places_of(wanted: Sequence[str], among: Sequence[str], start: int = 0) -> Iterator[int]:
    """All places at which they do."""
    size = len(wanted)
    for at in range(start, len(among) - size + 1):
        if among[at] == wanted[0] and tuple(among[at : at + size]) == tuple(wanted):
            yield at


def _words(text: str, start: int, end: int) -> list[Word]:
    found: list[Word] = []
    at = start
    while at < end:
        stop = _end_of_word(text, at, end)
        if stop > at:
            found.append(Word(_folded(text[at:stop]), at, stop))
        at = max(stop, at + 1)
    return found


def _end_of_word(text: str, at: int, end: int) -> int:
    """Where the word that begins at ``at`` ends; ``at`` itself where none begins."""
    char = text[at]
    if _is_sign(char) or char == PUT_IN:
        return at + 1
    if not (_is_letter(char) or _begins_number(text, at, end)):
        return at
    stop = at + 1
    while stop < end and (_is_mark(text[stop]) or _goes_on(text, stop, end)):
        stop += 1
    return stop


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether the word goes on at ``at``, behind a letter of it."""
    before, char, after = text[at - 1], text[at], text[at + 1] if at + 1 < end else " "
    if char in NOT_SHOWN:
        return True
    if SINGLE_SIGN.match(before) or SINGLE_SIGN.match(char):
        return False
    if _is_letter(char):
        return True
    if char in APOSTROPHES:
        return _is_letter(before) and _is_letter(after)
    if char in TYING:
        return _is_letter(before) and _is_letter(after) and not SINGLE_SIGN.match(after)
    return char in WITHIN_NUMBERS + DASHES and before.isdigit() and after.isdigit()


def _begins_number(text: str, at: int, end: int) -> bool:
    """A minus or a point before a figure, and behind no word: −5, .5."""
    behind = at == 0 or not (_is_letter(text[at - 1]) or text[at - 1] in WITHIN_NUMBERS + DASHES)
    return behind and text[at] in DASHES + ".," and at + 1 < end and text[at + 1].isdigit()


@lru_cache(maxsize=10_000)
def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"


@lru_cache(maxsize=10_000)
def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"


@lru_cache(maxsize=10_000)
def _is_sign(char: str) -> bool:
    category = unicodedata.category(char)
    return char in SAID or category[0] == "S" and category != "Sk"


def _folded(word: str) -> str:
    shown = "".join(char for char in word if char not in NOT_SHOWN)
    plain = "".join("'" if char in APOSTROPHES else "-" if char in DASHES else char for char in shown)
    return unicodedata.normalize("NFC", plain.casefold())

"""Names of institutions in another script, or with their words drawn together: Росатом, Минфин. No database."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from events.general_words import CYRILLIC
from people.name_letters import ascii_word
from people.name_sounds import sounds
from publishing.folding import fold

#: A shorter name sounds like too many other words.
SHORTEST = 5
SHORTEST_WITHIN = 4
_CASE = re.compile(r"(?:ами|ями|ого|ому|ах|ях|ам|ям|ом|ем|ой|ей|ов|ев|а|я|у|ю|е|и|ы|о)$")
_LATIN = re.compile(r"[a-zà-ɏ]")
#: How many letters of a word stay when it is drawn together with the next, of which three do: Мин-фин, Эконом-раз.
_STAY = (3, 4, 5, 6)
_OF_THE_NEXT = 3


def script(word: str) -> str:
    folded = fold(word)
    return "cyrillic" if CYRILLIC.search(folded) else "latin" if _LATIN.search(folded) else ""


@lru_cache(maxsize=50_000)
def sounds_of(word: str) -> frozenset[str]:
    """How ``word`` is heard, in whatever case it stands; none of a short one, nor of another script."""
    return sounds_within(word) if len(fold(word)) >= SHORTEST else frozenset()


@lru_cache(maxsize=50_000)
def sounds_within(word: str) -> frozenset[str]:
    """The same of a word that stands in a longer name, and may be shorter."""
    folded = fold(word)
    if len(folded) < SHORTEST_WITHIN or not script(word):
        return frozenset()
    forms = {folded, _CASE.sub("", folded)} if CYRILLIC.search(folded) else {folded}
    least = min(SHORTEST, len(folded)) - 1
    return frozenset(
        sound
        for form in forms
        if len(form) >= least
        for sound in sounds(ascii_word(form))
        if len(sound) >= least
    )


def drawn_together(words: Sequence[str]) -> Iterator[str]:
    """How a word begins that is made of Russian ``words``: минфин, центробан."""
    folded = [fold(word) for word in words]
    for first, second in zip(folded, folded[1:], strict=False):
        if CYRILLIC.search(first) and len(second) >= _OF_THE_NEXT:
            for stay in _STAY:
                yield first[:stay] + second[:_OF_THE_NEXT]
                yield first[:stay] + "о" + second[:_OF_THE_NEXT]


def beginnings(word: str) -> Iterator[str]:
    """What ``drawn_together`` may have made of other words, if it made ``word``."""
    folded = fold(word)
    if CYRILLIC.search(folded):
        lengths = range(_STAY[0] + _OF_THE_NEXT, _STAY[-1] + 1 + _OF_THE_NEXT + 1)
        yield from (folded[:length] for length in lengths if length <= len(folded))

"""People called by a name of where they work: a Siemensianer, a Googler, газпромовец. No database.

Such a word names the institution as its own name does. Everybody's words are made with the same endings (a reporter is
of no Report), so the name must be one of some length, or stand in its capitals (KPMGer), and the word must be none that
everybody uses.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from events.general_words import CYRILLIC, ORDINARY, country_named, is_of_a_country, key
from events.short_names import EVERYDAY, PEOPLE
from publishing.folding import fold

#: Letters of a name of which words are made; of one in Cyrillic, whose endings are rarely others', fewer.
SHORTEST, SHORTEST_CYRILLIC = 5, 4
#: Letters of an abbreviation in capitals: KPMGer, IMFers.
SHORTEST_IN_CAPITALS = 3
#: Letters of the longest ending: mitarbeiterin.
LONGEST_ENDING = 14
_LATIN = re.compile(
    r"(?:ian|ean|er|ler|ianer|eaner|it|ist)(?:s|in|innen|n|en)?$"
    r"|s?(?:leuten?|chef(?:s|in)?|manager(?:s|in|n)?|professor(?:s|in|en)?|forscher(?:s|in|n)?|sprecher(?:s|in|n)?"
    r"|vertreter(?:s|in|n)?|experten?|mitarbeiter(?:s|in|n)?|banker(?:s|in|n)?|mann|frau)$"
    r"|(?:ites?|ies?|ists?|istas?|isti|istes?|iens?|iennes?|ianos?|ianas?)$"
)
_CYRILLIC = re.compile(
    r"(?:ов|ев|ин|н)?(?:ец|ца|цу|цем|цом|це|цы|цев|цов|цам|цами|цах)$"
    r"|(?:ов|ев|ин)(?:к(?:а|и|у|ой|е|ам|ами|ах)|ок)$|(?:оид|щик|чик)(?:а|у|ом|е|и|ы|ов|ам|ами|ах)?$"
)
#: Of small letters alone: with a capital it is a surname.
_ADJECTIVE = re.compile(r"(?:ов|ев|ин)?ск(?:ий|ая|ое|ие|ого|ой|ому|им|их|ими|ом|ую)$")
#: Vowels and signs that a name loses before such an ending: Лантерна, лантерновец.
_LOST = re.compile(r"[аяеёиоуыюэйь]$")
#: A name that ends so needs no more than the rest: Google, Googler.
_ENDS_IN_E = re.compile(r"r(?:s|in|innen|n)?$")
_OF_AN_ACRONYM = re.compile(r"ов(?:ск|ец|ц)|вск")
#: And one that ends so, no more than an n: Columbia, Columbian.
_ENDS_IN_A = re.compile(r"n(?:s)?$")
#: Made of what is no institution, however they look.
NOT_DERIVED = frozenset(
    "reporter reporters porter porters banker bankers trader traders christian christians marketer marketers miller"
    " baker cookie cookies corporation guardian guardians librarian librarians civilian civilians politician european"
    " europeans brother brothers winter winters number numbers order orders border borders letter letters master"
    " masters favorite favorites favourite favourites opposite infinite definite website websites"
    " frontier frontiers premier premiers courier couriers carrier carriers"
    " торговец торговца торговцы торговцев американец американца американцы американцев партиец".split()
)


def is_derivable(name: str) -> bool:
    return len(name) >= (SHORTEST_CYRILLIC if CYRILLIC.search(fold(name)) else SHORTEST) or is_in_capitals(
        name
    )


def is_in_capitals(name: str) -> bool:
    return len(name) >= SHORTEST_IN_CAPITALS and name.isupper()


@lru_cache(maxsize=10_000)
def root(name: str) -> str:
    """What stays of a name in the words that are made of it."""
    folded = fold(name)
    return _LOST.sub("", folded) if CYRILLIC.search(folded) else folded


@lru_cache(maxsize=50_000)
def roots(word: str) -> tuple[str, ...]:
    """Of which names, by their roots, a ``word`` of a text may be made; none of everybody's words."""
    folded = fold(word)
    if folded in NOT_DERIVED or key(word) in ORDINARY | PEOPLE | EVERYDAY:
        return ()
    if CYRILLIC.search(folded):
        is_adjective = word == word.lower() or word[:2].isupper()  # НАТОвский
        endings = [_CYRILLIC, _ADJECTIVE] if is_adjective else [_CYRILLIC]
        return tuple(name for one in endings for name in _cut(folded, one))
    if word == word.lower() or country_named(word) or is_of_a_country(word):
        return ()
    return (*roots_at_the_end(word), *(name for name in _cut(folded, _ENDS_IN_A) if name.endswith("ia")))


@lru_cache(maxsize=50_000)
def roots_at_the_end(word: str) -> tuple[str, ...]:
    """Of which last word of a longer name a ``word`` with a capital may be made: of the World Bank a World Banker."""
    folded = fold(word)
    if word[:-1].isupper() and word.endswith("s"):  # MITs Sicht
        return (folded[:-1],)
    return (*_cut(folded, _LATIN), *(name for name in _cut(folded, _ENDS_IN_E) if name.endswith("e")))


def _cut(folded: str, endings: re.Pattern) -> Iterator[str]:
    for length in range(1, min(LONGEST_ENDING, len(folded) - SHORTEST_IN_CAPITALS + 1)):
        if endings.fullmatch(folded[-length:]):
            yield folded[:-length]


def fits(word: str, name: str) -> bool:
    """Whether the name stands in the word as it is written: of an abbreviation in capitals, KPMGer and no kpmger. In
    Russian the small letters are no other word's before such an ending: мидовец, but a ранец is no РАНовец."""
    if not is_in_capitals(name) or len(name) >= SHORTEST:
        return True
    return word.startswith(name) or bool(
        CYRILLIC.search(fold(name)) and _OF_AN_ACRONYM.match(fold(word), len(name))
    )

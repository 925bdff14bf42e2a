"""From text to the words that are indexed and asked for: one analysis for both databases.

Databases differ in how they cut, fold and stem words. So this is done here, once, and they are given the result:
the same query then finds the same records on SQLite and PostgreSQL.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

from publishing import folding
from publishing.marks import JOINERS, SHOWS_NOTHING

#: A word is a run of letters and digits; neither an apostrophe inside (don't, L'Aquila) nor what shows nothing ends it.
WORD = re.compile(rf"[^\W_]+(?:(?:['’ʼ]|[{SHOWS_NOTHING}{JOINERS}]+)[^\W_]+)*")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
#: Longer words are cut here: nobody types them, and PostgreSQL refuses lexemes over 2 KB.
LONGEST_WORD = 40

_english = snowballstemmer.stemmer("english")
_russian = snowballstemmer.stemmer("russian")

#: So frequent that a query does without them, unless it is nothing else or they stand in a phrase.
STOP_WORDS = frozenset(
    "a an and are as at be but by for from has have he her his i if in into is it its not of on or our s she so than"
    " that the their them then there these they this to was we were what when where which who will with you"
    " а без бы был была были было быть в во вот все для до его ее если же за и из или их к как ко когда на не но"
    " о об он она они от по под при с со так то тоже у уже что чтобы это".split()
)


fold = lru_cache(maxsize=100_000)(folding.fold)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem that ``word`` is indexed under: Russian for Cyrillic letters, English for the rest."""
    word = fold(word)
    if CYRILLIC.search(word):
        word = _russian.stemWord(word)
    elif word.isascii():
        word = _english.stemWord(word)
    return "".join(filter(str.isalnum, word))[:LONGEST_WORD]


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word of ``text`` as (start, end, stem), offsets in code points."""
    for match in WORD.finditer(text):
        if found := stem(match.group()):
            yield match.start(), match.end(), found


def stems(text: str) -> list[str]:
    return [found for word in WORD.findall(text) if (found := stem(word))]

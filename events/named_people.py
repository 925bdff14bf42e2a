"""How people are named in a text: in full or by surname, in any case of Russian, however the words are joined."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple
from unicodedata import combining, normalize

from people.models import Speaker
from people.name_letters import ascii_word
from people.name_parts import TITLES, name_parts, surname_filed
from people.name_sounds import sounds
from people.named_in_addresses import CASES, LONG, LONG_ENOUGH, is_unspaced
from publishing.forgetting import russian_stem

#: A surname shorter than this ("Li", "Um") is too often another word to accuse a text of naming somebody.
SHORTEST_SURNAME = 3
#: An underscore parts words, as in the name of a file.
BEGINS, ENDS = r"(?<![^\W_])", r"(?![^\W_])"
_CASES = "|".join(CASES)
#: As those write who have no such letters: Mueller, Aarhus.
_IN_TWO_LETTERS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "å": "aa",
        "ø": "oe",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "Å": "Aa",
        "Ø": "Oe",
    }
)
_CYRILLIC = re.compile("[\u0400-\u04ff]+")
_TITLE = "|".join(sorted(map(re.escape, TITLES), key=len, reverse=True))


class Naming(NamedTuple):
    """One way to name somebody called ``name``; a text without the ``hint``, which is quickly looked for, has none."""

    name: str
    hint: str
    pattern: str


def names_of(speakers: Iterable[Speaker], printed: Iterable[str]) -> tuple[set[str], set[str]]:
    """The names in full, and the surnames, of every spelling, that stand for somebody by themselves."""
    full, surnames = all_names_of(speakers, printed)
    return full, {name for name in surnames if len(name) >= SHORTEST_SURNAME}


def all_names_of(speakers: Iterable[Speaker], printed: Iterable[str]) -> tuple[set[str], set[str]]:
    """The names in full, and the surnames, of every spelling, those too that are oftener another word."""
    full, surnames = set(printed), set()
    for speaker in speakers:
        spellings = [variant.name for variant in speaker.variants.all()]
        filed = surname_filed(speaker.sort_name)
        full |= {speaker.name, *spellings}
        surnames |= {filed, *(_surname_in(spelling, filed) for spelling in spellings)}
    return {name for name in full if name.strip()}, {name for name in surnames - full if name.strip()}


def namings_of(speakers: Iterable[Speaker], printed: Iterable[str]) -> list[Naming]:
    """All ways in which a text may name one of ``speakers``, or somebody whose name was ``printed``. A full name counts
    in any case of letters, a surname alone as it is written or in capitals, one of two letters behind a title."""
    speakers = list(speakers)
    full, surnames = names_of(speakers, printed)
    short = {surname_filed(speaker.sort_name) for speaker in speakers} - full - surnames
    return [
        *chain.from_iterable(map(_in_full, sorted(full))),
        *chain.from_iterable(map(_alone, sorted(surnames))),
        *(
            Naming(name, _hint([name]), rf"{BEGINS}(?i:{_TITLE})\.?\s+{re.escape(name)}{ENDS}")
            for name in sorted(map(without_accents, short))
            if name.strip()
        ),
    ]


def named_in(text: str, namings: Iterable[Naming]) -> set[str]:
    """Who is named in a plain text, by their names."""
    plain = without_accents(text)
    return {naming.name for naming, _match in _found(plain, namings)}


def words_naming(text: str, namings: Iterable[Naming]) -> set[str]:
    """The words of a plain text that name somebody, as they stand there."""
    bare = [(letter, place) for place, one in enumerate(text) for letter in without_accents(one)]
    plain = "".join(letter for letter, _place in bare)
    return {
        text[bare[match.start()][1] : bare[match.end() - 1][1] + 1]
        for naming, first in _found(plain, namings)
        for match in re.compile(naming.pattern).finditer(plain, first.start())
    }


def without_accents(text: str) -> str:
    """ "Lukín" → "Lukin", letters as large as they were; "Yılmaz" → "Yilmaz", since its capitals have no dot."""
    return "".join(letter for letter in normalize("NFKD", text) if not combining(letter)).replace("ı", "i")


def _found(plain: str, namings: Iterable[Naming]) -> Iterator[tuple[Naming, re.Match]]:
    folded = plain.casefold()
    for naming in namings:
        if naming.hint in folded and (match := re.search(naming.pattern, plain)):
            yield naming, match


def _surname_in(spelling: str, filed: str) -> str:
    """The surname in another spelling of a name: the word that sounds like the one it is filed by, else the last."""
    words = spelling.replace(",", " ").split()
    if len(words) < 2:
        return ""
    heard = set(sounds(ascii_word(filed.split()[-1] if filed else "")))
    alike = (word for word in words if not heard.isdisjoint(sounds(ascii_word(word))))
    return next(alike, "") or name_parts(spelling).surname


def _in_full(name: str) -> Iterator[Naming]:
    if is_unspaced(name):
        yield Naming(name, _hint(_words(name)), "".join(map(re.escape, _words(name))))
        return
    for spelled in dict.fromkeys((name, name.translate(_IN_TWO_LETTERS))):
        words = _words(spelled)
        between = r"[\s_.-]*" if sum(map(len, words)) >= LONG else r"[\s_-]+"
        forms = [f"(?i:{between.join(map(_in_any_case, words))})"]
        if len(words) == 2:
            forms += [r",?[\s_]+".join(map(_in_any_case, reversed(case))) for case in _as_written(words)]
        yield Naming(name, _hint(words), f"{BEGINS}(?:{'|'.join(forms)}){ENDS}")


def _alone(name: str) -> Iterator[Naming]:
    romanised = ascii_word(name).title() if _CYRILLIC.fullmatch(name) else name
    for spelled in dict.fromkeys((name, name.translate(_IN_TWO_LETTERS), romanised)):
        words = _words(spelled)
        forms = [r"[\s-]+".join(map(_in_any_case, case)) for case in _as_written(words)]
        yield Naming(name, _hint(words), f"{BEGINS}(?:{'|'.join(forms)}){ENDS}")


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s-]+", without_accents(name)) if word]


def _as_written(words: list[str]) -> tuple[list[str], list[str]]:
    return words, [word.upper() for word in words]


def _hint(words: list[str]) -> str:
    longest = max(words, key=len, default="")
    return (russian_stem(longest.lower()) or longest).casefold()


def _in_any_case(word: str) -> str:
    if stem := russian_stem(word.lower()):
        return f"{re.escape(word[: len(stem)])}(?:{_CASES.upper() if word.isupper() else _CASES})?"
    if len(word) < LONG_ENOUGH:
        return re.escape(word)
    return f"{re.escape(word)}{'S' if word.isupper() else 's'}?"

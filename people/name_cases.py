"""Names in the cases of Russian, led back to how they are filed: Лукину → Лукин, Смирновой → Смирнова. No Django.

Nobody can tell by the word alone whose name it is: "Лукина" is Artyom Lukin's in one case and Anna Lukina's in another.
So each word has all nominatives that it may come from, beside itself; a name that has no cases (Левченко) has none.
"""

import re
from functools import lru_cache

#: What stands at a word's end, and instead of it in the nominative.
ENDINGS: dict[str, tuple[str, ...]] = {
    "ого": ("ый", "ий", "ой"), "ому": ("ый", "ий", "ой"), "его": ("ий",), "ему": ("ий",), "ую": ("ая",),
    "юю": ("яя",), "ым": ("", "ый", "ой"), "им": ("ий",), "ом": ("", "ый", "ой"), "ем": ("", "й", "ь"),
    "ой": ("а", "ая"), "ою": ("а",), "ей": ("я", "а", "яя"), "ею": ("я", "а"),
    "а": ("",), "у": ("", "а"), "е": ("", "а", "я", "й", "ь"), "ы": ("а",), "я": ("й", "ь"),
    "ю": ("й", "ь", "я"), "и": ("я", "а", "ь"),
}  # fmt: skip
CONSONANT = re.compile("[бвгджзклмнпрстфхцчшщ]$")
VOWEL = re.compile("[аеёиоуыэюя]")
CYRILLIC = re.compile("[а-яё]+")
#: Letters of the shortest name that is told by its nominative: Ким.
SHORTEST = 3


@lru_cache(maxsize=50_000)
def nominatives(word: str) -> tuple[str, ...]:
    """The names of which ``word`` may be a case, in small letters; none of what is not written in Russian ones."""
    word = word.lower()
    if not CYRILLIC.fullmatch(word):
        return ()
    found = [
        name
        for ending, instead in ENDINGS.items()
        if word.endswith(ending)
        for one in instead
        if _is_a_name(name := word.removesuffix(ending) + one, one)
    ]
    return tuple(dict.fromkeys(name for name in found if name != word))


def _is_a_name(name: str, ending: str) -> bool:
    stem = name.removesuffix(ending)
    if len(name) < SHORTEST or not VOWEL.search(stem):
        return False
    return ending == "я" or bool(CONSONANT.search(stem)) != (ending == "й")

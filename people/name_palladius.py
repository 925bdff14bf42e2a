"""Chinese names in Cyrillic letters, back to pinyin: Си Цзиньпин → xi jinping. No Django.

The Palladius system writes every syllable in one way, so that a word that parts into its syllables can be read
back; letter by letter it would become Tszinpin. Source: the table of the system, which has held since the 19th century.
"""

from functools import lru_cache
from itertools import product

#: Initials before а, о, у and э, before и and the letters that begin with it, and before ю.
INITIALS = {
    "б": "b", "п": "p", "м": "m", "ф": "f", "д": "d", "т": "t", "н": "n", "л": "l", "г": "g", "к": "k", "х": "h",
    "цз": "z", "ц": "c", "с": "s", "чж": "zh", "ч": "ch", "ш": "sh", "ж": "r",
}  # fmt: skip
SOFTENED = {"z": "j", "c": "q", "s": "x"}
#: Finals after an initial: the hard ones, then those before which z, c and s become j, q and x.
HARD = {
    "а": "a", "э": "e", "ы": "i", "ай": "ai", "эй": "ei", "ао": "ao", "оу": "ou", "ань": "an", "энь": "en",
    "ан": "ang", "эн": "eng", "ун": "ong", "у": "u", "уа": "ua", "уай": "uai", "уй": "ui", "уэй": "ui", "уань": "uan",
    "унь": "un", "уан": "uang", "о": "uo",
}  # fmt: skip
SOFT = {
    "и": "i", "я": "ia", "е": "ie", "яо": "iao", "ю": "iu", "янь": "ian", "инь": "in", "ян": "iang", "ин": "ing",
    "юн": "iong", "юй": "u", "юэ": "ue", "юань": "uan", "юнь": "un",
}  # fmt: skip
#: Syllables without an initial.
ALONE = {
    "а": "a", "ай": "ai", "ань": "an", "ан": "ang", "ао": "ao", "э": "e", "энь": "en", "эр": "er", "оу": "ou",
    "у": "wu", "ва": "wa", "во": "wo", "вай": "wai", "вэй": "wei", "вань": "wan", "вэнь": "wen", "ван": "wang",
    "вэн": "weng", "и": "yi", "я": "ya", "е": "ye", "яо": "yao", "ю": "you", "янь": "yan", "инь": "yin",
    "ян": "yang", "ин": "ying", "юн": "yong", "юй": "yu", "юэ": "yue", "юань": "yuan", "юнь": "yun",
}  # fmt: skip


def _syllables() -> dict[str, str]:
    table = dict(ALONE)
    for (cyrillic, initial), (final, latin) in product(INITIALS.items(), HARD.items()):
        lips = initial in ("b", "p", "m", "f")
        table[cyrillic + final] = initial + ("o" if latin == "uo" and lips else latin)
    for (cyrillic, initial), (final, latin) in product(INITIALS.items(), SOFT.items()):
        table[cyrillic + final] = SOFTENED.get(initial, initial) + latin
    return table


SYLLABLES = _syllables()
LONGEST_SYLLABLE = max(map(len, SYLLABLES))
#: A longer word is no Chinese name.
LONGEST_NAME = 20


@lru_cache(maxsize=20_000)
def pinyin(word: str) -> str:
    """A lower-case Cyrillic word in pinyin; blank where it does not part into Chinese syllables."""
    return (_read(word, 0) or "") if len(word) <= LONGEST_NAME else ""


def _read(word: str, start: int) -> str | None:
    """The word from ``start`` on, by the longest syllables that leave a rest which can be read; ъ only parts them."""
    if start == len(word):
        return ""
    for length in range(LONGEST_SYLLABLE, 0, -1):
        end = start + length
        if end > len(word) or word[start:end] not in SYLLABLES:
            continue
        rest = _read(word, end + word.startswith("ъ", end))
        if rest is not None:
            return SYLLABLES[word[start:end]] + rest
    return None

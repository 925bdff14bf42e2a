"""Letters of any script to ASCII, as names are romanised. No Django.

anyascii does most of the work; here is what it cannot know letter by letter: Greek and Armenian digraphs,
Hebrew and Arabic letters that stand for vowels, Ukrainian readings, and where a Chinese or Korean name parts.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from people.name_palladius import pinyin

GREEK = (
    ("ου", "u"), ("αυ", "av"), ("ευ", "ev"), ("γγ", "ng"), ("γκ", "gk"), ("τζ", "tz"),
    (r"\bμπ", "b"), (r"\bντ", "d"), (r"\bgk", "g"), ("μπ", "mp"), ("χ", "ch"), ("η", "i"), ("υ", "y"),
)  # fmt: skip
ARMENIAN = (("ու", "u"), ("և", "ev"), (r"\bո", "vo"), (r"\bե", "ye"))
UKRAINIAN = str.maketrans({"г": "h", "и": "y", "ґ": "g", "ї": "yi", "є": "ye"})
HEBREW_LETTERS = "אבגדהוזחטיכךלמםנןסעפףצץקרשת"
HEBREW_SOUNDS = "a b g d h w z h t y k k l m m n n s a p f ts ts k r sh t"
HEBREW = str.maketrans(dict(zip(HEBREW_LETTERS, HEBREW_SOUNDS.split(), strict=True)))
# Inside a word and at its end it is oftener a vowel than a v: Netanyahu, Shimon.
VAV_AS_A_VOWEL = re.compile(r"(?<=[\u05d0-\u05ea])ו")
# Only the letters whose sound in a name differs from anyascii's reading.
ARABIC = str.maketrans({**dict.fromkeys("عاأإآىة", "a"), "ئ": "y", "ؤ": "w", "ء": ""})
ANUSVARA = re.compile(r"[\u0902\u0982\u0a70\u0a02]")

HAN_OR_HANGUL = re.compile(r"([\u3400-\u9fff\uac00-\ud7af])")
HANGUL = re.compile(r"[\uac00-\ud7af]")
KANA = re.compile(r"[\u3040-\u30ff]")

# From the Revised Romanisation, which anyascii writes, to the older one, which most Korean names keep.
KOREAN = (
    (r"^g", "k"), (r"^d(?!d)", "t"), (r"^b(?!b)", "p"), (r"^j(?!j)", "ch"),
    (r"(?<!n)g$", "k"), (r"d$", "t"), (r"b$", "p"), (r"(?<!y)eo", "o"), (r"yeo", "yo"), (r"eu", "u"),
    (r"^i$", "yi"), (r"^u$", "woo"), (r"^([aeo])$", r"\1h"),
)  # fmt: skip

UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
HOOKS = {
    **dict.fromkeys("šşșś", "sh"), **dict.fromkeys("čçć", "ch"), **dict.fromkeys("žżź", "zh"), "ț": "ts",
    "ñ": "ny", "ń": "ny", "ę": "en", "ą": "on", "ğ": "gh", "đ": "dj", "ō": "ou", "ū": "uu", "ё": "yo",
    "ě": "ie", "ģ": "gj", "ņ": "nj", "ļ": "lj", "ķ": "kj", "ő": "oe", "ű": "ue",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def ascii_word(word: str) -> str:
    """One word of any script as lower-case ASCII letters and digits, the way a name would be romanised."""
    if word.isascii():
        return "".join(filter(str.isalnum, word.lower()))
    romanised = anyascii(_prepared(word.lower())).lower()
    if HANGUL.fullmatch(word):
        for pattern, spelling in KOREAN:
            romanised = re.sub(pattern, spelling, romanised)
    if KANA.search(word):
        romanised = re.sub(r"(?<=sh|ch)iy(?=[auo])|(?<=j)iy(?=[auo])", "", romanised)
        romanised = re.sub(r"iy(?=[auo])", "y", romanised)
    return "".join(filter(str.isalnum, romanised))


@lru_cache(maxsize=50_000)
def other_spellings(word: str) -> tuple[str, ...]:
    """Other ASCII spellings of a word: Müller mueller, Ševčenko shevchenko, Артём artyom, Цзиньпин jinping."""
    lowered = unicodedata.normalize("NFC", word.lower())
    if lowered.isascii():
        return ()
    marks = ({**UMLAUTS}, {**HOOKS}, {**UMLAUTS, **HOOKS})
    spellings = [ascii_word("".join(table.get(letter, letter) for letter in lowered)) for table in marks]
    spellings.append(ascii_word(VAV_AS_A_VOWEL.sub("u", lowered)))
    if chinese := pinyin(lowered):
        spellings.append(chinese)
    plain = ascii_word(word)
    return tuple(dict.fromkeys(spelling for spelling in spellings if spelling != plain))


def part_characters(text: str) -> str:
    """Spaces round each Chinese and Korean character: their names are written together, but read apart."""
    return HAN_OR_HANGUL.sub(r" \1 ", text)


def _prepared(word: str) -> str:
    word = unicodedata.normalize("NFC", word).replace("ў", "v")
    if re.search(r"[\u0370-\u03ff\u1f00-\u1fff]", word):
        return _replaced(_unmarked(word), GREEK)
    if re.search(r"[\u0530-\u058f]", word):
        return _replaced(word, ARMENIAN)
    if re.search(r"[іїєґ]", word) and not re.search(r"[әғқңөұүһ]", word):
        return word.translate(UKRAINIAN)
    if re.search(r"[\u0590-\u05ff]", word):
        return word.translate(HEBREW)
    if re.search(r"[\u0600-\u06ff]", word):
        return word.translate(ARABIC)
    return ANUSVARA.sub("n", word)


def _unmarked(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _replaced(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, letters in rules:
        word = re.sub(pattern, letters, word)
    return word

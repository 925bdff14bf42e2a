"""From text to the words that are indexed and asked for: one analysis for both databases.

Databases differ in how they cut, fold and stem words. So this is done here, once, and they are given the result:
the same query then finds the same records on SQLite and PostgreSQL.
"""

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import pairwise
from unicodedata import normalize

from publishing import folding
from publishing.folding import UNSPACED
from publishing.marks import JOINERS, SHOWS_NOTHING
from publishing.spelling import one_spelling
from publishing.stemming import english_stem, russian_stem

_LETTER = rf"[^\W_{UNSPACED}]"
_NOT_SHOWN = f"[{SHOWS_NOTHING}{JOINERS}]"
#: U.S., e.g., т.е.: letters with full stops between them; the last stop may be the sentence's.
_DOTTED = r"(?<![^\W_])(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])"
#: The same with blanks, of these alone: "J. S." are somebody's initials.
SPACED = re.compile(r"(?<![^\W_])(?:U\.\s(?:S\.\s(?:S\.\sR|A)|A\.\sE|S|K|N)|E\.\sU)(?!\.?[^\W_])")
#: However they are typed; before a digit one parts: l'11 settembre.
_APOSTROPHE = r"['’ʼ‘ʻ′´`＇](?!\d)"
#: What ties the parts of a compound: hyphens, also those that break no line, and dashes put in their stead.
_HYPHEN = "[-‐‑‒–−﹣－]"
#: A word is a run of letters and digits; neither an apostrophe inside (don't) nor what shows nothing ends it.
WORD = re.compile(
    rf"{SPACED.pattern}|{_DOTTED}|[{UNSPACED}](?:[{UNSPACED}]|{_NOT_SHOWN}+(?=[{UNSPACED}]))*"
    rf"|{_LETTER}+(?:(?:{_APOSTROPHE}|{_NOT_SHOWN}+){_LETTER}+)*"
)
#: French and Italian articles that lose their vowel before another: l'Aquila, dell'energia, qu'un.
ELIDED = re.compile(
    rf"(?:(?:[dns]e|a|da|su|que|be)ll|[ldjmtsncv]|(?:jus|lors|puis|quel|quoi)?qu|un|quest|tutt|sant|gl|ch)"
    rf"{_APOSTROPHE}(?=[aeiouhyàáâäèéêëìíîïòóôöùúûüœæ])",
    re.I,
)
#: A letter of these scripts with the signs that belong to it.
UNIT = re.compile(r"[^\W_](?:\W|[\uff9e\uff9f])*")
#: Parts of a compound, which may be written as one word. It begins where a word does and takes each run of letters
#: once: tried anew from each letter, forty thousand without a blank would hold an archive for a minute.
COMPOUND = re.compile(rf"(?<!{_LETTER}){_LETTER}++(?:{_HYPHEN}{_LETTER}++)+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
#: Longer words are cut here: nobody types them, and PostgreSQL refuses lexemes over 2 KB.
LONGEST_WORD = 40


#: So frequent that a query does without them, unless it is nothing else or they stand in a phrase; and what a question
#: is put in: what did Lukin say about sanctions?
STOP_WORDS = frozenset(
    "a an and are as at be but by for from has have he her his i if in into is it its not of on or our s she so than"
    " about did do does said say says сказал сказала говорил говорила говорит"
    " that the their them then there these they this to was we were what when where which who will with you"
    " а без бы был была были было быть в во вот все для до его ее если же за и из или их к как ко когда на не но"
    " о об он она они от по под при с со так то тоже у уже что чтобы это".split()
)

#: As frequent in the other languages of archives; they may be another word in an English query.
STOP_WORDS_ELSEWHERE = frozenset(
    folding.fold(word)
    for word in (
        "am an auf aus bei das dem den der des die ein eine er es für im ist man mit nach nicht oder sich sie um "
        "und uns von wie wir zu zum zur au aux ce dans du elle en est et il je la le les leur ne ou par pas pour "
        "que qui sa se ses son sur un une al con de del el ella los las lo más no para por si su y che da dal "
        "della di e gli i ma nel non per più sono una"
    ).split()
)

fold = lru_cache(maxsize=100_000)(folding.fold)


#: Ordinary words that in capitals are the name of something else, with stops or without.
HOMOGRAPHS = frozenset("who us it is aids".split())
#: What such a name ends with in the index, where nobody can mistake it for the word.
IN_CAPITALS = "capitals"


#: The centre's and WHO's are forms of what they belong to.
POSSESSIVE = re.compile(r"['’ʼ‘´`＇]s$", re.I)
#: NGOs are several of an NGO; the rules of English know no plural of so short a word.
PLURAL_OF_CAPITALS = re.compile(r"(?<=[A-Z]{2})s$")


#: Letters that no accent is taken from: encyclopædia, Łódź.
_WITHOUT_LIGATURES = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
#: As those write who have no such letters: Mueller, Aarhus.
_IN_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem that ``word`` is indexed under: Russian for Cyrillic letters, English for the rest."""
    word = PLURAL_OF_CAPITALS.sub("", POSSESSIVE.sub("", word))
    folded = re.sub(r"[.\sʻ]", "", fold(word)).translate(_WITHOUT_LIGATURES)
    if folded == "usa":
        return "us" + IN_CAPITALS
    if folded in HOMOGRAPHS and (word.isupper() or "." in word):
        return folded + IN_CAPITALS
    if CYRILLIC.search(folded):
        folded = russian_stem(folded)
    elif folded.isascii():
        folded = english_stem(one_spelling(folded))
    return "".join(filter(str.isalnum, folded))[:LONGEST_WORD]


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word of ``text`` as (start, end, stem), offsets in code points.

    Of a script without blanks, every two letters that follow each other, so that any part is found: these overlap.
    """
    for match in WORD.finditer(text):
        word = match[0]
        if not (word.isascii() and word.isalnum()):
            yield from _spans_of(text, *match.span())
        elif found := stem(word):
            yield *match.span(), found


def places_of(wanted: Set[str], text: str) -> Iterator[tuple[int, int]]:
    """Where the words of ``text`` stand whose stems are ``wanted``."""
    for match in WORD.finditer(text):
        word = match[0]
        if not (word.isascii() and word.isalnum()):
            yield from (
                (start, end) for start, end, found in _spans_of(text, *match.span()) if found in wanted
            )
        elif stem(word) in wanted:
            yield match.span()


def _spans_of(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Of a word that is more than letters and figures of ASCII."""
    if _is_unspaced(text[start]):
        yield from _pairs(text, start, end)
        return
    if elided := ELIDED.match(text, start, end):
        start = elided.end()
    if found := stem(text[start:end]):
        yield start, end, found


def _is_unspaced(letter: str) -> bool:
    return _UNSPACED.match(letter) is not None


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    units = [unit.span() for unit in UNIT.finditer(text, start, end)]
    for (first, _), (_, last) in pairwise(units) if len(units) > 1 else zip(units, units, strict=True):
        if found := stem(text[first:last]):
            yield first, last, found


def stems(text: str) -> list[str]:
    """As ``spans`` has them; where most words stand nobody need know."""
    found: list[str] = []
    for word in WORD.findall(text):
        if word.isalnum() and (word.isascii() or not _is_unspaced(word[0])):
            found.append(stem(word))
        else:
            found += [each for _start, _end, each in spans(word)]
    return [each for each in found if each]


def written_otherwise(text: str) -> list[str]:
    """Stems under which words of ``text`` are found too: compounds as one word, letters with stops one by one,
    several of an abbreviation as a word of small letters, words with umlauts as they are written without."""
    compounds = COMPOUND.findall(text) if re.search(_HYPHEN, text) else []
    found = [stem(re.sub(_HYPHEN, "", match)) for match in compounds if not match[0].isdigit()]
    for word in dict.fromkeys(WORD.findall(text)):
        found += _one_written_otherwise(word)
    return list(dict.fromkeys(filter(None, found)))


@lru_cache(maxsize=100_000)
def _one_written_otherwise(word: str) -> list[str]:
    found: list[str] = []
    if "." in word:
        found += map(stem, word.split("."))
    elif ELIDED.match(word):
        found.append(stem(word))
    if PLURAL_OF_CAPITALS.search(word):
        found.append(stem(word.lower()))  # typed in small letters
    return found + in_two_letters(word)


def in_two_letters(word: str) -> list[str]:
    """The stem of a word with umlauts as it is written without them: Mueller of Müller; nothing of another."""
    small = normalize("NFC", word).lower()
    plain = small.translate(_IN_TWO_LETTERS)
    return [stem(plain)] if plain != small else []

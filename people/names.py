"""Names as they are typed: folding, words, and the keys by which a database finds them. No Django.

A stored name is indexed by its `words`, each with its `stored_keys`. A query is looked up with `lookup`: a
set of keys for each word typed; words that share a key are candidates, whose names `score` then ranks. Keys
are compared by equality alone, so every database agrees. A key's first character tells its kind.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from people.name_cases import nominatives
from people.name_families import SURNAME_CHARACTERS, SURNAMES_FIRST, WORDS_IN_CHARACTERS, families
from people.name_letters import HAN_OR_HANGUL, ascii_word, other_spellings, part_characters
from people.name_parts import name_parts, without_remarks
from people.name_sounds import bones, sounds

LONGEST_TEXT = 300
LONGEST_WORD = 40
MOST_WORDS = 12
LONGEST_PREFIX = 6
SHORTEST_TYPO = 5
SHORTEST_JOINED = 8
FEWEST_BONES = 3

# Kind of key -> how much sharing one says, to choose candidates when there are too many to score.
KEY_STRENGTH = {"=": 1.0, "s": 0.8, "f": 0.7, "~": 0.4, "c": 0.3, "<": 0.2, "(": 0.15}

APOSTROPHES = frozenset("'’‘`´ʹʺʼʻʾʿ′״׳")
# Left out wherever they stand, the others before a name alone (people.name_parts): "what did Dr. Lukin say".
HONORIFICS = frozenset("dr prof professor mr mrs ms amb ambassador".split())
_PARTICLES = """
al el ul ad ar as at an de da di du do dos das del della der den des van von vom zu zur af av ter ten te la
le lo los las y e i bin ibn ben bint abu st san
"""
PARTICLES = frozenset(_PARTICLES.split())
PATRONYMIC = re.compile(
    r"(ovich|evich|ievich|yevich|ovych|evych|ovna|evna|yevna|ivna|ich|inichna|ichna|oglu|qizi|kyzy)$"
)

# Where one written word is two: a possessive, D’Estournelles, ElBaradei, the Arabic article.
PARTED = (
    (re.compile(r"['’]s\b"), ""),
    (re.compile(r"(?i)\b([dlo]|dell)['’](?=\w{2})"), r"\1-"),
    (re.compile(r"(?<=[A-Za-z][a-z])(?=[A-Z][a-z])"), "-"),
    (re.compile(r"(?<!\S)ال(?=\S{3})"), "ال-"),
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name or a query, read once.

    `words` holds the spellings of each word, the folded one first; `joined_runs` the neighbours that may be
    written together: their places, and how they look so, forwards (jong-un → jongun) and backwards. `nominatives` are
    the folded names of which each word may be a case of Russian, as a query has them and a name that is filed has not.
    """

    words: tuple[tuple[str, ...], ...]
    surnames: frozenset[int]
    linked: frozenset[int]
    joined_runs: tuple[tuple[tuple[int, ...], str, str], ...]
    nominatives: tuple[tuple[str, ...], ...]

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(spellings[0] for spellings in self.words)


def fold(text: str) -> str:
    """The text as lower-case ASCII words with single spaces: Müller, J.-P. → muller j p."""
    return " ".join(read(text).folded)


def beside_the_name(text: str) -> frozenset[str]:
    """The folded words of ``text`` that are no part of a name: Dr. Anna Berg, PhD → dr, phd."""
    typed, _comma = _typed_words(text[:LONGEST_TEXT])
    return frozenset(ascii_word(word) for word, _linked in typed) - frozenset(read(text).folded)


def words(text: str) -> tuple[str, ...]:
    """Every word a name is found by: folded, spelled otherwise (mueller), written together (jongun)."""
    name = read(text)
    spellings = [spelling for word in name.words for spelling in word]
    joined = [ahead for run, ahead, _ in name.joined_runs if len(run) == 3 or _often_joined(name, *run)]
    return tuple(dict.fromkeys(spellings + joined))


def stored_keys(word: str) -> frozenset[str]:
    """The keys to store for one of a name's `words`."""
    prefixes = {"<" + word[:length] for length in range(1, LONGEST_PREFIX + 1) if len(word) > length}
    sound = sounds(word)[0]
    heard = {"(" + sound[:length] for length in range(3, LONGEST_PREFIX) if len(sound) > length}
    return _shared_keys(word) | prefixes | heard


def query_keys(word: str) -> frozenset[str]:
    """The keys to ask for one word of a query: those of a like word, and of one that it begins."""
    if len(word) == 1:
        return frozenset(("=" + word, "<" + word))
    heard = {"(" + sound[: LONGEST_PREFIX - 1] for sound in sounds(word) if len(sound) >= 3}
    shared = {
        key for key in _shared_keys(word) if key[0] != "c" or len(key) > FEWEST_BONES or not _has_vowels(word)
    }
    return frozenset(shared | {"<" + word[:LONGEST_PREFIX]} | heard | _parted(word))


def may_be_named(word: str, name: str) -> bool:
    """Whether a ``word`` in Chinese or Korean characters that sounds like ``name`` may be it, and no ordinary word.

    A name written in such characters shares some with the word. Of one in letters the word is the whole: three
    characters, or two that begin with a Chinese surname.
    """
    characters = HAN_OR_HANGUL.findall(word)
    if written := HAN_OR_HANGUL.findall(name):
        return not set(characters).isdisjoint(written)
    if len(characters) != 2:
        return True
    return characters[0] in SURNAME_CHARACTERS and "".join(characters) not in WORDS_IN_CHARACTERS


def lookup(query: str) -> tuple[frozenset[str], ...]:
    """For each word of the query the keys to ask, in its spellings and joined with the next word.

    A lone letter says little: ask its keys only to choose among what the other words have found.
    """
    name = read(query)
    return tuple(_keys_at(name, place) for place in range(len(name.words)))


@lru_cache(maxsize=50_000)
def read(text: str) -> Name:
    """The text parted into words, with the places of its surnames as far as their order tells them."""
    given, surname, generation = name_parts(text[:LONGEST_TEXT])
    typed, comma = _typed_words(f"{given} {surname}".strip())
    beside, _ = _typed_words(f"{generation} {without_remarks(text[:LONGEST_TEXT])[1]}".strip())
    typed += beside
    plain = [(ascii_word(word)[:LONGEST_WORD], word, linked) for word, linked in typed]
    plain = [item for item in plain if item[0]]
    named = ([item for item in plain if item[0] not in HONORIFICS] or plain)[:MOST_WORDS]
    folded = [word for word, _, _ in named]
    return Name(
        words=tuple((word, *other_spellings(raw[:LONGEST_WORD])) for word, raw, _ in named),
        surnames=_surnames(
            folded[: len(folded) - len(beside)], comma, eastern=bool(HAN_OR_HANGUL.search(text))
        ),
        linked=frozenset(place for place, (_, _, linked) in enumerate(named) if linked),
        joined_runs=_joined_runs(folded),
        nominatives=tuple(_nominatives(word, raw[:LONGEST_WORD]) for word, raw, _ in named),
    )


def _keys_at(name: Name, place: int) -> frozenset[str]:
    keys = frozenset().union(*(query_keys(spelling) for spelling in name.words[place]))
    for joined in [ahead for run, ahead, _ in name.joined_runs if place in run]:
        keys |= {"=" + joined, *("s" + sound for sound in sounds(joined))}
    for nominative in name.nominatives[place]:
        keys |= {"=" + nominative, *("s" + sound for sound in sounds(nominative))}
    return keys


def _nominatives(folded: str, raw: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in nominatives(raw) if (name := ascii_word(one)) != folded))


def _shared_keys(word: str) -> frozenset[str]:
    """The keys that a name's word and a query's word have alike."""
    heard = sounds(word)
    keys = {"=" + word, *("s" + sound for sound in heard), *("f" + family for family in families(word))}
    keys.update("c" + bone for bone in bones(word) if len(bone) > 1)
    for spelling in {word, heard[0]}:
        keys.update("~" + shorter for shorter in _one_letter_less(spelling))
    return frozenset(keys)


def _has_vowels(word: str) -> bool:
    """Whether a word's bones are less than what was typed: where vowels are unwritten, two bones must do."""
    return bool(re.search("[aeiou]", word[1:]))


def _one_letter_less(word: str) -> set[str]:
    """The word, and it without each of its letters: words one typo apart share one (SymSpell's idea)."""
    if len(word) < SHORTEST_TYPO:
        return {word} if len(word) == SHORTEST_TYPO - 1 else set()
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


def _parted(word: str) -> set[str]:
    """Both parts of a word that may be two written together: alexeymaslov."""
    if len(word) < SHORTEST_JOINED:
        return set()
    places = range(4, len(word) - 3)
    return {"=" + word[:place] for place in places} | {"=" + word[place:] for place in places}


def _joined_runs(folded: list[str]) -> tuple[tuple[tuple[int, ...], str, str], ...]:
    """Any two neighbours, or three with a particle (van der Berg, Abd al-Rahman)."""
    places = range(len(folded))
    pairs = [(place, place + 1) for place in places[:-1]]
    triples = [(place, place + 1, place + 2) for place in places[:-2]]
    runs = pairs + [run for run in triples if PARTICLES.intersection(folded[place] for place in run[:2])]
    parts = [(run, [folded[place] for place in run]) for run in runs]
    return tuple((run, "".join(words), "".join(words[::-1])) for run, words in parts)


def _often_joined(name: Name, place: int, following: int) -> bool:
    first, second = name.words[place][0], name.words[following][0]
    return place in name.linked or first in PARTICLES or (1 < len(first) <= 5 and 1 < len(second) <= 5)


def _typed_words(text: str) -> tuple[list[tuple[str, bool]], int]:
    """The words as typed, each with whether a hyphen ties it to the next; how many stand before a comma."""
    if not text.isascii():
        text = part_characters(unicodedata.normalize("NFKC", text))
    for pattern, parted in PARTED:
        text = pattern.sub(parted, text)
    head, comma, tail = "".join(map(_letter, text)).partition(",")
    chunks = [chunk.strip("-").split("-") for chunk in (head + " " + tail.replace(",", " ")).split()]
    typed = [(part, place + 1 < len(chunk)) for chunk in chunks for place, part in enumerate(chunk) if part]
    return typed, len(head.replace("-", " ").split()) if comma and tail.strip() else 0


def _letter(character: str) -> str:
    if character.isalnum() or character in " ,-":
        return character
    if character in APOSTROPHES:
        return ""
    category = unicodedata.category(character)
    if category == "Pd" or character == "\u200c":
        return "-"
    return character if category[0] == "M" else "" if category == "Cf" else " "


def _surnames(folded: list[str], comma: int, eastern: bool) -> frozenset[int]:
    last = max((place for place, word in enumerate(folded) if len(word) > 1), default=0)
    if 0 < comma < len(folded):
        return frozenset(range(comma))
    if last >= 2 and PATRONYMIC.search(folded[last]):
        return frozenset([0])
    if eastern:
        return frozenset([0])
    if last > 0 and folded[0] in SURNAMES_FIRST:
        return frozenset([0, last])
    return frozenset([last])

"""Names as they are typed: folding, words, and the keys by which a database finds them. No Django.

A stored name is indexed by its `words`, each with its `stored_keys`. A query is looked up with `lookup`: one set of keys for
each thing typed; words that share a key are candidates, whose names `name_scores.score` then ranks. Keys are compared
by equality alone, so every database agrees. The first character of a key tells its kind and so its strength.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from people.name_families import SURNAMES_FIRST, families
from people.name_letters import HAN_OR_HANGUL, ascii_word, other_spellings, part_characters
from people.name_sounds import bones, sounds

LONGEST_TEXT = 300
MOST_WORDS = 12
LONGEST_PREFIX = 6
SHORTEST_TYPO = 5
SHORTEST_JOINED = 8
FEWEST_BONES = 3

# Kind of key -> how much sharing one says, to choose candidates when there are too many to score.
KEY_STRENGTH = {"=": 1.0, "s": 0.8, "f": 0.7, "~": 0.4, "c": 0.3, "<": 0.2, "(": 0.15}

APOSTROPHES = frozenset("'’‘`´ʹʺʼʻʾʿ′״׳")
HONORIFICS = frozenset("dr prof professor mr mrs ms sir dame lord lady amb ambassador".split())
PARTICLES = frozenset(
    "al el ul ad ar as at an de da di du do dos das del della der den des van von vom zu zur af av ter ten te la le lo los "
    "las y e i bin ibn ben bint abu st san".split()
)
PATRONYMIC = re.compile(r"(ovich|evich|ievich|yevich|ovych|evych|ovna|evna|yevna|ivna|ich|inichna|ichna|oglu|qizi|kyzy)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name or a query, read once. `words` holds the spellings of each word, the folded one first."""

    words: tuple[tuple[str, ...], ...]
    surnames: frozenset[int]
    linked: frozenset[int]

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(spellings[0] for spellings in self.words)

    def joined(self, places: tuple[int, ...]) -> str:
        """The words at these places written together: jong-un → jongun."""
        return "".join(self.words[place][0] for place in places)

    def runs(self) -> list[tuple[int, ...]]:
        """Neighbours that may be written together: any two, or three with a particle (van der Berg, Abd al-Rahman)."""
        places = range(len(self.words))
        pairs = [(place, place + 1) for place in places[:-1]]
        triples = [(place, place + 1, place + 2) for place in places[:-2]]
        return pairs + [run for run in triples if PARTICLES.intersection(self.words[place][0] for place in run[:2])]


def fold(text: str) -> str:
    """The text as lower-case ASCII words with single spaces: «Müller, J.-P.» → "muller j p", 习近平 → "xi jin ping"."""
    return " ".join(read(text).folded)


def words(text: str) -> tuple[str, ...]:
    """Every word a name is to be found by: folded, spelled otherwise (mueller), and written together (jongun)."""
    name = read(text)
    spellings = [spelling for word in name.words for spelling in word]
    joined = [name.joined(run) for run in name.runs() if len(run) == 3 or _often_joined(name, *run)]
    return tuple(dict.fromkeys(spellings + joined))


def stored_keys(word: str) -> frozenset[str]:
    """The keys to store for one of a name's `words`."""
    prefixes = {"<" + word[:length] for length in range(1, LONGEST_PREFIX + 1) if len(word) > length}
    sound = sounds(word)[0]
    heard = {"(" + sound[:length] for length in range(3, LONGEST_PREFIX) if len(sound) > length}
    return _shared_keys(word) | prefixes | heard


def query_keys(word: str) -> frozenset[str]:
    """The keys to ask for one word of a query: those it shares with a like name, and as the beginning of a longer one."""
    if len(word) == 1:
        return frozenset(("=" + word, "<" + word))
    heard = {"(" + sound[: LONGEST_PREFIX - 1] for sound in sounds(word) if len(sound) >= 3}
    return _shared_keys(word) | {"<" + word[:LONGEST_PREFIX]} | heard | _parted(word)


def lookup(query: str) -> tuple[frozenset[str], ...]:
    """For each word of the query the keys to ask, in its spellings and joined with the next word.

    A lone letter says little: ask its keys only to choose among what the other words have found.
    """
    name = read(query)
    return tuple(_keys_at(name, place) for place in range(len(name.words)))


@lru_cache(maxsize=50_000)
def read(text: str) -> Name:
    """The text parted into words, with the places of its surnames as far as their order tells them."""
    typed, linked, comma = _typed_words(text[:LONGEST_TEXT])
    kept = [place for place, word in enumerate(typed) if ascii_word(word) not in HONORIFICS] or range(len(typed))
    spelled = [(ascii_word(typed[place]), *other_spellings(typed[place])) for place in kept]
    spelled = [spellings for spellings in spelled if spellings[0]][:MOST_WORDS]
    links = frozenset(new for new, old in enumerate(kept) if old in linked and new + 1 < len(spelled))
    eastern = bool(HAN_OR_HANGUL.search(text))
    return Name(tuple(spelled), _surnames([word[0] for word in spelled], comma, eastern), links)


def _keys_at(name: Name, place: int) -> frozenset[str]:
    keys = frozenset().union(*(query_keys(spelling) for spelling in name.words[place]))
    for joined in [name.joined(run) for run in name.runs() if place in run]:
        keys |= {"=" + joined, *("s" + sound for sound in sounds(joined))}
    return keys


def _shared_keys(word: str) -> frozenset[str]:
    """The keys that a name's word and a query's word have alike."""
    heard = sounds(word)
    keys = {"=" + word, *("s" + sound for sound in heard), *("f" + family for family in families(word))}
    keys.update("c" + bone for bone in bones(word) if len(bone) >= FEWEST_BONES)
    for spelling in {word, heard[0]}:
        keys.update("~" + shorter for shorter in _one_letter_less(spelling))
    return frozenset(keys)


def _one_letter_less(word: str) -> set[str]:
    """The word and all that is left of it without one letter: two words one typo apart share one (SymSpell's idea)."""
    if len(word) < SHORTEST_TYPO:
        return {word} if len(word) == SHORTEST_TYPO - 1 else set()
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


def _parted(word: str) -> set[str]:
    """Both parts of a word that may be two written together: alexeymaslov."""
    if len(word) < SHORTEST_JOINED:
        return set()
    places = range(4, len(word) - 3)
    return {"=" + word[:place] for place in places} | {"=" + word[place:] for place in places}


def _often_joined(name: Name, place: int, following: int) -> bool:
    first, second = name.words[place][0], name.words[following][0]
    return place in name.linked or first in PARTICLES or (1 < len(first) <= 5 and 1 < len(second) <= 5)


def _typed_words(text: str) -> tuple[list[str], set[int], int]:
    """The words as typed, the places of those a hyphen ties to the next, and how many stand before a comma."""
    text = part_characters(unicodedata.normalize("NFKC", text))
    text = re.sub(r"['’]s\b", "", text)
    text = re.sub(r"(?i)\b([dlo]|dell)['’](?=\w{2})", r"\1-", text)
    text = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", "-", text)
    text = re.sub(r"(?<!\S)ال(?=\S{3})", "ال-", text)
    head, comma, tail = "".join(map(_letter, text)).partition(",")
    typed: list[str] = []
    linked: set[int] = set()
    for chunk in (head + " " + tail.replace(",", " ")).split():
        parts = [part for part in chunk.split("-") if part]
        linked.update(range(len(typed), len(typed) + len(parts) - 1))
        typed += parts
    return typed, linked, len(head.replace("-", " ").split()) if comma and tail.strip() else 0


def _letter(character: str) -> str:
    if character.isalnum() or character == ",":
        return character
    if character in APOSTROPHES:
        return ""
    category = unicodedata.category(character)
    if category == "Pd" or character == "\u200c":
        return "-"
    return character if category[0] == "M" else "" if category == "Cf" else " "


def _surnames(folded: list[str], comma: int, eastern: bool) -> frozenset[int]:
    last = len(folded) - 1
    if 0 < comma <= last:
        return frozenset(range(comma))
    if last >= 2 and PATRONYMIC.search(folded[last]):
        return frozenset([0])
    if eastern:
        return frozenset([0])
    if last > 0 and folded[0] in SURNAMES_FIRST:
        return frozenset([0, last])
    return frozenset([max(last, 0)])

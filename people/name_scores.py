"""How well a query, or another name, fits a name. No Django.

Query words are matched with name words one to one, in any order: scorers of whole strings put the wrong
person first for a bare surname.
"""

from collections.abc import Set
from dataclasses import replace
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import OSA, JaroWinkler

from people.name_families import families
from people.name_sounds import bones, sounds
from people.names import PARTICLES, PATRONYMIC, Name, read

# From here a name is worth offering; from there it is the name that was typed, spelling aside.
OFFERED = 0.45
# Below it a match in which no word stands for the surname is an accident: "water" is not Petteri.
PLAIN = 0.6
CERTAIN = 0.85
# A word of a query from here on stands for the word of the name.
MEANT = 0.84
# Two names from here on may well be one person's.
SAME_PERSON = 0.8

SPELLED_OTHERWISE = 0.98
SAME_SOUND, SOUND_SPREAD = 0.9, 0.07
# What is left of how alike a name is that was typed in a case of Russian; one of few letters is spelled alike.
IN_A_CASE, SHORT_IN_A_CASE = 0.97, 4
SAME_FAMILY = 0.88
SAME_BONES, BONES_SPREAD = {2: 0.48, 3: 0.56, 4: 0.62, 5: 0.65}, 0.25
ONE_TYPO, TWO_TYPOS = 0.8, 0.7
TYPO_IN_SHORT_WORD = {3: 0.5, 4: 0.6}
BEGINNING, BEGINNING_SPREAD = 0.6, 0.3
INITIAL = 0.7
SAME_INITIAL, BARE_SURNAME = 0.82, 0.75
JOINED, BACKWARDS, JOINED_LIKE_ENOUGH = 0.96, 0.95, 0.8
# Shorter words that are only like two written together are ordinary words: "china" is not Chi An.
SHORTEST_LIKE_JOINED = 6
LIKE_ENOUGH = 0.5
# A pair that is believed when all else that was typed is in the name too.
TOLERABLE = 0.66
# What is left of a score that may be an accident.
GUESS = 0.6
# How alike two long words are of which one has a slip.
A_SLIP = 0.84
# Jaro-Winkler below which neither a slip nor a beginning need be looked for.
NOTHING_ALIKE = 0.6
MOSTLY_ALIKE = 0.7

PARTICLE_WEIGHT, PATRONYMIC_WEIGHT, GIVEN_WEIGHT, SURNAME_WEIGHT = 0.1, 0.3, 0.6, 1.0
MIDDLE_SURNAME, RARE_GIVEN = 0.8, 0.5


def score(query: str, name: str, ordinary: Set[str] = frozenset()) -> float:
    """How well `name` (one spelling of it) answers `query`, 0 to 1.

    A surname alone suffices; a given name alone is weak; query words that are not in the name cost, but
    do not hide it ("maslov sanctions"), unless what is left is only a guess. `ordinary` are folded words that
    are no misspelt names: they fit what is spelled so and nothing else.
    """
    asked, offered = read(query), read(name)
    if not asked.words or not offered.words:
        return 0.0
    if asked.folded == offered.folded:
        return 1.0
    pairs = _pairs(asked, offered, ordinary)
    if not pairs:
        return 0.0
    return _whole(pairs, asked, offered)


def same_person_score(first: str, second: str) -> float:
    """How likely two names are one person's, 0 to 1: a wrong given name or surname speaks against it."""
    one, other = read(first), read(second)
    if not one.words or not other.words:
        return 0.0
    pairs = _pairs(replace(one, nominatives=((),) * len(one.words)), other)
    alone_in_one = _weight_alone(one, {place for _, places, _ in pairs for place in places})
    alone_in_other = _weight_alone(other, {place for _, _, places in pairs for place in places})
    if not pairs or (alone_in_one and alone_in_other):
        return 0.3 * len(pairs) / max(len(one.words), len(other.words))
    alikeness = min(SAME_INITIAL if likeness == INITIAL else likeness for likeness, _, _ in pairs)
    missing = max(alone_in_one, alone_in_other)
    bare_surname = {len(one.words), len(other.words)} > {1}
    return alikeness * (1 - 0.2 * missing) * (BARE_SURNAME if bare_surname else 1)


def words_meant(
    query: str, name: str, ordinary: Set[str] = frozenset(), least: float = MEANT
) -> frozenset[str]:
    """The folded words of ``query`` that stand for words of ``name``; none unless one stands for its surname."""
    asked, offered = read(query), read(name)
    pairs = [pair for pair in _pairs(asked, offered, ordinary) if pair[0] >= least]
    if not any(_surnameness(offered, place) >= MIDDLE_SURNAME for _, _, places in pairs for place in places):
        return frozenset()
    return frozenset(asked.words[place][0] for _, mine, _ in pairs for place in mine)


def looks_like(word: str, other: str) -> bool:
    """Whether a short folded word has most of the letters of another: Chan and Khan, but not viel and Wael."""
    return JaroWinkler.similarity(word, other) >= MOSTLY_ALIKE


def is_a_slip_of(word: str, other: str) -> bool:
    """Whether a folded word differs from another in a letter or two of many: Nwachuku, but not gefunden, Gopnathan."""
    return OSA.normalized_similarity(word, other) >= A_SLIP


def _whole(pairs: list, asked: Name, offered: Name) -> float:
    weights = _weights(offered)
    met = sum(len(mine) for _, mine, _ in pairs)
    found = sum(weights[place] * alike for alike, _, places in pairs for place in places) / sum(weights)
    surname = max(alike * _surnameness(offered, place) for alike, _, places in pairs for place in places)
    alikeness = _alikeness(pairs, weights)
    whole = alikeness * (surname * (0.88 + 0.1 * found) + (1 - surname) * (0.55 + 0.25 * found))
    if met < len(asked.words):
        whole *= 0.45 + 0.55 * met / len(asked.words)
    if not _trusted(pairs, asked, offered):
        whole *= GUESS
    return min(whole + (0.02 if _in_order(pairs) else 0), 1.0)


def _alikeness(pairs: list, weights: tuple[float, ...]) -> float:
    """The mean likeness of the pairs, a surname's counting for more than a given name's."""
    heavy = [(alike, sum(weights[place] for place in places)) for alike, _, places in pairs]
    return sum(alike * weight for alike, weight in heavy) / sum(weight for _, weight in heavy)


def _trusted(pairs: list, asked: Name, offered: Name) -> bool:
    """Whether the pairs are no accident of ordinary words: "sanctions on trade" names no Santos or Trawe.

    If all that was typed is in the name, one tolerable pair is enough; else one must be nearly right, and if
    it is the only one, a surname.
    """
    met = sum(len(mine) for _, mine, _ in pairs)
    if met == len(asked.words):
        return max(pairs)[0] >= TOLERABLE
    nearly_right = [(mine, places) for alike, mine, places in pairs if alike >= SAME_FAMILY]
    if len(pairs) > 1:
        return bool(nearly_right)
    return any(
        len(asked.words[mine[0]][0]) > 1 and _surnameness(offered, places[-1]) >= MIDDLE_SURNAME
        for mine, places in nearly_right
    )


def _pairs(
    asked: Name, offered: Name, ordinary: Set[str] = frozenset()
) -> list[tuple[float, tuple[int, ...], tuple[int, ...]]]:
    """The likest words of both, each used once: (likeness, places in the query, places in the name)."""
    possible = [
        (alike, (mine,), (theirs,))
        for mine, word in enumerate(asked.words)
        for theirs, other in enumerate(offered.words)
        if (alike := max(_word_likeness(word, other), _likeness_in_a_case(asked, mine, other)))
        >= (SPELLED_OTHERWISE if word[0] in ordinary else LIKE_ENOUGH)
    ]
    chosen = _each_once(possible)
    if len(chosen) == len(asked.words) and all(alike >= SAME_FAMILY for alike, _, _ in chosen):
        return chosen
    joined = [
        pair
        for pair in _joined_pairs(asked, offered)
        if not all(asked.words[place][0] in ordinary for place in pair[1])
    ]
    return _each_once(possible + joined) if joined else chosen


def _each_once(possible: list) -> list:
    """The likest first; of equals the longest, then the nearest in order."""
    possible = sorted(
        possible, key=lambda pair: (-pair[0], -len(pair[1] + pair[2]), abs(pair[1][0] - pair[2][0]))
    )
    mine: set[int] = set()
    theirs: set[int] = set()
    chosen = []
    for pair in possible:
        if mine.isdisjoint(pair[1]) and theirs.isdisjoint(pair[2]):
            chosen.append(pair)
            mine.update(pair[1])
            theirs.update(pair[2])
    return chosen


def _joined_pairs(asked: Name, offered: Name) -> list:
    """Words of one side written together on the other: Jong-un and Jongun, Van der Berg and Vanderberg."""
    found = [
        (JOINED * alike, run, (place,))
        for run, ahead, back in asked.joined_runs
        for place, word in enumerate(offered.words)
        if (alike := _joined_likeness(ahead, back, word[0])) >= JOINED_LIKE_ENOUGH
    ]
    return found + [
        (JOINED * alike, (place,), run)
        for run, ahead, back in offered.joined_runs
        for place, word in enumerate(asked.words)
        if (alike := _joined_likeness(ahead, back, word[0])) >= JOINED_LIKE_ENOUGH
    ]


def _joined_likeness(ahead: str, back: str, word: str) -> float:
    return max(_written_together(word, ahead), BACKWARDS * _written_together(word, back))


def _written_together(word: str, both: str) -> float:
    if word == both:
        return 1.0
    if len(word) < SHORTEST_LIKE_JOINED or abs(len(both) - len(word)) > 3:
        return 0.0
    close = JaroWinkler.similarity(word, both, score_cutoff=JOINED_LIKE_ENOUGH)
    return _likeness(word, both) if close else 0.0


def _word_likeness(asked: tuple[str, ...], offered: tuple[str, ...]) -> float:
    if asked[0] == offered[0]:
        return 1.0
    if len(asked) == len(offered) == 1:
        return _likeness(asked[0], offered[0])
    return max(
        _likeness(one, other) * (1 if one == asked[0] and other == offered[0] else SPELLED_OTHERWISE)
        for one, other in product(asked, offered)
    )


def _likeness_in_a_case(asked: Name, place: int, offered: tuple[str, ...]) -> float:
    """Of a name whose case was typed. An ordinary word beside one stays below what makes it a name."""
    return max(
        (
            IN_A_CASE * alike
            for nominative in asked.nominatives[place]
            for one in offered
            if (alike := _likeness(nominative, one))
            >= (SAME_SOUND if len(nominative) > SHORT_IN_A_CASE else 1)
        ),
        default=0.0,
    )


@lru_cache(maxsize=200_000)
def _likeness(asked: str, word: str) -> float:
    """How like the word of a name is to a word of the query, 0 to 1; a beginning counts, an end does not."""
    if asked == word:
        return 1.0
    if len(asked) == 1 or len(word) == 1:
        return INITIAL if asked[0] == word[0] else 0.0
    closeness = JaroWinkler.similarity(asked, word)
    best = max(_typed_wrong(asked, word), _begun(asked, word)) if closeness > NOTHING_ALIKE else 0.0
    if not set(sounds(asked)).isdisjoint(sounds(word)):
        best = max(best, SAME_SOUND + SOUND_SPREAD * closeness)
    elif not families(asked).isdisjoint(families(word)):
        best = max(best, SAME_FAMILY)
    elif (shared := max(map(len, set(bones(asked)).intersection(bones(word))), default=0)) > 1:
        best = max(best, SAME_BONES[min(shared, 5)] + BONES_SPREAD * closeness)
    return best


def _typed_wrong(asked: str, word: str) -> float:
    """Slips of the fingers, in the word as written or as heard: one from five letters on, two from eight."""
    length = min(len(asked), len(word))
    if length <= 4:
        near = length > 1 and OSA.distance(asked, word, score_cutoff=1) == 1
        return TYPO_IN_SHORT_WORD.get(length, 0.0) if near else 0.0
    most = 2 if length >= 8 else 1
    slips = OSA.distance(asked, word, score_cutoff=most)
    if slips > 1:
        slips = min(slips, OSA.distance(sounds(asked)[0], sounds(word)[0], score_cutoff=most))
    if slips > most:
        return 0.0
    return (ONE_TYPO if slips <= 1 else TWO_TYPOS) + 0.008 * min(length, 10)


def _begun(asked: str, word: str) -> float:
    if word.startswith(asked):
        return BEGINNING + BEGINNING_SPREAD * len(asked) / len(word)
    heard, whole = sounds(asked)[0], sounds(word)[0]
    if len(heard) >= 3 and whole.startswith(heard):
        return BEGINNING - 0.05 + BEGINNING_SPREAD * len(heard) / len(whole)
    return 0.0


@lru_cache(maxsize=50_000)
def _weights(name: Name) -> tuple[float, ...]:
    return tuple(_weight(name, place) for place in range(len(name.words)))


def _weight(name: Name, place: int) -> float:
    word = name.words[place][0]
    if place in name.surnames:
        return SURNAME_WEIGHT
    if word in PARTICLES:
        return PARTICLE_WEIGHT
    return PATRONYMIC_WEIGHT if place and PATRONYMIC.search(word) else GIVEN_WEIGHT


def _surnameness(name: Name, place: int) -> float:
    """How far the word alone tells who is meant; a given name that many languages share tells nothing."""
    if place in name.surnames:
        return 1.0
    if _weight(name, place) < GIVEN_WEIGHT:
        return 0.0
    return MIDDLE_SURNAME if place else 0.0 if families(name.words[place][0]) else RARE_GIVEN


def _weight_alone(name: Name, met: set[int]) -> float:
    """The weight of the words without a partner; a patronymic, a particle or an initial may be left out."""
    return sum(
        weight
        for place, weight in enumerate(_weights(name))
        if place not in met and weight >= GIVEN_WEIGHT and len(name.words[place][0]) > 1
    )


def _in_order(pairs: list) -> bool:
    places = [theirs for _, _, theirs in sorted(pairs, key=lambda pair: pair[1])]
    return len(places) > 1 and places == sorted(places)

"""Posts and institutions as printed, and where a text gives one away. No database.

"Deputy Director", "Head of Sales" and "a university" tell of nobody; "Harbour University" does, and so does "a Deputy
Director of Harbour University", "the University of Harbour" and "HARBOUR UNIVERSITY". So a printed post is parted into
ranks and institutions: what remains without everybody's words (``general_words``) is distinctive. Capitals decide where
distinctive words are missing, or are one: "the Central Bank" may be somebody's, "a central bank" is anybody's. Of a
post of everybody's words alone, ``ranks`` tells whether a text means the one who holds it.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import chain, combinations, dropwhile, groupby, pairwise, takewhile
from typing import Any, NamedTuple

from events import across_scripts, derived_names, ranks, short_names, unspaced
from events.general_words import (
    CONNECTING,
    FORMS,
    KINDS,
    KINDS_OF_A_WHOLE,
    LANDSCAPE,
    OF_A_FIELD,
    OF_A_PLACE,
    ORDINARY,
    RANKS,
    TAUGHT,
    TOLD_IN_SHORT,
    WORD,
    country_named,
    country_of,
    is_an_adjective,
    is_of_a_country,
    key,
    place,
    shown,
    significant,
    well_known_places,
)
from events.well_known_institutions import other_names
from publishing.folding import fold

#: Between the posts of one person.
POSTS = re.compile(r"\s*[;\n]\s*")
#: Between a post and the institution behind it.
PARTS = re.compile(r"\s*[,،、()\[\]/|·•—:@+]\s*|\s+[–-]\s+|\s+(?:at|from|with|within|bei|beim|chez)\s+", re.I)
QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]+)[»”“\"]")
#: What an event under the Rule must be able to say, whoever took part.
THE_RULE = re.compile(
    r"\bChatham[\s-]+House(?:['’]s)?[\s-]+Rules?\b|правил\w+ Ча[тй]\w*[\s-]*[Хх]ау\w*", re.I
)
AND = frozenset("and et und e y и".split())
#: Behind them stands which of several deputies it is.
PORTFOLIO = frozenset("for für по".split())
#: Letters of an abbreviation that is an ordinary word in small ones, and of one made of initials.
SHORT = 3
#: Of one word that says what kind it is of: Bundesbank, Landgericht.
ENDS_IN_A_KIND = re.compile(
    r"\w{3}(?:bank|amt|rat|tag|institut|gericht|ministerium|kammer|verband|agentur|anstalt|gesellschaft|"
    r"банк|фонд|комитет|министерство)$"
)
#: What stands behind letters in capitals in the cases of Russian: в МИДе.
DECLINED = re.compile(r"(?<=[А-ЯЁ]{2})(?:а|у|ом|е|ы|ов|ам|ами|ах)$")
ARTICLES = frozenset("the a an der die das le la les el il".split())
#: Words of an institution without a distinctive one, from which on it is known in any case of letters.
MANY = 3


class Told(Enum):
    """How words give somebody away: by standing in a text, or in some use of them."""

    BY_STANDING_THERE = 1
    AS_A_RANK = 2
    #: "Gates people" and "somebody from Gates", since Gates may be anybody.
    OF_PEOPLE = 3
    #: "What Heritage thinks" too, since there only a name has a capital.
    AS_A_NAME = 4
    #: Where no blank parts words.
    UNPARTED = 5


class Affiliation(NamedTuple):
    """Words that tell where somebody comes from, as printed, and how they are looked for; ``country`` is the code of
    the one that was printed beside them, since each has a Foreign Ministry."""

    printed: str
    words: tuple[str, ...]
    told: Told = Told.BY_STANDING_THERE
    country: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(map(country_of, self.words))

    @property
    def distinctive(self) -> list[str]:
        return [word for word in self.words if key(word) not in ORDINARY]

    def is_said_by(self, words: tuple[str, ...], before: ranks.Before) -> bool:
        """Whether ``words`` of a text, which have our keys in some order, say the same behind what is ``before``."""
        if self.told is Told.AS_A_RANK:
            return ranks.is_meant(words, self.words, before)
        if self.told in (Told.OF_PEOPLE, Told.AS_A_NAME):
            return all(map(has_capital, words)) and (
                short_names.is_said_of_people(words, before)
                or (self.told is Told.AS_A_NAME and short_names.is_said_as_a_name(words, before))
            )
        if self.country and before.names_another_country(self.country):
            return False
        if len(self.words) == 1:
            if len(words) > 1 and not all(map(has_capital, words)):  # Open AI
                return False
            return self._is_the_one_word("".join(words)) or before.is_in_an_address
        in_order = tuple(map(country_of, words)) == self.keys
        if self._is_a_kind_of_a_country:  # Deutsche Bank, and no deutsche Banken
            return in_order and all(map(has_capital, words))
        if self.distinctive:
            own = set(map(key, self.distinctive))
            return in_order or all(has_capital(word) for word in words if key(word) in own)
        if len(self.words) >= MANY and is_of_a_kind(self.words):
            return in_order
        # "Central Bank", and no "central bank".
        return in_order and all(
            has_capital(said) for said, own in zip(words, self.words, strict=True) if has_capital(own)
        )

    @property
    def _is_a_kind_of_a_country(self) -> bool:
        return len(self.words) == 2 and all(country_named(word) or key(word) in KINDS for word in self.words)

    def _is_the_one_word(self, word: str) -> bool:
        """ "Zirkon" and "ZIRKON", and no "zirkon"; "WHO", and no "Who"; "OpenAI" and "openai"; "мгимошник"."""
        own = self.words[0].replace(".", "")
        is_made_of_initials = own.isupper() and own != self.printed
        if is_made_of_initials or (own.isupper() and len(own) <= SHORT):
            return DECLINED.sub("", word.replace(".", "")) == own
        return has_capital(word) or is_mixed(own) or own.islower()


def has_capital(word: str) -> bool:
    """Whether there is one, or could be none: in Georgian or Chinese every word may be a name."""
    return word != word.lower() or (word == word.upper() and word.isalpha())


def is_mixed(word: str) -> bool:
    """Whether no ordinary word is written so: OpenAI, eBay."""
    return not word.isupper() and word[1:] != word[1:].lower()


def is_of_a_kind(words: Iterable[str]) -> bool:
    return not KINDS.isdisjoint(map(key, words))


class Phrase(NamedTuple):
    """Words of a post without one that connects others between them, and the one before them."""

    joint: str
    words: tuple[str, ...]


def phrases_in(part: str) -> list[Phrase]:
    found, joint, words = [], "", WORD.findall(part)
    for connects, run in groupby(words, lambda word: word.lower() in CONNECTING):
        if connects:
            joint = next(run).lower()
        else:
            found.append(Phrase(joint, tuple(run)))
    return found


def affiliations_in(post: str, places: Iterable[str] = ()) -> list[Affiliation]:
    """What a printed post tells: the institutions in it, their parts that would be known, and the post itself where
    it says of what. ``places`` are names that tell of nobody, beside those of countries and great cities."""
    post = shown(post)
    if post.islower():  # nothing says which words are names
        post = post.title()
    known = well_known_places() | set(map(place, places))
    told = [one for held in POSTS.split(post) for one in Post(held, known).told()]
    told += [Affiliation(name, (name,), Told.UNPARTED) for name in unspaced.names_in(post)]
    for name in QUOTED.findall(post):
        told += Institution(name, significant(name), known).told()
    return told + [one for one in by_other_names(post, told) if place(one.printed) not in known]


def by_other_names(post: str, told: Iterable[Affiliation]) -> Iterator[Affiliation]:
    """Those that the archive knows by heart, of what is ``told`` and of any two words or more of the ``post``."""
    of_country = {one.words: one.country for one in told if one.told is not Told.AS_A_RANK}
    for part in (*PARTS.split(post), *POSTS.split(post)):  # Ministry of Economy, Trade and Industry
        words = tuple(significant(part))
        country = next(filter(None, map(country_named, words)), "")
        for start, end in combinations(range(len(words) + 1), 2):
            if end - start > 1:
                of_country.setdefault(words[start:end], country)
    for words, country in of_country.items():
        for one in other_names(words):
            if unspaced.is_unspaced(one.name):
                yield Affiliation(one.name, (unspaced.written_simply(one.name),), Told.UNPARTED)
            else:
                how = Told.OF_PEOPLE if one.is_doubtful else Told.BY_STANDING_THERE
                yield Affiliation(one.name, tuple(significant(one.name)), how, country)


class Institution:
    """Neighbours in a part of a post, which may be the name of an institution."""

    def __init__(self, part: str, words: Sequence[str], places: frozenset[tuple[str, ...]]):
        self.part, self.words, self.places = part, tuple(words), places

    @property
    def own(self) -> list[str]:
        return [word for word in self.words if is_own(word)]

    @property
    def is_a_whole(self) -> bool:
        """Whether it is said of what kind it is, and not only what part of another."""
        return not KINDS_OF_A_WHOLE.isdisjoint(map(key, self.words))

    @property
    def is_named(self) -> bool:
        """Whether the words tell one from others: by one of its own, or as the kind it is ("Central Bank")."""
        if place(" ".join(self.words)) in self.places or all(map(is_of_a_country, self.words)):
            return False
        enough = 2 if self.is_a_whole else MANY
        return bool(self.own) or (len(self.words) >= enough and is_of_a_kind(self.words))

    def told(self) -> Iterator[Affiliation]:
        if not self.is_named:
            return
        doubtful = short_names.is_everyday(self.words)
        how = Told.AS_A_NAME if doubtful else Told.BY_STANDING_THERE
        yield Affiliation(self.as_printed(self.words), self.words, how)
        if len(self.words) > 1:
            if self.own:
                yield Affiliation(self.as_printed(self.words), ("".join(self.words),))  # OpenAI of Open AI
            yield from self._core()
            yield from self._without_country()
            yield from self._by_kind()
            yield from self._in_short()
            yield from self._known_parts()
            yield from self._acronym()
            yield from self._abbreviations()

    def as_printed(self, words: Sequence[str]) -> str:
        """The stretch of the part from the first of ``words`` to the last."""
        start = self.part.index(words[0])
        return self.part[
            start : self.part.index(words[-1], start + len("".join(words[:-1]))) + len(words[-1])
        ]

    def _core(self) -> Iterator[Affiliation]:
        """ "World Bank" of World Bank Group, and of a name that says no kind "Zirkon Energy" and "Zirkon" of Zirkon
        Energy plc."""
        for general in (FORMS,) if self.is_a_whole else (FORMS, ORDINARY):
            known = [n for n, word in enumerate(self.words) if key(word) not in general]
            core = self.words[known[0] : known[-1] + 1] if known else ()
            if core and core != self.words:
                yield from Institution(self.part, core, self.places).told()

    def _without_country(self) -> Iterator[Affiliation]:
        """ "State Department" of the U.S. Department of State, "Bundesbank" of the Deutsche Bundesbank, "Central Bank"
        of the Central Bank of Norland."""
        codes = [country_named(word) for word in self.words]
        kept = [n for n, code in enumerate(codes) if not code]
        rest = self.words[kept[0] : kept[-1] + 1] if kept else ()
        if rest == self.words:
            rest = tuple(takewhile(lambda word: not is_own(word), rest))
        if len(rest) == 1 and is_own(rest[0]):
            how = Told.BY_STANDING_THERE if ENDS_IN_A_KIND.search(fold(rest[0])) else Told.OF_PEOPLE
            told = iter([Affiliation(rest[0], rest, how)])
        elif len(rest) > 1 and rest != self.words and not self._is_named_for_a_place(rest):
            told = Institution(self.part, rest, self.places).told()
        else:
            return
        country = next(filter(None, codes), "")
        yield from (one._replace(country=country) for one in told)

    def _is_named_for_a_place(self, rest: tuple[str, ...]) -> bool:
        """Whether the country belongs to a longer name: Niger Delta Company, and no Chinese Zirkon Company."""
        dropped = [word for word in self.words if word not in rest and country_named(word)]
        return any(map(is_own, rest)) and any(country_of(word) == key(word) for word in dropped)

    def _by_kind(self) -> Iterator[Affiliation]:
        """ "A Commission official" of the European Commission."""
        for word in self.words:
            if key(word) in short_names.SAID_BY_KIND and has_capital(word):
                yield Affiliation(word, (word,), Told.OF_PEOPLE)

    def _in_short(self) -> Iterator[Affiliation]:
        """ "Stanford" of Stanford University, "Max Planck" of the Max Planck Institute for Physics, "Карнеги" of Фонд
        Карнеги: the words of its own beside its kind, if they are a name and no landscape."""
        kinds = [n for n, word in enumerate(self.words) if key(word) in TOLD_IN_SHORT]
        if not kinds:
            return
        start = 0 if kinds[0] else kinds[-1] + 1
        near = takewhile(is_own, self.words[start:])
        name = tuple(near)
        if name and not any(map(is_no_short_name, name)) and place(" ".join(name)) not in self.places:
            how = Told.AS_A_NAME if short_names.is_everyday(name) else Told.BY_STANDING_THERE
            yield Affiliation(self.as_printed(name), name, how)
            if len(name) > 1:  # "Wilson Center" and "Wilson" of the Woodrow Wilson International Center
                kind = self.words[kinds[0]]
                yield Affiliation(f"{name[-1]} {kind}", (name[-1], kind))
                yield Affiliation(name[-1], name[-1:], Told.OF_PEOPLE)

    def _abbreviations(self) -> Iterator[Affiliation]:
        """ "HSE" of HSE University, "DeepMind" of Google DeepMind."""
        for word in self.words if not self.part.isupper() else ():
            if is_own(word) and (len(word) >= SHORT and word.isupper() or is_mixed(word)):
                yield Affiliation(word, (word,))

    def _known_parts(self) -> Iterator[Affiliation]:
        """Of "Harbour University School of Law" also "Harbour University": neighbours that name a kind of
        institution and have a distinctive word."""
        for start, end in combinations(range(len(self.words) + 1), 2):
            run = self.words[start:end]
            if len(run) > 1 and is_of_a_kind(run) and any(map(is_own, run)):
                yield Affiliation(self.as_printed(run), run)

    def _acronym(self) -> Iterator[Affiliation]:
        """ "IMF" of the International Monetary Fund."""
        printed = self.as_printed(self.words)
        letters = "".join(word[0] for word in self.words).upper()
        if len(letters) >= SHORT and letters.isalpha():
            yield Affiliation(f"{printed} ({letters})", (letters,))
        with_small = "".join(word[0] for word in WORD.findall(printed) if word.lower() not in ARTICLES)
        if is_mixed(with_small) and len(with_small) >= SHORT:  # "BoE" of the Bank of England
            yield Affiliation(f"{printed} ({with_small})", (with_small,))


class Post:
    """One post as printed: a rank, and the institutions behind or before it."""

    def __init__(self, printed: str, places: frozenset[tuple[str, ...]]):
        self.places = places
        self.parts = [part for part in PARTS.split(printed) if significant(part)]

    def told(self) -> Iterator[Affiliation]:
        kind_was_told = False
        for number, part in enumerate(self.parts):
            phrases = phrases_in(part)
            if has_rank(phrases[0].words):
                kind_was_told = False
                yield from self._rank(part, phrases, number)
                if self._is_of_a_field(part, number):
                    continue
            elif kind_was_told and is_a_town(part):
                continue
            for one in self._institutions(part, phrases, number):
                kind_was_told |= is_of_a_kind(one.words)
                yield one

    def _rank(self, part: str, phrases: list[Phrase], number: int) -> Iterator[Affiliation]:
        """ "Mayor of Tokyo", "Ambassador, Chile" and, of several deputies, the "Deputy Director for Research" tell who
        it is; "Senior Research Fellow" and "Head of Research" do not."""
        whole = Affiliation(part, tuple(significant(part)))
        has_a_portfolio = len(whole.words) >= MANY and any(one.joint in PORTFOLIO for one in phrases)
        if len(whole.words) > 1 and (any(map(is_own, whole.words)) or has_a_portfolio):
            yield whole
        elif len(whole.words) > 1 or (len(self.parts) == 1 and ranks.is_a_post(whole.words)):
            yield whole._replace(told=Told.AS_A_RANK)
        title = list(takewhile(self._is_everybodys, phrases))
        words = tuple(word for phrase in title for word in phrase.words)
        if 1 < len(words) < len(whole.words):
            start, end = part.index(words[0]), part.index(words[-1]) + len(words[-1])
            yield Affiliation(part[start:end], words, Told.AS_A_RANK)
        rank = [word for word in phrases[0].words if key(word) in RANKS][-1]
        behind = [phrase.words for phrase in phrases[1:]]
        behind += [tuple(significant(part)) for part in self.parts[number + 1 : number + 2]]
        for words in behind:
            if place(" ".join(words)) in self.places or (words and all(map(is_own, words))):
                yield Affiliation(" ".join([rank, *words]), (rank, *words))

    def _is_everybodys(self, phrase: Phrase) -> bool:
        """ "Prime Minister" of "Prime Minister of Norland"."""
        return not any(map(is_own, phrase.words)) and place(" ".join(phrase.words)) not in self.places

    def _is_of_a_field(self, part: str, number: int) -> bool:
        """Whether a rank is of a field of work, since an institution is printed in full behind it: "Head of Grids,
        Danubian Energy Agency"."""
        behind = self.parts[number + 1 :]
        return not is_of_a_kind(significant(part)) and any(is_of_a_kind(significant(one)) for one in behind)

    def _institutions(self, part: str, phrases: list[Phrase], number: int) -> Iterator[Affiliation]:
        """Those in a part of the post, each from a word on with which it may begin: "Bank of England" of "Governor of
        the Bank of England", "Zirkon" of "Head of Sales of Zirkon"."""
        # The Economist, and no economist.
        if number and part.startswith("The ") and len(significant(part)) == 1:
            yield Affiliation(part, tuple(significant(part)))
        rank, run = set(map(key, phrases[0].words)), list[Phrase]()
        for phrase in phrases:
            words = without_rank(phrase.words)
            tells_a_field = not run and is_a_field(rank, phrase.joint) and not is_of_a_kind(words)
            if words and (not tells_a_field or any(word.isupper() for word in words)):
                run.append(Phrase(phrase.joint, words))
            else:
                yield from self._begun(part, run)
                run = []
        yield from self._begun(part, run)

    def _begun(self, part: str, run: list[Phrase]) -> Iterator[Affiliation]:
        """The institutions that begin in neighbouring phrases, until one surely has: of "University of Lindqvist",
        "Lindqvist" is not one."""
        for start, phrase in enumerate(run):
            words = [word for one in run[start:] for word in one.words]
            yield from Institution(part, words, self.places).told()
            if any(map(is_own, phrase.words)) or not KINDS_OF_A_WHOLE.isdisjoint(map(key, phrase.words)):
                break
        if any(one.joint in AND for one in run[1:]) and not any(is_of_a_kind(one.words) for one in run):
            for phrase in run:  # "Partner at McKinsey and Oxfam"
                yield from Institution(part, phrase.words, self.places).told()


def has_rank(words: Iterable[str]) -> bool:
    return any(key(word) in RANKS for word in words)


def is_own(word: str) -> bool:
    return key(word) not in ORDINARY and has_capital(word)


def is_no_short_name(word: str) -> bool:
    return (
        key(word) in LANDSCAPE or bool(country_named(word)) or is_of_a_country(word) or is_an_adjective(word)
    )


def is_a_town(part: str) -> bool:
    """Behind a university: "University of Basel, Basel"."""
    return len(significant(part)) == 1 and not part.isupper()


def is_a_field(rank: set[str], joint: str) -> bool:
    """Whether behind ``rank`` and ``joint`` stands what somebody knows, or the place for which they stand."""
    if joint in OF_A_FIELD or not OF_A_PLACE.isdisjoint(rank):
        return True
    return joint in ("of", "in") and not TAUGHT.isdisjoint(rank)


def without_rank(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "Zirkon" of "Chief Economist Zirkon" and of "Zirkon Research Director"; nothing of "Senior Fellow"."""
    ranks = [n for n, word in enumerate(words) if key(word) in RANKS]
    own = [n for n, word in enumerate(words) if is_own(word)]
    named = sorted({*own, *(n for n, word in enumerate(words) if key(word) in KINDS)})
    if not ranks or not named:
        return () if ranks else without_small_beginning(words)
    start = max((n + 1 for n in ranks if n < (own or named)[0]), default=0)
    end = min((n for n in ranks if n > named[-1]), default=len(words))
    return words[start : end if end == len(words) else named[-1] + 1]


def without_small_beginning(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "Zirkon" of "representing Zirkon" and of "ex-Zirkon"."""
    return tuple(dropwhile(lambda word: not has_capital(word) and key(word) not in KINDS, words)) or words


class Known(NamedTuple):
    """Affiliations by their keys in no order, all keys, those that no blank parts from what stands beside them, those
    of one word by how it sounds and by what words are made of, those that are drawn together by how that begins, those
    named by kind by how their own word sounds; and all words of those of several, folded."""

    by_keys: dict[tuple[str, ...], list[Affiliation]]
    keys: frozenset[str]
    unspaced: list[Affiliation]
    by_sound: dict[str, list[Affiliation]]
    by_beginning: dict[str, list[Affiliation]]
    named_by_sound: dict[str, list[Affiliation]]
    by_root: dict[str, list[Affiliation]]
    words: frozenset[str]


@lru_cache(maxsize=8)
def known_by_keys(affiliations: frozenset[Affiliation]) -> Known:
    by_keys, by_sound, by_beginning, named_by_sound, by_root = (
        defaultdict[Any, list[Affiliation]](list) for _ in range(5)
    )
    for one in affiliations:
        by_keys[tuple(sorted(one.keys))].append(one)
        if one.told is Told.BY_STANDING_THERE:
            for sound in across_scripts.sounds_of(one.words[0]) if len(one.words) == 1 else ():
                by_sound[sound].append(one)
            if len(one.words) == 1 and derived_names.is_derivable(one.words[0]):
                by_root[derived_names.root(one.words[0])].append(one)
            for sound in across_scripts.sounds_within(one.distinctive[0]) if is_a_named_kind(one) else ():
                named_by_sound[sound].append(one)
            for beginning in across_scripts.drawn_together(one.words):
                by_beginning[beginning].append(one)
    return Known(
        dict(by_keys),
        frozenset(word for words in by_keys for word in words),
        [one for one in affiliations if one.told is Told.UNPARTED],
        dict(by_sound),
        dict(by_beginning),
        dict(named_by_sound),
        dict(by_root),
        frozenset(fold(word) for one in affiliations if len(one.words) > 1 for word in one.words),
    )


def given_away_in(text: str, affiliations: Iterable[Affiliation]) -> list[str]:
    """Those of ``affiliations`` that stand in the plain ``text``, as printed; what is a part of another that does is
    not told again. Takes time by the length of the text alone."""
    known = known_by_keys(frozenset(affiliations))
    text = THE_RULE.sub(" ", shown(text))
    spoken = [word for word in WORD.finditer(text) if word[0].lower() not in CONNECTING]
    words = [word[0] for word in spoken]
    found = set()
    for keys, start, window in chain(windows(words, known), joined_pairs(words), people_of(words, known)):
        if ones := known.by_keys.get(keys):
            before = ranks.Before(text, spoken[start].start(), spoken[start + len(window) - 1].end())
            found |= {one for one in ones if one.is_said_by(window, before)}
    found |= set(said_in_full(words, known))
    found |= (
        set(in_another_form(words, known))
        | set(in_another_script(words, known))
        | set(in_words_made_of_them(words, known))
    )
    if known.unspaced:
        unparted = unspaced.written_simply("".join(text.split()))
        found |= {one for one in known.unspaced if one.words[0] in unparted}
    return sorted(
        {
            one.printed
            for one in found
            if not any(one != other and set(one.keys) < set(other.keys) for other in found)
        }
    )


def in_another_form(words: Iterable[str], known: Known) -> Iterator[Affiliation]:
    """Росатом where "Rosatom" is known, and Минфин where "Министерство финансов" is."""
    for word in filter(has_capital, set(words)):
        for sound in across_scripts.sounds_of(word) if known.by_sound else ():
            yield from (
                one
                for one in known.by_sound.get(sound, ())
                if across_scripts.script(one.words[0]) != across_scripts.script(word)
            )
        for beginning in across_scripts.beginnings(word) if known.by_beginning else ():
            yield from known.by_beginning.get(beginning, ())


def is_a_named_kind(one: Affiliation) -> bool:
    """Whether words of its own and no others tell of which institution of a kind it is: Harbour University."""
    kinds = [word for word in one.words if key(word) in KINDS]
    return bool(kinds and one.distinctive) and len(kinds) + len(one.distinctive) == len(one.words)


def in_another_script(words: list[str], known: Known) -> Iterator[Affiliation]:
    """Университет Харбор where "Harbour University" is known: its own words by how they are heard, its kind beside."""
    for at, word in enumerate(words) if known.named_by_sound else ():
        for sound in across_scripts.sounds_within(word) if has_capital(word) else ():
            for one in known.named_by_sound.get(sound, ()):
                near = words[max(0, at - len(one.words) + 1) : at + len(one.words)]
                if across_scripts.script(one.distinctive[0]) != across_scripts.script(word) and (
                    all(_stands_in(near, own) for own in one.words)
                ):
                    yield one


def _stands_in(words: Iterable[str], own: str) -> bool:
    """Whether one of ``words`` is the ``own`` one of an institution, or sounds as it does."""
    heard = across_scripts.sounds_within(own) if key(own) not in KINDS else frozenset()
    return any(key(word) == key(own) or heard & across_scripts.sounds_within(word) for word in words)


def in_words_made_of_them(words: Iterable[str], known: Known) -> Iterator[Affiliation]:
    """A Siemensianer, and газпромовец; сименсовец too."""
    for word in set(words) if known.by_root else ():
        for root in derived_names.roots(word):
            found = known.by_root.get(root, ())
            yield from (one for one in found if derived_names.fits(word, one.words[0]))
            for sound in across_scripts.sounds_of(root) if known.by_sound else ():
                yield from (
                    one
                    for one in known.by_sound.get(sound, ())
                    if across_scripts.script(one.words[0]) != across_scripts.script(word)
                )


def windows(words: list[str], known: Known) -> Iterator[tuple[tuple[str, ...], int, tuple[str, ...]]]:
    """Neighbours that are as many as the words of an affiliation, and all words of some: their keys, where they begin,
    and they."""
    lengths = sorted({len(keys) for keys in known.by_keys})
    at = 0
    for is_known, run in groupby(words, lambda word: country_of(word) in known.keys):
        near = tuple(run)
        for start in range(len(near)) if is_known else ():
            for length in lengths[: bisect_right(lengths, len(near) - start)]:
                window = near[start : start + length]
                yield tuple(sorted(map(country_of, window))), at + start, window
        at += len(near)


def joined_pairs(words: list[str]) -> Iterator[tuple[tuple[str, ...], int, tuple[str, ...]]]:
    """Two neighbours as the one word that they may be elsewhere: Open AI."""
    for at, pair in enumerate(pairwise(words)):
        yield (key("".join(pair)),), at, pair


def people_of(words: list[str], known: Known) -> Iterator[tuple[tuple[str, ...], int, tuple[str, ...]]]:
    """Neighbours of which the last is called by the last word of a name: Deutsche Banker, World Bankers."""
    lengths = {len(keys) for keys in known.by_keys if len(keys) > 1}
    roots = {
        word: own
        for word in set(words)
        if (own := known.words.intersection(derived_names.roots_at_the_end(word)))
    }
    for at, word in enumerate(words) if roots else ():
        for root in roots.get(word, ()):
            for start in {at + 1 - length for length in lengths if length <= at + 1}:
                window = (*words[start:at], root.capitalize() if has_capital(word) else root)
                keys = tuple(sorted(map(country_of, window)))
                # Spelt as it is: foreign ministers are no people of the Foreign Ministry.
                if any(root in map(fold, one.words) for one in known.by_keys.get(keys, ())):
                    yield keys, start, window


def said_in_full(words: list[str], known: Known) -> Iterator[Affiliation]:
    """Abbreviations whose letters begin neighbours with capitals that name a kind: the International Monetary Fund,
    where "IMF" is known."""
    initials = "".join(word[0] if has_capital(word[0]) else " " for word in words)
    for one in chain.from_iterable(known.by_keys.values()):
        letters = one.words[0].replace(".", "")
        if len(one.words) == 1 and len(letters) >= SHORT and letters.isupper() and letters.isalpha():
            starts = (found.start() for found in re.finditer(f"(?={letters})", initials))
            if any(is_of_a_kind(words[start : start + len(letters)]) for start in starts):
                yield one

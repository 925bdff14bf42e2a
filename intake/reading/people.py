"""Who is in the report: one Person for each, and the rules by which a later surname or honorific finds them
again."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from intake.reading.family_names import FAMILY_FIRST
from intake.reading.mentions import NameMention

NAME_TITLES = {
    "Lord",
    "Lady",
    "Baroness",
    "Baron",
    "Prince",
    "Princess",
    "King",
    "Queen",
    "Pope",
    "Sister",
    "Father",
    "Brother",
    "Bishop",
    "Archbishop",
    "Rabbi",
    "Imam",
}
TITLES_IN_FULL = {
    "Prof": "professor",
    "Gen": "general",
    "Col": "colonel",
    "Amb": "ambassador",
    "Sen": "senator",
    "Gov": "governor",
    "Cllr": "councillor",
    "Capt": "captain",
    "Rep": "representative",
    "Rev": "rector|vicar|priest|reverend",
    "Barr": "barrister|lawyer",
    "Adv": "advocate|lawyer",
    "Atty": "attorney|lawyer",
    "Eng": "engineer",
    "Engr": "engineer",
}
# Words of courtesy that some languages hang on to a given name: Sushila-tai, Tanaka-san.
COURTESY = re.compile(r"-(?:ji|tai|bhai|ben|bai|da|di|san|sensei|saheb|sahib|amma|bey|hanim)$")
TYPO = 0.8  # how like an honorific's name must be to a given name in the list to be a slip of the pen


@dataclass
class Person:
    """Somebody the report names. `participant` is set by whatever shows that they took part."""

    name: str
    tokens: tuple[str, ...]
    first_seen: int
    honorific: str | None = None
    gender: str | None = None
    post: str | None = None
    role: str = "speaker"
    participant: bool = False
    called: str = ""  # what a sentence says they are here: "the guest of honour was …"
    described: bool = False  # the report tells more of them than a name: "Ann Moss, who farms near Leeds,"
    lectures: bool = False  # gives the talk of the event: «докладчица», „die Vortragende“
    why: str = ""
    surnames: set[str] = field(default_factory=set)

    def __post_init__(self):
        self.surnames = surname_keys(self.tokens)


def called_so(people: Sequence[Person], words: Iterable[str]) -> list[int]:
    """Those of whom a sentence says that they are what all the words of a role say."""
    told = set(words)
    return [i for i, p in enumerate(people) if told and told <= set(p.called.split())]


@dataclass(frozen=True)
class Found:
    """Whom a mention means: one person, or several candidates of whom none is chosen, or nobody."""

    person: int | None = None
    candidates: tuple[int, ...] = ()
    how: str = ""


def initials_of(tokens: tuple[str, ...]) -> str:
    return "".join(t[0] for t in tokens)


# The words of every name are compared with those of every other; a long report asks 300,000 times.
@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    return text.casefold().replace("’", "'").replace("ё", "е")


def surname_keys(tokens: tuple[str, ...]) -> set[str]:
    """The endings of a name that can stand for it: Ray Murray and Murray; for Kim Jong-un, Kim too."""
    words = [fold(t) for t in tokens if not re.fullmatch(r"(?:jr|sr|ii|iii|iv)\.?", t, re.I)]
    keys = {" ".join(words[i:]) for i in range(1, len(words))} or {" ".join(words)}
    keys |= {k.split(" ")[-1] for k in keys}
    keys = {k for k in keys if len(k) > 2 or len(words) < 3 or k == words[-1]}
    if words and words[0] in FAMILY_FIRST and len(words) in (2, 3):
        keys.add(words[0])
    return keys


def inner_keys(tokens: tuple[str, ...]) -> set[str]:
    """What stands between the given name and the last: Villegas in Óscar Villegas Tun, who goes by it alone."""
    return {fold(t) for t in tokens[1:-1] if not t.endswith(".") and t[:1].isupper()}


def unknown_gender(tokens: tuple[str, ...], honorific: str | None) -> str | None:
    """What a name tells of a gender where no language's lists are asked: nothing."""
    return None


class _Index:
    """Where in a roster to look for a word of a name."""

    def __init__(self, people: list[Person]):
        self.words: dict[str, list[int]] = {}
        self.surnames: dict[str, list[int]] = {}
        self.inner: dict[str, list[int]] = {}
        self.given: dict[str, list[int]] = {}
        self.size = 0
        self.grow(people)

    def grow(self, people: list[Person]) -> "_Index":
        """With those who have come since."""
        for i in range(self.size, len(people)):
            self._put(i, people[i])
        self.size = len(people)
        return self

    def _put(self, i: int, person: Person) -> None:
        for word in {fold(person.tokens[0]), fold(person.tokens[-1])}:
            self.words.setdefault(word, []).append(i)
        for key in person.surnames:
            self.surnames.setdefault(key, []).append(i)
        for key in inner_keys(person.tokens):
            self.inner.setdefault(key, []).append(i)
        if len(person.tokens) > 1:
            self.given.setdefault(fold(person.tokens[0]), []).append(i)


class Roster:
    """The people of one report, in the order in which they are first named."""

    def __init__(self, gender_of: Callable[[tuple[str, ...], str | None], str | None] = unknown_gender):
        self.people: list[Person] = []
        self.gender_of = gender_of
        self._index = _Index(self.people)

    def add(self, mention: NameMention) -> int:
        """The index of the person whom a full name means, entered now if new."""
        for i in self._alike(mention.tokens):
            if same_name(self.people[i].tokens, mention.tokens) and self._may_be(i, mention):
                self._enrich(self.people[i], mention)
                return i
        gender = self.gender_of(mention.tokens, mention.honorific)
        name = (
            f"{mention.honorific} {mention.name}"
            if mention.honorific in NAME_TITLES and len(mention.tokens) == 1
            else mention.name
        )
        if mention.honorific and any(person.name == name for person in self.people):
            name = f"{mention.honorific} {name}"  # Mr J. Tyson beside Mrs J. Tyson
        self.people.append(Person(name, mention.tokens, mention.start, mention.honorific, gender))
        return len(self.people) - 1

    def _enrich(self, person: Person, mention: NameMention) -> None:
        if (
            len(mention.tokens) > len(person.tokens)
            or _has_initial(person.tokens)
            and not _has_initial(mention.tokens)
        ):
            person.tokens, person.name = mention.tokens, mention.name
            person.surnames |= surname_keys(mention.tokens)
            self._index = _Index(self.people)
        person.gender = person.gender or self.gender_of(mention.tokens, mention.honorific)
        person.honorific = person.honorific or mention.honorific

    def _alike(self, tokens: tuple[str, ...]) -> list[int]:
        """Those who share a first or last word with a name: nobody else can be the same."""
        index = self._index.grow(self.people)
        found = {*index.words.get(fold(tokens[0]), ()), *index.words.get(fold(tokens[-1]), ())}
        return sorted(found)

    def find(self, mention: NameMention) -> Found:
        """Whom a full name, a surname, an honorific with a name, or a given name means."""
        tokens = tuple(COURTESY.sub("", fold(t)) for t in mention.tokens)
        if len(tokens) > 1:
            full = [
                i
                for i in self._alike(mention.tokens)
                if same_name(self.people[i].tokens, mention.tokens) and self._may_be(i, mention)
            ]
            if len(full) == 1:
                return Found(full[0], how="full name")
        key = " ".join(tokens)
        index = self._index.grow(self.people)
        fits = list(index.surnames.get(key, ()))
        if not fits and mention.name.isupper() and 2 <= len(mention.name) <= 4:
            fits = [i for i, p in enumerate(self.people) if initials_of(p.tokens) == mention.name]
        if len(fits) > 1:
            fits = self._by_honorific(fits, mention) or fits
        if len(fits) == 1:
            return Found(
                fits[0],
                how=f"honorific “{mention.honorific}” with surname" if mention.honorific else "surname",
            )
        if fits:
            return Found(candidates=tuple(fits), how=f"surname {mention.name} fits several people")
        inner = index.inner.get(key, ())
        if len(inner) == 1:
            return Found(inner[0], how="first of two surnames")
        return self._by_given_name(key, mention)

    def _may_be(self, person: int, mention: NameMention) -> bool:
        """Mr J. Tyson is not Mrs J. Tyson."""
        one, other = self.people[person].honorific, mention.honorific
        genders = {self.gender_of(("",), title) for title in (one, other) if title} - {None}
        return len(genders) < 2

    def _by_honorific(self, fits: list[int], mention: NameMention) -> list[int]:
        gender = self.gender_of(mention.tokens, mention.honorific)
        same_title = [i for i in fits if mention.honorific and self.people[i].honorific == mention.honorific]
        if mention.honorific and not same_title:
            word = TITLES_IN_FULL.get(mention.honorific, mention.honorific)
            same_title = [i for i in fits if re.search(rf"\b{word}\b", self.people[i].post or "", re.I)]
        same_gender = [i for i in fits if gender and self.people[i].gender == gender]
        return same_gender if len(same_gender) == 1 else same_title if len(same_title) == 1 else []

    def _by_given_name(self, key: str, mention: NameMention) -> Found:
        fits = list(self._index.grow(self.people).given.get(key, ()))
        if not fits and mention.honorific:
            fits = [
                i
                for i, p in enumerate(self.people)
                if p.honorific == mention.honorific and _slip(key, p.tokens)
            ]
        if len(fits) == 1:
            return Found(fits[0], how="given name alone")
        return Found(
            candidates=tuple(fits), how=f"given name {mention.name} fits several people" if fits else ""
        )


def _slip(key: str, tokens: tuple[str, ...]) -> bool:
    return len(key) > 4 and any(SequenceMatcher(None, key, fold(t)).ratio() >= TYPO for t in tokens)


def _has_initial(tokens: tuple[str, ...]) -> bool:
    return any(t.endswith(".") or len(t) == 1 for t in tokens)


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Two printings of one name: equal, a middle name left out, or a given name cut to its initial."""
    a, b = [fold(t) for t in one], [fold(t) for t in other]
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2:
        return False
    short, long_ = sorted((a, b), key=len)
    if set(short) <= set(long_):
        return short[-1] == long_[-1] or short[0] == long_[0]
    return a[-1] == b[-1] and (_initial_of(a[0], b[0]) or _initial_of(b[0], a[0]))


def _initial_of(initial: str, name: str) -> bool:
    return (
        (initial.endswith(".") and len(initial) >= 2 or len(initial) == 1)
        and name.startswith(initial[0])
        and not (name.endswith(".") and name != initial)
    )

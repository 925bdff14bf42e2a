"""Records that may be of one person, with what speaks for it and against it; an editor decides, once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

from people.merging import NUMBERS
from people.models import NameVariant, Speaker, TwoPeople, filing_key
from people.name_scores import SAME_PERSON, same_person_score
from people.name_sounds import sounds
from publishing.author import author
from publishing.changes import unit_of_work
from publishing.folding import fold
from publishing.merging import lock

#: A surname that more people have tells nothing; a whole name that more have is looked at no further.
MOST_NAMESAKES = 20
#: Spellings of one person that are compared.
MOST_SPELLINGS = 8
#: Pairs that are told at a time, the surest first.
MOST_PAIRS = 100


#: What the list is narrowed to: how such a reason begins.
REASONS = {
    "name": ("The very same name", "Both are written"),
    "script": ("Spelled alike in one script",),
    "initial": ("Initial and surname fit",),
    "sound": ("The names sound alike",),
    "post": ("Same post", "Same institution"),
}


@dataclass
class Pair:
    """Two people who may be one."""

    one: Speaker
    other: Speaker
    likeness: float
    reasons: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)

    @property
    def two(self) -> tuple[Speaker, Speaker]:
        return self.one, self.other

    @property
    def kinds(self) -> set[str]:
        """The reasons as one chooses them."""
        return {kind for kind, words in REASONS.items() if any(one.startswith(words) for one in self.reasons)}

    @property
    def called(self) -> tuple[str, str]:
        """How likely it is, in words, and the tone in which that is said."""
        if self.against:
            return "Look closely", "warn"
        return ("Very likely", "good") if len(self.reasons) > 1 else ("Likely", "info")


def likely_pairs() -> list[Pair]:
    """The pairs on which nobody has decided, the surest first: a few queries for all people of the archive."""
    spellings = spellings_of_all()
    decided = set(TwoPeople.objects.values_list("one", "other"))
    alike = {
        pair: likeness
        for pair in candidates(spellings) - decided
        if (likeness := likeness_of(*(spellings[pk] for pk in pair))) >= SAME_PERSON
    }
    surest = sorted(alike, key=lambda pair: (-alike[pair], pair))[: 2 * MOST_PAIRS]
    people = (
        Speaker.objects.defer("fold", "biography")
        .prefetch_related("variants", "affiliations__organisation", "appearances__event")
        .in_bulk({pk for pair in surest for pk in pair})
    )
    pairs = [Pair(people[one], people[other], alike[one, other]) for one, other in surest]
    for pair in pairs:
        pair.reasons, pair.against = list(for_it(pair)), list(against_it(pair))
    return sorted(pairs, key=lambda pair: (len(pair.against), -len(pair.reasons), -pair.likeness))[
        :MOST_PAIRS
    ]


def spellings_of_all() -> dict[int, list[str]]:
    """Of each person the names, the display name first."""
    found = {pk: [name] for pk, name in Speaker.objects.order_by("pk").values_list("pk", "name")}
    for pk, name in NameVariant.objects.order_by("pk").values_list("speaker", "name"):
        found[pk].append(name)
    return found


def candidates(spellings: dict[int, list[str]]) -> set[tuple[int, int]]:
    """Pairs that share a spelling in plain letters, or a surname with an initial, as they sound."""
    sharing: dict[tuple, set[int]] = defaultdict(set)
    for pk, names in spellings.items():
        for name in names[:MOST_SPELLINGS]:
            for key in keys_of(name):
                sharing[key].add(pk)
    groups = (keys for keys in sharing.values() if 1 < len(keys) <= MOST_NAMESAKES)
    return {pair for keys in groups for pair in combinations(sorted(keys), 2)}


def keys_of(name: str) -> Iterator[tuple]:
    words = sorted(filing_key(name).replace(",", " ").split())
    yield ("spelled", *words)
    for surname in words:
        for initial in {word[0] for word in words if word != surname}:
            yield from (("sounds", sound, initial) for sound in sounds(surname))


def likeness_of(ours: list[str], theirs: list[str]) -> float:
    return max(
        same_person_score(one, other) for one in ours[:MOST_SPELLINGS] for other in theirs[:MOST_SPELLINGS]
    )


# --- What speaks for it, and what against ---


def for_it(pair: Pair) -> Iterator[str]:
    yield why_alike(names_of(pair.one), names_of(pair.other))
    ours, theirs = posts_of(pair.one), posts_of(pair.other)
    if same := ours.keys() & theirs.keys():
        yield f"Same post: {ours[min(same)]}"
    elif houses := institutions_of(pair.one) & institutions_of(pair.other):
        yield f"Same institution: {min(houses)}"


def why_alike(ours: list[str], theirs: list[str]) -> str:
    if same := {fold(name) for name in ours} & {fold(name) for name in theirs}:
        display = fold(ours[0]) == fold(theirs[0])
        return "The very same name" if display else f"Both are written “{name_of(same, ours)}”"
    if {filing_key(name) for name in ours} & {filing_key(name) for name in theirs}:
        return "Spelled alike in one script"
    if any(is_short_for(one, other) for one in ours for other in theirs):
        return "Initial and surname fit"
    return "The names sound alike"


def name_of(folds: set[str], names: Iterable[str]) -> str:
    return next(name for name in names if fold(name) in folds)


def is_short_for(one: str, other: str) -> bool:
    """ "I. Ferrante" and "Ines Ferrante"."""
    short, long = sorted(
        (filing_key(name).split() for name in (one, other)), key=lambda words: sum(map(len, words))
    )
    return (
        len(short) == len(long)
        and short != long
        and all(
            mine == theirs or (len(mine) == 1 and theirs.startswith(mine))
            for mine, theirs in zip(short, long, strict=True)
        )
    )


def against_it(pair: Pair) -> Iterator[str]:
    one, other = pair.one, pair.other
    for number, called in NUMBERS.items():
        ours, theirs = getattr(one, number), getattr(other, number)
        if ours and theirs and ours != theirs:
            yield f"Two {called}s: {ours}, {theirs}"
    if one.country and other.country and one.country != other.country:
        yield f"Different countries: {country_of(one)}, {country_of(other)}"
    attended = {appearance.event_id: appearance.event for appearance in one.appearances.all()}
    both = [attended[a.event_id] for a in other.appearances.all() if a.event_id in attended]
    if both:
        yield f"Both were at “{both[0]}”"


def country_of(speaker: Any) -> str:
    return str(speaker.country.name)


def names_of(speaker: Speaker) -> list[str]:
    return [speaker.name, *(variant.name for variant in speaker.variants.all())]


def posts_of(speaker: Speaker) -> dict[str, str]:
    return {fold(post.in_words()): post.in_words() for post in speaker.affiliations.all() if post.post}


def institutions_of(speaker: Speaker) -> set[str]:
    return {post.organisation.name for post in speaker.affiliations.all()}


# --- Decided ---


@unit_of_work()
def they_are_two(one: Speaker, other: Speaker) -> None:
    """Remember that these are two people, once. Raises ValidationError where one of them is gone."""
    if one.pk == other.pk:
        raise ValidationError("Choose two different records.")
    lock([one, other])
    first, second = sorted([one, other], key=lambda speaker: speaker.pk)
    TwoPeople.objects.get_or_create(one=first, other=second, defaults={"by": author()})


@unit_of_work()
def ask_again(one: int, other: int) -> None:
    """Forget that these are two people."""
    TwoPeople.objects.filter(Q(one=one, other=other) | Q(one=other, other=one)).delete()

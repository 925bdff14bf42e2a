"""What a visitor typed, as a question that each database can be asked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from people.names import fold
from search.times import Time, times_in, without_blanks_in_spans
from search.words import (
    HOMOGRAPHS,
    IN_CAPITALS,
    SPACED,
    STOP_WORDS,
    WORD,
    in_two_letters,
    stem,
    stems,
    written_otherwise,
)

#: More than anybody means; the rest of a pasted page is left out, and the page says so.
LONGEST_QUERY = 400
MOST_TERMS = 12

TOKEN = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<bare>[^\s"]+))')
#: What people put for the straight quotation mark when they search for a phrase.
QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"'))

#: "WHO IS LUKIN" asks for nothing of the World Health Organization, nor does "WHO is Lukin".
ASKING = re.compile(
    r"\b(?:WHO|WHAT|WHICH|WHERE|WHEN|WHY|HOW|IT|THIS|THAT|THERE)"
    r"\s+(?:IS|ARE|WAS|WERE|HAS|HAVE|HAD|WILL|WOULD|CAN|DO|DOES|DID|SAID|SAYS)\b"
)
WHO_IS = re.compile(r"\bWHO(?=\s+(?:is|are|was|were)\b)")

STOP_STEMS = frozenset(map(stem, STOP_WORDS))


@dataclass(frozen=True)
class Term:
    """One or more stems; several must stand next to each other, in their order, if ``side_by_side``."""

    stems: tuple[str, ...]
    side_by_side: bool = True
    typed: str = field(default="", compare=False)

    @property
    def is_token(self) -> bool:
        """Whether it is no word but what a record can be narrowed to, such as a speaker."""
        return "_" in self.stems[0]


@dataclass(frozen=True)
class Query:
    """Every group needs one of its terms; no excluded term may occur. Without either it asks for everything."""

    groups: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[Term, ...] = ()
    cut: bool = False
    #: Days, months and years in the query, and whether it is nothing else.
    times: tuple[Time, ...] = ()
    is_time: bool = False

    def __bool__(self) -> bool:
        return bool(self.groups or self.excluded)

    @property
    def has_phrases(self) -> bool:
        return any(len(term.stems) > 1 for terms in (*self.groups, self.excluded) for term in terms)

    def without_order(self) -> "Query":
        """The query with "all of these words" for each phrase: finds at least as much."""
        groups = tuple(tuple(replace(term, side_by_side=False) for term in group) for group in self.groups)
        return replace(
            self, groups=groups, excluded=tuple(term for term in self.excluded if len(term.stems) == 1)
        )

    @property
    def wanted(self) -> frozenset[str]:
        """All stems that a hit may have, for ranking and marking."""
        terms = (term for group in self.groups for term in group if not term.is_token)
        return frozenset(stem for term in terms for stem in term.stems)

    def meaning(self, meant: Mapping[str, Iterable[str]]) -> "Query":
        """The query in which a word may also stand for a person: ``meant`` has speaker tokens for folded words."""
        return replace(self, groups=tuple((*group, *_people_in(group, meant)) for group in self.groups))


def parse(typed: str) -> Query:
    """Read ``typed``: words, "phrases", -excluded and OR; anything else in it is ordinary text.

    >>> parse('sanction "double freezing" -Hanoi')
    """
    text = typed.replace("\0", " ").strip()
    cut = len(text) > LONGEST_QUERY
    text = _as_meant(text[:LONGEST_QUERY].translate(QUOTATION_MARKS))
    shouted = _is_shouted(text)
    groups: list[tuple[Term, ...]] = []
    excluded: list[Term] = []
    bare: list[tuple[int, str]] = []
    join = False
    for match in TOKEN.finditer(text):
        if match["bare"] == "OR" and not match["minus"]:
            join = bool(groups)
            continue
        chunk = match["bare"]
        terms = _terms_of(chunk, shouted) if chunk else _terms_of_phrase(match["phrase"])
        if not terms:
            continue
        if match["minus"]:
            excluded += terms
        elif join:
            groups[-1] = (*groups[-1], *terms)
        else:
            bare += [(len(groups), chunk)] if chunk else []
            groups.append(terms)
        join = False
    _add_joined_words(groups, bare)
    times, places = _add_times(groups, bare)
    stop_words = {place for place, group in enumerate(groups) if _is_stop_word(group)}
    kept = [group for place, group in enumerate(groups) if place not in stop_words] or groups
    return Query(
        tuple(kept[:MOST_TERMS]),
        tuple(excluded[:MOST_TERMS]),
        cut or len(kept) > MOST_TERMS,
        tuple(times),
        bool(times) and not excluded and len(places | stop_words) == len(groups),
    )


def _is_shouted(text: str) -> bool:
    return text.isupper() and " " in text


def _as_meant(text: str) -> str:
    """``text`` with "U. S." and "2025 - 2026" as one chunk each, and a question's words in small letters."""
    text = SPACED.sub(lambda found: re.sub(r"\s", "", found[0]), without_blanks_in_spans(text))
    if _is_shouted(text) and ASKING.search(text):
        return " ".join(word if word == "OR" else word.lower() for word in text.split())
    return WHO_IS.sub("who", text)


def _terms_of(chunk: str, shouted: bool) -> tuple[Term, ...]:
    """Ways to read a chunk without blanks: as one word, or as several side by side where marks stand between them."""
    found = tuple(stems(chunk))
    terms = [Term(found, typed=chunk)] if found else []
    if len(found) == 1 and "." in chunk.strip("."):
        terms += [Term(letters)] if len(letters := tuple(stems(chunk.replace(".", " ")))) > 1 else []
    elif len(found) > 1:
        terms += [Term((word,)) for word in written_otherwise(chunk)]
    else:
        terms += [Term((word,)) for word in in_two_letters(chunk)]
    # "who" may be WHO typed without care, but who typed WHO means no other; unless they type all in capitals.
    if len(found) == 1 and (word := found[0].removesuffix(IN_CAPITALS)) in HOMOGRAPHS:
        if word == found[0]:
            terms.append(Term((word + IN_CAPITALS,)))
        elif shouted:
            terms.append(Term((word,)))
    return tuple(terms)


def _terms_of_phrase(phrase: str) -> tuple[Term, ...]:
    """Its words side by side, or two of them as one word."""
    found = tuple(stems(phrase))
    words = WORD.findall(phrase)
    together = [Term((stem("".join(words)),))] if len(words) == 2 and all(map(str.isalpha, words)) else []
    return (Term(found), *together) if found else ()


def _add_joined_words(groups: list[tuple[Term, ...]], bare: list[tuple[int, str]]) -> None:
    """Two words that follow each other may stand as one: "round table" finds roundtable."""
    single = [(place, chunk) for place, chunk in bare if chunk.isalpha() and stem(chunk) not in STOP_STEMS]
    for (place, word), (following, other) in pairwise(single):
        if following == place + 1:
            joined = Term((stem(word + other),))
            groups[place] = (*groups[place], joined)
            groups[following] = (*groups[following], joined)


def _add_times(groups: list[tuple[Term, ...]], bare: list[tuple[int, str]]) -> tuple[list[Time], set[int]]:
    """What is of a time is found as well as what names it; returns the times, and the places of their words."""
    times, told = [], set()
    for places, meant in times_in([chunk for _place, chunk in bare]):
        of_time = [bare[place][0] for place in places]
        if of_time == list(range(of_time[0], of_time[0] + len(of_time))):
            times += meant
            told |= set(of_time)
            for place in of_time:
                groups[place] = (*groups[place], *(Term((time.token,)) for time in meant))
    return times, told


def _people_in(group: tuple[Term, ...], meant: Mapping[str, Iterable[str]]) -> list[Term]:
    typed = {word for term in group for word in fold(term.typed).split()}
    return [Term((token,)) for word in sorted(typed & meant.keys()) for token in meant[word]]


def _is_stop_word(group: tuple[Term, ...]) -> bool:
    return group[0].stems[0] in STOP_STEMS and all(
        len(term.stems) == 1 and not term.is_token for term in group
    )

"""What the archive knows of the words that a visitor typed: which texts use, what they are short for."""

from collections.abc import Container, Iterable
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

from django.db.models import Case, F, QuerySet, Value, When

from people import names
from people.matching import keys_of
from people.models import NameKey
from publishing.questions import OneOf, StandingQuestion
from search.finding import topics_with_any
from search.models import Abbreviation, KnownWord
from search.query import STOP_STEMS, Query, Term
from search.tokens import facet_token
from search.words import CYRILLIC, STOP_WORDS, WORD, fold, stem, stems

#: Letters of either half of a word that may be two.
SHORTEST_HALF = 3
#: Letters of a word that may be two: what is longer would be parted in hundreds of ways, and stands in no text.
LONGEST_OF_TWO = 60
#: Of inflected words, English and Russian; y becomes ie.
ENDINGS = ("", "s", "es", "e", "ed", "ing", "y", "ies", "ied")
CYRILLIC_ENDINGS = (
    "",
    *"аяыиуюеоь",
    *"ой ей ом ем ам ям ах ях ов ев ый ий ая ое ые их ых ого ому ами ями".split(),
)
#: Words of a query that are looked up: as many as it may have.
MOST_WORDS = 12
#: Where something stands that is known of what was typed.
NAMES, WORDS, SHORT = "names", "words", "short"
ORDINARY = "ordinary"
_ORDINARY_WORDS = Path(__file__).with_name("ordinary_words.txt")


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Words that are no misspelt names whatever the archive's texts use, folded."""
    lines = _ORDINARY_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split())


def is_ordinary(word: str) -> bool:
    """Whether a folded word is one of them; a Russian one in any of its cases."""
    known = ordinary_words()
    return word in known or bool(CYRILLIC.search(word) and not known.isdisjoint(_inflected(word)))


def _told() -> QuerySet:
    ordinary = Case(When(ordinary=True, then=Value(ORDINARY)), default=Value(""))
    sources: list[tuple[str, QuerySet, str, Case | F]] = [
        (NAMES, NameKey.objects.filter(OneOf("key")), "key", F("word")),
        (WORDS, KnownWord.objects.filter(OneOf("word")), "word", ordinary),
        (SHORT, Abbreviation.objects.all(), "short", F("long")),
    ]
    first, *others = (
        rows.order_by().annotate(source=Value(source), told=told).values_list("source", name, "told")
        for source, rows, name, told in sources
    )
    return first.union(*others, all=True).order_by()


TOLD = StandingQuestion(_told, is_planned_once=True)


def told_of(several: Iterable["Known"]) -> list[tuple[str, str, str]]:
    """All that is known of what was typed, once or several times: in one question, for every search asks it."""
    several = list(several)
    keys = sorted(set().union(*(known.keys for known in several)))
    return sorted(TOLD.ask(key=keys, word=set().union(*(known.forms for known in several))))


class Known:
    """Asked of the database when it is needed, once; of what is ``beside`` it in the same question."""

    def __init__(self, typed: str, beside: "Known | None" = None):
        self.typed, self.beside = typed, beside
        self.words = WORD.findall(typed.replace("\0", " "))[:MOST_WORDS]

    @cached_property
    def rows(self) -> list[tuple[str, str, str]]:
        """Where something is known, of what, and what; it may be known of more words, where more were asked about."""
        if self.beside is None:
            return told_of([self])
        self.beside.rows = rows = told_of([self, self.beside])
        return rows

    @cached_property
    def keys(self) -> list[str]:
        """What is looked up to find names like what was typed."""
        return keys_of(self.typed)

    @cached_property
    def forms(self) -> set[str]:
        """The words typed, in all forms, and halves of them."""
        typed = {fold(word) for word in self.words}
        halves = {half for word in typed for pair in _halves(word) for half in pair}
        return {form for word in typed for form in _inflected(word)}.union(*map(_forms, halves))

    @cached_property
    def _told(self) -> dict[str, list[tuple[str, str]]]:
        """All that is known of what was typed, by where it stands.

        Of the words those that texts use and whether as ordinary ones; abbreviations with what they are short for; the
        words of names that are like them, by their keys.
        """
        wanted: dict[str, Container[str]] = {NAMES: frozenset(self.keys), WORDS: self.forms}
        found: dict[str, list[tuple[str, str]]] = {NAMES: [], WORDS: [], SHORT: []}
        for source, name, told in self.rows:
            if source == SHORT or name in wanted[source]:
                found[source].append((name, told))
        return found

    @cached_property
    def names_of(self) -> dict[str, list[str]]:
        """The words of names by their keys, for ``people.matching``."""
        words: dict[str, list[str]] = {}
        for key, word in self._told[NAMES]:
            words.setdefault(key, []).append(word)
        return words

    @cached_property
    def _used(self) -> dict[str, bool]:
        return {word: told == ORDINARY for word, told in self._told[WORDS]}

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """The typed words that are no misspelt names, because texts use them in some form, folded as names are."""
        used = [
            word
            for word in self.words
            if fold(word) in STOP_WORDS
            or is_ordinary(fold(word))
            or any(self._used.get(form) for form in _inflected(fold(word)))
        ]
        return frozenset(part for word in used for part in names.fold(word).split())

    @property
    def are_all_used(self) -> bool:
        """Whether texts use every word typed: then it is these that are asked for, and not a name like them."""
        return all(len(word) == 1 or not _inflected(fold(word)).isdisjoint(self._used) for word in self.words)

    def understood(self, query: Query) -> Query:
        """``query`` in which a word may also stand as two, and an abbreviation for what it is short for."""
        if not query.groups:
            return query
        groups = [(*group, *self._as_two_words(group[0])) for group in query.groups]
        for short, long in self._told[SHORT]:
            _add_abbreviation(groups, tuple(stems(short)), tuple(stems(long)))
        return replace(query, groups=tuple(groups))

    def _as_two_words(self, term: Term) -> list[Term]:
        """The ways to part a word of which texts use both halves: "roundtable" finds "round table"."""
        return [
            Term((stem(first), stem(second)))
            for first, second in _halves(fold(term.typed))
            if first in self._used and any(form in self._used for form in _forms(second))
        ]


def with_subjects(query: Query) -> Query:
    """The query in which a word is found too where the record is filed under a topic of which it is a word.

    Beside a person any word of a topic does, else its whole name has to be among what was typed. Not where the topic
    alone would answer: a search for grain is for what says so, and the topic has a page.
    """
    asked = [group[0].stems for group in query.groups]
    groups = [list(group) for group in query.groups]
    a_person = facet_token("speaker", "")
    beside_a_person = any(term.stems[0].startswith(a_person) for group in groups for term in group)
    typed = frozenset(chain.from_iterable(asked))
    for pk, named in topics_with_any(typed) if len(groups) > 1 else ():
        told = [place for place, words in enumerate(asked) if named.issuperset(words)]
        if len(told) < len(groups) and (beside_a_person or named - STOP_STEMS <= typed):
            for place in told:
                groups[place].append(Term((facet_token("topic", pk),)))
    return replace(query, groups=tuple(map(tuple, groups)))


def _halves(word: str) -> list[tuple[str, str]]:
    if not (word.isascii() and word.isalpha() and len(word) <= LONGEST_OF_TWO):
        return []
    parted = [(word[:place], word[place:]) for place in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1)]
    return [pair for pair in parted if STOP_STEMS.isdisjoint(pair)]


@lru_cache(maxsize=10_000)
def _inflected(word: str) -> frozenset[str]:
    """A folded word and other forms of it: waters of water. Most of them are none, and stand in no text."""
    if CYRILLIC.search(word):
        endings, bases = CYRILLIC_ENDINGS, {stem(word)}
    else:
        endings, bases = ENDINGS, {word.removesuffix(ending) for ending in ENDINGS}
    forms = {base + ending for base in bases for ending in endings if len(base) >= SHORTEST_HALF}
    return frozenset({word, *(form for form in forms if stem(form) == stem(word))})


def _forms(word: str) -> set[str]:
    return {word, f"{word}s", word.removesuffix("s")}


def _add_abbreviation(groups: list[tuple[Term, ...]], short: tuple[str, ...], long: tuple[str, ...]) -> None:
    """Where ``groups`` ask for one of the two, let them ask for the other too."""
    if not short or not long:
        return
    asked = [group[0].stems for group in groups]
    for place, group in enumerate(list(groups)):
        if short in [term.stems for term in group]:
            groups[place] = (*groups[place], Term(long))
        elif group[0].stems == long:
            groups[place] = (*groups[place], Term(short))
    # In full without quotation marks each word is a group; a stop word among them has none.
    words = [word for word in long if word not in STOP_STEMS]
    singles = [(word,) for word in words]
    for place in range(len(asked) - len(words) + 1):
        if len(words) > 1 and asked[place : place + len(words)] == singles:
            for inside in range(place, place + len(words)):
                groups[inside] = (*groups[inside], Term(short))

"""What a visitor typed, as a question that each database can be asked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from people.names import fold
from search.words import STOP_WORDS, stem, stems

#: More than anybody means; the rest of a pasted page is left out, and the page says so.
LONGEST_QUERY = 400
MOST_TERMS = 12

TOKEN = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<bare>[^\s"]+))')
#: What people put for the straight quotation mark when they search for a phrase.
QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"'))

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
    text = text[:LONGEST_QUERY].translate(QUOTATION_MARKS)
    groups: list[tuple[Term, ...]] = []
    excluded: list[Term] = []
    join = False
    for match in TOKEN.finditer(text):
        if match["bare"] == "OR" and not match["minus"]:
            join = bool(groups)
            continue
        if match["phrase"] is not None:
            terms = [Term(found)] if (found := tuple(stems(match["phrase"]))) else []
        else:
            terms = _terms_of(match["bare"])
        for term in terms:
            if match["minus"]:
                excluded.append(term)
            elif join:
                groups[-1] = (*groups[-1], term)
            else:
                groups.append((term,))
            join = False
    kept = [group for group in groups if not _is_stop_word(group)] or groups
    return Query(tuple(kept[:MOST_TERMS]), tuple(excluded[:MOST_TERMS]), cut or len(kept) > MOST_TERMS)


def _terms_of(chunk: str) -> list[Term]:
    """A chunk without blanks: one word, or several with a hyphen or other marks between them, side by side."""
    found = tuple(stems(chunk))
    return [Term(found, typed=chunk)] if found else []


def _people_in(group: tuple[Term, ...], meant: Mapping[str, Iterable[str]]) -> list[Term]:
    typed = {word for term in group for word in fold(term.typed).split()}
    return [Term((token,)) for word in sorted(typed & meant.keys()) for token in meant[word]]


def _is_stop_word(group: tuple[Term, ...]) -> bool:
    return all(len(term.stems) == 1 and term.stems[0] in STOP_STEMS for term in group)

"""Relevance, computed here for both databases, so that the same hits come in the same order on each."""

from collections.abc import Iterable

from search.query import Query, Term
from search.tokens import FIELD_BREAK, facet_token

#: What a word is worth in the title, in a name, in the body and beside them (posts as printed, other spellings).
WEIGHTS = (4.0, 3.0, 1.0, 0.05)
#: A field of this many words counts a word in full; in a longer one it says less.
USUAL_LENGTH = 60
#: The second mention of a word adds less than the first, the tenth hardly anything (BM25's k1).
SATURATION = 1.2


def relevance(query: Query, tokens: str, speakers: Iterable[str] = ()) -> float:
    """How well an entry answers ``query``: the sum over its groups of the best that one of their terms earns.

    ``tokens`` are the entry's words, ``speakers`` the ids of who said or wrote it: a word that stands for one of
    them in another spelling earns what a name earns, a time what a word beside the text does.
    """
    # Two blanks between words, one of them for each: so the same word twice is found twice.
    fields = [f" {field.strip().replace(' ', '  ')} " for field in f" {tokens} ".split(f" {FIELD_BREAK} ")]
    heard = {facet_token("speaker", pk) for pk in speakers}
    return sum(max(_worth(term, fields, heard) for term in group) for group in query.groups)


def _worth(term: Term, fields: list[str], heard: set[str]) -> float:
    if term.is_token:
        beside = f" {term.stems[0]} " in fields[-1]
        return WEIGHTS[1] if term.stems[0] in heard else WEIGHTS[-1] * beside
    total = 0.0
    for weight, field in zip(WEIGHTS, fields, strict=False):
        # The rarest of a phrase's words decides how often it can stand in a field.
        times = min(field.count(f" {stem} ") for stem in term.stems)
        if times:
            length = max(1.0, (field.count("  ") + 1) / USUAL_LENGTH)
            total += weight * times * (SATURATION + 1) / (times + SATURATION * length)
    return total

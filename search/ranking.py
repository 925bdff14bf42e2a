"""Relevance, computed here for both databases, so that the same hits come in the same order on each."""

from collections.abc import Iterable

from search.query import Query
from search.tokens import FIELD_BREAK

#: What a word is worth in the title, in a name and in the body.
WEIGHTS = (4.0, 3.0, 1.0)
#: A field of this many words counts a word in full; in a longer one it says less.
USUAL_LENGTH = 60
#: The second mention of a word adds less than the first, the tenth hardly anything (BM25's k1).
SATURATION = 1.2


def relevance(query: Query, tokens: str, speakers: Iterable[str] = (), meant: Iterable[str] = ()) -> float:
    """How well an entry answers ``query``: the sum over its groups of the best that one of their terms earns.

    ``meant`` are the ids of speakers that the query names in whatever spelling; one who is among ``speakers``
    earns what a name earns.
    """
    fields = [field.split() for field in f" {tokens} ".split(f" {FIELD_BREAK} ")]
    score = sum(max(_worth(term.stems, fields) for term in group) for group in query.groups)
    return score + (WEIGHTS[1] if set(meant) & set(speakers) else 0.0)


def _worth(stems: tuple[str, ...], fields: list[list[str]]) -> float:
    """The rarest of a phrase's words decides how often it can stand in a field."""
    total = 0.0
    for weight, field in zip(WEIGHTS, fields, strict=False):
        times = min(field.count(stem) for stem in stems)
        if times:
            length = max(1.0, len(field) / USUAL_LENGTH)
            total += weight * times * (SATURATION + 1) / (times + SATURATION * length)
    return total

"""Relevance, computed here for both databases, so that the same hits come in the same order on each."""

from search.query import Query
from search.tokens import FIELD_BREAK, facet_token

#: What a word is worth in the title, in a name, in the body and beside them (posts as printed, other spellings).
WEIGHTS = (4.0, 3.0, 1.0, 0.05)
#: A field of this many words counts a word in full; in a longer one it says less.
USUAL_LENGTH = 60
#: What the token of a person begins with.
SOMEBODY = facet_token("speaker", "")
#: The second mention of a word adds less than the first, the tenth hardly anything (BM25's k1).
SATURATION = 1.2


class Relevance:
    """How well an entry answers ``query``: the sum over its groups of the best that one of their terms earns.

    Made once and asked for each of a thousand entries, so it looks first at what most of them lack.
    """

    def __init__(self, query: Query):
        self.groups = [[(term.is_token, term.stems) for term in group] for group in query.groups]
        tokens = {stems[0] for group in self.groups for is_token, stems in group if is_token}
        #: By the id of each person whom a word may stand for, their token.
        self.who = {token.removeprefix(SOMEBODY): token for token in tokens if token.startswith(SOMEBODY)}

    def of(self, tokens: str, speakers: str = "") -> float:
        """``tokens`` are the entry's words, ``speakers`` the ids of who said or wrote it, parted by blanks.

        A word that stands for one of them in another spelling earns what a name earns, a time what a word beside the
        text does.
        """
        fields = f" {tokens} ".split(f" {FIELD_BREAK} ")
        heard = {self.who[pk] for pk in speakers.split() if pk in self.who} if self.who else ()
        total = 0.0
        for group in self.groups:
            best = 0.0
            for is_token, stems in group:
                if is_token and stems[0] in heard:
                    worth = WEIGHTS[1]
                elif any(stem not in tokens for stem in stems):
                    continue
                else:
                    worth = _as_token(stems[0], fields) if is_token else _as_words(stems, fields)
                best = max(best, worth)
            total += best
        return total


def _as_token(token: str, fields: list[str]) -> float:
    return WEIGHTS[-1] * (f" {token} " in f" {fields[-1]} ")


def _as_words(stems: tuple[str, ...], fields: list[str]) -> float:
    total = 0.0
    for weight, field in zip(WEIGHTS, fields, strict=False):
        if stems[0] not in field:
            continue
        # The rarest of a phrase's words decides how often it can stand in a field.
        times = min([_times(stem, field) for stem in stems])
        if times:
            length = max(1.0, (field.strip().count(" ") + 1) / USUAL_LENGTH)
            total += weight * times * (SATURATION + 1) / (times + SATURATION * length)
    return total


def _times(word: str, field: str) -> int:
    if word not in field:
        return 0
    alone = f" {field} ".count(f" {word} ")
    # Twice in a row they share a blank, and one is passed over.
    return field.split().count(word) if f"{word} {word}" in field else alone

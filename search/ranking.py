"""Relevance, computed here for both databases, so that the same hits come in the same order on each."""

from search.query import Query
from search.tokens import FIELD_BREAK, facet_token

#: What a word is worth in the title, in a name, in the body and beside them (posts as printed, other spellings).
WEIGHTS = (4.0, 3.0, 1.0, 0.05)
#: A field of this many words counts a word in full; in a longer one it says less.
USUAL_LENGTH = 60
#: As it stands in an entry's words.
BREAK = f" {FIELD_BREAK} "
#: What the token of a person begins with.
SOMEBODY = facet_token("speaker", "")
#: The second mention of a word adds less than the first, the tenth hardly anything (BM25's k1).
SATURATION = 1.2


class Relevance:
    """How well an entry answers ``query``: the sum over its groups of the best that one of their terms earns.

    Made once and asked for each of a thousand entries, so it looks first at what most of them lack.
    """

    def __init__(self, query: Query):
        self.groups = [
            [(term.is_token, term.stems[0], [f" {stem} " for stem in term.stems]) for term in group]
            for group in query.groups
        ]
        tokens = {token for group in self.groups for is_token, token, _marks in group if is_token}
        #: By the id of each person whom a word may stand for, their token.
        self.who = {token.removeprefix(SOMEBODY): token for token in tokens if token.startswith(SOMEBODY)}

    def of(self, tokens: str, speakers: str = "") -> float:
        """``tokens`` are the entry's words, ``speakers`` the ids of who said or wrote it, parted by blanks.

        A word that stands for one of them in another spelling earns what a name earns, a time what a word beside the
        text does.
        """
        words = f" {tokens} "
        heard = {self.who[pk] for pk in speakers.split() if pk in self.who} if self.who else ()
        total = 0.0
        for group in self.groups:
            best = 0.0
            for is_token, token, marks in group:
                if is_token and token in heard:
                    worth = WEIGHTS[1]
                elif is_token:
                    worth = WEIGHTS[-1] * (marks[0] in words[words.rfind(BREAK) :])
                elif marks[0] not in words:
                    continue
                elif len(marks) == 1 and words.count(marks[0]) == 1 and marks[0] + marks[0][1:] not in words:
                    worth = _alone(marks[0], words)
                else:
                    worth = _in_fields(marks, words)
                best = max(best, worth)
            total += best
        return total


def _alone(mark: str, words: str) -> float:
    """What a word is worth that an entry has once, as most have: in the one field in which it stands."""
    place = words.index(mark)
    number = words.count(BREAK, 0, place + 1)
    begins, ends = words.rfind(BREAK, 0, place + 1), words.find(BREAK, place + len(mark) - 1)
    field = words[begins + len(BREAK) if number else 0 : ends if ends > 0 else len(words)]
    return _worth(WEIGHTS[number], 1, field) if number < len(WEIGHTS) else 0.0


def _in_fields(marks: list[str], words: str) -> float:
    total = 0.0
    for weight, field in zip(WEIGHTS, words.split(BREAK), strict=False):
        inside = f" {field} "
        # The rarest of a phrase's words decides how often it can stand in a field.
        times = min([_times(mark, inside) for mark in marks])
        if times:
            total += _worth(weight, times, field)
    return total


def _worth(weight: float, times: int, field: str) -> float:
    length = max(1.0, (field.strip().count(" ") + 1) / USUAL_LENGTH)
    return weight * times * (SATURATION + 1) / (times + SATURATION * length)


def _times(mark: str, field: str) -> int:
    # Twice in a row they share a blank, and one is passed over.
    return field.split().count(mark.strip()) if mark + mark[1:] in field else field.count(mark)

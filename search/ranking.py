"""Relevance, computed here for both databases, so that the same hits come in the same order on each."""

from search.query import Query
from search.tokens import FIELD_BREAK, facet_token

#: What a word is worth in the title, in a name, in the body and beside them (posts as printed, other spellings).
WEIGHTS = (4.0, 3.0, 1.0, 0.05)
TITLE, NAMES, BODY, BESIDE = range(len(WEIGHTS))
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

    Made once and asked for each of a thousand entries. Where somebody is meant, title and names of many are alike, as
    all positions of one person have none and theirs: what terms earn there is worked out once. Then most lack what is
    looked for. Where nobody is, most have each word once, and it is looked at where that is.
    """

    def __init__(self, query: Query):
        terms = list(dict.fromkeys(term for group in query.groups for term in group))
        self.groups = [[terms.index(term) for term in group] for group in query.groups]
        self.terms = [(term.is_token, [f" {stem} " for stem in term.stems]) for term in terms]
        #: By the id of each person whom a word may stand for, the place of the term that does.
        self.who = {
            term.stems[0].removeprefix(SOMEBODY): place
            for place, term in enumerate(terms)
            if term.stems[0].startswith(SOMEBODY)
        }
        #: What entries have among their words: the first of each term, with its place.
        self.marks = [
            (place, marks[0])
            for place, (_is_token, marks) in enumerate(self.terms)
            if place not in self.who.values()
        ]
        #: By title and names, and who is heard: what each term earns there, and the sum of it.
        self.known: dict[tuple[str, str], tuple[list[float], float]] = {}

    def of(self, tokens: str, speakers: str = "") -> float:
        """``tokens`` are the entry's words, ``speakers`` the ids of who said or wrote it, parted by blanks.

        A word that stands for one of them in another spelling earns what a name earns, a time what a word beside the
        text does.
        """
        words = f" {tokens} "
        if not self.who:
            return self._of_words(words)
        end = words.find(BREAK, words.find(BREAK) + 1)
        begun, rest = (words[: end + 1], speakers), words[end:]
        worths, whole = self.known.get(begun) or self._begun(*begun)
        there = [place for place, mark in self.marks if mark in rest]
        if not there:
            return whole
        worths, end = [*worths], rest.rfind(BREAK)
        for place in there:
            worths[place] += self._worth(place, BODY, rest[2 : end + 1])
            worths[place] += self._worth(place, BESIDE, rest[end + 2 :])
        return self._sum(worths)

    def _of_words(self, words: str) -> float:
        worths, breaks = [0.0] * len(self.terms), None
        for place, mark in self.marks:
            first = words.find(mark)
            if first < 0:
                continue
            breaks = breaks or _breaks(words)
            is_token, marks = self.terms[place]
            # Twice in a row they share a blank.
            if is_token or len(marks) > 1 or words.find(mark, first + len(mark) - 1) >= 0:
                worths[place] = sum(
                    self._worth(place, *field) for field in enumerate(_fields(words, *breaks))
                )
            else:
                number, begin, end = _field_at(first, len(words), *breaks)
                length = max(1.0, (words.count(" ", begin, end) - 1) / USUAL_LENGTH)
                worths[place] = _earned(number, 1, length)
        return self._sum(worths)

    def _begun(self, begun: str, speakers: str) -> tuple[list[float], float]:
        end = begun.find(BREAK)
        title, names = begun[: end + 1], begun[end + 2 :]
        places = range(len(self.terms))
        worths = [self._worth(place, TITLE, title) + self._worth(place, NAMES, names) for place in places]
        for place in [self.who[pk] for pk in speakers.split() if pk in self.who] if self.who else ():
            worths[place] = WEIGHTS[NAMES]
        self.known[begun, speakers] = worths, self._sum(worths)
        return self.known[begun, speakers]

    def _sum(self, worths: list[float]) -> float:
        total = 0.0
        for group in self.groups:
            total += max([worths[place] for place in group])
        return total

    def _worth(self, place: int, number: int, field: str) -> float:
        """What a term earns in a field, whose words have blanks on both sides."""
        is_token, marks = self.terms[place]
        # The rarest of a phrase's words decides how often it can stand in a field.
        times = min([_times(mark, field) for mark in marks]) if marks[0] in field else 0
        if is_token or not times:
            return WEIGHTS[BESIDE] if times and number == BESIDE else 0.0
        length = max(1.0, (field.count(" ") - 1) / USUAL_LENGTH)
        return _earned(number, times, length)


def _earned(number: int, times: int, length: float) -> float:
    return WEIGHTS[number] * times * (SATURATION + 1) / (times + SATURATION * length)


def _breaks(words: str) -> tuple[int, int, int]:
    """Where one field ends and the next begins."""
    first = words.find(BREAK)
    return first, words.find(BREAK, first + 1), words.rfind(BREAK)


def _fields(words: str, first: int, second: int, last: int) -> list[str]:
    """Title, names, body and what stands beside them, each with blanks on both sides."""
    return [
        words[: first + 1],
        words[first + 2 : second + 1],
        words[second + 2 : last + 1],
        words[last + 2 :],
    ]


def _field_at(place: int, whole: int, first: int, second: int, last: int) -> tuple[int, int, int]:
    """The number of the field in which ``place`` is, and where it begins and ends with its blanks."""
    if place > last:
        return BESIDE, last + 2, whole
    if place > second:
        return BODY, second + 2, last + 1
    return (NAMES, first + 2, second + 1) if place > first else (TITLE, 0, first + 1)


def _times(mark: str, field: str) -> int:
    place = field.find(mark)
    if place < 0:
        return 0
    # Most stand there once. Twice in a row they share a blank.
    return 1 if field.find(mark, place + len(mark) - 1) < 0 else field.split().count(mark.strip())

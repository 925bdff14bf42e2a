"""A claim's words beside a record's: whether they are the same, how near they are, and where they differ."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from search.words import STOP_WORDS
from verifying.denials import CLAUSE_ENDS, is_negating
from verifying.words import ASKS, LEFT_OUT, Words, place_of, places_of

#: Fewer words than these can be taken out of anybody's mouth: they count only where they are the whole statement.
FEW = 4
#: Of a quotation with words left out each piece has so many.
LEAST_PIECE = 3
#: What turns a sentence into another: words that are left out of a quotation may not have one of them.
REVERSING = frozenset(
    "not no nor never none nobody nothing neither cannot without hardly barely scarcely seldom rarely unless except"
    " only almost nearly less few fewer little deny denies denied denying doubt doubts doubted dispute disputes"
    " disputed reject rejects rejected refuse refuses refused refusing fail fails failed false untrue wrong"
    " wrongly falsely misquoted allegedly supposedly"
    " не ни нет нельзя никогда никто ничто ничего никакой без едва вряд почти только мало меньше кроме"
    " отрицал отрицала отрицает отверг отвергла опроверг опровергла якобы будто"
    " nicht nichts nie niemals niemand kein keine keinen keinem keiner keines ohne kaum weder fast nur weniger"
    " bestritt bestreitet leugnete leugnet angeblich".split()
)
#: Words that say no more than that something was said: they stand round what is told without quotation marks.
SAYING = frozenset(
    "said says say saying told tells added adds stated states noted notes argued argues explained explains remarked"
    " remarks observed observes according to that he she they also has had have in his her their words as put it"
    " сказал сказала говорит заявил заявила отметил отметила добавил добавила считает словам что по его её ее он она"
    " sagte sagt erklärte erklärt meinte meint so laut dass er sie".split()
)
#: Dropped before what they make uncertain, they make it certain.
CONDITIONAL = frozenset("if unless whether lest если ли wenn falls ob".split())
#: Words that are a part of a number, or of a share.
NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million millions billion"
    " billions trillion dozen half third thirds quarter quarters fifth fifths tenth tenths hundredth minus point"
    " ноль один одна два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок пятьдесят"
    " шестьдесят семьдесят восемьдесят девяносто сто двести триста четыреста пятьсот тысяча тысяч тысячи миллион"
    " миллиона миллионов миллиард миллиарда миллиардов"
    " zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend million millionen"
    " milliarde milliarden".split()
)
#: Go on with a number that stands before them.
OF_A_NUMBER = frozenset("% ‰ percent per процент процента процентов prozent".split())
SENTENCE_BEGINS = re.compile(r"(?:^|[.!?…][”»\"’)]*)[\s“«„\"‘(]*$")
SENTENCE_ENDS = re.compile(r"^[”»\"’)]*(?:[.!?…]|\s*$)")
#: Words that may differ between two wordings of the same.
FORMAL = (
    STOP_WORDS
    | SAYING
    | set(
        "should would could may might can shall will must let these those does do did been being am я мы".split()
    )
) - REVERSING
#: A word of so many letters, or a figure, weighs twice.
LONG = 4
#: A record in this share of whose words the claim's are found is near them.
NEAR = 0.6


def stands_in(claim: Words, record: Words, enough: int = FEW) -> bool:
    """Whether all of a claim's words, ``enough`` of them, follow each other in ``record``, or, where it says itself
    that it leaves words out, all its pieces in their order."""
    wanted = _stripped(claim.folded)
    if not wanted:
        return False
    places = list(places_of(wanted, record.folded))
    if any(_is_whole(wanted, record, place, place + len(wanted), enough) for place in places):
        return True
    return not places and LEFT_OUT in wanted and _in_pieces(wanted, record)


def _is_whole(wanted: Sequence[str], record: Words, first: int, end: int, enough: int) -> bool:
    """Whether the words from ``first`` to before ``end`` mean alone what they mean in the record."""
    is_enough = (
        len(wanted) >= enough
        or tuple(wanted) == record.folded
        or len(wanted) >= LEAST_PIECE
        and _is_sentence(record, first, end)
    )
    return is_enough and not _is_cut(
        record, first, end, _clause_before(record, first), _clause_behind(record, end)
    )


def _is_cut(record: Words, first: int, end: int, before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a word is missing before or behind without which they say something else."""
    if is_reversing((*before, *behind)) or not CONDITIONAL.isdisjoint(before):
        return True
    return _parts_number(record, first) or _parts_number(record, end)


def _is_sentence(record: Words, first: int, end: int) -> bool:
    before, behind = record.text[: record.all[first].start], record.text[record.all[end - 1].end :]
    return bool(SENTENCE_BEGINS.search(before) and SENTENCE_ENDS.match(behind))


def _clause_before(record: Words, first: int) -> tuple[str, ...]:
    """What else stands, before the word ``first``, in its clause."""
    return Words(CLAUSE_ENDS.split(record.text[: record.all[first].start])[-1]).folded


def _clause_behind(record: Words, end: int) -> tuple[str, ...]:
    return Words(CLAUSE_ENDS.split(record.text[record.all[end - 1].end :])[0]).folded


def _parts_number(record: Words, at: int) -> bool:
    """Whether a number goes on from the word before ``at`` to that at it: six | hundred, 41 | %, hundred and | six."""
    if not 0 < at < len(record.all):
        return False
    left, right = record.all[at - 1], record.all[at]
    if record.text[left.end : right.start].strip():
        return False
    if left.folded == "and" and at > 1:
        return record.all[at - 2].folded in ("hundred", "thousand", "million") and is_number(right.folded)
    if (
        right.folded == "and"
        and left.folded in ("hundred", "thousand", "million")
        and at + 1 < len(record.all)
    ):
        return is_number(record.all[at + 1].folded)
    return is_number(left.folded) and (is_number(right.folded) or right.folded in OF_A_NUMBER)


def is_number(word: str) -> bool:
    return any(map(str.isdigit, word)) or not NUMBER_WORDS.isdisjoint(word.split("-"))


def _stripped(folded: tuple[str, ...]) -> tuple[str, ...]:
    """Without the ellipses at its ends, which leave out nothing between words."""
    start, end = 0, len(folded)
    while start < end and folded[start] == LEFT_OUT:
        start += 1
    while end > start and folded[end - 1] == LEFT_OUT:
        end -= 1
    return folded[start:end]


def _in_pieces(wanted: Sequence[str], record: Words) -> bool:
    at, found = 0, []
    for piece in _pieces(wanted):
        place = place_of(piece, record.folded, at) if len(piece) >= LEAST_PIECE else None
        if place is None:
            return False
        at = place + len(piece)
        found.append((place, at))
    gaps = [
        _clause_before(record, found[0][0]),
        *(record.folded[end:start] for (_, end), (start, _) in pairwise(found)),
        _clause_behind(record, at),
    ]
    return not any(
        _is_cut(record, first, end, before, behind)
        for (first, end), before, behind in zip(found, gaps, gaps[1:], strict=False)
    )


def _pieces(folded: Iterable[str]) -> Iterator[list[str]]:
    piece: list[str] = []
    for word in (*folded, LEFT_OUT):
        if word != LEFT_OUT:
            piece.append(word)
        elif piece:
            yield piece
            piece = []


def is_reversing(folded: Iterable[str]) -> bool:
    """Whether one of these words turns what is said into something else."""
    return any(word in REVERSING or is_negating(word) for word in folded)


def without_saying(claim: Words, names: Collection[str], posts: Collection[str]) -> Words:
    """The claim without the words at its ends that only say who says so: a name, a post before it, "said that"."""
    folded = claim.folded
    start, end = 0, len(folded)
    while start < end and (folded[start] in SAYING or folded[start] in names or folded[start] in posts):
        start += 1
    while end > start and (folded[end - 1] in SAYING or folded[end - 1] in names):
        end -= 1
    return Words(claim.between(start, end))


def nearness(claim: Sequence[str], record: Sequence[str], saying: Collection[str] = ()) -> float:
    """Which share of the claim's words, by their weight, stands in ``record`` in the same order; those that say
    who says so count for nothing."""
    weights = [_weight(word, saying) for word in claim]
    if not sum(weights):
        return 0.0
    matcher = SequenceMatcher(None, claim, record, autojunk=False)
    met = sum(sum(weights[block.a : block.a + block.size]) for block in matcher.get_matching_blocks())
    return met / sum(weights)


def most_alike(claim: Sequence[str], record: Collection[str], saying: Collection[str] = ()) -> float:
    """No less than their nearness, and far quicker: in whatever order the words stand."""
    weights = {word: _weight(word, saying) for word in claim}
    whole = sum(weights[word] for word in claim)
    return sum(weights[word] for word in claim if word in record) / whole if whole else 0.0


def _weight(word: str, saying: Collection[str]) -> int:
    if word in saying or word in (LEFT_OUT, ASKS):
        return 0
    return 2 if len(word) >= LONG or any(map(str.isdigit, word)) else 1


class Piece(NamedTuple):
    """A stretch of a comparison: ``same``, or only ``there`` (in the text that was given) or ``here``."""

    where: str
    text: str


def differences(claim: Words, record: Words) -> list[Piece]:
    """The claim word by word, with what the record has in place of it; what the record has before and behind is not
    told."""
    found: list[Piece] = []
    steps = SequenceMatcher(None, claim.folded, record.folded, autojunk=False).get_opcodes()
    for number, (kind, a, b, c, d) in enumerate(steps):
        if kind == "equal":
            found.append(Piece("same", claim.between(a, b)))
            continue
        at_an_end = number in (0, len(steps) - 1)
        here = "" if at_an_end and d - c > b - a else record.between(c, d)
        found += [Piece("there", claim.between(a, b)), Piece("here", here)]
    return [piece for piece in found if piece.text]


class Changed(NamedTuple):
    """The words that only the claim has, and those that the record has in place of them."""

    there: frozenset[str]
    here: frozenset[str]

    @property
    def is_formal(self) -> bool:
        """Whether another wording of the same: no word differs that says anything."""
        return not (self.there | self.here) - FORMAL


def changed(claim: Words, record: Words) -> Changed:
    pieces = differences(claim, record)
    there, here = (
        frozenset(word for piece in pieces if piece.where == where for word in Words(piece.text).folded)
        for where in ("there", "here")
    )
    return Changed(there, here)

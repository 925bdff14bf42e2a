"""What stands round words that a report quotes in part, beside what a text has round them.

A newspaper tells it in words of its own, and may. Whoever repeats the report's own with one of them changed has
changed what was said, though not within the marks.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from search.words import stems
from verifying.comparing import FORMAL, is_number, is_reversing, nearness
from verifying.denials import is_negating
from verifying.words import Words

#: Are as often something else than figures.
NO_FIGURES = frozenset("one point minus один одна".split())
#: Before a quotation, they say that it is what something is.
BEING = {("is",), ("are",), ("was",), ("were",), ("это",), ("ist",), ("sind",), ("war",)}
ASIDE = re.compile(r",(?:[^\S\n]+[^\s,]+){1,7},(?=\s)")
#: A clause that leads into a quotation begins behind one of these.
CLAUSE_ENDS = re.compile(r"[.,;:!?…—–()]|\b(?:but|while|sondern|но|а)\b")
#: Added to what somebody said, they make it more or less than that.
MEASURING = frozenset(
    "more less lower higher smaller larger bigger fewer shorter longer half twice double treble triple above below"
    " under over before after until since than больше меньше выше ниже вдвое втрое вполовину больший меньший до после"
    " mehr weniger höher niedriger kleiner größer halb doppelt über unter vor nach als".split()
)
#: Words of the record beside what a text repeats that may turn it.
NEXT = 2
#: In the place of a quotation, where it stands in its sentence.
QUOTED = "“”"
#: As much of the text's words is the report's where it repeats them.
REPEATS = 0.6
#: Say no more than that words stand for something: "described the pilots as", "called the pilots".
NAMING = frozenset(
    "called calls calling described describes describing dubbed dubs termed terms labelled labeled labels likened"
    " likens compared compares characterised characterized characterises characterizes branded"
    " назвал назвала называет описал описала описывает сравнил сравнила сравнивает"
    " nannte nennt bezeichnete bezeichnet beschrieb beschreibt verglich vergleicht".split()
)
#: Say that something is so, though with a negation.
NOTHING_BUT = re.compile(
    r"\b(?:nothing but|none but|(?:no|little|nothing) (?:more|less|better) than)\b", re.I
)
#: Fewer telling words than these repeat nothing.
FEWEST = 2


def is_altered(frame: str, record: str, saying: Collection[str], by_any_word: bool = True) -> bool:
    """Whether ``frame`` repeats ``record`` with other words that tell, or, not ``by_any_word``, with another figure or
    what turns it into something else. In both, an end of a line is a quotation; ``saying`` are words that only say
    who says so."""
    if by_any_word and (_is_turned_before(frame, record) or _names_another(frame, record, saying)):
        return True
    said, had = _telling(frame, saying), _telling(record, saying)
    if len(list(filter(_is_telling, said))) < FEWEST:
        return False
    if nearness(list(map(_stem, said)), list(map(_stem, had)), {QUOTED}) < REPEATS:
        return False
    turned = _reversals(said) != _reversals(had)
    known = set(map(_stem, had))
    return any(_tells(difference, turned, known, by_any_word) for difference in _differences(said, had))


def is_turned(frame: str, record: str) -> bool:
    """Whether ``frame`` has words that turn what is said into something else, and ``record`` none."""
    return is_reversing(Words(NOTHING_BUT.sub(" ", frame)).folded) and not is_reversing(Words(record).folded)


def shares(frame: str, record: str, saying: Collection[str], least: int = 1) -> bool:
    """Whether both have so many words that tell what is spoken of."""
    said, had = (
        {_stem(word) for word in _telling(text, saying) if word not in FORMAL and word != QUOTED}
        for text in (frame, record)
    )
    return len(said & had) >= least


def _is_turned_before(frame: str, record: str) -> bool:
    """Whether the clause that leads into the quotation is turned, and nothing is in the record."""
    return any(is_turned(CLAUSE_ENDS.split(piece)[-1], record) for piece in frame.split("\n")[:-1])


def _names_another(frame: str, record: str, saying: Collection[str]) -> bool:
    """Whether the quotation is said to be what something is, and the record says so of something else, or of what is
    not so."""
    named, turned = _named(frame, saying)
    had, record_turned = _named(record, saying)
    if not named or not had:
        return False
    return named[-1] not in had or turned is not None and record_turned not in (None, turned)


def _named(frame: str, saying: Collection[str]) -> tuple[list[str], bool | None]:
    """What the clause that leads into a quotation says that this is, "he called the pilots", "the pilots he called",
    "a pass, she said, is"; and whether that is turned, where it says so by no verb of its own."""
    piece = ASIDE.sub(lambda aside: _without_aside(aside, saying), frame.partition("\n")[0])
    words = Words(CLAUSE_ENDS.split(piece)[-1]).folded
    is_being = words[-1:] in BEING
    if not is_being and NAMING.isdisjoint(words):
        return [], None
    telling = [word for word in words if word not in saying and word not in NAMING and _is_telling(word)]
    return list(map(_stem, telling)), is_reversing(words) if is_being else None


def _without_aside(aside: re.Match[str], saying: Collection[str]) -> str:
    """Who says it stands in the middle of a clause, between two commas: it parts none."""
    return " " if not set(saying).isdisjoint(Words(aside.group()).folded) else aside.group()


def _telling(text: str, saying: Collection[str]) -> list[str]:
    words: list[str] = []
    for number, piece in enumerate(NOTHING_BUT.sub(" ", text).split("\n")):
        if number:
            words.append(QUOTED)
        words += [word for word in Words(piece).folded if word not in saying and word not in NAMING]
    return words


def _reversals(words: Sequence[str]) -> int:
    return sum(is_reversing([word]) for word in words)


class _Difference(NamedTuple):
    """The words that only either has; whether they stand at an end of what is compared, and which of the record's are
    next to what both have there."""

    there: Sequence[str]
    here: Sequence[str]
    at_an_end: bool
    next_to_it: Sequence[str]


def _differences(said: Sequence[str], had: Sequence[str]) -> Iterator[_Difference]:
    steps = SequenceMatcher(None, list(map(_stem, said)), list(map(_stem, had)), autojunk=False).get_opcodes()
    for number, (kind, a, b, c, d) in enumerate(steps):
        if kind != "equal":
            beside = had[c:d][-NEXT:] if number == 0 else had[c:d][:NEXT]
            yield _Difference(said[a:b], had[c:d], number in (0, len(steps) - 1), beside)


def _tells(difference: _Difference, turned: bool, known: Collection[str], by_any_word: bool) -> bool:
    there, here, at_an_end, next_to_it = difference
    # What the record has before and behind may be left out, but for what turns that beside it.
    both = [*there, *(filter(is_negating, next_to_it) if at_an_end else here)]
    if turned and is_reversing(both) or any(is_number(word) and word not in NO_FIGURES for word in both):
        return True
    if not by_any_word or at_an_end:
        return False
    # In another order the report's words tell the same, and so does a word where it has none that tells.
    others = [word for word in there if _stem(word) not in known]
    if not here:
        return not MEASURING.isdisjoint(others)
    return any(map(_is_telling, others)) and any(map(_is_telling, here))


def _is_telling(word: str) -> bool:
    return word not in FORMAL and word != QUOTED and not is_reversing([word])


@lru_cache(maxsize=2_000)
def _stem(word: str) -> str:
    return " ".join(stems(word)) or word

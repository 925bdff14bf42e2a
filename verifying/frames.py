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
from verifying.words import Words

#: Are as often something else than figures.
NO_FIGURES = frozenset("one point minus один одна".split())
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
    said, had = _telling(frame, saying), _telling(record, saying)
    if len([word for word in said if word not in FORMAL and word != QUOTED]) < FEWEST:
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
    """The words that only either has, and whether they stand at an end of what is compared."""

    there: Sequence[str]
    here: Sequence[str]
    at_an_end: bool


def _differences(said: Sequence[str], had: Sequence[str]) -> Iterator[_Difference]:
    steps = SequenceMatcher(None, list(map(_stem, said)), list(map(_stem, had)), autojunk=False).get_opcodes()
    for number, (kind, a, b, c, d) in enumerate(steps):
        if kind != "equal":
            yield _Difference(said[a:b], had[c:d], number in (0, len(steps) - 1))


def _tells(difference: _Difference, turned: bool, known: Collection[str], by_any_word: bool) -> bool:
    there, here, at_an_end = difference
    # What the record has before and behind may be left out.
    both = there if at_an_end else [*there, *here]
    if turned and is_reversing(both) or any(is_number(word) and word not in NO_FIGURES for word in both):
        return True
    if not by_any_word or at_an_end:
        return False
    # In another order the report's words tell the same, and so does a word where it has none that tells.
    others = [word for word in there if _stem(word) not in known]
    return any(map(_is_telling, others)) and any(map(_is_telling, here))


def _is_telling(word: str) -> bool:
    return word not in FORMAL and word != QUOTED and not is_reversing([word])


@lru_cache(maxsize=2_000)
def _stem(word: str) -> str:
    return " ".join(stems(word)) or word

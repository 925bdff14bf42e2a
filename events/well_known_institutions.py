"""Other names of institutions that everybody knows: "the Fed" of the Federal Reserve. No database."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from events.general_words import country_of, significant

LIST = Path(__file__).with_suffix(".txt")
_OFTEN_SOMETHING_ELSE = "~"


class OtherName(NamedTuple):
    """One name of an institution; ``is_doubtful`` if the words are often something else."""

    name: str
    is_doubtful: bool


def other_names(words: Sequence[str]) -> frozenset[OtherName]:
    """All names of the institution that has these ``words``, in any order; none of one that the list does not know."""
    return _by_keys().get(_keys(words), frozenset())


def _keys(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(map(country_of, words)))


@lru_cache(maxsize=1)
def _by_keys() -> dict[tuple[str, ...], frozenset[OtherName]]:
    known = defaultdict[tuple[str, ...], set[OtherName]](set)
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        names = [
            OtherName(name.removeprefix(_OFTEN_SOMETHING_ELSE), name.startswith(_OFTEN_SOMETHING_ELSE))
            for name in line.split(" | ")
        ]
        for one in names:
            known[_keys(significant(one.name))] |= set(names)
    return {keys: frozenset(names) for keys, names in known.items()}

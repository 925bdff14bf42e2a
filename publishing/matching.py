"""What two sequences have in common, found with an amount of work that has a bound."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

#: Pairs of items that are looked at, at most, whatever is compared: half a second.
MOST_PAIRS = 1_000_000

#: Where a run of the same items begins in both, and how long it is.
Block = tuple[int, int, int]


def matching_blocks(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Block]:
    """The runs that both have, in order, none touching another.

    Where all pairs would be too many, what both have once and in the same order is taken for the same, and what lies
    between is compared as far as the bound allows. What is left then is in no run.
    """
    if len(old) * len(new) <= MOST_PAIRS:
        return _compared(old, new, 0, 0)
    left, found = MOST_PAIRS, []
    ends = [(-1, -1), *_held_in_common(old, new), (len(old), len(new))]
    for (a, b), (next_a, next_b) in pairwise(ends):
        between = old[a + 1 : next_a], new[b + 1 : next_b]
        pairs = len(between[0]) * len(between[1])
        if pairs <= left:
            left -= pairs
            found += _compared(*between, a + 1, b + 1)
        found.append((next_a, next_b, 1))
    return list(_joined(found[:-1]))


def longest_rise(numbers: Sequence[int]) -> list[int]:
    """The places of the most numbers that grow from one to the next."""
    lowest: list[int] = []  # the lowest number with which a rise of each length ends
    last: list[int] = []  # and its place
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(lowest, number)
        before.append(last[length - 1] if length else -1)
        lowest[length : length + 1], last[length : length + 1] = [number], [place]
    rise, place = [], last[-1] if last else -1
    while place >= 0:
        rise.append(place)
        place = before[place]
    return rise[::-1]


def _compared(old: Sequence, new: Sequence, a: int, b: int) -> list[Block]:
    """Of two stretches, which begin at ``a`` and ``b``."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [(a + block.a, b + block.b, block.size) for block in blocks if block.size]


def _held_in_common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The same beginning and end, and between them what each has once: most of it that keeps its order."""
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    once = _once(old, head, len(old) - tail), _once(new, head, len(new) - tail)
    pairs = sorted((place, once[1][item]) for item, place in once[0].items() if item in once[1])
    kept = [pairs[i] for i in longest_rise([there for _, there in pairs])]
    begun, ended = range(head), range(tail, 0, -1)
    return [*((i, i) for i in begun), *kept, *((len(old) - i, len(new) - i) for i in ended)]


def _once(items: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    number = Counter(items[start:end])
    return {items[i]: i for i in range(start, end) if number[items[i]] == 1}


def _joined(blocks: list[Block]) -> Iterator[Block]:
    """Runs that follow each other in both are one."""
    a, b, size = blocks[0] if blocks else (0, 0, 0)
    for next_a, next_b, more in blocks[1:]:
        if (next_a, next_b) == (a + size, b + size):
            size += more
        else:
            yield a, b, size
            a, b, size = next_a, next_b, more
    if size:
        yield a, b, size

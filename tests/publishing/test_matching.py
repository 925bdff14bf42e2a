from difflib import SequenceMatcher

import pytest

from publishing import matching
from publishing.comparing import compared_paragraphs, marked
from publishing.matching import longest_rise, matching_blocks

LONG = [f"Word {number} of the text stands here." for number in range(3000)]


@pytest.fixture
def pairs(monkeypatch):
    """How many pairs of items each comparison has looked at."""
    counted = []

    class Counting(SequenceMatcher):
        def __init__(self, junk, old, new, **kwargs):
            counted.append(len(old) * len(new))
            super().__init__(junk, old, new, **kwargs)

    monkeypatch.setattr(matching, "SequenceMatcher", Counting)
    return counted


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" ".join(LONG), " ".join([*LONG[:900], "Quite other words.", *LONG[901:]])),
        (" ".join(LONG), " ".join(reversed(LONG))),
        ("so it is " * 9000, "so is it " * 9000),
        ("", "so it is " * 9000),
    ],
)
def test_paragraph_of_thousands_of_words_is_compared_with_a_bound(pairs, old, new):
    before, after = marked(old, new)

    assert sum(pairs) <= matching.MOST_PAIRS
    assert before.replace("<del>", "").replace("</del>", "").strip() == old.strip() or not old
    assert after.replace("<ins>", "").replace("</ins>", "").strip() == new.strip()


def test_one_change_in_a_long_paragraph_is_the_only_thing_marked():
    old, new = " ".join(LONG), " ".join([*LONG[:900], "Quite other words.", *LONG[901:]])

    before, after = marked(old, new)

    assert (before.count("<del>"), after.count("<ins>")) == (1, 1)
    assert "<ins>Quite other words</ins>" in after


def test_thousands_of_paragraphs_are_compared_with_a_bound(pairs):
    lines = compared_paragraphs(LONG, [*LONG[1:1500], "New.", *LONG[1500:], LONG[0]])

    assert sum(pairs) <= matching.MOST_PAIRS
    assert [line.tag for line in lines] == ["added", "moved"]


@pytest.mark.parametrize(
    ("old", "new", "blocks"),
    [
        ("abcd", "abcd", [(0, 0, 4)]),
        ("abxcd", "abycd", [(0, 0, 2), (3, 3, 2)]),
        ("axbyc", "ac", [(0, 0, 1), (4, 1, 1)]),
        ("aaaa", "aa", [(0, 0, 2)]),
        ("abc", "xyz", []),
        ("", "a", []),
    ],
)
def test_runs_are_the_same_whether_all_pairs_are_tried_or_none(monkeypatch, old, new, blocks):
    assert matching_blocks(old, new) == blocks

    monkeypatch.setattr(matching, "MOST_PAIRS", 0)
    assert matching_blocks(old, new) == blocks


def test_longest_rise():
    assert [[4, 1, 2, 9, 3, 5][place] for place in longest_rise([4, 1, 2, 9, 3, 5])] == [1, 2, 3, 5]
    assert longest_rise([]) == []

"""Teasers of articles set into a report: a title, an author, an excerpt, and the house's label for such
boxes."""

import re
from typing import cast

from intake.reading.languages import either
from intake.reading.model import ProposedOpinion

LABEL = re.compile(rf"(?:{either('labels', 'TEASER')})\s*:?", re.I)
_WORD = r"[^\W\d_a-zа-яё][\w.’'-]*"
AUTHOR = re.compile(
    rf"(?:(?i:{either('labels', 'BY')})\s+)?(?P<name>{_WORD}(?:(?:\s+(?:de|van|von|der|den|al|bin|di|da|la|le|"
    rf"and|и|&)|,)?\s+{_WORD}){{1,6}})"
)
MAX_TITLE = 160
MAX_EXCERPT_LINES = 2
MOST_OF_A_MASTHEAD = 2  # first lines: below 'Mill Museum' and 'Blog' the report itself begins


def find_teasers(text: str, blocks: list[tuple[int, int]]) -> tuple[list[ProposedOpinion], set[int]]:
    """Teasers in reading order, and the indices of the lines they are made of.

    A label stands below its teaser (title, author, excerpt, label) or above it (label, then the three)."""
    opinions, taken = [], set()
    for i, (start, end) in enumerate(blocks):
        if i in taken or not LABEL.fullmatch(text[start:end]):
            continue
        above = _above(text, blocks, i)
        below = _below(text, blocks, i) if not above and i >= MOST_OF_A_MASTHEAD else None
        lines = above or below
        if lines:
            opinions.append(_opinion(text, blocks, lines))
            taken |= {i, *lines}
    return opinions, taken


def _above(text: str, blocks: list[tuple[int, int]], label: int) -> list[int] | None:
    for length in range(1, MAX_EXCERPT_LINES + 1):
        author = label - length - 1
        if author < 1:
            return None
        excerpt = list(range(author + 1, label))
        if (
            _is_author(text, blocks[author])
            and _is_title(text, blocks[author - 1])
            and _are_prose(text, blocks, excerpt)
        ):
            return [author - 1, author, *excerpt]
    return None


def _below(text: str, blocks: list[tuple[int, int]], label: int) -> list[int] | None:
    if label + 3 >= len(blocks):
        return None
    title, author, excerpt = label + 1, label + 2, label + 3
    if (
        _is_title(text, blocks[title])
        and _is_author(text, blocks[author])
        and _are_prose(text, blocks, [excerpt])
    ):
        return [title, author, excerpt]
    return None


def _is_author(text: str, block: tuple[int, int]) -> bool:
    line = text[block[0] : block[1]]
    return len(line) < 80 and bool(AUTHOR.fullmatch(line))


def _is_title(text: str, block: tuple[int, int]) -> bool:
    line = text[block[0] : block[1]]
    return 3 < len(line) <= MAX_TITLE and not re.search(r"[^.]\.$", line)


def _are_prose(text: str, blocks: list[tuple[int, int]], indices: list[int]) -> bool:
    return all(
        blocks[i][1] - blocks[i][0] > 40 and not LABEL.fullmatch(text[slice(*blocks[i])]) for i in indices
    )


def _opinion(text: str, blocks: list[tuple[int, int]], lines: list[int]) -> ProposedOpinion:
    title, author, *excerpt = lines
    # Found by _is_author, which asks the same.
    byline = cast(re.Match[str], AUTHOR.fullmatch(text[slice(*blocks[author])]))
    start, end = blocks[excerpt[0]][0], blocks[excerpt[-1]][1]
    return ProposedOpinion(
        text[slice(*blocks[title])], byline["name"], text[start:end], blocks[title][0], end
    )

"""Tables that were pasted as lines: the cells of a row stand in one line, with a stroke or a tab between them."""

import re

CELL_BREAK = re.compile(r"(?:(?<![^\S\t])|(?<=\n))[^\S\t]*+(?:\||\t)\s*+")
RULE = re.compile(r"[\s|:+-]+")


def rows(text: str, blocks: list[tuple[int, int]]) -> set[int]:
    """The lines that are rows: two or more in a run, of as many cells each."""
    counts = [_cells(text, block) for block in blocks]
    found: set[int] = set()
    for i in range(len(blocks) - 1):
        ruled = bool(RULE.fullmatch(text, *blocks[i + 1]))
        if counts[i] > 1 and (counts[i + 1] == counts[i] or ruled):
            found |= {i, i + 1}
    return found


def _cells(text: str, block: tuple[int, int]) -> int:
    return len(cells(text, *block))


def cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, end) of each cell of a row that holds something."""
    found, at = [], start
    for gap in [*CELL_BREAK.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        if text[at:stop].strip():
            found.append((at, stop))
        at = gap.end() if gap else end
    return found

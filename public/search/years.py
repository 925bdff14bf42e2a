"""The hits of each year as a small chart: whole numbers for an SVG, without a style or script.

Columns, and a line below them for the years.
"""

from collections import Counter
from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _

HEIGHT = 96
WIDTH = 300  # fits the narrowest aside and a phone of 320 pixels; text in the drawing keeps its size
TALLEST = 56
BASE = 74  # the line on which the bars stand
#: A column is a link: narrower ones could not be hit with a finger (WCAG 2.5.8 asks for 24 pixels).
MOST_COLUMNS = 10
GAP = 8


@dataclass(frozen=True)
class Column:
    """The years ``first`` to ``last``; ``x``, ``y``, ``width`` and ``height`` are those of its bar."""

    first: int
    last: int
    count: int
    chosen: bool
    left: int
    breadth: int
    height: int

    @property
    def years(self) -> str:
        return (
            str(self.first)
            if self.first == self.last
            else _("%(first)s to %(last)s") % {"first": self.first, "last": self.last}
        )

    @property
    def label(self) -> str:
        return f"’{self.first % 100:02}" if self.first > 999 else str(self.first)

    @property
    def number(self) -> str:
        """The count in the room that a bar leaves for it."""
        return str(self.count) if self.count < 1000 else f"{self.count / 1000:.1f}k"

    @property
    def x(self) -> int:
        return self.left + GAP // 2

    @property
    def width(self) -> int:
        return self.breadth - GAP

    @property
    def y(self) -> int:
        return BASE - self.height

    @property
    def middle(self) -> int:
        return self.left + self.breadth // 2


def columns(counts: Counter, year_from: int | None, year_to: int | None) -> list[Column]:
    """Every year from the first hit to the last, several to a column where there are many; none without hits."""
    if not counts:
        return []
    first, last = min(counts), max(counts)
    step = ceil((last - first + 1) / MOST_COLUMNS)
    spans = [(year, min(year + step - 1, last)) for year in range(first, last + 1, step)]
    numbers = [sum(counts[year] for year in range(begin, end + 1)) for begin, end in spans]
    breadth = min(WIDTH // len(spans), WIDTH // 5)
    return [
        Column(
            first=begin,
            last=end,
            count=number,
            chosen=(year_from or begin) <= end and begin <= (year_to or end),
            left=breadth * place,
            breadth=breadth,
            height=max(3, round(TALLEST * number / max(numbers))) if number else 0,
        )
        for place, ((begin, end), number) in enumerate(zip(spans, numbers, strict=True))
    ]

"""Tables that a spreadsheet opens without harm."""

import csv
import re
from collections.abc import Iterable, Iterator
from typing import Any

#: What a spreadsheet takes for a formula, also behind blanks and in full width.
FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@\t\r＝＋－＠]")


class _Line:
    """What csv writes to: gives back each line."""

    def write(self, line: str) -> str:
        return line


def lines_of(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A line of CSV for each row, as RFC 4180 has them, formulas defused."""
    writer: Any = csv.writer(_Line())
    for row in rows:
        yield writer.writerow([defused(cell) for cell in row])


def defused(text: str) -> str:
    """``text`` with an apostrophe before what a spreadsheet would take for a formula and carry out."""
    return f"'{text}" if FORMULA.match(text) else text

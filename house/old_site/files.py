"""Redirects as a file: CSV or XLSX in, and a row each out."""

import csv
import io
from collections.abc import Iterable, Iterator

from house.old_site.judging import Line
from house.old_site.models import Redirect
from publishing import spreadsheets
from publishing.spreadsheets import MOST_BYTES, Unreadable, is_xlsx, lines_of, rows_in

MOST_ROWS = 10_000
HEAD = ("from", "to")
PARTED_BY = ("\t", ";", ",")
#: So many rows are looked at to see what parts them.
LOOKED_AT = 50


def text_of(data: bytes) -> str:
    """The rows of a CSV or an XLSX as the text of a CSV. Raises Unreadable."""
    if len(data) > MOST_BYTES or is_xlsx(data):
        return "".join(lines_of(rows_in(data)))
    return spreadsheets.text_of(data)


def lines_in(text: str) -> list[Line]:
    """The rows of a table with two columns, numbered as a spreadsheet numbers them; a head is optional.

    Raises Unreadable.
    """
    rows = [(number, cells) for number, cells in enumerate(_rows(text), start=1) if any(cells)]
    if rows and not any(map(_is_address, rows[0][1])):
        del rows[0]
    if not rows:
        raise Unreadable("There is no row in it: a row has an old address and where it leads.")
    if len(rows) > MOST_ROWS:
        raise Unreadable(f"It has {len(rows):,} rows, at most {MOST_ROWS:,} are taken at once.")
    return [_line(number, cells) for number, cells in rows]


def _rows(text: str) -> list[list[str]]:
    try:
        return [_without_empty_ends(cells) for cells in _parted(text, _what_parts(text))]
    except csv.Error as error:
        raise Unreadable(f"It is no CSV that can be read ({error}).") from error


def _parted(text: str, by: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=by)


def _what_parts(text: str) -> str:
    """What most rows have between two addresses: an address may have a comma or a semicolon in it too."""
    beginning = "\n".join(text.splitlines()[:LOOKED_AT])
    return max(PARTED_BY, key=lambda by: sum(_are_two_addresses(cells) for cells in _parted(beginning, by)))


def _are_two_addresses(cells: list[str]) -> bool:
    return len(cells) > 1 and _is_address(cells[0]) and _is_address(cells[1])


def _is_address(cell: str) -> bool:
    return cell.strip().lower().startswith(("/", "http://", "https://"))


def _without_empty_ends(cells: list[str]) -> list[str]:
    cells = [cell.strip() for cell in cells]
    while cells and not cells[-1]:
        del cells[-1]
    return cells


def _line(number: int, cells: list[str]) -> Line:
    address, target = [*cells, "", ""][:2]
    if len(cells) == len(HEAD):
        return Line(number, address, target)
    columns = "1 column" if len(cells) == 1 else f"{len(cells)} columns"
    return Line(number, address, target, f"It has {columns}, and not two.")


def told() -> Iterator[Iterable[str]]:
    """All redirects, a row each below a head, as they can be handed in again."""
    yield HEAD
    yield from Redirect.objects.values_list("address", "target").iterator(chunk_size=2000)

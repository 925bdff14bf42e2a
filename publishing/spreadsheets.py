"""Tables that a spreadsheet opens without harm, and what comes back from one: CSV and XLSX."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any
from zipfile import BadZipFile, ZipFile

MEGABYTE = 1024 * 1024
MOST_BYTES = 5 * MEGABYTE
MOST_UNPACKED = 60 * MEGABYTE
PARTED_BY = ",;\t"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NO_TEXT = "It is no text in UTF-8: save it again as “CSV UTF-8”."

#: What a spreadsheet takes for a formula, also behind blanks and in full width.
FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@\t\r＝＋－＠]")
#: No cell of an XLSX may have them.
NO_CELL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST_CELL = 32_767


class Unreadable(ValueError):
    """Why a file cannot be read, in one sentence."""


class _Line:
    """What csv writes to: gives back each line."""

    def write(self, line: str) -> str:
        return line


def lines_of(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A line of CSV for each row, as RFC 4180 has them, formulas defused."""
    writer: Any = csv.writer(_Line())
    for row in rows:
        yield writer.writerow([defused(cell) for cell in row])


def xlsx_of(rows: Iterable[Iterable[str]]) -> bytes:
    """The rows as XLSX, every cell a text, formulas defused; what a cell cannot hold is cut.

    openpyxl is loaded when it is needed, as whoever serves pages alone never does.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, NO_CELL.sub("", defused(text))[:LONGEST_CELL])
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def defused(text: str) -> str:
    """``text`` with an apostrophe before what a spreadsheet would take for a formula and carry out."""
    return f"'{text}" if FORMULA.match(text) else text


def as_typed(cell: str) -> str:
    """What stood in a cell before it was defused."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell[1:]) else cell


# --- What comes back ---


def rows_in(data: bytes) -> list[list[str]]:
    """The rows of a CSV (commas, semicolons or tabs, UTF-8) or of the first sheet of an XLSX. Raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable(f"It is larger than {MOST_BYTES // MEGABYTE} MB: hand it in in parts.")
    if is_xlsx(data):
        return _rows_of_xlsx(data)
    text = text_of(data)
    head = text.partition("\n")[0]
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=max(PARTED_BY, key=head.count)))
    except csv.Error as error:
        raise Unreadable(f"It is no CSV that can be read ({error}).") from error


def is_xlsx(data: bytes) -> bool:
    return data[:4] == b"PK\x03\x04"


def text_of(data: bytes) -> str:
    """The text of a CSV. Raises Unreadable."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(NO_TEXT) from error
    if "\0" in text:
        raise Unreadable(NO_TEXT)
    return text


def _rows_of_xlsx(data: bytes) -> list[list[str]]:
    from openpyxl import load_workbook

    try:
        with ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.filelist) > MOST_UNPACKED:
                raise Unreadable("It unpacks to far more than a table: hand it in in parts.")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return [[_in_words(cell) for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    except Unreadable:
        raise
    except (
        BadZipFile,
        KeyError,
        IndexError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
        SyntaxError,
    ) as error:
        raise Unreadable("It is no XLSX that can be read: save it again, or as “CSV UTF-8”.") from error


def _in_words(cell: Any) -> str:
    """A cell as a person would type it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)

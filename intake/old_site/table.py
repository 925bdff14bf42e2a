"""A CSV with a page in each row: its address, its text, and a title and a date if they stand by themselves."""

import csv
from collections.abc import Iterator
from html import escape
from io import TextIOWrapper
from pathlib import Path

from intake.files import MEGABYTE, MOST_BYTES
from intake.old_site.page import OldPage, is_address
from publishing.typed import html_of

#: What a column may be called.
COLUMNS = {
    "address": {"address", "url", "link", "permalink", "адрес", "ссылка"},
    "title": {"title", "headline", "заголовок", "название"},
    "date": {"date", "дата"},
    "text": {"text", "content", "body", "html", "текст", "содержание"},
}
NEEDED = ("address", "text")
PARTED_BY = ",;\t"
LOOKED_AT = 64 * 1024


def pages_in(path: Path) -> Iterator[OldPage]:
    """A page for each row; one that is in the way, a wrong head among them, is a page with a fault."""
    usual = csv.field_size_limit(2 * MOST_BYTES)
    size = max(path.stat().st_size, 1)
    try:
        with path.open("rb") as file:
            beginning = file.read(LOOKED_AT)
            file.seek(0)
            text = TextIOWrapper(file, encoding=_encoding(beginning), newline="")
            rows = csv.reader(text, delimiter=_parted_by(beginning))
            head = _columns(next(rows, []))
            if missing := [name for name in NEEDED if name not in head]:
                yield OldPage(
                    path.name, fault=f"It has no column {' and no column '.join(missing)}.", share=1
                )
                return
            for number, cells in enumerate(rows, start=2):
                if any(cells):
                    named = {name: cells[at].strip() for name, at in head.items() if at < len(cells)}
                    yield _page(f"{path.name}, row {number}", named, min(1.0, file.tell() / size))
    except csv.Error as error:
        yield OldPage(path.name, fault=f"It is no CSV that can be read any further ({error}).", share=1)
    except UnicodeDecodeError:
        yield OldPage(
            path.name, fault="It is no text in one encoding: save it again as “CSV UTF-8”.", share=1
        )
    finally:
        csv.field_size_limit(usual)  # it is that of the whole process


def _encoding(beginning: bytes) -> str:
    try:
        beginning[: beginning.rfind(b"\n") + 1].decode("utf-8")
    except UnicodeDecodeError:
        return "cp1251"
    return "utf-8-sig"


def _parted_by(beginning: bytes) -> str:
    head = beginning.partition(b"\n")[0].decode("latin-1")
    return max(PARTED_BY, key=head.count)


def _columns(head: list[str]) -> dict[str, int]:
    said = [cell.strip().casefold() for cell in head]
    found = {name: [at for at, cell in enumerate(said) if cell in names] for name, names in COLUMNS.items()}
    return {name: places[0] for name, places in found.items() if places}


def _page(name: str, cells: dict[str, str], share: float) -> OldPage:
    address, text = cells.get("address", ""), cells.get("text", "")
    if not is_address(address):
        return OldPage(name, fault="Its address does not begin with https://.", share=share)
    if not text:
        return OldPage(name, address, fault="It is empty.", share=share)
    if len(text) > MOST_BYTES:
        return OldPage(name, address, fault=f"It is larger than {MOST_BYTES // MEGABYTE} MB.", share=share)
    head = "".join(f"<{tag}>{escape(cells[part])}</{tag}>" for tag, part in HEAD if cells.get(part))
    return OldPage(name, address, f"{head}\n\n{html_of(text)}", share=share)


HEAD = (("h1", "title"), ("p", "date"))

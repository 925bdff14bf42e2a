"""One page of an old site, as it is handed over: not read yet."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from intake.encodings import decoded
from intake.files import MEGABYTE, MOST_BYTES
from intake.unreadable import Unreadable

LONGEST_ADDRESS = 1000
#: Begin files that are no pages, whatever their names say.
OTHER_KINDS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
)


@dataclass(frozen=True)
class OldPage:
    """``name`` is what it is called in the report of an import, ``address`` where it stood.

    ``share`` is how much of the whole is read with it, from 0 to 1.
    """

    name: str
    address: str = ""
    html: str = ""
    #: Whether menus and the like stand round the text.
    has_menus: bool = False
    #: Why it cannot be read, or why it is left; in words.
    fault: str = ""
    left: str = ""
    share: float = 0


def html_in(data: bytes) -> str:
    """The source of a page. Raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable(f"It is larger than {MOST_BYTES // MEGABYTE} MB.")
    if data.startswith(OTHER_KINDS):
        raise Unreadable("It is no page, whatever its name says.")
    try:
        html = decoded(data)
    except Unreadable as error:
        raise Unreadable(
            "It is no page, whatever its name says, or in an encoding that it does not name."
        ) from error
    if not re.search(r"\w", html):
        raise Unreadable("It is empty.")
    return html


def is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and len(text) <= LONGEST_ADDRESS

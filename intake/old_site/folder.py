"""A folder with the files of an old site, as it lay on its server or as a program has fetched it."""

import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

from intake.files import MOST_BYTES
from intake.old_site.page import OldPage, html_in, is_address
from intake.unreadable import Unreadable

#: Endings of pages; one with a query behind it, or none at all, is that of a page too.
PAGES = re.compile(r"\.(?:html?|xhtml|shtml|php\d?|aspx?|jsp|cfm)(?:\?.*)?$|^[^.]+$|\?", re.I)
#: Parts of pages, of which there are more than of pages: nobody wants to be told of each.
PARTS = re.compile(
    r"\.(?:css|js|json|map|xml|rss|txt|png|jpe?g|gif|webp|svg|ico|bmp|woff2?|ttf|eot|swf)(?:\?.*)?$", re.I
)
#: What a folder answers with when it is asked for.
INDEX = re.compile(r"(^|/)(?:index|default)\.(?:html?|php|aspx?)$", re.I)
LINK = re.compile(r"<link\b[^>]{0,500}>", re.I)
IS_CANONICAL = re.compile(r"""\brel\s*=\s*["']?canonical\b""", re.I)
HREF = re.compile(r"""\bhref\s*=\s*["']?([^"'\s>]+)""", re.I)
HEAD = 64 * 1024


def pages_in(folder: Path, address: str = "") -> Iterator[OldPage]:
    """The pages of a folder by their names; ``address`` is where the site stood, say https://old.example.

    Without one, what a page itself says its address is counts, the first time it is said.
    """
    files = sorted(_files(folder))
    said: set[str] = set()
    for number, name in enumerate(files, start=1):
        share = number / len(files)
        if not PAGES.search(name.rpartition("/")[2]):
            yield OldPage(name, left="It is no page: if it is a report, paste it on the desk.", share=share)
            continue
        place = address_of(name, address)
        try:
            html = html_of_file(folder / name)
        except Unreadable as error:
            yield OldPage(name, place, fault=str(error), share=share)
            continue
        own = "" if address else canonical(html)
        if own and own not in said:
            said.add(own)
            place = own
        yield OldPage(name, place, html, has_menus=True, share=share)


def html_of_file(path: Path) -> str:
    """The source of the page in a file. Raises Unreadable."""
    try:
        with path.open("rb") as file:
            return html_in(file.read(MOST_BYTES + 1))
    except OSError as error:
        raise Unreadable(f"It cannot be opened: {error.strerror}.") from error


def _files(folder: Path) -> Iterator[str]:
    """The files in it and below that may be pages, by their paths from there; links lead elsewhere and are not
    followed."""
    for where, _, names in os.walk(folder):
        for name in names:
            path = Path(where, name)
            if not path.is_symlink() and not name.startswith(".") and not PARTS.search(name):
                yield str(PurePosixPath(path.relative_to(folder)))


def address_of(name: str, address: str) -> str:
    """Where a file stood: "2019/talk/index.html" at /2019/talk/. Programs that fetch pages write queries into names."""
    path, mark, query = name.partition("?")
    query = re.sub(r"\.html?$", "", query)
    # A name that is no UTF-8 is kept by its bytes.
    place = "/" + quote(os.fsencode(unquote(INDEX.sub(r"\1", path))))
    return f"{address.rstrip('/')}{place}{mark}{query}"


def canonical(html: str) -> str:
    """The address that a page says it has, or nothing."""
    for link in LINK.findall(html[:HEAD]):
        if IS_CANONICAL.search(link) and (href := HREF.search(link)):
            found = unescape(href[1])
            return found if is_address(found) else ""
    return ""

"""A sitemap and a folder that has the pages that it names."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from intake.old_site.folder import html_of_file
from intake.old_site.page import OldPage, is_address
from intake.old_site.xml_records import records_in
from intake.unreadable import Unreadable

MOST_SITEMAPS = 500


def pages_in(sitemap: Path, folder: Path) -> Iterator[OldPage]:
    """The pages that a sitemap names; the sitemaps of an index are looked for beside it and in the folder."""
    waiting, known = [sitemap], {sitemap.name}
    for number, path in enumerate(waiting):
        for page, further in _read(path, folder):
            if further and further not in known and len(known) < MOST_SITEMAPS:
                known.add(further)
                found = [place / further for place in (sitemap.parent, folder) if (place / further).is_file()]
                waiting += found[:1]
                page = (
                    None
                    if found
                    else OldPage(further, fault="The index names this sitemap, and it is not there.")
                )
            if page:
                yield replace(page, share=(number + page.share) / len(waiting))


def _read(sitemap: Path, folder: Path) -> Iterator[tuple[OldPage | None, str]]:
    """Each page that a sitemap names, or the name of a further sitemap."""
    try:
        for kind, record, share in records_in(sitemap, {"url", "sitemap"}):
            address = record.get("loc", "").strip()
            if kind == "sitemap":
                yield None, unquote(urlsplit(address).path).rpartition("/")[2]
            else:
                yield _page(address, folder, share), ""
    except (Unreadable, OSError) as error:
        yield OldPage(sitemap.name, fault=str(error), share=1), ""


def _page(address: str, folder: Path, share: float) -> OldPage:
    if not is_address(address):
        return OldPage(address[:200] or "a page without an address", fault="That is no address.", share=share)
    try:
        path = _file_of(address, folder)
        if path is None:
            raise Unreadable("The sitemap names it, and the folder does not have it.")
        return OldPage(address, address, html_of_file(path), has_menus=True, share=share)
    except Unreadable as error:
        return OldPage(address, address, fault=str(error), share=share)


def _file_of(address: str, folder: Path) -> Path | None:
    """The file of a page, as servers and programs that fetch pages name one."""
    parts = urlsplit(address)
    path = parts.path.strip("/")
    names = [path, unquote(path)]
    if parts.query:
        names = [f"{name or 'index.php'}?{parts.query}" for name in names]
    candidates = [
        place / f"{name}{ending}"
        for place in (folder, folder / parts.netloc)
        for name in names
        for ending in ("", ".html", ".htm", "/index.html", "/index.htm", "/index.php")
    ]
    inside = folder.resolve()
    for candidate in candidates:
        try:
            if candidate.is_file() and candidate.resolve().is_relative_to(inside):
                return candidate
        except (OSError, ValueError):  # no name that a file can have
            continue
    return None

"""What an old site is handed over as: a folder of its files, a sitemap with one, a WordPress export, a CSV."""

from collections.abc import Iterator
from pathlib import Path

from intake.old_site import folder, sitemap, table, wordpress
from intake.old_site.page import OldPage
from intake.unreadable import Unreadable

#: So much of a file tells what it is.
LOOKED_AT = 64 * 1024


def pages_in(source: Path, pages: Path | None = None, address: str = "") -> Iterator[OldPage]:
    """The pages of the old site, one after the other; what cannot be read among them is a page with a fault.

    ``pages`` is the folder with the pages of a sitemap, ``address`` where the site stood. Raises Unreadable where
    ``source`` is none of what can be read.
    """
    if source.is_dir():
        return folder.pages_in(source, address)
    if source.suffix.lower() in (".csv", ".tsv"):
        return table.pages_in(source)
    with source.open("rb") as file:
        beginning = file.read(LOOKED_AT).lower()
    if b"<rss" in beginning:
        return wordpress.pages_in(source)
    if b"<urlset" in beginning or b"<sitemapindex" in beginning:
        if pages is None:
            raise Unreadable(
                "A sitemap has addresses and no pages: say where their files are (--pages FOLDER)."
            )
        return sitemap.pages_in(source, pages)
    raise Unreadable(
        "It is no folder, no sitemap, no WordPress export and no .csv: one of these can be read."
    )

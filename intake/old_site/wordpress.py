"""An export of WordPress (WXR): its pages and posts, however many, without attachments, menus and drafts."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from intake.old_site.page import OldPage, is_address
from intake.old_site.xml_records import Record, records_in
from intake.unreadable import Unreadable
from publishing.typed import html_of

#: What is no page of its own.
PARTS = {
    "attachment",
    "nav_menu_item",
    "revision",
    "custom_css",
    "customize_changeset",
    "oembed_cache",
    "wp_block",
}
#: Marks of editors for what is not text; a closed one leaves the words between its two marks.
SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|audio|video|playlist|vc_\w+|et_pb_\w+|su_\w+)\b[^\[\]]{0,2000}\]"
)
BLOCK = re.compile(r"<!-- /?wp:.{0,5000}?-->", re.S)


def pages_in(export: Path) -> Iterator[OldPage]:
    """The items of an export; an item that was not public, or is none that is read, is left and says so."""
    try:
        for _, item, share in records_in(export, {"item"}):
            yield _page(item, share)
    except Unreadable as error:
        yield OldPage(export.name, fault=str(error), share=1)


def _page(item: Record, share: float) -> OldPage:
    title, address = item.get("title", "").strip(), item.get("link", "").strip()
    name = address or title or "an item without a title"
    kind, status = item.get("wp:post_type", "post"), item.get("wp:status", "publish")
    if kind in PARTS:
        return OldPage(name, left=f"It is no page ({kind}).", share=share)
    if status != "publish":
        return OldPage(name, left=f"It was not public ({status}).", share=share)
    if item.get("wp:post_password"):
        return OldPage(name, left="It asked for a password.", share=share)
    if fault := item.get("fault", ""):
        return OldPage(name, fault=fault, share=share)
    if not is_address(address):
        return OldPage(name, fault="It has no address.", share=share)
    words = SHORTCODE.sub(" ", BLOCK.sub("", item.get("content:encoded", ""))).strip()
    if not words:
        return OldPage(name, address, fault="It is empty.", share=share)
    return OldPage(name, address, f"<h1>{escape(title)}</h1>\n\n{html_of(words)}", share=share)

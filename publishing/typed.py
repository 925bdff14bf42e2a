"""Text as somebody typed or pasted it into a text area: plain, the source of a page, or plain with a few tags in it."""

import re
from html import escape

from publishing.richtext import BOXES, BREAKS, DROPPED_WITH_CONTENT, INLINE, LINES, NEWLINES, WRAPPERS

PAGE_BEGINS = re.compile(r"\s*(?:<!doctype html|<html\b|<head\b|<body\b|<meta\b|<!--\s*StartFragment)", re.I)
COMMENT = re.compile(r"<!--[^<]{0,2000}?-->")
TAG = re.compile(r"<(/?)([a-z][a-z0-9:]*)(\s[^<>]{0,2000})?/?>", re.I)
NO_TAG = re.compile(r"<(?![/!?]?[a-z!-][^<>]{0,2000}>)", re.I)
BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
#: Tags that say something without another that closes them.
ALONE = {"p", "br", "hr", "img", "li"}
VOID = {"br", "hr", "img", "meta", "link", "input", "wbr", "col"}
PARTS_OF_A_PAGE = {"html", "head", "body"} | DROPPED_WITH_CONTENT
BLOCKS = LINES.keys() | BOXES | BREAKS | PARTS_OF_A_PAGE
KNOWN = BLOCKS | INLINE.keys() | WRAPPERS | {"a", "q", "math"}


def is_html(text: str) -> bool:
    """Whether the text is the source of a page or of a part of one, wherever its first tag stands.

    "a < b", "<5 %" and "<ana@a.example>" are plain text: a tag is one that HTML has, and is closed again.
    """
    if PAGE_BEGINS.match(text) or COMMENT.search(text):
        return True
    opened = set()
    for closing, name, attributes in TAG.findall(text):
        name = name.lower()
        if (
            closing
            and name in opened
            or not closing
            and name in ALONE
            and ("=" in attributes or not attributes.strip())
        ):
            return True
        if not closing and name in KNOWN:
            opened.add(name)
    return False


def html_of(text: str) -> str:
    """The text as HTML that is still to be cleaned: what stands outside of all blocks keeps its line breaks."""
    text = NEWLINES.sub("\n", text)
    if not is_html(text):
        return "".join(_paragraph(escape(part)) for part in BLANK_LINES.split(text))
    depth, written = 0, []
    for part in BLANK_LINES.split(text):
        tags = [(bool(closing), name.lower()) for closing, name, _ in TAG.findall(part)]
        is_paragraph = (
            depth == 0 and not any(name in BLOCKS for _, name in tags) and not PAGE_BEGINS.match(part)
        )
        written.append(_paragraph(NO_TAG.sub("&lt;", part)) if is_paragraph else f"{part}\n\n")
        depth += sum(-1 if closes else 1 for closes, name in tags if name in KNOWN - VOID)
        depth = max(0, depth)
    return "".join(written)


def _paragraph(html: str) -> str:
    return f"<p>{html.strip().replace('\n', '<br>')}</p>"

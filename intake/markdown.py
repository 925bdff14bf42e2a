"""Markdown as HTML, for the one cleaning that everything handed in goes through."""

import re

from markdown_it import MarkdownIt

#: What static sites write over a text: title, author, date. It is no Markdown.
FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\n.{0,20000}?\n\1[ \t]*(?:\n+|\Z)", re.S)
NOTE_MARK = re.compile(r"(?<=\S)\[\^[^\]\s]{1,40}\](?!:)")
NOTE_LABEL = re.compile(r"(?m)^ {0,3}\[\^[^\]\s]{1,40}\]:[ \t]*")

_markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def parted(text: str) -> tuple[str, str]:
    """Front matter, if there is any, and the rest."""
    text = text.replace("\r\n", "\n")
    found = FRONT_MATTER.match(text)
    return (text[: found.end()], text[found.end() :]) if found else ("", text)


def html_of_markdown(text: str) -> str:
    """The page that the text makes; the marks of its footnotes are gone, their text is a paragraph."""
    return _markdown.render(NOTE_LABEL.sub("", NOTE_MARK.sub("", text)))

"""The text of a report out of what was pasted or uploaded.

All of it is hostile: each bound is checked before more is read. Whatever cannot be read is refused with one
sentence that an editor understands (`Unreadable`).
"""

from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO, NamedTuple

from intake.encodings import NOT_TEXT, decoded
from intake.opendocument import html_of_odt
from intake.packed import html_of_archive
from intake.rtf import html_of_rtf
from intake.subtitles import is_subtitles, turns_in
from intake.unreadable import MOST_CHARACTERS, OFFERED, Unreadable, too_long
from intake.word import html_of_docx
from publishing import marks, richtext, unseen
from publishing.numerals import written
from publishing.typed import PAGE_BEGINS, html_of, is_html

MEGABYTE = 1024 * 1024
MOST_BYTES = 5 * MEGABYTE

ENDINGS = {
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".odt", ".rtf", ".pdf", ".vtt", ".srt",
}  # fmt: skip
#: A part that only a document of a kind has, and who reads that kind.
PACKED = {"word/document.xml": html_of_docx, "content.xml": html_of_odt}


class Source(NamedTuple):
    """The text of a report, and how many words of it its author had struck out or a reader would not have seen.

    Of subtitles also the second of the recording at which each of its paragraphs begins.
    """

    text: str
    left_out: int = 0
    seconds: tuple[int, ...] = ()


def text_of_file(file: BinaryIO, name: str, size: int | None = None) -> Source:
    """The text of a file. ``size`` is what its sender says; never more than MOST_BYTES are read.

    The ending decides between plain text, Markdown and HTML; a document is known by what is in it. Raises Unreadable.
    """
    if size is not None and size > MOST_BYTES:
        raise Unreadable(_too_big(size))
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Unreadable(_too_big(None))
    return checked(_source_of(data, PurePath(name).suffix.lower()))


def text_of_paste(text: str) -> Source:
    """The text of what was pasted; the source of an HTML page is read as that page. Raises Unreadable."""
    _check_length(text)
    if is_subtitles(text):
        return checked(text_of_subtitles(text))
    return checked(text_of_html(html_of(text)) if is_html(text) else Source(text))


def checked(source: Source) -> Source:
    """With plain newlines and no characters that show nothing. Raises Unreadable when nothing or too much is left."""
    text = NOT_TEXT.sub(" ", richtext.NEWLINES.sub("\n", source.text))
    text, struck = unseen.without_struck_letters(marks.without_private(marks.shown(text)))
    _check_length(text)
    if not any(character.isalpha() for character in text):
        raise Unreadable("There is no text in it: paste the report, or choose another file.")
    return source._replace(text=text, left_out=source.left_out + struck)


def text_of_html(html: str) -> Source:
    """Its lines, each a paragraph, of what a reader of the page sees. Raises Unreadable."""
    if richtext.has_too_much_markup(html):
        raise Unreadable("This page has more mark-up than a report can have: copy its text and paste that.")
    tree, left_out = richtext.parse_and_count(html)
    return Source("\n\n".join(_lines(tree)), left_out)


def _lines(box: richtext.Box) -> Iterator[str]:
    """The lines of a page; the first of an item of a list with its bullet or number."""
    for number, child in enumerate(box.children, box.start):
        if isinstance(child, richtext.Line):
            yield child.text
        elif child.tag == "li":
            first, *rest = _lines(child)
            yield (f"{written(number, box.numbering)}. " if box.tag == "ol" else "• ") + first
            yield from rest
        else:
            yield from _lines(child)


def _source_of(data: bytes, ending: str) -> Source:
    from intake.pdf import html_of_pdf  # its library is large: nobody else waits for it at the start

    if data[:4] == b"PK\x03\x04":
        return text_of_html(html_of_archive(data, PACKED))
    if data[:5] == b"%PDF-":
        return text_of_html(html_of_pdf(data))
    if data[:5] == b"{\\rtf":
        return text_of_html(html_of_rtf(data))
    _refuse_other_formats(data, ending)
    text = decoded(data)
    if ending in (".html", ".htm") or PAGE_BEGINS.match(text):
        return text_of_html(text)
    if ending in (".md", ".markdown"):
        _check_length(text)
        return text_of_markdown(text)
    if is_subtitles(text):
        return text_of_subtitles(text)
    return text_of_html(html_of(text)) if is_html(text) else Source(text)


def text_of_subtitles(text: str) -> Source:
    """A transcript: each turn a paragraph, "Name: words"."""
    _check_length(text)
    turns = turns_in(text)
    return Source("\n\n".join(map(str, turns)), seconds=tuple(turn.second for turn in turns))


def text_of_markdown(text: str) -> Source:
    """As of the page that it makes; its front matter stays as it is written."""
    from intake.markdown import html_of_markdown, parted  # likewise

    head, body = parted(text)
    source = text_of_html(html_of_markdown(body))
    return source._replace(text=head + source.text)


def _refuse_other_formats(data: bytes, ending: str) -> None:
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise Unreadable("This is an old Word file (.doc): save it as .docx, or paste its text.")
    if ending in (".docx", ".odt", ".rtf", ".pdf"):
        raise Unreadable(
            f"This is not a {ending} file, whatever its name says: save it anew, or paste its text."
        )
    if ending not in ENDINGS:
        raise Unreadable(f"A file of this kind cannot be read: choose {OFFERED}, or paste the text.")


def _check_length(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(too_long())


def _too_big(size: int | None) -> str:
    megabytes = f" ({size // MEGABYTE} MB)" if size else ""
    return f"This file is too big{megabytes}: up to {MOST_BYTES // MEGABYTE} MB can be read. Paste its text instead."

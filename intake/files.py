"""The text of a report out of what was pasted or uploaded.

All of it is hostile: each bound is checked before more is read. Whatever cannot be read is refused with one
sentence that an editor understands (`Unreadable`).
"""

import codecs
import re
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePath
from typing import IO, BinaryIO
from xml.parsers import expat

from publishing import richtext

MEGABYTE = 1024 * 1024
MOST_BYTES = 5 * MEGABYTE
MOST_CHARACTERS = 1_000_000
#: Unpacked, the text of a .docx: a thousand pages with their formatting stay below it.
MOST_XML_BYTES = 60 * MEGABYTE
MOST_PARTS = 5_000
DEEPEST_XML = 200
CHUNK = 64 * 1024
CYRILLIC_PAGE = 4

ENDINGS = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx"}
OFFERED = ".txt, .md, .html or .docx"

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
#: Not the report's words: what a tracked change removed, and the same text box once more for old readers.
PASSED_OVER = {WORD + "del", WORD + "moveFrom", WORD + "instrText", FALLBACK}

HTML_BEGINS = re.compile(r"\s*(?:<!doctype html|<html\b|<head\b|<body\b|<(?:p|div|article|h1)\b[^>]*>)", re.I)
NAMED_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,20})", re.I)
NEWLINES = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")
#: A lone surrogate or a control character is no letter of a report and no database keeps a NUL.
NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

#: What zipfile and expat raise on a broken, truncated or encrypted archive, or one in an encoding that is none.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    RuntimeError,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
)

MARKS_BY_LINE = [
    (re.compile(r"(?m)^ {0,3}(?:```|~~~).*$"), ""),
    (re.compile(r"(?m)^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$"), r"\1"),
    (re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+"), ""),
    (re.compile(r"(?m)^[ \t]*[*+-][ \t]+(?=\S)"), ""),
    (re.compile(r"(?m)^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+)$"), ""),
]
MARKS_INSIDE = [
    (re.compile(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,1000}\)"), ""),
    (re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,1000}\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]{1,400}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,400}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]{1,400}?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!-])"), r"\1"),
]


UNPACKS_TO_TOO_MUCH = "This .docx unpacks to far more than a report: paste its text instead."


class Unreadable(ValueError):
    """Why a text cannot be read, as one sentence for the editor."""


def text_of_file(file: BinaryIO, name: str, size: int | None = None) -> str:
    """The text of a file. ``size`` is what its sender says; never more than MOST_BYTES are read.

    The ending decides between plain text, Markdown and HTML; a .docx is known by what is in it. Raises Unreadable.
    """
    if size is not None and size > MOST_BYTES:
        raise Unreadable(_too_big(size))
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Unreadable(_too_big(None))
    return checked(_text_of(data, PurePath(name).suffix.lower()))


def text_of_paste(text: str) -> str:
    """The text of what was pasted; the source of an HTML page is read as that page. Raises Unreadable."""
    _check_length(text)
    return checked(text_of_html(text) if HTML_BEGINS.match(text) else text)


def checked(text: str) -> str:
    """The text with plain newlines and no control characters. Raises Unreadable when nothing or too much is left."""
    text = NOT_TEXT.sub(" ", NEWLINES.sub("\n", text.removeprefix("\ufeff")))
    _check_length(text)
    if not any(character.isalpha() for character in text):
        raise Unreadable("There is no text in it: paste the report, or choose another file.")
    return text


def text_of_html(html: str) -> str:
    """Its lines, each a paragraph; scripts, styles and everything that is no text are gone. Raises Unreadable."""
    if richtext.has_too_much_markup(html):
        raise Unreadable("This page has more mark-up than a report can have: copy its text and paste that.")
    return "\n\n".join(line.text for line in richtext.lines(richtext.parse(html)))


def text_of_markdown(text: str) -> str:
    """The text without the marks of Markdown; what is no mark stays as it is."""
    for pattern, kept in MARKS_BY_LINE + MARKS_INSIDE:
        text = pattern.sub(kept, text)
    return text


def _text_of(data: bytes, ending: str) -> str:
    if data[:4] == b"PK\x03\x04":
        return text_of_docx(data)
    _refuse_other_formats(data, ending)
    text = decoded(data)
    if ending in (".html", ".htm") or HTML_BEGINS.match(text):
        return text_of_html(text)
    return text_of_markdown(text) if ending in (".md", ".markdown") else text


def _refuse_other_formats(data: bytes, ending: str) -> None:
    if data[:5] == b"%PDF-":
        raise Unreadable("This is a PDF: open it, copy its text and paste that.")
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise Unreadable("This is an old Word file (.doc): save it as .docx, or paste its text.")
    if data[:5] == b"{\\rtf":
        raise Unreadable("This is an RTF file: save it as .docx, or paste its text.")
    if ending == ".docx":
        raise Unreadable("This is not a .docx file, whatever its name says: save it anew, or paste its text.")
    if ending not in ENDINGS:
        raise Unreadable(f"A file of this kind cannot be read: choose {OFFERED}, or paste the text.")


def decoded(data: bytes) -> str:
    """The text of bytes in UTF-8, UTF-16, windows-1251 or Latin-1. Raises Unreadable when they are no text."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _decoded(data, encoding)
    named = NAMED_CHARSET.search(data[:2048])
    for encoding in filter(None, [_of_zeros(data), "utf-8", named and named[1].decode("ascii").lower()]):
        try:
            return _without_binary(data.decode(encoding))
        except (UnicodeError, LookupError):
            continue
    return _without_binary(data.decode(_of_letters(data), errors="replace"))


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            "This file is broken: it claims an encoding that it is not in. Save it as UTF-8."
        ) from error


def _of_zeros(data: bytes) -> str:
    """UTF-16 that does not say so: every other byte is the number of an alphabet, 0 for Latin, 4 for Cyrillic."""
    sample = data[:4096]
    even, odd = (sum(byte <= CYRILLIC_PAGE for byte in sample[first::2]) for first in (0, 1))
    if max(even, odd) * 5 < len(sample) * 2:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _of_letters(data: bytes) -> str:
    """Where most letters are no ASCII it is Cyrillic; where few are, they are the accents of Western Europe."""
    high = sum(byte >= 0xC0 for byte in data)
    ascii_letters = sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in data)
    return "cp1251" if high > ascii_letters else "cp1252"


def _without_binary(text: str) -> str:
    if len(NOT_TEXT.findall(text[:20_000])) * 100 > len(text[:20_000]):
        raise Unreadable(f"There is no text in this file: choose {OFFERED}, or paste the text.")
    return text


def text_of_docx(data: bytes) -> str:
    """The paragraphs of a Word document, each with a blank line after it. Raises Unreadable.

    The archive is never unpacked: one part is read as a stream, up to MOST_XML_BYTES, by a parser that refuses
    every declaration of an entity.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if len(archive.filelist) > MOST_PARTS:
                raise Unreadable("This .docx has too many parts to be a report: paste its text instead.")
            part = archive.getinfo("word/document.xml")
            if part.file_size > MOST_XML_BYTES:
                raise Unreadable(UNPACKS_TO_TOO_MUCH)
            with archive.open(part) as xml:
                return _Paragraphs().read(xml)
    except Unreadable:
        raise
    except KeyError as error:
        raise Unreadable(
            "This is an archive but no Word document: choose the .docx itself, or paste its text."
        ) from error
    except BROKEN as error:
        raise Unreadable("This .docx is broken or locked: save it anew, or paste its text.") from error


class _Paragraphs:
    """Reads word/document.xml; the words of a paragraph are the text of its w:t."""

    def __init__(self):
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.add
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.EntityDeclHandler = self.refuse
        self.depth = self.passed_over = self.in_text = self.characters = 0
        self.pieces: list[str] = []

    def read(self, xml: IO[bytes]) -> str:
        seen = 0
        while chunk := xml.read(CHUNK):
            seen += len(chunk)
            if seen > MOST_XML_BYTES:
                raise Unreadable(UNPACKS_TO_TOO_MUCH)
            self.parser.Parse(chunk, False)
        self.parser.Parse(b"", True)
        return re.sub(r"\n{3,}", "\n\n", "".join(self.pieces)).strip()

    def refuse(self, *_):
        raise Unreadable("This .docx holds declarations that no Word document needs, and is not read.")

    def start(self, name, _attributes):
        self.depth += 1
        if self.depth > DEEPEST_XML:
            raise Unreadable("This .docx is nested too deeply to be a report: paste its text instead.")
        self.passed_over += name in PASSED_OVER
        self.in_text += name == WORD + "t"
        if name in (WORD + "br", WORD + "cr"):
            self.put("\n")
        elif name == WORD + "tab":
            self.put(" ")
        elif name == WORD + "noBreakHyphen":
            self.put("\u2011")

    def end(self, name):
        self.depth -= 1
        self.in_text -= name == WORD + "t"
        if name == WORD + "p":
            self.put("\n\n")
        self.passed_over -= name in PASSED_OVER

    def add(self, text):
        if self.in_text:
            self.put(text)

    def put(self, text):
        if not self.passed_over:
            self.pieces.append(text)
            self.characters += len(text)
            if self.characters > 2 * MOST_CHARACTERS:
                raise Unreadable(_too_long(self.characters))


def _check_length(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(_too_long(len(text)))


def _too_long(characters: int) -> str:
    return (
        f"This is too long to be one report: more than {MOST_CHARACTERS // 1_000_000} million characters. "
        "Paste one report at a time."
    )


def _too_big(size: int | None) -> str:
    megabytes = f" ({size // MEGABYTE} MB)" if size else ""
    return f"This file is too big{megabytes}: up to {MOST_BYTES // MEGABYTE} MB can be read. Paste its text instead."

"""What the text of a Word document only names and its reader sees: diagrams, and texts of other kinds set into it."""

import posixpath
from collections.abc import Callable
from email import message_from_bytes, policy
from functools import cache
from html import escape
from zipfile import ZipFile

from intake.encodings import decoded
from intake.packed import MEGABYTE, XmlReader, html_of_archive
from intake.rtf import html_of_rtf
from intake.unreadable import Unreadable
from publishing.richtext import clean_html, has_too_much_markup, words_left_out
from publishing.typed import html_of
from publishing.unseen import hidden

OFFICE = "http://schemas.openxmlformats.org/"
STRICT = "http://purl.oclc.org/ooxml/"
RELATIONSHIPS = OFFICE + "package/2006/relationships "
DIAGRAM = OFFICE + "drawingml/2006/diagram "
DRAWN = OFFICE + "drawingml/2006/main "
#: All texts of other kinds together.
MOST_BYTES = 5 * MEGABYTE
DEEPEST_DIAGRAM = 20
#: Of a point that is what the diagram shows; others are its lines and their looks.
OF_WORDS = ("", "node", "asst", "doc")
UNREAD = (
    "This document holds a part in another format that cannot be read: open it in Word, save it anew, and choose it "
    "again."
)


@cache
def transitional(name: str) -> str:
    """The usual name of an element or attribute, also where the document is "Strict Open XML"."""
    if not name.startswith(STRICT):
        return name
    kind, _, rest = name.removeprefix(STRICT).partition("/")
    return f"{OFFICE}{kind}/2006/{rest}"


class WordReader(XmlReader):
    """Reads a part of a Word document, by the usual names of its elements."""

    kind = ".docx"

    def _start(self, name, attributes):
        super()._start(transitional(name), {transitional(key): value for key, value in attributes.items()})

    def _end(self, name):
        super()._end(transitional(name))


class Elsewhere:
    """Parts that the text of a document names; ``html_of_docx`` reads a document inside it."""

    def __init__(self, archive: ZipFile, html_of_docx: Callable[[ZipFile], str] | None):
        self.archive, self.html_of_docx = archive, html_of_docx
        self.names = set(archive.namelist())
        self.left = MOST_BYTES
        relations = _Relations()
        if "word/_rels/document.xml.rels" in self.names:
            relations.read_part(archive, archive.getinfo("word/_rels/document.xml.rels"))
        self.targets = relations.targets

    def diagram(self, relation: str) -> str:
        """The words of a diagram, as the list that its author wrote; nothing where its data is not there."""
        name = self.targets.get(relation, "")
        if name not in self.names:
            return ""
        reader = _Diagram()
        reader.read_part(self.archive, self.archive.getinfo(name))
        return reader.html

    def text(self, relation: str) -> str:
        """A text of another kind that a program has set into the document. Raises Unreadable where nobody can say
        what is in it."""
        name = self.targets.get(relation, "")
        if name not in self.names:
            raise Unreadable(UNREAD)
        with self.archive.open(name) as part:
            data = part.read(self.left + 1)
        self.left -= len(data)
        if self.left < 0:
            raise Unreadable(
                "This document holds more text of other kinds than a report: paste its text instead."
            )
        return _by_itself(self.html_of(data, posixpath.splitext(name)[1].lower()))

    def html_of(self, data: bytes, ending: str) -> str:
        if data[:4] == b"PK\x03\x04":
            if not self.html_of_docx:  # one document in another in another
                raise Unreadable(UNREAD)
            return html_of_archive(data, {"word/document.xml": self.html_of_docx})
        if data[:5] == b"{\\rtf":
            return html_of_rtf(data)
        if ending in (".mht", ".mhtml", ".eml") or data[:13].lower() == b"mime-version:":
            return _html_of_web_archive(data)
        if ending == ".xml":
            raise Unreadable(UNREAD)
        return html_of(decoded(data))


class _Relations(WordReader):
    """Which part is meant by which name."""

    def __init__(self):
        super().__init__()
        self.targets: dict[str, str] = {}

    def start(self, name, attributes):
        if name == RELATIONSHIPS + "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.join("word", attributes.get("Target", ""))
            self.targets[attributes.get("Id", "")] = posixpath.normpath(target).removeprefix("/")


class _Diagram(WordReader):
    """word/diagrams/data1.xml: points with their words, and which of them is above which."""

    def __init__(self):
        super().__init__()
        self.words: dict[str, str] = {}
        self.below: dict[str, list[tuple[int, str]]] = {}
        self.top = self.point = ""
        self.in_text = 0

    def start(self, name, attributes):
        if name == DIAGRAM + "pt":
            kind = attributes.get("type", "")
            self.point = attributes.get("modelId", "") if kind in OF_WORDS else ""
            self.top = self.point if kind == "doc" else self.top
            self.words.setdefault(self.point, "")
        elif name == DIAGRAM + "cxn" and attributes.get("type", "parOf") == "parOf":
            order = attributes.get("srcOrd", "0")
            one = (int(order) if order.isdecimal() and len(order) < 6 else 0, attributes.get("destId", ""))
            self.below.setdefault(attributes.get("srcId", ""), []).append(one)
        elif name in (DRAWN + "p", DRAWN + "br") and self.words.get(self.point):
            self.words[self.point] += " "
        self.in_text += name == DRAWN + "t"

    def end(self, name):
        self.in_text -= name == DRAWN + "t"

    def text(self, text):
        if self.in_text and self.point:
            self.count(text)
            self.words[self.point] += text

    @property
    def html(self) -> str:
        """Each point once, below the one that it belongs to; those that belong to none come last."""
        left = dict(self.words)
        left.pop("", None)
        left.pop(self.top, None)
        told = self.list_below(self.top, left, 0)
        return told + "".join(f"<p>{escape(words)}</p>" for words in left.values() if words.strip())

    def list_below(self, point: str, left: dict[str, str], depth: int) -> str:
        items = []
        for _, below in sorted(self.below.get(point, ())) if depth < DEEPEST_DIAGRAM else ():
            if below in left:
                words = escape(left.pop(below))
                items.append(f"<li>{words}{self.list_below(below, left, depth + 1)}</li>")
        return f"<ul>{''.join(items)}</ul>" if items else ""


def _by_itself(html: str) -> str:
    """The cleaned HTML, so that what is broken in it breaks nothing around it and its styles hold for itself alone; of
    what is left out, as many words that nobody sees."""
    if has_too_much_markup(html):
        raise Unreadable(UNREAD)
    return clean_html(html) + hidden("· " * words_left_out(html))


def _html_of_web_archive(data: bytes) -> str:
    """The page of a web archive (.mht), without its pictures."""
    message = message_from_bytes(data, policy=policy.default)
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "text/plain")]
    if not pages:
        raise Unreadable(UNREAD)
    page = next((part for part in pages if part.get_content_type() == "text/html"), pages[0])
    content = page.get_payload(decode=True)
    return html_of(decoded(content if isinstance(content, bytes) else b""))

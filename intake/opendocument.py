"""An OpenDocument text (.odt) as HTML, for the one cleaning that everything handed in goes through."""

import re
from html import escape
from zipfile import ZipFile

from intake.packed import XmlReader
from publishing import formulas
from publishing.unseen import SIGNS, hidden, looks, veils

OFFICE, TEXT, TABLE, STYLE, DRAWING = (
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0 "
    for name in ("office", "text", "table", "style", "drawing")
)
FORMAT = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0 "
COLOUR, GROUND, SIZE = FORMAT + "color", FORMAT + "background-color", FORMAT + "font-size"
COLOURED = re.compile(r"(?<![\w-])color:[^;]*;")
DESCRIPTION = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0 "
MATH = "http://www.w3.org/1998/Math/MathML "
ADDRESS = "http://www.w3.org/1999/xlink href"
#: Comments and notes, whose words are none of the report's: they are counted as left out.
BESIDE = {OFFICE + "annotation", TEXT + "note"}
#: What is no text at all, or stands elsewhere: how characters are read, what a picture shows.
PASSED_OVER = {
    TEXT + "sequence-decls",
    TEXT + "hidden-text",
    TABLE + "covered-table-cell",
    OFFICE + "forms",
    TEXT + "script",
    TEXT + "placeholder",
    TEXT + "ruby-text",
    DESCRIPTION + "title",
    DESCRIPTION + "desc",
} | {MATH + name for name in formulas.ANNOTATIONS}
#: Said of a section or a row; `display` may depend on a condition, whose result is `is-hidden`.
HIDDEN = {(TEXT + "display", "none"), (TEXT + "is-hidden", "true")} | {
    (TABLE + "visibility", one) for one in ("collapse", "filter")
}
#: A list goes on counting where one before it ended.
CONTINUED = {TEXT + "continue-numbering", TEXT + "continue-list"}
DELETED = TEXT + "tracked-changes"
BLOCKS = {TEXT + "p": "p", TEXT + "h": "h2", TEXT + "list-item": "li", TEXT + "section": "div"} | {
    TABLE + "table": "table",
    TABLE + "table-row": "tr",
    TABLE + "table-cell": "td",
}
SPANS = {TABLE + "number-columns-spanned": "colspan", TABLE + "number-rows-spanned": "rowspan"}
INSTEAD = {TEXT + "line-break": "<br>", TEXT + "tab": " ", TEXT + "s": " "}
#: Charts and tables are objects too, and larger.
LARGEST_FORMULA = 200_000
MOST_FORMULAS = 500
#: The text of drawn boxes and shapes, which stands beside the paragraph that they are anchored in.
BOXES = {
    DRAWING + name
    for name in ("text-box", "custom-shape", "rect", "ellipse", "circle", "polygon", "caption", "path")
}
PARAGRAPHS = {TEXT + "p", TEXT + "h"}
STYLED = PARAGRAPHS | {TEXT + "span"}


def html_of_odt(archive: ZipFile) -> str:
    """The paragraphs, tables and lists of a document. Raises KeyError where it is none, and Unreadable."""
    reader = _Content()
    if "styles.xml" in archive.namelist():
        reader.read_part(archive, archive.getinfo("styles.xml"))
    content = _Content(reader, _Formulas(archive))
    content.read_part(archive, archive.getinfo("content.xml"))
    return "".join(content.pieces) + hidden("".join(content.beside))


class _Formulas:
    """The formulas of a document, each a part of its own, as HTML by the address that the text has for it."""

    def __init__(self, archive: ZipFile):
        self.archive = archive
        sizes = {part.filename: part.file_size for part in archive.filelist}
        self.names = {name for name, size in sizes.items() if size <= LARGEST_FORMULA}
        self.known: dict[str, str] = {}

    def html(self, address: str) -> str:
        """Blank where no formula is there."""
        name = f"{address.removeprefix('./')}/content.xml"
        if name not in self.names:
            return ""
        if name not in self.known and len(self.known) < MOST_FORMULAS:
            reader = _Content()
            reader.in_text = reader.in_block = 1
            reader.read_part(self.archive, self.archive.getinfo(name))
            html = "".join(reader.pieces)
            self.known[name] = html if html.startswith("<math>") else ""
        return self.known.get(name, "")


class _Content(XmlReader):
    """content.xml, or styles.xml before it: the styles by name, then the text under them."""

    kind = ".odt"

    def __init__(self, named: "_Content | None" = None, formulas_of: _Formulas | None = None):
        super().__init__()
        self.formulas = formulas_of
        self.css: dict[str, str] = dict(named.css) if named else {}
        # style of a list and how deep it is → its first number, and "a", "i", …
        self.numbered: dict[tuple[str, int], tuple[int, str]] = dict(named.numbered) if named else {}
        self.reached: dict[tuple[str, int], int] = {}  # the same → the number of its last item
        self.lists: list[tuple[str, int]] = []  # the same of the open lists
        self.style = ""
        self.pieces: list[str] = []
        self.closing: list[str] = []  # what each open element writes when it closes
        self.beside: list[str] = []  # the words of comments and notes
        self.around: list[int] = []  # of each open one, in how many blocks it stands
        # Of each open box what was written before it and in how many blocks; and those behind the open paragraph.
        self.anchored: list[tuple[list[str], int]] = []
        self.boxes: list[str] = []
        self.begun: list[tuple[list[str], int]] = []  # where each open paragraph has been written
        self.passed_over = self.deleted = self.in_text = self.in_block = self.in_table = 0

    def start(self, name, attributes):
        self.passed_over += name in PASSED_OVER
        self.deleted += name == DELETED
        self.in_table += name == TABLE + "table"
        self.in_text += name == OFFICE + "text"
        if not self.in_text:
            self.closing.append("")
            self.style_says(name, attributes)
            return
        is_passed_over = self.passed_over or self.around or name in BESIDE
        opening, closing = ("", "") if is_passed_over else self.tags(name, attributes)
        if name in BESIDE:
            self.around.append(self.in_block)
            self.in_block = 0
        if name in BOXES:
            self.anchored.append((self.pieces, self.in_block))
            self.pieces, self.in_block = [], 0
        self.in_block += name in STYLED
        if name in PARAGRAPHS:
            self.begun.append((self.pieces, len(self.pieces)))
        elif name == TEXT + "hidden-paragraph" and HIDDEN.intersection(attributes.items()) and self.begun:
            pieces, start = self.begun[-1]
            pieces[start] = pieces[start].replace(">", " hidden>", 1)
        self.pieces.append(opening)
        self.closing.append(closing)

    def end(self, name):
        closing = self.closing.pop()
        self.pieces.append(closing)
        if name == TEXT + "list" and closing:
            self.lists.pop()
        self.in_block -= bool(self.in_text) and name in STYLED
        if name in PARAGRAPHS and self.begun:
            self.begun.pop()
        if name in BOXES and self.anchored:
            self.boxes += self.pieces
            self.pieces, self.in_block = self.anchored.pop()
        if self.boxes and not (self.in_block or self.anchored or self.around):
            self.pieces += self.boxes
            self.boxes = []
        if name in BESIDE and self.around:
            self.in_block = self.around.pop()
            self.beside.append(" ")
        self.in_text -= name == OFFICE + "text"
        self.deleted -= name == DELETED
        self.in_table -= name == TABLE + "table"
        self.passed_over -= name in PASSED_OVER

    def text(self, text):
        if self.in_block and not self.passed_over:
            self.count(text)
            (self.beside if self.around else self.pieces).append(escape(text))

    def tags(self, name: str, attributes: dict[str, str]) -> tuple[str, str]:
        style = escape(self.css.get(attributes.get(TEXT + "style-name", ""), "")) if name in STYLED else ""
        if self.in_table:  # which may be dark
            style = COLOURED.sub("", style)
        if name == DELETED:
            return "<del>", "</del>"
        if name in INSTEAD:
            return INSTEAD[name], ""
        if name == TEXT + "a":
            return f'<a href="{escape(attributes.get(ADDRESS, ""))}">', "</a>"
        if name == TEXT + "list":
            return self.list_tags(attributes)
        if name.startswith(MATH):
            tag = name.removeprefix(MATH)
            return (f"<{tag}>", f"</{tag}>") if tag in formulas.TAGS else ("", "")
        if name == DRAWING + "object" and self.formulas:
            formula = self.formulas.html(attributes.get(ADDRESS, ""))
            self.count(formula)
            return formula, ""
        if name == TEXT + "list-item" and self.lists:
            self.reached[self.lists[-1]] = self.reached.get(self.lists[-1], 0) + 1
        opening = closing = ""
        if name in BLOCKS:
            unseen = " hidden" if HIDDEN.intersection(attributes.items()) else ""
            spans = "".join(
                f' {html}="{escape(attributes[odt])}"' for odt, html in SPANS.items() if odt in attributes
            )
            opening, closing = f"<{BLOCKS[name]}{spans}{unseen}>", f"</{BLOCKS[name]}>"
        elif HIDDEN.intersection(attributes.items()):
            opening, closing = "<span hidden>", "</span>"
        if style:
            opening, closing = f'{opening}<span style="{style}">', f"</span>{closing}"
        return opening, closing

    def list_tags(self, attributes: dict[str, str]) -> tuple[str, str]:
        outer = self.lists[-1][0] if self.lists else ""
        kind = (attributes.get(TEXT + "style-name") or outer, len(self.lists) + 1)
        self.lists.append(kind)
        if kind not in self.numbered:
            return "<ul>", "</ul>"
        first, numbering = self.numbered[kind]
        if not CONTINUED.intersection(attributes):
            self.reached[kind] = first - 1
        return f'<ol start="{self.reached.get(kind, 0) + 1}" type="{escape(numbering)}">', "</ol>"

    def style_says(self, name: str, attributes: dict[str, str]) -> None:
        """The properties that say something, as CSS: they mean there what they mean here."""
        if name == STYLE + "style":
            self.style = attributes.get(STYLE + "name", "")
            self.css[self.style] = self.css.get(attributes.get(STYLE + "parent-style-name", ""), "")
        elif name == STYLE + "text-properties" and self.style:
            self.css[self.style] += _css(attributes)
        elif name == STYLE + "paragraph-properties" and self.style and GROUND in attributes:
            self.css[self.style] += f"background-color:{attributes[GROUND]};"
        elif name == TEXT + "list-style":
            self.style = attributes.get(STYLE + "name", "")
        elif name == TEXT + "list-level-style-number" and attributes.get(STYLE + "num-format"):
            level, first = (attributes.get(TEXT + name, "1") for name in ("level", "start-value"))
            if level.isdecimal():
                number = int(first) if first.isdecimal() else 1
                self.numbered.setdefault((self.style, int(level)), (number, attributes[STYLE + "num-format"]))


def _css(attributes: dict[str, str]) -> str:
    """Of a style's properties those that strike out, hide, raise or lower, and what white letters stand on."""
    css = {
        "font-family": attributes.get(STYLE + "font-name", "").lower(),
        "font-size": attributes.get(SIZE, ""),
    }
    if attributes.get(STYLE + "text-line-through-style", "none") != "none" or (
        attributes.get(STYLE + "text-line-through-type", "none") != "none"
    ):
        css["text-decoration"] = "line-through"
    if attributes.get(TEXT + "display") == "none":
        css["display"] = "none"
    height = attributes.get(STYLE + "text-position", "").partition(" ")[0]
    if height and height != "0%":
        css["vertical-align"] = "sub" if height.startswith(("sub", "-")) else "super"
    says_something = looks(css) or veils(css) or css["font-family"] in SIGNS
    said = "".join(f"{name}:{value};" for name, value in css.items()) if says_something else ""
    said += f"background-color:{attributes[GROUND]};" if GROUND in attributes else ""
    return said + (f"color:{attributes[COLOUR]};" if COLOUR in attributes else "")

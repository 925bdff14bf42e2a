"""A Word document as HTML: its words with what marks them, for the one cleaning that everything handed in goes through.

The archive is never unpacked: a few parts are read as streams, up to MOST_XML_BYTES each, by a parser that refuses
every declaration of an entity.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from html import escape
from zipfile import ZipFile

from intake.field_codes import FORMULA, SETS_FORMULAS, html_of_field
from intake.word_parts import DIAGRAM, OFFICE, Elsewhere, WordReader
from publishing import formulas
from publishing.marks import symbol
from publishing.numerals import written
from publishing.richtext.tables import MOST_COLUMNS
from publishing.unseen import LOWERED, RAISED, SIGNS, height_of, hidden, in_colours, with_height

WORD = OFFICE + "wordprocessingml/2006/main "
MATH = OFFICE + "officeDocument/2006/math "
RELATION = OFFICE + "officeDocument/2006/relationships "
COMPATIBILITY = OFFICE + "markup-compatibility/2006 "
VML = "urn:schemas-microsoft-com:vml "
VALUE, STYLE_ID, DEFAULT = WORD + "val", WORD + "styleId", WORD + "default"
#: Not the report's words: what was moved elsewhere, the looks that a tracked change replaced, how characters are read.
PASSED_OVER = {WORD + name for name in ("moveFrom", "rPrChange", "pPrChange", "delInstrText", "rt")}
#: The same drawing for new and for old readers.
ALTERNATIVES = COMPATIBILITY + "AlternateContent"
ALTERNATIVE = {COMPATIBILITY + "Choice", COMPATIBILITY + "Fallback"}
STRUCK = {WORD + "strike", WORD + "dstrike", WORD + "vanish"}
#: In the text of a list's level the number of one, counted from 1.
LEVEL = re.compile("%([1-9])")
#: Formats of numbers, as `numerals` names them.
NUMBERINGS = {
    "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "decimalZero": "01",
    "russianLower": "а", "russianUpper": "А",
}  # fmt: skip
ABSTRACT = "abstract "  # before the name of a list that others are made after
HEIGHTS = {"superscript": RAISED, "subscript": LOWERED}
#: Of a row or a cell the properties that say it is not there; a placeholder shows what should be written.
GONE = {WORD + "del", WORD + "hidden", WORD + "cellDel"}
MERGED = {WORD + "vMerge", WORD + "hMerge"}
#: Of the end of a paragraph what says that none is seen.
ENDLESS = {WORD + "del", WORD + "vanish"}
#: The text of a drawn box, which stands beside the paragraph that it is anchored in.
BOX = WORD + "txbxContent"
#: Letters that are drawn: a watermark, a title.
DRAWN_LETTERS = VML + "textpath"
EMBEDDED = "urn:schemas-microsoft-com:office:office OLEObject"
PLACEHOLDER = WORD + "showingPlcHdr"
SMALLEST = 2  # half-points: nobody reads letters of one point
COLOUR = re.compile("[0-9a-f]{6}")
#: The colour of the page, where it has no figures.
THEME = {"background1": "ffffff", "light1": "ffffff"}
#: Colours of the pen that marks letters. Under the black one those of no colour of their own are not seen.
HIGHLIGHTS = {
    "black": "000000", "white": "ffffff", "yellow": "ffff00", "red": "ff0000", "green": "00ff00", "blue": "0000ff",
    "cyan": "00ffff", "magenta": "ff00ff",
}  # fmt: skip
TO_A_NOTE = "#_ftn1"
OFF = ("0", "false", "off", "none")
NOTES = {WORD + "footnoteReference", WORD + "endnoteReference"}
OWN_MARK = WORD + "customMarkFollows"
TABLE_LOOKS = {WORD + "trPr", WORD + "tcPr"}
HOLDERS = {WORD + "tr", WORD + "tc", WORD + "sdt"}
INSTEAD = {"br": "<br>", "cr": "<br>", "tab": " ", "ptab": " ", "noBreakHyphen": "\u2011"}
#: Parts of a document that stand beside its text.
BESIDE = {"word/footnotes.xml", "word/endnotes.xml", "word/comments.xml"}
#: Elements that are the document's text.
TEXTS = {WORD + "t", WORD + "delText", MATH + "t"}
TABLE = {WORD + "tbl": "table", WORD + "tr": "tr", WORD + "tc": "td"}


@dataclass(frozen=True)
class Looks:
    """How the letters of a run look, as far as it says something; None is as its style has it."""

    struck: bool | None = None
    height: str | None = None
    position: str | None = None  # raised or lowered by a length
    font: str = ""
    colour: str = ""  # in six figures, as what is behind the letters, and over that the mark of a pen
    ground: str = ""
    pen: str = ""
    is_mark: bool = False  # the mark of a note that its author chose

    def over(self, under: "Looks") -> "Looks":
        return Looks(
            under.struck if self.struck is None else self.struck,
            under.height if self.height is None else self.height,
            under.position if self.position is None else self.position,
            self.font or under.font,
            self.colour or under.colour,
            self.ground or under.ground,
            self.pen or under.pen,
            self.is_mark,
        )


@dataclass
class Style:
    """A named style, and what it is based on."""

    based_on: str = ""
    looks: Looks = field(default_factory=Looks)
    list_id: str = ""


def html_of_docx(archive: ZipFile) -> str:
    """The paragraphs, tables and lists of a document. Raises KeyError where it is none, and Unreadable."""
    return _html(archive, Elsewhere(archive, _html_of_inner))


def _html_of_inner(archive: ZipFile) -> str:
    """A document that is set into another, and has none in itself."""
    return _html(archive, Elsewhere(archive, None))


def _html(archive: ZipFile, elsewhere: Elsewhere) -> str:
    document = archive.getinfo("word/document.xml")
    names = set(archive.namelist())
    styles, numbering = _Styles(), _Numbering()
    for name, reader in (("word/styles.xml", styles), ("word/numbering.xml", numbering)):
        if name in names:
            reader.read_part(archive, archive.getinfo(name))
    body = _Body(styles, numbering, elsewhere)
    body.read_part(archive, document)
    return "".join(body.pieces) + "".join(_beside(archive, name) for name in sorted(names & BESIDE))


def _beside(archive: ZipFile, name: str) -> str:
    reader = _Beside()
    reader.read_part(archive, archive.getinfo(name))
    return hidden("".join(reader.pieces))


class _Beside(WordReader):
    """Notes and comments: their words are none of the report's, and are counted as left out."""

    def __init__(self):
        super().__init__()
        self.in_text = 0
        self.pieces: list[str] = []

    def start(self, name, attributes):
        self.in_text += name == WORD + "t"
        if name == WORD + "p":
            self.pieces.append(" ")

    def end(self, name):
        self.in_text -= name == WORD + "t"

    def text(self, text):
        if self.in_text:
            self.count(text)
            self.pieces.append(escape(text))


def is_on(attributes: dict[str, str]) -> bool:
    return attributes.get(VALUE, "true") not in OFF


def is_spanned(name: str, attributes: dict[str, str]) -> bool:
    """Whether a cell is a part of the one above or before it, which alone is shown."""
    return name in MERGED and attributes.get(VALUE) != "restart"


def ground_of(attributes: dict[str, str]) -> str:
    """The colour of a shading; nothing for that of the page."""
    fill = attributes.get(WORD + "fill", "").lower()
    return "" if fill in ("auto", "ffffff") else fill


def looks_with(looks: Looks, name: str, attributes: dict[str, str]) -> Looks:
    """``looks`` with what one property of a run says."""
    if name in STRUCK:
        return replace(looks, struck=is_on(attributes) or bool(looks.struck))
    if name == WORD + "sz":
        is_nothing = 0 < _number(attributes.get(VALUE, "")) <= SMALLEST
        return replace(looks, struck=True if is_nothing else looks.struck)
    if name == WORD + "vertAlign":
        return replace(looks, height=HEIGHTS.get(attributes.get(VALUE, ""), ""))
    if name == WORD + "position":
        return replace(looks, position=height_of(_number(attributes.get(VALUE, "")) / 2))
    if name == WORD + "color":
        colour = attributes.get(VALUE, "").lower()
        by_theme = THEME.get(attributes.get(WORD + "themeColor", ""), "auto")
        return replace(looks, colour=colour if COLOUR.fullmatch(colour) else by_theme)
    if name == WORD + "shd":
        return replace(looks, ground=ground_of(attributes) or looks.ground)
    if name == WORD + "highlight" and is_on(attributes):
        value = attributes.get(VALUE, "")
        return replace(looks, pen=HIGHLIGHTS.get(value, value))
    if name == WORD + "rFonts":
        return replace(looks, font=attributes.get(WORD + "ascii", "") or attributes.get(WORD + "hAnsi", ""))
    return looks


class _Styles(WordReader):
    """word/styles.xml: the looks of each style by its id."""

    def __init__(self):
        super().__init__()
        self.styles: dict[str, Style] = {}
        self.style = Style()
        self.default = ""  # the style of paragraphs that name none

    def start(self, name, attributes):
        if name == WORD + "style":
            self.style = self.styles[attributes.get(STYLE_ID, "")] = Style()
            if attributes.get(WORD + "type") == "paragraph" and is_on({VALUE: attributes.get(DEFAULT, "0")}):
                self.default = attributes.get(STYLE_ID, "")
        elif name == WORD + "basedOn":
            self.style.based_on = attributes.get(VALUE, "")
        elif name == WORD + "numId":
            self.style.list_id = attributes.get(VALUE, "")
        else:
            self.style.looks = looks_with(self.style.looks, name, attributes)

    def looks(self, key: str) -> Looks:
        found = Looks()
        for style in self.line(key):
            found = found.over(style.looks)
        return found

    def list_id(self, key: str) -> str:
        return next((style.list_id for style in self.line(key) if style.list_id), "")

    def line(self, key: str) -> list[Style]:
        """A style and those it is based on, none twice."""
        found: dict[str, Style] = {}
        while key in self.styles and key not in found:
            found[key] = self.styles[key]
            key = found[key].based_on
        return list(found.values())


class _Numbering(WordReader):
    """word/numbering.xml: whether the items of a list are numbered, and which number comes next."""

    def __init__(self):
        super().__init__()
        self.formats: dict[tuple[str, str], str] = {}  # (list or abstract list, level) → bullet, decimal, …
        self.texts: dict[tuple[str, str], str] = {}  # the same → "%1.%2", of the numbers of the levels
        self.starts: dict[tuple[str, str], int] = {}  # the same → its first number
        self.abstract: dict[str, str] = {}  # list → abstract list
        self.at = self.level = self.list_id = ""
        self.reached: dict[str, dict[int, int]] = defaultdict(dict)

    def start(self, name, attributes):
        if name == WORD + "abstractNum":
            self.at = ABSTRACT + attributes.get(WORD + "abstractNumId", "")
        elif name in (WORD + "lvl", WORD + "lvlOverride"):
            self.level = attributes.get(WORD + "ilvl", "0")
        elif name == WORD + "numFmt":
            self.formats.setdefault((self.at, self.level), attributes.get(VALUE, ""))
        elif name == WORD + "lvlText":
            self.texts.setdefault((self.at, self.level), attributes.get(VALUE, ""))
        elif name in (WORD + "start", WORD + "startOverride"):
            self.starts.setdefault((self.at, self.level), _number(attributes.get(VALUE, "")))
        elif name == WORD + "num":
            self.at = self.list_id = attributes.get(WORD + "numId", "")
        elif name == WORD + "abstractNumId":
            self.abstract[self.list_id] = ABSTRACT + attributes.get(VALUE, "")

    def mark(self, list_id: str, level: str) -> str:
        """What stands before the next item of a list; 0 is Word's way to say that it is in none."""
        kept = self.of(self.formats, list_id, level, "bullet")
        if list_id in ("", "0") or kept == "none":
            return ""
        if kept == "bullet":
            return "• "
        depth = int(level) if level.isdigit() and len(level) < 3 else 0
        reached = self.reached[list_id]
        first = self.of(self.starts, list_id, level, 1)
        reached[depth] = reached.get(depth, first - 1) + 1
        for deeper in [one for one in reached if one > depth]:
            del reached[deeper]
        text = self.of(self.texts, list_id, level, "") or f"%{depth + 1}."
        return LEVEL.sub(lambda found: self.number(list_id, int(found[1]) - 1), text) + " "

    def of(self, said: dict, list_id: str, level: str, otherwise):
        """What is ``said`` of a level of a list, by itself or by the one that it is made after."""
        abstract = (self.abstract.get(list_id, ""), level)
        return said.get((list_id, level)) or said.get(abstract, otherwise)

    def number(self, list_id: str, depth: int) -> str:
        """The number that a level of a list has reached, as it is written."""
        number = self.reached[list_id].get(depth, self.of(self.starts, list_id, str(depth), 1))
        return written(number, NUMBERINGS.get(self.of(self.formats, list_id, str(depth), ""), ""))


@dataclass
class _Paragraph:
    """A paragraph that is being read; its mark is written before its first words."""

    style: str = ""
    list_id: str = ""
    level: str = "0"
    is_begun: bool = False
    ground: str = ""
    goes_on: bool = False  # its end is struck out: the next is the rest of it


@dataclass
class _Field:
    """A field that is being read: where its code begins, and what was so of its paragraph there."""

    paragraph: _Paragraph
    start: int
    was_begun: bool
    is_parted: bool = False
    code: str = ""


class _Body(WordReader):
    """word/document.xml; the words of a paragraph are the text of its w:t."""

    def __init__(self, styles: _Styles, numbering: _Numbering, elsewhere: Elsewhere):
        super().__init__()
        self.styles, self.numbering, self.elsewhere = styles, numbering, elsewhere
        self.pieces: list[str] = []
        self.paragraphs: list[_Paragraph] = []
        self.unended: tuple[int, bool] = (
            0,
            False,
        )  # how many pieces ended such a one, and whether it has words
        self.runs: list[tuple[Looks, str]] = []  # of each open run: what it says itself, and its style
        self.holders: list[
            list[str]
        ] = []  # what says of each open row, cell and control that it is not there
        self.beside: list[list[str]] = []  # of each open box what was written before it
        self.boxes: list[str] = []  # those that stand behind the open paragraph
        self.fields: list[_Field] = []  # those that are open
        self.simple_fields: list[tuple[str, int]] = []  # of each open one its code, and where it begins
        self.alternatives: list[
            int
        ] = []  # of each open choice of drawings how many characters stood before it
        self.is_told: list[bool] = []  # of each open one of them whether one before it had words
        self.in_code = 0
        self.in_table_looks = 0
        self.passed_over = self.deleted = self.in_text = self.in_paragraph_looks = self.in_run_looks = 0

    def start(self, name, attributes):
        self.passed_over += name in PASSED_OVER
        if name == ALTERNATIVES:
            self.alternatives.append(self.characters)
        elif name in ALTERNATIVE and self.alternatives:
            self.is_told.append(self.characters > self.alternatives[-1])
            self.passed_over += self.is_told[-1]
        self.deleted += name == WORD + "del"
        self.holder_says(name, attributes)
        self.in_text += name in TEXTS
        self.in_code += name == WORD + "instrText"
        self.in_paragraph_looks += name == WORD + "pPr"
        self.in_run_looks += name == WORD + "rPr"
        if self.passed_over:
            return
        if self.in_paragraph_looks:
            self.paragraph_says(name, attributes)
        elif self.in_run_looks:
            self.run_says(name, attributes)
        else:
            self.begin(name, attributes)

    def holder_says(self, name, attributes):
        """Rows, cells and controls say inside themselves that they are deleted, hidden or only a placeholder."""
        self.in_table_looks += name in TABLE_LOOKS
        if name in HOLDERS:
            self.holders.append([])
        elif self.holders and is_on(attributes):
            if name == PLACEHOLDER:
                self.holders[-1].append(name)
                self.passed_over += 1
            elif self.in_table_looks and (name in GONE or is_spanned(name, attributes)):
                self.holders[-1].append(name)
                self.deleted += 1

    def end_holder(self, name):
        self.in_table_looks -= name in TABLE_LOOKS
        if name in HOLDERS:
            said = self.holders.pop()
            self.passed_over -= said.count(PLACEHOLDER)
            self.deleted -= len(said) - said.count(PLACEHOLDER)

    def begin(self, name, attributes):
        local = name.removeprefix(WORD)
        if local == "p":
            self.begin_paragraph()
        elif local == "r":
            self.runs.append((Looks(), ""))
        elif name == BOX:
            self.beside.append(self.pieces)
            self.pieces = []
        elif local == "fldChar":
            self.field_says(attributes.get(WORD + "fldCharType", ""))
        elif local == "fldSimple":
            self.simple_fields.append((attributes.get(WORD + "instr", ""), len(self.pieces)))
        elif name == DIAGRAM + "relIds":
            self.tell_beside(self.elsewhere.diagram(attributes.get(RELATION + "dm", "")))
        elif local == "altChunk":
            self.pieces.append(self.elsewhere.text(attributes.get(RELATION + "id", "")))
        elif name == DRAWN_LETTERS:
            self.tell_beside(f"<p>{escape(attributes.get('string', ''))}</p>")
        elif name == EMBEDDED and SETS_FORMULAS.match(attributes.get("ProgID", "")):
            self.put(FORMULA)
        elif name in TABLE:
            self.pieces.append(f"<{TABLE[name]}>")
        elif local == "gridBefore":
            self.pieces.append("<td></td>" * min(_number(attributes.get(VALUE, "")), MOST_COLUMNS))
        elif local == "gridSpan" and self.pieces[-1] == "<td>":
            self.pieces[-1] = f'<td colspan="{_number(attributes.get(VALUE, ""))}">'
        elif local == "hyperlink":
            self.pieces.append(f'<a href="#{escape(attributes.get(WORD + "anchor", ""))}">')
        elif name in NOTES and self.runs and attributes.get(OWN_MARK, "0") not in OFF:
            looks, style = self.runs[-1]
            self.runs[-1] = (replace(looks, is_mark=True), style)
        elif local == "sym":
            self.put(
                escape(symbol(_code(attributes.get(WORD + "char", "")), attributes.get(WORD + "font", "")))
            )
        elif tag := _formulas_tag(name):
            if not self.deleted:
                self.begin_words()
            self.pieces.append(f'<{tag} m:val="{escape(attributes.get(MATH + "val", ""))}">')
        elif local in INSTEAD and self.runs:
            self.put(INSTEAD[local])

    def begin_paragraph(self):
        pieces, is_begun = self.unended
        if pieces and pieces == len(self.pieces):
            self.pieces.pop()
        else:
            self.pieces.append("<p>")
            is_begun = False
        self.paragraphs.append(_Paragraph(is_begun=is_begun))

    def field_says(self, kind: str):
        """What stands in a field before it is parted from what it shows is its code."""
        if kind == "begin":
            self.fields.append(_Field(self.paragraph, len(self.pieces), self.paragraph.is_begun))
        elif kind in ("separate", "end") and self.fields:
            field = self.fields[-1] if kind == "separate" else self.fields.pop()
            if not field.is_parted and field.paragraph is self.paragraph:
                del self.pieces[field.start :]
                self.paragraph.is_begun = field.was_begun
            field.is_parted = True
            if kind == "end" and field.paragraph is self.paragraph:
                self.end_field(field.code, field.start)

    def end_field(self, code: str, start: int):
        """Word works out some fields anew each time it shows them, and keeps nothing but their code."""
        if len(self.pieces) == start and (html := html_of_field(code)):
            self.put(html)

    def tell_beside(self, html: str):
        """Words that are drawn stand behind the paragraph that they are anchored in."""
        self.count(html)
        self.boxes.append(hidden(html) if self.deleted else html)

    def end_box(self):
        self.boxes += self.pieces
        self.pieces = self.beside.pop()

    def end_paragraph(self):
        paragraph = self.paragraphs.pop()
        self.pieces.append("</p>")
        if self.boxes and not self.beside:
            self.pieces += self.boxes
            self.boxes = []
        self.unended = (len(self.pieces), paragraph.is_begun) if paragraph.goes_on else (0, False)

    def paragraph_says(self, name, attributes):
        if self.paragraphs and self.in_run_looks and name in ENDLESS and is_on(attributes):
            self.paragraphs[-1].goes_on = True
        if not self.paragraphs or self.in_run_looks:
            return
        paragraph, value = self.paragraphs[-1], attributes.get(VALUE, "")
        if name == WORD + "pStyle":
            paragraph.style = value
            paragraph.list_id = paragraph.list_id or self.styles.list_id(value)
        elif name == WORD + "numId":
            paragraph.list_id = value
        elif name == WORD + "ilvl":
            paragraph.level = value
        elif name == WORD + "shd":
            paragraph.ground = ground_of(attributes)

    def run_says(self, name, attributes):
        if not self.runs:
            return
        looks, style = self.runs[-1]
        if name == WORD + "rStyle":
            style = attributes.get(VALUE, "")
        self.runs[-1] = (looks_with(looks, name, attributes), style)

    def end(self, name):
        self.in_text -= name in TEXTS
        self.in_code -= name == WORD + "instrText"
        self.in_paragraph_looks -= name == WORD + "pPr"
        self.in_run_looks -= name == WORD + "rPr"
        self.deleted -= name == WORD + "del"
        self.end_holder(name)
        if not self.passed_over:
            if name == WORD + "p" and self.paragraphs:
                self.end_paragraph()
            elif name == WORD + "r" and self.runs:
                self.runs.pop()
            elif name == BOX and self.beside:
                self.end_box()
            elif name == WORD + "fldSimple" and self.simple_fields:
                self.end_field(*self.simple_fields.pop())
            elif name in TABLE:
                self.pieces.append(f"</{TABLE[name]}>")
            elif name == WORD + "hyperlink":
                self.pieces.append("</a>")
            elif tag := _formulas_tag(name):
                self.pieces.append(f"</{tag}>")
        self.passed_over -= name in PASSED_OVER
        if name == ALTERNATIVES:
            self.alternatives.pop()
        elif name in ALTERNATIVE and self.is_told:
            self.passed_over -= self.is_told.pop()

    def text(self, text):
        if self.passed_over:
            return
        if self.in_text:
            self.count(text)
            self.put(escape(text))
        elif self.in_code and self.fields:
            self.count(text)
            self.fields[-1].code += text

    @property
    def paragraph(self) -> _Paragraph:
        return self.paragraphs[-1] if self.paragraphs else _Paragraph()

    def begin_words(self):
        """Write the mark of the open paragraph, if these are its first words."""
        paragraph = self.paragraph
        if not paragraph.is_begun:
            paragraph.is_begun = True
            self.pieces.append(self.numbering.mark(paragraph.list_id, paragraph.level))

    def put(self, html: str):
        """Write what stands in the open run, under its looks."""
        own, style = self.runs[-1] if self.runs else (Looks(), "")
        looks = own.over(self.styles.looks(style)).over(
            self.styles.looks(self.paragraph.style or self.styles.default)
        )
        is_gone = bool(looks.struck or self.deleted)
        if html.strip() and not is_gone:
            self.begin_words()
        if looks.font.lower() in SIGNS:
            html = f'<font face="{looks.font.lower()}">{html}</font>'
        html = with_height(html, looks.height or looks.position or "")
        if looks.is_mark:
            html = f'<a href="{TO_A_NOTE}">{html}</a>'
        self.pieces.append(f"<del>{html}</del>" if is_gone else self.with_colours(html, looks))

    def with_colours(self, html: str, looks: Looks) -> str:
        behind = looks.pen or looks.ground or self.paragraph.ground
        colour = looks.colour.replace("auto", "") or ("000000" if looks.pen else "")
        if self.holders and not behind:
            return html  # the rows of a table may have the dark background of its style
        return in_colours(html, colour and f"#{colour}", behind and f"#{behind}")


def _formulas_tag(name: str) -> str:
    """What HTML calls an element of a formula; blank for others and for those that say nothing."""
    tag = f"m:{name.removeprefix(MATH).lower()}" if name.startswith(MATH) else ""
    return tag if tag in formulas.TAGS else ""


def _number(written: str) -> int:
    try:
        return int(written[:6])
    except ValueError:
        return 0


def _code(written: str) -> int:
    try:
        return int(written[:6], 16)
    except ValueError:
        return 0

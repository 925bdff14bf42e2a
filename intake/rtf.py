"""Rich text (.rtf) as HTML, for the one cleaning that everything handed in goes through.

An RTF file is groups in braces, control words that say how what follows looks, and text. Looks end with their group.
"""

import codecs
import re
from collections import defaultdict
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from intake.field_codes import FORMULA, SETS_FORMULAS, html_of_field
from intake.unreadable import MOST_CHARACTERS, Unreadable, too_long
from publishing import formulas
from publishing.marks import symbol
from publishing.unseen import LOWERED, RAISED, height_of, hidden, in_colours, with_height

DEEPEST = 200
TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.I
)
#: Groups that hold no text of the document: tables of fonts and styles, pictures, comments, heads and feet.
NO_TEXT = set(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf "
    b"atnid atnauthor listtable listoverridetable themedata datastore generator "
    b"fldinst xmlnstbl rsidtbl bkmkstart bkmkend sp shprslt xe tc tcn rxe objclass upr".split()
)
#: The text of a drawn box, for new and for old readers; it stands beside the paragraph that it is anchored in.
BOXES = {b"shptxt", b"dptxbxtext"}
#: What holds the drawing as old readers know it, and is passed over where there is a newer one.
DRAWN_BEFORE = b"shprslt"
#: Groups whose words are none of the report's, and are counted as left out.
BESIDE = {b"footnote", b"annotation"}
PARAGRAPH = "</p><p>"
#: What a control word writes.
WRITES = {
    b"par": PARAGRAPH, b"sect": PARAGRAPH, b"page": PARAGRAPH, b"line": "<br>", b"tab": " ", b"emdash": "—",
    b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•",
    b"emspace": " ", b"enspace": " ", b"qmspace": " ", b"row": PARAGRAPH, b"cell": " | ",
    b"nestrow": PARAGRAPH, b"nestcell": " | ",
}  # fmt: skip
#: Groups that are shown in a group that holds none: what the program of an object shows, and a text in Unicode.
INSTEAD_OF_IT = {b"result", b"ud"}
COLOUR_PARTS = {b"red", b"green", b"blue"}
GROUNDS = {b"chcbpat", b"cb", b"cbpat"}
BLACK = "#000000"
SMALLEST = 2  # half-points
STRUCK = {b"strike", b"striked", b"v", b"deleted"}
HEIGHTS = {b"super": RAISED, b"sub": LOWERED, b"nosupersub": ""}
#: By half-points, six where no number is given.
SHIFTS = {b"up": 1, b"dn": -1}
INSTEAD = {b"~": "\xa0", b"_": "\u2011", b"-": "", b"\n": PARAGRAPH, b"\r": PARAGRAPH}


#: The code pages of fonts; others have that of the document.
PAGES = {161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256"} | {
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 77: "mac_roman", 255: "cp437",
    # Of two bytes a letter.
    128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950",
}  # fmt: skip
#: Of old documents.
OLD_PAGES = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
#: The "code page" of fonts whose letters are other characters than their codes say.
OF_SYMBOLS = 2


@dataclass
class Font:
    """A font of the document's table."""

    name: str = ""
    page: str = ""
    is_of_symbols: bool = False


class Looks(NamedTuple):
    """What holds for the text of a group until it ends."""

    struck: frozenset[bytes] = frozenset()
    height: str = ""
    no_text: bool = False
    is_beside: bool = False
    is_code: bool = False  # of a field
    field: int = 0  # how many fields are open
    box: int = 0  # how many drawn boxes are open
    is_drawn_again: bool = False
    is_class: bool = False  # the name of the program of an object
    math: tuple[str, ...] = ()  # the open elements of a formula
    is_sign: bool = False  # which a formula is written with
    is_colour_table: bool = False
    colour: int = 0
    ground: int = 0
    pen: int = 0  # that marks letters
    is_nothing: bool = False  # letters of one point
    is_font_table: bool = False
    font: int | None = None
    skipped: int = 1  # how many letters stand for a Unicode one, for readers that know none


class _Reader:
    def __init__(self):
        self.looks = Looks()
        self.outer: list[Looks] = []
        self.pieces = ["<p>"]
        self.beside: list[str] = []  # the words of notes and comments
        self.fields: list[
            tuple[int, str]
        ] = []  # of each open one how much was written before it, and its code
        self.around: list[list[str]] = []  # of each open box what was written before it
        self.boxes: list[str] = []  # those that stand behind the open paragraph
        self.page = "cp1252"
        self.colours: list[tuple[int, ...]] = [()]
        self.in_row = False
        self.fonts: dict[int | None, Font] = defaultdict(Font)
        self.first_font: int | None = None
        self.decoders: dict[str, codecs.IncrementalDecoder] = {}
        self.sign = ("", "")  # of a formula, and what it is for
        self.to_skip = self.written = 0
        self.opens = False  # a group has just begun
        self.surrogate = 0

    def read(self, data: bytes) -> str:
        for token in TOKEN.finditer(data):
            word, number, code, sign, brace, text = token.groups()
            if brace:
                self.brace(brace)
                continue
            if word:
                self.word(word.lower(), int(number) if number else None)
            elif code:
                self.letters(bytes([int(code, 16)]))
            elif sign == b"*":
                self.begin_unknown()
            elif sign:
                self.put(INSTEAD.get(sign, ""), "") if sign in INSTEAD else self.text(sign.decode("latin-1"))
            elif text:
                self.letters(text)
            self.opens = False
        while self.outer:  # broken off
            self.close()
        return "".join([*self.pieces, "</p>", *self.boxes, hidden("".join(self.beside))])

    def brace(self, brace: bytes):
        self.opens = brace == b"{"
        self.to_skip = 0
        if self.opens:
            self.outer.append(self.looks)
            if len(self.outer) > DEEPEST:
                raise Unreadable("This .rtf is nested too deeply to be a report: paste its text instead.")
        elif self.outer:
            self.close()

    def close(self):
        """A group ends, and with it how its text looks, its field and its box."""
        inside, self.looks = self.looks, self.outer.pop()
        if len(inside.math) > len(self.looks.math):
            self.pieces.append("".join(f"</{tag}>" for tag in reversed(inside.math[len(self.looks.math) :])))
        if inside.is_sign and not self.looks.is_sign:
            self.pieces.append(f'<{self.sign[0]} m:val="{escape(self.sign[1])}"></{self.sign[0]}>')
        if inside.field > self.looks.field:
            before, code = self.fields.pop()
            if before == self.written:  # a field that its reader works out anew
                self.show(html_of_field(code))
        if inside.box > self.looks.box:
            self.boxes += [*self.pieces, "</p>"]
            self.pieces = self.around.pop()

    def begin_unknown(self):
        """A group that only its own readers know; in the table of fonts it holds no name either."""
        if self.opens:
            self.looks = self.looks._replace(no_text=True, is_font_table=False)

    def word(self, word: bytes, number: int | None):
        if self.looks.is_font_table:
            self.font_says(word, number)
        elif self.looks.is_colour_table:
            self.colours[-1] += (number or 0,) if word in COLOUR_PARTS else ()
        elif word == b"field":
            self.fields.append((self.written, ""))
            self.looks = self.looks._replace(field=len(self.fields))
        elif word in BOXES and not self.looks.is_drawn_again:
            self.begin_box()
        elif word in NO_TEXT:
            self.looks = self.looks._replace(
                no_text=True,
                is_code=word == b"fldinst",
                is_class=word == b"objclass",
                is_drawn_again=self.looks.is_drawn_again or word == DRAWN_BEFORE,
                is_font_table=word == b"fonttbl",
                is_colour_table=word == b"colortbl",
            )
        elif word in INSTEAD_OF_IT:
            self.looks = self.looks._replace(no_text=False)
        elif (tag := f"m:{word[1:].decode()}") in formulas.TAGS and word[:1] == b"m":
            self.begin_formula(tag)
        elif self.looks.math and word.endswith(b"pr"):
            self.looks = self.looks._replace(no_text=True)
        elif word in OLD_PAGES:
            self.page = OLD_PAGES[word]
        elif word == b"cf":
            self.looks = self.looks._replace(colour=number or 0)
        elif word in GROUNDS:
            self.looks = self.looks._replace(ground=number or 0)
        elif word == b"highlight":
            self.looks = self.looks._replace(pen=number or 0)
        elif word == b"trowd":
            self.in_row = True  # whose cells may be dark
        elif word == b"pard":
            self.in_row = False
        elif word == b"fs":
            self.looks = self.looks._replace(is_nothing=number is not None and 0 <= number <= SMALLEST)
        elif word in BESIDE:
            self.looks = self.looks._replace(no_text=False, is_beside=True)
            self.beside.append(" ")
        elif word == b"f":
            self.looks = self.looks._replace(font=number)
        elif word in STRUCK:
            change = self.looks.struck - {word} if number == 0 else self.looks.struck | {word}
            self.looks = self.looks._replace(struck=change)
        elif word == b"plain":
            self.looks = self.looks._replace(
                struck=frozenset(),
                height="",
                font=self.first_font,
                colour=0,
                ground=0,
                pen=0,
                is_nothing=False,
            )
        elif word == b"deff":
            self.first_font = number
            self.looks = self.looks._replace(font=number)
        elif word in HEIGHTS:
            self.looks = self.looks._replace(height="" if number == 0 else HEIGHTS[word])
        elif word in SHIFTS:
            points = (6 if number is None else number) / 2
            self.looks = self.looks._replace(height=height_of(SHIFTS[word] * points))
        elif word == b"ansicpg" and number:
            self.page = _known(f"cp{number}")
        elif word == b"uc" and number is not None:
            self.looks = self.looks._replace(skipped=max(0, min(number, 10)))
        elif word == b"u" and number is not None:
            self.unicode(number % 0x10000)
        elif word in WRITES:
            self.put(WRITES[word], "")

    def begin_box(self):
        """Of a drawing nothing is text but what stands in a box of it, under looks of its own."""
        self.around.append(self.pieces)
        self.pieces = ["<p>"]
        self.looks = self.looks._replace(no_text=False, box=len(self.around))

    def begin_formula(self, tag: str):
        """A formula, an element of one, or a sign that is told among the looks of an element."""
        if tag in formulas.SIGNS and self.looks.math:
            self.sign = (tag, "")
            self.looks = self.looks._replace(is_sign=True)
        elif self.looks.math or tag in formulas.ROOTS:
            self.looks = self.looks._replace(math=(*self.looks.math, tag), no_text=False)
            self.pieces.append(f"<{tag}>")

    def font_says(self, word: bytes, number: int | None):
        """In the table of fonts: which one is told of, and of what letters it is."""
        if word == b"f":
            self.looks = self.looks._replace(font=number)
        elif word == b"fcharset" and number in PAGES:
            self.fonts[self.looks.font].page = PAGES[number]
        elif word == b"fcharset":
            self.fonts[self.looks.font].is_of_symbols = number == OF_SYMBOLS

    def letters(self, codes: bytes):
        """Letters as their font has them; in the table of colours, what parts them."""
        if self.looks.is_colour_table:
            self.colours += [()] * codes.count(b";")
        font = self.fonts[self.looks.font]
        if self.looks.is_font_table:
            font.name = font.name or codes.decode("latin-1").strip(" ;")
        elif font.is_of_symbols:
            self.text("".join(symbol(code, font.name) for code in codes))
        else:
            skipped, self.to_skip = self.to_skip, max(0, self.to_skip - len(codes))
            self.put("", self.decoded(codes[skipped:], font.page or self.page))

    def decoded(self, letters: bytes, page: str) -> str:
        """The text of bytes, of which two may be one letter that comes in two parts."""
        if page not in self.decoders:
            self.decoders[page] = codecs.getincrementaldecoder(page)(errors="replace")
        return self.decoders[page].decode(letters)

    def unicode(self, code: int):
        """A letter by its number; two numbers make one beyond the first 65,536."""
        if 0xD800 <= code < 0xDC00:
            self.surrogate = code
        else:
            if 0xDC00 <= code < 0xE000:
                code = (
                    0x10000 + ((self.surrogate - 0xD800) << 10) + code - 0xDC00 if self.surrogate else 0xFFFD
                )
            self.surrogate = self.to_skip = 0
            self.text(chr(code))
        self.to_skip = self.looks.skipped

    def text(self, text: str):
        skipped, self.to_skip = self.to_skip, max(0, self.to_skip - len(text))
        self.put("", text[skipped:])

    def put(self, html: str, text: str):
        """Write a tag or a text, under the looks that hold."""
        if self.looks.is_code and self.fields:
            before, code = self.fields[-1]
            self.fields[-1] = (before, code + text)
        elif self.looks.is_sign:
            self.sign = (self.sign[0], self.sign[1] + text)
            return
        elif self.looks.is_class and SETS_FORMULAS.match(text) and not self.looks.is_beside:
            self.pieces.append(FORMULA)
        if self.looks.no_text:
            return
        self.written += len(text)
        if self.written > 2 * MOST_CHARACTERS:
            raise Unreadable(too_long())
        if self.looks.is_beside:
            self.beside.append(escape(text) or " ")
            return
        if self.boxes and not self.around and html == PARAGRAPH:
            html = f"</p>{''.join(self.boxes)}<p>"
            self.boxes = []
        self.pieces.append(html)
        self.show(with_height(escape(text), self.looks.height if text else ""))

    def show(self, html: str):
        """Write what stands in a line, under the looks that hold."""
        if html and not self.looks.no_text and not self.looks.is_beside:
            is_gone = self.looks.struck or self.looks.is_nothing
            html = self.with_colours(html)
            self.pieces.append(f"<del>{html}</del>" if is_gone else html)

    def with_colours(self, html: str) -> str:
        colour, ground, pen = map(self.colour, (self.looks.colour, self.looks.ground, self.looks.pen))
        if self.in_row and not (ground or pen):
            return html
        return in_colours(html, colour or (BLACK if pen else ""), pen or ground)

    def colour(self, number: int) -> str:
        """A colour of the table as CSS; nothing for that of page and letters."""
        parts = self.colours[number] if 0 <= number < len(self.colours) else ()
        return f"#{bytes(part & 0xFF for part in parts).hex()}" if len(parts) == 3 else ""


def html_of_rtf(data: bytes) -> str:
    """The paragraphs of a rich text; the cells of a row stand apart on one line. Raises Unreadable."""
    return re.sub(r" \| (</p>)", r"\1", _Reader().read(data))


def _known(page: str) -> str:
    try:
        return codecs.lookup(page).name
    except LookupError:
        return "cp1252"

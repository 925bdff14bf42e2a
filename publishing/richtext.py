"""Rich text as it is stored and shown: a few kinds of block, whose lines are runs of text with inline tags.

nh3 makes sense of whatever was pasted; what it leaves is read into a small tree and written anew, so that the
same text always has the same HTML. Whoever marks passages in a report works on the tree (`parse`), never on
the string.

Of a source stays what its reader sees and its author did not strike out (publishing/unseen.py); what its letters say
by their look stays as characters (publishing/marks.py); a row of a table is one line, its cells parted by bars.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import escape
from html.parser import HTMLParser
from itertools import groupby
from typing import NamedTuple

import nh3

from publishing import formulas, marks, unseen
from publishing.style_sheets import StyleSheets

LINES = {"p": "p", "h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
INLINE = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
LISTS = {"ul", "ol"}
BOXES = LISTS | {"blockquote", "li"}
# Not kept, but the text before and after them is not one line.
# fmt: off
BREAKS = {
    "address", "article", "aside", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "main", "menu", "nav", "optgroup",
    "option", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
}
# fmt: on
DROPPED_WITH_CONTENT = {
    "script",
    "style",
    "title",
    "template",
    "noscript",
    "iframe",
    "object",
    "svg",
    # What is shown where a sound, a film or a drawing is not; and how letters are read, set small above them.
    "audio",
    "video",
    "canvas",
    "rp",
    "rt",
}  # fmt: skip
# Nothing of them is kept; but they may be raised, struck out or hidden.
WRAPPERS = set(
    "abbr acronym bdi bdo big cite code data del dfn font ins kbd label mark nobr o:p output s samp"
    " small span strike sub sup time tt u var".split()
)
#: Word puts a formula into a comment that only itself reads, and a picture of it behind.
END_OF_COMMENT = "<![endif]-->"
WORDS_FORMULA = re.compile(r"<!--\[if gte msEquation \d+\]>(.*?)<!\[endif\]-->", re.I | re.S)
#: Not kept either, and no words or figures run together across them.
PARTS = {"img", "input", "button", "select", "textarea"}
EMPTY = {"br", "hr", "img", "input"}
CELL = " | "
#: Between the paragraphs of a cell; a cell that is longer is no part of a line.
IN_A_CELL = " / "
LONGEST_CELL = 200
MOST_COLUMNS = 20
NEAR = 40  # characters before a raised letter that tell what it is
DEEPEST = 8  # boxes inside boxes; no report needs more, and the writer below is recursive

# The sanitiser's time grows with the square of the depth; pages of newspapers stay below 60.
DEEPEST_ELEMENT = 500
MOST_TAGS = 100_000
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
COUNTED = LISTS | {"table"}
COUNTED_TAG = re.compile(r"<(/?)(ol|ul|table|li|tr)(?=[\s>])")
CLOSES_BY_ITSELF = set(
    "p li dt dd td th tr tbody thead tfoot option area base br col embed hr img input link meta source track "
    "wbr".split()
)

# What XML (and so a feed) cannot hold, and the control characters that mean nothing in a text.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
SPACES = re.compile(r"[ \t\n\f\r]+")  # HTML's white space; a no-break space is a character
PUBLIC_ADDRESS = re.compile(r"https?://[^/\\]|mailto:.", re.IGNORECASE)
SITE_ADDRESS = re.compile(r"/(?![/\\])")  # a second slash would lead to another host
WHOLE_NUMBER = re.compile(r"\s*\+?(-?[0-9]{1,9})\s*")
OPENING_MARKS = "“«„‘\"'"


class Tag(NamedTuple):
    """An inline element round a run; `attributes` is ready to be written."""

    name: str
    attributes: str = ""

    def opening(self) -> str:
        return f"<{self.name}{self.attributes}>"


class Run(NamedTuple):
    """Text under the same inline tags throughout; a line break is a newline in it."""

    text: str
    tags: tuple[Tag, ...] = ()


class Line(NamedTuple):
    """A paragraph or heading; without a tag, the text that stands directly in a list item."""

    tag: str
    runs: list[Run]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def opening(self) -> str:
        return f"<{self.tag}>"


class Box(NamedTuple):
    """A quotation, a list or an item of one; without a tag, the whole text. A numbered list begins at `start`, in
    figures or, with a `numbering` of "a", "A", "i" or "I", in letters or Roman figures."""

    tag: str
    children: list["Box | Line"]
    start: int = 1
    numbering: str = ""

    def opening(self) -> str:
        start = "" if self.start == 1 else f' start="{self.start}"'
        return f'<{self.tag}{start} type="{self.numbering}">' if self.numbering else f"<{self.tag}{start}>"


def clean_html(html: str) -> str:
    """The HTML that may be stored and shown: p, h2, h3, blockquote, ul, ol, li, a, strong, em and br, well
    formed.

    Bare text becomes paragraphs, and the text is in Unicode's form NFC. Cleaning what is clean changes
    nothing.
    """
    return "".join(block_html(block) for block in parse(html).children)


def plain_text(html: str) -> str:
    """The text of the cleaned HTML, one line for each paragraph, heading and list item. Places count in
    it."""
    return "\n".join(line.text for line in lines(parse(html)))


def words_left_out(html: str) -> int:
    """How many words `clean_html` leaves out because the author struck them out or a reader does not see them."""
    return _built(html).left_out


def left_out_in_words(words: int) -> str:
    """ "12 words that were struck out or hidden, or stood in notes and comments, were left out."; nothing for none."""
    if not words:
        return ""
    some, were = ("1 word", "was") if words == 1 else (f"{words:,} words", "were")
    return f"{some} that {were} struck out or hidden, or stood in notes and comments, {were} left out."


def has_too_much_markup(html: str) -> bool:
    """Whether there is more of it, or deeper, than a text that somebody wrote has: ask before it is cleaned."""
    return html.count("<") > MOST_TAGS or _deepest(html) > DEEPEST_ELEMENT


def parse(html: str) -> Box:
    """The tree of the cleaned HTML."""
    return _built(html).root


def parse_and_count(html: str) -> tuple[Box, int]:
    """The tree, and how many words are left out of it; see `words_left_out`."""
    built = _built(html)
    return built.root, built.left_out


def _built(html: str) -> "_Builder":
    html = _with_words_formulas(UNPRINTABLE.sub("", html))
    sound = nh3.clean(
        html,
        tags=LINES.keys()
        | INLINE.keys()
        | BOXES
        | BREAKS
        | WRAPPERS
        | PARTS
        | formulas.TAGS
        | {"a", "br", "q"},
        attributes={
            "*": {"style", "class", "id", "hidden", "open", "face", "color", "bgcolor", "m:val"},
            "a": {"href"},
            "mfrac": {"linethickness"},
            "ol": {"start", "reversed", "type"},
            "li": {"value"},
            "td": {"colspan", "rowspan"},
            "th": {"colspan", "rowspan"},
        },
        url_schemes={"http", "https", "mailto"},
        clean_content_tags=DROPPED_WITH_CONTENT | formulas.ANNOTATIONS,
        link_rel=None,
    )
    builder = _read(html, sound, white_is_unseen=True)
    kept = sum(len(line.text.split()) for line in lines(builder.root))
    # White throughout: a dark page, whose background stayed behind.
    return _read(html, sound, white_is_unseen=False) if builder.white_left_out > kept else builder


def _read(html: str, sound: str, white_is_unseen: bool) -> "_Builder":
    builder = _Builder(StyleSheets(html), _counted_parts(sound), white_is_unseen)
    builder.feed(sound)
    builder.close()
    builder.end_line()
    return builder


def _with_words_formulas(html: str) -> str:
    """The comments in which Word puts formulas opened; looked for no further than where the last one can end."""
    end = html.rfind(END_OF_COMMENT) + len(END_OF_COMMENT)
    return WORDS_FORMULA.sub(r"\1", html[:end]) + html[end:]


def lines(box: Box) -> Iterator[Line]:
    """All lines in reading order."""
    for child in box.children:
        if isinstance(child, Line):
            yield child
        else:
            yield from lines(child)


def block_html(block: Box | Line, line_html: Callable[[Line], str] | None = None) -> str:
    """One block written; `line_html` may write the inside of its lines. A block that comes out empty is left
    out."""
    line_html = line_html or _line_html
    if isinstance(block, Line):
        inside = line_html(block)
    else:
        inside = "".join(block_html(child, line_html) for child in block.children)
    return f"{block.opening()}{inside}</{block.tag}>" if inside and block.tag else inside


def text_html(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def nest(pieces: Iterable[tuple[str, str, tuple]]) -> str:
    """Pieces of (HTML to stand before, HTML inside, tags round it) as one line; tags that two share stay
    open.

    What stands before a piece stands outside all tags.
    """
    written: list[str] = []
    opened: list = []
    for before, inside, tags in pieces:
        shared = 0
        while not before and shared < min(len(opened), len(tags)) and opened[shared] == tags[shared]:
            shared += 1
        written += [f"</{tag.name}>" for tag in reversed(opened[shared:])]
        written += [before, *(tag.opening() for tag in tags[shared:]), inside]
        opened = list(tags)
    written += [f"</{tag.name}>" for tag in reversed(opened)]
    return "".join(written)


def _deepest(html: str) -> int:
    """How many elements are open at once, at most; those that close by themselves aside."""
    still_open: Counter = Counter()
    depth = deepest = 0
    for closing, name in TAG.findall(html.lower()):
        if name in CLOSES_BY_ITSELF:
            continue
        change = -min(1, still_open[name]) if closing else 1
        still_open[name] += change
        depth += change
        deepest = max(deepest, depth)
    return deepest


def _line_html(line: Line) -> str:
    return nest(("", text_html(run.text), run.tags) for run in line.runs)


def _link(href: str) -> Tag | None:
    """The tag for an address that a reader may be sent to, or None."""
    href = UNPRINTABLE.sub("", re.sub(r"[\t\n\f\r]", "", href)).strip().replace(" ", "%20")
    if SITE_ADDRESS.match(href):
        return Tag("a", f' href="{escape(href)}"')
    if not PUBLIC_ADDRESS.match(href):
        return None
    rel = "" if href[:7].lower() == "mailto:" else ' rel="noopener noreferrer"'
    return Tag("a", f' href="{escape(href)}"{rel}')


# How letters look and whether they lead anywhere, on runs until their line ends.
RAISED, LOWERED, SYMBOL, NOWHERE, COMMENT, NOTE = (
    Tag(name) for name in (unseen.RAISED, unseen.LOWERED, unseen.SYMBOL, "nowhere", "comment", "note")
)
LOOK = {look.name: look for look in (RAISED, LOWERED, SYMBOL, NOWHERE, COMMENT, NOTE)}
FRACTION = "fraction"


class _Piece(NamedTuple):
    """Neighbouring runs of a line that look alike: of a look's name, FRACTION, or nothing; `link` begins in a mark."""

    look: str
    link: Tag | None
    runs: list[Run]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class _Table:
    """A table that is being read: how many rows it has, and in how many more of them a column is taken from above."""

    def __init__(self, rows: int):
        self.rows = rows
        self.taken: dict[int, int] = {}

    def begin_row(self, box: Box) -> "_Row":
        row = _Row(self, box, {column for column, rows in self.taken.items() if rows})
        self.taken = {column: rows - 1 for column, rows in self.taken.items() if rows > 1}
        return row


class _Row:
    """A row of it: the box it stands in, and how many children that had where the cell of each column began."""

    def __init__(self, table: _Table, box: Box, taken: set[int]):
        self.table, self.box, self.taken = table, box, taken
        self.cells: dict[int, int] = {}
        self.next = 0

    def begin_cell(self, given: dict[str, str | None]) -> None:
        """A cell begins in the first column that is free; it may reach over others, and over rows below."""
        while self.next in self.taken:
            self.next += 1
        self.cells[self.next] = len(self.box.children)
        columns = min(max(1, _number(given.get("colspan")) or 1), MOST_COLUMNS)
        down = _number(given.get("rowspan"))
        down = self.table.rows if down == 0 else down or 1
        for column in range(self.next, self.next + columns) if down > 1 else ():
            self.table.taken[column] = down - 1
        self.next += columns

    def columns(self) -> list[list["Box | Line"]]:
        """What stands in each column, up to the last cell."""
        ends = [*list(self.cells.values())[1:], len(self.box.children)]
        blocks = {
            column: self.box.children[start:end]
            for (column, start), end in zip(self.cells.items(), ends, strict=True)
        }
        return [blocks.get(column, []) for column in range(max(blocks, default=-1) + 1)]


class _Count:
    """What a numbered list that is being read has counted to: the number of the item that begins next."""

    def __init__(self, number: int, step: int, numbering: str):
        self.number, self.step, self.numbering = number, step, numbering

    def next(self, own: int | None) -> int:
        """The number of an item that begins, which may have one of its ``own``."""
        number = self.number if own is None else own
        self.number = number + self.step
        return number


class _Builder(HTMLParser):
    """Reads nh3's output, which is well formed, into the tree; ``counted`` is of each list and table in it."""

    def __init__(self, sheets: StyleSheets, counted: list[int], white_is_unseen: bool):
        super().__init__(convert_charrefs=True)
        self.sheets = sheets
        self.root = Box("", [])
        self.boxes = [self.root]
        self.counted = iter(counted)
        self.counts: list[_Count | None] = []  # of each open list, where it is numbered
        self.made: list[int] = []  # how many boxes each open list, item or quotation has made
        self.line_tag = ""
        self.runs: list[Run] = []
        self.inline: list[tuple[Tag, ...]] = []  # what each open inline element makes of its text
        self.is_apart: list[bool] = []  # of each open inline element whether it stands on lines of its own
        self.is_parted = False  # something stood between the last word and the next
        self.begun = 0  # how many inline elements have begun
        self.quotations: list[bool | None] = []
        self.tables: list[_Table] = []
        self.rows: list[_Row] = []
        self.formula: formulas.Formula | None = None
        self.unseen = 0  # how many elements are open inside one that is not seen, itself included
        self.unseen_text: list[str] = []
        self.left_out = self.white_left_out = 0
        self.white_is_unseen = white_is_unseen
        self.is_white = False  # what is not seen is white letters
        self.grounds = [""]  # the background of each open element

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in EMPTY:
            self.grounds.append(self.grounds[-1])
        looks = self.looks(tag, given) if given or self.sheets.rules else set()
        parts = next(self.counted) if tag in COUNTED else 0
        if self.unseen or _is_unseen(tag, given, looks):
            self.begin_unseen(tag, given)
        elif self.formula or tag in formulas.ROOTS:
            self.begin_formula(tag, given.get("m:val") or given.get("linethickness") or "")
        elif tag in INLINE or tag in WRAPPERS or tag == "a":
            self.begun += 1
            self.inline.append(_tags_of(tag, given, looks, self.begun))
            self.is_apart.append(unseen.APART in looks)
            if self.is_apart[-1]:
                self.end_line()
        elif tag == "br":
            self.add_break()
        elif tag in PARTS:
            self.is_parted = True
        elif tag == "q":
            self.quotations.append(None)
        else:
            self.end_line()
            if tag == "ol" and unseen.UNMARKED in looks:
                tag = "ul"  # its reader saw no numbers
            elif tag == "ul" and not looks.isdisjoint(unseen.NUMBERINGS):
                tag = "ol"
            if tag in LISTS:
                self.counts.append(_count(given, looks, parts) if tag == "ol" else None)
            elif tag == "table":
                self.tables.append(_Table(parts))
            self.open_block(tag, given)

    def looks(self, tag: str, given: dict[str, str | None]) -> set[str]:
        """What the style of an element that begins, its classes and its font make of its text."""
        classes = (given.get("class") or "").lower().split()
        marks = frozenset(
            [f".{one}" for one in classes] + [f"#{one.lower()}" for one in [given.get("id")] if one]
        )
        declared = self.sheets.begin(tag, marks, given.get("style") or "")
        declared = _of_attributes(given) | declared
        found = unseen.looks(declared)
        if self.white_is_unseen and unseen.is_white_on_white(declared, self.grounds[-1]):
            self.is_white = self.is_white or not self.unseen
            found.add(unseen.UNSEEN)
        if tag not in EMPTY:
            self.grounds[-1] = unseen.ground(declared) or self.grounds[-1]
        if tag in EMPTY:
            self.sheets.end()
        if unseen.is_hidden_by_class(classes):
            found.add(unseen.UNSEEN)
        if unseen.FORMULA_CLASSES.intersection(classes):
            found.discard(unseen.UNSEEN)
        if (given.get("face") or "").strip().lower() == unseen.SYMBOL:
            found.add(unseen.SYMBOL)
        return found

    def open_block(self, tag: str, given: dict[str, str | None]):
        if tag in BOXES:
            self.open_box(tag, _number(given.get("value")))
        elif tag == "tr":
            self.rows.append((self.tables or [_Table(1)])[-1].begin_row(self.boxes[-1]))
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].begin_cell(given)
        self.line_tag = LINES.get(tag, self.line_tag)

    def handle_endtag(self, tag):
        if tag not in EMPTY:
            self.sheets.end()
            self.grounds.pop()
        if self.unseen:
            self.end_unseen()
        elif self.formula:
            self.end_formula(self.formula, tag)
        elif tag in INLINE or tag in WRAPPERS or tag == "a":
            self.inline.pop()
            if self.is_apart.pop():
                self.end_line()
        elif tag in PARTS:
            self.is_parted = True
        elif tag == "q":
            self.end_quotation()
        elif tag != "br":
            self.end_line()
            self.close_block(tag)

    def close_block(self, tag: str):
        if tag in LISTS:
            self.counts.pop()
        if tag in BOXES:
            self.close_box()
        elif tag == "tr":
            self.end_row(self.rows.pop())
        elif tag == "table":
            self.tables.pop()
        if tag in LINES:
            self.line_tag = ""

    def begin_formula(self, tag: str, sign: str):
        """A formula, or an element in one."""
        if not self.formula:
            self.formula = formulas.Formula()
        elif tag not in EMPTY:
            self.formula.start(tag, sign)

    def end_formula(self, formula: formulas.Formula, tag: str):
        if tag not in EMPTY:
            formula.end()
        if formula.is_whole:
            text, self.formula = formula.text, None
            apart = self.runs and formulas.run_together(self.runs[-1].text, text)
            self.add(f" {text}" if apart else text)

    def begin_unseen(self, tag: str, given: dict[str, str | None]):
        """A paragraph that is not seen still ends the line before it."""
        if tag in EMPTY:
            return
        is_block = not (
            tag in INLINE or tag in WRAPPERS or tag in PARTS or tag in formulas.TAGS or tag in ("a", "q")
        )
        if is_block and self.unseen:
            self.unseen_text.append(" ")
        elif is_block:
            self.end_line()
        if not self.unseen and tag in ("td", "th"):
            self.open_block(tag, given)  # an empty cell: what follows it keeps its column
        self.unseen += 1

    def end_unseen(self):
        self.unseen -= 1
        if not self.unseen:
            words = len("".join(self.unseen_text).split())
            self.left_out += words
            self.white_left_out += words if self.is_white else 0
            self.unseen_text, self.is_white = [], False

    def end_row(self, row: _Row):
        """The cells of a row as one line, where none is as long as an article beside others is."""
        cells = row.columns()
        if len(cells) < 2 or not all(_fits_a_line(cell, row.table.rows) for cell in cells):
            return
        written: list[Run] = []
        for number, cell in enumerate(cells):
            if number:
                bar = CELL if cell else CELL.rstrip()
                written.append(Run(bar if written else bar.lstrip(), ()))
            for place, line in enumerate(lines(Box("", cell))):
                written += [Run(IN_A_CELL, ())] if place else []
                written += [run._replace(text=run.text.replace("\n", " ")) for run in line.runs]
        if not any(cells):
            return
        del row.box.children[min(row.cells.values()) :]
        self.runs = written
        self.end_line()

    def handle_data(self, data):
        text, struck = unseen.without_struck_letters(marks.shown(UNPRINTABLE.sub("", data)))
        self.left_out += struck
        if self.unseen:
            self.unseen_text.append(text)
            return
        if self.formula:
            self.formula.data(marks.without_private(text))
            return
        if self.quotations and self.quotations[-1] is None and text.strip():
            text = self.begin_quotation(text)
        tags = self.tags()
        self.add(marks.in_symbols(text) if SYMBOL in tags else marks.without_private(text))

    def begin_quotation(self, text: str) -> str:
        """Marks are characters, or a copy would lose them; who typed them inside <q> gets no second pair."""
        text = text.lstrip()
        self.quotations[-1] = text[0] not in OPENING_MARKS
        return text if not self.quotations[-1] else ("‘" if any(self.quotations[:-1]) else "“") + text

    def end_quotation(self):
        if self.quotations.pop():
            self.add("’" if any(self.quotations) else "”")

    def add(self, text: str):
        text = SPACES.sub(" ", text)
        if self.is_parted and self.runs and self.runs[-1].text[-1].isalnum() and text[:1].isalnum():
            text = f" {text}"
        self.is_parted = False
        if not self.runs or self.runs[-1].text[-1] in " \n":
            text = text.lstrip(" ")
        if text:
            self.runs.append(Run(text, self.tags()))

    def add_break(self):
        self.strip_end(" ")
        if self.runs:
            self.runs.append(Run("\n", self.tags()))

    def tags(self) -> tuple[Tag, ...]:
        """The open inline tags, each once; first the link, of which there is one at most."""
        tags = dict.fromkeys(tag for made in self.inline for tag in made)
        links = [tag for tag in tags if tag.name == "a"]
        return (*links[:1], *(tag for tag in tags if tag not in links))

    def strip_end(self, characters: str):
        while self.runs:
            run = self.runs.pop()
            if text := run.text.rstrip(characters):
                self.runs.append(run._replace(text=text))
                return

    def end_line(self):
        self.strip_end(" \n")
        self.runs = self.without_looks(self.runs)
        self.strip_end(" \n")
        runs, self.runs = self.runs, []
        if not any(run.text.strip() for run in runs):
            return
        box = self.boxes[-1]
        if box.tag in LISTS:
            item = Box("li", [])
            box.children.append(item)
            box = item
        box.children.append(Line(self.line_tag or _unnamed_line_tag(box), runs))

    def without_looks(self, runs: list[Run]) -> list[Run]:
        """The runs of a line with characters for what their looks said; a comment of a word processor is no line."""
        if any(COMMENT in run.tags for run in runs):
            self.left_out += len("".join(run.text for run in runs).split())
            return []
        if not any(tag.name in LOOK for run in runs for tag in run.tags):
            return _joined(runs)
        pieces = _pieces(runs)
        written: list[Run] = []
        for number, piece in enumerate(pieces):
            following = pieces[number + 1].text if number + 1 < len(pieces) else ""
            _append(written, _in_characters(piece, written, following))
        return _joined(written)

    def open_box(self, tag: str, number: int | None):
        inside, count = self.boxes[-1].tag, self.counts[-1] if self.counts else None
        if tag == "li" and inside == "ol" and count:
            self.count_from(count.next(number))
        wanted = ["li", tag] if inside in LISTS and tag != "li" else [tag]
        if len(self.boxes) + len(wanted) > DEEPEST or (tag == "li" and inside not in LISTS):
            wanted = []
        for tag in wanted:
            box = Box(tag, [], count.number, count.numbering) if tag == "ol" and count else Box(tag, [])
            self.boxes[-1].children.append(box)
            self.boxes.append(box)
        self.made.append(len(wanted))

    def count_from(self, number: int):
        """An item begins a list of its own, where the one before it does not lead to its number."""
        counted = self.boxes[-1]
        if number == counted.start + len(counted.children):
            return
        self.boxes.pop()
        if not counted.children:
            self.boxes[-1].children.pop()
        self.boxes.append(Box("ol", [], number, counted.numbering))
        self.boxes[-2].children.append(self.boxes[-1])

    def close_box(self):
        for _ in range(self.made.pop()):
            if not self.boxes.pop().children:
                self.boxes[-1].children.pop()


def _number(written: str | None) -> int | None:
    found = WHOLE_NUMBER.fullmatch(written or "")
    return int(found[1]) if found else None


def _count(given: dict[str, str | None], looks: set[str], items: int) -> _Count:
    """From where a list counts, and whether backwards: from the number it says, or so that the last item is 1; and in
    what it numbers, of which its style has the last word."""
    backwards, number = "reversed" in given, _number(given.get("start"))
    declared = looks & unseen.NUMBERINGS
    numbering = min(declared) if declared else given.get("type") or ""
    return _Count(
        (items if backwards else 1) if number is None else number,
        -1 if backwards else 1,
        numbering if numbering in unseen.LETTERED else "",
    )


def _counted_parts(html: str) -> list[int]:
    """How many items each list and rows each table of well-formed HTML has, in the order in which they begin."""
    counted: list[int] = []
    still_open: list[int] = []
    for closing, name in COUNTED_TAG.findall(html):
        if name in COUNTED and closing:
            still_open.pop()
        elif name in COUNTED:
            still_open.append(len(counted))
            counted.append(0)
        elif still_open and not closing:
            counted[still_open[-1]] += 1
    return counted


def _fits_a_line(cell: list["Box | Line"], rows: int) -> bool:
    """Whether a cell is one line, or of a table of several ``rows`` a few short ones: nothing with numbers or bars."""
    if any(isinstance(block, Box) and block.tag != "ul" or block.tag in ("h2", "h3") for block in cell):
        return False
    texts = [line.text for line in lines(Box("", cell))]
    if len(texts) < 2:
        return not any(isinstance(block, Box) for block in cell)
    return rows > 1 and len("".join(texts)) <= LONGEST_CELL and not any(CELL in text for text in texts)


def _of_attributes(given: dict[str, str | None]) -> dict[str, str]:
    """What old pages say of colours without a style."""
    said = {"color": given.get("color"), "background-color": given.get("bgcolor")}
    return {name: value.strip().lower() for name, value in said.items() if value}


def _is_unseen(tag: str, given: dict, looks: set[str]) -> bool:
    closed = tag == "dialog" and "open" not in given
    return tag in unseen.STRUCK or "hidden" in given or unseen.UNSEEN in looks or closed


def _tags_of(tag: str, given: dict, looks: set[str], number: int) -> tuple[Tag, ...]:
    """What an inline element makes of its text. Two <sup> are two marks, so each is told by its number."""
    made = [
        Tag(look, f" {number}" if look == tag == RAISED.name else "")
        for look in sorted(looks | {tag})
        if look in LOOK
    ]
    if tag in INLINE:
        made.append(Tag(INLINE[tag]))
    if tag == "a":
        href = given.get("href") or ""
        made.append(COMMENT if href.startswith("#cmnt_ref") else _link(href) or Tag(NOWHERE.name, href))
        if unseen.NOTE_ADDRESS.search(href) or unseen.NOTE_CLASS.search(given.get("class") or ""):
            made.append(NOTE)
    return tuple(made)


def _look(run: Run) -> tuple[Tag | None, Tag | None]:
    """Of a raised, lowered or footnote's run how it looks, and of a mark its link."""
    look = next((tag for tag in run.tags if tag.name in (RAISED.name, LOWERED.name)), None)
    if look is None and NOTE in run.tags:
        look = NOTE
    if look is None or look == LOWERED:
        return look, None
    return look, next((tag for tag in run.tags if tag.name in ("a", NOWHERE.name)), None)


def _pieces(runs: list[Run]) -> list[_Piece]:
    """The runs of a line, those together that are one mark, or one fraction."""
    pieces: list[_Piece] = []
    for (look, link), some in groupby(runs, _look):
        last = pieces[-1] if pieces else None
        if last and link in last.runs[-1].tags:
            link = None  # it is round the words, and no footnote's
        piece = _Piece(look.name if look else "", link, list(some))
        if (
            last
            and last.look == piece.look == RAISED.name
            and marks.goes_on(last.text, piece.text, bool(link))
        ):
            pieces[-1] = _Piece(last.look, last.link or link, last.runs + piece.runs)
        else:
            pieces.append(piece)
    if len(pieces) == 1 and pieces[0].look != NOTE.name and not pieces[0].link:
        return [_Piece("", None, runs)]  # in a line that is raised as a whole nothing is a mark
    return list(_with_fractions(pieces))


def _with_fractions(pieces: list[_Piece]) -> Iterator[_Piece]:
    """The pieces, of which a raised figure, a stroke and a lowered figure are one."""
    number = 0
    while number < len(pieces):
        some = next((some for size in (2, 3) if _is_fraction(some := pieces[number : number + size])), None)
        if some:
            yield _Piece(FRACTION, None, [run for piece in some for run in piece.runs])
        else:
            yield pieces[number]
        number += len(some or "1")


def _is_fraction(some: list[_Piece]) -> bool:
    if some[0].look != RAISED.name or some[-1].look != LOWERED.name:
        return False
    return bool(marks.fraction("".join(piece.text for piece in some), ""))


def _lasting(tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    return tuple(tag for tag in tags if tag.name not in LOOK)


def _in_characters(piece: _Piece, before: list[Run], after: str) -> list[Run]:
    """A piece of a line without its looks: what they say is said by plain characters."""
    lasting = [run._replace(tags=_lasting(run.tags)) for run in piece.runs]
    if not piece.look:
        return lasting
    mark, last = piece.text, "".join(run.text[-NEAR:] for run in before[-NEAR:])[-NEAR:]
    if piece.look == NOTE.name:
        text = "" if marks.is_of_a_note(mark) else mark
    elif piece.look == LOWERED.name:
        text = marks.lowered(mark, last)
    elif piece.look == FRACTION:
        text = marks.fraction(mark, last)
    else:
        text = marks.raised(mark, last, after, bool(piece.link))
    if text == mark:
        return lasting
    text += " " * (mark != mark.rstrip())  # no word runs into the mark before it
    return [lasting[0]._replace(text=text)] if text else []


def _append(written: list[Run], runs: list[Run]) -> None:
    """Add runs, without the space that is left over where the mark of a footnote stood."""
    for run in runs:
        last = written[-1].text if written else " "
        if last[-1] in " \n":
            run = run._replace(text=run.text.lstrip(" "))
            if run.text[:1] in list(".,;:!?") and written:
                written[-1] = written[-1]._replace(text=last.rstrip(" "))
        written.extend([run] if run.text else [])
    while written and not written[-1].text:
        written.pop()


def _unnamed_line_tag(box: Box) -> str:
    """Text directly in a list item needs no paragraph, unless it would run into such text before it."""
    after_bare_text = box.children and isinstance(box.children[-1], Line) and not box.children[-1].tag
    return "" if box.tag == "li" and not after_bare_text else "p"


def _joined(runs: list[Run]) -> list[Run]:
    """Neighbours under the same tags as one run, composed, so that equal texts are equal strings."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].tags == run.tags:
            run = Run(joined.pop().text + run.text, run.tags)
        joined.append(run)
    return [Run(unicodedata.normalize("NFC", run.text), run.tags) for run in joined]

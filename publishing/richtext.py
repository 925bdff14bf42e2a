"""Rich text as it is stored and shown: a few kinds of block, whose lines are runs of text with inline tags.

nh3 makes sense of whatever was pasted; what it leaves is read into a small tree and written anew, so that the
same text always has the same HTML. Whoever marks passages in a report works on the tree (`parse`), never on
the string.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

import nh3

LINES = {"p": "p", "h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
INLINE = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
LISTS = {"ul", "ol"}
BOXES = LISTS | {"blockquote", "li"}
# Not kept, but the text before and after them is not one line.
# fmt: off
BREAKS = {
    "address", "article", "aside", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hr", "main", "nav", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr",
}
# fmt: on
DROPPED_WITH_CONTENT = {"script", "style", "title", "template", "iframe", "object", "svg", "math"}
DEEPEST = 8  # boxes inside boxes; no report needs more, and the writer below is recursive

# The sanitiser's time grows with the square of the depth; pages of newspapers stay below 60.
DEEPEST_ELEMENT = 500
MOST_TAGS = 100_000
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
CLOSES_BY_ITSELF = set(
    "p li dt dd td th tr tbody thead tfoot option area base br col embed hr img input link meta source track "
    "wbr".split()
)

# What XML (and so a feed) cannot hold, and the control characters that mean nothing in a text.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
SPACES = re.compile(r"[ \t\n\f\r]+")  # HTML's white space; a no-break space is a character
PUBLIC_ADDRESS = re.compile(r"https?://[^/\\]|mailto:.", re.IGNORECASE)
SITE_ADDRESS = re.compile(r"/(?![/\\])")  # a second slash would lead to another host
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


class Box(NamedTuple):
    """A quotation, a list or an item of one; without a tag, the whole text."""

    tag: str
    children: list["Box | Line"]


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


def from_plain(text: str) -> str:
    """Paragraphs from text whose paragraphs are parted by blank lines; a single line break stays one."""
    paragraphs = re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.replace("\r\n", "\n").replace("\r", "\n"))
    return clean_html("".join(f"<p>{escape(part.strip()).replace('\n', '<br>')}</p>" for part in paragraphs))


def has_too_much_markup(html: str) -> bool:
    """Whether there is more of it, or deeper, than a text that somebody wrote has: ask before it is cleaned."""
    return html.count("<") > MOST_TAGS or _deepest(html) > DEEPEST_ELEMENT


def parse(html: str) -> Box:
    """The tree of the cleaned HTML."""
    builder = _Builder()
    builder.feed(
        nh3.clean(
            UNPRINTABLE.sub("", html),
            tags=LINES.keys() | INLINE.keys() | BOXES | BREAKS | {"a", "br", "q"},
            attributes={"a": {"href"}},
            url_schemes={"http", "https", "mailto"},
            clean_content_tags=DROPPED_WITH_CONTENT,
            link_rel=None,
        )
    )
    builder.close()
    builder.end_line()
    return builder.root


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
    return f"<{block.tag}>{inside}</{block.tag}>" if inside and block.tag else inside


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


class _Builder(HTMLParser):
    """Reads nh3's output, which is well formed, into the tree."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Box("", [])
        self.boxes = [self.root]
        self.made: list[int] = []  # how many boxes each open list, item or quotation has made
        self.line_tag = ""
        self.runs: list[Run] = []
        self.inline: list[Tag | None] = []
        self.quotations: list[bool | None] = []

    def handle_starttag(self, tag, attrs):
        if tag in INLINE:
            self.inline.append(Tag(INLINE[tag]))
        elif tag == "a":
            self.inline.append(_link(dict(attrs).get("href") or ""))
        elif tag == "br":
            self.add_break()
        elif tag == "q":
            self.quotations.append(None)
        else:
            self.end_line()
            if tag in BOXES:
                self.open_box(tag)
            self.line_tag = LINES.get(tag, self.line_tag)

    def handle_endtag(self, tag):
        if tag in INLINE or tag == "a":
            self.inline.pop()
        elif tag == "q":
            self.end_quotation()
        elif tag != "br":
            self.end_line()
            if tag in BOXES:
                self.close_box()
            if tag in LINES:
                self.line_tag = ""

    def handle_data(self, data):
        text = UNPRINTABLE.sub("", data)
        if self.quotations and self.quotations[-1] is None and text.strip():
            text = self.begin_quotation(text)
        self.add(text)

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
        tags = dict.fromkeys(tag for tag in self.inline if tag)
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
        runs, self.runs = _joined(self.runs), []
        if not any(run.text.strip() for run in runs):
            return
        box = self.boxes[-1]
        if box.tag in LISTS:
            item = Box("li", [])
            box.children.append(item)
            box = item
        box.children.append(Line(self.line_tag or _unnamed_line_tag(box), runs))

    def open_box(self, tag: str):
        inside = self.boxes[-1].tag
        wanted = ["li", tag] if inside in LISTS and tag != "li" else [tag]
        if len(self.boxes) + len(wanted) > DEEPEST or (tag == "li" and inside not in LISTS):
            wanted = []
        for tag in wanted:
            box = Box(tag, [])
            self.boxes[-1].children.append(box)
            self.boxes.append(box)
        self.made.append(len(wanted))

    def close_box(self):
        for _ in range(self.made.pop()):
            if not self.boxes.pop().children:
                self.boxes[-1].children.pop()


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

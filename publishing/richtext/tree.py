"""The tree of a text, blocks whose lines are runs with inline tags, and how it is written as HTML."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import NamedTuple


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


def _line_html(line: Line) -> str:
    return nest(("", text_html(run.text), run.tags) for run in line.runs)

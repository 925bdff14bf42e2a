"""The text layer of a PDF as HTML: paragraphs put together again, column by column, without running heads.

A PDF says where letters stand and nothing of paragraphs. A line ends where the next letters stand lower; a paragraph
where the gap, the size of the letters or the margin changes. What is small and high is raised.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from statistics import median
from time import monotonic

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from intake.unreadable import MOST_CHARACTERS, Unreadable, too_long
from publishing.unseen import LOWERED, RAISED, with_height

MOST_PAGES = 300
MOST_SECONDS = 20
#: Of the size of its letters: so far a line stands under the one before it, at most, in one paragraph.
NEXT_LINE = 1.7
#: Letters smaller than this part of their line's, and higher by this part, are raised.
SMALL, HIGH = 0.8, 0.2
#: Small figures lower by these parts are lowered; small words may be of another cell.
LOW, LOWEST = -0.08, -0.5
#: A line that begins so much further right than the one before begins a paragraph.
INDENT = 0.8
#: A running head or foot stands on so many pages, and among so many first or last lines.
RUNNING, AT_THE_EDGE = 3, 2
HYPHENATED = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]$")
ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")

TOO_SLOW = "This PDF takes too long to read: copy its text and paste that."
#: What pypdf raises on a file that is no whole PDF: its own errors, and whatever a missing part leads to.
BROKEN = (PyPdfError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError, OSError) + (
    RuntimeError,
    AssertionError,
)


@dataclass
class Line:
    """Letters at one height of one column; ``html`` has their marks."""

    x: float
    y: float
    size: float
    text: str = ""
    html: str = ""

    def add(self, text: str, height: str = "") -> None:
        self.text += text
        self.html += with_height(escape(text), height if text.strip() else "")


@dataclass
class Page:
    lines: list[Line] = field(default_factory=list)

    def put(self, text: str, x: float, y: float, size: float) -> None:
        line = self.lines[-1] if self.lines else None
        height = self._height(line, y, size) if line and line.text else ""
        if height == LOWERED and not text.strip().isdigit():
            height = ""
        if line and (height or abs(line.y - y) < 0.5 * max(size, line.size) and x >= line.x):
            line.add(text.strip("\n"), height)
            line.size = max(size, line.size)
        elif text.strip():
            self.lines.append(Line(x, y, size))
            self.lines[-1].add(text.strip("\n"))

    @staticmethod
    def _height(line: Line, y: float, size: float) -> str:
        """RAISED or LOWERED for small letters a little above or below the line."""
        above = (y - line.y) / line.size if size < SMALL * line.size else 0
        if HIGH < above < 1:
            return RAISED
        return LOWERED if LOWEST < above < LOW else ""


def html_of_pdf(data: bytes) -> str:
    """The paragraphs of a PDF. Raises Unreadable where it has no text, is locked, broken, too long or too slow."""
    try:
        pages = _pages(data)
    except Unreadable:
        raise
    except BROKEN as error:
        raise Unreadable("This PDF is broken or locked: open it, copy its text and paste that.") from error
    if not any(line.text.strip() for page in pages for line in page.lines):
        raise Unreadable(
            "This PDF has no text, only pictures of pages: run it through text recognition first."
        )
    running = _running(pages)
    lines = [line for page in pages for line in page.lines if _without_numbers(line.text) not in running]
    return "".join(f"<p>{html}</p>" for html in _paragraphs(lines))


def _pages(data: bytes) -> list[Page]:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("This PDF is locked with a password: open it, copy its text and paste that.")
    if len(reader.pages) > MOST_PAGES:
        raise Unreadable(
            f"This PDF has more than {MOST_PAGES} pages: copy the report out of it and paste that."
        )
    until, characters = monotonic() + MOST_SECONDS, 0
    pages: list[Page] = []

    def put(text, matrix, place, _font, size):
        nonlocal characters
        characters += len(text)
        if monotonic() > until:
            raise Unreadable(TOO_SLOW)
        if characters > 2 * MOST_CHARACTERS:
            raise Unreadable(too_long())
        x, y, height = _where(matrix, place, size or 1)
        pages[-1].put(text, x, y, height)

    for page in reader.pages:
        pages.append(Page())
        page.extract_text(visitor_text=put)
        if monotonic() > until:
            raise Unreadable(TOO_SLOW)
    return pages


def _where(matrix: list[float], place: list[float], size: float) -> tuple[float, float, float]:
    """Where letters stand on the page, and how high they are."""
    a, b, c, d, e, f = (float(number) for number in matrix)
    x, y = float(place[4]), float(place[5])
    scale = abs(float(place[3])) or abs(float(place[1])) or 1
    return a * x + c * y + e, b * x + d * y + f, size * scale * (abs(d) or abs(b) or 1)


def _running(pages: list[Page]) -> set[str]:
    """Lines at the edge of several pages, whatever the number in them, and lone numbers of pages."""
    found: Counter[str] = Counter()
    for page in pages:
        lines = page.lines
        edge = lines if len(lines) <= 2 * AT_THE_EDGE else [*lines[:AT_THE_EDGE], *lines[-AT_THE_EDGE:]]
        found.update({_without_numbers(line.text) for line in edge})
    return {line for line, times in found.items() if times >= RUNNING}


def _without_numbers(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.split())).casefold()


def _paragraphs(lines: Iterable[Line]) -> list[str]:
    found: list[str] = []
    before: Line | None = None
    widest = median([len(line.text) for line in lines] or [0])
    for line in lines:
        if not line.text.strip():
            continue
        if before and _goes_on(before, line, widest):
            joined = HYPHENATED.search(before.text.rstrip()) and line.text.lstrip()[:1].islower()
            head = found[-1].rstrip()
            found[-1] = HYPHENATED.sub("", head) + line.html.lstrip() if joined else f"{head} {line.html}"
        else:
            found.append(line.html)
        before = line
    return found


def _goes_on(before: Line, line: Line, width: float) -> bool:
    """Whether a line goes on with the paragraph of the one before; from column to column, and page to page, where
    no sentence ended."""
    if abs(before.size - line.size) > 0.1 * max(before.size, line.size):
        return False
    ended = bool(ENDS.search(before.text.rstrip()))
    if line.y >= before.y:  # the next column or page
        return not ended
    if before.y - line.y > NEXT_LINE * line.size or line.x - before.x > INDENT * line.size:
        return False
    return not (ended and len(before.text) < 0.75 * width)

"""The text of a page without what stands on each page of its site: menus, teasers of other pages, the foot.

trafilatura knows the main text of a page. It is made for news, and leaves out what stands between heading and text,
where a report says when and where it was; so those lines stay.
"""

import re
from html import unescape
from itertools import dropwhile

import trafilatura

from intake.files import Source, checked, text_of_html
from intake.unreadable import Unreadable

#: Lines between the heading and the text: date, place, those who spoke.
MOST_HEAD_LINES = 12
#: A shorter line may stand in a longer one by chance.
LONG_LINE = 40
MENUS = "//nav | //footer | //aside | //form"
#: A page of which less is its own text leads to others.
A_LIST = 0.5

LINKED = re.compile(r"<a\b[^>]{0,2000}>(.{1,2000}?)</a>", re.I | re.S)
TAG = re.compile(r"<[^>]{0,2000}>")
HEADING = re.compile(r"<h1\b[^>]{0,2000}>(.{1,2000}?)</h1>", re.I | re.S)
TITLE = re.compile(r"<title\b[^>]{0,2000}>(.{1,2000}?)</title>", re.I | re.S)


class NoReport(ValueError):
    """Why a page can be read and is none that tells of a meeting, in words."""


def main_text(html: str) -> str:
    """The lines of the page that are its own. Raises Unreadable, and NoReport for a list of links."""
    lines = text_of_html(html).text.split("\n\n")  # first, for it refuses what is too much
    links = {_bare(unescape(TAG.sub(" ", found))) for found in LINKED.findall(html)} - {""}
    kept = list(dropwhile(lambda line: _is_linked(line, links), _kept(lines, html)))
    if not kept or _is_list(kept, links):
        raise NoReport("It is a list of links to others.")
    while kept and _is_linked(kept[-1], links):
        kept.pop()
    return as_kept("\n\n".join(kept))


def own_text(html: str) -> str:
    """All lines of what has no menus. Raises Unreadable."""
    return as_kept(text_of_html(html).text)


def as_kept(text: str) -> str:
    """``text`` as a report is kept. Raises Unreadable in words that fit a page."""
    if not any(letter.isalpha() for letter in text):
        raise Unreadable("There is no text in it.")
    return checked(Source(text)).text


def _kept(lines: list[str], html: str) -> list[str]:
    found = trafilatura.bare_extraction(html, favor_recall=True, include_comments=False, prune_xpath=MENUS)
    is_main = _found_in(lines, getattr(found, "text", "") or "")
    if not any(is_main):
        return lines
    first = is_main.index(True)
    title = _place_of_title(lines, html, first)
    begins = min(first, title) if title is not None else first
    text = next(
        (at for at in range(begins + 1, len(lines)) if is_main[at] and len(lines[at]) >= 2 * LONG_LINE),
        begins,
    )
    head_ends = text if begins < text <= begins + MOST_HEAD_LINES else first
    return [line for at, line in enumerate(lines) if is_main[at] or begins <= at < head_ends]


def _found_in(lines: list[str], main: str) -> list[bool]:
    """Of each line whether it is in the main text, of which several may be one line.

    A short one may be there by chance, unless it is a line there too, or follows upon the line before it.
    """
    whole, single = _bare(main), {_bare(line) for line in main.split("\n")}
    found, reached = [], 0
    for line in lines:
        bare = _bare(line)
        follows = whole.startswith(bare, reached)
        is_there = bool(bare) and (follows or bare in single or len(bare) >= LONG_LINE and bare in whole)
        if is_there:
            place = reached if follows else whole.find(bare, reached)
            reached = place + len(bare) if place >= 0 else reached
        found.append(is_there)
    return found


def _place_of_title(lines: list[str], html: str, first: int) -> int | None:
    """Where the heading of the page stands, at most a few lines before the text."""
    said = [
        _bare(unescape(TAG.sub(" ", found[1])))
        for pattern in (HEADING, TITLE)
        if (found := pattern.search(html))
    ]
    for at in range(max(0, first - MOST_HEAD_LINES), min(len(lines), first + 2)):
        bare = _bare(lines[at])
        if bare and any(bare == title or len(bare) > 8 and title.startswith(bare) for title in said):
            return at
    return None


def _is_list(lines: list[str], links: set[str]) -> bool:
    text = [line for line in lines if not _is_linked(line, links)]
    of_text = sum(map(len, text))
    return of_text < A_LIST * sum(map(len, lines)) and all(len(line) < 2 * LONG_LINE for line in text)


def _is_linked(line: str, links: set[str]) -> bool:
    """Whether most of a line is a link; what stands behind it may be a date."""
    bare = _bare(line[:400])
    return any(bare[:cut] in links for cut in range(len(bare), len(bare) // 2, -1))


def _bare(line: str) -> str:
    """Only its letters and digits, so that white space, bullets and quotation marks make no difference."""
    return "".join(filter(str.isalnum, line)).casefold()

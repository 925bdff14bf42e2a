"""What a list, a table or a field counts: the numbers of items, how many rows there are, which option is chosen; and
where an element stands among its siblings."""

import re
from collections import Counter
from html.parser import HTMLParser

from publishing import unseen
from publishing.richtext.elements import EMPTY, LISTS

COUNTED = LISTS | {"table"}
COUNTED_TAG = re.compile(r"<(/?)(ol|ul|table|li|tr)(?=[\s>])")
CHOICE_TAG = re.compile(r"<(/?)(select|option)(?=[\s>])([^>]*)>")
WHOLE_NUMBER = re.compile(r"\s*\+?(-?[0-9]{1,9})\s*")


class Count:
    """What a numbered list that is being read has counted to: the number of the item that begins next."""

    def __init__(self, number: int, step: int, numbering: str):
        self.number, self.step, self.numbering = number, step, numbering

    def next(self, own: int | None) -> int:
        """The number of an item that begins, which may have one of its ``own``."""
        number = self.number if own is None else own
        self.number = number + self.step
        return number


def number_in(written: str | None) -> int | None:
    found = WHOLE_NUMBER.fullmatch(written or "")
    return int(found[1]) if found else None


def count_of(given: dict[str, str | None], looks: set[str], items: int) -> Count:
    """From where a list counts, and whether backwards: from the number it says, or so that the last item is 1; and in
    what it numbers, of which its style has the last word."""
    backwards, number = "reversed" in given, number_in(given.get("start"))
    declared = looks & unseen.NUMBERINGS
    numbering = min(declared) if declared else given.get("type") or ""
    return Count(
        (items if backwards else 1) if number is None else number,
        -1 if backwards else 1,
        numbering if numbering in unseen.LETTERED else "",
    )


def counted_parts(html: str) -> list[int]:
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


def chosen_options(html: str) -> list[bool]:
    """Of each option of well-formed HTML, in their order, whether a reader sees it: the chosen one of a field that
    shows one line, or the first; all of others."""
    shown: list[bool] = []
    options: list[str] | None = None  # what is said of those of the open field
    for closing, name, said in CHOICE_TAG.findall(html):
        if name == "option" and not closing:
            shown.append(True)
            if options is not None:
                options.append(said)
        elif name == "select" and not closing:
            options = None if _shows_all(said) else []
        elif name == "select" and options:
            shown[-len(options) :] = [place == _chosen(options) for place in range(len(options))]
            options = None
    return shown


class PlacesAmongSiblings(HTMLParser):
    """Of each element of well-formed HTML, in their order, its number among its siblings: from the first and from the
    last, of all and of those of its tag (child, last-child, of-type, last-of-type)."""

    def __init__(self, html: str):
        super().__init__()
        self.places: list[tuple[int, int, int, int]] = []
        self.open: list[list[tuple[int, str]]] = [
            []
        ]  # of each open element its children: where they stand, their tags
        self.feed(html)
        self.close()
        self.tell(self.open.pop())

    def handle_starttag(self, tag, attrs):
        self.open[-1].append((len(self.places), tag))
        self.places.append((0, 0, 0, 0))
        if tag not in EMPTY:
            self.open.append([])

    def handle_endtag(self, tag):
        if tag not in EMPTY:
            self.tell(self.open.pop())

    def tell(self, children: list[tuple[int, str]]):
        left = Counter(tag for _, tag in children)
        seen: Counter = Counter()
        for number, (where, tag) in enumerate(children):
            seen[tag] += 1
            self.places[where] = (number + 1, len(children) - number, seen[tag], left[tag] - seen[tag] + 1)


def _shows_all(said: str) -> bool:
    lines = re.search(r'\bsize="(\d{1,4})"', said)
    return bool(re.search(r"\bmultiple\b", said)) or bool(lines and int(lines[1]) > 1)


def _chosen(options: list[str]) -> int:
    chosen = [place for place, said in enumerate(options) if re.search(r"\bselected\b", said)]
    free = [place for place, said in enumerate(options) if not re.search(r"\bdisabled\b", said)]
    return chosen[-1] if chosen else next(iter(free), -1)

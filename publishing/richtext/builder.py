"""Reads what nh3 makes of HTML into the tree."""

import re
from html.parser import HTMLParser

from publishing import formulas, marks, unseen
from publishing.richtext.counting import COUNTED, Count, count_of, number_in
from publishing.richtext.elements import BOXES, EMPTY, INLINE, LINES, LISTS, PARTS, UNPRINTABLE, WRAPPERS
from publishing.richtext.inline import COMMENT, SYMBOL, is_unseen, of_attributes, tags_of
from publishing.richtext.looks import in_characters
from publishing.richtext.tables import Row, Table
from publishing.richtext.tree import Box, Line, Run, Tag
from publishing.style_sheets import StyleSheets

DEEPEST = 8  # boxes inside boxes; no report needs more, and what writes them is recursive
SPACES = re.compile(r"[ \t\n\f\r]+")  # HTML's white space; a no-break space is a character
OPENING_MARKS = "“«„‘\"'"


class Builder(HTMLParser):
    """Reads nh3's output, which is well formed, into the tree; ``counted`` is of each list and table in it."""

    def __init__(self, sheets: StyleSheets, counted: list[int], white_is_unseen: bool):
        super().__init__(convert_charrefs=True)
        self.sheets = sheets
        self.root = Box("", [])
        self.boxes = [self.root]
        self.counted = iter(counted)
        self.counts: list[Count | None] = []  # of each open list, where it is numbered
        self.made: list[int] = []  # how many boxes each open list, item or quotation has made
        self.line_tag = ""
        self.runs: list[Run] = []
        self.inline: list[tuple[Tag, ...]] = []  # what each open inline element makes of its text
        self.is_apart: list[bool] = []  # of each open inline element whether it stands on lines of its own
        self.is_parted = False  # something stood between the last word and the next
        self.begun = 0  # how many inline elements have begun
        self.quotations: list[bool | None] = []
        self.tables: list[Table] = []
        self.rows: list[Row] = []
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
        if self.unseen or is_unseen(tag, given, looks):
            self.begin_unseen(tag, given)
        elif self.formula or tag in formulas.ROOTS:
            self.begin_formula(tag, given.get("m:val") or given.get("linethickness") or "")
        elif tag in INLINE or tag in WRAPPERS or tag == "a":
            self.begun += 1
            self.inline.append(tags_of(tag, given, looks, self.begun))
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
                self.counts.append(count_of(given, looks, parts) if tag == "ol" else None)
            elif tag == "table":
                self.tables.append(Table(parts))
            self.open_block(tag, given)

    def looks(self, tag: str, given: dict[str, str | None]) -> set[str]:
        """What the style of an element that begins, its classes and its font make of its text."""
        classes = (given.get("class") or "").lower().split()
        marks = frozenset(
            [f".{one}" for one in classes] + [f"#{one.lower()}" for one in [given.get("id")] if one]
        )
        declared = self.sheets.begin(tag, marks, given.get("style") or "")
        declared = of_attributes(given) | declared
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
            self.open_box(tag, number_in(given.get("value")))
        elif tag == "tr":
            self.rows.append((self.tables or [Table(1)])[-1].begin_row(self.boxes[-1]))
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

    def end_row(self, row: Row):
        if runs := row.taken_out():
            self.runs = runs
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
        return in_characters(runs)

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


def _unnamed_line_tag(box: Box) -> str:
    """Text directly in a list item needs no paragraph, unless it would run into such text before it."""
    after_bare_text = box.children and isinstance(box.children[-1], Line) and not box.children[-1].tag
    return "" if box.tag == "li" and not after_bare_text else "p"

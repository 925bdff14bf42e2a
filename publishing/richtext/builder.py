"""Reads what nh3 makes of HTML into the tree."""

import re
from html.parser import HTMLParser

from publishing import formulas, generated, marks, unseen
from publishing.richtext.counting import COUNTED, Count, count_of, number_in
from publishing.richtext.elements import BOXES, EMPTY, INLINE, LINES, LISTS, PARTS, UNPRINTABLE, WRAPPERS
from publishing.richtext.inline import COMMENT, is_unseen, of_attributes, tags_of
from publishing.richtext.looks import in_characters
from publishing.richtext.tables import Row, Table
from publishing.richtext.tree import Box, Line, Run, Tag
from publishing.selectors import AFTER, BEFORE, Element
from publishing.style_sheets import StyleSheets

DEEPEST = 8  # boxes inside boxes; no report needs more, and what writes them is recursive
TABLE_PARTS = {"thead", "tfoot", "caption"}
SPACES = re.compile(r"[ \t\n\f\r]+")  # HTML's white space; a no-break space is a character
NO_PLACE = (0, 0, 0, 0)
#: What stands in these is set by the elements in them.
HOLDERS = LISTS | {"table", "thead", "tbody", "tfoot", "tr", "select"}
PREFORMATTED = {"pre", "textarea"}
OPENING_MARKS = "“«„‘\"'"


class Builder(HTMLParser):
    """Reads nh3's output, which is well formed, into the tree; ``counted`` is of each list and table in it, ``chosen``
    of each option whether it is seen, ``places`` of each element, where style sheets ask for its place."""

    def __init__(
        self,
        sheets: StyleSheets,
        counted: list[int],
        chosen: list[bool],
        places: list[tuple[int, int, int, int]],
        white_is_unseen: bool,
    ):
        super().__init__(convert_charrefs=True)
        self.sheets = sheets
        sheets.restart()
        self.places = iter(places)
        self.before = ""  # what the style of the element that begins puts before its text
        self.behind: list[str] = []  # of each open element what it puts behind
        self.root = Box("", [])
        self.boxes = [self.root]
        self.counted, self.chosen = iter(counted), iter(chosen)
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
        self.is_below: list[bool] = []  # of each open head, foot or caption whether its style puts it below
        self.formula: formulas.Formula | None = None
        self.gone = 0  # how many elements are open inside one of which nothing is seen, itself included
        self.skipped = [False]  # of each open element whether its own text is not seen
        self.veils: list[frozenset[str]] = [
            frozenset()
        ]  # of each by what it is hidden until something in it is not
        self.unseen_text: list[str] = []
        self.white_text: list[str] = []
        self.left_out = self.white_left_out = 0
        self.white_is_unseen = white_is_unseen
        self.grounds, self.colours = [""], [""]  # the background and the colour of each open element
        self.fonts = [""]
        self.keeps_lines = [False]  # of each open element whether lines of the source are lines

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.before = behind = ""
        if tag not in EMPTY:
            for inherited in (self.grounds, self.colours, self.fonts):
                inherited.append(inherited[-1])
            self.keeps_lines.append(self.keeps_lines[-1] or tag in PREFORMATTED)
            self.veils.append(self.veils[-1])
        looks, veils = self.looks(tag, given) if given or self.sheets.rules else (set[str](), self.veils[-1])
        if self.sheets.have_words and tag not in EMPTY | HOLDERS:
            self.before, behind = (self.words_beside(one, tag, given) for one in (BEFORE, AFTER))
        parts = next(self.counted) if tag in COUNTED else 0
        is_gone = is_unseen(tag, given, looks) or (tag == "option" and not next(self.chosen, True))
        skipped = bool(self.gone or is_gone or veils)
        if tag not in EMPTY:
            self.gone += bool(self.gone or is_gone)
            self.veils[-1] = veils
            self.skipped.append(skipped)
            self.behind.append(behind)
        if self.unseen_text and not skipped:
            self.count_unseen()  # something in it is seen
        if skipped:
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
            if tag == "input" and (shown := unseen.shown_of_input(given)):
                self.handle_data(shown)
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
                self.tables.append(Table(parts, self.boxes[-1]))
            elif tag in TABLE_PARTS and self.tables:
                self.tables[-1].begin_part()
                self.is_below.append(unseen.BELOW in looks)
            self.open_block(tag, given)
        if self.before and not skipped:
            self.handle_data(self.before)

    def words_beside(self, pseudo: str, tag: str, given: dict[str, str | None]) -> str:
        in_a_line = tag in INLINE or tag in WRAPPERS or tag == "a"
        return generated.words(pseudo, self.sheets.declared_beside(pseudo), given, in_a_line)

    def looks(self, tag: str, given: dict[str, str | None]) -> tuple[set[str], frozenset[str]]:
        """What the style of an element that begins, its classes and its font make of its text, and by which veils it
        is hidden, those around it included."""
        classes = (given.get("class") or "").lower().split()
        marks = frozenset(
            [f".{one}" for one in classes] + [f"#{one.lower()}" for one in [given.get("id")] if one]
        )
        element = Element(tag, marks, given, next(self.places, NO_PLACE))
        declared = self.sheets.begin(element, given.get("style") or "")
        declared = unseen.in_full(of_attributes(given) | declared)
        if tag in EMPTY:
            self.sheets.end()
        found = unseen.looks(declared)
        veils = self.with_colours(
            tag, declared, self.veils[-1] - unseen.bares(declared) | unseen.veils(declared)
        )
        if unseen.is_hidden_by_class(classes):
            found.add(unseen.UNSEEN)
        if unseen.FORMULA_CLASSES.intersection(classes):
            found.discard(unseen.UNSEEN)
            veils = frozenset()
        face = unseen.family(declared) or (given.get("face") or "").strip().lower()
        if tag not in EMPTY:
            self.keeps_lines[-1] = unseen.KEEPS_LINES.get(
                declared.get("white-space", ""), self.keeps_lines[-1]
            )
        if face and tag not in EMPTY:
            self.fonts[-1] = face
        return found, veils

    def with_colours(self, tag: str, declared: dict[str, str], veils: frozenset[str]) -> frozenset[str]:
        """The veils with or without that of letters that are as white as what is behind them."""
        own, ground = declared.get("color", ""), unseen.ground(declared)
        own = "" if own in unseen.INHERITED else own
        colour, behind = own or self.colours[-1], ground or self.grounds[-1]
        if not colour and tag in WRAPPERS and unseen.BLACK.fullmatch(ground):
            colour = ground  # a pen has made them black, and nothing white
        if tag not in EMPTY:
            self.colours[-1], self.grounds[-1] = colour, behind
        if not (own or ground):
            return veils
        veils -= {unseen.WHITE_LETTERS}
        is_white = self.white_is_unseen and unseen.is_white_on_white(colour, behind)
        return veils | {unseen.WHITE_LETTERS} if is_white else veils

    def open_block(self, tag: str, given: dict[str, str | None]):
        if tag in BOXES:
            self.open_box(tag, number_in(given.get("value")))
        elif tag == "tr":
            self.rows.append((self.tables or [Table(1, self.boxes[-1])])[-1].begin_row(self.boxes[-1]))
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].begin_cell(given)
        self.line_tag = LINES.get(tag, self.line_tag)

    def handle_endtag(self, tag):
        skipped, gone = self.skipped[-1], self.gone
        if tag not in EMPTY and (behind := self.behind.pop()) and not skipped:
            self.handle_data(behind)
        if tag not in EMPTY:
            self.sheets.end()
            for of_it in (self.keeps_lines, self.grounds, self.colours, self.fonts, self.veils, self.skipped):
                of_it.pop()
            self.gone -= bool(self.gone)
        if skipped:
            self.end_unseen(tag, bool(gone))
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
            self.tables.pop().end()
        elif tag in TABLE_PARTS and self.tables:
            self.tables[-1].end_part(tag, self.is_below.pop())
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
        """A paragraph that is not seen still ends the line before it, where it has its place on the page."""
        if tag in EMPTY:
            return
        is_inside = self.skipped[-2]
        if _is_block(tag):
            if is_inside:
                self.unseen_text.append(" ")
            if not (is_inside and self.gone):
                self.end_line()
        if not is_inside and tag in ("td", "th"):
            self.open_block(tag, given)  # an empty cell: what follows it keeps its column

    def end_unseen(self, tag: str, was_gone: bool):
        if _is_block(tag) and not was_gone:
            self.end_line()
        if not self.skipped[-1]:
            self.count_unseen()

    def count_unseen(self):
        self.left_out += len("".join(self.unseen_text).split())
        self.white_left_out += len("".join(self.white_text).split())
        self.unseen_text, self.white_text = [], []

    def end_row(self, row: Row):
        if runs := row.taken_out():
            self.runs = runs
            self.end_line()

    def handle_data(self, data):
        text, struck = unseen.without_struck_letters(marks.shown(UNPRINTABLE.sub("", data)))
        self.left_out += struck
        if self.skipped[-1]:
            self.unseen_text.append(text)
            if unseen.WHITE_LETTERS in self.veils[-1] and not self.gone:
                self.white_text.append(text)
            return
        if self.formula:
            self.formula.data(marks.without_private(text))
            return
        if self.quotations and self.quotations[-1] is None and text.strip():
            text = self.begin_quotation(text)
        is_of_signs = self.fonts[-1] in unseen.SIGNS
        self.add_lines(marks.in_symbols(text, self.fonts[-1]) if is_of_signs else marks.without_private(text))

    def add_lines(self, text: str):
        """Text whose lines are lines, or one line with a blank between them."""
        first, *others = text.split("\n") if self.keeps_lines[-1] else [text]
        self.add(first)
        for line in others:
            self.add_break()
            self.add(line)

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


def _is_block(tag: str) -> bool:
    return not (tag in INLINE or tag in WRAPPERS or tag in PARTS or tag in formulas.TAGS or tag in ("a", "q"))


def _unnamed_line_tag(box: Box) -> str:
    """Text directly in a list item needs no paragraph, unless it would run into such text before it."""
    after_bare_text = box.children and isinstance(box.children[-1], Line) and not box.children[-1].tag
    return "" if box.tag == "li" and not after_bare_text else "p"

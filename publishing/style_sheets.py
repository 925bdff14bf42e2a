"""What the style sheets of a page declare for its elements, one after another as the page is read.

Selectors of elements, classes and ids are understood, alone, together and in each other (`.a .b`, `ul > .c`). Others
(`:hover`, `a + b`) need what an element alone does not tell: their rules are passed over, as are those for print.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

STYLE_SHEET = re.compile(r"<style\b([^>]{0,500})>(.*?)</style", re.I | re.S)
FOR_OTHERS = re.compile(r"\bmedia\s*=\s*[\"']?(?![^\"'>]*\b(?:all|screen)\b)\w", re.I)
NO_CSS = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
#: At-rules in which rules hold for whoever reads on a screen.
HOLDS = re.compile(r"@(?:media\s+(?!not\b)[\w\s,]*\b(?:screen|all)\b[\w\s,]*$|layer\b|supports\b)", re.I)
COMPOUND = re.compile(r"(?P<tag>\*|[a-z][\w:-]*?)?(?P<marks>(?:[.#][\w-]+)*)", re.I)
PARTS = re.compile(r"\s*>\s*|\s+")
#: Round all that is read, so they need not be found.
OUTERMOST = re.compile(r"^(?:(?:html|body|:root)\s*[\s>]\s*)+", re.I)
#: Style sheets longer than this are a site's, not a document's.
LONGEST_SHEET = 200_000
#: Rules for one tag, class or id: more are no document's, and each is looked at for each such element.
MOST_OF_A_KEY = 50
IMPORTANT = re.compile(r"\s*!\s*important\s*$")

Declarations = list[tuple[str, str, bool]]


class Compound(NamedTuple):
    """One part of a selector: `p.note#last`. Its key is what it is looked up by."""

    tag: str
    marks: frozenset[str]

    @property
    def key(self) -> str:
        return min(self.marks, default=self.tag)

    def fits(self, tag: str, marks: frozenset[str]) -> bool:
        return self.tag in ("", "*", tag) and self.marks <= marks


class Rule(NamedTuple):
    """The place of a compound in the selector of a rule; `declared` is empty before the selector's end."""

    selector: int
    place: int
    compound: Compound
    is_child: bool  # of the element that fits the compound before it
    weight: tuple[int, int, int, int]
    declared: Declarations


class Fitting(NamedTuple):
    """Of an open element which places of selectors it fits, which it or one around it does, and what is declared."""

    here: frozenset[tuple[int, int]] = frozenset()
    around: frozenset[tuple[int, int]] = frozenset()
    rules: tuple[Rule, ...] = ()


class StyleSheets:
    """The style sheets of a page, and which of their rules hold for the element that has just begun."""

    def __init__(self, html: str):
        self.rules: dict[str, list[Rule]] = defaultdict(list)
        self.selectors = 0
        for about, sheet in STYLE_SHEET.findall(html[: html.lower().rfind("</style") + 8]):
            if not FOR_OTHERS.search(about):
                for selectors, style in _rules(NO_CSS.sub("", sheet[:LONGEST_SHEET])):
                    self._add(selectors, declarations(style))
        self.open = [Fitting()]  # of each open element, but where there are no rules
        self.known: dict[tuple, Fitting] = {}

    def begin(self, tag: str, marks: frozenset[str], style: str) -> dict[str, str]:
        """Property and value of an element that opens, in lower case; ``marks`` are its classes and id: .a, #b."""
        if not self.rules:
            return cascaded([((1,), declarations(style))])
        key = (tag, marks, id(self.open[-1]))
        fitting = self.known.get(key) or self.known.setdefault(key, self._fitting(tag, marks))
        self.open.append(fitting)
        own = ((1,), declarations(style))
        return cascaded([*(((0, *rule.weight), rule.declared) for rule in fitting.rules), own])

    def end(self) -> None:
        """The element that opened last closes."""
        if self.rules:
            self.open.pop()

    def _add(self, selectors: str, declared: Declarations) -> None:
        for selector in selectors.split(",") if declared else ():
            selector = OUTERMOST.sub("", selector.strip())
            parts = PARTS.split(selector)
            compounds = [found for part in parts if (found := _compound(part))]
            if len(compounds) < len(parts):
                continue
            children = [False, *(">" in between for between in PARTS.findall(selector))]
            self.selectors += 1
            weight = (*_weight(compounds), self.selectors)
            for place, (compound, is_child) in enumerate(zip(compounds, children, strict=True)):
                is_last = place == len(compounds) - 1
                same = self.rules[compound.key]
                if len(same) < MOST_OF_A_KEY:
                    same.append(
                        Rule(self.selectors, place, compound, is_child, weight, declared if is_last else [])
                    )

    def _fitting(self, tag: str, marks: frozenset[str]) -> Fitting:
        above = self.open[-1]
        fit = [
            rule
            for key in ("*", tag, *marks)
            for rule in self.rules.get(key, ())
            if rule.compound.fits(tag, marks)
            and (
                not rule.place
                or (rule.selector, rule.place - 1) in (above.here if rule.is_child else above.around)
            )
        ]
        here = frozenset((rule.selector, rule.place) for rule in fit)
        return Fitting(here, above.around | here, tuple(rule for rule in fit if rule.declared))


def declarations(style: str) -> Declarations:
    """Property, value and whether it is important, in lower case."""
    found = []
    for part in NO_CSS.sub("", style).lower().split(";"):
        name, _, value = part.partition(":")
        plain = IMPORTANT.sub("", value)
        found.append((name.strip(), plain.strip(), plain != value))
    return [one for one in found if one[1]]


def cascaded(weighed: list[tuple[tuple[int, ...], Declarations]]) -> dict[str, str]:
    """What holds of declarations of such weights: the important, then the heavier, then the last."""
    weighed = sorted(weighed, key=lambda one: one[0])
    for_all = [one for _, declared in weighed for one in declared]
    return {name: value for name, value, _ in sorted(for_all, key=lambda one: one[2])}


def _compound(part: str) -> Compound | None:
    found = COMPOUND.fullmatch(part)
    if not part or not found:
        return None
    return Compound(
        (found["tag"] or "").lower(), frozenset(re.findall(r"[.#][\w-]+", found["marks"].lower()))
    )


def _weight(compounds: list[Compound]) -> tuple[int, int, int]:
    marks = [mark[0] for compound in compounds for mark in compound.marks]
    return marks.count("#"), marks.count("."), sum(compound.tag not in ("", "*") for compound in compounds)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) of the rules that hold on a screen."""
    depth, at, head = 0, 0, ""
    for brace in re.finditer(r"[{}]", sheet):
        if brace[0] == "{":
            if depth == 0:
                head = sheet[at : brace.start()].rpartition(";")[2].strip()
                at = brace.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                inside = sheet[at : brace.start()]
                if HOLDS.match(head):
                    yield from _rules(inside)
                elif not head.startswith("@"):
                    yield head, inside
                at = brace.end()

"""What the style sheets of a page declare for its elements, one after another as the page is read.

Rules whose selectors are not understood (see `selectors`) are passed over, as are those for print.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from publishing.generated import ATTRIBUTE
from publishing.selectors import Element, Step, selectors_of

STYLE_SHEET = re.compile(r"<style\b([^>]{0,500})>(.*?)</style", re.I | re.S)
FOR_OTHERS = re.compile(r"\bmedia\s*=\s*[\"']?(?![^\"'>]*\b(?:all|screen)\b)\w", re.I)
NO_CSS = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
#: At-rules in which rules hold for whoever reads on a screen, a light one of so many pixels.
HOLDS = re.compile(r"@(?:layer|supports)\b|@media\b(?P<query>.*)", re.I | re.S)
WIDTH = 1280
PIXELS = {"px": 1.0, "em": 16.0, "rem": 16.0}
FEATURE = re.compile(
    r"\(\s*(?:(?P<most>max|min)-(?:device-)?width\s*:\s*(?P<width>\d{1,5}(?:\.\d{1,4})?)(?P<unit>px|r?em)"
    r"|prefers-color-scheme\s*:\s*light|prefers-[\w-]+\s*:\s*no-preference|hover(?:\s*:\s*hover)?|pointer\s*:\s*fine)\s*\)"
)
#: Of a sheet what nests its rules, and of a rule what parts its declarations: neither where it is escaped or quoted.
QUOTED = r"""\\.|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'"""
BRACE = re.compile(QUOTED + r"|(?P<brace>[{}])", re.S)
DECLARATION = re.compile(rf"""(?:{QUOTED}|[^;"'\\]+|["'\\])+""", re.S)
#: Style sheets longer than this are a site's, not a document's.
LONGEST_SHEET = 200_000
#: Rules for one tag, class or id: more are no document's, and each is looked at for each such element.
MOST_OF_A_KEY = 50
IMPORTANT = re.compile(r"\s*!\s*important\s*$")

Declarations = list[tuple[str, str, bool]]


class Rule(NamedTuple):
    """The place of a step in the selector of a rule; `declared` is empty before the selector's end."""

    selector: int
    place: int
    step: Step
    weight: tuple[int, int, int, int]
    pseudo: str
    declared: Declarations


Places = frozenset[tuple[int, int]]
NOWHERE: Places = frozenset()


class Fitting(NamedTuple):
    """Of an element which places of selectors it fits, which it or one around it does, and what is declared."""

    here: Places = NOWHERE
    around: Places = NOWHERE
    rules: tuple[Rule, ...] = ()


@dataclass
class _Open:
    """An open element, and what the elements in it that have ended fit: the last of them, and any."""

    fitting: Fitting
    last: Places = NOWHERE
    any: Places = NOWHERE


class StyleSheets:
    """The style sheets of a page, and which of their rules hold for the element that has just begun."""

    def __init__(self, html: str):
        self.rules: dict[str, list[Rule]] = defaultdict(list)
        self.selectors = 0
        self.attributes: set[str] = set()  # that its selectors and its contents ask for
        self.ask_for_places = self.ask_for_siblings = self.have_words = False
        for about, sheet in STYLE_SHEET.findall(html[: html.lower().rfind("</style") + 8]):
            if not FOR_OTHERS.search(about):
                for head, style in _rules(NO_CSS.sub("", sheet[:LONGEST_SHEET])):
                    self._add(head, declarations(style))
        self.known: dict[tuple, Fitting] = {}
        self.restart()

    def restart(self) -> None:
        """The page is read from its beginning."""
        self.open = [_Open(Fitting())]  # of each open element, but where there are no rules

    def begin(self, element: Element, style: str) -> dict[str, str]:
        """Property and value of an element that opens, in lower case."""
        own = ((1,), declarations(style))
        if not self.rules:
            return cascaded([own])
        above = self.open[-1]
        fitting = self._fitting(element, above)
        above.last, above.any = fitting.here, above.any | fitting.here
        self.open.append(_Open(fitting))
        return cascaded([*_weighed(fitting.rules, ""), own])

    def declared_beside(self, pseudo: str) -> dict[str, str]:
        """What is declared for what stands BEFORE or AFTER the text of the element that opened last."""
        rules = self.open[-1].fitting.rules if self.rules else ()
        return cascaded(_weighed(rules, pseudo)) if any(rule.pseudo == pseudo for rule in rules) else {}

    def end(self) -> None:
        """The element that opened last closes."""
        if self.rules:
            self.open.pop()

    def _add(self, head: str, declared: Declarations) -> None:
        found = selectors_of(head) if declared else None
        for selector in found.all if found else ():
            self.selectors += 1
            weight = (*selector.weight, self.selectors)
            last = len(selector.steps) - 1
            for place, step in enumerate(selector.steps):
                said = (selector.pseudo, declared) if place == last else ("", [])
                same = self.rules[step.compound.key]
                if len(same) < MOST_OF_A_KEY:
                    same.append(Rule(self.selectors, place, step, weight, *said))
                self.ask_for_siblings |= step.between in "+~" or bool(step.compound.tests)
        if found:
            self.attributes |= found.attributes
            self.ask_for_places |= found.ask_for_places
            self.have_words |= any(one.pseudo for one in found.all) and bool(_values(declared, "content"))
            self.attributes |= {
                name for value in _values(declared, "content") for name in ATTRIBUTE.findall(value)
            }

    def _fitting(self, element: Element, above: _Open) -> Fitting:
        if self.ask_for_siblings:
            return self._found(element, above)
        key = (element.tag, element.marks, id(above.fitting), len(self.open) == 1)
        if key not in self.known:
            self.known[key] = self._found(element, above)
        return self.known[key]

    def _found(self, element: Element, above: _Open) -> Fitting:
        fit = [
            rule
            for key in ("*", element.tag, *element.marks)
            for rule in self.rules.get(key, ())
            if self._stands(rule, above) and rule.step.compound.fits(element)
        ]
        here = frozenset((rule.selector, rule.place) for rule in fit)
        return Fitting(here, above.fitting.around | here, tuple(rule for rule in fit if rule.declared))

    def _stands(self, rule: Rule, above: _Open) -> bool:
        """Whether an element in the one ``above`` stands as a step wants it to that of the step before."""
        between = rule.step.between
        if not rule.place:
            return between == " " or len(self.open) == 1
        fits = {" ": above.fitting.around, ">": above.fitting.here, "+": above.last, "~": above.any}[between]
        return (rule.selector, rule.place - 1) in fits


def _weighed(rules: Iterable[Rule], pseudo: str) -> list[tuple[tuple[int, ...], Declarations]]:
    return [((0, *rule.weight), rule.declared) for rule in rules if rule.pseudo == pseudo]


def _values(declared: Declarations, wanted: str) -> list[str]:
    return [value for name, value, _ in declared if name == wanted]


def declarations(style: str) -> Declarations:
    """Property, value and whether it is important, in lower case but for words that are shown."""
    found = []
    for part in DECLARATION.findall(NO_CSS.sub("", style)):
        name, _, value = part.partition(":")
        name = name.strip().lower()
        value = value if name == "content" else value.lower()
        plain = IMPORTANT.sub("", value)
        found.append((name, plain.strip(), plain != value))
    return [one for one in found if one[1]]


def cascaded(weighed: list[tuple[tuple[int, ...], Declarations]]) -> dict[str, str]:
    """What holds of declarations of such weights: the important, then the heavier, then the last."""
    weighed = sorted(weighed, key=lambda one: one[0])
    for_all = [one for _, declared in weighed for one in declared]
    return {name: value for name, value, _ in sorted(for_all, key=lambda one: one[2])}


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) of the rules that hold on a screen."""
    depth, at, head = 0, 0, ""
    for brace in BRACE.finditer(sheet):
        if not brace["brace"]:
            continue
        if brace[0] == "{":
            if depth == 0:
                head = sheet[at : brace.start()].rpartition(";")[2].strip()
                at = brace.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                inside = sheet[at : brace.start()]
                at_rule = HOLDS.match(head)
                if at_rule and (at_rule["query"] is None or _is_for_a_screen(at_rule["query"])):
                    yield from _rules(inside)
                elif not head.startswith("@"):
                    yield head, inside
                at = brace.end()


def _is_for_a_screen(query: str) -> bool:
    """Whether one of the queries of a medium is true for it; what is not understood is not."""
    return any(all(map(_is_true, re.split(r"\s+and\s+", one.strip()))) for one in query.lower().split(","))


def _is_true(part: str) -> bool:
    if part.removeprefix("only ").strip() in ("screen", "all"):
        return True
    feature = FEATURE.fullmatch(part)
    if not feature or not feature["most"]:
        return bool(feature)
    width = float(feature["width"]) * PIXELS[feature["unit"]]
    return width >= WIDTH if feature["most"] == "max" else width <= WIDTH

"""The selectors of style sheets: which elements a rule is for.

Understood is what a page says of itself: elements, classes, ids, attributes, places among siblings, `:not()`, `:is()`
and `:where()`, together and one after another (`ul > li:first-child + li.b`), and the pseudo-elements `::before` and
`::after`. What holds only while somebody points at an element never fits; `:has()` and whatever else is left is no
selector here.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

BEFORE, AFTER = "before", "after"
#: Round all that is read, so they need not be found.
OUTERMOST = re.compile(r"(?:(?:html|body|:root)\s*[\s>]\s*)+", re.I)
PART = re.compile(
    r"(?P<between>\s*[>+~]\s*|\s+)|(?P<mark>[.#](?:[\w-]|\\[^\s\w])+)|(?P<tag>\*|[a-z](?:[\w-]|\\:)*)"
    r"|\[\s*(?P<name>[\w-]+)\s*(?:(?P<how>[~|^$*]?)=\s*(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'|(?P<bare>[\w-]+))"
    r"\s*[is]?)?\s*\]|::?(?P<pseudo>[a-z-]+)(?P<opens>\()?",
    re.I,
)
EVERY = re.compile(
    r"\s*(?:(?P<word>odd|even)|(?:(?P<step>[+-]?\d{0,5})n\s*)?(?P<first>[+-]?\s*\d{1,5})?)\s*", re.I
)
#: True only for as long as somebody does something, or of what nobody has visited, chosen or filled in yet.
NEVER = set(
    "hover active focus focus-within focus-visible visited target checked invalid user-invalid".split()
)
#: By which of the four numbers of its place an element is chosen.
NUMBERS = {"child": 0, "last-child": 1, "of-type": 2, "last-of-type": 3}
DEEPEST = 3  # selectors in selectors
LONGEST = 500


class Element(NamedTuple):
    """What a selector asks of an element: its classes and id as ".a" and "#b", and its place among its siblings from
    the first and from the last, of all and of those of its tag."""

    tag: str
    marks: frozenset[str]
    given: dict[str, str | None]
    place: tuple[int, int, int, int]


Test = Callable[[Element], bool]
Weight = tuple[int, int, int]


class Compound(NamedTuple):
    """One part of a selector: `p.note#last:first-child`. Its key is what it is looked up by."""

    tag: str
    marks: frozenset[str]
    tests: tuple[Test, ...] = ()

    @property
    def key(self) -> str:
        return min(self.marks, default=self.tag or "*")

    def fits(self, element: Element) -> bool:
        return (
            self.tag in ("", "*", element.tag)
            and self.marks <= element.marks
            and all(test(element) for test in self.tests)
        )


class Step(NamedTuple):
    """A compound, and how its element stands to that of the step before: in it (" "), right in it (">"), right behind
    it ("+") or behind it ("~"). The first may have to stand right in the page."""

    between: str
    compound: Compound


class Selector(NamedTuple):
    """`pseudo` is BEFORE or AFTER for what stands in an element though it is not written there."""

    steps: tuple[Step, ...]
    weight: Weight
    pseudo: str = ""


class Selectors(NamedTuple):
    """Those of a rule; `attributes` are the names of all that they ask for, and whether they ask for places."""

    all: list[Selector]
    attributes: frozenset[str]
    ask_for_places: bool


class _NotUnderstood(Exception):
    """What stands there is no selector here."""


def selectors_of(head: str) -> Selectors:
    """Those before the braces of a rule that are understood."""
    found: list[Selector] = []
    reader = _Reader()
    for one in _parted(head[: LONGEST * 20]):
        try:
            found.append(reader.read(one))
        except _NotUnderstood:
            continue
    return Selectors(found, frozenset(reader.attributes), reader.asks_for_places)


def _parted(head: str) -> list[str]:
    """The selectors of a list, parted at commas that stand in no brackets."""
    parts, depth = [""], 0
    for sign in head:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth <= 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]


class _Reader:
    """Reads selectors, and remembers what they ask for."""

    def __init__(self):
        self.attributes: set[str] = set()
        self.asks_for_places = False

    def read(self, written: str, depth: int = 0) -> Selector:
        if len(written) > LONGEST or depth > DEEPEST:
            raise _NotUnderstood
        outermost = OUTERMOST.match(written)
        between = ">" if outermost and outermost[0].rstrip().endswith(">") else " "
        at = outermost.end() if outermost else 0
        steps: list[Step] = []
        tag, marks, tests, weight, pseudo = "", set[str](), list[Test](), (0, 0, 0), ""
        while at < len(written):
            part = PART.match(written, at)
            if not part or pseudo:
                raise _NotUnderstood
            at = part.end()
            if part["between"]:
                steps.append(Step(between, _compound(tag, marks, tests)))
                tag, marks, tests, between = "", set(), [], part["between"].strip() or " "
            elif part["tag"]:
                tag = part["tag"].lower().replace("\\", "")
                weight = _sum(weight, (0, 0, int(tag != "*")))
            elif part["mark"]:
                marks.add(part["mark"].lower().replace("\\", ""))
                weight = _sum(weight, (1, 0, 0) if part["mark"][0] == "#" else (0, 1, 0))
            elif part["name"]:
                self.attributes.add(part["name"].lower())
                tests.append(_attribute(part))
                weight = _sum(weight, (0, 1, 0))
            elif part["pseudo"].lower() in (BEFORE, AFTER):
                pseudo = part["pseudo"].lower()
                weight = _sum(weight, (0, 0, 1))
            else:
                inside, at = _inside(written, at) if part["opens"] else ("", at)
                test, of_it = self.pseudo_class(part["pseudo"].lower(), inside, depth)
                tests.append(test)
                weight = _sum(weight, of_it)
        steps.append(Step(between, _compound(tag, marks, tests, bool(pseudo))))
        return Selector(tuple(steps), weight, pseudo)

    def pseudo_class(self, name: str, inside: str, depth: int) -> tuple[Test, Weight]:
        if name in NEVER:
            return (lambda element: False), (0, 1, 0)
        if name in ("not", "is", "where"):
            ones = [self.read(one, depth + 1) for one in _parted(inside)]
            if not ones or any(len(one.steps) > 1 or one.pseudo for one in ones):
                raise _NotUnderstood
            wanted, compounds = name != "not", [one.steps[0].compound for one in ones]
            heaviest = (0, 0, 0) if name == "where" else max(one.weight for one in ones)
            return (lambda element: any(one.fits(element) for one in compounds) == wanted), heaviest
        self.asks_for_places = True
        return _place(name, inside), (0, 1, 0)


def _compound(tag: str, marks: set[str], tests: list[Test], may_be_empty: bool = False) -> Compound:
    if not (tag or marks or tests or may_be_empty):
        raise _NotUnderstood
    return Compound(tag, frozenset(marks), tuple(tests))


def _sum(one: Weight, other: Weight) -> Weight:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def _inside(written: str, at: int) -> tuple[str, int]:
    """What stands in the brackets that have opened, and where they are closed."""
    depth = 1
    for place in range(at, len(written)):
        depth += (written[place] == "(") - (written[place] == ")")
        if not depth:
            return written[at:place], place + 1
    raise _NotUnderstood


def _attribute(part: re.Match) -> Test:
    """As everywhere in what is read of a page, capitals are not told from small letters."""
    name, how = part["name"].lower(), part["how"]
    value = next((part[kind] for kind in ("double", "single", "bare") if part[kind] is not None), None)
    wanted = (value or "").lower()

    def fits(element: Element) -> bool:
        if value is None or name not in element.given:
            return name in element.given
        own = (element.given[name] or "").lower()
        if not how:
            return own == wanted
        if how == "~":
            return wanted in own.split()
        if how == "|":
            return own == wanted or own.startswith(f"{wanted}-")
        found = {"^": own.startswith, "$": own.endswith, "*": own.__contains__}[how]
        return bool(wanted) and found(wanted)

    return fits


def _place(name: str, inside: str) -> Test:
    """Among its siblings: `first-child`, `only-of-type`, `nth-last-child(2n+1)`."""
    kind, _, rest = name.partition("-")
    if kind in ("first", "last", "only") and rest in ("child", "of-type") and not inside:
        first, last = (NUMBERS[rest], NUMBERS[f"last-{rest}"])
        numbers = {"first": (first,), "last": (last,), "only": (first, last)}[kind]
        return lambda element: all(element.place[number] == 1 for number in numbers)
    every = EVERY.fullmatch(inside)
    if kind != "nth" or rest not in NUMBERS or not every or not inside.strip():
        raise _NotUnderstood
    number, (step, first) = NUMBERS[rest], _step_and_first(every)
    return lambda element: _is_one_of(element.place[number], step, first)


def _step_and_first(every: re.Match) -> tuple[int, int]:
    if every["word"]:
        return 2, int(every["word"].lower() == "odd")
    first = int("".join((every["first"] or "0").split()))
    if every["step"] is None:
        return 0, first
    return int(f"{every['step']}1" if every["step"] in ("", "+", "-") else every["step"]), first


def _is_one_of(number: int, step: int, first: int) -> bool:
    return number == first if not step else (number - first) % step == 0 and (number - first) // step >= 0

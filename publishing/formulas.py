"""A formula of a page or of Word as one line of text: 10⁶, (a+b)/2, √2, xᵢ.

MathML and Word's own mark-up say the same by different names; what they share is read here. An element that has no rule
is no more than what stands in it. Nothing that is raised in a formula is a footnote's.
"""

import re
from collections.abc import Callable

from publishing import marks

ROOTS = {"math", "m:omath"}
#: Word's names, as HTML writes them, for what MathML has.
OF_WORD = {
    "m:r": "mi", "m:t": "mi", "m:ssup": "msup", "m:ssub": "msub", "m:ssubsup": "msubsup", "m:f": "mfrac",
    "m:mr": "mtr", "m:eqarr": "mtable", "m:m": "mtable", "m:limlow": "munder", "m:limupp": "mover",
}  # fmt: skip
#: What a property of Word's names.
SIGNS = {"m:chr", "m:begchr", "m:endchr", "m:type"}
#: What a fraction of which only the places are meant, with no stroke between them, says of its type or its stroke.
NO_STROKE = re.compile(r"nobar|0\D*", re.I)
#: White space in these belongs to the text; elsewhere it lays out the source.
TOKENS = {"mi", "mn", "mo", "ms", "mtext"}
GROUPS = set(
    "mrow mstyle mpadded merror menclose maction semantics none mtd m:e m:sup m:sub m:num m:den m:deg m:lim".split()
)

#: What needs no brackets beside a stroke, under a root or as the base of a power.
ONE = re.compile(r"[^\W_]+(?:[.,'\s]\d+)*[%′°]?|[^\W_]*[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ₀-₉]+|\([^()]*\)|\S|")
#: Raised signs that stay as they are.
AS_THEY_ARE = dict(zip("∘°′″'*%", "°°′″'*%", strict=True))
TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
#: Stands in a part for what parts the marks behind a base from those before it.
BEFORE = "\0"


class Element:
    """An element of a formula: the text of each of its children, and the signs that its properties name."""

    def __init__(self, tag: str):
        self.tag = OF_WORD.get(tag, tag)
        self.parts: list[str] = []
        self.signs: dict[str, str] = {}

    @property
    def text(self) -> str:
        return WRITTEN.get(self.tag, _side_by_side)(self)

    def part(self, number: int) -> str:
        return self.parts[number] if number < len(self.parts) else ""


class Formula:
    """Takes the elements and the text of a formula in turn; has its `text` once it `is_whole`."""

    def __init__(self):
        self.open = [Element("math")]
        self.text = ""

    @property
    def is_whole(self) -> bool:
        return not self.open

    def start(self, tag: str, sign: str = "") -> None:
        element = Element(tag)
        owner = self.open[-1] if tag in SIGNS else element
        owner.signs[tag if tag in SIGNS else "m:type"] = sign
        self.open.append(element)

    def data(self, text: str) -> None:
        inside = self.open[-1]
        text = re.sub(r"\s+", " ", text)
        if inside.tag in TOKENS or text.strip():
            inside.parts.append(text if inside.tag == "mtext" else text.strip())

    def end(self) -> None:
        element = self.open.pop()
        if not self.open:
            self.text = element.text.replace(BEFORE, "")
        elif element.tag in TAGS - SIGNS or element.text:
            self.open[-1].parts.append(element.text)


def run_together(before: str, after: str) -> bool:
    """Whether two words, or a figure and one that is more than digits, would be read as one: sin|x, 2|3/4."""
    if before[-1:].isalpha() and after[:1].isalpha():
        return bool(TWO_LETTERS.search(before[-2:]) or TWO_LETTERS.match(after))
    return before[-1:].isdigit() and after[:1].isdecimal() and not after.isdecimal()


def _side_by_side(element: Element) -> str:
    written = last = ""
    for part in filter(None, element.parts):
        written += (" " if run_together(last, part) else "") + part
        last = part
    return written


def _one(text: str) -> str:
    return text if ONE.fullmatch(text) else f"({text})"


def _raised(text: str) -> str:
    return AS_THEY_ARE.get(text) or _in(marks.RAISED, "^", text)


def _lowered(text: str) -> str:
    return _in(marks.LOWERED, "_", text)


def _in(characters: dict[str, str], sign: str, text: str) -> str:
    compact = "".join(text.split())
    if all(character in characters for character in compact):
        return "".join(characters[character] for character in compact)
    return sign + _one(text.strip())


def _base_and_marks(element: Element) -> str:
    return _one(element.part(0)) + _marks(element.parts[1:])


def _marks(parts: list[str]) -> str:
    """Lowered and raised in turn."""
    return "".join(_raised(part) if number % 2 else _lowered(part) for number, part in enumerate(parts))


def _marks_around(element: Element) -> str:
    """Those behind the base come first."""
    end = element.parts.index(BEFORE) if BEFORE in element.parts else len(element.parts)
    return _marks(element.parts[end + 1 :]) + element.part(0) + _marks(element.parts[1:end])


def _brackets(element: Element) -> str:
    opening, closing = element.signs.get("m:begchr", "("), element.signs.get("m:endchr", ")")
    return f"{opening}{', '.join(element.parts)}{closing}"


def _fraction(element: Element) -> str:
    above, below = _one(element.part(0)), _one(element.part(1))
    return f"({above} over {below})" if NO_STROKE.fullmatch(element.signs["m:type"]) else f"{above}/{below}"


def _root(number: str, inside: str) -> str:
    return f"{_raised(number)}√{_one(inside)}"


def _large_sign(element: Element) -> str:
    return f"{element.signs.get('m:chr', '∫')}{_marks(element.parts[:2])} {element.part(2)}"


WRITTEN: dict[str, Callable[[Element], str]] = {
    "msup": lambda element: _one(element.part(0)) + _raised(element.part(1)),
    "mover": lambda element: _one(element.part(0)) + _raised(element.part(1)),
    "msub": _base_and_marks,
    "msubsup": _base_and_marks,
    "munder": _base_and_marks,
    "munderover": _base_and_marks,
    "mmultiscripts": _marks_around,
    "mprescripts": lambda element: BEFORE,
    "m:spre": lambda element: _marks(element.parts[:2]) + element.part(2),
    "mfrac": _fraction,
    "msqrt": lambda element: _root("", _side_by_side(element)),
    "mroot": lambda element: _root(element.part(1), element.part(0)),
    "m:rad": lambda element: _root(element.part(0), element.part(1)),
    "mfenced": _brackets,
    "m:d": _brackets,
    "m:nary": _large_sign,
    "mspace": lambda element: " ",
    "mphantom": lambda element: "",
    "mtr": lambda element: ", ".join(element.parts),
    "mtable": lambda element: "; ".join(element.parts),
}
#: All that has a meaning in a formula; whoever cleans a page leaves these in it.
TAGS = ROOTS | TOKENS | GROUPS | SIGNS | OF_WORD.keys() | WRITTEN.keys()
#: What stands in a formula beside it: its source in another language.
ANNOTATIONS = {"annotation", "annotation-xml"}

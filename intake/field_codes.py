"""What a field of a word processor shows where the document has only its code: formulas (EQ) and signs (SYMBOL)."""

import re
from collections.abc import Callable, Iterator
from html import escape

from publishing.marks import symbol

CODE = re.compile(r"\s*(EQ|SYMBOL)\b(.*)", re.I | re.S)
SYMBOL = re.compile(r"\s*(?:0x([0-9a-f]{1,4})|(\d{1,5}))(.*)", re.I | re.S)
FONT = re.compile(r"\\f\s*\"?([^\"\\]+)", re.I)
#: A program that sets formulas, of which a document has only a picture; and what stands there instead.
SETS_FORMULAS, FORMULA = re.compile("equation|mathtype", re.I), "[formula]"
LONGEST_CODE = 2_000
MOST_BRACKETS = 100
#: A part of a formula, then what is said of it, then what it is made of: \f(1,2), \s\up8(2), \b\bc\[(x).
PART = re.compile(r"\\([abdfilorsx])(?![a-z])\s*", re.I)
OPTION = re.compile(r"\\(?:([lrbfv]c)\\(.)|([a-z]{2})\s*(-?\d{0,4}))\s*", re.I)
CLOSING = dict(zip("([{<", ")]}>", strict=True))
#: What moves letters off their line, and the signs that stand before a sum.
HEIGHTS = {"up": "msup", "do": "msub"}
LARGE_SIGNS = {"su": "∑", "pr": "∏"}

Options = dict[str, str]


def html_of_field(code: str) -> str:
    """What a reader sees of a field that is known only by its ``code``, as inline HTML; blank for other fields."""
    found = CODE.match(code[:LONGEST_CODE])
    if not found:
        return ""
    return _formula(found[2].strip()) if found[1].upper() == "EQ" else _sign(found[2])


def _sign(code: str) -> str:
    found = SYMBOL.match(code)
    if not found:
        return ""
    font = FONT.search(found[3])
    number = int(found[1], 16) if found[1] else int(found[2])
    return escape(symbol(number, font[1].strip() if font else "symbol"))


def _formula(code: str) -> str:
    inside = _text(code) if code.count("(") > MOST_BRACKETS else "".join(_Formula(code).read())
    return f"<math>{inside}</math>" if inside else ""


class _Formula:
    """Reads the code of a formula from left to right into MathML."""

    def __init__(self, code: str):
        self.code, self.at = code, 0
        # Who writes decimals with a comma parts by semicolons.
        self.parted_by = ";" if ";" in code else ","

    def read(self) -> Iterator[str]:
        while self.next:
            yield self.until(")")
            yield _text(self.taken())

    @property
    def next(self) -> str:
        return self.code[self.at : self.at + 1]

    def taken(self) -> str:
        sign = self.next
        self.at += 1
        return sign

    def until(self, ends: str) -> str:
        """What stands before one of ``ends``; what is in plain brackets goes with them."""
        written, plain = "", ""
        while self.next and self.next not in ends:
            if part := PART.match(self.code, self.at):
                self.at = part.end()
                written += _text(plain) + self.part(part[1].lower())
                plain = ""
            elif self.next == "(":
                written += _text(plain + self.taken()) + self.until(")")
                plain = self.taken()
            else:
                self.at += self.next == "\\"
                plain += self.taken()
        return written + _text(plain)

    def part(self, kind: str) -> str:
        options, arguments = self.options(), self.arguments()
        written = WRITTEN.get(kind, _in_turn)(arguments, options)
        # Letters above and below the line follow each other: \s\up8(2)\do8(i).
        if kind == "s" and arguments and (found := OPTION.match(self.code, self.at)) and found[3] in HEIGHTS:
            written += self.part(kind)
        return written

    def options(self) -> Options:
        found: Options = {}
        while option := OPTION.match(self.code, self.at):
            found[(option[1] or option[3]).lower()] = option[2] or option[4] or ""
            self.at = option.end()
        return found

    def arguments(self) -> list[str]:
        found = []
        if self.next == "(":
            while self.taken() in ("(", self.parted_by):
                found.append(self.until(f"){self.parted_by}"))
        return found


def _text(plain: str) -> str:
    return f"<mtext>{escape(plain)}</mtext>" if plain else ""


def _row(inside: str) -> str:
    return f"<mrow>{inside}</mrow>"


def _in_turn(arguments: list[str], options: Options) -> str:
    return "".join(arguments)


def _marked(tag: str, *parts: str) -> str:
    return f"<{tag}>{''.join(map(_row, parts))}</{tag}>"


def _moved(arguments: list[str], options: Options) -> str:
    tag = next((HEIGHTS[name] for name in options if name in HEIGHTS), "")
    inside = "".join(arguments)
    return _marked(tag, "", inside) if tag and inside else inside


def _root(arguments: list[str], options: Options) -> str:
    *number, inside = arguments or [""]
    return _marked("mroot", inside, *number[:1]) if any(number) else _marked("msqrt", inside)


def _fraction(arguments: list[str], options: Options) -> str:
    return _marked("mfrac", *(arguments + ["", ""])[:2])


def _brackets(arguments: list[str], options: Options) -> str:
    both = options.get("bc", "" if {"lc", "rc"} & options.keys() else "(")
    opening, closing = options.get("lc", both), options.get("rc", CLOSING.get(both, both))
    return _text(opening) + "".join(arguments) + _text(closing)


def _large_sign(arguments: list[str], options: Options) -> str:
    named = next((LARGE_SIGNS[name] for name in options if name in LARGE_SIGNS), "∫")
    sign = options.get("fc") or options.get("vc") or named
    below, above, inside = (arguments + ["", "", ""])[:3]
    return _marked("munderover", _text(sign), below, above) + _text(" ") + inside


def _list(arguments: list[str], options: Options) -> str:
    return _text(", ").join(arguments)


def _rows(arguments: list[str], options: Options) -> str:
    columns = max(1, int(options.get("co") or 1))
    rows = [arguments[first : first + columns] for first in range(0, len(arguments), columns)]
    return _marked("mtable", *(_marked("mtr", *row) for row in rows)) if rows else ""


WRITTEN: dict[str, Callable[[list[str], Options], str]] = {
    "a": _rows,
    "b": _brackets,
    "f": _fraction,
    "i": _large_sign,
    "l": _list,
    "r": _root,
    "s": _moved,
}

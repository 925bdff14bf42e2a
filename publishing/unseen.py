"""What a reader of a page does not see, or sees struck out: by element, by style, by class.

Only what a page says of itself is read: its elements, and what their styles and the page's own style sheets declare
(publishing/style_sheets.py), for an editor's export from a word processor keeps all its looks there.
"""

import re
from collections.abc import Iterator

UNSEEN, RAISED, LOWERED = "unseen", "sup", "sub"
#: Fonts whose letters are signs.
SIGNS = {"symbol", "wingdings"}
#: What hides letters and what is in it too, until something in it says otherwise; white letters stand for themselves.
VISIBILITY, SIZE, COLOUR, INDENT, WHITE_LETTERS = "visibility", "font-size", "color", "text-indent", "white"
INHERITED = {"", "inherit", "unset", "revert", "revert-layer", "currentcolor"}
#: A size of its own, whatever that of what is around.
OWN_SIZE = re.compile(r"(?:\d+(?:\.\d*)?|\.\d+)(?:px|pt|rem|pc|in|cm|mm)|(?:xx?-)?(?:small|large)|medium")
#: A list whose items show neither bullet nor number; an element that stands on lines of its own; one below a table.
UNMARKED, APART, BELOW = "unmarked", "apart", "below"
#: By its value, whether lines of the source are lines of what is shown, in an element and in what is in it.
KEEPS_LINES = dict.fromkeys(("pre", "pre-wrap", "pre-line", "break-spaces"), True) | dict.fromkeys(
    ("normal", "nowrap"), False
)
#: What takes back what an element is: a <b> that is not bold, an <i> that is not slanted.
THIN, UPRIGHT = "thin", "upright"
#: In what a list numbers its items, as CSS says it and as HTML does.
_NUMBERED = {
    "decimal": "1", "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
    "lower-roman": "i", "upper-roman": "I",
}  # fmt: skip
NUMBERINGS = frozenset(_NUMBERED.values())
LETTERED = NUMBERINGS - {"1"}
BLOCKS = set("block flex grid table table-row table-cell table-caption list-item flow-root".split())

#: Fields that show no letters of their value.
WITHOUT_TEXT = set("hidden checkbox radio password file color range image".split())
#: Elements whose text their author took back.
STRUCK = {"del", "s", "strike"}
#: Of Word's own pages what belongs to a comment; the letters of a formula, set one by one behind it; and what style
#: sheets that do not come along hide or strike out by these names everywhere.
HIDDEN_CLASSES = set(
    "msocomanchor msocommentreference msocomtxt msocommenttext katex-html sr-only visually-hidden visuallyhidden "
    "visually-hidden-focusable screen-reader-text screen-reader-only screen-reader screenreader show-for-sr "
    "element-invisible assistive-text a11y-hidden u-visually-hidden is-hidden line-through "
    "text-decoration-line-through strikethrough tooltiptext footnote_tooltip".split()
)
#: Hidden as long as no other class shows it again on wider screens: "hidden md:block", "d-none d-lg-flex".
VEILED_CLASSES = {"hidden", "d-none"}
SHOWN_AGAIN = re.compile(r"\w+:(?!hidden)|d-\w+-(?!none)")
#: Letters struck out one by one, and words between the marks of Markdown.
STRUCK_LETTERS = re.compile(
    "((?<=[ \\t])|^)?((?:[^\u0335\u0336\n][\u0335\u0336]+)+|~~(?=[^\\s~])[^~\n]{1,2000}?(?<=[^\\s~])~~)(?(1)[ \\t]?)"
)
WHITE = re.compile(
    r"white|#f[a-f]?f[a-f]?f[a-f]?|#f[a-f]f[a-f]f[a-f](?:ff)?"
    r"|rgba?\(\s*25[0-5]\s*[, ]\s*25[0-5]\s*[, ]\s*25[0-5]\s*(?:[,/]\s*(?:1(?:\.0*)?|100%)\s*)?\)"
    r"|hsla?\([^)]*[, ]\s*100%\s*(?:[,/]\s*(?:1|100%)\s*)?\)"
)
BLACK = re.compile(
    r"black|#0{3,4}|#0{6}(?:ff)?|rgba?\(\s*0\s*[, ]\s*0\s*[, ]\s*0\s*(?:[,/]\s*(?:1(?:\.0*)?|100%)\s*)?\)"
)
#: A background that lets the one around it be seen.
NO_GROUND = {"", "none", "transparent", "inherit", "initial", "unset", "revert"}
#: Formulas that a page hides behind their picture or their letters.
FORMULA_CLASSES = {
    "mwe-math-mathml-inline",
    "mwe-math-mathml-display",
    "mwe-math-mathml-a11y",
    "katex-mathml",
}
#: Where links to footnotes lead, and those back from them.
NOTE_ADDRESS = re.compile(
    r"#(?:_?(?:ftn|edn|fn|en|cmnt)|(?:sd|easy-|mce)?(?:foot|end)[_-]?note|cite[_-]?(?:note|ref)|note|ref)"
    r"[\w:.~-]{0,60}\d[\w:.~-]{0,60}$",
    re.I,
)
NOTE_CLASS = re.compile(r"(?:foot|end)-?note-?(?:ref|anchor)|noteref", re.I)

NOTHING_HIGH = re.compile(r"0*(?:\.0*)?(?:[a-z]{2,4}|%)?")
#: Heights that have a word.
HEIGHT_WORDS = {"super": RAISED, "text-top": RAISED, "sub": LOWERED, "text-bottom": LOWERED}
HEIGHTS = {RAISED: "super", LOWERED: "sub"}
#: Properties whose lengths go upwards.
UPWARDS = ("vertical-align", "mso-text-raise", "baseline-shift")
MOVED = re.compile(r"translate(?:y\(|\([^,()]{0,20},)\s*([^,()\s]{1,20})\s*\)")
LENGTH = re.compile(r"([-+]?(?:\d{1,6}(?:\.\d{0,6})?|\.\d{1,6}))(pt|px|em|rem|ex|ch|pc|in|cm|mm|%)")
#: Points in each unit, for letters of twelve points.
POINTS = dict(pt=1, px=0.75, em=12, rem=12, ex=6, ch=6, pc=12, cm=28.3, mm=2.83) | {"in": 72, "%": 0.14}
#: Letters that are moved by less are set straight, not raised.
LEAST_POINTS = 1.5
OPACITY = re.compile(r"(\d{1,3}(?:\.\d{0,6})?|\.\d{1,6})(%?)")
CLIPPED = re.compile(
    r"rect\((?:\s*,?\s*[01](?:px|pt)?){4}\s*\)|inset\(\s*(?:50|100)%|circle\(\s*0|polygon\((?:\s*,?\s*0(?:px|%)?)+\s*\)"
)
TO_NOTHING = re.compile(r"scale(?:3d)?\(\s*0[\s,)]|rotate[xy]\(\s*-?(?:90|270)deg|opacity\(\s*0%?\s*\)")
FAR = re.compile(r"translate(?:[xy]|3d)?\(\s*(?:0\w{0,3}\s*,\s*)?(-\d{1,6}(?:\.\d*)?[a-z]{2,3})")
#: Of letters that are all but seen through nothing can be read.
LEAST_OPACITY = 0.05
NO_COLOUR = re.compile(r"transparent|(?:rgb|hsl)a?\((?:(?:[^,)]+,){3}|[^,)]*/)\s*0(?:\.0*)?%?\s*\)")
#: Of `font`, the size and the families.
FONT = re.compile(r"(?:^|\s)(\.?\d[\d.]*(?:[a-z]{2,3}|%)?)(?:\s*/\s*\S+)?\s+(.+)")
#: Points to the left of or above a page at which nobody looks for words.
FAR_AWAY = -400
#: Points of a box that is too low for letters.
LOWEST = 1


def in_full(declared: dict[str, str]) -> dict[str, str]:
    """The declarations with the size and the families that `font` says in short."""
    font = FONT.search(declared.get("font", ""))
    return {"font-size": font[1], "font-family": font[2]} | declared if font else declared


def family(declared: dict[str, str]) -> str:
    """The font that an element has of its own, the first that it names; nothing where it is that around it."""
    first = declared.get("font-family", "").partition(",")[0].strip("\"' ")
    return "" if first in INHERITED else first


def looks(declared: dict[str, str]) -> set[str]:
    """What the declarations of an element, in full, make of all in it: UNSEEN, RAISED, LOWERED, UNMARKED, APART,
    BELOW, THIN, UPRIGHT, and of NUMBERINGS one."""
    found = set()
    lines = f"{declared.get('text-decoration', '')} {declared.get('text-decoration-line', '')}"
    if "line-through" in lines or _is_hidden(declared):
        found.add(UNSEEN)
    if height := next(filter(None, _heights(declared)), ""):
        found.add(height)
    marker = f"{declared.get('list-style', '')} {declared.get('list-style-type', '')}"
    if "none" in marker.split():
        found.add(UNMARKED)
    found |= {_NUMBERED[one] for one in marker.split() if one in _NUMBERED}
    if declared.get("display") in BLOCKS:
        found.add(APART)
    if declared.get("font-weight") in ("normal", "400", "lighter", "300"):
        found.add(THIN)
    if declared.get("font-style") == "normal":
        found.add(UPRIGHT)
    if declared.get("caption-side") == "bottom":
        found.add(BELOW)
    return found


def is_a_hint(given: dict[str, str | None]) -> bool:
    """Whether an element is shown only as long as something points at what it explains."""
    return given.get("role") == "tooltip"


def is_hidden_by_class(classes: list[str]) -> bool:
    """Whether the names of its ``classes`` hide or strike out an element."""
    if not VEILED_CLASSES.isdisjoint(classes):
        return not any(map(SHOWN_AGAIN.match, classes))
    return not HIDDEN_CLASSES.isdisjoint(classes)


def ground(declared: dict[str, str]) -> str:
    """The background that an element has of its own, nothing where the one around it is seen."""
    own = declared.get("background-color") or declared.get("background") or ""
    return "" if own in NO_GROUND or NO_COLOUR.fullmatch(own) else own


def veils(declared: dict[str, str]) -> frozenset[str]:
    """By which of its properties an element hides what is in it, as long as that does not say otherwise."""
    found = set()
    if declared.get("visibility") in ("hidden", "collapse"):
        found.add(VISIBILITY)
    size = declared.get("font-size", "")
    if size and (NOTHING_HIGH.fullmatch(size) or 0 < _points(size) <= LOWEST):
        found.add(SIZE)
    fills = (declared.get("color", ""), declared.get("-webkit-text-fill-color", ""))
    if any(map(NO_COLOUR.fullmatch, fills)) and "text" not in declared.get("background-clip", ""):
        found.add(COLOUR)
    if _points(declared.get("text-indent", "")) < FAR_AWAY:
        found.add(INDENT)
    return frozenset(found)


def bares(declared: dict[str, str]) -> frozenset[str]:
    """Which of the veils around it an element takes off what is in it."""
    found = {name for name in (COLOUR, INDENT) if declared.get(name, "") not in INHERITED}
    if declared.get("visibility") in ("visible", "initial"):
        found.add(VISIBILITY)
    if OWN_SIZE.fullmatch(declared.get("font-size", "")):
        found.add(SIZE)
    return frozenset(found) - veils(declared)


def is_white_on_white(colour: str, behind: str) -> bool:
    """Whether letters have the colour of what is behind them, white on a page if nothing is; not where they have none
    of their own."""
    behind = behind or "white"
    return colour == behind or any(one.fullmatch(colour) and one.fullmatch(behind) for one in (WHITE, BLACK))


def without_struck_letters(text: str) -> tuple[str, int]:
    """``text`` without what is struck out in it by characters, and how many words that was."""
    if "~~" not in text and "\u0335" not in text and "\u0336" not in text:
        return text, 0
    gone = [found[2] for found in STRUCK_LETTERS.finditer(text)]
    return STRUCK_LETTERS.sub("", text), len(" ".join(gone).split())


def height_of(points: float) -> str:
    """RAISED, LOWERED or nothing for letters that stand so many points above their line."""
    if abs(points) < LEAST_POINTS:
        return ""
    return RAISED if points > 0 else LOWERED


def with_height(html: str, height: str) -> str:
    """Inline HTML under a style that raises or lowers it; as it is for no height."""
    return f'<span style="vertical-align:{HEIGHTS[height]}">{html}</span>' if height else html


def in_colours(html: str, colour: str, behind: str) -> str:
    """Inline HTML under its colours where its letters are as white, or as black, as what is ``behind`` them."""
    if not is_white_on_white(colour, behind):
        return html
    return f'<span style="color:{colour};background:{behind or "white"}">{html}</span>'


def hidden(html: str) -> str:
    """Inline HTML that no reader sees, so that its words are counted as left out; nothing for none."""
    return f"<div hidden>{html}</div>" if html.strip() else ""


def _heights(declared: dict[str, str]) -> Iterator[str]:
    """RAISED, LOWERED or nothing, as each property that can move letters up and down says it."""
    yield HEIGHT_WORDS.get(declared.get("vertical-align", ""), "")
    yield HEIGHT_WORDS.get(declared.get("font-variant-position", ""), "")
    yield from (height_of(_points(declared.get(name, ""))) for name in UPWARDS)
    if declared.get("position") == "relative":
        yield height_of(-_points(declared.get("top", "")) or _points(declared.get("bottom", "")))
    if moved := MOVED.search(declared.get("transform", "")):
        yield height_of(-_points(moved[1]))


def _points(length: str) -> float:
    found = LENGTH.fullmatch(length)
    return float(found[1]) * POINTS[found[2]] if found else 0


def shown_of_input(given: dict[str, str | None]) -> str:
    """The text that a field or a button has by its attributes."""
    return "" if (given.get("type") or "").lower() in WITHOUT_TEXT else given.get("value") or ""


def _is_hidden(declared: dict[str, str]) -> bool:
    return (
        declared.get("display") == "none"
        or declared.get("content-visibility") == "hidden"
        or declared.get("mso-hide") in ("all", "screen")
        or declared.get("mso-element") in ("comment", "comment-list")
        or _shows_nothing(declared)
        or _is_elsewhere(declared)
    )


def _shows_nothing(declared: dict[str, str]) -> bool:
    clipped = f"{declared.get('clip', '')} {declared.get('clip-path', '')}"
    changed = f"{declared.get('transform', '')} {declared.get('filter', '')}"
    return bool(
        _is_seen_through(declared.get("opacity", "")) or CLIPPED.search(clipped) or TO_NOTHING.search(changed)
    )


def _is_seen_through(opacity: str) -> bool:
    found = OPACITY.fullmatch(opacity)
    return found is not None and float(found[1]) <= LEAST_OPACITY * (100 if found[2] else 1)


def _is_elsewhere(declared: dict[str, str]) -> bool:
    """Off the page, or in a box too small for a letter."""
    if (far := FAR.search(declared.get("transform", ""))) and _points(far[1]) < FAR_AWAY:
        return True
    is_lifted = declared.get("position") in ("absolute", "fixed")
    sides = ["margin-left", "margin-top", *(("left", "top", "right", "bottom") if is_lifted else ())]
    if any(_points(declared.get(side, "")) < FAR_AWAY for side in sides):
        return True
    # What stands in a line is as wide as its letters.
    has_width = is_lifted or declared.get("display") in BLOCKS | {"inline-block", "inline-flex"}
    sizes = ["height", "max-height", *(("width", "max-width") if has_width else ())]
    return declared.get("overflow") in ("hidden", "clip") and any(
        NOTHING_HIGH.fullmatch(size) or 0 < _points(size) <= LOWEST
        for size in (declared.get(name, "") for name in sizes)
        if size
    )

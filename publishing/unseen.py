"""What a reader of a page does not see, or sees struck out: by element, by style, by class.

Only what a page says of itself is read: its elements, their styles, and simple rules (`.x`, `p.x`) of its own style
sheets, for an editor's export from a word processor keeps all its looks there.
"""

import re
from collections.abc import Iterator

UNSEEN, RAISED, LOWERED, SYMBOL = "unseen", "sup", "sub", "symbol"

#: Elements whose text their author took back.
STRUCK = {"del", "s", "strike"}
#: Of Word's own pages: what belongs to a comment.
COMMENT_CLASSES = {"msocomanchor", "msocommentreference", "msocomtxt", "msocommenttext"}
#: Where links to footnotes lead, and those back from them.
NOTE_ADDRESS = re.compile(
    r"#(?:_?(?:ftn|edn|fn|en)|(?:sd|easy-|mce)?(?:foot|end)[_-]?note|cite[_-]?(?:note|ref)|note|ref)[\w:.~-]{0,60}\d[\w:.~-]{0,60}$",
    re.I,
)

STYLE_SHEET = re.compile(r"<style\b[^>]{0,500}>(.*?)</style", re.I | re.S)
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.S)
SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?\.([\w-]+)", re.I)
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
#: Style sheets longer than this are a site's, not a document's.
LONGEST_SHEET = 200_000


def looks(style: str) -> set[str]:
    """Of UNSEEN, RAISED, LOWERED and SYMBOL those that a style makes of its text."""
    declared = _declarations(style)
    found = set()
    lines = f"{declared.get('text-decoration', '')} {declared.get('text-decoration-line', '')}"
    if "line-through" in lines or _is_hidden(declared):
        found.add(UNSEEN)
    if height := next(filter(None, _heights(declared)), ""):
        found.add(height)
    if declared.get("font-family", "").strip("\"' ").partition(",")[0].strip("\"' ") == "symbol":
        found.add(SYMBOL)
    return found


def looks_of_classes(html: str) -> dict[str, set[str]]:
    """What the page's own style sheets make of each class."""
    found: dict[str, set[str]] = {}
    for sheet in STYLE_SHEET.findall(html[: html.lower().rfind("</style") + 8]):
        for selectors, style in _rules(CSS_COMMENT.sub("", sheet[:LONGEST_SHEET])):
            made = looks(style)
            for selector in selectors.split(",") if made else ():
                if simple := SIMPLE.fullmatch(selector.strip()):
                    found.setdefault(simple[1].lower(), set()).update(made)
    return found


def height_of(points: float) -> str:
    """RAISED, LOWERED or nothing for letters that stand so many points above their line."""
    if abs(points) < LEAST_POINTS:
        return ""
    return RAISED if points > 0 else LOWERED


def with_height(html: str, height: str) -> str:
    """Inline HTML under a style that raises or lowers it; as it is for no height."""
    return f'<span style="vertical-align:{HEIGHTS[height]}">{html}</span>' if height else html


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


def _is_hidden(declared: dict[str, str]) -> bool:
    size = declared.get("font-size", "")
    return (
        declared.get("display") == "none"
        or declared.get("visibility") in ("hidden", "collapse")
        or declared.get("mso-hide") in ("all", "screen")
        or declared.get("mso-element") in ("comment", "comment-list")
        or bool(size and NOTHING_HIGH.fullmatch(size))
    )


def _declarations(style: str) -> dict[str, str]:
    """Property and value in lower case; the last of a property counts."""
    parts = (part.partition(":") for part in CSS_COMMENT.sub("", style).lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in parts}


def _rules(sheet: str) -> list[tuple[str, str]]:
    """(selectors, declarations) of the rules that always hold: what stands inside `@media` is passed over."""
    found, depth, at, head = [], 0, 0, ""
    for brace in re.finditer(r"[{}]", sheet):
        if brace[0] == "{":
            if depth == 0:
                head = sheet[at : brace.start()].rpartition(";")[2].strip()
                at = brace.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                if not head.startswith("@"):
                    found.append((head, sheet[at : brace.start()]))
                at = brace.end()
    return found

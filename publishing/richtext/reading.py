"""From HTML to the tree and back: what is read, what is left out of it, and what is too much."""

import re
from collections import Counter

import nh3

from publishing import formulas
from publishing.richtext.builder import Builder
from publishing.richtext.counting import PlacesAmongSiblings, chosen_options, counted_parts
from publishing.richtext.elements import (
    BOXES,
    BREAKS,
    DROPPED_WITH_CONTENT,
    INLINE,
    LINES,
    NEWLINES,
    PARTS,
    UNPRINTABLE,
    WRAPPERS,
)
from publishing.richtext.tree import Box, block_html, lines
from publishing.style_sheets import StyleSheets

#: Word puts a formula into a comment that only itself reads, and a picture of it behind.
END_OF_COMMENT = "<![endif]-->"
WORDS_FORMULA = re.compile(r"<!--\[if gte msEquation \d+\]>(.*?)<!\[endif\]-->", re.I | re.S)
#: Elements that a site has made for itself, which may be hidden as any other: <x-note hidden>.
OWN_ELEMENT = re.compile(r"(</?)[a-z][a-z0-9]*-[\w-]*(?=[\s/>])", re.I)
# The sanitiser's time grows with the square of the depth; pages of newspapers stay below 60.
DEEPEST_ELEMENT = 500
MOST_TAGS = 100_000
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
CLOSES_BY_ITSELF = set(
    "p li dt dd td th tr tbody thead tfoot option area base br col embed hr img input link meta source track "
    "wbr".split()
)


def clean_html(html: str) -> str:
    """The HTML that may be stored and shown: p, h2, h3, blockquote, ul, ol, li, a, strong, em and br, well
    formed.

    Bare text becomes paragraphs, and the text is in Unicode's form NFC. Cleaning what is clean changes
    nothing.
    """
    return "".join(block_html(block) for block in parse(html).children)


def plain_text(html: str) -> str:
    """The text of the cleaned HTML, one line for each paragraph, heading and list item. Places count in
    it."""
    return "\n".join(line.text for line in lines(parse(html)))


def words_left_out(html: str) -> int:
    """How many words `clean_html` leaves out because the author struck them out or a reader does not see them."""
    return _built(html).left_out


def left_out_in_words(words: int) -> str:
    """ "12 words that were struck out or hidden, or stood in notes and comments, were left out."; nothing for none."""
    if not words:
        return ""
    some, were = ("1 word", "was") if words == 1 else (f"{words:,} words", "were")
    return f"{some} that {were} struck out or hidden, or stood in notes and comments, {were} left out."


def has_too_much_markup(html: str) -> bool:
    """Whether there is more of it, or deeper, than a text that somebody wrote has: ask before it is cleaned."""
    return html.count("<") > MOST_TAGS or _deepest(html) > DEEPEST_ELEMENT


def parse(html: str) -> Box:
    """The tree of the cleaned HTML."""
    return _built(html).root


def parse_and_count(html: str) -> tuple[Box, int]:
    """The tree, and how many words are left out of it; see `words_left_out`."""
    built = _built(html)
    return built.root, built.left_out


def _built(html: str) -> Builder:
    html = OWN_ELEMENT.sub(r"\1span", _with_words_formulas(UNPRINTABLE.sub("", NEWLINES.sub("\n", html))))
    sheets = StyleSheets(html)
    sound = nh3.clean(
        html,
        tags=LINES.keys()
        | INLINE.keys()
        | BOXES
        | BREAKS
        | WRAPPERS
        | PARTS
        | formulas.TAGS
        | {"a", "br", "q"},
        attributes={
            "*": {
                "style",
                "class",
                "id",
                "hidden",
                "popover",
                "role",
                "open",
                "face",
                "color",
                "bgcolor",
                "m:val",
            }
            | sheets.attributes,
            "a": {"href"},
            "mfrac": {"linethickness"},
            "ol": {"start", "reversed", "type"},
            "li": {"value"},
            "input": {"type", "value"},
            "select": {"multiple", "size"},
            "option": {"selected", "disabled"},
            "td": {"colspan", "rowspan"},
            "th": {"colspan", "rowspan"},
        },
        url_schemes={"http", "https", "mailto"},
        clean_content_tags=DROPPED_WITH_CONTENT | formulas.ANNOTATIONS,
        link_rel=None,
    )
    builder = _read(sheets, sound, white_is_unseen=True)
    kept = sum(len(line.text.split()) for line in lines(builder.root))
    # White throughout: a dark page, whose background stayed behind.
    return _read(sheets, sound, white_is_unseen=False) if builder.white_left_out > kept else builder


def _read(sheets: StyleSheets, sound: str, white_is_unseen: bool) -> Builder:
    places = PlacesAmongSiblings(sound).places if sheets.ask_for_places else []
    builder = Builder(sheets, counted_parts(sound), chosen_options(sound), places, white_is_unseen)
    builder.feed(sound)
    builder.close()
    builder.end_line()
    return builder


def _with_words_formulas(html: str) -> str:
    """The comments in which Word puts formulas opened; looked for no further than where the last one can end."""
    end = html.rfind(END_OF_COMMENT) + len(END_OF_COMMENT)
    return WORDS_FORMULA.sub(r"\1", html[:end]) + html[end:]


def _deepest(html: str) -> int:
    """How many elements are open at once, at most; those that close by themselves aside."""
    still_open: Counter = Counter()
    depth = deepest = 0
    for closing, name in TAG.findall(html.lower()):
        if name in CLOSES_BY_ITSELF:
            continue
        change = -min(1, still_open[name]) if closing else 1
        still_open[name] += change
        depth += change
        deepest = max(deepest, depth)
    return deepest

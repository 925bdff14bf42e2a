"""The elements of HTML as this package sees them, and the characters that no text may have."""

import re

LINES = {"p": "p", "h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
INLINE = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
LISTS = {"ul", "ol"}
BOXES = LISTS | {"blockquote", "li"}
# Not kept, but the text before and after them is not one line.
# fmt: off
BREAKS = {
    "address", "article", "aside", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "main", "menu", "nav", "optgroup",
    "option", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
}
# fmt: on
DROPPED_WITH_CONTENT = {
    "script",
    "style",
    "title",
    "template",
    "noscript",
    "iframe",
    "object",
    "svg",
    # What is shown where a sound, a film or a drawing is not; and how letters are read, set small above them.
    "audio",
    "video",
    "canvas",
    "rp",
    "rt",
    # What a field offers, and what stands there for readers whose browser knows no bars.
    "datalist",
    "meter",
    "progress",
    "noembed",
    "noframes",
}  # fmt: skip
# Nothing of them is kept; but they may be raised, struck out or hidden.
WRAPPERS = set(
    "abbr acronym bdi bdo big cite code data del dfn font ins kbd label mark nobr o:p output s samp"
    " small span strike sub sup time tt u var".split()
)
#: Not kept either, and no words or figures run together across them.
PARTS = {"img", "input", "button", "select", "textarea"}
EMPTY = {"br", "hr", "img", "input"}
# What XML (and so a feed) cannot hold, and the control characters that mean nothing in a text.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# All ends of lines, those of slides and old programs too: no words or figures run together across them.
NEWLINES = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")

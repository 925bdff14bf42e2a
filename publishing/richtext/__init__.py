"""Rich text as it is stored and shown: a few kinds of block, whose lines are runs of text with inline tags.

nh3 makes sense of whatever was pasted; what it leaves is read into a small tree and written anew, so that the
same text always has the same HTML. Whoever marks passages in a report works on the tree (`parse`), never on
the string.

Of a source stays what its reader sees and its author did not strike out (publishing/unseen.py); what its letters say
by their look stays as characters (publishing/marks.py); a row of a table is one line, its cells parted by bars.
"""

from publishing.richtext.elements import (
    BOXES,
    BREAKS,
    DROPPED_WITH_CONTENT,
    INLINE,
    LINES,
    NEWLINES,
    UNPRINTABLE,
    WRAPPERS,
)
from publishing.richtext.reading import (
    clean_html,
    has_too_much_markup,
    left_out_in_words,
    parse,
    parse_and_count,
    plain_text,
    words_left_out,
)
from publishing.richtext.tree import Box, Line, Run, Tag, block_html, lines, nest, text_html

__all__ = [
    "BOXES",
    "BREAKS",
    "DROPPED_WITH_CONTENT",
    "INLINE",
    "LINES",
    "NEWLINES",
    "UNPRINTABLE",
    "WRAPPERS",
    "Box",
    "Line",
    "Run",
    "Tag",
    "block_html",
    "clean_html",
    "has_too_much_markup",
    "left_out_in_words",
    "lines",
    "nest",
    "parse",
    "parse_and_count",
    "plain_text",
    "text_html",
    "words_left_out",
]

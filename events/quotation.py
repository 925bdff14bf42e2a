"""Quotation marks: what they say about how a statement is known, and the one function that puts them by that.

Read are English curly and straight double marks, « » and „ “. Single marks count only round a whole text: inside one
they are apostrophes, titles and ‘terms’ more often than anybody's words.
"""

import re
from typing import NamedTuple

CLOSED_BY = {"“": "”", "«": "»", "„": "“”", '"': '"'}
MARKS_OF = {"en": ("“”", "‘’"), "ru": ("«»", "„“")}  # the outer and the inner pair
TAIL = " .,;:!?…)"  # what may follow the closing mark of a text that is quoted as a whole
DEEPEST_STRAY = 4
SINGLY_ENCLOSED = re.compile(r"([‘'])(?=\S)(.*\S)[’']([ .,;:!?…)]*)", re.DOTALL)


class Mark(NamedTuple):
    """A quotation mark; `depth` is 1 for an outer pair and 0 for a closing mark that nothing in the text opened."""

    index: int
    opens: bool
    depth: int


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where quoted words stand, marks included. A quotation may begin before the text or end after it."""
    spans, start = [], None
    for index, opens, depth in _marks(text):
        if opens and depth == 1 and start is None:
            start = index
        elif not opens and depth == 1:
            spans.append((start, index + 1))
            start = None
        elif depth == 0 and not spans:
            spans.append((0, index + 1))
    if start is not None:
        spans.append((start, len(text)))
    return [(start, end) for start, end in spans if _says_something(text[start:end])]


def quoted_words(text: str) -> list[str]:
    """The words in quotation marks, without the marks."""
    outer = {mark.index for mark in _marks(text) if mark.depth < 2}
    return [
        "".join(text[i] for i in range(start, end) if i not in outer).strip()
        for start, end in quoted_spans(text)
    ]


def evidence_of(text: str) -> str:
    """ "quote" where all words stand in quotation marks, "mixed" where some do, else "paraphrase"."""
    spans = quoted_spans(text)
    if not spans:
        return "quote" if _singly_enclosed(text.strip()) else "paraphrase"
    outside, at = [], 0
    for start, end in spans:
        outside.append(text[at:start])
        at = end
    outside.append(text[at:])
    return "mixed" if _says_something("".join(outside)) else "quote"


def with_marks(text: str, evidence: str, language: str = "en") -> str:
    """A statement's text with the quotation marks that its evidence asks for; the same again changes nothing.

    A quote stands in the language's outer marks, with inner ones inside; one that the report interrupts ("…, he said,
    "…") keeps its two pairs. Marks round a whole paraphrase are taken off. A mixed text is as its report has it.
    """
    text = text.strip()
    if evidence == "quote" and text:
        return _quoted(text, *MARKS_OF.get(language.split("-")[0].lower(), MARKS_OF["en"]))
    return _unquoted(text) if evidence == "paraphrase" else text


def _marks(text: str, straight: bool = True) -> list[Mark]:
    marks, opened = [], []
    for index, character in enumerate(text):
        if opened and character in CLOSED_BY[opened[-1]] and not (character == '"' and _opens(text, index)):
            marks.append(Mark(index, False, len(opened)))
            opened.pop()
        elif opened and character == opened[-1] == "“":
            # A quotation that runs over paragraphs opens again with each of them.
            marks.append(Mark(index, True, len(opened)))
        elif character in "“«„" or (character == '"' and straight and _opens(text, index)):
            opened.append(character)
            marks.append(Mark(index, True, len(opened)))
        elif character in "”»" and not opened:
            marks.append(Mark(index, False, 0))
    # An inch mark or a forgotten one: a straight mark without its fellow says nothing.
    return _marks(text, straight=False) if '"' in opened else marks


def _opens(text: str, index: int) -> bool:
    """Whether the straight mark there stands at the beginning of a word."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    return (
        not before.isalnum()
        and not before == "."
        and bool(after)
        and not after.isspace()
        and after not in TAIL
    )


def _says_something(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _singly_enclosed(text: str) -> re.Match | None:
    """The match whose groups are the mark, the words and what follows, where single marks enclose all the words."""
    found = SINGLY_ENCLOSED.fullmatch(text)
    if (
        not found
        or re.search(r"‘|(?<!\w)'(?=\w)", found[2])
        or re.search(r"[’'](?!\w).*\w", found[2], re.DOTALL)
    ):
        return None
    return found


def _unquoted(text: str) -> str:
    for _ in range(DEEPEST_STRAY):
        if evidence_of(text) != "quote":
            return text
        if found := _singly_enclosed(text):
            text = found[2] + found[3]
        else:
            outer = {mark.index for mark in _marks(text) if mark.depth < 2}
            text = "".join(character for i, character in enumerate(text) if i not in outer).strip()
    return re.sub('[“”«»„"]', "", text)


def _quoted(text: str, outer: str, inner: str) -> str:
    while text[0] in '“«„"' and text[:2] == text[0] * 2 and text[-2:] == text[-1] * 2 and len(text) > 4:
        text = text[1:-1]
    marks = _marks(text)
    end = len(text.rstrip(TAIL)) - 1
    if marks and marks[0] == (0, True, 1) and marks[-1] == (end, False, 1):
        return _normalised(text, marks, outer, inner)
    if found := _singly_enclosed(text):
        text = found[2] + found[3]
    elif marks and marks[0] == (0, True, 1) and not any(mark.depth == 1 and not mark.opens for mark in marks):
        text = text[1:].rstrip('"')
    elif marks and marks[-1] == (end, False, 0):
        text = text[:end] + text[end + 1 :]
    nested = [mark._replace(depth=mark.depth + 1) for mark in _marks(text)]
    return outer[0] + _normalised(text, nested, outer, inner) + outer[1]


def _normalised(text: str, marks: list[Mark], outer: str, inner: str) -> str:
    characters = list(text)
    for index, opens, depth in marks:
        pair = outer if depth == 1 else inner
        characters[index] = pair[0] if opens else pair[1]
    return "".join(characters)

"""How a statement is known: the mark and the word that every surface shows, and the quotation marks that follow.

Read are English curly and straight double marks, « » and „ “. Single marks count only round a whole text:
inside one they are apostrophes, titles and ‘terms’ more often than anybody's words.
"""

import enum
import re
from functools import lru_cache
from typing import NamedTuple

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

CLOSED_BY = {"“": "”", "«": "»", "„": "“”", '"': '"'}
MARKS_OF = {"en": ("“”", "‘’"), "ru": ("«»", "„“")}  # the outer and the inner pair
MARK = re.compile('[“”«»„"]')
TAIL = " .,;:!?…)"  # what may follow the closing mark of a text that is quoted as a whole
DEEPEST = 4  # quotations inside quotations that anybody means
NOT_FIRST = '”»"’,;:!?)'  # no word begins with these
SINGLY_ENCLOSED = re.compile(r"([‘'])(?=\S)(.*\S)[’']([ .,;:!?…)]*)", re.DOTALL)


class Known(models.TextChoices):
    """How a statement is known: its mark (the value) and its word (the label), alike on every surface.

    Four are told by the evidence; the fifth is what stands in no report and in nobody's mouth. A translation is told
    as one wherever it stands: its words are ours, and what they render was said.
    """

    QUOTE = "quote", _("Direct quote")
    MIXED = "mixed", _("Part quoted")
    PARAPHRASE = "paraphrase", _("Paraphrase")
    TRANSLATED = "translated", _("Our translation")
    SUMMARY = "summary", _("Editor’s summary")

    @enum.property
    def label(self) -> str:
        """In the language of the page, or of the file, that is written now."""
        return _label_of(self, get_language())


@lru_cache(maxsize=100)
def _label_of(known: Known, _language: str | None) -> str:
    return str(known._label_)  # type: ignore[attr-defined]  # of every member of an enumeration with labels


def known_of(evidence: str, own_words: bool) -> Known:
    """How a statement is known that is stored with these two."""
    return Known.SUMMARY if own_words and evidence != Known.TRANSLATED else Known(evidence)


class Mark(NamedTuple):
    """A quotation mark; `depth` is 1 for an outer pair and 0 for a closing mark that nothing in the text
    opened."""

    at: int
    opens: bool
    depth: int


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where quoted words stand, marks included. A quotation may begin before the text or end after it."""
    spans: list[tuple[int, int]] = []
    start = None
    for index, opens, depth in _marks(text):
        if opens and depth == 1 and start is None:
            start = index
        elif not opens and depth == 1 and start is not None:
            spans.append((start, index + 1))
            start = None
        elif depth == 0 and not spans:
            spans.append((0, index + 1))
    if start is not None:
        spans.append((start, len(text)))
    return [(start, end) for start, end in spans if _says_something(text[start:end])]


def quoted_words(text: str) -> list[str]:
    """The words in quotation marks, without the marks."""
    if found := _singly_enclosed(text.strip()):
        return [found[2]]
    outer = {mark.at for mark in _marks(text) if mark.depth < 2}
    return [
        "".join(text[i] for i in range(start, end) if i not in outer).strip()
        for start, end in quoted_spans(text)
    ]


def evidence_of(text: str) -> str:
    """ "quote" where all words stand in quotation marks, "mixed" where some do, else "paraphrase"."""
    spans = quoted_spans(text)
    if _singly_enclosed(text.strip()):
        return "quote"
    if not spans:
        return "paraphrase"
    outside, at = [], 0
    for start, end in spans:
        outside.append(text[at:start])
        at = end
    outside.append(text[at:])
    return "mixed" if _says_something("".join(outside)) else "quote"


def with_marks(text: str, known: str, language: str = "en") -> str:
    """A statement’s text with the quotation marks that go with how it is ``known``. Where marks are paired, doing
    it twice changes nothing more.

    A quote stands in the language's outer marks, with inner ones inside; one that the report interrupts ("…,
    he said, "…") keeps its two pairs. Marks round a whole paraphrase, translation or summary are
    taken off. A mixed text is as its
    report has it.
    """
    text = text.strip()
    if known == Known.QUOTE and _says_something(text):
        return _quoted(text, *MARKS_OF.get(language.split("-")[0].lower(), MARKS_OF["en"]))
    return text if known == Known.MIXED else _unquoted(text)


def _marks(text: str, straight: bool = True) -> list[Mark]:
    marks: list[Mark] = []
    opened: list[str] = []
    unclosed = False
    for found in MARK.finditer(text):
        index, character = found.start(), found[0]
        beginning = character in "“«„" or (character == '"' and straight and _opens(text, index))
        depth = _closed_depth(opened, character, beginning)
        if depth:
            marks.append(Mark(index, False, depth))
            unclosed = unclosed or '"' in opened[depth:]
            del opened[depth - 1 :]
        elif beginning and opened and character == opened[-1] and character in "“„":
            # A quotation that runs over paragraphs opens again with each of them.
            marks.append(Mark(index, True, len(opened)))
        elif beginning:
            opened.append(character)
            marks.append(Mark(index, True, len(opened)))
        elif character in "”»" and not opened:
            marks.append(Mark(index, False, 0))
    # An inch mark or a forgotten one: a straight mark without its fellow says nothing.
    return _marks(text, straight=False) if unclosed or '"' in opened else marks


def _closed_depth(opened: list[str], character: str, beginning: bool) -> int:
    """The depth of the quotation that the mark closes, or 0; one inside it may have been left open."""
    if beginning:
        return len(opened) if opened and opened[-1] == "„" and character == "“" else 0
    for depth in range(len(opened), max(0, len(opened) - DEEPEST), -1):
        if character in CLOSED_BY[opened[depth - 1]]:
            return depth
    return 0


def _opens(text: str, index: int) -> bool:
    """Whether the straight mark there stands at the beginning of a word."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    return (
        not before.isalnum()
        and before != "."
        and bool(after)
        and not after.isspace()
        and after not in NOT_FIRST
    )


def _says_something(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _singly_enclosed(text: str) -> re.Match | None:
    """The match whose groups are the mark, the words and what follows, where single marks enclose all the
    words."""
    found = SINGLY_ENCLOSED.fullmatch(text)
    if (
        not found
        or re.search(r"‘|(?<!\w)'(?=\w)", found[2])
        or re.search(r"[’'](?!\w).*\w", found[2], re.DOTALL)
    ):
        return None
    return found


def _unquoted(text: str) -> str:
    for _depth in range(DEEPEST):
        if found := _singly_enclosed(text):
            text = found[2] + found[3]
        elif evidence_of(text) != "quote":
            return text
        else:
            outer = {mark.at for mark in _marks(text) if mark.depth < 2}
            text = "".join(character for i, character in enumerate(text) if i not in outer).strip()
    return MARK.sub("", text)


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

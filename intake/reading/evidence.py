"""How we know: a quotation, a paraphrase, or a paraphrase with quoted words."""

import re
from collections.abc import Sequence

from intake.reading.languages import either
from intake.reading.quotes import Quotation

TERM_BEFORE = re.compile(rf"\b(?:{either('labels', 'TERM_BEFORE')})\s*$", re.I)
THAT = re.compile(rf"\b(?:{either('labels', 'THAT')})\b")
INTRODUCES_CLAUSE = re.compile(rf"\b(?:{either('labels', 'INTRODUCES_CLAUSE')})\b")
FEW_WORDS, TERM_WORDS = 3, 2


def evidence_of(
    text: str, start: int, end: int, quoted: Sequence[Quotation], verb_end: int | None, inferred: bool
) -> str:
    """quote, paraphrase or mixed for text[start:end].

    `verb_end` is where the reporting verb ends: something said between it and a quotation ("argued that it
    was so: “…”") makes it mixed. In an inferred continuation a few quoted words are a turn of phrase, and one
    term in marks is nowhere speech."""
    inside = [q for q in quoted if q.start < end and q.end > start]
    real = [q for q in inside if not TERM_BEFORE.search(text[max(0, q.start - 30) : q.start])]
    words = sum(len(text[q.start : min(q.end, end)].split()) for q in real)
    if not real or (inferred and words <= FEW_WORDS):
        return "paraphrase"
    if _is_quote(text, start, end, real, verb_end, words):
        return "quote"
    return "mixed" if words > TERM_WORDS or _is_said(text, real) else "paraphrase"


def _is_quote(
    text: str, start: int, end: int, real: Sequence[Quotation], verb_end: int | None, words: int
) -> bool:
    """Whether what was said stands in marks, and nothing of it outside them."""
    first = real[0]
    outside = _outside(text, start, end, real)
    if THAT.search(text, real[-1].end, end):
        return False
    if not outside.strip(" ,.:;—–-…!?"):
        return True
    if _ends_a_clause(text, start, first):
        return False
    if verb_end is not None and verb_end <= first.start:
        return _only_introduces(text[verb_end : first.start], text, first, end)
    opens = text[start : first.start].strip()
    own = words >= len(outside.split()) and _whole_clause(text, first)
    return not opens or opens.endswith((":", "—", "–", "-")) or own


def _outside(text: str, start: int, end: int, quoted: Sequence[Quotation]) -> str:
    parts, at = [], start
    for q in quoted:
        parts.append(text[at : max(at, q.start)])
        at = max(at, min(q.end, end))
    return " ".join([*parts, text[at:end]])


def _is_said(text: str, quoted: Sequence[Quotation]) -> bool:
    """'“No,” she said': a mark of its own makes speech of a word or two."""
    return any(text[q.end - 2] in ",.!?…" or text[q.end : q.end + 1] == "," for q in quoted)


def _ends_a_clause(text: str, start: int, quotation: Quotation) -> bool:
    """'They work at night, he said, “when even births slow down”': words in marks go on with what was reported."""
    lead = text[start : quotation.start].rstrip()
    reported = lead.rpartition(",")[0].rpartition(",")[0] if lead.endswith(",") else ""
    return text[quotation.start + 1 : quotation.start + 2].islower() and len(reported.split()) > FEW_WORDS


def _whole_clause(text: str, quotation: Quotation) -> bool:
    inside = text[quotation.start + 1 : quotation.end].strip()
    return bool(inside) and (inside[0].isupper() or len(inside.split()) > 6)


def _only_introduces(between: str, text: str, quotation: Quotation, end: int) -> bool:
    """'said: “…”', 'asked the panel, “…”', 'pointed to an example: “…”' introduce; 'said that …: “…”' and
    'lacks “…”' tell."""
    if INTRODUCES_CLAUSE.search(between):
        return False
    lead = between.rstrip()
    if lead.endswith(",") and len(lead.split()) > FEW_WORDS and text[quotation.start + 1].islower():
        return False  # 'proposed a line for doctors, “where nobody is asked”'
    if lead.endswith((":", ",", "—", "–")) or not lead.strip(" ,:"):
        rest = text[quotation.end : end].strip(" .,;—–")
        return len(rest.split()) < 12 or rest[:1] in '"“«'
    return False

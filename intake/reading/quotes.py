"""Quotation marks: where quoted words begin and end, and a copy of the text with them covered."""

import re
from dataclasses import dataclass

COVER = "\x1a"  # stands for a quoted letter; occurs in no report that a person can read
PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‟": "”"}
# Single marks are quotations only where punctuation inside the closing one, or their length, shows speech.
SPOKEN_SINGLE = re.compile(
    r"‘(?=\S)[^‘\n]{0,1500}?[,.?!…—]’(?!\w)|‘(?=\S)[^‘’\n]*(?:’\w[^‘’\n]*)*’(?!\w)|'(?=\w)(?:[^'\n]|"
    r"(?<=\w)'(?=\w)){1,1500}?[,.?!]'(?!\w)"
)
# «На бумаге сто метров, — говорит Сухих. — В жизни между ними овраг»: who speaks, between the marks.
INSERTED = re.compile(
    r"(?<=[,?!…])\s+[—–-]\s+(?:[а-яё-]+,?\s+){0,3}[а-яё]+(?:л|ла|ли|[еёи]т|[уюая]т)(?:с[ья])?,?\s+(?:[^—–«»\n]|«[^«»\n]{1,80}»){2,160}?[.,]?\s+(?=[—–-]\s)"
    # «Вот, — Сухих протянула тетрадь. — Читайте»: what somebody does says whose it is as well.
    r"|(?<=[,?!…])\s+[—–-]\s+[А-ЯЁ][а-яё-]+\s+(?:[А-ЯЁ][а-яё-]+\s+)?[а-яё]{3,}(?:л|ла)(?:с[ья])?(?:\s[^—–«»\n]{2,120}?)?[.,]\s+(?=[—–-]\s)"
)
CLOSING_MARK = re.compile(r"[”»\"]")
OPENING_MARK = re.compile(r"[“„«]|(?<!\S)\"(?=\S)")
#: Who said it, behind a quotation whose closing mark was forgotten.
FORGOTTEN = re.compile(
    r",\s+(?:[—–-]\s+)?(?:said|says|added|asked|noted|replied|sagte|erklärte|meinte|сказала?|отметила?|добавила?)\s+[^\W\d_]"
)
#: 'Walter "Buddy" Krajicek': what somebody goes by, amid the name, is no speech.
NICKNAME = re.compile(r"(?<=\w )[\"“„](?P<name>[^\W\d_a-zа-яё][^\W\d_]+)[\"”“](?= [^\W\d_a-zа-яё][^\W\d_])")
BEFORE_NICKNAME = re.compile(r"(?<![^\W_])[^\W\d_a-zа-яё][\w.’'-]* $")
NAME_REACH = 25  # letters of the name before it
SINGLE_WORDS = 4
MAX_STRAYS = 40  # single marks of a paragraph that open nothing; then the rest are apostrophes
BEFORE_OPENING = " \t\n\u00a0([{—–-:/"


@dataclass(frozen=True)
class Quotation:
    """`start`..`end` take in the marks; `closed` is False when the paragraph ends before the closing mark."""

    start: int
    end: int
    closed: bool = True


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Quotations in text[start:end] in order, outermost only; a mark that never closes runs to the end."""
    found, at, strays = [], start, 0
    while at < end:
        char = text[at]
        if char in '"“„' and (inside := _nickname(text, at, start, end)):
            at = inside.end()
            continue
        if char in PAIRS and (char != "»" or _begins(text, at, start)):
            stop = _closing(text, at, end)
        elif char == '"' and _opens(text, at, start):
            stop = _straight(text, at, end)
        elif char in "‘'" and strays < MAX_STRAYS:
            stop = _single(text, at, start, end)
            if stop is None:
                strays += _begins(text, at, start)
                at += 1
                continue
        else:
            at += 1
            continue
        if stop is None and (tail := FORGOTTEN.search(text, at + 1, end)):
            stop = tail.start() + 1  # “I lost four hives, said Ann Moss.
        if stop is None:
            # A lone mark in the middle is a stray; one that opens a long stretch is a quotation that goes
            # on below.
            found.append(Quotation(at, end, closed=False))
            break
        found += _around_inserted(text, at, stop) if char == "«" else [Quotation(at, stop)]
        at = stop
    return found


def _nickname(text: str, at: int, start: int, end: int) -> re.Match[str] | None:
    amid = BEFORE_NICKNAME.search(text, max(start, at - NAME_REACH), at)
    return NICKNAME.match(text, at, end) if amid else None


def _around_inserted(text: str, start: int, end: int) -> list[Quotation]:
    """A Russian quotation in pieces, without the words between dashes that say whose it is."""
    pieces, at = [], start
    for inserted in INSERTED.finditer(text, start, end):
        pieces.append(Quotation(at, inserted.start()))
        at = inserted.end()
    return [*pieces, Quotation(at, end)]


def _opens(text: str, at: int, start: int) -> bool:
    return at == start or text[at - 1] in BEFORE_OPENING or not text[at + 1 : at + 2].isspace()


def _begins(text: str, at: int, start: int) -> bool:
    return at == start or text[at - 1] in BEFORE_OPENING


def _single(text: str, at: int, start: int, end: int) -> int | None:
    if not _begins(text, at, start):
        return None
    match = SPOKEN_SINGLE.match(text, at, end)
    if not match or not (
        match.group()[-2] in ",.?!…—" or len(match.group().split()) >= SINGLE_WORDS and text[at] == "‘"
    ):
        return None
    return match.end()


def _straight(text: str, at: int, end: int) -> int | None:
    """Where a straight mark closes: at the next one, or at a curly one that somebody's program put there."""
    stops = [stop for mark in '"”' if (stop := text.find(mark, at + 1, end)) >= 0]
    return min(stops) + 1 if stops else None


def _closing(text: str, at: int, end: int) -> int | None:
    opener, closers = text[at], PAIRS[text[at]]
    depth = 0
    for i in range(at, end):
        if text[i] == opener:
            depth += 1
        elif text[i] in closers:
            depth -= 1
            if depth == 0:
                return i + 1
    # Nested opening marks are often closed by one mark only.
    for i in range(end - 1, at, -1):
        if text[i] in closers:
            return i + 1
    if opener in "“„":
        return _straight(text, at, end)
    return None


def covered(text: str, found: list[Quotation], start: int, end: int) -> str:
    """text[start:end] with every quoted letter covered and the marks of bold type blank, the same length, so
    that offsets still hold."""
    parts, at = [], start
    for quotation in found:
        left, right = max(quotation.start, start), min(quotation.end, end)
        if left >= right:
            continue
        parts += [text[at:left], COVER * (right - left)]
        at = right
    parts.append(text[at:end])
    return "".join(parts).replace("**", "  ")

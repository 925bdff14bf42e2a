"""Turns of a transcript: 'Name: what they said', with the paragraphs that follow until the next name."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from intake.reading.languages import either, every
from intake.reading.layout.words import LABELLED
from intake.reading.model import Span, SpanKind

UPPER = "".join(
    chr(c) for c in (*range(0x41, 0x250), *range(0x400, 0x530), *range(0x1E00, 0x1F00)) if chr(c).isupper()
)
_WORD = rf"(?:[{UPPER}][\w.’'-]*|(?:{either('labels', 'SMALL_IN_NAMES')})(?=\s))"
_BOLD = r"\*{0,3}"  # '**Rossi**: …', '**Rossi:** …'
LABEL = re.compile(
    rf"{_BOLD}(?:Q?\d{{1,3}}(?:\.\d{{1,2}})*[.):]?\s+)?(?P<label>{_WORD}(?:\s+{_WORD}){{0,5}}|"
    rf"{either('labels', 'TURN_LABEL')})"
    rf"{_BOLD}(?P<post>\s*\([^()\n]{{1,100}}\)|,\s+(?![^:\n.!?]*,\s+[a-zäöüа-яё])[^:\n.!?*]{{2,70}})?{_BOLD}\s*"
    rf"(?P<mark>:|(?:{either('labels', 'LABEL_WITH_A_STOP')})\.(?=\s)|\.?\s+[—–](?=\s)){_BOLD}\s*(?=\S)"
)
GIVEN = set(every("names", "GIVEN"))
PLAIN = set(every("labels", "PLAIN_WORDS"))
POSTS = set(every("labels", "POST_WORDS"))
ROLES = re.compile(rf"(?:{either('labels', 'TURN_ROLES')})\.?\s*\d{{0,2}}", re.I)
ANSWER_LABEL = re.compile(rf"(?:{either('labels', 'ANSWER')})\.?", re.I)
#: 'WOMAN IN AUDIENCE' is somebody, and nobody that the report names.
ANONYMOUS = re.compile(rf"\b(?:{either('labels', 'ANONYMOUS')})\b", re.I)
DECISIONS = re.compile(rf"(?:{either('labels', 'DECISIONS')})s?", re.I)
STAGE = re.compile(rf"[\[(].{{1,80}}[\])]\.?|{either('labels', 'STAGE')}", re.I)
FEWEST_QUESTIONS, LONGEST_QUESTION = 3, 320  # paragraphs that make an interview, letters of one
ANSWER = 3  # paragraphs to a question; with more, the text only asks its readers now and then
#: A quotation with who said it: no answer of the guest's own.
OWN_NAME = re.compile(r"[\"“”«»„]\s*[,—–-]")
#: «Модератор — Е. М. Лаптева, заведующая кафедрой.»: who that is, and no words of theirs.
INTRODUCED = re.compile(rf"(?:{_WORD}\s*){{2,5}}(?:\([^()]+\)|,\s[^.!?:]{{3,140}})?\.?")
SPARSE = 4  # paragraphs to a label; with more, the text is no transcript
INITIAL = re.compile(r"(?<!\w)[А-ЯЁ]\.")  # Latin ones may be a label's number
# Words behind a dash, without another dash that may set off who says them.
DASHED = re.compile(r"[—–-]\s(?:(?![,.?!…]\s[—–-]\s)[^\n])+$")


@dataclass(frozen=True)
class Turn:
    """One paragraph of a turn. `label` is what stands before the colon, in the first paragraph and those
    that follow; nothing where somebody without one asks."""

    span: Span
    label: str
    post: str | None
    first: bool
    words: int  # offset at which what was said starts
    why: str = ""  # where no label says whose it is
    sure: bool = True


def find_turns(text: str, spans: list[Span], people: Sequence[tuple[str, ...]] = ()) -> list[Turn]:
    """The turns of the report, or nothing when it is no transcript (fewer than two labels that name
    somebody). `people` are the names that the report is known to hold."""
    labels = [_label(text, s) if s.kind is not SpanKind.LIST else None for s in spans]
    names = _names_among(spans, labels, people)
    named = [m if m and m["label"] in names else None for m in labels]
    somebody = sum(m is not None and not ANONYMOUS.search(m["label"]) for m in named)
    if somebody < 2:
        return []
    # In a report with a turn here and there, what follows a turn is the report again.
    goes_on = somebody * SPARSE >= len(spans)
    alone = len({m["label"] for m in named if m}) == 1  # who asks has no label
    # Nor here: all who have a label answer, but for somebody in the hall.
    answers = not any(
        m and _asks(text, s) and not ANONYMOUS.search(m["label"]) for s, m in zip(spans, named, strict=True)
    )
    turns: list[Turn] = []
    current: re.Match | None = None
    for i, (span, match, other) in enumerate(zip(spans, named, labels, strict=True)):
        asked = alone or answers and i + 1 < len(spans) and bool(named[i + 1])
        if asked and not match and (_asks(text, span) or answers and "?" in text[span.start : span.end]):
            current = None
            turns += [] if alone else [Turn(span, "", None, True, span.start)]
            continue
        stage = bool(STAGE.fullmatch(text, span.start, span.end))
        if stage or span.kind is SpanKind.HEADING and not match:
            current = current if stage else None
            continue
        if match or other or not goes_on:
            current = match  # a label that names nobody we know ends the turn before it
        if current:
            turns.append(_turn(span, current, first=match is not None))
    return turns


def _names_among(
    spans: list[Span], labels: list[re.Match | None], people: Sequence[tuple[str, ...]]
) -> set[str]:
    """The labels that name somebody. A heading may be a short turn, but "Discussion: who pays" alone makes nobody
    a speaker."""
    found = [(s, m) for s, m in zip(spans, labels, strict=True) if m]
    counts = Counter(m["label"] for s, m in found if s.kind is not SpanKind.HEADING)
    names = {label for label in counts if _names_somebody(label, counts[label])}
    names |= {m["label"] for _, m in found if m["mark"] == ":" and _name_of_one_turn(m["label"])}
    initials = {"".join(word[0] for word in name.split()) for name in names}
    names |= {label for label in counts if label in initials and len(label) > 1}
    endings = {ending for name in (*people, *(label.split() for label in names)) for ending in _endings(name)}
    return names | {label for label in counts if label.casefold() in endings}


def _endings(name: Sequence[str]) -> list[str]:
    """By what a name may be called: its first word or its last ones, in small letters."""
    words = [word.casefold() for word in name]
    return [*words[:1], *(" ".join(words[i:]) for i in range(len(words)))]


def _turn(span: Span, label: re.Match, *, first: bool) -> Turn:
    post = label["post"].strip(" ,()") if label["post"] else None
    return Turn(span, label["label"], post, first, label.end() if first else span.start)


def find_exchange(text: str, spans: list[Span]) -> list[Turn]:
    """The turns of an interview in which only dashes tell questions from answers: a run of such paragraphs with two
    answered questions in it at least."""
    turns: list[Turn] = []
    run: list[Span] = []
    for span in spans:
        if DASHED.match(text, span.start, span.end):
            run.append(span)
        else:
            turns += _exchange(text, run)
            run = []
    return turns + _exchange(text, run)


def find_interview(text: str, spans: list[Span], guest: Sequence[str]) -> list[Turn]:
    """The answers of an interview without any labels: what stands below paragraphs that are questions. `guest` are the
    words of the name of the only one who can answer; where it stands in the answers, somebody tells of them."""
    asks = [_asks(text, span) and span.end - span.start < LONGEST_QUESTION for span in spans]
    places = [i for i, asked in enumerate(asks) if asked]
    if len(places) < FEWEST_QUESTIONS or any(asks[i + 1 : i + 2] != [False] for i in places):
        return []
    behind = [span for span, asked in zip(spans[places[0] :], asks[places[0] :], strict=True) if not asked]
    told = [span for span in behind if OWN_NAME.search(text, span.start, span.end)]
    named = [span for span in behind if guest[-1] in text[span.start : span.end]]
    if len(told) + len(named) > 1 or len(behind) > len(places) * ANSWER:
        return []
    return [
        Turn(span, "ответ", None, True, span.start, "answer below a question", sure=False)
        for span in behind
        if span not in named and span.kind is SpanKind.PARAGRAPH
    ]


def _asks(text: str, span: Span) -> bool:
    return text[span.start : span.end].rstrip("*_ \n").endswith("?")


def _exchange(text: str, run: list[Span]) -> list[Turn]:
    asks = [_asks(text, span) for span in run]
    if sum(asked and not next_asked for asked, next_asked in zip(asks, asks[1:], strict=False)) < 2:
        return []
    places = {place % 2 for place, asked in enumerate(asks) if asked}
    if len(places) == 1:  # who asks may put it without a question mark: every other turn is theirs
        asks = [place % 2 in places for place in range(len(run))]
    return [
        Turn(span, "вопрос", None, True, span.start + 2, "question behind a dash")
        if asked
        else Turn(span, "ответ", None, True, span.start + 2, "answer behind a dash")
        for span, asked in zip(run, asks, strict=True)
    ]


def is_turn(text: str, span: Span) -> bool:
    """Whether a line above the first paragraph is a turn ('MODERATOR: Good evening.') and no heading line."""
    return text[span.end - 1] in ".?!…" and _label(text, span) is not None


def _label(text: str, span: Span) -> re.Match | None:
    match = LABEL.match(text, span.start, span.end)
    if (
        not match
        or LABELLED.match(text[span.start : span.end].lstrip("*"))
        and not ROLES.fullmatch(match["label"])
    ):
        return None
    word = match["label"].casefold()
    if ROLES.fullmatch(word) and INTRODUCED.fullmatch(text, match.end(), span.end):
        return None
    return None if word in PLAIN and word not in GIVEN and not ROLES.fullmatch(word) else match


def _name_of_one_turn(label: str) -> bool:
    """«Лось М. И.», «Модератор Анна Седова»: one turn is enough to know somebody by."""
    words = label.split()
    return len(words) > 1 and bool(INITIAL.search(label) or not GIVEN.isdisjoint(words))


def _names_somebody(label: str, count: int) -> bool:
    if ROLES.fullmatch(label):
        return True
    if DECISIONS.fullmatch(label):
        return False
    words = label.replace(".", " ").split()
    first = words[0].casefold()
    if first in PLAIN and first not in GIVEN or len(words) > 1 and words[-1].casefold() in PLAIN:
        return False
    if words[-1].casefold() in POSTS and label.isupper():
        return True
    return (
        count > 1
        and len(words) <= 5
        or first in GIVEN
        and len(words) > 1
        or label.isupper()
        and len(words) > 1
        or first in ("mr", "ms", "mrs", "dr", "prof")
    )

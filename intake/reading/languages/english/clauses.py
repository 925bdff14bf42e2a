"""English: which words are the subject and the verb of a main clause."""

import re
from dataclasses import dataclass

from intake.reading.cues import Cue
from intake.reading.languages.english.patterns import (
    BESIDE_QUOTE,
    COORDINATED,
    JOIN_CLAUSE,
    NO_SAYING,
    OPENING,
    PREAMBLE,
    SUBORDINATE,
)
from intake.reading.languages.english.verbs import (
    ASKS_TO,
    BEFORE_VERB,
    BESIDES,
    COMPLEMENT,
    OPEN_THAT,
    PRESENTS,
    SAYS,
    STANDS,
    TOPICS,
    WEAK,
)
from intake.reading.quotes import COVER


@dataclass(frozen=True)
class NounPhrase:
    """Something that can be a subject: `start` takes in a post before a name, `end` one behind it."""

    kind: str
    start: int
    end: int
    head_end: int
    label: str
    people: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()
    how: str = ""


def _verb_ends(masked: str, at: int) -> range:
    """Where the verb right before a phrase at `at` ends: 'asked Mr Doyle' has its subject before it."""
    return range(len(masked[:at].rstrip()) - 4, at + 1)


def _first_of_each(cues: list[Cue]) -> list[Cue]:
    """One cue for each place: a statement's cue beats a topic's, an earlier finder a later one."""
    best: dict[int, Cue] = {}
    for cue in cues:
        held = best.get(cue.at)
        if held is None or held.kind == "topic" and cue.kind != "topic":
            best[cue.at] = cue
    return list(best.values())


def _verbs(masked: str) -> list[tuple[re.Match, bool]]:
    says = [(m, False) for pattern in (SAYS, PRESENTS, STANDS, OPEN_THAT) for m in pattern.finditer(masked)]
    if COVER in masked:
        says += [(m, False) for m in BESIDES.finditer(masked) if BESIDE_QUOTE.match(masked, m.end())]
    taken = {m.start() for m, _ in says}
    topics = [(m, True) for m in TOPICS.finditer(masked) if m.start() not in taken]
    return sorted([*says, *topics], key=lambda pair: (pair[0].start(), -pair[0].end()))


def _completes(masked: str, verb: re.Match) -> bool:
    """Weak verbs say something only when something said follows."""
    before = masked[max(0, verb.start() - 12) : verb.start()]
    if re.search(
        r"\b(?:was|were|is|are|be|been|being|get|got)\s+(?:\w+ly\s+|also\s+)?$", before
    ) and not STANDS.match(masked, verb.start()):
        return False
    if NO_SAYING.match(masked, verb.start()):
        return False
    word = verb.group().split()[0]
    if word not in WEAK or " " in verb.group() or masked.startswith(COVER):
        return True
    return bool(COMPLEMENT.match(masked, verb.end()) or ASKS_TO.match(masked, verb.start()))


def _gap_holds(masked: str, phrase: NounPhrase, verb: int, before: list[NounPhrase]) -> bool:
    """Whether what stands between a subject and a verb leaves them together: adverbs, auxiliaries, an
    apposition, a
    relative clause between commas, or a first predicate joined to this one by 'and'."""
    for end in {phrase.end, phrase.head_end}:
        if end > verb:
            continue
        gap = masked[end:verb]
        if gap.strip() == ",":
            continue
        if len(gap) > 420:
            return False
        rest = BEFORE_VERB.sub("", gap).rstrip() if len(gap) < 420 else gap
        if not rest.strip(" ,"):
            return True
        if re.fullmatch(r"\s*\([^()]*\),?", rest) or re.fullmatch(
            r"\s*[,—–]\s?[^;:]{1,260}[,—–]", gap.rstrip()
        ):
            return not _another_subject(gap, end, phrase, before)
        if re.fullmatch(
            r"\s+(?:of|from|at|with|for|in|on)\s+[^,;:]{1,80}(?:,[^;:]{1,160},)?", rest
        ) and not re.search(r"\b(?:and|who|that|is|was)\b.*\w+ed\b", rest):
            return not _another_subject(gap, end, phrase, before)
        if (
            re.match(r",\s+(?:who|the|an?|one of|a)\s", rest)
            and not re.search(r"[;:]|\bthat\b", rest)
            and "," not in rest[2:]
        ):
            return not _another_subject(gap, end, phrase, before)
        if (
            COORDINATED.search(gap)
            and re.match(
                r"(?:,\s+[^,;:]{2,80},)?\s+(?:(?:also|then|later|first|finally|in turn|\w+ly)\s+)?[a-z]+", gap
            )
            and COVER not in gap.strip(COVER + " ,")
        ):
            return not _another_subject(gap, end, phrase, before)
    return False


def _another_subject(gap: str, end: int, phrase: NounPhrase, before: list[NounPhrase]) -> bool:
    """Another person or group stands in the gap where they could be doing the saying: right before the
    verb, or as
    the subject of a clause that 'and' or a comma opens."""
    for p in before:
        if p.start < end or p is phrase:
            continue
        lead, tail = gap[: p.start - end], gap[max(0, p.head_end - end) :]
        of_something = p.kind == "group" and re.search(
            r"\b(?:on|of|in|to|by|with|from|for|at|told)\s+$", lead
        )
        if not BEFORE_VERB.sub("", tail).strip() and "," not in tail and not of_something:
            return True
        if p.kind not in ("group", "role") and re.search(r"\b(?:and|but|while)\s+$|\w,\s+$", lead):
            return True
    return False


def _main(masked: str, start: int) -> bool:
    """Whether a subject that begins at `start` is that of a main clause (or of a clause set into a
    quotation)."""
    left = masked[:start]
    if OPENING.fullmatch(left) or not left.strip():
        return True
    stripped = left.rstrip()
    if stripped[-1] in COVER + ',;:—–-”"’…?!':
        return not re.search(r"\b(?:that|said that|as|if|because|when)[\s,]*$", stripped[:-1][-12:])
    chunk = re.split(rf"[,;:—–{COVER}]\s*", left)[-1]
    if OPENING.fullmatch(chunk):
        return True
    if JOIN_CLAUSE.search(left) and re.fullmatch(
        r"(?:while|but|and|whereas|though|although|then|so|as|for his part|for her part)(?:\s+[\w’'-]+ly|"
        r"\s+also|\s+then)?\s+",
        chunk,
        re.I,
    ):
        return True
    if re.search(r"\s(?:while|whereas|but)\s+$", left):
        return True
    return bool(
        len(left) == len(chunk) and PREAMBLE.fullmatch(left.strip()) and not SUBORDINATE.search(chunk)
    )

"""English: which words are the subject and the verb of a main clause."""

import re

from intake.reading.cues import Cue, Kind, Phrase, Sign
from intake.reading.languages.english.patterns import (
    APPOSITION,
    ASIDE,
    BEHIND_SUBORDINATOR,
    BESIDE_QUOTE,
    COORDINATED,
    DONE_TO_THE_SUBJECT,
    FIRST_PREDICATE,
    HANGS_ON,
    HANGS_ON_MORE,
    IN_WHICH,
    JOIN_CLAUSE,
    JOINING_WORDS,
    NEW_CLAUSE,
    NEW_SUBJECT,
    NO_SAYING,
    NUMBERS,
    OF_SOMETHING,
    OPENING,
    PREAMBLE,
    SET_APART,
    SUBORDINATE,
    SUBORDINATE_WITHIN,
)
from intake.reading.languages.english.verbs import (
    ASKS_TO,
    BARE,
    BEFORE_BARE,
    BEFORE_VERB,
    COMPLEMENT,
    HAS_BEEN,
    OPEN_THAT,
    STANDS,
    WEAK,
    verbs_in,
)
from intake.reading.quotes import COVER

AGREEING = ("agree", "agrees", "agreed", "disagreed", "disagrees")
ON_TO_MORE = re.compile(r"\s+(?:and|but)\s")
ASKING_OF = ("asks", "asked", "inquired", "enquired")
#: "asked Mr Doyle about the drains"
ABOUT = re.compile(r"(?:\s+[\w’'.&-]+){0,6}?\s+about\b")
FEELING = ("feel", "feels", "felt", "find", "finds", "found")
FELT_SO = re.compile(
    r"\s+(?:the|this|that|it|there|we|they|such|more)\s+[\w’'-]+(?:\s+[\w’'-]+)?\s+(?:was|were|is|are|had|has|should|would|to\s+be|\w+ing)\b"
)
#: "did not comment", "declined to answer": nothing was said.
UNANSWERED = ("comment", "reply", "respond")
SILENT_BEFORE = re.compile(r"(?:\bnot|n[’']t|\bto)\s+(?:yet\s+|\w+ly\s+)?$")
#: "who was to give remarks": what is given is no verb.
AS_A_NOUN = re.compile(
    r"\b(?:giv(?:e|es|ing)|gave|ma[dk]e|makes|making|deliver\w*|the|his|her|their|opening|closing)\s+$"
)
MAX_GAP = 420  # letters between a subject and its verb
BEHIND_PREPOSITION = re.compile(
    r"\b(?:read(?:\s+out)?|written|sent|signed|given|made|led|chaired)\s+by\s+(?:the\s+)?$"
)
CLAUSE_BREAK = re.compile(rf"[,;:—–{COVER}]\s*")
ENDS_CLAUSE = frozenset(COVER + ',;:—–-”"’…?!')


def verb_ends(masked: str, at: int) -> range:
    """Where the verb right before a phrase at `at` ends: 'asked Mr Doyle' has its subject before it."""
    return range(len(masked[:at].rstrip()) - 4, at + 1)


def reporting_verbs(masked: str) -> list[tuple[re.Match, bool]]:
    """The verbs that may report, in order, and whether each only tells what somebody speaks about."""
    verbs = verbs_in(masked)
    says = [(m, False) for m in (*verbs["says"], *verbs["presents"])]
    says += [(m, False) for pattern in (STANDS, HAS_BEEN, OPEN_THAT) for m in pattern.finditer(masked)]
    if COVER in masked:
        says += [(m, False) for m in verbs["besides"] if BESIDE_QUOTE.match(masked, m.end())]
    taken = {m.start() for m, _ in says}
    topics = [(m, True) for m in verbs["topics"] if m.start() not in taken]
    return sorted([*says, *topics], key=lambda pair: (pair[0].start(), -pair[0].end()))


#: "The Deputy accepted people were angry": with its own subject and verb, and no "that".
OMITTING = {
    "accepted",
    "accepts",
    "agreed",
    "agrees",
    "hoped",
    "hopes",
    "feared",
    "fears",
    "expected",
    "expects",
    "felt",
    "feels",
}
OMITTED_THAT = re.compile(
    r"\s+(?:(?!(?:and|but|or|who|which|as|that|to|by|with|for|in|on|at)\b)[\w’'-]+\s+){1,4}"
    r"(?:was|were|is|are|had|has|have|would|could|should|will|can|must)\b"
)


def completes(masked: str, verb: re.Match) -> bool:
    """Weak verbs say something only when something said follows."""
    before = masked[max(0, verb.start() - 12) : verb.start()]
    if DONE_TO_THE_SUBJECT.search(before) and not STANDS.match(masked, verb.start()):
        return False
    if verb.group() in UNANSWERED and SILENT_BEFORE.search(before):
        return False
    if NO_SAYING.match(masked, verb.start()) or verb.group().endswith("s") and AS_A_NOUN.search(before):
        return False
    word = verb.group().split()[0]
    if word not in WEAK or " " in verb.group() or masked.startswith(COVER):
        return True
    if word in OMITTING and OMITTED_THAT.match(masked, verb.end()):
        return True
    if word in AGREEING and ON_TO_MORE.match(masked, verb.end()):
        return True
    if word in ASKING_OF and ABOUT.match(masked, verb.end()):
        return True
    if word in FEELING and FELT_SO.match(masked, verb.end()):
        return True
    return bool(COMPLEMENT.match(masked, verb.end()) or ASKS_TO.match(masked, verb.start()))


def agrees(masked: str, verb: re.Match, phrase: Phrase, joined: tuple) -> bool:
    """One person does not "challenge": a bare form behind a name, without 'did' or 'would', is a noun."""
    if joined or phrase.kind not in (Kind.NAME, Kind.ROLE) or verb.group().split()[0] not in BARE:
        return True
    return bool(BEFORE_BARE.search(masked[phrase.head_end : verb.start()]))


def gap_holds(masked: str, phrase: Phrase, verb: int, before: list[Phrase]) -> bool:
    """Whether what stands between a subject and a verb leaves them together: adverbs, auxiliaries, an
    apposition, a relative clause between commas, or a first predicate joined to this one by 'and'."""
    for end in {phrase.end, phrase.head_end}:
        gap = masked[end:verb]
        if end > verb or gap.strip() == ",":
            continue
        if len(gap) > MAX_GAP:
            return False
        rest = BEFORE_VERB.sub("", gap).rstrip() if len(gap) < MAX_GAP else gap
        if not rest.strip(" ,"):
            return True
        if _may_stand_between(gap, rest):
            return not _another_subject(gap, end, phrase, before)
    return False


def _may_stand_between(gap: str, rest: str) -> bool:
    """An aside, what hangs on the subject, a relative clause, or a first predicate; `rest` is the gap
    without what stands right before the verb."""
    if ASIDE.fullmatch(rest) or SET_APART.fullmatch(gap.rstrip()):
        return True
    if HANGS_ON.fullmatch(rest) and not HANGS_ON_MORE.search(rest):
        return True
    if APPOSITION.match(rest) and not SUBORDINATE_WITHIN.search(rest) and "," not in rest[2:]:
        return True
    return bool(
        COORDINATED.search(gap) and FIRST_PREDICATE.match(gap) and COVER not in gap.strip(COVER + " ,")
    )


def _another_subject(gap: str, end: int, phrase: Phrase, before: list[Phrase]) -> bool:
    """Another person or group stands in the gap where they could be doing the saying: right before the
    verb, or as the subject of a clause that 'and' or a comma opens."""
    for p in before:
        if p.start < end or p is phrase:
            continue
        lead, tail = gap[: p.start - end], gap[max(0, p.head_end - end) :]
        of_something = p.kind is Kind.GROUP and OF_SOMETHING.search(lead)
        if not BEFORE_VERB.sub("", tail).strip() and "," not in tail and not of_something:
            return True
        if p.kind not in (Kind.GROUP, Kind.ROLE) and NEW_SUBJECT.search(lead):
            return True
    return False


#: 'Introducing | the speaker, Rossi recalled …', 'Under | President Khan the dam was built': what stands right behind
#: such a word says nothing.
DONE_TO = re.compile(r"\W*(?:\w+ing|(?i:under|over|by|from|throughout|despite|during))\s*")


#: "To illustrate the point she read from the memoir of | Rossi"
OWN_SUBJECT = re.compile(r"\b(?:he|she|they|we|it|I)\s+[a-z]")
#: "Before the blessing the Bishop announced …"
BEFORE_OR_AFTER = re.compile(r"(?:Before|After)\s+(?:the|an?|his|her|their|this)\s+[\w’'-]+\s+")


def is_main(masked: str, start: int) -> bool:
    """Whether a subject that begins at `start` is that of a main clause (or of a clause set into a
    quotation)."""
    left = masked[:start]
    if OPENING.fullmatch(left) or NUMBERS.fullmatch(left):
        return True
    if BEFORE_OR_AFTER.fullmatch(left):
        return True
    stripped = left.rstrip()
    if stripped[-1] in ENDS_CLAUSE:
        return not BEHIND_SUBORDINATOR.search(stripped[:-1][-12:])
    chunk = CLAUSE_BREAK.split(left)[-1]
    if OPENING.fullmatch(chunk) or IN_WHICH.search(left):
        return True
    if JOIN_CLAUSE.search(left) and JOINING_WORDS.fullmatch(chunk) or NEW_CLAUSE.search(left):
        return True
    agent = BEHIND_PREPOSITION.search(left)  # "In a letter read by Rossi, the senator promised": not she
    opens = (
        not DONE_TO.fullmatch(left)
        and len(left) == len(chunk)
        and not agent
        and PREAMBLE.fullmatch(left.strip())
    )
    return bool(opens and not SUBORDINATE.search(chunk) and not OWN_SUBJECT.search(chunk))


def another_frame(frame: tuple, masked: str, phrases: list[Phrase]) -> list[Cue]:
    """The first name, role or pronoun with what the frame wants before and behind it."""
    left, right = frame
    for p in phrases:
        before = masked[: p.start]
        named = p.kind in (Kind.NAME, Kind.ROLE) or p.label.lower() in ("he", "she")
        if named and left.search(before) and right.match(masked, p.end):
            words = before.split()[-1].lower()
            return [Cue(p.kind, p.people, Sign.SOURCE, words, p.start, p.end, p.how, group=_printed(p))]
    return []


def _printed(phrase: Phrase) -> str | None:
    return None if phrase.kind is Kind.NAME else " ".join(phrase.label.split())

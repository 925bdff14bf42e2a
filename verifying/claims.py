"""What a text says that people have said: each claim with whose it is said to be, cut by the reader of reports.

It needs no database. The reader looks for who speaks in sentences; what stands beside a quotation without one, a name
behind a dash or before a colon, is read here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from intake.reading import KnownPerson, read_report
from intake.reading.known import plain
from intake.reading.model import Evidence, ProposedStatement
from intake.reading.quotes import Quotation, quotations
from intake.reading.sentences import sentence_spans
from verifying.comparing import FEW, denies
from verifying.words import Words

#: Stands before the text as its title, so that its first line is read like all others.
TITLE = "…\n\n"
MARKS = "“”„«»‟\"‘’'"
#: Between two pieces of a quotation: nothing, or the end of the sentence that says whose it is.
SENTENCE_ENDS = re.compile(r"^[\s—–-]*$|[.!?…:;]\s*[—–-]?\s*$")
WORD_OF_A_NAME = re.compile(r"[^\W\d_](?:[\w’'-]|\.(?=[\s\w]))*")
PARTICLES = frozenset("van von de da di bin al el der den du la le dos zu".split())
POSSESSIVE = re.compile(r"[’']s?$")
#: Begin a sentence in capitals, and no name.
OPENERS = frozenset(
    "a an and as at but by for from he her his if in it later on or she so some that the their then there they this to"
    " today yesterday when while with yet according earlier again once"
    " а в вот как когда на но по потом так это и он она они wie so als aber und laut nach der die das".split()
)
SIGNED = re.compile(r"\s*[—–-]{1,2}\s*\S")
#: A mark of mail and of Markdown: the line is quoted.
QUOTED_LINE = re.compile(r"^[ \t]*(?:>[ \t]*){1,5}", re.M)
#: Ends a sentence, behind some word of it.
SENTENCE_END = re.compile(r"(?<=\w)[.!?…]")
#: Fewer words than these are no statement that could be known by its words.
SENTENCE = 6


@dataclass(frozen=True)
class Claim:
    """Words that a text puts into somebody's mouth. ``speaker`` is as written; a blank where it is not said, and
    ``is_unclear`` where it may be said but could not be read. ``is_denied`` where the text says that it was not said.
    ``is_guessed`` is a sentence that names somebody, and may say what they said or only what they did. ``beside`` are
    the sentences in the line of one that is told without quotation marks: they may go on with what was said.
    """

    speaker: str
    words: str
    is_quoted: bool
    start: int
    end: int
    is_unclear: bool = False
    is_denied: bool = False
    is_guessed: bool = False
    beside: tuple[str, ...] = ()

    @property
    def names_nobody(self) -> bool:
        return not self.speaker and not self.is_unclear


def cut(text: str, known: Sequence[KnownPerson] = ()) -> list[Claim]:
    """The claims of ``text`` in their order; ``text[start:end]`` is where each stands. ``known`` are people whom it
    may mean."""
    text = QUOTED_LINE.sub(lambda mark: " " * len(mark.group()), text)
    read = read_report(TITLE + text, known).statements
    found = [claim for statement in read for claim in _claims_of(text, statement)]
    found += _beside_names(text, [(one.start, one.end) for one in found])
    found += _about(text, [(one.start, one.end) for one in found], known)
    found = [
        claim if claim.is_quoted else replace(claim, beside=_neighbours(text, claim, found))
        for claim in found
    ]
    return sorted(found, key=lambda claim: (claim.start, claim.end))


def _neighbours(text: str, claim: Claim, claims: Sequence[Claim]) -> tuple[str, ...]:
    """The other sentences of a claim's line, without those that have a quotation."""
    taken = [(one.start, one.end) for one in claims if one.is_quoted or one == claim]
    first, last = text.rfind("\n", 0, claim.start) + 1, text.find("\n", claim.end)
    spans = sentence_spans(text, first, len(text) if last < 0 else last)
    return tuple(text[slice(*span)] for span in spans if not _overlaps(taken, *span))


def _claims_of(text: str, statement: ProposedStatement) -> Iterator[Claim]:
    start, end = max(0, statement.start - len(TITLE)), statement.end - len(TITLE)
    quoted = [run for run in _runs(text, start, end) if Words(run.words).all]
    long = [run for run in quoted if len(Words(run.words).all) >= FEW]
    if statement.evidence != Evidence.QUOTE:
        quoted = long
    for speaker in _speakers_of(text, statement):
        unclear = not speaker and bool(statement.candidates)
        if not quoted:
            yield Claim(speaker, text[start:end].strip(), False, start, end, unclear)
        for run in quoted:
            denied = denies(_round(text, start, run))
            yield Claim(speaker, run.words, True, run.start, run.end, unclear, denied)


def _round(text: str, start: int, run: "_Run") -> str:
    """The sentence from ``start`` on in which a quotation stands, without what is quoted."""
    behind = text[run.end :].partition("\n")[0]
    if run.words.endswith((".", "!", "…")) and behind.lstrip()[:1].isupper():
        behind = ""
    end = SENTENCE_END.search(behind)
    stop = run.end + (end.end() if end else len(behind))
    return _outside(text, start, stop)


def _speakers_of(text: str, statement: ProposedStatement) -> list[str]:
    names = [name for name in (statement.speaker, *statement.joint_with) if name]
    return [_as_written(name, text) for name in names] or [statement.attributed_to or ""]


def _as_written(name: str, text: str) -> str:
    """The reader gives somebody whom it knows their full name, and the text may mean another of that surname."""
    if len(name.split()) > 1 and name in text:
        return name
    surname = name.split()[-1]
    written = [run for run in _names_in(text) if run.split()[-1] == surname]
    return max(written, key=lambda run: len(run.split()), default=name)


@dataclass(frozen=True)
class _Run:
    words: str
    start: int
    end: int


def _runs(text: str, start: int, end: int) -> list[_Run]:
    """The quotations there; pieces of one sentence, parted by the words that say whose it is, are one."""
    runs: list[_Run] = []
    for one in quotations(text, start, end):
        words = _inside(text, one)
        if runs and not SENTENCE_ENDS.search(text[runs[-1].end : one.start]):
            runs[-1] = _Run(f"{runs[-1].words} {words}", runs[-1].start, one.end)
        else:
            runs.append(_Run(words, one.start, one.end))
    return runs


def _inside(text: str, quotation: Quotation) -> str:
    return text[quotation.start : quotation.end].strip(MARKS + " \n").rstrip(",")


def _beside_names(text: str, read: Sequence[tuple[int, int]]) -> Iterator[Claim]:
    """Quotations that the reader has not read, each with the one name that stands in its line, or signs it below."""
    lines = [match.span() for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    for number, (start, end) in enumerate(lines):
        runs = [run for run in _runs(text, start, end) if len(Words(run.words).all) >= FEW]
        runs = [run for run in runs if not _overlaps(read, run.start, run.end)]
        if not runs:
            continue
        beside = _outside(text, start, end)
        below = text[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
        if not Words(beside).all and SIGNED.match(below) and not quotations(below, 0, len(below)):
            beside = below
        names = list(dict.fromkeys(_names_in(beside)))
        full = [name for name in names if " " in name] or names
        speaker = full[0] if len(full) == 1 else ""
        for run in runs:
            denied = denies(_round(text, start, run))
            unclear = not speaker and bool(Words(beside).all)
            yield Claim(speaker, run.words, True, run.start, run.end, unclear, denied)


def _about(text: str, read: Sequence[tuple[int, int]], known: Sequence[KnownPerson]) -> Iterator[Claim]:
    """Sentences without a word for saying that name somebody who is known, the first of them."""
    surnames = {
        plain(name.split()[-1]) for person in known for name in (person.name, *person.variants) if name
    }
    for line in re.finditer(r"[^\n]+", text):
        for start, end in sentence_spans(text, *line.span()):
            if _overlaps(read, start, end) or len(Words(text[start:end]).all) < SENTENCE:
                continue
            named = [name for name in _names_in(text[start:end]) if plain(name.split()[-1]) in surnames]
            if named:
                yield Claim(named[0], text[start:end], False, start, end, is_guessed=True)


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < stop and begin < end for begin, stop in spans)


def _outside(text: str, start: int, end: int) -> str:
    parts, at = [], start
    for one in quotations(text, start, end):
        parts.append(text[at : one.start])
        at = one.end
    return "\n".join([*parts, text[at:end]])


def _names_in(text: str) -> list[str]:
    """Runs of words in capitals, without the first word of a sentence where it is an ordinary one."""
    runs: list[list[str]] = []
    end = None
    for match in WORD_OF_A_NAME.finditer(text):
        word, goes_on = match.group(), end is not None and not text[end : match.start()].strip(" ")
        end = match.end()
        if goes_on and (word[0].isupper() or word in PARTICLES):
            runs[-1].append(word)
        elif word[0].isupper() and word.casefold() not in OPENERS:
            runs.append([word])
        else:
            end = None
    return [POSSESSIVE.sub("", " ".join(run)) for run in runs]

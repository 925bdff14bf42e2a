"""What a text says that people have said: each claim with whose it is said to be, cut by the reader of reports.

It needs no database. The reader looks for who speaks in sentences; what stands beside a quotation without one, a name
behind a dash or before a colon, is read here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter
from typing import NamedTuple

from intake import reading  # most of it is loaded when it is asked for
from intake.reading import KnownPerson
from intake.reading.model import CueKind, Evidence, ProposedStatement
from intake.reading.quotes import Quotation, quotations
from verifying.comparing import FEW, LEAST_PIECE
from verifying.denials import denies, disowns
from verifying.words import Words

#: Stands before the text as its title, so that its first line is read like all others.
TITLE = "…\n\n"
MARKS = "“”„«»‟\"‘’'"
#: Between two pieces of a quotation: nothing, or the end of the sentence that says whose it is.
SENTENCE_ENDS = re.compile(r"^[\s—–-]*$|[.!?…:;](?:\s|$)")
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
#: How the reader may have known whose a quotation is without a name or a pronoun.
INFERRED = {CueKind.QUOTE_ONLY, CueKind.CONTINUATION}
#: A mark of mail and of Markdown: the line is quoted.
QUOTED_LINE = re.compile(r"^[ \t]*(?:>[ \t]*){1,5}", re.M)
#: Ends a sentence, behind some word of it.
SENTENCE_END = re.compile(r"(?<=[\w”»\"’)])[.!?…]")
#: Fewer words than these are no statement that could be known by its words.
SENTENCE = 6
MOST_IN_A_SENTENCE = 8
#: Sentences before and behind a claim that may go on with it.
MOST_BESIDE = 3
PRONOUNS = frozenset("he she they it we i он она они er sie".split())
#: Between two pieces of one quotation stands who says it.
SAYS_WHO = frozenset(
    "said says added adds told argued argues put puts noted wrote in as he she they сказал сказала говорит заметил"
    " заметила отметил отметила он она sagte sagt so".split()
)
#: "… , said the host after": somebody without a name, and then what else took place.
ROLE_SAID = re.compile(
    r"\s*,?\s*(?:said|says|added|adds|told|argued|wrote|asked|noted|replied|answered)\s+"
    r"(?:the|a|an|one|another|his|her|some)(?:\s+[a-z-]+){1,4}?\s+"
    r"(?:after|before|when|while|as|once|because|since|although|though|if|to|with|about|of|quoting|citing)\b"
)
#: Who does this is named, or is somebody without a name.
TELLING = frozenset(
    "said says told tells argued argues added adds replied replies wrote writes asked asks warned warns answered"
    " noted insisted claimed remarked сказал сказала ответил ответила заявил заявила sagte sagt antwortete".split()
)
#: People who stand beside somebody and speak for themselves.
SOMEBODY = (
    r"(?:half-|step)?(?:brother|sister|wife|husband|son|daughter|father|mother|cousin|nephew|niece|widow|friend)"
    r"|spokes(?:man|woman|person)|deputy|aide|adviser|advisor|assistant|secretary|colleague|critic|opponent|rival"
    r"|supporter|follower|pupil|student|teacher|lawyer|predecessor|successor|biographer|translator|interpreter|boss"
    r"|employer|employee|neighbour|neighbor|namesake|impersonator|chief of staff|press officer|office|staff|team"
    r"|брат|сестра|жена|муж|сын|дочь|отец|мать|коллега|помощник|помощница|советник|представитель|секретарь|критик"
    r"|bruder|schwester|frau|sohn|tochter|sprecher(?:in)?|mitarbeiter(?:in)?|kolleg(?:e|in)|kritiker(?:in)?"
)


@dataclass(frozen=True)
class Claim:
    """Words that a text puts into somebody's mouth. ``speaker`` is as written; a blank where it is not said, and
    ``is_unclear`` where it may be said but could not be read. ``is_denied`` where the text says that it was not said.
    ``is_guessed`` is a sentence that names somebody, and may say what they said or only what they did. ``beside`` are
    the sentences in the line: they may go on with what was said. ``frame`` is the sentence round a quotation, with
    an end of a line in its place. ``instead`` is what counts where so few words are nobody's.
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
    frame: str = ""
    instead: "Claim | None" = None

    @property
    def names_nobody(self) -> bool:
        return not self.speaker and not self.is_unclear


def cut(text: str, known: Sequence[KnownPerson] = ()) -> list[Claim]:
    """The claims of ``text`` in their order; ``text[start:end]`` is where each stands. ``known`` are people whom it
    may mean."""
    text = QUOTED_LINE.sub(lambda mark: " " * len(mark.group()), text)
    lines = [_Line(*line, reading.sentence_spans(text, *line)) for line in _lines(text)]
    read = reading.read_report(TITLE + text, known).statements
    found = [claim for statement in read for claim in _claims_of(text, lines, statement)]
    found += _beside_names(text, lines, [(one.start, one.end) for one in found])
    found += _about(text, lines, [(one.start, one.end) for one in found], known)
    taken = sorted((one.start, one.end) for one in found if one.is_quoted and not one.instead)
    found = [_with_neighbours(text, lines, claim, taken) for claim in found]
    return sorted(found, key=lambda claim: (claim.start, claim.end))


class _Line(NamedTuple):
    """A line that says something, and its sentences."""

    start: int
    end: int
    sentences: list[tuple[int, int]]


def _lines(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]+", text) if match.group().strip()]


def _with_neighbours(
    text: str, lines: Sequence[_Line], claim: Claim, taken: Sequence[tuple[int, int]]
) -> Claim:
    """The claim with the sentences round it in its line, without those that have a quotation."""
    line = lines[bisect_right(lines, claim.start, key=attrgetter("start")) - 1]
    at = bisect_right(line.sentences, claim.start, key=itemgetter(0))
    spans = line.sentences[max(0, at - 1 - MOST_BESIDE) : at + MOST_BESIDE + 1]
    near = (
        taken[max(0, bisect_right(taken, (spans[0][0], 0)) - 1) : bisect_right(taken, (spans[-1][1], 0))]
        if spans
        else []
    )
    before = [span for span in spans if span[1] <= claim.start][-MOST_BESIDE:]
    behind = [span for span in spans if span[0] >= claim.end][:MOST_BESIDE]
    beside = tuple(text[slice(*span)] for span in (*before, *behind) if not _overlaps(near, *span))
    instead = replace(claim.instead, beside=beside) if claim.instead else None
    return replace(claim, beside=beside, instead=instead)


def _claims_of(text: str, lines: Sequence[_Line], statement: ProposedStatement) -> Iterator[Claim]:
    start, end = max(0, statement.start - len(TITLE)), statement.end - len(TITLE)
    quoted = [run for run in _runs(text, start, end) if Words(run.words).all]
    long = [run for run in quoted if len(Words(run.words).all) >= FEW]
    few = statement.evidence != Evidence.QUOTE and not long
    if statement.evidence != Evidence.QUOTE:
        quoted = long
    for speaker in _speakers_of(text, start, end, statement):
        unclear = not speaker and bool(statement.candidates)
        if speaker.casefold() in PRONOUNS:
            speaker = _meant_by_pronoun(text, lines, start)
            unclear = not speaker
        whole = Claim(speaker, text[start:end].strip(), False, start, end, unclear)
        if few or not quoted:
            yield from _with_few(text, lines, whole)
        for number, run in enumerate(quoted):
            # Of very many quotations in a sentence the first ones say nothing of the last.
            since = quoted[number - MOST_IN_A_SENTENCE].end if number > MOST_IN_A_SENTENCE else start
            is_inferred = statement.cue in INFERRED or _is_signed(text[run.end :])
            yield _quoted(text, lines, whole, run, since, is_inferred)


def _meant_by_pronoun(text: str, lines: Sequence[_Line], at: int) -> str:
    """The one person who is named in full before it in the line, or nobody."""
    line = lines[bisect_right(lines, at, key=attrgetter("start")) - 1]
    before = _outside(text, line.start, next((end for start, end in line.sentences if end > at), at))
    names = list(dict.fromkeys(name for name in _names_in(before) if " " in name))
    return names[0] if len(names) == 1 and not _stands_beside(before, names[0]) else ""


def _quoted(
    text: str, lines: Sequence[_Line], whole: Claim, run: "_Run", since: int, is_inferred: bool = False
) -> Claim:
    """A quotation of a sentence, whose it is by that sentence."""
    frame = _round(text, since, run)
    others = _other_names(frame, whole.speaker) if is_inferred else []
    whose = others[0] if len(others) == 1 else "" if others else whole.speaker
    unclear = whole.is_unclear or len(others) > 1
    if whose and (_stands_beside(frame, whose) or _comes_after(frame, whose)):
        whose, unclear = "", True
    denied = denies(frame) or _is_disowned(text, lines, run)
    return Claim(whose, run.words, True, run.start, run.end, unclear, denied, frame=frame)


def _with_few(text: str, lines: Sequence[_Line], whole: Claim) -> Iterator[Claim]:
    """A sentence that is told, or the few words that it quotes, which count where they are all that is quoted."""
    few = [run for run in _runs(text, whole.start, whole.end) if Words(run.words).all]
    if few:
        yield replace(_quoted(text, lines, whole, few[0], whole.start), instead=whole)
    else:
        yield whole


def _stands_beside(frame: str, name: str) -> bool:
    """Whether the sentence names this person only to say whose colleague, brother or critic it is who speaks."""
    surname = re.escape(name.split()[-1])
    mentions = len(re.findall(rf"\b{surname}", frame))
    called = rf"(?:[^\W\d_][\w.’'-]*\s+){{0,4}}{surname}"
    people = rf"(?:{SOMEBODY})s?"
    of_them = rf"\b{people}\s+(?:of|for|to|von)\s+{called}|\b{people}\s+{called}(?:а|у|ой|ого|я|и)\b"
    theirs = rf"{surname}(?:[’']s|[’'])\s+(?:[a-zа-яё-]+\s+){{0,3}}{people}\b"
    return 0 < mentions <= len(re.findall(f"(?i:{of_them})|(?i:{theirs})", frame))


def _comes_after(frame: str, name: str) -> bool:
    """Whether the quotation is somebody's without a name, and this person only named in what follows: "said the host
    after Anna Berg had spoken"."""
    said, _, behind = frame.rpartition("\n")
    role = ROLE_SAID.match(behind)
    surname = name.split()[-1]
    return role is not None and surname not in said and surname in behind[role.end() :]


def _is_disowned(text: str, lines: Sequence[_Line], run: "_Run") -> bool:
    """Whether the sentence before or behind the one with the quotation says that it is none."""
    number = bisect_right(lines, run.start, key=attrgetter("start")) - 1
    sentences = [span for line in lines[max(0, number - 1) : number + 2] for span in _about_there(line, run)]
    before = [span for span in sentences if span[1] <= run.start][-1:]
    behind = [span for span in sentences if span[0] >= run.end][:1]
    return any(disowns(_outside(text, *span)) for span in (*before, *behind))


def _about_there(line: _Line, run: "_Run") -> list[tuple[int, int]]:
    """The sentences of a line that stand next to a quotation, or are the nearest to it."""
    first = bisect_right(line.sentences, run.start, key=itemgetter(0))
    last = bisect_right(line.sentences, run.end, key=itemgetter(0))
    return line.sentences[max(0, first - 2) : last + 1]


def _is_signed(behind: str) -> bool:
    """Whether a name follows behind a dash."""
    signed = SIGNED.match(behind)
    return signed is not None and signed.group()[-1].isupper()


def _other_names(sentence: str, speaker: str) -> list[str]:
    """Full names in a sentence that does not name the speaker: it may be theirs, in letters that the reader cannot
    read a name in."""
    speakers = {reading.plain(word) for word in speaker.split()}
    names = _names_in(sentence)
    if any(not speakers.isdisjoint(map(reading.plain, name.split())) for name in names):
        return []
    return [name for name in names if " " in name]


def _round(text: str, start: int, run: "_Run") -> str:
    """The sentence from ``start`` on in which a quotation stands, without what is quoted."""
    behind = text[run.end :].partition("\n")[0]
    if behind[:1] in (".", "!") or run.words.endswith((".", "!", "…")) and behind.lstrip()[:1].isupper():
        behind = ""
    end = SENTENCE_END.search(behind)
    stop = run.end + (end.end() if end else len(behind))
    return _outside(text, start, stop)


def _speakers_of(text: str, start: int, end: int, statement: ProposedStatement) -> list[str]:
    names = [name for name in (statement.speaker, *statement.joint_with) if name]
    if names:
        return [_as_written(name, text) for name in names]
    group = statement.attributed_to or ""
    # "A bed without a nurse is “furniture”, says Anna Berg": the one full name there counts before a subject.
    full = [name for name in _names_in(_outside(text, start, end)) if " " in name and name not in group]
    return full if group and len(full) == 1 else [group]


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
        if runs and _goes_on(runs[-1].words, words, text[runs[-1].end : one.start]):
            runs[-1] = _Run(f"{runs[-1].words} {words}", runs[-1].start, one.end)
        else:
            runs.append(_Run(words, one.start, one.end))
    return runs


def _goes_on(before: str, behind: str, between: str) -> bool:
    """Whether two pieces are of one sentence: who says it stands between them, or one is too short to stand alone."""
    if SENTENCE_ENDS.search(between):
        return False
    if min(len(Words(piece).all) for piece in (before, behind)) < LEAST_PIECE:
        return True
    return bool(_names_in(between)) or not SAYS_WHO.isdisjoint(Words(between).folded)


def _inside(text: str, quotation: Quotation) -> str:
    return text[quotation.start : quotation.end].strip(MARKS + " \n").rstrip(",")


def _beside_names(text: str, lines: Sequence[_Line], read: Sequence[tuple[int, int]]) -> Iterator[Claim]:
    """Quotations that the reader has not read, each with the one name that stands in its line, or signs it below."""
    for number, (start, end, sentences) in enumerate(lines):
        runs = [run for run in _runs(text, start, end) if len(Words(run.words).all) >= FEW]
        runs = [run for run in runs if not _overlaps(read, run.start, run.end)]
        if not runs:
            continue
        below = text[slice(*lines[number + 1][:2])] if number + 1 < len(lines) else ""
        if not SIGNED.match(below) or quotations(below, 0, len(below)):
            below = ""
        whole = _outside(text, start, end)
        for run in runs:
            sentence = next((one for one in sentences if one[0] <= run.start < one[1]), (start, end))
            # Its sentence says whose it is, or the signature below its line, or the line.
            beside = next(filter(_says_something, (_outside(text, *sentence), below)), whole)
            names = list(dict.fromkeys(_names_in(beside)))
            full = [name for name in names if " " in name] or names
            speaker = full[0] if len(full) == 1 else ""
            if not names and TELLING.isdisjoint(Words(beside).folded):
                speaker = _meant_by_pronoun(text, lines, run.start)
            unclear = not speaker and _says_something(beside)
            by_it = Claim(speaker, "", False, start, end, unclear)
            yield _quoted(text, lines, by_it, run, min(sentence[0], run.start))


def _says_something(text: str) -> bool:
    return bool(Words(text).all)


def _about(
    text: str, lines: Sequence[_Line], read: Sequence[tuple[int, int]], known: Sequence[KnownPerson]
) -> Iterator[Claim]:
    """Sentences without a word for saying that name somebody who is known, the first of them."""
    surnames = {
        reading.plain(name.split()[-1])
        for person in known
        for name in (person.name, *person.variants)
        if name
    }
    for line in lines:
        for start, end in line.sentences:
            if _overlaps(read, start, end) or len(Words(text[start:end]).all) < SENTENCE:
                continue
            named = [
                name for name in _names_in(text[start:end]) if reading.plain(name.split()[-1]) in surnames
            ]
            if named:
                yield from _with_few(
                    text, lines, Claim(named[0], text[start:end], False, start, end, is_guessed=True)
                )


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

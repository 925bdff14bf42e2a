"""Did they say this? Each claim of a text, answered with what the public archive has."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from django.db import models
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from events.models import Statement
from events.quotation import Known
from intake.matching import known_people
from people.models import Speaker
from public.records import statements
from publishing.models import Correction
from verifying import records
from verifying.claims import Claim, cut
from verifying.comparing import (
    FEW,
    FORMAL,
    LEAST_PIECE,
    NEAR,
    SAYING,
    Changed,
    Piece,
    changed,
    differences,
    most_alike,
    nearness,
    stands_in,
    without_saying,
)
from verifying.frames import is_altered, is_turned, shares
from verifying.records import Record
from verifying.words import LEFT_OUT, Words, place_of

#: Letters that are read at once.
LONGEST = 20_000
BLANKS = re.compile(r"([^\S\n])[^\S\n]+")
EMPTY_LINES = re.compile(r"\n(?:[^\S\n]?\n)+")
#: Claims that are answered; a page of a newspaper has fewer.
MOST_CLAIMS = 40
#: Of the words of somebody else so much must be the claim's, and by so much more than of the speaker's own.
NEAR_OTHERS, NEARER = 0.8, 0.15
#: Words between two quotations of one sentence or speech: who says it, and no more.
MOST_BETWEEN = 8
#: What is farther from a claim is about something else, and not shown beside it.
WORTH_SHOWING = 0.35


class Verdict(models.TextChoices):
    """What the archive can say of a claim, from what is certain to what is not there."""

    WORD_FOR_WORD = "word_for_word", _("Word for word")
    CHANGED = "words_changed", _("Words changed")
    PARAPHRASE = "paraphrase", _("Only a paraphrase here")
    SOMEBODY_ELSE = "somebody_else", _("Said by somebody else")
    SINCE = "corrected_or_withdrawn", _("Corrected or withdrawn since")
    NOT_HERE = "not_here", _("Not in this archive")


@dataclass(frozen=True)
class Answer:
    """A claim and its verdict. ``statement`` is what the archive shows for it, None where it shows nothing;
    ``withdrawn`` is a statement whose words it does not show, ``correction`` what tells that a claim was right once."""

    claim: Claim
    verdict: Verdict
    note: str
    number: int | None = None
    differences: tuple[Piece, ...] = ()
    withdrawn: Statement | None = None
    correction: Correction | None = None
    statement: Statement | None = None


@dataclass(frozen=True)
class Verified:
    """The answers in the order of the text; ``more`` claims were found than are answered."""

    text: str
    answers: list[Answer]
    more: int = 0


def verify(text: str) -> Verified:
    """Answer each claim of ``text``, at most MOST_CLAIMS of them, by published records only. Nothing is kept."""
    text = without_gaps(text)
    claims = cut(text, known_people(text, Speaker.objects.published()))
    answering = _Answering(claims[:MOST_CLAIMS])
    answers = answering.in_order([answering.answer(claim) for claim in answering.claims], text)
    answers = [one for one in answers if not (one.claim.is_guessed and one.verdict == Verdict.NOT_HERE)]
    shown = statements().in_bulk({one.number for one in answers if one.number})
    answers = [replace(one, statement=shown.get(one.number)) for one in answers]
    return Verified(text, answers, len(claims[MOST_CLAIMS:]))


def without_gaps(text: str) -> str:
    """Composed, and with one blank or empty line where there are many: nobody's words, and costly to read."""
    return EMPTY_LINES.sub("\n\n", BLANKS.sub(r"\1", Words(text).text))


@dataclass(frozen=True)
class _Met:
    """The record that is nearest to a claim, and how near."""

    record: Record
    share: float


class _Answering:
    """The claims of one text; what is asked of the archive for one person is asked once."""

    def __init__(self, claims: list[Claim]):
        self.claims = claims
        names = [claim.speaker for claim in claims if claim.speaker]
        self.people = records.people_called(dict.fromkeys(names))
        self.groups = {name for name, found in self.people.items() if not found}
        self.keys = frozenset().union(*self.people.values())

    @cached_property
    def said(self) -> list[Record]:
        return records.said_by(self.keys, self.groups) if self.people else []

    @cached_property
    def withdrawn(self) -> list[Record]:
        return records.withdrawn_of(self.keys) if self.keys else []

    def answer(self, claim: Claim) -> Answer:
        """The first of these that holds. Of a claim that names nobody, anybody's words are those that it may mean."""
        theirs = (
            records.like(claim.words)
            if claim.names_nobody
            else [one for one in self.said if self._is_of(one, claim)]
        )
        if claim.instead and not self._few_exactly(claim, theirs):
            return self.answer(claim.instead)
        found = self._exactly(claim, theirs) or self._withdrawn(claim) or self._by_others(claim, theirs)
        found = found or self._nearly(claim, theirs)
        if found and claim.names_nobody:
            unsaid = gettext("Your text does not say whose words these are.")
            return replace(found, note=f"{unsaid} {found.note}")
        return found or self._not_here(claim, theirs)

    def in_order(self, answers: list[Answer], text: str) -> list[Answer]:
        """Two quotations that follow each other and stand in one record are word for word in its order alone."""
        own = {record.number: record for record in self.said}
        turned: set[int] = set()
        for at, (one, other) in enumerate(pairwise(answers)):
            record = own.get(one.number or 0)
            if (
                record
                and one.number == other.number
                and _follows(one, other, text)
                and _turns(one, other, record)
            ):
                turned |= {at, at + 1}
        note = gettext(
            "These words are recorded, but your text leaves out words that belong to them, or turns their order."
        )
        return [
            replace(answer, verdict=Verdict.CHANGED, note=note) if at in turned else answer
            for at, answer in enumerate(answers)
        ]

    def _is_of(self, record: Record, claim: Claim) -> bool:
        if not record.speakers:
            return bool(claim.speaker) and Words(record.said_by).folded == Words(claim.speaker).folded
        return not self.people.get(claim.speaker, frozenset()).isdisjoint(record.speakers)

    def _few_exactly(self, claim: Claim, theirs: list[Record]) -> bool:
        """Whether a few quoted words are all of what is quoted in a record that speaks of the same."""
        return any(_is_all_quoted(claim, record) for record in theirs)

    def _exactly(self, claim: Claim, theirs: list[Record]) -> Answer | None:
        if own := _first(theirs, lambda one: _has_said(claim, one)):
            if claim.is_denied:
                note = gettext(
                    "The record has these words; your text says that they were not said, or are not so."
                )
                return Answer(claim, Verdict.CHANGED, note, own.number)
            if _is_told_otherwise(claim, own):
                note = gettext(
                    "These words are recorded; those beside them in your text are not the ones that stand there."
                )
                return Answer(claim, Verdict.CHANGED, note, own.number)
            return Answer(claim, Verdict.WORD_FOR_WORD, _extent(_said(claim, own), own), own.number)
        if told := _first(theirs, lambda one: stands_in(_said(claim, one), one.words)):
            return Answer(claim, Verdict.PARAPHRASE, _whose(told, claim.is_quoted), told.number)
        return None

    def _withdrawn(self, claim: Claim) -> Answer | None:
        """Told only to who has the very words: the archive gives none of them away."""
        gone = [one for one in self.withdrawn if self._is_of(one, claim)]
        met = _first(
            gone, lambda one: len(_said(claim, one).folded) >= FEW and stands_in(_said(claim, one), one.words)
        )
        if met is None:
            return None
        note = gettext(
            "These words stood here once and have been withdrawn; the notice in their place says why."
        )
        withdrawn = Statement.objects.withdrawn().get(pk=met.number)
        return Answer(claim, Verdict.SINCE, note, withdrawn=withdrawn)

    def _by_others(self, claim: Claim, theirs: list[Record]) -> Answer | None:
        if claim.names_nobody:
            return None
        mine = {one.number for one in theirs}
        others = [one for one in records.like(claim.words) if one.number not in mine]
        of_group = [one for one in others if not one.speakers and _names_group(claim, one)]
        if found := self._exactly(claim, of_group) or self._nearly(claim, of_group):
            return found
        same = _first(
            others, lambda one: any(stands_in(_said(claim, one), words) for words in [*one.own, one.words])
        )
        near = _Met(same, 1.0) if same else _nearest(claim, others)
        if near is None or near.share < NEAR_OTHERS:
            return None
        if not same and (best := _nearest(claim, theirs)) and near.share < best.share + NEARER:
            return None
        return self._of_another(claim, near.record, same=bool(same))

    def _of_another(self, claim: Claim, record: Record, same: bool) -> Answer:
        pieces = () if same else tuple(differences(_said(claim, record), _compared(record)))
        if not record.speakers:
            note = gettext(
                "These words are recorded under “%(name)s”; who that was, the archive does not say."
            ) % {"name": record.said_by}
            return Answer(claim, Verdict.NOT_HERE, note, record.number, pieces)
        if not claim.speaker:
            note = gettext("Whom your text means could not be read; here the words are %(name)s’s.")
        elif same:
            note = gettext("Word for word, but recorded as %(name)s’s.")
        else:
            note = gettext("With other words, but recorded as %(name)s’s.")
        note %= {"name": record.said_by}
        return Answer(claim, Verdict.SOMEBODY_ELSE, note, record.number, pieces)

    def _nearly(self, claim: Claim, theirs: list[Record]) -> Answer | None:
        near = _nearest(claim, theirs)
        if near is None or near.share < NEAR:
            return None
        record = near.record
        said, compared = _said(claim, record), _compared(record)
        pieces = tuple(differences(said, compared))
        other = changed(said, compared)
        corrections = records.corrections_of(record)
        if correction := next((one for one in corrections if _tells_of(Words(one.text), other)), None):
            note = gettext("What your text says stood here once and does not any more.")
            return Answer(claim, Verdict.SINCE, note, record.number, pieces, correction=correction)
        if not record.own and other.is_formal:
            note = _whose(record, claim.is_quoted, exactly=False)
            return Answer(claim, Verdict.PARAPHRASE, note, record.number, pieces)
        return Answer(claim, Verdict.CHANGED, _how_changed(said, other, record), record.number, pieces)

    def _not_here(self, claim: Claim, theirs: list[Record]) -> Answer:
        near = _nearest(claim, theirs)
        number = near.record.number if near else None
        if not claim.speaker:
            who = gettext("Nothing like it is recorded of anybody.")
        elif theirs:
            who = gettext("Nothing like it is among the statements of %(name)s, nor of anybody else.") % {
                "name": claim.speaker
            }
        else:
            who = gettext(
                "Nothing is recorded here of anybody called %(name)s, nor these words of anybody else."
            ) % {"name": claim.speaker}
        proves = gettext("That proves nothing: people speak elsewhere too.")
        return Answer(claim, Verdict.NOT_HERE, f"{who} {proves}", number)


def _said(claim: Claim, record: Record) -> Words:
    """The claim as it is compared with a record: what is told without quotation marks, without who says so."""
    words = Words(claim.words)
    if claim.is_quoted:
        return words
    return without_saying(words, record.names | set(Words(claim.speaker).folded), record.posts)


def _follows(one: Answer, other: Answer, text: str) -> bool:
    """Whether both are quoted word for word, with no more between them than who says so."""
    if any(answer.verdict != Verdict.WORD_FOR_WORD or not answer.claim.is_quoted for answer in (one, other)):
        return False
    return len(Words(text[one.claim.end : other.claim.start]).all) <= MOST_BETWEEN


def _turns(one: Answer, other: Answer, record: Record) -> bool:
    """Whether the second of two quotations stands before the first in the record."""
    first, second = (Words(answer.claim.words).folded for answer in (one, other))
    for words in record.own:
        here, there = place_of(first, words.folded), place_of(second, words.folded)
        if here is not None and there is not None:
            return there < here
    return False


def _has_said(claim: Claim, record: Record) -> bool:
    if claim.instead:
        return _is_all_quoted(claim, record)
    return any(stands_in(_said(claim, record), words) for words in record.own)


def _is_all_quoted(claim: Claim, record: Record) -> bool:
    """Whether so few words are all that is quoted at a place of the record, and, the fewer they are, the more of what
    stands round them is the record's too; or three in a row of what is quoted, where much of that is."""
    wanted = tuple(word for word in Words(claim.words).folded if word != LEFT_OUT)
    around, saying = _around(claim, record), _saying(claim, record)
    if is_turned(claim.frame, around):
        return False
    if not any(words.folded == wanted for words in record.own):
        is_piece = any(stands_in(Words(claim.words), words, LEAST_PIECE) for words in record.own)
        return is_piece and len(wanted) >= LEAST_PIECE and shares(claim.frame, around, saying, least=2)
    if len(wanted) == 1:
        said = [word for word in Words(claim.frame).folded if word not in saying]
        return nearness(said, Words(around).folded, saying) >= NEAR
    return len(wanted) >= LEAST_PIECE or shares(claim.frame, around, saying)


def _names_group(claim: Claim, record: Record) -> bool:
    """Whether the text calls those who spoke as the record does, of whom the reader may have read one word."""
    return place_of(Words(record.said_by).folded, Words(claim.frame or claim.words).folded) is not None


def _around(claim: Claim, record: Record) -> str:
    """What stands in the record round a claim's words, an end of a line in their place."""
    if record.known == Known.MIXED:
        return _without(_said(claim, record), [Words(record.text)]) or record.frame
    return _without(_said(claim, record), record.own)


def _is_told_otherwise(claim: Claim, record: Record) -> bool:
    """Whether what stands round the words, or beside them, is the record's with other words in it."""
    if not claim.is_quoted:
        return any(_goes_on(sentence, record) for sentence in claim.beside)
    saying, around, is_mixed = _saying(claim, record), _around(claim, record), record.known == Known.MIXED
    return any(is_altered(one, around, saying, by_any_word=is_mixed) for one in (claim.frame, *claim.beside))


def _without(said: Words, own: list[Words]) -> str:
    """A quote without the words that were quoted of it, an end of a line in their place."""
    wanted = [word for word in said.folded if word != LEFT_OUT]
    for words in own:
        if (place := place_of(wanted, words.folded)) is not None:
            behind = words.all[place + len(wanted) - 1].end
            return f"{words.text[: words.all[place].start]}\n{words.text[behind:]}"
    return ""


def _saying(claim: Claim, record: Record) -> frozenset[str]:
    return SAYING | record.names | record.posts | frozenset(Words(claim.speaker).folded)


def _goes_on(sentence: str, record: Record) -> bool:
    """Whether a sentence beside a claim goes on with the record, in other words than it has."""
    words = Words(sentence)
    same = any(stands_in(words, own) for own in record.own)
    return not same and nearness(words.folded, record.words.folded, SAYING | record.names) >= NEAR


def _compared(record: Record) -> Words:
    """The text that a claim is laid beside."""
    return record.own[0] if record.known == Known.QUOTE else record.words


def _nearest(claim: Claim, among: list[Record]) -> _Met | None:
    best: _Met | None = None
    for record in among:
        saying = _saying(claim, record)
        folded = _said(claim, record).folded
        bar = best.share if best else WORTH_SHOWING
        if most_alike(folded, record.vocabulary, saying) <= bar:
            continue
        share = nearness(folded, record.words.folded, saying)
        if share > bar:
            best = _Met(record, share)
    return best


def _first(among: Iterable[Record], holds: Callable[[Record], bool]) -> Record | None:
    return next((one for one in among if holds(one)), None)


def _extent(said: Words, record: Record) -> str:
    count = len(said.folded)
    if any(said.folded == own.folded for own in record.own):
        if record.known == Known.QUOTE:
            return gettext("All of what is recorded.")
        return gettext("All of what is quoted.")
    if "…" in said.folded:
        return gettext("Your text leaves words out; read here what they were.")
    told = ngettext(
        "%(number)s word of a longer passage: read here what stands round it.",
        "%(number)s words of a longer passage: read here what stands round them.",
        count,
    )
    return told % {"number": count}


def _tells_of(correction: Words, other: Changed) -> bool:
    """Whether a correction speaks of both words, the one that the claim has and the one that is right."""
    there, here = other.there - FORMAL, other.here - FORMAL
    said = set(correction.folded)
    return bool(there) and there <= said and here <= said


def _whose(record: Record, is_quoted: bool, exactly: bool = True) -> str:
    """What to think of words that are not the speaker’s, in up to three sentences."""
    if record.known == Known.SUMMARY:
        told = gettext("These are an editor’s words; nothing shows that they were the speaker’s.")
    elif record.known == Known.TRANSLATED:
        told = gettext("This is our translation: the speaker said it in another language.")
    else:
        told = gettext("These are the report’s words; nothing shows that they were the speaker’s.")
    marks = gettext("The quotation marks have no ground here.") if is_quoted else ""
    more = "" if exactly else gettext("The record has not your words exactly.")
    return " ".join(filter(None, [marks, told, more]))


def _how_changed(said: Words, other: Changed, record: Record) -> str:
    count = len(said.folded)
    number = sum(word in other.there for word in said.folded)
    if not number and not other.here:
        if count < FEW:
            return gettext("So few words can be taken from many sentences: read here from which.")
        return gettext(
            "These words are recorded, but your text leaves out words that belong to them, or turns their order."
        )
    told = ngettext(
        "%(number)s of %(all)s words is not in the record.",
        "%(number)s of %(all)s words are not in the record.",
        number,
    ) % {"number": number, "all": count}
    if not number:
        told = gettext("The record has more words.")
    if record.known == Known.QUOTE:
        return told
    if record.known == Known.SUMMARY:
        whose = gettext("It is in an editor’s words.")
    elif record.known == Known.TRANSLATED:
        whose = gettext("It is our translation.")
    else:
        whose = gettext("It is in the report’s words.")
    return f"{told} {whose}"

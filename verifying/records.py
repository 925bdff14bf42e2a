"""What the archive has of somebody, made ready to be compared: published statements, and withdrawn ones by number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import batched
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from events.models import Event, Statement
from events.models.statement import StatementQuerySet, said_by_all
from events.quotation import Known, known_of, quoted_spans, quoted_words, with_marks
from people.matching import find_speakers, near_duplicates_of_each
from people.models import Speaker
from people.name_scores import CERTAIN
from publishing.folding import fold
from publishing.models import Correction
from search.finding import Narrowing, find_entries
from search.models import Kind
from search.query import MOST_TERMS, Query, Term
from search.words import stems
from verifying.words import Words

#: A letter that stands for a name.
INITIAL = re.compile(r"(?<![^\W_])[^\W\d_](?=\.)")
#: Letters with which one name begins in two ways of writing it.
SOUNDS_LIKE = {"y": "je", "j": "y", "e": "y", "k": "c", "c": "k"}
#: Statements of others that share most with a claim, which are read.
MOST_READ = 40
#: Stems that must follow each other in a statement for it to be looked at.
SIDE_BY_SIDE = 3


@dataclass(frozen=True)
class Record:
    """One statement. Of a withdrawn one nothing but its number leaves this module's callers."""

    number: int
    event: int
    speakers: tuple[int, ...]
    said_by: str
    post: str
    text: str
    known: Known
    language: str

    @cached_property
    def words(self) -> Words:
        return Words(self.text)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(self.words.folded)

    @cached_property
    def own(self) -> list[Words]:
        """The speaker's own words: all of a quote, the quoted ones of what is quoted in part."""
        if self.known not in (Known.QUOTE, Known.MIXED):
            return []
        quoted = quoted_words(with_marks(self.text, self.known, self.language)) or [self.text]
        return [Words(" ".join(quoted))] if self.known == Known.QUOTE else list(map(Words, quoted))

    @cached_property
    def frame(self) -> str:
        """What stands round the quoted words of what is quoted in part, an end of a line in their place."""
        text = with_marks(self.text, self.known, self.language)
        ends = [0, *(at for span in quoted_spans(text) for at in span), len(text)]
        return "\n".join(text[start:end] for start, end in batched(ends, 2))

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(Words(self.said_by).folded)

    @cached_property
    def posts(self) -> frozenset[str]:
        return frozenset(Words(self.post).folded)


WAYS = ("appearance", "jointly_with")
COLUMNS = (
    *("pk", "event_id", "attribution", "text", "evidence", "own_words", "event__language"),
    *(f"{way}__{name}" for way in WAYS for name in ("speaker_id", "printed_name", "printed_post")),
)


def _records(rows: StatementQuerySet) -> list[Record]:
    return [_record(row) for row in rows.values(*COLUMNS)]


def _record(row: dict[str, Any]) -> Record:
    listed = [way for way in WAYS if row[f"{way}__speaker_id"]]
    names = [row[f"{way}__printed_name"] for way in listed]
    return Record(
        number=row["pk"],
        event=row["event_id"],
        speakers=tuple(row[f"{way}__speaker_id"] for way in listed),
        said_by=said_by_all(names) or row["attribution"],
        post="\n".join(row[f"{way}__printed_post"] for way in listed),
        text=row["text"],
        known=known_of(row["evidence"], row["own_words"]),
        language=row["event__language"] or "en",
    )


def people_called(names: Iterable[str]) -> dict[str, frozenset[int]]:
    """The public speakers whom each name means, as the archive's search finds them; several where all are called so.

    Somebody of the same surname with another given name is somebody else.
    """
    public = Speaker.objects.published()
    called = {}
    for name, likely in near_duplicates_of_each(names, public).items():
        found = likely or [
            one for one in find_speakers(name, among=public) if one.named and one.score >= CERTAIN
        ]
        found = [one for one in found if _fits_initials(name, one.speaker)]
        best = max((one.score for one in found), default=0)
        called[name] = frozenset(one.speaker.pk for one in found if one.score == best)
    return called


def _fits_initials(name: str, speaker: Speaker) -> bool:
    """Whether the letters that stand for given names begin some of this person's: I. Berg is not Anna Berg."""
    initials = [fold(word)[0] for word in INITIAL.findall(name)]
    if not initials:
        return True
    names = [speaker.name, speaker.sort_name, *(variant.name for variant in speaker.variants.all())]
    begins = {fold(word)[0] for one in names for word in re.findall(r"[^\W\d_]+", one)}
    begins |= {other for letter in begins for other in SOUNDS_LIKE.get(letter, "")}
    return begins.issuperset(initials)


def said_by(speakers: Iterable[int], attributions: Iterable[str]) -> list[Record]:
    """All that is public of these people, and under these printed attributions ("The experts")."""
    said = Q(pk__in=Statement.objects.by(set(speakers)).values("pk"))
    for attribution in attributions:
        said |= Q(appearance=None, fold__endswith=f"\n{fold(attribution)}")
    return _records(Statement.objects.published().filter(said).order_by("-event__date", "pk"))


def withdrawn_of(speakers: Iterable[int]) -> list[Record]:
    """What was public of these people and has been withdrawn."""
    return _records(Statement.objects.withdrawn().by(set(speakers)).order_by("-pk"))


def like(words: str) -> list[Record]:
    """Public statements of anybody that share some words in a row with these, those with the most of them first."""
    found = stems(words)
    size = min(SIDE_BY_SIDE, len(found))
    runs = {tuple(found[at : at + size]) for at in range(len(found) - size + 1)} if found else set()
    # The longest words say most about which statement is meant.
    telling = sorted(runs, key=lambda run: (-sum(map(len, run)), run))[:MOST_TERMS]
    if not telling:
        return []
    hits = find_entries(Query((tuple(map(Term, telling)),)), Narrowing(kind=Kind.STATEMENT))
    numbers = [hit.object_id for hit in hits.by_relevance[:MOST_READ]]
    rows = {one.number: one for one in _records(Statement.objects.published().filter(pk__in=numbers))}
    return [rows[number] for number in numbers if number in rows]


def corrections_of(record: Record) -> list[Correction]:
    """The public corrections of a statement and of its event."""
    of_it = Q(content_type=ContentType.objects.get_for_model(Statement), object_id=record.number)
    of_event = Q(content_type=ContentType.objects.get_for_model(Event), object_id=record.event)
    return list(Correction.objects.published().filter(of_it | of_event))

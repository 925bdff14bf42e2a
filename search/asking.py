"""The whole answer to a visitor's question: the people meant, the hits, what they can be narrowed to."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model, Q
from django.utils import timezone

from events.models import Event, Statement, Topic
from opinions.models import Opinion
from people.matching import Match, called, candidates_of_each, find_speakers_of_each
from people.models import Speaker
from people.name_scores import words_meant
from people.names import beside_the_name, fold
from publishing.editions import OnceAnEdition
from publishing.gate import PublicSince
from publishing.questions import OneOf, StandingQuestion
from search.finding import MOST_RANKED, Hit, Hits, Narrowing, find_entries_of_each
from search.found_lately import Found, found_lately, remember
from search.models import Kind
from search.query import Query, parse
from search.tokens import facet_token
from search.understanding import Known, told_of, with_subjects

PAGE_SIZE = 20
#: People shown above the hits.
MOST_PEOPLE = 6
#: Speakers whom a name finds among those of the hits, and as many more who have its letters.
MOST_LISTED = 200
#: Each narrowing as it is when it narrows nothing.
NOTHING: dict[str, Any] = {part.name: part.default for part in fields(Narrowing)}
#: Hits of each kind that an answer of all kinds shows.
OVERVIEW = {Kind.STATEMENT: 6, Kind.EVENT: 4, Kind.OPINION: 4, Kind.TOPIC: 6}

#: What can be behind a hit.
Record = Statement | Event | Opinion | Topic


@dataclass(frozen=True)
class Question:
    """What was typed, what it is narrowed to, and which page of the answer is wanted."""

    typed: str = ""
    narrowing: Narrowing = field(default_factory=Narrowing)
    by_date: bool = False
    page: int = 1


class Answer:
    """Found when asked for: a feed needs no facets, a suggestion no statements."""

    def __init__(self, question: Question, called: str = ""):
        self.question = question
        #: A name that is looked for among the speakers of the hits.
        self.called = Known(called)
        #: Who was looked at for ``people``, by their keys.
        self.namesakes: dict[int, Speaker] = {}
        #: Hits that are known, by what they are narrowed to.
        self.found: dict[Narrowing, Hits] = {}
        #: By model, of whom and what has been asked for: None for what is not public.
        self._names: dict[type[Model], dict[int, Named | None]] = {Speaker: {}, Topic: {}}

    @cached_property
    def known(self) -> Known:
        """What the archive knows of the words typed; of a name that is looked for it is asked with them."""
        return Known(self.question.typed, self.called)

    @cached_property
    def query(self) -> Query:
        return self.known.understood(parse(self.question.typed))

    @cached_property
    def people(self) -> list[Match]:
        if not self.question.typed.strip():
            return []
        asked = [(self.question.typed, self.known.ordinary)]
        meant, _called = self._candidates
        return find_speakers_of_each(asked, MOST_PEOPLE, asked=self.namesakes, candidates=[meant])[0]

    @cached_property
    def _candidates(self) -> list[list[int]]:
        """Whom what was typed may mean, and the name that is looked for, by their keys."""
        names = self.known.names_of | self.called.names_of
        return candidates_of_each([self.question.typed, self.called.typed], names)

    def called_among(self, speakers: Iterable[int]) -> list[Speaker]:
        """Those of ``speakers`` whom the name means in any spelling, then those who have its letters in theirs."""
        _meant, alike = self._candidates
        letters = fold(self.called.typed)
        has_letters = Q(filed_under__contains=letters) if letters else Q()
        there = Speaker.objects.published().with_spellings().filter(pk__in=list(speakers))
        rows = {one.pk: one for one in there.filter(Q(pk__in=alike) | has_letters).by_name()}
        matches = called(self.called.typed, [rows[pk] for pk in alike if pk in rows])
        found = {match.speaker.pk: match.speaker for match in matches[:MOST_LISTED]}
        others = [
            one for one in rows.values() if letters and letters in one.filed_under and one.pk not in found
        ]
        return [*found.values(), *others[:MOST_LISTED]]

    @cached_property
    def meaning(self) -> Query:
        """The query in which a word may also stand for one of the people, or for a topic beside the others."""
        typed = self.question.typed
        meant: dict[str, list[str]] = {}
        for match in self.people:
            named = words_meant(typed, match.spelling, self.known.ordinary)
            # "Dr. Lukin" is for what Lukin said, whether his title is there or not.
            for word in named | beside_the_name(typed) if named else ():
                meant.setdefault(word, []).append(facet_token("speaker", match.speaker.pk))
        return with_subjects(self.query.meaning(meant))

    @cached_property
    def hits(self) -> Hits:
        return self.without()

    def without(self, *narrowings: str) -> Hits:
        """The hits as they would be without some of the narrowings, by their names in ``Narrowing``."""
        self.look_without([narrowings])
        return self.found[self.wider(narrowings)]

    def look_without(self, each: Iterable[Sequence[str]]) -> None:
        """Look for the hits without the narrowings of each, so far as they are not known, in one question."""
        to_rank = self.question.narrowing if self.is_ranked else None
        look_together([(self, self.wider(names)) for names in each], to_rank)

    def wider(self, names: Iterable[str]) -> Narrowing:
        """What this is narrowed to but for these narrowings."""
        return replace(self.question.narrowing, **{name: NOTHING[name] for name in names})

    def known_hits(self, narrowing: Narrowing, lately: Found) -> Hits | None:
        """What need not be looked for: what was, for this answer or ``lately`` for another, and what there cannot be.

        Of signs without a word in them nothing is found, and not everything.
        """
        if self.question.typed.strip() and not self.query:
            return Hits.of([], self.query)
        known = lately.get(self.meaning, {}) | self.found
        return known[narrowing] if narrowing in known else _sifted(narrowing, known)

    @cached_property
    def ordered(self) -> list[Hit]:
        """The hits in the order that was asked for, as far as they can be paged through."""
        return self.hits.by_relevance if self.is_ranked else self.hits.newest(MOST_RANKED)

    @property
    def is_ranked(self) -> bool:
        """Whether the hits come by relevance: without words in it, no query tells what is relevant."""
        return bool(self.query) and not self.question.by_date

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.ordered) // PAGE_SIZE))

    @cached_property
    def shown(self) -> list[Hit]:
        """One page of the hits."""
        first = (self.question.page - 1) * PAGE_SIZE
        return self.ordered[first : first + PAGE_SIZE]

    @cached_property
    def overview(self) -> dict[Kind, list[Hit]]:
        """The best hits of each kind, for an answer that is not narrowed to one."""
        of_kind: dict[str, list[Hit]] = {kind.value: [] for kind in OVERVIEW}
        for hit in self.ordered:
            of_kind[hit.kind].append(hit)
        best = {kind: of_kind[kind.value][:most] for kind, most in OVERVIEW.items()}
        if len(self.hits) > MOST_RANKED:
            # A topic has no date, and so stands behind every bound.
            of_topics = replace(self.question.narrowing, kind=Kind.TOPIC)
            look_together([(self, of_topics)], of_topics)
            best[Kind.TOPIC] = self.found[of_topics].by_relevance[: OVERVIEW[Kind.TOPIC]]
        return best

    @property
    def is_paged(self) -> bool:
        """Whether one page of all hits is shown, and not the best of each kind."""
        return bool(self.question.narrowing.kind) or self.question.page > 1

    @property
    def on_page(self) -> list[Hit]:
        return self.shown if self.is_paged else [hit for hits in self.overview.values() for hit in hits]

    def records(
        self, hits: list[Hit], questions: dict[Kind, StandingQuestion]
    ) -> dict[tuple[str, int], Record]:
        """What is behind ``hits``, by the ``questions`` about each kind; topics come with the names."""
        topics = [hit.object_id for hit in hits if hit.kind == Kind.TOPIC]
        self.bring_names(Counter(), Counter(), topics)
        named = filter(None, map(self._names[Topic].get, topics))
        found = records_of([hit for hit in hits if hit.kind != Kind.TOPIC], questions)
        return found | {(Kind.TOPIC.value, one.pk): Topic(**one._asdict()) for one in named}

    @cached_property
    def counts(self) -> Counter:
        return self.hits.count_by("kind")

    @cached_property
    def speakers(self) -> list[tuple["Named", int]]:
        """Who said or wrote the hits, and how many: "who speaks about this most"."""
        return self.most_frequent_speakers(self.hits.count_by("speakers"))

    def most_frequent_speakers(self, counts: Counter) -> list[tuple["Named", int]]:
        """Of ``counts``, whose keys are ids as text."""
        self.bring_names(counts, Counter())
        return self._named(Speaker, counts)

    @cached_property
    def topics(self) -> list[tuple["Named", int]]:
        """What the hits are about, but for topics themselves."""
        return self.most_frequent_topics(self.hits)

    def most_frequent_topics(self, hits: Hits) -> list[tuple["Named", int]]:
        """Of ``hits`` that are no topics themselves."""
        self.bring_names(Counter(), hits.about)
        return self._named(Topic, hits.about)

    def bring_names(self, speakers: Counter, topics: Counter, hits: Sequence[int] = ()) -> None:
        """Ask what the most frequent of both are called, and topics that are ``hits``, so far as that is not known."""
        now, topics_now = timezone.now(), TOPICS.now()
        for key in self._not_known(Topic, topics, hits):
            named, public_from = topics_now.get(key, (None, now))
            self._names[Topic][key] = named if public_from <= now else None
        if wanted := self._not_known(Speaker, speakers):
            self._names[Speaker] |= names_of_speakers(wanted)

    def _not_known(self, model: type[Model], counts: Counter, others: Sequence[int] = ()) -> list[int]:
        """The keys of ``others`` and of the most frequent whose names have not been asked for."""
        keys = [*others, *(int(pk) for pk, _number in counts.most_common(MOST_NAMED))]
        return [key for key in dict.fromkeys(keys) if key not in self._names[model]]

    def _named(self, model: type[Model], counts: Counter) -> list[tuple["Named", int]]:
        """The most frequent of ``counts`` with their number, in order; of equals, by name."""
        numbers = [(self._names[model][int(pk)], number) for pk, number in counts.most_common(MOST_NAMED)]
        named = [(row, number) for row, number in numbers if row]
        return sorted(named, key=lambda pair: (-pair[1], pair[0].name, pair[0].pk))


def answers_together(beside: Answer, typed: Sequence[str]) -> list[Answer]:
    """Answers to what else could be ``typed`` in the place of a question, ``beside`` its own answer.

    What the archive knows of all the words, people and hits are asked for in as many questions as for one.
    """
    answers = [Answer(replace(beside.question, typed=other, page=1)) for other in typed]
    rows = told_of(answer.known for answer in answers)
    names: dict[str, list[str]] = {}
    for answer in answers:
        answer.known.rows = rows
        names |= answer.known.names_of
    queries = [(answer.question.typed, answer.known.ordinary) for answer in answers]
    people = find_speakers_of_each(queries, MOST_PEOPLE, names, beside.namesakes)
    for answer, meant in zip(answers, people, strict=True):
        answer.people = meant
    look_together((answer, answer.question.narrowing) for answer in answers)
    return answers


def look_together(wanted: Iterable[tuple[Answer, Narrowing]], to_rank: Narrowing | None = None) -> None:
    """Look for the hits of several answers and narrowings in one question, so far as they are not known.

    ``to_rank`` is the narrowing whose hits are to be put in order of relevance, if any are.
    """
    lately = found_lately()
    missing: dict[tuple[Answer, Narrowing], None] = {}
    for answer, narrowing in wanted:
        hits = answer.known_hits(narrowing, lately)
        if hits is None:
            missing[answer, narrowing] = None
        else:
            answer.found[narrowing] = hits
    if missing:
        asked = [(answer.meaning, narrowing, narrowing == to_rank) for answer, narrowing in missing]
        for (answer, narrowing), hits in zip(missing, find_entries_of_each(asked), strict=True):
            answer.found[narrowing] = hits
            remember(lately, answer.meaning, narrowing, hits)


def _sifted(narrowing: Narrowing, known: dict[Narrowing, Hits]) -> Hits | None:
    """The hits of ``narrowing`` out of wider ones that are known in full; None where there are none such."""
    for wider, hits in known.items():
        if not hits.more and narrowing.is_within(wider):
            return Hits.of([row for row in hits.rows if narrowing.admits(row)], hits.query, hits.words)
    return None


#: More than anybody scans; the count of all is shown beside.
MOST_NAMED = 100


class Named(NamedTuple):
    """A speaker or a topic, as far as a choice shows them."""

    pk: int
    name: str
    slug: str
    description: str = ""  # of a topic


def _read_topics() -> dict[int, tuple[Named, datetime]]:
    rows = Topic.objects.using(DEFAULT_DB_ALIAS).order_by().values_list("pk", "name", "slug", "description")
    since = PublicSince.objects.using(DEFAULT_DB_ALIAS).filter(kind=Topic._meta.label_lower)
    public_from = dict(since.values_list("object_id", "public_from"))
    return {row[0]: (Named(*row), public_from[row[0]]) for row in rows if row[0] in public_from}


#: The topics that are public or will be, each with its moment: a few hundred, of which every search names many.
TOPICS = OnceAnEdition(_read_topics)
#: What speakers are called.
NAMES = StandingQuestion(
    lambda: Speaker.objects.published().filter(OneOf("pk")).order_by().values_list("pk", "name", "slug"),
    is_planned_once=True,
)
#: Those who are public and were asked for since something changed last, by their keys; most hits are of the same few.
SPEAKERS: OnceAnEdition[dict[int, Named]] = OnceAnEdition(dict)
#: More are not remembered, though an archive may have more.
MOST_REMEMBERED = 10_000


def names_of_speakers(keys: Iterable[int]) -> dict[int, Named | None]:
    """What they are called; None of whoever is not public."""
    remembered = SPEAKERS.now()
    found = {key: remembered.get(key) for key in keys}
    if missing := [key for key, named in found.items() if named is None]:
        # Who is public stays so until something changes; who is not yet may be in an instant, and is asked for again.
        asked = {row[0]: Named(*row) for row in NAMES.ask(pk=missing)}
        found |= asked
        if len(remembered) < MOST_REMEMBERED:
            remembered |= asked
    return found


#: The records behind hits, once more through the gate, with what one line of a list shows of each.
RECORDS: dict[Kind, StandingQuestion] = {
    Kind.STATEMENT: StandingQuestion(
        lambda: Statement.objects.published().for_hit().filter(OneOf("pk")), is_planned_once=True
    ),
    Kind.EVENT: StandingQuestion(
        lambda: Event.objects.published().for_list().filter(OneOf("pk")), is_planned_once=True
    ),
    Kind.OPINION: StandingQuestion(
        lambda: Opinion.objects.published().for_list().filter(OneOf("pk")), is_planned_once=True
    ),
    Kind.TOPIC: StandingQuestion(lambda: Topic.objects.published().filter(OneOf("pk"))),
}


def records_of(
    hits: list[Hit], questions: dict[Kind, StandingQuestion] = RECORDS
) -> dict[tuple[str, int], Record]:
    """What is behind ``hits``, as far as it is still public, by the questions about each kind."""
    found: dict[tuple[str, int], Record] = {}
    for kind, question in questions.items():
        wanted = [hit.object_id for hit in hits if hit.kind == kind]
        if wanted:
            found |= {(kind.value, record.pk): record for record in question.ask(pk=wanted)}
    return found

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext

from events.models import Appearance, Event, Statement, Topic
from people.models import Speaker
from public.compare import LEAST
from public.compare import MOST as MOST_COMPARED
from public.counted import per_hundred
from public.event_page import Comparison
from publishing.questions import OneOf, StandingQuestion
from search.counting import Counts, number_of_each
from search.models import Count

MOST = 12
MOST_BESIDE = 5


def with_counts(topics: QuerySet) -> QuerySet:
    """Each with the numbers of its public events, positions and opinions."""
    return topics.annotate(
        event_count=number_of_each("topic", "events"),
        position_count=number_of_each("topic", "positions"),
        opinion_count=number_of_each("topic", "opinions"),
    )


def with_events(topics: QuerySet) -> QuerySet:
    """Each with the number of its public events, and no more than a link to it needs."""
    return topics.only("name", "slug").annotate(event_count=number_of_each("topic", "events"))


@dataclass
class TopicYear:
    """One year of a topic: how many positions on it there are, of how many on all."""

    year: int
    positions: int
    of_all: int
    address: str

    @property
    def per_hundred(self) -> str:
        return per_hundred(self.positions, self.of_all)


def years_of(topic: Topic, counts: Counts) -> list[TopicYear]:
    """From the first year with a position on it to the last, those without any between them too."""
    rows = counts.rows("year-of-topic", "year", key__in=[0, topic.pk])
    on_it = {int(row.word): row.positions for row in rows if row.of == "year-of-topic"}
    of_all = {int(row.word): row.positions for row in rows if row.of == "year"}
    if not on_it:
        return []
    page = topic.get_absolute_url()
    return [
        TopicYear(year, on_it.get(year, 0), of_all.get(year, 0), f"{page}?year={year}")
        for year in range(min(on_it), max(on_it) + 1)
    ]


PEOPLE = StandingQuestion(lambda: Speaker.objects.published().filter(OneOf("pk")))
TOPICS = StandingQuestion(lambda: Topic.objects.published().filter(OneOf("pk")))


def who_speaks_most(topic: Topic, counts: Counts) -> list[tuple[Speaker, int]]:
    """The speakers with the most public positions on ``topic``, with their numbers."""
    return _numbered(PEOPLE, counts.most("topic-speaker", topic.pk, "positions", MOST))


def often_with(topic: Topic, counts: Counts) -> list[tuple[Topic, int]]:
    """The topics that public positions on ``topic`` are most often on too, with the numbers of those positions.

    Once is not often.
    """
    rows = counts.most("topic-topic", topic.pk, "positions", MOST_BESIDE)
    return _numbered(TOPICS, [row for row in rows if row.positions > 1])


def _numbered(records: StandingQuestion, rows: list[Count]) -> list[tuple[Any, int]]:
    """The records that the counts name, in their order, each with its number of positions."""
    numbers = {int(row.word): row.positions for row in rows}
    found = {one.pk: one for one in records.ask(pk=numbers)} if numbers else {}
    return [(found[pk], number) for pk, number in numbers.items() if pk in found]


@dataclass
class OneVoice:
    """What one person, two who said it jointly, or a group printed as such, said at one event."""

    name: str
    listed: list[Appearance]
    statements: list[Statement] = field(default_factory=list)


@dataclass
class Evening:
    """One event with those heard at it, in the order in which they are first heard."""

    event: Event
    voices: list[OneVoice] = field(default_factory=list)


def evenings(statements: Iterable[Statement]) -> list[Evening]:
    """Statements by event and by whoever made them, in the order given."""
    by_event: dict[int, Evening] = {}
    by_voice: dict[tuple, OneVoice] = {}
    for statement in statements:
        evening = by_event.setdefault(statement.event_id, Evening(statement.event))
        key = (statement.event_id, *statement.speakers, statement.attribution, statement.session)
        if key not in by_voice:
            by_voice[key] = OneVoice(statement.said_by, statement.speakers)
            evening.voices.append(by_voice[key])
        by_voice[key].statements.append(statement)
    return list(by_event.values())


def comparisons_on(topic: Topic, most: list[tuple[Speaker, int]]) -> list[Comparison]:
    """The two who said most on it laid side by side there, and up to four."""
    people = [speaker for speaker, _number in most]
    sizes = {size for size in (LEAST, min(len(people), MOST_COMPARED)) if LEAST <= size <= len(people)}
    return [_comparison(topic, people[:size]) for size in sorted(sizes)]


def _comparison(topic: Topic, people: list[Speaker]) -> Comparison:
    asked = {"speaker": [one.slug for one in people], "topic": topic.slug}
    names = get_text_list([one.name for one in people], gettext("and"))
    return Comparison(names, reverse("public:compare", query=asked))

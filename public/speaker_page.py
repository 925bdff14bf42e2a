"""The speaker page: one person's record across all public events."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from events.models import Appearance, Event, Statement, Topic
from events.models.statement import StatementQuerySet
from people.models import Speaker
from public.counted import counted, per_hundred
from publishing.gathering import gathered
from publishing.models import Correction
from publishing.questions import StandingQuestion, given_key
from search.counting import Counts
from search.models import Count

COMPANIONS = 12
#: By topic, the page shows the latest positions on each, and links to all of them.
SHOWN_PER_TOPIC = 5
READ_FOR_TOPICS = 1_000
#: The latest events at which nothing is recorded of them; a house's moderator has hundreds.
SHOWN_SILENT = 30
CHART_TOPICS = 5


def positions_of(speaker: Speaker) -> StatementQuerySet:
    return Statement.objects.published().by_one(speaker.pk)


@dataclass
class AtEvent:
    """What one person said at one event, and how long after the one before it in the list."""

    event: Event
    appearance: Appearance | None
    statements: list[Statement] = field(default_factory=list)
    later: str = ""


def by_event(statements: Iterable[Statement], speaker: Speaker) -> list[AtEvent]:
    """Statements of ``speaker`` in the order given, those at one event together."""
    groups: dict[int, AtEvent] = {}
    for statement in statements:
        listed = next((one for one in statement.speakers if one.speaker_id == speaker.pk), None)
        at = groups.setdefault(statement.event_id, AtEvent(statement.event, listed))
        at.statements.append(statement)
    return list(groups.values())


def one_after_the_other(said: list[AtEvent]) -> list[AtEvent]:
    """The same, the oldest first, each with how much later it was, where the days of both are known."""
    for before, after in pairwise(said):
        if before.event.date and after.event.date:
            after.later = span_in_words(before.event.date, after.event.date)
    return said


def span_in_words(start: date, end: date) -> str:
    """ "2 years 1 month"; a span of less than a month is blank, for the days stand there."""
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    parts = ((months // 12, "year"), (months % 12, "month"))
    return " ".join(counted(number, unit) for number, unit in parts if number > 0)


@dataclass
class OnTopic:
    topic: Topic | None  # None: what has no topic
    count: int
    events: list[AtEvent]

    @property
    def more(self) -> int:
        return self.count - sum(len(at.statements) for at in self.events)


def by_topic(speaker: Speaker) -> list[OnTopic]:
    """The latest positions on each topic, the most frequent topic first and what has none last."""
    groups: dict[Topic | None, list[Statement]] = {}
    for statement in positions_of(speaker).newest_first().for_list()[:READ_FOR_TOPICS]:
        for topic in list(statement.topics.all()) or [None]:
            groups.setdefault(topic, []).append(statement)
    ordered = sorted(
        groups, key=lambda topic: (topic is None, -len(groups[topic]), topic.name if topic else "")
    )
    return [OnTopic(t, len(groups[t]), by_event(groups[t][:SHOWN_PER_TOPIC], speaker)) for t in ordered]


def counts_of(speaker: Speaker, counts: Counts) -> list[Count]:
    """All that is counted of a speaker, by topic, by year, and both; and of all that was said in each year."""
    return counts.rows("speaker-topic", "speaker-year", "topic-year", "year", key__in=[0, speaker.pk])


def topic_counts(rows: list[Count]) -> list[Topic]:
    """The topics of a speaker's positions, each with ``position_count``, the most frequent first."""
    numbers = {int(row.word): row.positions for row in rows if row.of == "speaker-topic" and row.positions}
    topics: list[Any] = list(Topic.objects.filter(pk__in=numbers).order_by("fold"))
    for topic in topics:
        topic.position_count = numbers[topic.pk]
    return sorted(topics, key=lambda topic: -topic.position_count)


def _silent() -> QuerySet:
    appearances = Appearance.objects.published().filter(speaker=given_key("speaker"))
    # Asked of each appearance: what a regular has said is far more. It was said at that event, so it is as public.
    said = Statement.objects.standing().order_by()
    for way in ("appearance", "jointly_with"):
        appearances = appearances.exclude(Exists(said.filter(**{way: OuterRef("pk")})))
    return appearances.for_mention().order_by("-event__date", "-event")[: SHOWN_SILENT + 1]


SILENT = StandingQuestion(_silent)


def also_took_part(speaker: Speaker) -> list[Appearance]:
    """The latest public appearances without a position of theirs, newest first: a panel moderated is not a position.

    One more than are shown says that there are more.
    """
    return SILENT.ask(speaker=speaker.pk)


def no_longer_theirs() -> Subquery:
    """For ``annotate()`` of speakers: public corrections of what was attributed to each until then, newest first."""
    of_public = Statement.objects.published().order_by().values("pk")
    told = Correction.objects.published().filter(object_id__in=of_public)
    shown = ("id", "date", "text", "object_id")
    return gathered(told, "misattributed__speaker", *shown, order=("-date", "-id"))


def companions(speaker: Speaker, counts: Counts) -> list[Speaker]:
    """With whom they have appeared, each with ``shared_count``, the most frequent first."""
    shared = {int(row.word): row.events for row in counts.most("together", speaker.pk, "events", COMPANIONS)}
    together: list[Any] = list(Speaker.objects.filter(pk__in=shared).by_name())
    for other in together:
        other.shared_count = shared[other.pk]
    return sorted(together, key=lambda other: -other.shared_count)


@dataclass
class YearCount:
    """One year of a speaker's record: positions, and events at which they spoke or only chaired."""

    year: int
    positions: int = 0
    spoke: int = 0
    chaired: int = 0
    of_all: int = 0
    by_topic: dict[int, int] = field(default_factory=dict)

    @property
    def appearances(self) -> int:
        return self.spoke + self.chaired

    @property
    def per_hundred(self) -> str:
        """Of a hundred positions that anybody took that year; "under 1" where it is a fraction."""
        return per_hundred(self.positions, self.of_all)


def years_of(rows: list[Count], topics: list[Topic]) -> list[YearCount]:
    """Every year from the first appearance to the last, the empty ones between them too."""
    years = {
        int(row.word): YearCount(int(row.word), row.positions, row.events, row.chaired)
        for row in rows
        if row.of == "speaker-year"
    }
    shown = {topic.pk for topic in topics}
    for row in rows:
        topic, _, year = row.word.partition(" ")
        if row.of == "topic-year" and int(topic) in shown:
            years[int(year)].by_topic[int(topic)] = row.positions
    if not years:
        return []
    for row in rows:
        if row.of == "year" and int(row.word) in years:
            years[int(row.word)].of_all = row.positions
    return [years.get(year, YearCount(year)) for year in range(min(years), max(years) + 1)]

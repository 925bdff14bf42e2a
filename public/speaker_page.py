"""The speaker page: one person's record across all public events."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear

from events.models import Appearance, Event, Statement, Topic
from events.models.statement import StatementQuerySet
from people.models import Speaker
from publishing.counting import number_of

COMPANIONS = 12
#: By topic, the page shows the latest positions on each, and links to all of them.
SHOWN_PER_TOPIC = 5
READ_FOR_TOPICS = 1_000
CHART_TOPICS = 5


def positions_of(speaker: Speaker) -> StatementQuerySet:
    return Statement.objects.published().filter(appearance__speaker=speaker)


@dataclass
class AtEvent:
    """What one person said at one event."""

    event: Event
    appearance: Appearance | None
    statements: list[Statement] = field(default_factory=list)


def by_event(statements: Iterable[Statement]) -> list[AtEvent]:
    """Statements in the order given, those at one event together."""
    groups: dict[int, AtEvent] = {}
    for statement in statements:
        at = groups.setdefault(statement.event_id, AtEvent(statement.event, statement.appearance))
        at.statements.append(statement)
    return list(groups.values())


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
    return [OnTopic(t, len(groups[t]), by_event(groups[t][:SHOWN_PER_TOPIC])) for t in ordered]


def topic_counts(speaker: Speaker) -> list[Topic]:
    """The topics of a speaker's positions, each with ``position_count``, the most frequent first."""
    rows = Statement.topics.through.objects.filter(statement__in=positions_of(speaker))
    return list(
        Topic.objects.filter(pk__in=rows.values("topic"))
        .annotate(position_count=number_of(rows, "topic"))
        .order_by("-position_count", "fold")
    )


def also_took_part(speaker: Speaker) -> QuerySet:
    """Public appearances without a position of theirs, newest first: a panel moderated is not a position."""
    appearances = Appearance.objects.published().filter(speaker=speaker)
    silent = appearances.exclude(pk__in=positions_of(speaker).values("appearance"))
    return silent.select_related("event__venue").order_by("-event__date", "-event")


def companions(speaker: Speaker) -> list[Speaker]:
    """With whom they have appeared, each with ``shared_count``, the most frequent first."""
    mine = Appearance.objects.published().filter(speaker=speaker).values("event")
    shared = Appearance.objects.published().filter(event__in=mine)
    together = Speaker.objects.filter(pk__in=shared.values("speaker")).exclude(pk=speaker.pk)
    return list(
        together.annotate(shared_count=number_of(shared, "speaker")).order_by("-shared_count", "filed_under")[
            :COMPANIONS
        ]
    )


@dataclass
class YearCount:
    """One year of a speaker's record: positions, and events at which they spoke or only chaired."""

    year: int
    positions: int = 0
    spoke: int = 0
    chaired: int = 0
    by_topic: dict[int, int] = field(default_factory=dict)

    @property
    def appearances(self) -> int:
        return self.spoke + self.chaired


def years_of(speaker: Speaker, topics: list[Topic]) -> list[YearCount]:
    """Every year from the first appearance to the last, the empty ones between them too."""
    positions = positions_of(speaker)
    years: dict[int, YearCount] = {}
    in_year = ExtractYear("event__date")
    appearances = Appearance.objects.published().filter(speaker=speaker).annotate(year=in_year).order_by()
    for year, role, number in appearances.values_list("year", "role").annotate(Count("pk")):
        count = years.setdefault(year, YearCount(year))
        if role in Appearance.CHAIRING:
            count.chaired += number
        else:
            count.spoke += number
    counted = positions.annotate(year=in_year).order_by()
    for year, number in counted.values_list("year").annotate(Count("pk")):
        years[year].positions = number
    for year, topic, number in (
        counted.filter(topics__in=topics).values_list("year", "topics").annotate(Count("pk"))
    ):
        years[year].by_topic[topic] = number
    if not years:
        return []
    return [years.get(year, YearCount(year)) for year in range(min(years), max(years) + 1)]

from django.db.models import Count, QuerySet

from events.models import Event, Statement, Topic
from opinions.models import Opinion
from people.models import Speaker
from publishing.counting import number_of

MOST = 12


def with_counts(topics: QuerySet) -> QuerySet:
    """Each with the numbers of its public events, positions and opinions."""
    events = Event.topics.through.objects.filter(event__in=Event.objects.published())
    statements = Statement.topics.through.objects.filter(statement__in=Statement.objects.published())
    opinions = Opinion.topics.through.objects.filter(opinion__in=Opinion.objects.published())
    return topics.annotate(
        event_count=number_of(events, "topic"),
        position_count=number_of(statements, "topic"),
        opinion_count=number_of(opinions, "topic"),
    )


def who_speaks_most(topic: Topic) -> list[tuple[Speaker, int]]:
    """The speakers with the most public positions on ``topic``, with their numbers."""
    mine = Statement.objects.published().filter(topics=topic, appearance__isnull=False)
    counted = mine.order_by().values_list("appearance__speaker").annotate(number=Count("pk"))
    numbers = dict(counted.order_by("-number", "appearance__speaker")[:MOST])
    people = Speaker.objects.published().in_bulk(numbers)
    return [(people[pk], number) for pk, number in numbers.items() if pk in people]

"""What an event still lacks before it is worth reading; told in the editors' list and on the desk."""

from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from events.models import Appearance, Event, Statement


def with_gaps(events: QuerySet[Event]) -> QuerySet[Event]:
    """Each event with ``speaker_count``, ``statement_count``, ``lost_count`` and ``has_no_lead``, which ``gaps`` reads.

    Without the texts that no list shows.

    Subqueries, not joins: joins would multiply the speakers of each event by its statements.
    """
    return events.defer("report", "lead").annotate(
        speaker_count=count_of(Appearance.objects.all()),
        statement_count=count_of(Statement.objects.all()),
        lost_count=count_of(Statement.objects.without_a_place()),
        has_no_lead=Q(lead=""),
    )


def count_of(rows: QuerySet) -> Coalesce:
    counted = (
        rows.filter(event=OuterRef("pk"))
        .order_by()
        .values("event")
        .annotate(count=Count("pk"))
        .values("count")
    )
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def incomplete(events: QuerySet[Event]) -> QuerySet[Event]:
    """Those that lack something; agrees with ``gaps``."""
    speakers = Appearance.objects.filter(event=OuterRef("pk"))
    statements = Statement.objects.filter(event=OuterRef("pk"))
    whole = (
        events.filter(Exists(speakers), Exists(statements), date__isnull=False)
        .exclude(lead="")
        .exclude(Exists(statements.without_a_place()))
    )
    return events.exclude(pk__in=whole.values("pk"))


def gaps(event: Any) -> list[str]:
    """What ``event``, one of ``with_gaps()``, lacks; costs no query."""
    found = {
        "no date": event.date is None,
        "no speakers": not event.speaker_count,
        "no statements": not event.statement_count,
        f"{event.lost_count} without a place": event.lost_count,
        "no lead": event.has_no_lead,
    }
    return [words for words, lacking in found.items() if lacking]

"""Filing several events at once: under topics, in a series."""

from collections.abc import Iterable

from events.models import Event, Series, Topic
from publishing.changes import unit_of_work
from publishing.versions import hold_row, raise_version


@unit_of_work()
def file_under(event: Event, topics: Iterable[Topic] = (), series: Series | None = None) -> None:
    """Add ``topics`` to those that ``event`` has, and put it into ``series``, if one is given.

    Whoever has its form open is told that it was changed.
    """
    hold_row(Event, event.pk)
    event.topics.add(*topics)
    if series:
        now = Event.objects.get(pk=event.pk)
        now.series = series
        now.save(update_fields=["series"])
    raise_version(event)

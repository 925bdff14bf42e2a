"""An event as the pattern of the next one: what an evening of a series has in common with the last."""

from datetime import timedelta

from django.utils import timezone

from events.models import Appearance, Event
from publishing.changes import unit_of_work
from publishing.gate import Status
from publishing.versions import hold

#: Nothing of what was said, and nothing of the day itself.
KEPT = (
    "title",
    "kind",
    "start_time",
    "end_time",
    "time_zone",
    "format",
    "venue",
    "record_rule",
    "language",
    "series",
)
#: Who asks again within so long has pressed twice, and meant one.
PRESSED_TWICE = timedelta(seconds=10)


@unit_of_work()
def copy_as_template(event: Event) -> Event:
    """A new draft with the frame of ``event``: its title, hours, place, series and topics, and who led it.

    Under the Chatham House Rule nobody is taken along. Asked for twice in one instant, it is the same draft. Raises
    ValidationError when the event is gone.
    """
    hold(event)
    frame = {name: getattr(event, name) for name in KEPT}
    since = timezone.now() - PRESSED_TWICE
    made = Event.objects.filter(**frame, status=Status.DRAFT, date=None, report="", created_at__gte=since)
    if draft := made.exclude(pk=event.pk).first():
        return draft
    draft = Event.objects.create(**frame)
    draft.topics.set(event.topics.all())
    for led in event.appearances.listed().filter(role__in=Appearance.CHAIRING).select_related("speaker"):
        Appearance.objects.create(
            event=draft,
            speaker=led.speaker,
            role=led.role,
            also=led.also,
            printed_name=led.printed_name,
            printed_post=led.printed_post,
            order=led.order,
        )
    return draft

from collections.abc import Iterable
from datetime import date

from django.db.models import F, prefetch_related_objects

from events.models import Appearance
from people.models import Speaker


def post_known_on(speaker: Speaker, day: date | None) -> str:
    """The post to suggest for an event on ``day``: as the archive knows it, or else as printed the last time before.

    A suggestion for the editor, who says what was printed; blank when nothing is known.
    """
    return posts_known_on([speaker], day)[speaker.pk]


def posts_known_on(speakers: Iterable[Speaker], day: date | None) -> dict[int, str]:
    """``post_known_on`` of each of ``speakers``, by key, in two or three queries."""
    speakers = list(speakers)
    prefetch_related_objects(speakers, "affiliations__organisation")
    known = {speaker.pk: speaker.post_on(day) for speaker in speakers}
    unknown = [key for key, post in known.items() if not post]
    if unknown:
        known |= last_printed(unknown, day)
    return known


def last_printed(speakers: list[int], day: date | None) -> dict[int, str]:
    printed = Appearance.objects.filter(speaker__in=speakers).exclude(printed_post="")
    if day:
        printed = printed.filter(event__date__lte=day)
    oldest_first = printed.order_by(F("event__date").asc(nulls_first=True), "pk")
    return dict(oldest_first.values_list("speaker_id", "printed_post"))  # the last one counts

from datetime import date

from events.models import Appearance
from people.models import Speaker


def post_known_on(speaker: Speaker, day: date | None) -> str:
    """The post to suggest for an event on ``day``: as the archive knows it, or else as printed the last time before.

    A suggestion for the editor, who says what was printed; blank when nothing is known.
    """
    known = speaker.post_on(day)
    if known:
        return known
    printed = Appearance.objects.filter(speaker=speaker).exclude(printed_post="")
    if day:
        printed = printed.filter(event__date__lte=day)
    latest = printed.order_by("-event__date", "-pk").first()
    return latest.printed_post if latest else ""

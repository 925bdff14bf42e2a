"""By whose clock days and hours are told: the time zone that the house says, or TIME_ZONE as long as it says none.

What is stored is a moment, and none moves with the zone.
"""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

#: What is named to whoever writes nothing that resembles a zone.
EXAMPLE = "Europe/Moscow"


@cache
def zones() -> list[str]:
    """All that this machine knows, in order."""
    return sorted(available_timezones())


def objection(name: str) -> str:
    """Why ``name`` is no time zone, with the one that may be meant; blank where it is one."""
    if name in zones():
        return ""
    meant = name.strip(" /").replace(" ", "_").lower()
    near = [zone for zone in zones() if meant and zone.lower().endswith(meant)]
    example = min(near, key=lambda zone: (len(zone), zone), default=EXAMPLE)
    return f"“{name}” is no time zone: write region and city, such as {example}, or UTC."


def zone(name: str) -> ZoneInfo | None:
    """The zone of that ``name``; None where this machine knows none, so that TIME_ZONE counts."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return None

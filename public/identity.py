"""What a record is called by machines: a name that stays when its address, its date or its title changes.

A tag URI (RFC 4151) of the archive's own host and the record's number. Feeds, JSON-LD and calendars use it; whoever
kept an entry knows it again by it.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Model

from house.now import the_house

#: A day on which the host was the archive's own, as the RFC asks; it never changes.
SINCE = "2026"


def host() -> str:
    """The archive's own, which stays when it moves: as the environment says it, or as its settings have kept it."""
    return (
        settings.IDENTITY_HOST
        or the_house().identity_host
        or urlsplit(settings.SITE_URL).hostname
        or "localhost"
    )


def tag(name: str) -> str:
    return f"tag:{host()},{SINCE}:{name}"


def identity(record: Model) -> str:
    """ "tag:archive.example.org,2026:event/12" """
    return tag(f"{record._meta.model_name}/{record.pk}")


def calendar_uid(record: Model) -> str:
    """ "event-12@archive.example.org": RFC 5545 wants a host, and some calendars take no colon."""
    return f"{record._meta.model_name}-{record.pk}@{host()}"

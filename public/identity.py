"""What a record is called by machines: a name that stays when its address, its date or its title changes.

A tag URI (RFC 4151) of the archive's own host and the record's number. Feeds, JSON-LD and calendars use it; whoever
kept an entry knows it again by it.
"""

from django.conf import settings
from django.db.models import Model

#: A day on which the host was the archive's own, as the RFC asks; it never changes.
SINCE = "2026"


def tag(name: str) -> str:
    return f"tag:{settings.IDENTITY_HOST},{SINCE}:{name}"


def identity(record: Model) -> str:
    """ "tag:archive.example.org,2026:event/12" """
    return tag(f"{record._meta.model_name}/{record.pk}")


def calendar_uid(record: Model) -> str:
    """ "event-12@archive.example.org": RFC 5545 wants a host, and some calendars take no colon."""
    return f"{record._meta.model_name}-{record.pk}@{settings.IDENTITY_HOST}"

"""How a record stood on a day that is over: what a citation of that day has seen."""

from datetime import date, datetime, timedelta

from django.db import models
from django.utils.dateparse import parse_datetime

from publishing.gate import PUBLIC_STATUSES
from publishing.models import Version
from publishing.noticed import beginning_of
from publishing.wholes import WHOLES, Document, document_of


def document_on(record: models.Model, day: date) -> Document | None:
    """The public text of ``record`` at the end of ``day``, in the time of the house; None where readers had none.

    Of the time before versions were kept there is what stood until the first change.
    """
    end = beginning_of(day + timedelta(days=1))
    kept = Version.objects.standing().filter(kind=WHOLES[type(record)].kind, object_id=record.pk)
    version = kept.filter(at__lt=end).order_by("-number").first() or _as_it_was(kept)
    document = version.document if version else None if kept.exists() else document_of(record)
    return document if document and _was_public(document, end) else None


def _as_it_was(kept: models.QuerySet[Version]) -> Version | None:
    first = kept.order_by("number").first()
    return first if first and first.what == Version.What.AS_IT_WAS else None


def _was_public(document: Document, by: datetime) -> bool:
    fields = document["fields"]
    since = parse_datetime(fields["publish_at"] or "")
    return fields["status"] in PUBLIC_STATUSES and since is not None and since < by

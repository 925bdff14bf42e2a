"""What the record says of each speaker in a list: the latest post as printed, and how often heard."""

from django.db.models import OuterRef, QuerySet, Subquery

from events.models import Appearance
from search.counting import Counts


def with_record(speakers: QuerySet, counts: Counts | None = None) -> QuerySet:
    """Each with ``latest_post``, ``position_count``, ``chaired_count`` and ``opinion_count``, all of what is public."""
    counts = counts or Counts()
    posts = Appearance.objects.published().filter(speaker=OuterRef("pk")).exclude(printed_post="")
    return speakers.annotate(
        latest_post=Subquery(posts.order_by("-event__date", "-event").values("printed_post")[:1]),
        position_count=counts.number("speaker", "positions"),
        opinion_count=counts.number("speaker", "opinions"),
        chaired_count=counts.number("speaker", "chaired"),
    )

"""What the record says of each speaker in a list: the latest post as printed, and how often heard."""

from django.db.models import OuterRef, QuerySet, Subquery

from events.models import Appearance, Statement
from opinions.models import Authorship
from publishing.counting import number_of


def with_record(speakers: QuerySet) -> QuerySet:
    """Each with ``latest_post``, ``position_count``, ``chaired_count`` and ``opinion_count``, all of what is public."""
    appearances = Appearance.objects.published()
    posts = appearances.filter(speaker=OuterRef("pk")).exclude(printed_post="")
    return speakers.annotate(
        latest_post=Subquery(posts.order_by("-event__date", "-event").values("printed_post")[:1]),
        position_count=number_of(Statement.objects.published(), "appearance__speaker"),
        opinion_count=number_of(Authorship.objects.published(), "speaker"),
        chaired_count=number_of(appearances.filter(role__in=Appearance.CHAIRING), "speaker"),
    )

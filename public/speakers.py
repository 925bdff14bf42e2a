"""What the record says of each speaker in a list: the latest post as printed, and how often heard."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from events.models import Appearance
from people.models import Speaker
from publishing.questions import OneOf, StandingQuestion
from search.counting import number_of_each


def with_record(speakers: QuerySet) -> QuerySet:
    """Each with ``latest_post``, ``position_count``, ``chaired_count`` and ``opinion_count``, all of what is public."""
    posts = Appearance.objects.published().filter(speaker=OuterRef("pk")).exclude(printed_post="")
    return speakers.annotate(
        latest_post=Subquery(posts.order_by("-event__date", "-event").values("printed_post")[:1]),
        position_count=number_of_each("speaker", "positions"),
        opinion_count=number_of_each("speaker", "opinions"),
        chaired_count=number_of_each("speaker", "chaired"),
    )


PUBLIC = StandingQuestion(
    lambda: with_record(Speaker.objects.published()).filter(OneOf("pk")), is_planned_once=True
)


def people_in_lists(keys: list[int]) -> dict[int, Any]:
    """Those of these speakers who are public, by their keys, ``with_record``."""
    return {speaker.pk: speaker for speaker in PUBLIC.ask(pk=keys)}

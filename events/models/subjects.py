from django.db import models

from publishing.constraints import EnteredOnce
from publishing.folding import LONGEST_FOLD, FoldField
from publishing.gate import PublishedThrough, PublishedThroughQuerySet
from publishing.gathering import gathered
from publishing.interface import address
from publishing.models import SLUG_LENGTH, Addressed
from publishing.naming import Named
from publishing.versions import Versioned


class Subject(Addressed, Versioned, PublishedThrough, Named):
    """What topics and series share: a name, an address and a line about them."""

    name = models.CharField(max_length=150)
    slug = models.SlugField("address", max_length=SLUG_LENGTH, unique=True, blank=True)
    description = models.TextField(blank=True)
    fold = FoldField("name", longest=LONGEST_FOLD)
    description_fold = FoldField("description")

    objects = PublishedThroughQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["fold"]
        constraints = [
            EnteredOnce(
                fields=["fold"],
                name="%(class)s_is_entered_once",
                violation_error_message="“{twin}” is there already.",
            )
        ]

    def __str__(self):
        return self.name


class Topic(Subject):
    """One row is a subject that events, statements and opinions are about."""

    def get_absolute_url(self):
        return address("events:topic", self.slug)


def topics_of_each(way: str) -> models.Subquery:
    """For ``annotate()``: the topics of each record, as far as a link shows them; ``way`` leads from a topic to it."""
    return gathered(Topic.objects.all(), way, "id", "name", "slug", "fold", order=("fold", "id"))


class Series(Subject):
    """One row is a series that events belong to."""

    class Meta(Subject.Meta):
        verbose_name_plural = "series"

    def get_absolute_url(self):
        return f"{address('events:events')}?series={self.slug}"

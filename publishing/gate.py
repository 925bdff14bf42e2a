"""The one gate to the public: every page, feed, count and search asks ``published()`` and nothing else."""

from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import ClassVar, cast

from django.db import models
from django.db.models import Exists, Q
from django.utils import timezone


class Status(models.TextChoices):
    DRAFT = "draft", "Draft"
    SCHEDULED = "scheduled", "Scheduled"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


#: States that the public may see once ``publish_at`` has come. A scheduled item needs no job to appear.
PUBLIC_STATUSES = (Status.SCHEDULED, Status.PUBLISHED)


def public_now(path: str = "") -> Q:
    """The rule of the gate as a condition on a publishable row, or on one reached by ``path`` ("event__")."""
    return Q(**{f"{path}status__in": PUBLIC_STATUSES, f"{path}publish_at__lte": timezone.now()})


class PublishableQuerySet(models.QuerySet):
    """Rows with a status of their own."""

    def published(self):
        return self.filter(public_now())

    def withdrawn(self):
        return self.filter(status=Status.WITHDRAWN)


class PublishedThroughQuerySet(models.QuerySet):
    """Rows that are public only through something public that names them (a speaker, a topic)."""

    def published(self):
        model = cast("type[PublishedThrough]", self.model)
        ways = [Q(Exists(way())) for way in model.public_ways]
        return self.filter(reduce(or_, ways, Q(pk__in=[])))


class PublishedThrough(models.Model):
    """A record without a status: it is public while something public names it.

    Apps further down the line add their ways in ``AppConfig.ready()``, so that none need know those after it.
    """

    #: Functions that return a queryset correlated to the record by ``OuterRef("pk")``.
    public_ways: ClassVar[list[Callable[[], models.QuerySet]]] = []

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.public_ways = []

    @property
    def is_public(self) -> bool:
        rows = cast(PublishedThroughQuerySet, type(self)._default_manager)
        return rows.published().filter(pk=self.pk).exists()

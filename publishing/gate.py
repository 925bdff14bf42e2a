"""The one gate to the public: every page, feed, count and search asks ``published()`` and nothing else."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import ClassVar, NamedTuple, cast

from django.db import models
from django.db.models import Exists, Min, OuterRef, Q

from publishing.questions import NOW


class Status(models.TextChoices):
    DRAFT = "draft", "Draft"
    SCHEDULED = "scheduled", "Scheduled"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


#: States that the public may see once ``publish_at`` has come, until ``withdraw_at``. No job is needed for either.
PUBLIC_STATUSES = (Status.SCHEDULED, Status.PUBLISHED)


ROWS_AT_ONCE = 500


def public_now(path: str = "") -> Q:
    """The rule of the gate as a condition on a publishable row, or on one reached by ``path`` ("event__")."""
    not_over = Q(**{f"{path}withdraw_at__isnull": True}) | Q(**{f"{path}withdraw_at__gt": NOW})
    return Q(not_over, **{f"{path}status__in": PUBLIC_STATUSES, f"{path}publish_at__lte": NOW})


def over() -> Q:
    """The rows whose last moment has come, and that nobody has withdrawn yet: no reader sees them any more."""
    return Q(status__in=PUBLIC_STATUSES, withdraw_at__lte=NOW)


class PublishableQuerySet(models.QuerySet):
    """Rows with a status of their own."""

    def published(self):
        return self.filter(public_now())

    def withdrawn(self):
        return self.filter(status=Status.WITHDRAWN)


class PublicSince(models.Model):
    """One row is since when something public names a speaker, a topic or a series; nothing does before.

    Kept by ``keep_moments`` whenever what names them changes, so that nobody need look through all that does.
    """

    kind = models.CharField(max_length=20, help_text="The model, as people.speaker.")
    object_id = models.PositiveBigIntegerField()
    public_from = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="record_is_public_since_once")
        ]
        indexes = [models.Index(fields=["kind", "public_from"], name="what_becomes_public")]

    def __str__(self):
        return f"{self.kind} {self.object_id}: {self.public_from}"


class PublishedThroughQuerySet(models.QuerySet):
    """Rows that are public only through something public that names them (a speaker, a topic)."""

    def published(self):
        since = PublicSince.objects.filter(
            kind=self.model._meta.label_lower, object_id=OuterRef("pk"), public_from__lte=NOW
        )
        return self.filter(Exists(since))


class Way(NamedTuple):
    """Rows that are public, or will be at a moment that is set, and name a record: ``to`` leads to it."""

    rows: Callable[[], models.QuerySet]
    to: str
    moment: str


class PublishedThrough(models.Model):
    """A record without a status: it is public while something public names it.

    Apps further down the line add their ways in ``AppConfig.ready()``, so that none need know those after it.
    """

    public_ways: ClassVar[list[Way]] = []

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.public_ways = []

    @property
    def is_public(self) -> bool:
        rows = cast(PublishedThroughQuerySet, type(self)._default_manager)
        return rows.published().filter(pk=self.pk).exists()


def first_moments(model: type[PublishedThrough], keys: Iterable[int]) -> dict[int, datetime]:
    """The first moment at which something public names each of these records; without those that nothing will."""
    first: dict[int, datetime] = {}
    for way in model.public_ways:
        named = way.rows().filter(**{f"{way.to}__in": keys}).order_by().values_list(way.to)
        for key, moment in named.annotate(first=Min(way.moment)):
            first[key] = min(moment, first.get(key, moment))
    return first


def keep_moments(model: type[PublishedThrough], keys: Iterable[int]) -> None:
    """Let ``published()`` know of these records what names them now; of those that are gone, nothing."""
    keys = set(keys)
    kind = model._meta.label_lower
    first = first_moments(model, keys)
    rows = [PublicSince(kind=kind, object_id=key, public_from=moment) for key, moment in first.items()]
    PublicSince.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=["public_from"],
        batch_size=ROWS_AT_ONCE,
    )
    if nameless := keys - first.keys():
        PublicSince.objects.filter(kind=kind, object_id__in=nameless).delete()

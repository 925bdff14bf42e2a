from datetime import timedelta
from typing import Any
from urllib.parse import unquote_plus

from django.db import models
from django.db.models import Q
from django.utils import timezone

from events.models import Topic
from people.models import Speaker
from publishing.forgetting import Names
from publishing.models import OldAddress

#: How long an address waits for its confirmation.
TO_CONFIRM = timedelta(days=3)


class FollowQuerySet(models.QuerySet["Follow"]):
    def due(self):
        """Those confirmed for which it is time again."""
        now = timezone.now()
        daily = Q(every=Follow.Every.DAY, told_at__lte=now - timedelta(hours=20))
        weekly = Q(every=Follow.Every.WEEK, told_at__lte=now - timedelta(days=6, hours=20))
        return self.filter(daily | weekly, confirmed_at__isnull=False)

    def never_confirmed(self):
        return self.filter(confirmed_at__isnull=True, asked_at__lt=timezone.now() - TO_CONFIRM)


class Follow(models.Model):
    """One row is one address that is written to when a speaker, a topic or a search has something new."""

    class Kind(models.TextChoices):
        SPEAKER = "speaker"
        TOPIC = "topic"
        SEARCH = "search"

    class Every(models.TextChoices):
        DAY = "day"
        WEEK = "week"

    email = models.EmailField()
    kind = models.CharField(max_length=7, choices=Kind)
    #: The address of the speaker or topic, which follows them when it changes; the query string of a search.
    what = models.CharField(max_length=500)
    every = models.CharField(max_length=4, choices=Every, default=Every.WEEK)
    language = models.CharField(max_length=7)
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)
    #: Until when everything was told, and by which names what was told last.
    told_at = models.DateTimeField(default=timezone.now)
    told = models.JSONField(default=list)
    #: Whoever writes the letter says so first: two commands at once write one.
    claimed_at = models.DateTimeField(null=True)

    objects = FollowQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["email", "kind", "what"], name="one_address_follows_a_thing_once")
        ]
        indexes = [models.Index(fields=["every", "told_at"], name="follows_that_are_due")]

    def __str__(self):
        return f"{self.kind} {self.what}"


def take_out_of_follows(names: Names) -> None:
    """Nobody follows any more who is forgotten, nor searches for them; a namesake who is there is followed on."""
    rows = Follow.objects.values_list("pk", "kind", "what")
    telling = [pk for pk, kind, what in rows if _tells(kind, unquote_plus(what), names)]
    Follow.objects.filter(pk__in=telling).delete()


def _tells(kind: str, what: str, names: Names) -> bool:
    if kind == Follow.Kind.SEARCH:
        return names.stand_in(what) or names.stand_in_address(what)
    return names.stand_in_address(what) and not _is_there(
        Speaker if kind == Follow.Kind.SPEAKER else Topic, what
    )


def _is_there(model: Any, slug: str) -> bool:
    """Whether a record has this address, or had it."""
    old = OldAddress.objects.filter(path=model(slug=slug).get_absolute_url())
    return model.objects.filter(slug=slug).exists() or old.exists()

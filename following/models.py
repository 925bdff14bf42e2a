from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from publishing.forgetting import Names

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
    """Nobody follows any more who is forgotten, nor searches for them."""
    rows = Follow.objects.values_list("pk", "what")
    telling = [
        pk for pk, what in rows if names.stand_in(what.replace("+", " ")) or names.stand_in_address(what)
    ]
    Follow.objects.filter(pk__in=telling).delete()

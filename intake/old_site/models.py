from datetime import timedelta

from django.db import models
from django.utils import timezone

from publishing.forgetting import Names

LONGEST_NAME = 300


class SiteImport(models.Model):
    """One row is the last run of `import_site` over one source: how far it is, and what became of its pages.

    A run that is heard of no more was broken off; whoever starts it again begins the row anew.
    """

    #: A run says how far it is every few seconds; a page of megabytes takes longer.
    SILENT_AFTER = timedelta(minutes=2)

    source = models.CharField(max_length=LONGEST_NAME, unique=True)
    begun_at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    #: Why it ended before its last page, in words.
    fault = models.CharField(max_length=300, blank=True)
    #: How much of the whole is read, from 0 to 1.
    share = models.FloatField(default=0)
    pages = models.PositiveIntegerField(default=0)
    #: How many are proposals without a doubt, and what became of all: of `taking.Outcome`.
    sure = models.PositiveIntegerField(default=0)
    outcomes = models.JSONField(default=dict)
    #: [what became of it, why, the page's name] of those that became no proposal; the first thousand.
    left = models.JSONField(default=list)

    class Meta:
        ordering = ["-begun_at", "-pk"]

    def __str__(self):
        return self.source

    @property
    def is_silent(self) -> bool:
        return self.ended_at is None and timezone.now() - self.told_at > self.SILENT_AFTER

    @property
    def is_reading(self) -> bool:
        return self.ended_at is None and not self.is_silent

    @property
    def all_pages(self) -> int:
        """How many pages there are, by how much of the whole those are that were read."""
        return max(self.pages, round(self.pages / self.share)) if self.share else self.pages

    @property
    def share_in_words(self) -> str:
        return f"{self.share:.0%}"

    @property
    def minutes_left(self) -> int:
        spent = (self.told_at - self.begun_at).total_seconds()
        return max(1, round(spent / self.share * (1 - self.share) / 60)) if self.share else 0

    @property
    def figures(self) -> list[tuple[int, str]]:
        """How many pages became what, as far as any did."""
        of = self.outcomes.get
        proposals = of("new", 0) + of("changed", 0)
        told = [
            (self.pages, "read"),
            (self.all_pages - self.pages, "to read"),
            (self.sure, "without a doubt"),
            (proposals - self.sure, "to look at"),
            (of("the same", 0), "known from before"),
            (of("left", 0), "no meeting: left out"),
            (of("a copy", 0), "with the words of another"),
            (of("not readable", 0), "not readable"),
        ]
        return [(number, words) for number, words in told if number or words == "read"]

    @property
    def left_by_reason(self) -> list[tuple[str, str, list[str]]]:
        """What became of pages that are no proposals, why, and their names: what most share first."""
        found: dict[tuple[str, str], list[str]] = {}
        for outcome, why, name in self.left:
            found.setdefault((outcome, why), []).append(name)
        return [(*said, names) for said, names in sorted(found.items(), key=lambda one: -len(one[1]))]


def take_out_of_imports(names: Names) -> None:
    """Take ``names`` out of what was told of pages that became no proposals, and out of what was read."""
    for run in SiteImport.objects.all():
        kept = [
            row
            for row in run.left
            if not names.stand_in_address(row[2]) and not names.stand_in(" ".join(row))
        ]
        if len(kept) < len(run.left):
            SiteImport.objects.filter(pk=run.pk).update(left=kept)
        if names.stand_in(run.source) or names.stand_in_address(run.source):
            run.delete()

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext

from events.chatham_house import participants, slips_of
from events.keeping import refuse_to_delete, shown_once
from events.models import Event, Topic
from events.models.subjects import topics_of_each
from people.models import Speaker
from publishing.changes import unit_of_work
from publishing.counterparts import InLanguages, counterparts_along
from publishing.folding import FoldField
from publishing.gate import PublishableQuerySet, public_now
from publishing.gathering import at_hand, gathered
from publishing.interface import address
from publishing.marks import says_something
from publishing.models import SLUG_LENGTH, Addressed, Correction, Publishable, corrections_of_each
from publishing.richtext import clean_html, plain_text
from publishing.rights import WithRights
from publishing.shown import Shown

#: What a line of a list shows of an author, and what a page does beside it.
SHOWN_OF_AN_AUTHOR = ("id", "opinion", "speaker", "printed_name", "order")
SHOWN_IN_FULL = (
    *SHOWN_OF_AN_AUTHOR,
    "printed_post",
    *(f"speaker__{name}" for name in ("name", "sort_name", "slug", "portrait", "portrait_alt")),
)


def signatures(*shown: str, of: str = "pk") -> models.Subquery:
    """For ``annotate(signed=…)``: the authorships with what is ``shown`` of them; ``of`` leads to the opinion."""
    return gathered(Authorship.objects.all(), "opinion", *shown, order=("order", "id"), of=of)


class OpinionQuerySet(PublishableQuerySet):
    @unit_of_work()
    def delete(self):
        refuse_to_delete(self, shown_once())
        return super().delete()

    delete.queryset_only = True  # type: ignore[attr-defined]  # as Django's own: not on the manager

    def newest_first(self):
        return self.order_by("-date", "-pk")

    def for_list(self):
        """With what one line of a list shows."""
        return self.annotate(signed=signatures(*SHOWN_OF_AN_AUTHOR))

    def for_feed(self):
        """With what an entry of a feed shows beside that."""
        return self.for_list().with_topics_and_corrections()

    def with_topics_and_corrections(self):
        along = topics_of_each("opinions")
        return self.annotate(topics_along=along, public_corrections=corrections_of_each(Opinion))

    def for_line(self):
        """With what a mere mention shows: the title."""
        return self.defer("lead", "body")

    def for_page(self):
        """With what the page of one opinion shows."""
        shown = self.annotate(signed=signatures(*SHOWN_IN_FULL)).with_topics_and_corrections()
        return shown.prefetch_related(counterparts_along(Opinion))


class Opinion(InLanguages, WithRights, Publishable, Addressed):
    """One row is an article by one or more speakers."""

    slug_source = "title"

    title = models.CharField(max_length=300)
    slug = models.SlugField("address", max_length=SLUG_LENGTH, unique=True, blank=True)
    date = models.DateField(default=timezone.localdate)
    language = models.CharField(max_length=7, choices=settings.LANGUAGES, default="en")
    lead = models.TextField(
        blank=True, help_text="Two or three sentences; also shown where an event's report teases it."
    )
    body = models.TextField(blank=True)
    url = models.URLField(
        "outside address", blank=True, max_length=500, help_text="Where it can be read, if not here."
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="opinions")
    authors = models.ManyToManyField(Speaker, through="Authorship", related_name="opinions")
    events = models.ManyToManyField(Event, through="Teaser", related_name="opinions")
    corrections = GenericRelation(Correction)
    public_corrections: list[Correction]  # of querysets that bring them along
    signed = at_hand("authorships")  # of querysets that bring them along
    topics_along = at_hand("topics")  # of querysets that bring them along
    fold = FoldField("title", "lead")

    objects = OpinionQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["-date", "-pk"]
        permissions = [("publish_opinion", "Can publish and withdraw opinions")]
        constraints = [
            *Publishable.Meta.constraints,
            *WithRights.Meta.constraints,
            *InLanguages.Meta.constraints,
        ]
        indexes = [
            *Publishable.Meta.indexes,
            models.Index(fields=["status", "publish_at"], name="opinions_in_public"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return address("opinions:opinion", self.slug)

    @property
    def byline(self) -> str:
        """The authors as printed: "A", "A and B" or "A, B and C"."""
        names = [authorship.printed_name for authorship in self.authorships.all()]
        return get_text_list(names, gettext("and"))

    def save(self, *args, **kwargs):
        saved = kwargs.get("update_fields")
        if saved is None or "body" in saved:
            self.body = clean_html(self.body)
        super().save(*args, **kwargs)

    @unit_of_work()
    def delete(self, *args, **kwargs):
        refuse_to_delete(Opinion.objects.filter(pk=self.pk), shown_once())
        return super().delete(*args, **kwargs)

    @property
    def in_a_teaser(self) -> str:
        """All that is printed of it in the report of an event, but for its authors."""
        return f"{self.title}\n{self.lead}"

    def obstacles(self) -> list[str]:
        """A lead is enough to read: of many an article the archive holds no more, and its page says so."""
        found = [] if self.authorships.exists() else ["An opinion needs an author."]
        if not (self.url or says_something(self.lead) or says_something(plain_text(self.body))):
            found.append("An opinion needs its text, a lead, or the outside address where it can be read.")
        return found


class AuthorshipQuerySet(models.QuerySet):
    def published(self):
        return self.filter(public_now("opinion__"))


class Authorship(Shown):
    """One row is one author of one opinion, with name and post as printed under it."""

    opinion = models.ForeignKey(Opinion, on_delete=models.CASCADE, related_name="authorships")
    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="authorships")
    printed_name = models.CharField("name as printed", max_length=200)
    printed_post = models.CharField("post as printed", max_length=400, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    fold = FoldField("printed_name")

    objects = AuthorshipQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["opinion", "speaker"],
                name="author_signs_an_opinion_once",
                violation_error_message="This author is listed already.",
            )
        ]

    def __str__(self):
        return self.printed_name


class TeaserQuerySet(models.QuerySet):
    def published(self):
        """Those whose opinion and event are both public."""
        return self.filter(public_now("opinion__"), public_now("event__"))

    def for_report(self):
        """With what stands in the report: the opinion and its authors."""
        signed = signatures(*SHOWN_IN_FULL, of="opinion")
        return self.select_related("opinion").annotate(opinion_signed=signed)


def _take_signatures(teaser: Any, signed: list[Any]) -> None:
    teaser.opinion.signed = signed


class Teaser(models.Model):
    """One row is an opinion teased inside an event's report, after one of its paragraphs."""

    opinion = models.ForeignKey(Opinion, on_delete=models.CASCADE, related_name="teasers")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="teasers")
    after_paragraph = models.PositiveSmallIntegerField(
        default=1, help_text="It stands in the report after this paragraph; 0 is before the first."
    )

    opinion_signed = property(fset=_take_signatures)  # of ``for_report``

    objects = TeaserQuerySet.as_manager()

    class Meta:
        ordering = [F("after_paragraph").asc(), "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "opinion"],
                name="opinion_is_teased_once_per_event",
                violation_error_message="This opinion is teased here already.",
            )
        ]

    def __str__(self):
        return f"{self.opinion} in {self.event}"


def teasers_that_tell(event: Event) -> list[str]:
    """Under the Chatham House Rule no teaser names anybody who took part, or where they come from."""
    if not event.under_the_rule:
        return []
    teased = Opinion.objects.filter(teasers__event=event).order_by("pk")
    texts = {f"teaser of “{opinion}”": opinion.in_a_teaser for opinion in teased}
    return [slip.as_an_obstacle for slip in slips_of(participants(event), event, texts)] if texts else []


def take_out_telling_teasers(event: Event) -> None:
    """An event goes under the Rule: teasers that would name somebody who took part go, the opinions stay."""
    here = participants(event)
    for teaser in (
        Teaser.objects.filter(event=event).select_related("opinion").prefetch_related("opinion__authors")
    ):
        signs = set(teaser.opinion.authors.all()) & set(here.people)
        if signs or slips_of(here, event, {"teaser": teaser.opinion.in_a_teaser}):
            teaser.delete()


def teasers_by_participants(event: Event) -> list[str]:
    """Under the Chatham House Rule a teaser by somebody who took part would give the name away."""
    if not event.under_the_rule:
        return []
    present = event.appearances.values("speaker")
    authors = Authorship.objects.filter(opinion__teasers__event=event, speaker__in=present)
    return [
        f"“{signed.printed_name}” took part under the Rule and signs the opinion “{signed.opinion}”, which is teased."
        for signed in authors.select_related("opinion")
    ]

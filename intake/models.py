import hashlib
import json
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.utils import timezone

from events.models import Event
from house.old_site.addresses import LONGEST
from house.old_site.missing import tells
from intake.items import Item, ItemEncoder, read
from intake.old_site.models import SiteImport
from people.forgetting import Found, Share, Whom
from people.models import Speaker
from publishing.forgetting import BATCH, Names

__all__ = ["Intake", "SiteImport"]


def digest_of(text: str) -> str:
    """The key of a text: SHA-256 of its words, so that white space and line ends make no new text."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


class IntakeQuerySet(models.QuerySet["Intake"]):
    def being_read(self):
        """Those that wait for decisions."""
        return self.filter(state=Intake.State.READING)

    def newest_first(self):
        return self.order_by("-retrieved_at", "-pk")

    def locked(self, intake: "Intake") -> "Intake":
        """``intake`` as it is now, and nobody else's to change until the transaction ends."""
        return self.select_for_update().get(pk=intake.pk)

    def remembered(self):
        """Decided ones whose words are still there."""
        return self.exclude(state=Intake.State.READING).exclude(text="")


class Intake(models.Model):
    """One row is one text of a report that was handed in to be read, with what is proposed and decided about it.

    Nothing of it is public: a page shows the event that was made of it.
    """

    class State(models.TextChoices):
        READING = "reading", "Being read"
        MADE = "made", "Draft made"
        THROWN_AWAY = "thrown-away", "Thrown away"

    text = models.TextField("source text", editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    source = models.CharField(
        "where it is from",
        max_length=1000,
        blank=True,
        help_text="The address, or the file; with it a changed text is known again.",
    )
    #: Where it stood on the institution's old site, in the form of a redirect.
    old_address = models.CharField(max_length=LONGEST, blank=True, editable=False)
    file_name = models.CharField(max_length=255, blank=True, editable=False)
    retrieved_at = models.DateTimeField("read at", default=timezone.now, editable=False)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    #: An earlier text from the same source.
    follows = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="followed_by",
        editable=False,
    )
    left_out = models.PositiveIntegerField("words struck out or hidden", default=0, editable=False)
    proposal = models.JSONField(default=dict, editable=False)
    decisions = models.JSONField(default=dict, editable=False, encoder=ItemEncoder)
    version = models.PositiveIntegerField(default=1, editable=False)
    state = models.CharField(max_length=11, choices=State, default=State.READING, editable=False)
    event = models.ForeignKey(
        Event, on_delete=models.SET_NULL, null=True, blank=True, related_name="intakes", editable=False
    )
    updated_at = models.DateTimeField(auto_now=True)

    objects = IntakeQuerySet.as_manager()

    class Meta:
        verbose_name = "report being read"
        verbose_name_plural = "reports being read"
        ordering = ["-retrieved_at", "-pk"]
        indexes = [
            models.Index(fields=["source"], name="intakes_of_a_source"),
            models.Index(fields=["state", "-retrieved_at"], name="intakes_waiting"),
        ]

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        fact = (self.proposal.get("event") or {}).get("title")
        return (fact or self.text.strip().partition("\n")[0] or f"Report {self.pk}")[:120]

    @property
    def origin(self) -> str:
        """Where it is from, in a word."""
        return self.file_name or urlsplit(self.source).hostname or "pasted text"

    @property
    def items(self) -> list[Item]:
        """What is decided and what is open."""
        return read(self.decisions.get("items", []))

    @property
    def is_forgotten(self) -> bool:
        """Whether the words are gone: a report under the Chatham House Rule, once its draft is made."""
        return not self.text

    def forget_the_words(self) -> None:
        """Under the Chatham House Rule nothing may be kept that links a person to words; key and source stay."""
        self.text, self.decisions = "", {}
        self.proposal = {"event": {"title": self.event.title if self.event else ""}}

    @property
    def is_open(self) -> bool:
        return self.state != self.State.THROWN_AWAY


def forget_reports_of(event: Event, names: Names) -> None:
    """Forget the words of what ``event`` was made of, now that it is under the Chatham House Rule."""
    for intake in Intake.objects.remembered().filter(event=event):
        intake.forget_the_words()
        if tells(intake.old_address, names):
            intake.old_address = ""
        intake.version += 1
        intake.save()


def reports_about(speaker: Speaker) -> models.QuerySet["Intake"]:
    """What events were made of in which ``speaker`` took part."""
    return Intake.objects.remembered().filter(event__appearances__speaker=speaker)


def reports_found(speaker: Speaker, _words_too: bool) -> list[Found]:
    return [Found("Handed-in texts", reports_about(speaker).count(), "deleted; the events stay")]


def forget_reports_about(whom: Whom, _words_too: bool) -> None:
    for record in whom.records:
        if isinstance(record, Event):
            forget_reports_of(record, whom.at_home)


SHARE = Share(lambda speaker: [], lambda speaker: [], reports_found, forget_reports_about)


def take_out_of_reports(names: Names) -> None:
    """Take ``names`` out of what was handed in, and of what is proposed and decided about it."""
    for intake in Intake.objects.order_by("pk").iterator(BATCH):
        said = {
            name: getattr(intake, name) for name in ("text", "source", "file_name", "proposal", "decisions")
        }
        told = tells(intake.old_address, names)
        if told or names.stand_in(json.dumps(said, ensure_ascii=False, cls=ItemEncoder)):
            intake.old_address = "" if told else intake.old_address
            for name, value in said.items():
                setattr(intake, name, names.taken_out(value))
            intake.version += 1
            intake.save()

from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from events.models.appearance import Appearance
from events.models.statement import Statement

#: How long a speaker may answer.
OPEN_FOR = timedelta(days=30)
LONGEST_REPLY = 600


class OwnWordLink(models.Model):
    """One row is a speaker of an event who was asked, by a link, whether the archive has them right."""

    appearance = models.ForeignKey(Appearance, on_delete=models.CASCADE, related_name="own_word_links")
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return f"Link {self.pk}"

    @property
    def ends_at(self):
        return self.made_at + OPEN_FOR

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and timezone.now() < self.ends_at


class OwnWordQuerySet(models.QuerySet["OwnWord"]):
    def waiting(self):
        """What an editor has to decide: an objection, or a reply that is not public yet."""
        return self.objections() | self.replies()

    def objections(self):
        """Those that wait."""
        return self.filter(objected_at__isnull=False, closed_at__isnull=True)

    def replies(self):
        """Those that wait."""
        return self.filter(reply_state=OwnWord.Reply.WAITS)

    def confirmed(self):
        """Of words that may have been changed since."""
        return self.filter(confirmed_at__isnull=False)


class OwnWord(models.Model):
    """One row is what a speaker themselves said of one recorded statement of theirs."""

    class Reply(models.TextChoices):
        NONE = "", "None"
        WAITS = "waits", "Waits"
        PUBLIC = "public", "Public"
        REFUSED = "refused", "Not published"

    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="own_word")
    answered_at = models.DateTimeField("answered", default=timezone.now)
    confirmed_at = models.DateTimeField("confirmed", null=True, blank=True)
    #: What was confirmed: other words, or another name, are not.
    confirmed_print = models.CharField(max_length=64, blank=True, editable=False)
    objection = models.TextField("what they say is not right", blank=True, max_length=2000)
    objected_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField("objection closed", null=True, blank=True, editable=False)
    decided = models.CharField(
        "what was decided",
        max_length=300,
        blank=True,
        help_text="For the desk: “corrected”, “stands: it is in the recording”. The speaker is told by you.",
    )
    reply = models.CharField("reply, for readers", max_length=LONGEST_REPLY, blank=True)
    reply_state = models.CharField("reply", max_length=7, choices=Reply, default=Reply.NONE, blank=True)

    objects = OwnWordQuerySet.as_manager()

    class Meta:
        ordering = ["answered_at", "pk"]
        verbose_name = "speaker’s own word"
        verbose_name_plural = "speakers’ own words"
        constraints = [
            models.CheckConstraint(
                name="own_word_has_a_reply_or_no_state_of_one",
                condition=Q(reply="", reply_state="") | ~Q(reply="") & ~Q(reply_state=""),
            ),
            models.CheckConstraint(
                name="own_word_confirms_or_objects",
                condition=Q(confirmed_at__isnull=True) | Q(objected_at__isnull=True),
            ),
        ]

    def __str__(self):
        return f"On statement {self.statement_id}"

    @property
    def waits(self) -> bool:
        """Agrees with ``waiting()``."""
        objects = self.objected_at is not None and self.closed_at is None
        return objects or self.reply_state == self.Reply.WAITS

    @property
    def is_confirmed(self) -> bool:
        """Whether they confirmed what stands there now."""
        return self.confirmed_at is not None and self.confirmed_print == print_of(self.statement)

    @property
    def public_reply(self) -> str:
        return self.reply if self.reply_state == self.Reply.PUBLIC else ""


def print_of(statement: Statement) -> str:
    """Tells whether a statement is still the one that was confirmed."""
    told = [statement.said_by, statement.text, statement.known.value]
    return sha256("\0".join(told).encode()).hexdigest()


def forget_own_words_of(event) -> None:
    """Under the Chatham House Rule nobody's own word may be kept: it tells who spoke."""
    OwnWord.objects.filter(statement__event=event).delete()
    OwnWordLink.objects.filter(appearance__event=event).delete()


def take_out_of_own_words(names) -> None:
    for word in OwnWord.objects.iterator(chunk_size=200):
        if names.stand_in(f"{word.objection}\n{word.reply}\n{word.decided}"):
            word.objection, word.reply = names.taken_out(word.objection), names.taken_out(word.reply)
            word.decided = names.taken_out(word.decided)
            word.reply = word.reply[:LONGEST_REPLY]
            word.save(update_fields=["objection", "reply", "decided"])

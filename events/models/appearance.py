from functools import lru_cache

from django.db import models, transaction
from django.utils.translation import get_language, gettext, pgettext_lazy

from events.chatham_house import forget_addresses_with_names
from events.models.event import Event, take_withdrawn, withdrawn_with_each
from people.models import Speaker
from people.name_parts import surname_filed
from publishing.folding import FoldField
from publishing.gate import public_now
from publishing.shown import Shown

SAME_ROLE = "The second role is the first one: leave it out."


class AppearanceQuerySet(models.QuerySet):
    def published(self):
        """Those of public events; under the Chatham House Rule the list of participants is not public."""
        return self.filter(public_now("event__")).listed()

    def listed(self):
        """Those that a page may name which has passed the gate for its event: nobody under the Rule."""
        return self.filter(event__record_rule=Event.RecordRule.ON_RECORD)

    def for_mention(self):
        """With what a mere mention of each event shows."""
        mentioned = self.select_related("event__venue").defer("event__report", "event__fold")
        return mentioned.annotate(withdrawn_there=withdrawn_with_each("event"))

    def speaking(self):
        """Without those who only led the event."""
        chairing = Appearance.CHAIRING
        return self.exclude(models.Q(role__in=chairing), models.Q(also__in=["", *chairing]))


class Appearance(Shown):
    """One row is one person at one event, with name and post as printed that day."""

    class Role(models.TextChoices):
        SPEAKER = "speaker", pgettext_lazy("role", "Speaker")
        MODERATOR = "moderator", pgettext_lazy("role", "Moderator")
        DISCUSSANT = "discussant", pgettext_lazy("role", "Discussant")
        KEYNOTE = "keynote", pgettext_lazy("role", "Keynote")
        HOST = "host", pgettext_lazy("role", "Host")

    #: Roles that lead an event instead of speaking at it.
    CHAIRING = (Role.MODERATOR, Role.HOST)

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="appearances")
    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="appearances")
    role = models.CharField(max_length=10, choices=Role, default=Role.SPEAKER)
    also = models.CharField("also as", max_length=10, choices=Role, blank=True)
    printed_name = models.CharField("name as printed", max_length=200)
    printed_post = models.CharField("post as printed", max_length=400, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    fold = FoldField("printed_name")
    withdrawn_there = take_withdrawn()  # of ``for_mention``

    objects = AppearanceQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        # With the key, by which statements name an appearance: what a regular has said is found in the index alone.
        indexes = [models.Index(fields=["speaker", "event", "id"], name="appearances_of_a_speaker")]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "speaker"],
                name="speaker_is_listed_once_per_event",
                violation_error_message="This speaker is listed already.",
            ),
            models.CheckConstraint(
                name="appearance_has_two_different_roles",
                condition=~models.Q(also=models.F("role")),
                violation_error_message=SAME_ROLE,
            ),
            models.UniqueConstraint(fields=["id", "event"], name="appearance_with_its_event"),
            models.CheckConstraint(
                name="appearance_has_a_printed_name",
                condition=~models.Q(printed_name=""),
                violation_error_message="Give the name as it was printed that day.",
            ),
        ]

    def __str__(self):
        return self.printed_name

    def save(self, *args, **kwargs):
        with transaction.atomic():
            super().save(*args, **kwargs)
            if self.event.under_the_rule:
                forget_addresses_with_names(self.event)

    @property
    def roles(self) -> list[str]:
        return [role for role in (self.role, self.also) if role]

    @property
    def roles_in_words(self) -> str:
        """ "Moderator and speaker"."""
        return _in_words(self.role, self.also, get_language())

    @property
    def chairs(self) -> bool:
        """Whether they led the event, and did nothing else there."""
        return set(self.roles) <= set(self.CHAIRING)

    @property
    def as_what(self) -> str:
        """What a person did at an event where no position of theirs is recorded."""
        if self.also:
            return gettext("As %(roles)s") % {"roles": self.roles_in_words.lower()}
        done = {
            self.Role.SPEAKER: gettext("As speaker"),
            self.Role.MODERATOR: gettext("Moderated"),
            self.Role.DISCUSSANT: gettext("As discussant"),
            self.Role.KEYNOTE: gettext("As keynote"),
            self.Role.HOST: gettext("Hosted"),
        }
        return done[self.Role(self.role)]

    @property
    def short_name(self) -> str:
        """The surname, where the name printed that day has it as a word; else the whole printed name."""
        surname = surname_filed(self.speaker.sort_name)
        return surname if f" {surname} " in f" {self.printed_name} ".replace(",", " ") else self.printed_name


@lru_cache(maxsize=1_000)
def _in_words(role: str, also: str, _language: str | None) -> str:
    first, *second = [Appearance.Role(one).label for one in (role, also) if one]
    return f"{first}{gettext(' and ')}{second[0].lower()}" if second else str(first)

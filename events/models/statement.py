from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext

from events.chatham_house import refuse_names
from events.keeping import kept_statements, refuse_to_delete
from events.models.appearance import Appearance
from events.models.event import Event, take_withdrawn, withdrawn_with_each
from events.models.subjects import Topic, topics_of_each
from events.quotation import Known, known_of
from publishing.changes import unit_of_work
from publishing.constraints import SharedForeignKey
from publishing.folding import FoldField
from publishing.gate import Status, public_now
from publishing.gathering import at_hand
from publishing.interface import address
from publishing.kept_away import KeptAway
from publishing.models import Correction, corrections_of_each
from publishing.noticed import Noticed
from publishing.questions import Given
from publishing.versions import Versioned

#: The way to whoever said one, and what is not read of them.
WHO = ("appearance__speaker", "jointly_with__speaker")
NOT_OF_WHO = [f"{way}__fold" for one in WHO for way in (one, one.removesuffix("__speaker"))]

#: What a list of positions shows of each, of the event, of who said it, and what they said of it.
SHOWN_OF_A_HIT = (
    *"attribution evidence text own_words session recording_offset start end order withdrawn_at".split(),
    *(
        f"event__{name}"
        for name in "title slug kind date date_precision end_date happens format venue record_rule language "
        "recording_url".split()
    ),
    *(
        f"{way}__{name}"
        for way in ("appearance", "jointly_with")
        for name in ("printed_name", "printed_post", "event")
    ),
    *(f"{way}__{name}" for way in WHO for name in ("name", "sort_name", "slug")),
    *(f"own_word__{name}" for name in "answered_at confirmed_at confirmed_print reply reply_state".split()),
)


def said_by_all(names: Iterable[str]) -> str:
    """ "Ada Holm and Boris Kern"; one name as it is; blank without any."""
    return gettext(" and ").join(names)


class StatementQuerySet(models.QuerySet):
    @unit_of_work()
    def delete(self):
        refuse_to_delete(self, kept_statements())
        return super().delete()

    delete.queryset_only = True  # type: ignore[attr-defined]  # as Django's own: not on the manager

    def published(self):
        return self.filter(public_now("event__")).standing()

    def standing(self):
        """Not withdrawn: what a page may show which has passed the gate for its event."""
        return self.filter(withdrawn_at__isnull=True)

    def withdrawn(self):
        """Withdrawn themselves, or with their event, after they had been public."""
        return self.filter(
            Q(public_now("event__"), withdrawn_at__isnull=False) | Q(event__status=Status.WITHDRAWN)
        )

    def by(self, speakers: Iterable[int]):
        """Those that one of these people said, alone or jointly."""
        return self._by("__in", speakers)

    def by_one(self, speaker: int | Given, days: tuple[Given, Given] | None = None):
        """The same of one person; of those alone that were said between two ``days``, where these are told."""
        return self._by("", speaker, **({"__event__date__range": days} if days else {}))

    def _by(self, lookup: str, speakers: Any, **further: Any):
        # Two questions that an index answers each; one with OR would look through all that was ever said. The days are
        # those of the appearances, which are far fewer than what was said at them.
        asked = {f"__speaker{lookup}": speakers} | further
        alone, jointly = (
            Statement.objects.order_by().filter(**{way + path: value for path, value in asked.items()})
            for way in ("appearance", "jointly_with")
        )
        return self.filter(pk__in=alone.values("pk").union(jointly.values("pk")))

    def withdrawn_here(self):
        """Withdrawn ones whose words must not be shown wherever they stand in the report."""
        return self.filter(withdrawn_at__isnull=False)

    def without_a_place(self):
        """Those that claim to stand in the report and do not."""
        return self.filter(own_words=False, withdrawn_at__isnull=True, start__isnull=True)

    def known(self, how: Known):
        """Those that are known so: what ``known_of`` says of each."""
        match how:
            case Known.TRANSLATED:
                return self.filter(evidence=how)
            case Known.SUMMARY:
                return self.filter(own_words=True).exclude(evidence=Known.TRANSLATED)
        return self.filter(own_words=False, evidence=how)

    def for_list(self):
        """With what one position shows: who, as what, where."""
        return (
            self.select_related("event__venue", *WHO, "own_word")
            .defer("fold", "event__report", "event__fold", *NOT_OF_WHO)
            .with_topics_and_corrections()
            .with_withdrawn()
        )

    def with_topics_and_corrections(self):
        along = topics_of_each("statements")
        return self.annotate(topics_along=along, public_corrections=corrections_of_each(Statement))

    def for_hit(self):
        """With what one position shows in a list of positions, and no more of its event and of whoever said it."""
        return (
            self.select_related("event", *WHO, "own_word")
            .only(*SHOWN_OF_A_HIT)
            .annotate(public_corrections=corrections_of_each(Statement))
            .with_withdrawn()
        )

    def for_own_page(self):
        """With what its own page shows beside that, but for corrections, which it has with those of the event."""
        return (
            self.select_related("event__venue", *WHO, "own_word")
            .annotate(topics_along=topics_of_each("statements"))
            .with_withdrawn()
        )

    def for_neighbour(self):
        """With what a link to the one before or after shows: its day and its event."""
        return self.select_related("event").defer("event__report").with_withdrawn()

    def with_withdrawn(self):
        """Each one's event, which comes with it, ``with_withdrawn``: whoever shows one says at what it was made."""
        return self.annotate(withdrawn_there=withdrawn_with_each("event"))

    def for_line(self):
        """With what a mere mention shows: its own words."""
        return self.all()

    def for_page(self):
        """With what the page of one event shows of each."""
        brought = self.select_related(*WHO, "own_word")
        return brought.annotate(public_corrections=corrections_of_each(Statement))

    def newest_first(self):
        return self.order_by(F("event__date").desc(nulls_last=True), "-event_id", "order", "pk")


class Statement(KeptAway, Noticed, Versioned):
    """One row is one position taken at an event, by a speaker of that event or by a printed group."""

    class Evidence(models.TextChoices):
        QUOTE = Known.QUOTE.value, Known.QUOTE.label
        MIXED = Known.MIXED.value, Known.MIXED.label
        PARAPHRASE = Known.PARAPHRASE.value, Known.PARAPHRASE.label
        TRANSLATED = Known.TRANSLATED.value, Known.TRANSLATED.label

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="statements")
    appearance = models.ForeignKey(
        Appearance,
        on_delete=models.RESTRICT,  # goes with its event, and with nothing less
        null=True,
        blank=True,
        related_name="statements",
        verbose_name="speaker",
    )
    jointly_with = models.ForeignKey(
        Appearance,
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="joint_statements",
        help_text="Another speaker, where two said it in one joint statement.",
    )
    attribution = models.CharField(
        "printed attribution",
        max_length=200,
        blank=True,
        help_text="Where it was not one person: “The experts”. Leave the speaker empty then.",
    )
    evidence = models.CharField(max_length=10, choices=Evidence, default=Evidence.PARAPHRASE)
    text = models.TextField(help_text="Word for word as it stands in the report.")
    own_words = models.BooleanField(
        "in our own words",
        default=False,
        help_text="The text does not stand in the report; the page says so.",
    )
    not_for_attribution = models.BooleanField(
        default=False,
        db_default=False,
        help_text="Nobody is named for it, though the event is on the record. Who said it is forgotten for good.",
    )
    session = models.CharField(
        "session under the Rule",
        max_length=200,
        blank=True,
        db_default="",
        help_text="Its title, where it was said in a part of the event under the Chatham House Rule.",
    )
    order = models.PositiveSmallIntegerField(default=0)
    topics = models.ManyToManyField(Topic, blank=True, related_name="statements")
    recording_offset = models.PositiveIntegerField(
        null=True, blank=True, help_text="Seconds from the beginning of the recording."
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_note = models.TextField(blank=True, help_text="Shown at its address instead of it.")
    #: Where else its words stand and were left when it was withdrawn, as ``events.withdrawing`` names places.
    left_standing = models.JSONField(default=list, blank=True, editable=False)
    corrections = GenericRelation(Correction)
    public_corrections: list[Correction]  # of querysets that bring them along
    withdrawn_there = take_withdrawn()
    topics_along = at_hand("topics")  # of ``for_own_page``

    # The place in the report, a TextQuoteSelector of W3C Web Annotation whose "exact" is the text; found from
    # the words by events.placing, never typed. Offsets are code points into the report's plain text.
    start = models.PositiveIntegerField(null=True, editable=False)
    end = models.PositiveIntegerField(null=True, editable=False)
    prefix = models.CharField(max_length=64, blank=True, editable=False)
    suffix = models.CharField(max_length=64, blank=True, editable=False)

    # A copy of the event's rule, held equal by the database, so that a check can speak of it.
    record_rule = models.CharField(
        max_length=13, choices=Event.RecordRule, default=Event.RecordRule.ON_RECORD, editable=False
    )

    fold = FoldField("text", "attribution")

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        indexes = [
            # Few are: whoever lists them need not look through all that was ever said.
            models.Index(
                fields=["withdrawn_at"], name="statement_withdrawn", condition=Q(withdrawn_at__isnull=False)
            ),
            # Fewer still, and asked for after each change of the archive.
            models.Index(
                fields=["id"], name="statement_kept_away", condition=Q(kept_from_search_engines=True)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="statement_is_said_by_a_speaker_or_a_printed_attribution",
                condition=Q(appearance__isnull=False, attribution="")
                | Q(appearance__isnull=True) & ~Q(attribution=""),
                violation_error_message="Choose a speaker, or print “The experts”, say: not both.",
            ),
            models.CheckConstraint(
                name="statement_is_joint_of_two_speakers",
                condition=Q(jointly_with__isnull=True)
                | Q(appearance__isnull=False) & ~Q(jointly_with=F("appearance")),
                violation_error_message="A joint statement is by two different speakers.",
            ),
            models.CheckConstraint(
                name="statement_under_the_rule_names_nobody",
                condition=Q(record_rule=Event.RecordRule.ON_RECORD) | Q(appearance__isnull=True),
                violation_error_message="Under the Chatham House Rule a statement has no speaker.",
            ),
            models.CheckConstraint(
                name="statement_not_for_attribution_names_nobody",
                condition=Q(not_for_attribution=False) | Q(appearance__isnull=True),
                violation_error_message="A statement that is not for attribution has no speaker.",
            ),
            models.CheckConstraint(
                name="statement_of_a_session_under_the_rule_is_not_for_attribution",
                condition=Q(session="") | Q(not_for_attribution=True),
                violation_error_message="What was said in a session under the Chatham House Rule names nobody.",
            ),
            models.CheckConstraint(
                name="statement_says_something",
                condition=~Q(text=""),
                violation_error_message="Give the words.",
            ),
            models.CheckConstraint(
                name="statement_place_has_two_ends",
                condition=Q(start__isnull=True, end__isnull=True)
                | Q(start__isnull=False, end__isnull=False, start__lt=F("end")),
                violation_error_message="A place in the report has a beginning and an end.",
            ),
            SharedForeignKey(
                through="appearance",
                shared=["event"],
                name="statement_speaker_took_part_in_its_event",
                violation_error_message="This speaker is not listed at this event.",
            ),
            SharedForeignKey(
                through="jointly_with",
                shared=["event"],
                name="statement_joint_speaker_took_part_in_its_event",
                violation_error_message="This speaker is not listed at this event.",
            ),
            SharedForeignKey(
                through="event",
                shared=["record_rule"],
                name="statement_knows_the_rule_of_its_event",
                violation_error_message="The record rule of the event has changed: save the event first.",
            ),
        ]

    def __str__(self):
        """Without who said it: the history of the desk keeps this, and the event may go under the Rule later."""
        return self.text[:80]

    def save(self, *args, **kwargs):
        self.copy_the_rule()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return address("events:statement", self.pk)

    @unit_of_work()
    def delete(self, *args, **kwargs):
        refuse_to_delete(Statement.objects.filter(pk=self.pk), kept_statements())
        return super().delete(*args, **kwargs)

    def clean_fields(self, exclude=None):
        self.copy_the_rule()
        super().clean_fields(exclude=exclude)

    @property
    def whole(self):
        return self.event

    def check_words(self, text: str) -> None:
        """Raises ValidationError when the public must not read ``text``, a note or a correction, of it."""
        self.event.check_words(text)
        if self.not_for_attribution:
            refuse_names(self.event, text)

    def copy_the_rule(self) -> None:
        if self.event_id:
            self.record_rule = self.event.record_rule

    @property
    def place(self) -> tuple[int, int] | None:
        """Its two offsets in the report, where it stands in one."""
        return None if self.start is None or self.end is None else (self.start, self.end)

    @property
    def is_lost(self) -> bool:
        """Whether it is one of those ``without_a_place``, as the form of its event last stored it."""
        claims_a_place = self.pk is not None and not self.own_words and self.withdrawn_at is None
        return claims_a_place and self.start is None

    @property
    def known(self) -> Known:
        """What every surface shows of how it is known."""
        return known_of(self.evidence, self.own_words)

    @property
    def said_by(self) -> str:
        """The name as printed that day, or the printed attribution; of a joint statement "Ada Holm and Boris Kern"."""
        return said_by_all(one.printed_name for one in self.speakers) or self.attribution

    @property
    def said_by_in_full(self) -> str:
        """ "Ada Holm, Director"; "Ada Holm (Director) and Boris Kern (Analyst), jointly"; "The experts"."""
        if self.session:
            return gettext("%(who)s, under the Chatham House Rule") % {"who": self.said_by}
        if self.jointly_with is None:
            return ", ".join(filter(None, [self.said_by, self.printed_post]))
        told = [f"{one} ({one.printed_post})" if one.printed_post else str(one) for one in self.speakers]
        return gettext("%(names)s, jointly") % {"names": said_by_all(told)}

    @property
    def speakers(self) -> list[Appearance]:
        """Whoever said it as they were listed: one, two who said it jointly, or none of a group."""
        return [one for one in (self.appearance, self.jointly_with) if one]

    @property
    def spoken_for(self):
        """What the speaker themselves said of it (``OwnWord``), or None; also where a list did not bring it along."""
        return self._state.fields_cache.get("own_word")

    @property
    def printed_post(self) -> str:
        """Of the first, where two said it."""
        return self.appearance.printed_post if self.appearance else ""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar, Self
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Cast, Coalesce, ExtractYear
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.chatham_house import check_words, participants, slips_in
from events.dates import EVENING, SMALL_HOURS, day_of_its_end
from events.keeping import kept_events, refuse_to_delete
from events.models.subjects import Series, Topic, topics_of_each
from events.models.venue import Venue
from events.named_people import names_of
from publishing.changes import unit_of_work
from publishing.counterparts import InLanguages, counterparts_along
from publishing.counting import number_of
from publishing.folding import FoldField
from publishing.forgetting import forget_of
from publishing.gate import PublishableQuerySet
from publishing.gathering import at_hand, gathered
from publishing.indexes import NewestFirst
from publishing.interface import address
from publishing.kept_away import KeptAway
from publishing.models import SLUG_LENGTH, Addressed, Correction, Publishable, corrections_of_each
from publishing.pictures import PictureField
from publishing.richtext import clean_html
from publishing.rights import LicenceField, WithRights

#: Of an appearance, what names people in a list; of a withdrawn statement, what takes its words out.
SHOWN_OF_WHO = ("id", "event", "speaker", "role", "also", "printed_name", "printed_post", "order")
NEEDED_TO_WITHDRAW = ("id", "event", "text", "left_standing", "order", "start", "end", "own_words")


def validate_time_zone(value: str) -> None:
    """Raises ValidationError when ``value`` is no name of the IANA time zone database."""
    if value not in available_timezones():
        raise ValidationError("Write a time zone as Europe/Moscow or UTC.")


def withdrawn_with_each(of: str = "pk") -> models.Subquery:
    """For ``annotate()`` what ``events.withdrawing.public_text`` asks an event for; ``of`` leads to the event."""
    from events.models import Statement  # it knows this module

    gone = Statement.objects.withdrawn_here()
    return gathered(gone, "event", *NEEDED_TO_WITHDRAW, order=("order", "id"), of=of)


def take_withdrawn() -> property:
    """An attribute for those of the event of a record that brings its event along."""

    def take(record, gone):
        record.event.withdrawn_statements = gone

    return property(fset=take)


class EventQuerySet(PublishableQuerySet):
    @unit_of_work()
    def delete(self):
        refuse_to_delete(self, kept_events())
        return super().delete()

    delete.queryset_only = True  # type: ignore[attr-defined]  # as Django's own: not on the manager

    def newest_first(self):
        return self.order_by(F("date").desc(nulls_last=True), "-pk")

    def for_list(self):
        """With what one line of a list shows: where, who took part, how many positions are recorded."""
        from events.models import Appearance, Statement  # they know this module

        return (
            self.select_related("venue", "series")
            .defer("report", "fold")
            .annotate(
                listed_appearances=gathered(
                    Appearance.objects.listed(), "event", *SHOWN_OF_WHO, order=("order", "id")
                ),
                position_count=number_of(Statement.objects.standing(), "event"),
            )
            .fetch_mode(models.FETCH_PEERS)
            .with_withdrawn()
        )

    def for_feed(self):
        """With what an entry of a feed shows beside that."""
        return self.for_list().with_topics_and_corrections()

    def with_topics_and_corrections(self):
        along = topics_of_each("events")
        return self.annotate(topics_along=along, public_corrections=corrections_of_each(Event))

    def for_line(self):
        """With what a mere mention shows: title, date and place."""
        return self.select_related("venue").defer("report", "fold").with_withdrawn()

    def for_page(self):
        """With what the page of one event shows beside its report and positions."""
        return self.select_related("venue", "series").with_topics_and_corrections().with_withdrawn()

    def for_own_page(self):
        """With its counterparts, but without corrections and withdrawn words: they come with those of statements."""
        shown = self.select_related("venue", "series").annotate(topics_along=topics_of_each("events"))
        return shown.prefetch_related(counterparts_along(Event))

    def with_withdrawn(self):
        """Each with the statements whose words must not be shown, for ``events.withdrawing.public_text``.

        Whatever a reader is shown of an event is loaded so: its title too may say what was taken back.
        """
        return self.annotate(withdrawn_statements=withdrawn_with_each())

    def with_counts(self):
        """Each with ``speaker_count`` and ``statement_count``, for the editors' list."""
        return self.annotate(
            speaker_count=Count("appearances", distinct=True),
            statement_count=Count("statements", distinct=True),
        )


class Event(InLanguages, KeptAway, WithRights, Publishable, Addressed):
    """One row is something that took place: a discussion, a conference, a presentation."""

    class Kind(models.TextChoices):
        EXPERT_DISCUSSION = "expert-discussion", _("Expert discussion")
        CONFERENCE = "conference", _("Conference")
        PRESENTATION = "presentation", _("Presentation")
        LECTURE = "lecture", _("Lecture")
        ROUND_TABLE = "round-table", _("Round table")
        SEMINAR = "seminar", _("Seminar")
        PRESS_CONFERENCE = "press-conference", _("Press conference")
        BOOK_LAUNCH = "book-launch", _("Book launch")
        OTHER = "other", _("Event")

    class DatePrecision(models.TextChoices):
        DAY = "day", "To the day"
        MONTH = "month", "To the month"
        YEAR = "year", "To the year"

    class Format(models.TextChoices):
        IN_PERSON = "in-person", _("In person")
        ONLINE = "online", _("Online")
        HYBRID = "hybrid", _("In person and online")

    class RecordRule(models.TextChoices):
        ON_RECORD = "on-record", "On the record"
        CHATHAM_HOUSE = "chatham-house", "Chatham House Rule"

    class Happens(models.TextChoices):
        """Whether it takes place; one that got another day is as planned, on that day."""

        AS_PLANNED = "as-planned", _("As planned")
        CANCELLED = "cancelled", _("Cancelled")
        POSTPONED = "postponed", _("Postponed")

    slug_source = "title"

    #: What else stands in the way of publishing an event; apps further down the line add theirs in
    #: ``AppConfig.ready()``.
    further_obstacles: ClassVar[list[Callable[["Event"], list[str]]]] = []

    title = models.CharField(max_length=300)
    slug = models.SlugField(
        "address", max_length=SLUG_LENGTH, blank=True, help_text="Left blank, it is made of the title."
    )
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.EXPERT_DISCUSSION)
    date = models.DateField(null=True, blank=True, help_text="The day it took place, or the first day known.")
    date_precision = models.CharField(
        "how exact", max_length=5, choices=DatePrecision, default=DatePrecision.DAY
    )
    end_date = models.DateField("last day", null=True, blank=True, help_text="For an event of several days.")
    start_time = models.TimeField("from", null=True, blank=True)
    end_time = models.TimeField(
        "until", null=True, blank=True, help_text="Of an evening, 00:30 is understood as the next day’s."
    )
    time_zone = models.CharField(
        max_length=50,
        blank=True,
        validators=[validate_time_zone],
        help_text="Europe/Moscow, say; needed with a time.",
    )
    format = models.CharField(max_length=9, choices=Format, default=Format.IN_PERSON)
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT, null=True, blank=True, related_name="events")
    happens = models.CharField("takes place", max_length=10, choices=Happens, default=Happens.AS_PLANNED)
    happens_note = models.CharField(
        "why it does not",
        max_length=300,
        blank=True,
        help_text="A sentence for readers: why it was cancelled, or until when it is postponed.",
    )
    lead = models.TextField(blank=True, help_text="Two or three sentences: what it was about and why now.")
    report = models.TextField(
        blank=True, help_text="The narrative, as published. Statements stand in it word for word."
    )
    record_rule = models.CharField(
        max_length=13,
        choices=RecordRule,
        default=RecordRule.ON_RECORD,
        help_text="Under the Chatham House Rule no statement has a speaker, and nobody is listed.",
    )
    language = models.CharField(max_length=7, choices=settings.LANGUAGES, default="en")
    topics = models.ManyToManyField(Topic, blank=True, related_name="events")
    series = models.ForeignKey(Series, on_delete=models.PROTECT, null=True, blank=True, related_name="events")
    recording_url = models.URLField("recording", blank=True, max_length=500)
    source_url = models.URLField(
        "source address", blank=True, max_length=500, help_text="Where the report was first published."
    )
    cover = PictureField(upload_to="covers/", blank=True)
    cover_alt = models.CharField(
        "what the cover shows", max_length=200, blank=True, help_text="For those who cannot see it."
    )
    cover_credit = models.CharField(max_length=200, blank=True, help_text="Photographer or agency.")
    cover_licence = LicenceField(help_text="Left blank, the page says nothing.")
    corrections = GenericRelation(Correction)
    topics_along = at_hand("topics")  # of querysets that bring them along
    public_corrections: list[Correction]  # of querysets that bring them along
    fold = FoldField("title", "lead")
    #: A print of the form that it was entered with: sent twice, it makes one event. None of what was made otherwise.
    entered_with = models.CharField(max_length=64, null=True, blank=True, unique=True, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = [F("date").desc(nulls_last=True), "-pk"]
        permissions = [("publish_event", "Can publish and withdraw events")]
        indexes = [
            *Publishable.Meta.indexes,
            models.Index(fields=["status", "publish_at"], name="events_in_public"),
            NewestFirst(fields=["-date", "-id"], name="events_newest_first"),
        ]
        constraints = [
            *Publishable.Meta.constraints,
            *WithRights.Meta.constraints,
            *InLanguages.Meta.constraints,
            models.UniqueConstraint(
                F("slug"),
                # Cast: PostgreSQL must be told what a missing date is, when a form asks.
                Coalesce(ExtractYear(Cast("date", models.DateField())), 0),
                name="event_address_is_unique_in_its_year",
                violation_error_message="Another event of that year has this address.",
            ),
            models.UniqueConstraint(fields=["id", "record_rule"], name="event_with_its_record_rule"),
            models.CheckConstraint(
                name="event_in_public_has_a_date",
                condition=~Q(status__in=["scheduled", "published"]) | Q(date__isnull=False),
                violation_error_message="An event needs a date before it is published.",
            ),
            models.CheckConstraint(
                name="event_ends_after_it_starts",
                condition=(Q(end_date__isnull=True) | Q(end_date__gte=F("date")))
                & (
                    Q(start_time__isnull=True)
                    | Q(end_time__isnull=True)
                    | Q(end_date__isnull=False, end_date__gt=F("date"))  # NULL would pass for true
                    | Q(end_time__gt=F("start_time"))
                    | Q(start_time__gte=EVENING, end_time__lte=SMALL_HOURS)  # the next day's
                ),
                violation_error_message="The event ends before it starts: look at the dates and times.",
            ),
            models.CheckConstraint(
                name="event_times_have_a_time_zone",
                condition=(Q(start_time__isnull=True) & Q(end_time__isnull=True)) | ~Q(time_zone=""),
                violation_error_message="Say in which time zone these times are.",
            ),
            models.CheckConstraint(
                name="event_that_takes_place_needs_no_reason",
                condition=~Q(happens="as-planned") | Q(happens_note=""),
                violation_error_message="Say whether it is cancelled or postponed, or leave out why.",
            ),
            models.CheckConstraint(
                name="event_cover_is_described",
                condition=Q(cover="") | ~Q(cover_alt=""),
                violation_error_message="Say what the cover shows, for those who cannot see it.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        if self.date is None:
            return address("events:undated", self.slug)
        return address("events:event", f"{self.date.year:04}", self.slug)

    def save(self, *args, **kwargs):
        saved = kwargs.get("update_fields")
        if saved is None or "report" in saved:
            self.report = clean_html(self.report)
        with unit_of_work():
            super().save(*args, **kwargs)
            if self.under_the_rule:
                self.forget_who_was_there()

    def forget_who_was_there(self) -> None:
        """Under the Rule: forget whatever would tell who took part, or links a person to words."""
        here = participants(self)
        forget_of(self, set().union(*names_of(here.people, here.names)))

    @unit_of_work()
    def delete(self, *args, **kwargs):
        refuse_to_delete(Event.objects.filter(pk=self.pk), kept_events())
        return super().delete(*args, **kwargs)

    def slug_rivals(self):
        return super().slug_rivals().filter(date__year=self.date.year if self.date else None)

    @property
    def under_the_rule(self) -> bool:
        return self.record_rule == self.RecordRule.CHATHAM_HOUSE

    @property
    def is_confidential(self) -> bool:
        return self.under_the_rule

    @property
    def place_in_words(self) -> str:
        """ "Moscow", "Moscow and online" or "Online", as a list prints it; blank when unknown."""
        city = self.venue.city if self.venue else ""
        if self.format == self.Format.ONLINE:
            return str(self.Format.ONLINE.label)
        if self.format == self.Format.HYBRID:
            return (
                gettext("%(city)s and online") % {"city": city} if city else gettext("Online and in person")
            )
        return city

    @property
    def where_in_words(self) -> str:
        """ "Small Hall, Moscow; in person and online": the venue as printed, and how else one could be there."""
        if self.venue is None:
            return self.get_format_display() if self.is_online else ""
        venue = self.venue.in_words()
        return f"{venue}; {self.get_format_display().lower()}" if self.is_online else venue

    @property
    def kind_and_place(self) -> str:
        """ "Lecture, Moscow", as a mere mention prints it."""
        return ", ".join(filter(None, [self.get_kind_display(), self.place_in_words]))

    @property
    def takes_place(self) -> bool:
        return self.happens == self.Happens.AS_PLANNED

    @property
    def is_online(self) -> bool:
        return self.format != self.Format.IN_PERSON

    @property
    def starts_at(self) -> datetime | None:
        """The aware moment of its beginning, where the day and the time are known."""
        return self._moment(self.date, self.start_time)

    @property
    def ends_at(self) -> datetime | None:
        return self._moment(day_of_its_end(self), self.end_time)

    def _moment(self, day, time) -> datetime | None:
        if day is None or time is None or self.date_precision != self.DatePrecision.DAY:
            return None
        return datetime.combine(day, time, tzinfo=ZoneInfo(self.time_zone))

    def check_words(self, text: str) -> None:
        check_words(self, text)

    def parts_from(self, other: Self) -> str:
        """Of two records of one event, one under the Rule, the other would tell who was there."""
        if self.record_rule != other.record_rule:
            return "is under another rule: the one on the record would tell who took part."
        return super().parts_from(other)

    def obstacles(self) -> list[str]:
        found = [] if self.date else ["An event needs a date before it is published."]
        lost = self.statements.without_a_place().count()
        if lost:
            found.append(f"{lost} statement{'s have' if lost > 1 else ' has'} no place in the report.")
        found += [slip.as_an_obstacle for slip in slips_in(self)]
        return found + [words for obstacles in self.further_obstacles for words in obstacles(self)]

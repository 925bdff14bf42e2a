from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from typing import Any, Self

from anyascii import anyascii
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify

from publishing.changes import unit_of_work
from publishing.document_field import DocumentField
from publishing.folding import FoldField
from publishing.gate import PUBLIC_STATUSES, Status
from publishing.gathering import gathered
from publishing.noticed import Noticed
from publishing.states import NOTE_NEEDED
from publishing.versions import Versioned

SLUG_LENGTH = 100
#: Letters that "-2", "-10" and so on may take of an address.
SUFFIX_LENGTH = 8
#: How often a new record looks for a free address while others take it in the same instant.
MOST_TRIES = 20


def readable_slug(text: str) -> str:
    """``text`` as an address in plain letters, cut at a word: "Толорая, Георгий" → "toloraya-georgii"."""
    slug = slugify(anyascii(text))
    return (
        slug if len(slug) <= SLUG_LENGTH else slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]
    )


#: What is called with the former and the new address of a record that has moved. Apps add theirs in
#: ``AppConfig.ready()``.
moved: list[Callable[[str, str], None]] = []


class Addressed(models.Model):
    """A record with a public address; an address it once had leads to it for good."""

    #: The field that a missing slug is made of.
    slug_source = "name"

    slug: str
    get_absolute_url: Callable[[], str]

    class Meta:
        abstract = True

    @unit_of_work()
    def save(self, *args, **kwargs):
        if not self.slug:
            return self.save_at_a_free_address(*args, **kwargs)
        before = type(self)._base_manager.filter(pk=self.pk).first() if self.pk else None
        super().save(*args, **kwargs)
        if before:
            self.look_after_old_addresses(before)

    def save_at_a_free_address(self, *args, **kwargs):
        """Save under an address that nobody has: where another record takes it in the same instant, under the next."""
        for _ in range(MOST_TRIES):
            self.slug = self.free_slug()
            try:
                with transaction.atomic():
                    return self.save(*args, **kwargs)
            except IntegrityError:
                taken, self.slug = self.slug, ""
                if self.free_slug() == taken:  # it was refused for another reason
                    raise
        raise IntegrityError(f"No free address was found in {MOST_TRIES} tries.")

    def look_after_old_addresses(self, before: Self) -> None:
        """Remember where readers knew this record as ``before``, and take back the address that it has now."""
        was, now = before.get_absolute_url(), self.get_absolute_url()
        if was != now:
            for follow in moved:
                follow(was, now)
        if before.address_was_shown and was != now:
            OldAddress.remember(was, self)
        if self.address_was_shown and (was != now or not before.address_was_shown):
            OldAddress.take_back(now, self)

    @unit_of_work()
    def delete(self, *args, **kwargs):
        return super().delete(*args, **kwargs)

    @property
    def address_was_shown(self) -> bool:
        return True

    def slug_rivals(self) -> models.QuerySet:
        """The other records among which the slug must be unique."""
        return type(self)._base_manager.exclude(pk=self.pk)

    def free_slug(self) -> str:
        base = readable_slug(getattr(self, self.slug_source)) or str(self._meta.model_name)
        beginning = base[: SLUG_LENGTH - SUFFIX_LENGTH]
        taken = set(self.slug_rivals().filter(slug__startswith=beginning).values_list("slug", flat=True))
        slug, number = base, 1
        while slug in taken:
            number += 1
            suffix = f"-{number}"
            slug = base[: SLUG_LENGTH - len(suffix)].rstrip("-") + suffix
        return slug


def has_come(moment: datetime | None) -> bool:
    return moment is not None and moment <= timezone.now()


class Publishable(Noticed, Versioned):
    """A record with a status; ``published()`` on its queryset is the only way out."""

    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    publish_at = models.DateTimeField(
        "publish at",
        null=True,
        blank=True,
        help_text="When a scheduled item appears by itself; since when a published one is out.",
    )
    withdrawal_note = models.TextField(
        blank=True, help_text="Shown at the address of a withdrawn item: what was withdrawn, and why."
    )
    withdraw_at = models.DateTimeField(
        null=True, blank=True, help_text="When it is withdrawn by itself, if it is not public for good."
    )
    withdraw_note_for_then = models.TextField(
        "note for then",
        blank=True,
        help_text="Shown at its address from that moment on: until when, and why.",
    )
    #: Stays when it is returned to draft, scheduled anew or its moment is cleared: what readers met is never deleted.
    first_public_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_in_public_has_a_moment_of_publication",
                condition=~Q(status__in=PUBLIC_STATUSES) | Q(publish_at__isnull=False),
                violation_error_message="Say when it is to be published.",
            ),
            models.CheckConstraint(
                name="%(class)s_is_withdrawn_by_itself_with_a_note",
                condition=Q(withdraw_at__isnull=True) | ~Q(withdraw_note_for_then=""),
                violation_error_message=NOTE_NEEDED,
            ),
        ]
        indexes = [
            # Few have such a moment, and it is asked whenever the archive has changed which comes next.
            models.Index(
                fields=["withdraw_at"],
                name="%(class)s_to_be_withdrawn",
                condition=Q(withdraw_at__isnull=False),
            ),
        ]

    def save(self, *args, update_fields=None, **kwargs):
        self.publish_at = models.DateTimeField().to_python(self.publish_at)  # a script may give a text
        self.first_public_at = self.first_moment()
        if update_fields is not None:
            update_fields = {*update_fields, "first_public_at"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def first_moment(self) -> datetime | None:
        """Since when the public has known it, or will by itself; a moment that has come is never taken back."""
        moments = [self.first_public_at] if has_come(self.first_public_at) else []
        if self.status in PUBLIC_STATUSES or has_come(self.publish_at):
            moments.append(self.publish_at)
        return min((moment for moment in moments if moment), default=None)

    @property
    def is_public(self) -> bool:
        """Agrees with ``public_now()``."""
        return self.status in PUBLIC_STATUSES and has_come(self.publish_at) and not self.is_over

    @property
    def is_over(self) -> bool:
        """Agrees with ``over()``."""
        return self.status in PUBLIC_STATUSES and has_come(self.withdraw_at)

    @property
    def status_now(self) -> Status:
        """The state it is in, by the clock: what is scheduled is published once its moment has come."""
        if self.status in PUBLIC_STATUSES:
            return Status.PUBLISHED if has_come(self.publish_at) else Status.SCHEDULED
        return Status(self.status)

    @property
    def address_was_shown(self) -> bool:
        """Of a draft too, when it has been public and was returned."""
        return self.status != Status.DRAFT or has_come(self.first_public_at)

    def obstacles(self) -> list[str]:
        """What stands in the way of publishing, in an editor's words; empty when nothing does."""
        return []

    def check_words(self, text: str) -> None:
        """Raises ValidationError when the public must not read ``text``, a note or a correction, of this item."""


class Edition(models.Model):
    """One row is one change of what readers see, wherever in the archive: see publishing.editions."""

    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return str(self.pk)


class CorrectionQuerySet(models.QuerySet):
    def published(self):
        """Corrections whose date has come; the page that shows them has passed the gate for its own item."""
        return self.filter(date__lte=timezone.localdate())


def public_corrections(way: str = "corrections") -> models.Prefetch:
    """For ``prefetch_related``: each record's ``public_corrections``, the newest first; ``way`` is the one to them."""
    return models.Prefetch(way, Correction.objects.published(), to_attr="public_corrections")


def corrections_of_each(model: type[models.Model]) -> models.Subquery:
    """The same for ``annotate(public_corrections=…)`` of ``model``, as far as a list shows them: day and text."""
    of_these = Correction.objects.published().filter(content_type=ContentType.objects.get_for_model(model))
    return gathered(of_these, "object_id", "id", "date", "text", order=("-date", "-id"))


def bring_public_corrections(*records: Any) -> None:
    """Give all of these records, of whatever models, their ``public_corrections`` by one query."""
    kinds = {type(record): ContentType.objects.get_for_model(record) for record in records}
    named = Q(pk__in=[])
    for model, kind in kinds.items():
        keys = [record.pk for record in records if type(record) is model]
        named |= Q(content_type=kind, object_id__in=keys)
    found = defaultdict(list)
    for correction in Correction.objects.published().filter(named):
        found[correction.content_type_id, correction.object_id].append(correction)
    for record in records:
        record.public_corrections = found[kinds[type(record)].pk, record.pk]


class Correction(Versioned):
    """One row is one public note on a published item: what was wrong, and since when it is right."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey()
    date = models.DateField(default=timezone.localdate, help_text="Since when it is right.")
    text = models.TextField(help_text="What the page said, and what is right.")
    fold = FoldField("text")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="correction_of_an_item")]

    def __str__(self):
        return f"{self.date:%d %B %Y}: {self.text[:60]}"

    def save(self, *args, **kwargs):
        """Raises ValidationError when the public must not read its text."""
        item: Any = self.item
        item.check_words(self.text)
        super().save(*args, **kwargs)

    @property
    def whole(self):
        return self.item


class OldAddress(models.Model):
    """One row is a path that a record once had, or that a record merged into it had."""

    path = models.CharField(max_length=300, unique=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey()

    class Meta:
        verbose_name_plural = "old addresses"
        indexes = [models.Index(fields=["content_type", "object_id"], name="old_address_of_an_item")]

    def __str__(self):
        return self.path

    @classmethod
    def remember(cls, path: str, item: models.Model) -> None:
        content_type = ContentType.objects.get_for_model(item)
        cls.objects.update_or_create(path=path, defaults={"content_type": content_type, "object_id": item.pk})

    @classmethod
    def take_back(cls, path: str, item: Any) -> None:
        """Forget that ``path`` led elsewhere, now that ``item`` has it: one day it would lead there again.

        While the public cannot see ``item``, it takes only what led to itself.
        """
        rows = cls.objects.filter(path=path)
        (rows if item.is_public else rows & cls.of(item)).delete()

    @classmethod
    def of(cls, item: models.Model) -> models.QuerySet:
        """The addresses that lead to ``item``."""
        return cls.objects.filter(content_type=ContentType.objects.get_for_model(item), object_id=item.pk)

    @classmethod
    def hand_over(cls, absorbed: models.Model, kept: models.Model) -> None:
        """Let all old addresses of ``absorbed`` lead to ``kept``, a record of the same model."""
        cls.of(absorbed).update(object_id=kept.pk)

    def destination(self) -> str | None:
        """Today's address of the record, or None while the public may not know of it.

        A withdrawn record still has one: it says that it was withdrawn.
        """
        model = self.content_type.model_class()
        if model is None:
            return None
        rows: Any = model._default_manager
        shown = rows.published() | rows.withdrawn() if hasattr(rows, "withdrawn") else rows.published()
        item = shown.filter(pk=self.object_id).first()
        return item.get_absolute_url() if item else None


class VersionQuerySet(models.QuerySet["Version"]):
    def standing(self):
        """Those that the record once was: the newest says what it is."""
        return self.exclude(what__in=Version.BESIDE)


class Version(models.Model):
    """One row is one save of a record with all its parts, as one document; or words that wait beside it."""

    class What(models.TextChoices):
        AS_IT_WAS = "as-it-was", "as it was"
        SAVE = "save", "save"
        PUBLICATION = "publication", "publication"
        SCHEDULE = "schedule", "scheduled"
        WITHDRAWAL = "withdrawal", "withdrawal"
        RETURN = "return", "returned to draft"
        RESTORED = "restored", "brought back"
        IMPORT = "import", "import"
        MERGE = "merge", "merge"
        DELETED = "deleted", "deleted"
        ASIDE = "aside", "kept aside"
        PENDING = "pending", "a change that waits"

    #: What the record has never been.
    BESIDE = (What.ASIDE, What.PENDING)

    kind = models.CharField(max_length=50)
    object_id = models.PositiveBigIntegerField()
    number = models.PositiveIntegerField()
    #: The record's own number of saves by then, which a form remembers.
    lock = models.PositiveIntegerField()
    document: Any = DocumentField()
    what = models.CharField("what it was", max_length=11, choices=What, default=What.SAVE)
    what_for = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    #: Of a record that was merged into another: which.
    became = models.PositiveBigIntegerField(null=True)
    #: When a change that waits appears by itself.
    due_at = models.DateTimeField(null=True)

    highest: int  #: No column: of ``newest_versions``.

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "object_id", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id", "number"], name="version_has_one_number"),
            models.UniqueConstraint(
                fields=["kind", "object_id"],
                condition=Q(what="pending"),
                name="one_change_waits_for_a_record",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="changes_with_a_moment")
        ]

    def __str__(self):
        return f"Version {self.number}"

    @property
    def model(self) -> type[models.Model]:
        return apps.get_model(self.kind)

    @property
    def called(self) -> str:
        """What the record was called."""
        fields = self.document["fields"]
        return str(fields.get("title") or fields.get("name") or fields.get("city") or self.object_id)


class ReviewQuerySet(models.QuerySet["Review"]):
    def of(self, record: models.Model):
        return self.filter(kind=record._meta.label_lower, object_id=record.pk)

    def end(self, record: models.Model) -> None:
        """Nothing of ``record`` is to be looked at any more: it was published, or its change was thrown away."""
        self.of(record).exclude(state=Review.State.DONE).update(state=Review.State.DONE)


class Review(models.Model):
    """One row is one record that was handed in to be looked at: a draft, or the change that waits for it."""

    class State(models.TextChoices):
        OPEN = "open", "in review"
        BACK = "back", "sent back"
        DONE = "done", "done"

    kind = models.CharField(max_length=50)
    object_id = models.PositiveBigIntegerField()
    state = models.CharField(max_length=4, choices=State, default=State.OPEN)
    #: What whoever handed it in says of it.
    note = models.CharField(max_length=300, blank=True)
    handed_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    handed_in_at = models.DateTimeField(default=timezone.now)
    #: Who sent it back.
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["handed_in_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="one_review_of_a_record"),
        ]
        indexes = [models.Index(fields=["state", "handed_in_at"], name="reviews_that_wait")]

    def __str__(self):
        return f"{self.kind} {self.object_id}: {self.get_state_display()}"


class RemarkQuerySet(models.QuerySet["Remark"]):
    def open(self):
        return self.filter(settled_at__isnull=True)

    def settle(self, by: Any) -> int:
        """Nothing is left to do about those that are open; return how many were."""
        return self.open().update(settled_at=timezone.now(), settled_by=by)


class Remark(models.Model):
    """One row is one comment of whoever looked at a record in review, on the whole or on a place in it."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="remarks")
    #: "lead" of a field, "statements.142" of a row; blank for the whole.
    place = models.CharField(max_length=60, blank=True)
    #: What the place was called by then: "Lead", "Statement 142".
    called = models.CharField(max_length=300, blank=True)
    text = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return self.called or "The whole"


class LogbookEntry(models.Model):
    """One row is one deed: who did what to what, and when. Nobody changes it afterwards."""

    class What(models.TextChoices):
        LOG_IN = "log-in", "logged in"
        FAILED = "failed", "failed log-in"
        ACCESS = "access", "second factor or session"
        RIGHTS = "rights", "account or rights"
        PUBLICATION = "publication", "published"
        SCHEDULE = "schedule", "scheduled"
        WITHDRAWAL = "withdrawal", "withdrawn"
        RETURN = "return", "returned to draft"
        OVERRIDE = "override", "published with open checks"
        REVIEW = "review", "review"
        MERGE = "merge", "merged"
        RESTORED = "restored", "brought back"
        DELETED = "deleted", "deleted"
        EXPORT = "export", "exported"

    what = models.CharField(max_length=11, choices=What)
    at = models.DateTimeField("when", default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="who",
    )
    #: What it was done to, if that is a record: "events.event", and its number; and what it was called.
    kind = models.CharField(max_length=50, blank=True)
    object_id = models.PositiveBigIntegerField(null=True)
    called = models.CharField(max_length=200, blank=True)
    words = models.CharField(max_length=300, blank=True)
    #: How often in an hour: of what strangers do, which nobody writes down one by one.
    times = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "deed"
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["-at"], name="deeds_by_time"),
            models.Index(fields=["kind", "object_id"], name="deeds_to_a_record"),
        ]

    def __str__(self):
        return f"{self.get_what_display()}: {self.called or self.words}"

from collections.abc import Callable
from typing import Any, Self

from anyascii import anyascii
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, models, transaction
from django.utils.text import slugify

from publishing.changes import unit_of_work

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

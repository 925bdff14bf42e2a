"""A record in another language. Each is kept in the one language that it is in; two that are the same in two languages
are two records, of which the later one names the first: that alone is stored, and each shows the other."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Prefetch, Q

OF_A_THIRD = "One of the two is the counterpart of a third: choose the first of them all."


def first_of(record: Any) -> int:
    """The key of what was here first of a record and its counterparts, which may be the record itself."""
    return record.translation_of_id or record.pk


class _Family:
    """All that is the same record, brought along in one question: Django would ask three, one a step."""

    def is_cached(self, _instance: Any) -> bool:
        return False

    def get_prefetch_querysets(self, instances: list[Any], querysets: list[models.QuerySet]):
        named = {one.translation_of_id for one in instances} - {None}
        (rows,) = querysets
        rows = rows.filter(Q(pk__in=named) | Q(translation_of__in={first_of(one) for one in instances}))
        return rows, first_of, first_of, False, "family", False


class InLanguages(models.Model):
    """A record that may have a counterpart in each other language."""

    language: Any
    translation_of = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name="counterpart of",
        help_text="The same in another language, which was here first: once both are public, each page leads to the "
        "other.",
    )
    translation_of_id: int | None
    translations: Any
    family = _Family()
    public_family: list[Any]  # of querysets with ``counterparts_along``

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["translation_of", "language"],
                name="%(class)s_has_one_counterpart_a_language",
                violation_error_message="That record has another counterpart in this language.",
            ),
            models.CheckConstraint(
                name="%(class)s_is_not_its_own_counterpart",
                condition=Q(translation_of=None) | ~Q(translation_of=models.F("id")),
                violation_error_message="A record is no counterpart of itself.",
            ),
        ]

    def save(self, *args, **kwargs):
        """Raises ValidationError where the record that this one names became meanwhile what does not go with it: it is
        held, so that nobody changes it in the same instant."""
        saved = kwargs.get("update_fields")
        if not self.translation_of_id or saved is not None and "translation_of" not in saved:
            return super().save(*args, **kwargs)
        with transaction.atomic():
            others = type(self)._base_manager.select_for_update().exclude(pk=self.pk)
            if first := others.filter(pk=self.translation_of_id).first():
                self.check_it_goes_with(first)
            super().save(*args, **kwargs)

    def clean(self):
        """Raises ValidationError where two do not go together, on whichever side that is said."""
        super().clean()
        first: Any = self.translation_of
        if first:
            self.check_it_goes_with(first)
        if first and self.pk and self.translations.exists():
            raise ValidationError({"translation_of": OF_A_THIRD})
        for other in self.translations.all() if self.pk else []:
            if told := self.parts_from(other):
                raise ValidationError(f"“{other}”, which is a counterpart of this, {told}")

    def check_it_goes_with(self, first: Self) -> None:
        """Raises ValidationError where ``first`` cannot be named as what was here first."""
        if told := self.parts_from(first):
            raise ValidationError({"translation_of": f"“{first}” {told}"})
        if first.translation_of_id:
            raise ValidationError({"translation_of": OF_A_THIRD})

    def parts_from(self, other: Self) -> str:
        """Why ``other`` is no counterpart of this record, in words that go on with its title; or blank."""
        return "is in the same language." if self.language == other.language else ""

    @property
    def public_counterparts(self) -> list[Any]:
        """What readers find of it in other languages; of querysets with ``counterparts_along``."""
        first = self.translation_of_id
        family = {other.pk: other for other in self.public_family if other.pk != self.pk}
        if first and first not in family:
            return []  # through it alone they know of each other
        others = sorted(family.values(), key=lambda other: other.pk != first)
        return [other for other in others if not self.parts_from(other)]


def counterparts_along(model: Any) -> Prefetch:
    """For ``prefetch_related``: what ``public_counterparts`` asks a record for, through the gate."""
    return Prefetch("family", model.objects.published().for_line(), to_attr="public_family")

from django.core.exceptions import ValidationError
from django.db import models

from people.models import NameVariant, Speaker
from publishing.changes import unit_of_work
from publishing.folding import fold
from publishing.models import OldAddress

#: What the kept record takes over where its own field is empty.
TAKEN_OVER = ["biography", "country", "portrait", "portrait_alt", "portrait_credit", "wikidata", "orcid"]


@unit_of_work()
def merge_speakers(kept: Speaker, absorbed: Speaker) -> None:
    """Make two records of one person one: what points to ``absorbed`` points to ``kept`` afterwards.

    Names and posts as printed stay as they are; the absorbed name becomes a variant, its address redirects.
    Raises ValidationError when both are the same record, or are listed side by side in one place.
    """
    if kept.pk == absorbed.pk:
        raise ValidationError("Choose two different records.")
    old_address = absorbed.get_absolute_url()
    for relation in Speaker._meta.related_objects:
        if isinstance(relation, models.ManyToOneRel) and relation.related_model is not NameVariant:
            _repoint(relation, kept, absorbed)
    _keep_names(kept, absorbed)
    OldAddress.hand_over(absorbed, kept)
    absorbed.delete()
    for field in TAKEN_OVER:
        setattr(kept, field, getattr(kept, field) or getattr(absorbed, field))
    kept.save()
    OldAddress.remember(old_address, kept)


def _repoint(relation: models.ManyToOneRel, kept: Speaker, absorbed: Speaker) -> None:
    rows, name = relation.related_model._base_manager, relation.field.name
    for constraint in relation.related_model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and name in constraint.fields:
            (other,) = set(constraint.fields) - {name}
            listed = rows.filter(**{name: kept}).values(other)
            clash = rows.filter(**{name: absorbed, f"{other}__in": listed}).first()
            if clash:
                raise ValidationError(
                    f"{kept} and {absorbed} are both listed in “{getattr(clash, other)}”: they may be two "
                    "people. If they are one, take one of them off that list first."
                )
    rows.filter(**{name: absorbed}).update(**{name: kept})


def _keep_names(kept: Speaker, absorbed: Speaker) -> None:
    known = {
        fold(kept.name),
        *(fold(name) for name in kept.variants.values_list("name", flat=True)),
    }
    spellings = [NameVariant(name=absorbed.name), *absorbed.variants.all()]
    for spelling in spellings:
        if fold(spelling.name) not in known:
            known.add(fold(spelling.name))
            kept.variants.create(name=spelling.name, kind=spelling.kind, language=spelling.language)

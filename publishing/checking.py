"""All checks of a record asked in one question."""

from functools import reduce
from operator import and_
from typing import cast

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, Q


class CheckedAtOnce(models.Model):
    """A record whose checks are asked of the database together, and each for itself only where one does not hold.

    Django asks one question each, with a savepoint round it and every column in it: a quarter of the time that it takes
    to load the demonstration.
    """

    _checks_hold = False

    class Meta:
        abstract = True

    def validate_constraints(self, exclude=None):
        self._checks_hold = all_checks_hold(self, set(exclude or ()))
        try:
            super().validate_constraints(exclude)
        finally:
            del self._checks_hold

    def get_constraints(self):
        constraints = super().get_constraints()
        if not self._checks_hold:
            return constraints
        return [(model, [one for one in some if not is_check(one)]) for model, some in constraints]


def is_check(constraint: models.BaseConstraint) -> bool:
    return isinstance(constraint, CheckConstraint)


def all_checks_hold(record: models.Model, exclude: set[str]) -> bool:
    """Whether no check would refuse ``record`` as it stands; those that ask for a field of ``exclude`` are left out,
    as Django leaves them out."""
    conditions = [
        cast(Q, one.condition) for one in record._meta.constraints if isinstance(one, CheckConstraint)
    ]
    asked = [one for one in conditions if not one.referenced_base_fields & exclude]
    if not asked:
        return True
    together = reduce(and_, asked)
    unasked = {one.name for one in record._meta.concrete_fields} - together.referenced_base_fields
    try:
        CheckConstraint(condition=together, name="all").validate(type(record), record, exclude | unasked)
    except ValidationError:
        return False
    return True

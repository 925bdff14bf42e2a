"""What would come of the rows of a file before anything is written, one outcome a row: for redirects and records."""

from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"


class Judged(list):
    """The rows of one file, in its order, each with its ``outcome``."""

    def of(self, *outcomes: Outcome) -> list[Any]:
        return [row for row in self if row.outcome in outcomes]

    @property
    def counts(self) -> dict[str, int]:
        return {outcome.value: len(self.of(outcome)) for outcome in Outcome}

    @property
    def to_be_written(self) -> list[Any]:
        return self.of(Outcome.NEW, Outcome.CHANGED)


class Refused(ValidationError):
    """Nothing was written; ``judged`` says what would come of it as things are now."""

    judged: Any  # of the kind of rows that was judged

    def __init__(self, message: str, judged: Judged):
        super().__init__(message)
        self.judged = judged


CHANGED_MEANWHILE = "Something changed meanwhile: look at it once more. Nothing was written."
SOME_ARE_WRONG = "Some rows are wrong: nothing was written."


def check(judged: Any, seen: str, leave_wrong: bool) -> None:
    """Raises Refused where it would come otherwise than was ``seen``, or something is wrong that is not to be left."""
    if seen and seen != judged.print:
        raise Refused(CHANGED_MEANWHILE, judged)
    if not leave_wrong and judged.of(Outcome.WRONG):
        raise Refused(SOME_ARE_WRONG, judged)

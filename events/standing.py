"""Where else the words of a statement stand, outside its place in the report: to be decided when it is withdrawn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from events.models import Event, Statement
from events.places import Report, Text
from publishing.folding import fold
from publishing.models import Correction


class Decision(models.TextChoices):
    """What becomes of a place when its statement is withdrawn."""

    TAKE_OUT = "out", "Take the words out there"
    WITHDRAW = "withdraw", "Withdraw that statement too"
    LEAVE = "leave", "Leave it: it is not the same"


@dataclass(frozen=True)
class Place:
    """A text of a record in which the words stand; ``label`` says where that is, for an editor."""

    record: Any
    field: str
    label: str
    is_html: bool = False

    @property
    def name(self) -> str:
        return name_of(self.record, self.field)

    @property
    def text(self) -> str:
        return getattr(self.record, self.field)

    @property
    def choices(self) -> list[Decision]:
        """A statement stands word for word or is withdrawn itself: nothing is cut out of what somebody said."""
        first = Decision.WITHDRAW if isinstance(self.record, Statement) else Decision.TAKE_OUT
        return [first, Decision.LEAVE]

    def has(self, words: str) -> bool:
        found = Report(self.text) if self.is_html else Text(self.text)
        return bool(found.places(words))


#: What names further texts in which a statement's words may stand; apps add theirs in ``AppConfig.ready()``.
further_texts: list[Callable[[Statement], Iterator[Place]]] = []


def name_of(record: models.Model, field: str) -> str:
    """ "event:12:lead": how a place outside the report is remembered."""
    return f"{record._meta.model_name}:{record.pk}:{field}"


def standing_elsewhere(statement: Statement) -> list[Place]:
    """The places outside the report in which all its words stand, and those of statements that say the same."""
    found: dict[str, Place] = {}
    waiting, seen = [statement], {statement.pk}
    while waiting:
        for place in _places_of(waiting.pop()):
            if isinstance(place.record, Statement):
                if place.record.pk in seen:
                    continue
                seen.add(place.record.pk)
                waiting.append(place.record)
            found.setdefault(place.name, place)
    return list(found.values())


def _places_of(statement: Statement) -> list[Place]:
    texts = [*_own_texts(statement), *(place for further in further_texts for place in further(statement))]
    return [place for place in texts if place.text and place.has(statement.text)]


def _own_texts(statement: Statement) -> Iterator[Place]:
    event = statement.event
    for field, called in (
        ("title", "the title"),
        ("lead", "the lead"),
        ("cover_alt", "what the cover shows"),
    ):
        yield Place(event, field, f"{called} of “{event}”")
    same = Statement.objects.standing().filter(fold__contains=fold(statement.text)).exclude(pk=statement.pk)
    for other in same.select_related("event", "appearance"):
        yield Place(other, "text", f"statement {other.pk}, {other.said_by}, “{other.event}”")
    numbers = event.statements.values("pk")
    for correction in _corrections(Event, [event.pk]) | _corrections(Statement, numbers):
        yield Place(correction, "text", f"the correction of {correction.date:%d %B %Y}")


def _corrections(model, keys):
    return Correction.objects.filter(
        content_type__app_label=model._meta.app_label,
        content_type__model=model._meta.model_name,
        object_id__in=keys,
    )

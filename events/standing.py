"""Where else the words of a statement stand, outside its place in the report: to be decided when it is withdrawn.

The same words are known again however they are set, and a good part of them too: `events.places` says by what.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import batched, chain
from types import MappingProxyType
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet

from events.models import Event, Statement
from events.places import Place as Stretch
from events.places import Report, Text, merged, overlaps, telling_pieces
from publishing.gate import Status
from publishing.models import Correction

#: Pieces of a statement that one query asks for; SQLite takes no condition of thousands.
PIECES_AT_ONCE = 50
NOTHING_DECIDED: Mapping[str, str] = MappingProxyType({})


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
    has_its_place: bool = False  # where all the words stand, they leave for as long as they are withdrawn

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

    @property
    def made_ready(self) -> Text:
        return Report(self.text) if self.is_html else Text(self.text)

    def said(self, text: Text, words: str) -> list[Stretch]:
        """Where ``text``, which is this one made ready, says the words or a part of them that is to be decided."""
        shared = text.shares(words)
        if not self.has_its_place:
            return shared
        whole = merged(text.repeats(words))
        return [one for one in shared if not overlaps(whole, one.start, one.end)]


#: What names further texts in which a statement's words may stand; apps add theirs in ``AppConfig.ready()``.
further_texts: list[Callable[[Statement], Iterator[Place]]] = []


def name_of(record: models.Model, field: str) -> str:
    """ "event:12:lead": how a place outside the report is remembered."""
    return f"{record._meta.model_name}:{record.pk}:{field}"


def standing_elsewhere(statement: Statement, decided: Mapping[str, str] = NOTHING_DECIDED) -> list[Place]:
    """The places outside the report in which its words stand, all of them or a good part, and statements among them.

    Of a statement that says all of it the places are told too, and of one that says a part once it is ``decided``, by
    the name of the place, that it is withdrawn as well.
    """
    found: dict[str, Place] = {}
    for _statement, place in words_elsewhere(statement, decided):
        found.setdefault(place.name, place)
    return list(found.values())


def words_elsewhere(statement: Statement, decided: Mapping[str, str]) -> Iterator[tuple[Statement, Place]]:
    """Each of those places with the statement whose words stand there: a place may have the words of several.

    Who says the same finds the same: the archive is searched once for words, however many said them.
    """
    waiting, seen, searched_for = [statement], {statement.pk}, set()
    while waiting:
        one = waiting.pop()
        texts = _texts_near(one) if one.text in searched_for else chain(_texts_near(one), _texts_like(one))
        searched_for.add(one.text)
        for place in texts:
            if not place.text or not place.said(text := place.made_ready, one.text):
                continue
            other = place.record
            if isinstance(other, Statement):
                if other.pk in seen:
                    continue
                if decided.get(place.name) == Decision.WITHDRAW or text.repeats(one.text):
                    seen.add(other.pk)
                    waiting.append(other)
            yield one, place


def _texts_near(statement: Statement) -> Iterator[Place]:
    """Those of its event, and of what was written about the two or stands beside them."""
    event = statement.event
    yield from _texts_of(event)
    yield Place(
        event, "report", f"the report of “{event}” beside its passage", is_html=True, has_its_place=True
    )
    numbers = event.statements.values("pk")
    for correction in _corrections(Event, [event.pk]) | _corrections(Statement, numbers):
        yield Place(correction, "text", f"the correction of {correction.date:%d %B %Y}")
    for further in further_texts:
        yield from further(statement)


def _texts_like(statement: Statement) -> Iterator[Place]:
    """Those of other events and statements, wherever they are."""
    for event in like(
        statement, Event.objects.exclude(pk=statement.event_id).exclude(status=Status.WITHDRAWN)
    ):
        yield from _texts_of(event)
    others = Statement.objects.standing().exclude(pk=statement.pk)
    for other in like(statement, others.select_related("event", "appearance", "jointly_with")):
        yield Place(other, "text", f"statement {other.pk}, {other.said_by}, “{other.event}”")


def _texts_of(event: Event) -> Iterator[Place]:
    yield Place(event, "title", f"the title of “{event}”")
    yield Place(event, "lead", f"the lead of “{event}”")
    yield Place(event, "cover_alt", f"what the cover of “{event}” shows")
    yield Place(event, "happens_note", f"why “{event}” did not take place")


def like(statement: Statement, among: QuerySet) -> Iterator[Any]:
    """Those rows whose fold has the words of a piece of it, and may say the same; whether they do, their texts tell."""
    likely: set[int] = set()
    for pieces in batched(telling_pieces(statement.text), PIECES_AT_ONCE):
        alike = [Q(*(("fold__contains", word) for word in piece)) for piece in pieces]
        likely.update(among.filter(Q(*alike, _connector=Q.OR)).order_by().values_list("pk", flat=True))
    yield from among.filter(pk__in=likely)


def _corrections(model, keys):
    return Correction.objects.filter(
        content_type__app_label=model._meta.app_label,
        content_type__model=model._meta.model_name,
        object_id__in=keys,
    )

"""What was put right or taken back, of whatever kind, as one list: nothing is changed quietly."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db import models
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate
from django.utils.translation import gettext_lazy as _

from events.models import Event, Statement
from events.withdrawing import public_title
from opinions.models import Opinion
from public.identity import identity
from public.query_string import QueryString
from publishing.gate import public_now
from publishing.models import Correction, Version

CORRECTED, WITHDRAWN = "corrected", "withdrawn"
KINDS = {CORRECTED: _("Corrected"), WITHDRAWN: _("Withdrawn")}
#: What is said of something withdrawn without a note.
NO_NOTE = _("Taken down by the editors.")
#: What is withdrawn is called by its number, for its title may be what was wrong.
NUMBERED = {
    "statement": _("Statement %(number)s"),
    "event": _("Event %(number)s"),
    "opinion": _("Opinion %(number)s"),
}


@dataclass(frozen=True)
class Entry:
    """One thing that was put right: since when, of what, and what is told of it."""

    kind: str
    day: date
    item: Any
    text: str
    identity: str

    @property
    def called(self) -> str:
        return str(KINDS[self.kind])

    @property
    def name(self) -> str:
        """What it is of; of something withdrawn only its number, for its title may be what was wrong."""
        if isinstance(self.item, Statement) or self.kind == WITHDRAWN:
            return NUMBERED[self.item._meta.model_name] % {"number": self.item.pk}
        return public_title(self.item)

    @property
    def language(self) -> str:
        """Of the name, where that is the record's own."""
        return "" if isinstance(self.item, Statement) or self.kind == WITHDRAWN else self.item.language

    @property
    def event(self) -> Event | None:
        """At which it was said, where readers may know that."""
        return self.item.event if isinstance(self.item, Statement) and self.item.event.is_public else None


class CorrectionFilters(QueryString):
    """What the list is narrowed to."""

    kind = forms.ChoiceField(required=False, choices=list(KINDS.items()))

    unknown = QueryString.unknown | {"kind": _("There is no such kind of correction.")}
    kept = ("kind",)


def corrections_of_public() -> QuerySet[Correction]:
    """Corrections whose day has come, of what is public."""
    of_public = Q(pk__in=[])
    for model in (Event, Statement, Opinion):
        content_type = ContentType.objects.get_for_model(model)
        of_public |= Q(
            content_type=content_type, object_id__in=model.objects.published().order_by().values("pk")
        )
    return Correction.objects.published().filter(of_public)


def with_items(corrections: QuerySet[Correction]) -> QuerySet[Correction]:
    """Each with what it corrects, as a list shows it."""
    items = GenericPrefetch(
        "item",
        [
            Event.objects.for_line(),
            Statement.objects.select_related("event", "appearance", "jointly_with")
            .defer("event__report")
            .with_withdrawn(),
            Opinion.objects.for_line(),
        ],
    )
    return corrections.prefetch_related(items)


def put_right(kind: str = "") -> QuerySet:
    """The model, day and key of everything, the newest first, or of ``kind`` alone."""
    corrected = [keys(corrections_of_public(), F("date"))]
    statements = Statement.objects.filter(public_now("event__"), withdrawn_at__isnull=False)
    withdrawn = [
        keys(statements, TruncDate("withdrawn_at")),
        *(keys(model.objects.withdrawn(), withdrawn_on(model)) for model in (Event, Opinion)),
    ]
    first, *others = {CORRECTED: corrected, WITHDRAWN: withdrawn}.get(kind, corrected + withdrawn)
    return first.union(*others, all=True).order_by("-day", "called", "-key")


def keys(rows: QuerySet, day: Any) -> QuerySet:
    called = Value(str(rows.model._meta.model_name), models.CharField())
    return rows.order_by().annotate(called=called, day=day, key=F("pk")).values_list("called", "day", "key")


def withdrawn_on(model: type[models.Model]) -> TruncDate:
    """The day on which a record of ``model`` was withdrawn; of one without versions, of its last save."""
    withdrawals = Version.objects.filter(
        kind=model._meta.label_lower, object_id=OuterRef("pk"), what=Version.What.WITHDRAWAL
    )
    return TruncDate(Coalesce(Subquery(withdrawals.order_by("-at").values("at")[:1]), F("updated_at")))


def entries_of(rows: Iterable[tuple[str, date, int]]) -> list[Entry]:
    """What ``put_right`` found, with all that a page says of it: at most a few queries, however many rows."""
    rows = list(rows)
    found: dict[tuple[str, int], Any] = {}
    for called, of_kind in RECORDS.items():
        if wanted := [key for name, _day, key in rows if name == called]:
            found |= {(called, one.pk): one for one in of_kind().filter(pk__in=wanted)}
    return [entry_of(found[called, key], day) for called, day, key in rows if (called, key) in found]


def entry_of(record: Any, day: date) -> Entry:
    if isinstance(record, Correction):
        return Entry(CORRECTED, day, record.item, record.text, identity(record))
    told = record.withdrawal_note or str(NO_NOTE)
    return Entry(WITHDRAWN, day, record, told, f"{identity(record)}/withdrawn")


RECORDS: dict[str, Callable[[], QuerySet]] = {
    "correction": lambda: with_items(corrections_of_public()),
    "statement": lambda: Statement.objects.select_related("event").defer("event__report"),
    "event": Event.objects.for_line,
    "opinion": Opinion.objects.for_line,
}

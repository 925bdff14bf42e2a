"""What was once public is never deleted: its address answers for good, and says so when it was withdrawn."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from publishing.gate import Status
from publishing.questions import NOW
from publishing.versions import about_to_change

#: Records that a refusal names.
FEW = 10


def shown_once(path: str = "") -> Q:
    """``Publishable.address_was_shown`` as a condition on a row, or on one reached by ``path`` ("event__")."""
    return ~Q(**{f"{path}status": Status.DRAFT}) | Q(**{f"{path}first_public_at__lte": NOW})


def kept_events() -> Q:
    """Events that are not deleted: they have been public, or a statement of theirs was and is withdrawn."""
    return shown_once() | Q(statements__withdrawn_at__isnull=False)


def kept_statements() -> Q:
    return shown_once("event__") | Q(withdrawn_at__isnull=False)


def refuse_to_delete(records: QuerySet, kept: Q) -> None:
    """Raise ValidationError, in words, when one of ``records`` is ``kept``; called in the transaction that deletes."""
    rows = records.model._default_manager.filter(pk__in=records.order_by().values("pk"))
    held = list(rows.order_by("pk").select_for_update().values_list("pk", flat=True))
    public = rows.filter(kept, pk__in=held).distinct()[:FEW]
    if public:
        raise ValidationError([words_for(record) for record in public])
    about_to_change(records.model, held)


def words_for(record: Any) -> str:
    return f"“{record}” has been public: it is withdrawn with a note, and never deleted."

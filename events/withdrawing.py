"""Taking one statement back: its address then says so, and its words leave the report as the public sees it."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from events.models import Event, Statement
from events.passages import redact
from events.places import Place, Report
from publishing.changes import unit_of_work

#: Stands in the public report, in feeds and in what search reads, where a withdrawn passage stood.
GAP = "[…]"


@unit_of_work()
def withdraw_statement(statement: Statement, note: str, at: datetime | None = None) -> None:
    """Take ``statement`` back from the public; its address answers with ``note`` from now on.

    ``at`` is when that was, if not now.

    Raises ValidationError without a note.
    """
    if not note.strip():
        raise ValidationError("Say what was withdrawn, and why: readers who follow an old link will see it.")
    statement.withdrawn_at = at or timezone.now()
    statement.withdrawal_note = note.strip()
    statement.save(update_fields=["withdrawn_at", "withdrawal_note"])


@unit_of_work()
def restore_statement(statement: Statement) -> None:
    """Undo ``withdraw_statement``."""
    statement.withdrawn_at = None
    statement.withdrawal_note = ""
    statement.save(update_fields=["withdrawn_at", "withdrawal_note"])


def withdrawn_places(withdrawn: Iterable[Statement], report: Report) -> list[tuple[Statement, Place]]:
    """Wherever the words of withdrawn statements stand in the report: a pull quote says them once more."""
    return [(statement, place) for statement in withdrawn for place in report.places(statement.text)]


def public_report(event: Event) -> str:
    """The report as HTML without the words of withdrawn statements."""
    withdrawn = [statement for statement in event.statements.all() if statement.withdrawn_at]
    if not withdrawn:
        return event.report
    report = Report(event.report)
    return redact(report, [place for _statement, place in withdrawn_places(withdrawn, report)], GAP)

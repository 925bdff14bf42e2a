"""An event as versions keep it: with who took part, what was said, and its corrections."""

from events.models import Appearance, Event, Statement
from events.not_for_attribution import SAID_BY_NOBODY, without_names
from events.placing import place_statements
from events.withdrawing import withdraw_statement
from publishing.models import Correction
from publishing.wholes import Document, Part, Row, delete_rows, keeps_versions


def event_with_parts() -> None:
    keeps_versions(
        Event,
        Part(
            "appearances",
            Appearance,
            "event",
            ("speaker", "speakers"),
            called="printed_name",
            same="speaker",
            complete=print_the_name,
        ),
        Part(
            "statements",
            Statement,
            "event",
            same="text",
            loose=SAID_BY_NOBODY | {"attribution": "…"},
            complete=Statement.copy_the_rule,
            take_out=take_statements_out,
            become=withdraw_as_said,
        ),
        Part("corrections", Correction, "object_id", called="date", same="text", outlasts=True),
        is_secret=is_under_the_rule,
        secret_parts=frozenset({"appearances"}),
        forgets=without_names,
        settle=place_statements,
    )


def print_the_name(appearance: Appearance) -> None:
    """A name that was left blank in what was kept aside is printed as the archive has it, as the form does."""
    appearance.printed_name = appearance.printed_name or appearance.speaker.name


def is_under_the_rule(document: Document) -> bool:
    return document["fields"].get("record_rule") == Event.RecordRule.CHATHAM_HOUSE


def withdraw_as_said(event: Event, rows: list[Row]) -> None:
    """Withdraw the statements of which a change says so, each with its note; what is withdrawn by now stays so."""
    notes = {row["id"]: row["withdrawal_note"] for row in rows if row.get("withdrawn_at")}
    for statement in event.statements.filter(pk__in=notes, withdrawn_at=None):
        withdraw_statement(statement, notes[statement.pk])


def take_statements_out(statements: list[Statement], note: str) -> list[Statement]:
    """What was public is withdrawn with ``note`` to the reader, and stays; the rest is deleted."""
    if not statements[0].event.address_was_shown:
        return delete_rows(statements, note)
    for statement in statements:
        if statement.withdrawn_at is None:
            withdraw_statement(statement, note)
    return statements

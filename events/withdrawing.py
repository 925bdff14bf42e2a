"""Taking one statement back: its address then says so, and its words leave the report as the public sees it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import get_text_list

from events.models import Event, Statement
from events.passages import redact
from events.places import Place, Report, Text
from events.placing import place_statements
from events.standing import NOTHING_DECIDED, Decision, name_of, words_elsewhere
from events.standing import Place as Elsewhere
from publishing.changes import unit_of_work
from publishing.states import check_note
from publishing.versions import hold, raise_version

#: Stands in the public report, in feeds and in what search reads, where a withdrawn passage stood.
GAP = "[…]"


@unit_of_work()
def withdraw_statement(
    statement: Statement, note: str, at: datetime | None = None, decided: Mapping[str, str] = NOTHING_DECIDED
) -> None:
    """Take ``statement`` back from the public; its address answers with ``note`` from now on.

    ``at`` is when that was, if not now. ``decided`` says by the names of places (``events.standing``) what becomes of
    the same words there.

    Raises ValidationError without a note, as long as a place is not decided, or when there is nothing to take back: it
    is withdrawn already, or has never been out.
    """
    hold(statement)
    check_may_go(statement, note)
    found = list(words_elsewhere(statement, decided))
    places = {place.name: place for _statement, place in found}
    if open_ones := [place for name, place in places.items() if decided.get(name) not in place.choices]:
        raise ValidationError(undecided_in_words(open_ones))
    others = [place.record for name, place in places.items() if decided[name] == Decision.WITHDRAW]
    for other in others:
        hold(other)
    others = [one for one in others if one.withdrawn_at is None]  # another may have taken it along meanwhile
    for other in others:
        check_may_go(other, note)
    left = [name for name in places if decided[name] == Decision.LEAVE]
    for one in (statement, *others):
        one.withdrawal_note, one.withdrawn_at = check_note(note), at or timezone.now()
        one.left_standing = left
        one.save(update_fields=["withdrawn_at", "withdrawal_note", "left_standing"])
        raise_version(one.event)
    for one, place in found:
        if decided[place.name] == Decision.TAKE_OUT:
            take_out(place, one.text)


def check_may_go(statement: Statement, note: str) -> None:
    """Raises ValidationError where ``statement`` cannot be withdrawn, or not with this ``note``."""
    if refusal := refusal_to_withdraw(statement):
        raise ValidationError(refusal)
    statement.check_words(note)


def undecided_in_words(places: Iterable[Elsewhere]) -> str:
    named = get_text_list([place.label for place in places], "and")
    return f"The same words stand in {named}: decide for each what becomes of them."


def take_out(place: Elsewhere, words: str) -> None:
    """Leave a gap for good where the words stand in a text; a record that has several such places is read anew."""
    record = place.record
    hold(record)
    text = place.made_ready
    said = place.said(text, words)
    changed = redact(text, said, GAP) if isinstance(text, Report) else with_gaps(text.text, said)
    setattr(record, place.field, changed)
    record.save(update_fields=[place.field, "fold"])
    if place.has_its_place:
        place_statements(record)


@unit_of_work()
def restore_statement(statement: Statement) -> None:
    """Undo ``withdraw_statement``. Raises ValidationError when it is not withdrawn."""
    hold(statement)
    if statement.withdrawn_at is None:
        raise ValidationError("This statement is not withdrawn.")
    statement.withdrawn_at = None
    statement.withdrawal_note = ""
    statement.left_standing = []
    statement.save(update_fields=["withdrawn_at", "withdrawal_note", "left_standing"])
    raise_version(statement.event)


def refusal_to_withdraw(statement: Statement) -> str:
    """Why ``statement`` cannot be withdrawn, in words; blank when it can."""
    if statement.withdrawn_at:
        return "This statement is withdrawn already."
    if not statement.event.address_was_shown:
        return "This statement has never been out: change or remove it on the form of its event."
    return ""


def withdrawn_places(withdrawn: Iterable[Statement], report: Report) -> list[tuple[Statement, Place]]:
    """Wherever the words of withdrawn statements stand in the report: a pull quote says them once more."""
    return [(statement, place) for statement in withdrawn for place in report.repeats(statement.text)]


class PublicText(NamedTuple):
    """All that a page, a file or a feed may say of an event in words of its own."""

    title: str
    lead: str
    cover_alt: str
    happens_note: str


def public_text(event: Event) -> PublicText:
    """The event's own words without those of withdrawn statements; the report is ``public_report``'s.

    Reads ``event.statements``: for several events have them at hand.
    """
    gone = withdrawn_of(event)
    return PublicText(
        *(_without(getattr(event, name), gone, name_of(event, name)) for name in PublicText._fields)
    )


def public_title(record: Any) -> str:
    """What a reader is told that a record is called: an event without the words that were taken back."""
    if isinstance(record, Event):
        return _without(record.title, withdrawn_of(record), name_of(record, "title"))
    return str(record)


def withdrawn_of(event: Event) -> list[Statement]:
    """Those whose words must not be shown; of an event ``with_withdrawn`` they are at hand."""
    if hasattr(event, "withdrawn_statements"):
        return event.withdrawn_statements
    return [statement for statement in event.statements.all() if statement.withdrawn_at]


def _without(text: str, withdrawn: Iterable[Statement], name: str) -> str:
    for statement in withdrawn:
        if name not in statement.left_standing:
            text = with_gaps(text, Text(text).repeats(statement.text))
    return text


def with_gaps(text: str, places: Iterable[Place]) -> str:
    """A plain text with a gap at each of the places, which stand in order."""
    kept, at = [], 0
    for place in places:
        kept += [text[at : place.start], GAP]
        at = place.end
    return "".join([*kept, text[at:]])


def public_report(event: Event) -> str:
    """The report as HTML without the words of withdrawn statements."""
    withdrawn = withdrawn_of(event)
    if not withdrawn:
        return event.report
    report = Report(event.report)
    return redact(report, [place for _statement, place in withdrawn_places(withdrawn, report)], GAP)

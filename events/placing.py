"""Each statement stands in its report: finding the place, and saying which have lost theirs."""

from collections.abc import Iterable

from django.db import transaction

from events.models import Event, Statement
from events.places import Report
from publishing.updating import update_columns

PLACE_FIELDS = ["start", "end", "prefix", "suffix"]


def find_places(report: Report, statements: Iterable[Statement]) -> list[Statement]:
    """Give each of ``statements``, in their order, its place in ``report``; saves nothing.

    Returns those that stand nowhere in it (those in the editor's own words aside).
    """
    lost: list[Statement] = []
    taken: list[tuple[int, int]] = []
    for statement in statements:
        place = None
        if not statement.own_words:
            place = report.find(statement.text, prefix=statement.prefix, suffix=statement.suffix, taken=taken)
        if place:
            taken.append((place.start, place.end))
            statement.start, statement.end = place.start, place.end
            statement.prefix, statement.suffix = place.prefix, place.suffix
        else:
            statement.start = statement.end = None
            if not statement.own_words and not statement.withdrawn_at:
                lost.append(statement)
    return lost


@transaction.atomic
def place_statements(event: Event) -> list[Statement]:
    """Find each statement's words in the event's report again and store the places.

    Returns the statements that stand nowhere in it (those in the editor's own words aside).
    """
    statements = list(event.statements.all())
    before = [place_of(statement) for statement in statements]
    lost = find_places(Report(event.report), statements)
    changed = [
        statement for statement, old in zip(statements, before, strict=True) if place_of(statement) != old
    ]
    update_columns(changed, PLACE_FIELDS)
    return lost


def place_of(statement: Statement) -> list:
    return [getattr(statement, name) for name in PLACE_FIELDS]

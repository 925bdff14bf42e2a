"""Each statement stands in its report: finding the place, and saying which have lost theirs."""

from django.db import transaction

from events.models import Event, Statement
from events.places import Report

PLACE_FIELDS = ["start", "end", "prefix", "suffix"]


@transaction.atomic
def place_statements(event: Event) -> list[Statement]:
    """Find each statement's words in the event's report again and store the places.

    Returns the statements that stand nowhere in it (those in the editor's own words aside).
    """
    report = Report(event.report)
    statements = list(event.statements.all())
    changed, lost, taken = [], [], []
    for statement in statements:
        before = [getattr(statement, name) for name in PLACE_FIELDS]
        place = (
            None
            if statement.own_words
            else report.find(statement.text, prefix=statement.prefix, suffix=statement.suffix, taken=taken)
        )
        if place:
            taken.append((place.start, place.end))
            statement.start, statement.end = place.start, place.end
            statement.prefix, statement.suffix = place.prefix, place.suffix
        else:
            statement.start = statement.end = None
            if not statement.own_words:
                lost.append(statement)
        if before != [getattr(statement, name) for name in PLACE_FIELDS]:
            changed.append(statement)
    Statement.objects.bulk_update(changed, PLACE_FIELDS)
    return lost

"""Roles that the page's layout tells: 'Moderator: Ann Moss', a role as the heading of a list or of a section."""

import re
from collections.abc import Iterator

from intake.reading.languages import either
from intake.reading.layout.parts import Layout
from intake.reading.model import SpanKind
from intake.reading.people import Person

ROLES = {
    role: re.compile(rf"(?:{either('labels', constant)})", re.I)
    for role, constant in (
        ("moderator", "MODERATES"),
        ("host", "HOSTS"),
        ("keynote", "KEYNOTE"),
        ("discussant", "DISCUSSANT"),
    )
}
OPENING_NAME = re.compile(r"(?:[^\W\d_a-zа-яё][\w.’'-]*\s*){1,6}")


def give_roles(text: str, layout: Layout, people: list[Person]) -> None:
    """Sets the role of everybody named in an entry under a role; the report's own words have named it."""
    for role, start, end in _entries(text, layout):
        for person in people:
            if person.name in text[start:end]:
                person.role, person.participant = role, True
                person.why = f"introduced as {role}"


def _entries(text: str, layout: Layout) -> Iterator[tuple[str, int, int]]:
    """(role, start, end) of each stretch that names people in that role."""
    for label, start, end in layout.labelled:
        if role := role_of(label):
            yield role, start, end
    role = None
    for before, span in zip((None, *layout.spans), layout.spans, strict=False):
        if span.kind == SpanKind.LIST_HEADER:
            role = role_of(text[span.start : span.end])
        elif span.kind != SpanKind.LIST:
            if role and before and before.kind == SpanKind.LIST_HEADER:
                yield role, span.start, _end_of_opening_name(text, span.start)
            role = None
        elif role:
            yield role, span.start, span.end


def role_of(heading: str) -> str | None:
    """The role that a heading, a label or a cell begins with."""
    return next((role for role, pattern in ROLES.items() if pattern.match(heading)), None)


def _end_of_opening_name(text: str, start: int) -> int:
    """Where the name ends with which a section under 'KEYNOTE' opens."""
    name = OPENING_NAME.match(text, start)
    return name.end() if name else start

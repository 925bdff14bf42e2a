"""The review without JavaScript: each item a few plain fields, read back into the same items."""

from dataclasses import replace
from itertools import chain, count
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict

from events.places import Text
from intake import matching
from intake.decisions import checked_items, first_choice
from intake.items import (
    ACCEPTED,
    FACTS,
    GROUP,
    NEW,
    OPEN,
    STATES,
    Facts,
    FactsItem,
    Item,
    OpinionItem,
    PersonItem,
    StatementItem,
    of_kind,
)
from intake.models import Intake

NEW_PERSON, NEW_STATEMENT = "new-person", "new-statement"


def items_from(data: QueryDict, intake: Intake) -> tuple[list[Item], dict[str, str]]:
    """The items as the fields have them, and what is wrong with some, by their ids: those stay open.

    What cannot be taken is not lost: the item keeps the rest of its fields. Raises ValidationError for what no field
    of the page can say.
    """
    items: list[Item] = []
    errors: dict[str, str] = {}
    text = Text(intake.text)
    for item in intake.items:
        if not item.made:
            item, error = _posted(item, data, text)
            if error:
                errors[item.id] = error
        items.append(item)
    items += _new_people(data, intake) + _new_statements(data, intake, text, errors)
    return _without_faults(items, intake, errors), errors


def _posted(item: Item, data: QueryDict, text: Text) -> tuple[Item, str]:
    """The item as its fields have it, and what is wrong with it; then it is open."""
    state = data.get(f"{item.id}-state", item.state)
    item = replace(item, state=state if state in STATES else OPEN)
    match item:
        case FactsItem():
            values = {name: data.get(f"facts-{name}", getattr(item.values, name)).strip() for name in FACTS}
            return replace(item, values=Facts(**values)), ""
        case PersonItem():
            name, role = (_value(data, item, one) or getattr(item, one) for one in ("name", "role"))
            return replace(item, name=name, role=role, **_values(data, item, "post", "choice")), ""
        case StatementItem():
            return _posted_statement(replace(item, **_values(data, item, "speaker", "evidence")), data, text)
        case OpinionItem():
            title = _value(data, item, "title") or item.title
            return replace(item, title=title, **_values(data, item, "author", "choice")), ""
    raise TypeError(item)


def _posted_statement(item: StatementItem, data: QueryDict, text: Text) -> tuple[StatementItem, str]:
    words = data.get(f"{item.id}-words")
    if words is None or words.split() == text.text[item.start : item.end].split():
        return item, ""
    try:
        start, end = place_of(words, text, near=item.start)
    except ValidationError as error:
        return replace(item, state=OPEN), " ".join(error.messages)
    return replace(item, start=start, end=end, why="these words by you"), ""


def _value(data: QueryDict, item: Item, name: str) -> str:
    return data.get(f"{item.id}-{name}", getattr(item, name)).strip()


def _values(data: QueryDict, item: Item, *names: str) -> dict[str, Any]:
    return {name: _value(data, item, name) for name in names}


def _without_faults(items: list[Item], intake: Intake, errors: dict[str, str]) -> list[Item]:
    """An accepted item that lacks something is open again, with the reason; the others are as they are."""
    people = {person.id for person in of_kind(PersonItem, items)}
    whole = []
    for item in items:
        fault = _fault(item) if item.is_accepted else ""
        if fault:
            errors[item.id] = fault
            item = replace(item, state=OPEN)
        if isinstance(item, StatementItem) and not item.is_of_a_group and item.speaker not in people:
            item = replace(item, speaker="")
        whole.append(item)
    return checked_items([item.stored() for item in whole], intake)


def _fault(item: Item) -> str:
    """What an accepted item lacks, in words."""
    match item:
        case PersonItem(choice=""):
            return "Say which person it is, or that it is a new one."
        case StatementItem(speaker=""):
            return "Say who said it, before you accept it."
        case FactsItem(values=Facts(title="")):
            return "The event needs a title."
    return ""


def place_of(words: str, text: Text, near: int = 0) -> tuple[int, int]:
    """Where words stand in the text: the place nearest to where they stood. Raises ValidationError."""
    places = text.places(words)
    if not places:
        raise ValidationError("These words do not stand in the report: copy them from it.")
    place = min(places, key=lambda place: abs(place.start - near))
    return place.start, place.end


def _new_people(data: QueryDict, intake: Intake) -> list[Item]:
    name, post = data.get(f"{NEW_PERSON}-name", "").strip(), data.get(f"{NEW_PERSON}-post", "").strip()
    if not name:
        return []
    numbers = [person.id[1:] for person in of_kind(PersonItem, intake.items)]
    number = 1 + max((int(number) for number in numbers if number.isdecimal()), default=-1)
    choice = first_choice(matching.match(name, post))
    person = PersonItem(
        id=f"p{number}",
        state=ACCEPTED if choice == NEW else OPEN,
        name=name,
        post=post,
        role=data.get(f"{NEW_PERSON}-role", "speaker"),
        choice=choice,
        added=True,
    )
    return [person]


def _new_statements(data: QueryDict, intake: Intake, text: Text, errors: dict[str, str]) -> list[Item]:
    words = data.get(f"{NEW_STATEMENT}-words", "").strip()
    if not words:
        return []
    try:
        start, end = place_of(words, text)
    except ValidationError as error:
        errors[NEW_STATEMENT] = " ".join(error.messages)
        return []
    group = data.get(f"{NEW_STATEMENT}-group", "").strip()
    speaker = GROUP + group if group else data.get(f"{NEW_STATEMENT}-speaker", "")
    statement = StatementItem(
        id=_free_id(f"new{start}-{end}", intake),
        state=ACCEPTED if speaker else OPEN,
        start=start,
        end=end,
        speaker=speaker,
        evidence=data.get(f"{NEW_STATEMENT}-evidence", "paraphrase"),
        why="said by you",
        sure=True,
    )
    return [statement]


def _free_id(wanted: str, intake: Intake) -> str:
    """``wanted``, with a number after it where the same words have been given to somebody before."""
    taken = {item.id for item in intake.items}
    numbered = (f"{wanted}-{number}" for number in count(2))
    return next(key for key in chain([wanted], numbered) if key not in taken)

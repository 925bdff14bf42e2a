"""The review without JavaScript: each item a few plain fields, read back into the same items."""

from itertools import chain, count

from django.core.exceptions import ValidationError
from django.http import QueryDict

from events.places import Text
from intake import matching
from intake.decisions import FACTS, GROUP, NEW, checked_items, first_choice
from intake.models import Intake

NEW_PERSON, NEW_STATEMENT = "new-person", "new-statement"


def items_from(data: QueryDict, intake: Intake) -> tuple[list[dict], dict[str, str]]:
    """The items as the fields have them, and what is wrong with some, by their ids: those stay open.

    What cannot be taken is not lost: the item keeps the rest of its fields. Raises ValidationError for what no field
    of the page can say.
    """
    items: list[dict] = []
    errors: dict[str, str] = {}
    text = Text(intake.text)
    for item in intake.items:
        if item.get("made"):
            items.append(item)
            continue
        posted = dict(item)
        try:
            READ[item["kind"]](posted, data, text)
        except ValidationError as error:
            errors[item["id"]] = " ".join(error.messages)
            posted["state"] = "open"
        items.append(posted)
    items += _new_people(data, intake) + _new_statements(data, intake, text, errors)
    return _without_faults(items, intake, errors), errors


def _without_faults(items: list[dict], intake: Intake, errors: dict[str, str]) -> list[dict]:
    """An accepted item that lacks something is open again, with the reason; the others are as they are."""
    people = {item["id"]: item for item in items if item["kind"] == "person"}
    for item in items:
        if item["state"] != "accepted":
            continue
        if item["kind"] == "person" and not item["choice"]:
            errors[item["id"]] = "Say which person it is, or that it is a new one."
        elif item["kind"] == "statement" and not item["speaker"]:
            errors[item["id"]] = "Say who said it, before you accept it."
        elif item["kind"] == "facts" and not item["values"]["title"]:
            errors[item["id"]] = "The event needs a title."
        else:
            continue
        item["state"] = "open"
    for item in items:
        if (
            item["kind"] == "statement"
            and item["speaker"] not in people
            and not item["speaker"].startswith(GROUP)
        ):
            item["speaker"] = ""
    return checked_items(items, intake)


def _value(data: QueryDict, item: dict, name: str) -> str:
    return data.get(f"{item['id']}-{name}", item.get(name, "")).strip()


def _read_state(item: dict, data: QueryDict) -> None:
    state = data.get(f"{item['id']}-state", item["state"])
    item["state"] = state if state in ("open", "accepted", "refused") else "open"


def _read_facts(item: dict, data: QueryDict, text: Text) -> None:
    _read_state(item, data)
    item["values"] = {name: data.get(f"facts-{name}", item["values"][name]).strip() for name in FACTS}


def _read_person(item: dict, data: QueryDict, text: Text) -> None:
    _read_state(item, data)
    item |= {name: _value(data, item, name) or item[name] for name in ("name", "role")}
    item |= {name: _value(data, item, name) for name in ("post", "choice")}


def _read_statement(item: dict, data: QueryDict, text: Text) -> None:
    _read_state(item, data)
    item |= {"speaker": _value(data, item, "speaker"), "evidence": _value(data, item, "evidence")}
    words = data.get(f"{item['id']}-words")
    if words is not None and words.split() != text.text[item["start"] : item["end"]].split():
        start, end = place_of(words, text, near=item["start"])
        item |= {"start": start, "end": end, "why": "these words by you"}


def _read_opinion(item: dict, data: QueryDict, text: Text) -> None:
    _read_state(item, data)
    item |= {"title": _value(data, item, "title") or item["title"], "author": _value(data, item, "author")}
    item["choice"] = _value(data, item, "choice")


READ = {
    "facts": _read_facts,
    "person": _read_person,
    "statement": _read_statement,
    "opinion": _read_opinion,
}


def place_of(words: str, text: Text, near: int = 0) -> tuple[int, int]:
    """Where words stand in the text: the place nearest to where they stood. Raises ValidationError."""
    places = text.places(words)
    if not places:
        raise ValidationError("These words do not stand in the report: copy them from it.")
    place = min(places, key=lambda place: abs(place.start - near))
    return place.start, place.end


def _new_people(data: QueryDict, intake: Intake) -> list[dict]:
    name, post = data.get(f"{NEW_PERSON}-name", "").strip(), data.get(f"{NEW_PERSON}-post", "").strip()
    if not name:
        return []
    number = 1 + max(
        (
            int(item["id"][1:])
            for item in intake.items
            if item["kind"] == "person" and item["id"][1:].isdigit()
        ),
        default=-1,
    )
    choice = first_choice(matching.match(name, post))
    return [
        {
            "id": f"p{number}",
            "kind": "person",
            "state": "accepted" if choice == NEW else "open",
            "name": name,
            "post": post,
            "role": data.get(f"{NEW_PERSON}-role", "speaker"),
            "choice": choice,
            "added": True,
        }
    ]


def _new_statements(data: QueryDict, intake: Intake, text: Text, errors: dict[str, str]) -> list[dict]:
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
    return [
        {
            "id": _free_id(f"new{start}-{end}", intake),
            "kind": "statement",
            "state": "accepted" if speaker else "open",
            "start": start,
            "end": end,
            "speaker": speaker,
            "evidence": data.get(f"{NEW_STATEMENT}-evidence", "paraphrase"),
            "why": "said by you",
            "sure": True,
        }
    ]


def _free_id(wanted: str, intake: Intake) -> str:
    """``wanted``, with a number after it where the same words have been given to somebody before."""
    taken = {item["id"] for item in intake.items}
    numbered = (f"{wanted}-{number}" for number in count(2))
    return next(key for key in chain([wanted], numbered) if key not in taken)

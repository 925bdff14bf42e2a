"""What is decided about a proposal: a list of items, the same in the database, in the review and in the making.

An item is a plain dictionary. All have `id`, `kind` (facts, person, statement, opinion) and `state` (open, accepted,
refused); one that has become a record has `made`. The rest by kind:

    facts      values: title, kind, date, end_date, venue, city, country, language, record_rule, lead
    person     name, post, role, choice ("", "new" or the key of a speaker), added (by the editor)
    statement  start, end (code points in the text), speaker ("", a person's id or "g:The experts"), evidence, why, sure
    opinion    title, author, choice (who wrote it, as for a person)
"""

import re
from typing import Any

from django.core.exceptions import ValidationError

from events.models import Appearance, Event, Statement
from intake import matching
from intake.models import Intake
from publishing.richtext import UNPRINTABLE

STATES = {"open", "accepted", "refused"}
FACTS = (
    "title",
    "kind",
    "date",
    "end_date",
    "venue",
    "city",
    "country",
    "language",
    "record_rule",
    "lead",
)
GROUP = "g:"
NEW = "new"
MOST_ITEMS = 5000
LONGEST = {"lead": 5000}
LONGEST_VALUE = 500
ID = re.compile(r"[\w-]{1,60}")

#: From the words for a kind of event to the archive's own kinds; the first that stands in the phrase.
KINDS = {
    "press conference": Event.Kind.PRESS_CONFERENCE,
    "news conference": Event.Kind.PRESS_CONFERENCE,
    "press briefing": Event.Kind.PRESS_CONFERENCE,
    "news briefing": Event.Kind.PRESS_CONFERENCE,
    "пресс-конференция": Event.Kind.PRESS_CONFERENCE,
    "брифинг": Event.Kind.PRESS_CONFERENCE,
    "book launch": Event.Kind.BOOK_LAUNCH,
    "book presentation": Event.Kind.BOOK_LAUNCH,
    "презентация книги": Event.Kind.BOOK_LAUNCH,
    "round table": Event.Kind.ROUND_TABLE,
    "roundtable": Event.Kind.ROUND_TABLE,
    "round-table": Event.Kind.ROUND_TABLE,
    "круглый стол": Event.Kind.ROUND_TABLE,
    "discussion": Event.Kind.EXPERT_DISCUSSION,
    "panel": Event.Kind.EXPERT_DISCUSSION,
    "дискуссия": Event.Kind.EXPERT_DISCUSSION,
    "lecture": Event.Kind.LECTURE,
    "лекция": Event.Kind.LECTURE,
    "seminar": Event.Kind.SEMINAR,
    "workshop": Event.Kind.SEMINAR,
    "webinar": Event.Kind.SEMINAR,
    "семинар": Event.Kind.SEMINAR,
    "presentation": Event.Kind.PRESENTATION,
    "презентация": Event.Kind.PRESENTATION,
    "conference": Event.Kind.CONFERENCE,
    "конференция": Event.Kind.CONFERENCE,
    "congress": Event.Kind.CONFERENCE,
    "symposium": Event.Kind.CONFERENCE,
    "forum": Event.Kind.CONFERENCE,
    "форум": Event.Kind.CONFERENCE,
    "summit": Event.Kind.CONFERENCE,
}


def kind_of(phrase: str | None) -> str:
    """The archive's kind for "panel discussion"; "other" where the report names none that it has."""
    low = (phrase or "").lower()
    return next((kind for words, kind in KINDS.items() if words in low), Event.Kind.OTHER)


def first_items(proposal: dict) -> list[dict]:
    """The items of a proposal on which nothing is decided yet."""
    return [_facts(proposal["event"]), *_people(proposal), *_statements(proposal), *_opinions(proposal)]


def _facts(event: dict) -> dict:
    values = {name: event.get(name) or "" for name in FACTS}
    values["kind"] = kind_of(event.get("kind"))
    values["record_rule"] = Event.RecordRule.ON_RECORD
    return {"id": "facts", "kind": "facts", "state": "open", "values": values}


def _people(proposal: dict) -> list[dict]:
    return [
        {
            "id": f"p{number}",
            "kind": "person",
            "state": "open",
            "name": person["name"],
            "post": person.get("printed_post") or "",
            "role": person["role"],
            "choice": first_choice(matching.match(person["name"], person.get("printed_post") or "")),
        }
        for number, person in enumerate(proposal["speakers"])
    ]


def first_choice(verdict: matching.Verdict) -> str:
    """Whom to propose: nobody where several may be meant."""
    if verdict.kind == "new":
        return NEW
    return str(verdict.choices[0].speaker.pk) if verdict.kind == "matched" else ""


def _statements(proposal: dict) -> list[dict]:
    ids = {person["name"]: f"p{number}" for number, person in enumerate(proposal["speakers"])}
    items = []
    for number, told in enumerate(proposal["statements"]):
        group = GROUP + told["attributed_to"] if told.get("attributed_to") else ""
        item = {
            "id": f"s{number}",
            "kind": "statement",
            "state": "open",
            "start": told["start"],
            "end": told["end"],
            "speaker": ids.get(told["speaker"], group),
            "evidence": told["evidence"],
            "why": told["why"],
            "sure": told["sure"],
        }
        items.append(item)
        others = [name for name in told.get("joint_with") or () if name in ids]
        items += [item | {"id": f"s{number}-{ids[name]}", "speaker": ids[name]} for name in others]
    return items


def _opinions(proposal: dict) -> list[dict]:
    return [
        {
            "id": f"o{number}",
            "kind": "opinion",
            "state": "open",
            "title": opinion["title"],
            "author": opinion.get("author") or "",
            "choice": first_choice(matching.match(opinion["author"])) if opinion.get("author") else "",
        }
        for number, opinion in enumerate(proposal["opinions"])
    ]


def accept_the_sure(items: list[dict]) -> list[dict]:
    """What may be taken without an editor at hand: whatever is certain; the rest stays open."""
    decided = []
    taken = {i["id"] for i in items if i["kind"] == "person" and i["choice"]}
    for item in items:
        sure = {
            "facts": True,
            "person": bool(item.get("choice")),
            "statement": bool(item.get("sure"))
            and (item.get("speaker") in taken or str(item.get("speaker")).startswith(GROUP)),
            "opinion": bool(item.get("choice")),
        }[item["kind"]]
        decided.append(item | {"state": "accepted"} if sure and item["state"] == "open" else item)
    return decided


# --- What comes back from a browser ---


def checked_items(posted: Any, intake: Intake) -> list[dict]:
    """The items of a review as they may be stored. Raises ValidationError when they are none of this intake's."""
    if not isinstance(posted, list) or not 0 < len(posted) <= MOST_ITEMS:
        raise ValidationError("These are no decisions.")
    known = {item["id"]: item for item in intake.items}
    items = [_checked(item, known, intake) for item in posted]
    ids = [item["id"] for item in items]
    if len(set(ids)) < len(ids) or ids.count("facts") != 1:
        raise ValidationError("One decision is there twice.")
    people = {item["id"] for item in items if item["kind"] == "person"}
    for item in items:
        if item["kind"] == "statement":
            _check_speaker(item, people)
    # What has become a record is not forgotten by a browser that had not heard of it.
    return items + [item for item in known.values() if item.get("made") and item["id"] not in ids]


def _checked(item: Any, known: dict, intake: Intake) -> dict:
    kinds = {
        "facts": _checked_facts,
        "person": _checked_person,
        "statement": _checked_statement,
        "opinion": _checked_opinion,
    }
    kind = item.get("kind") if isinstance(item, dict) else None
    key = item.get("id") if isinstance(item, dict) else None
    if (
        kind not in kinds
        or not isinstance(key, str)
        or not ID.fullmatch(key)
        or item.get("state") not in STATES
    ):
        raise ValidationError("These are no decisions.")
    before = known.get(key)
    if before and before["kind"] != kind or not before and kind in ("facts", "opinion"):
        raise ValidationError("These are no decisions about this report.")
    kept = {"id": key, "kind": kind, "state": item["state"]}
    if before and before.get("made"):
        return before
    return kept | kinds[kind](item, intake)


def _checked_facts(item: dict, intake: Intake) -> dict:
    values = item.get("values")
    if not isinstance(values, dict):
        raise ValidationError("These are no facts.")
    kept = {name: _text(values.get(name), LONGEST.get(name, LONGEST_VALUE)) for name in FACTS}
    if kept["kind"] not in Event.Kind.values or kept["record_rule"] not in Event.RecordRule.values:
        raise ValidationError("There is no such kind of event.")
    return {"values": kept}


def _checked_person(item: dict, intake: Intake) -> dict:
    if item.get("role") not in Appearance.Role.values:
        raise ValidationError("There is no such role.")
    name, choice = _text(item.get("name"), 200), _choice(item)
    if not name or item["state"] == "accepted" and not choice:
        raise ValidationError("Say which person it is.")
    person = {"name": name, "post": _text(item.get("post"), 400), "role": item["role"], "choice": choice}
    return person | ({"added": True} if item.get("added") else {})


def _checked_statement(item: dict, intake: Intake) -> dict:
    start, end = item.get("start"), item.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(intake.text):
        raise ValidationError("These words do not stand in the text.")
    if item.get("evidence") not in Statement.Evidence.values:
        raise ValidationError("There is no such evidence.")
    return {
        "start": start,
        "end": end,
        "speaker": _text(item.get("speaker"), 200 + len(GROUP)),
        "evidence": item["evidence"],
        "why": _text(item.get("why"), LONGEST_VALUE),
        "sure": bool(item.get("sure")),
    }


def _checked_opinion(item: dict, intake: Intake) -> dict:
    title = _text(item.get("title"), 300)
    if not title:
        raise ValidationError("An opinion needs a title.")
    return {"title": title, "author": _text(item.get("author"), 200), "choice": _choice(item)}


def _check_speaker(item: dict, people: set[str]) -> None:
    speaker = item["speaker"]
    if speaker and speaker not in people and not speaker[len(GROUP) :].strip():
        raise ValidationError("There is no such speaker.")
    if speaker and speaker not in people and not speaker.startswith(GROUP):
        raise ValidationError("There is no such speaker.")
    if item["state"] == "accepted" and not speaker:
        raise ValidationError("Say who said it, before you accept it.")


def _choice(item: dict) -> str:
    choice = item.get("choice")
    if (
        choice in ("", NEW)
        or isinstance(choice, str)
        and choice.isascii()
        and choice.isdigit()
        and len(choice) < 19
    ):
        return choice
    raise ValidationError("There is no such person.")


def _text(value: Any, longest: int) -> str:
    if not isinstance(value, str | None):
        raise ValidationError("These are no words.")
    return UNPRINTABLE.sub("", value or "").strip()[:longest]

"""What is decided about a proposal: the first items of it, and what comes back from a browser checked.

The items themselves are in intake.items; they are the same in the database, in the review and in the making.
"""

import re
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError

from events.models import Appearance, Event, Statement
from intake import items as item_kinds
from intake import matching
from intake.items import (
    ACCEPTED,
    FACTS,
    GROUP,
    NEW,
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
from publishing.richtext import UNPRINTABLE

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
    "pressekonferenz": Event.Kind.PRESS_CONFERENCE,
    "pressegespräch": Event.Kind.PRESS_CONFERENCE,
    "book launch": Event.Kind.BOOK_LAUNCH,
    "book presentation": Event.Kind.BOOK_LAUNCH,
    "презентация книги": Event.Kind.BOOK_LAUNCH,
    "buchvorstellung": Event.Kind.BOOK_LAUNCH,
    "buchpräsentation": Event.Kind.BOOK_LAUNCH,
    "round table": Event.Kind.ROUND_TABLE,
    "roundtable": Event.Kind.ROUND_TABLE,
    "round-table": Event.Kind.ROUND_TABLE,
    "круглый стол": Event.Kind.ROUND_TABLE,
    "runder tisch": Event.Kind.ROUND_TABLE,
    "rundtischgespräch": Event.Kind.ROUND_TABLE,
    "discussion": Event.Kind.EXPERT_DISCUSSION,
    "panel": Event.Kind.EXPERT_DISCUSSION,
    "дискуссия": Event.Kind.EXPERT_DISCUSSION,
    "diskussion": Event.Kind.EXPERT_DISCUSSION,
    "podium": Event.Kind.EXPERT_DISCUSSION,
    "fachgespräch": Event.Kind.EXPERT_DISCUSSION,
    "expertengespräch": Event.Kind.EXPERT_DISCUSSION,
    "lecture": Event.Kind.LECTURE,
    "лекция": Event.Kind.LECTURE,
    "vortrag": Event.Kind.LECTURE,
    "vorlesung": Event.Kind.LECTURE,
    "seminar": Event.Kind.SEMINAR,
    "workshop": Event.Kind.SEMINAR,
    "webinar": Event.Kind.SEMINAR,
    "семинар": Event.Kind.SEMINAR,
    "presentation": Event.Kind.PRESENTATION,
    "презентация": Event.Kind.PRESENTATION,
    "präsentation": Event.Kind.PRESENTATION,
    "conference": Event.Kind.CONFERENCE,
    "конференция": Event.Kind.CONFERENCE,
    "congress": Event.Kind.CONFERENCE,
    "symposium": Event.Kind.CONFERENCE,
    "forum": Event.Kind.CONFERENCE,
    "форум": Event.Kind.CONFERENCE,
    "summit": Event.Kind.CONFERENCE,
    "tagung": Event.Kind.CONFERENCE,
    "konferenz": Event.Kind.CONFERENCE,
    "kongress": Event.Kind.CONFERENCE,
    "fachtag": Event.Kind.CONFERENCE,
    "саммит": Event.Kind.CONFERENCE,
    "конгресс": Event.Kind.CONFERENCE,
}


def kind_of(phrase: str | None) -> str:
    """The archive's kind for "panel discussion"; "other" where the report names none that it has."""
    low = (phrase or "").lower()
    return next((kind for words, kind in KINDS.items() if words in low), Event.Kind.OTHER)


def first_items(proposal: dict) -> list[Item]:
    """The items of a proposal on which nothing is decided yet; the archive is asked once for everybody in it."""
    people = [(person["name"], person.get("printed_post") or "") for person in proposal["speakers"]]
    authors = [(opinion["author"], "") for opinion in proposal["opinions"] if opinion.get("author")]
    verdicts = matching.match_all([*people, *authors])
    return [
        _facts(proposal["event"]),
        *_people(proposal, verdicts),
        *_statements(proposal),
        *_opinions(proposal, verdicts),
    ]


def _facts(event: dict) -> FactsItem:
    read = {name: event.get(name) or "" for name in FACTS}
    own = {
        "kind": kind_of(event.get("kind")),
        "record_rule": event.get("record_rule") or Event.RecordRule.ON_RECORD,
        "format": event.get("format") or Event.Format.IN_PERSON,
        "topics": ", ".join(event.get("topics") or ()),
    }
    return FactsItem(id="facts", values=Facts(**read | own))


def _people(proposal: dict, verdicts: matching.Verdicts) -> list[PersonItem]:
    return [
        PersonItem(
            id=f"p{number}",
            name=person["name"],
            post=person.get("printed_post") or "",
            role=person["role"],
            choice=first_choice(verdicts[person["name"], person.get("printed_post") or ""]),
        )
        for number, person in enumerate(proposal["speakers"])
    ]


def first_choice(verdict: matching.Verdict) -> str:
    """Whom to propose: nobody where several may be meant."""
    if verdict.kind == "new":
        return NEW
    return str(verdict.choices[0].speaker.pk) if verdict.kind == "matched" else ""


def _statements(proposal: dict) -> list[StatementItem]:
    ids = {person["name"]: f"p{number}" for number, person in enumerate(proposal["speakers"])}
    items = []
    for number, told in enumerate(proposal["statements"]):
        group = GROUP + told["attributed_to"] if told.get("attributed_to") else ""
        item = StatementItem(
            id=f"s{number}",
            start=told["start"],
            end=told["end"],
            speaker=ids.get(told["speaker"], group),
            evidence=told["evidence"],
            why=told["why"],
            sure=told["sure"],
        )
        others = [name for name in told.get("joint_with") or () if name in ids]
        items += [item, *(replace(item, id=f"s{number}-{ids[name]}", speaker=ids[name]) for name in others)]
    return items


def _opinions(proposal: dict, verdicts: matching.Verdicts) -> list[OpinionItem]:
    items = []
    for number, opinion in enumerate(proposal["opinions"]):
        author = opinion.get("author") or ""
        choice = first_choice(verdicts[author, ""]) if author else ""
        items.append(OpinionItem(id=f"o{number}", title=opinion["title"], author=author, choice=choice))
    return items


def accept_the_sure(items: list[Item]) -> list[Item]:
    """What may be taken without an editor at hand: whatever is certain; the rest stays open."""
    known = {person.id for person in of_kind(PersonItem, items) if person.choice}
    return [
        replace(item, state=ACCEPTED) if item.is_open and _is_sure(item, known) else item for item in items
    ]


def _is_sure(item: Item, known: set[str]) -> bool:
    match item:
        case StatementItem():
            return item.sure and (item.speaker in known or item.is_of_a_group)
        case PersonItem() | OpinionItem():
            return bool(item.choice)
    return True


# --- What comes back from a browser ---


def checked_items(posted: Any, intake: Intake) -> list[Item]:
    """The items of a review as they may be stored. Raises ValidationError when they are none of this intake's."""
    if not isinstance(posted, list) or not 0 < len(posted) <= MOST_ITEMS:
        raise ValidationError("These are no decisions.")
    known = {item.id: item for item in intake.items}
    items = [_checked(row, known, intake) for row in posted]
    ids = [item.id for item in items]
    if len(set(ids)) < len(ids) or ids.count("facts") != 1:
        raise ValidationError("One decision is there twice.")
    people = {person.id for person in of_kind(PersonItem, items)}
    for statement in of_kind(StatementItem, items):
        _check_speaker(statement, people)
    return with_what_is_made(items, intake.items)


def with_what_is_made(items: list[Item], stored: list[Item]) -> list[Item]:
    """``items``, but what has become a record stays as it is stored, for whoever had not heard of it."""
    made = {item.id: item for item in stored if item.made}
    kept = [made.pop(item.id, item) for item in items]
    return [*kept, *made.values()]


def _checked(row: Any, known: dict[str, Item], intake: Intake) -> Item:
    kind = row.get("kind") if isinstance(row, dict) else None
    key = row.get("id") if isinstance(row, dict) else None
    if (
        not isinstance(kind, str)
        or kind not in CHECKED
        or not isinstance(key, str)
        or not ID.fullmatch(key)
        or row.get("state") not in STATES
    ):
        raise ValidationError("These are no decisions.")
    before = known.get(key)
    if before and before.kind != kind or not before and kind in (FactsItem.kind, OpinionItem.kind):
        raise ValidationError("These are no decisions about this report.")
    if before and before.made:
        return before
    return item_kinds.KINDS[kind](id=key, state=row["state"], **CHECKED[kind](row, intake))


def _checked_facts(row: dict, intake: Intake) -> dict:
    values = row.get("values")
    if not isinstance(values, dict):
        raise ValidationError("These are no facts.")
    kept = Facts(**{name: _text(values.get(name), LONGEST.get(name, LONGEST_VALUE)) for name in FACTS})
    if kept.kind not in Event.Kind.values or kept.record_rule not in Event.RecordRule.values:
        raise ValidationError("There is no such kind of event.")
    if kept.format not in ("", *Event.Format.values):
        raise ValidationError("An event is held in person, online, or both.")
    return {"values": kept}


def _checked_person(row: dict, intake: Intake) -> dict:
    if row.get("role") not in Appearance.Role.values:
        raise ValidationError("There is no such role.")
    name, choice = _text(row.get("name"), 200), _choice(row)
    if not name or row["state"] == ACCEPTED and not choice:
        raise ValidationError("Say which person it is.")
    return {
        "name": name,
        "post": _text(row.get("post"), 400),
        "role": row["role"],
        "choice": choice,
        "added": bool(row.get("added")),
    }


def _checked_statement(row: dict, intake: Intake) -> dict:
    start, end = row.get("start"), row.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(intake.text):
        raise ValidationError("These words do not stand in the text.")
    if row.get("evidence") not in Statement.Evidence.values:
        raise ValidationError("There is no such evidence.")
    return {
        "start": start,
        "end": end,
        "speaker": _text(row.get("speaker"), 200 + len(GROUP)),
        "evidence": row["evidence"],
        "why": _text(row.get("why"), LONGEST_VALUE),
        "sure": bool(row.get("sure")),
    }


def _checked_opinion(row: dict, intake: Intake) -> dict:
    title = _text(row.get("title"), 300)
    if not title:
        raise ValidationError("An opinion needs a title.")
    return {"title": title, "author": _text(row.get("author"), 200), "choice": _choice(row)}


CHECKED = {
    FactsItem.kind: _checked_facts,
    PersonItem.kind: _checked_person,
    StatementItem.kind: _checked_statement,
    OpinionItem.kind: _checked_opinion,
}


def _check_speaker(statement: StatementItem, people: set[str]) -> None:
    if statement.speaker and statement.speaker not in people and not statement.group.strip():
        raise ValidationError("There is no such speaker.")
    if statement.is_accepted and not statement.speaker:
        raise ValidationError("Say who said it, before you accept it.")


def _choice(row: dict) -> str:
    choice = row.get("choice")
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

"""What an editor has to look at before a proposal becomes a draft with many others, in one list."""

from collections.abc import Iterable
from enum import StrEnum

from events.models import Event
from intake.items import FactsItem, Item, PersonItem, StatementItem, of_kind

DAY = len("2019-04-26")


class Doubt(StrEnum):
    """In words, as the desk and the report of an import say them."""

    THERE = "perhaps there already"
    CHANGED = "the old page has changed"
    LANGUAGE = "in a language that cannot be read"
    RULE = "under the Chatham House Rule"
    NO_TITLE = "no title"
    NO_DATE = "no date"
    NOBODY = "nobody is named as a speaker"
    WHO = "a name that several people have"
    NOTHING_SAID = "no statement that is sure"


def doubts_about(items: Iterable[Item], follows: bool = False) -> list[Doubt]:
    """The doubts that a proposal itself gives rise to; ``follows`` says that an earlier text of the page was read."""
    items = list(items)
    (facts,) = of_kind(FactsItem, items)
    people = of_kind(PersonItem, items)
    found = {
        Doubt.CHANGED: follows,
        Doubt.LANGUAGE: not facts.values.language,
        Doubt.RULE: facts.values.record_rule != Event.RecordRule.ON_RECORD,
        Doubt.NO_TITLE: not facts.values.title,
        Doubt.NO_DATE: len(facts.values.date) < DAY,
        Doubt.NOBODY: not people,
        Doubt.WHO: any(not person.choice for person in people if person.is_open),
        Doubt.NOTHING_SAID: not any(said.sure for said in of_kind(StatementItem, items)),
    }
    return [doubt for doubt, there in found.items() if there]

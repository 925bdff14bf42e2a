"""Who was together with whom follows from who was there, where they were not too many to have met."""

from search.counting import MOST_TOGETHER, SPEAKER, added_by
from search.models import Counted, Kind


def pairs(people: int) -> int:
    there = [[SPEAKER, person, "", "events", 1] for person in range(people)]
    return sum(name[0] == "together" for name in added_by(Counted(kind=Kind.EVENT, object_id=1, adds=there)))


def test_everybody_at_an_event_was_there_with_everybody_else_but_for_a_congress():
    assert pairs(3) == 6
    assert pairs(MOST_TOGETHER) == MOST_TOGETHER * (MOST_TOGETHER - 1)
    assert pairs(MOST_TOGETHER + 1) == 0

from events.models.appearance import Appearance
from events.models.complaint import Complaint
from events.models.event import Event
from events.models.misattributed import Misattributed
from events.models.own_word import OwnWord, OwnWordLink
from events.models.statement import Statement
from events.models.subjects import Series, Topic
from events.models.venue import Venue

__all__ = [
    "Appearance",
    "Complaint",
    "Event",
    "Misattributed",
    "OwnWord",
    "OwnWordLink",
    "Series",
    "Statement",
    "Topic",
    "Venue",
]

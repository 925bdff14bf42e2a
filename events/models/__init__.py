from events.models.appearance import Appearance
from events.models.event import Event
from events.models.statement import Statement
from events.models.subjects import Series, Topic
from events.models.venue import Venue

__all__ = ["Appearance", "Event", "Series", "Statement", "Topic", "Venue"]

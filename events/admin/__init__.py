from events.admin.complaint import ComplaintAdmin
from events.admin.event import EventAdmin
from events.admin.own_word import OwnWordAdmin
from events.admin.statement import StatementAdmin
from events.admin.subjects import SeriesAdmin, TopicAdmin, VenueAdmin

__all__ = [
    "ComplaintAdmin",
    "EventAdmin",
    "OwnWordAdmin",
    "SeriesAdmin",
    "StatementAdmin",
    "TopicAdmin",
    "VenueAdmin",
]

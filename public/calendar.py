from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from events.happening import what_became_of
from events.models import Event
from events.withdrawing import public_text
from public.identity import calendar_uid
from public.meta import absolute
from publishing.noticed import last_change

if TYPE_CHECKING:  # loaded by whoever makes a file: a command does not wait for it at its start
    from icalendar import Event as CalendarEntry

#: When a last day ends whose hour nobody has written down.
LAST_MINUTE = time(23, 59)


#: What a calendar calls an event that does not take place (RFC 5545).
STATUS = {Event.Happens.CANCELLED: "CANCELLED", Event.Happens.POSTPONED: "TENTATIVE"}


def has_calendar(event: Event) -> bool:
    """A calendar needs a day; of some events only the month or the year is known."""
    if event.date is None or event.date_precision != Event.DatePrecision.DAY:
        return False
    return (event.end_date or event.date) < date.max  # a whole day ends with the day after it


def calendar_file(*events: Event) -> bytes:
    """The events as iCalendar (RFC 5545): each at its hour where that is known, else for whole days."""
    return _file(*map(_filled, events))


def _filled(event: Event) -> CalendarEntry:
    entry = _entry(event)
    text = public_text(event)
    entry.add("url", absolute(event.get_absolute_url()))
    entry.add("summary", text.title)
    if status := STATUS.get(Event.Happens(event.happens)):
        entry.add("status", status)
    if description := "\n\n".join(filter(None, [what_became_of(event), text.lead])):
        entry.add("description", description)
    if where := event.where_in_words:
        entry.add("location", where)
    if event.starts_at:
        entry.add("dtstart", event.starts_at)
        if end := _end(event):
            entry.add("dtend", end)
    elif last := event.end_date or event.date:
        entry.add("dtstart", event.date)
        entry.add("dtend", last + timedelta(days=1))  # the day after: it is exclusive
    return entry


def cancelled_file(event: Event) -> bytes:
    """What takes a withdrawn event out of a calendar: its identity and the note, and nothing else of it."""
    entry = _entry(event)
    entry.add("status", "CANCELLED")
    entry.add("summary", "Withdrawn")
    entry.add("description", event.withdrawal_note)
    return _file(entry, method="CANCEL")


def _entry(event: Event) -> CalendarEntry:
    """What tells a calendar which entry it is, and that it is newer than the one that was kept."""
    from icalendar import Event as CalendarEntry

    entry = CalendarEntry()
    changed = last_change(event, event.publish_at) or event.updated_at
    entry.add("uid", calendar_uid(event))
    entry.add("sequence", event.version)
    entry.add("dtstamp", changed)
    entry.add("last-modified", changed)
    return entry


def _end(event: Event) -> datetime | None:
    """On the last day, at the hour that is known; an event of one day without an hour has no end."""
    if event.ends_at or not event.end_date or event.end_date == event.date:
        return event.ends_at
    return datetime.combine(event.end_date, LAST_MINUTE, tzinfo=ZoneInfo(event.time_zone))


def _file(*entries: CalendarEntry, method: str = "") -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Rapporteur//EN")
    calendar.add("version", "2.0")
    if method:
        calendar.add("method", method)
    for entry in entries:
        calendar.add_component(entry)
    calendar.add_missing_timezones()  # first of all, in an order that is another in each process
    zones = sorted(calendar.timezones, key=lambda zone: zone.tz_name)
    calendar.subcomponents[: len(zones)] = zones
    return calendar.to_ical()

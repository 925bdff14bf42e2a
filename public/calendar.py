from datetime import date, timedelta

from django.conf import settings
from icalendar import Calendar
from icalendar import Event as CalendarEntry

from events.models import Event
from public.meta import absolute


def has_calendar(event: Event) -> bool:
    """A calendar needs a day; of some events only the month or the year is known."""
    if event.date is None or event.date_precision != Event.DatePrecision.DAY:
        return False
    return (event.end_date or event.date) < date.max  # a whole day ends with the day after it


def calendar_file(event: Event) -> bytes:
    """The event as iCalendar (RFC 5545): at its hour where that is known, else for whole days."""
    entry = CalendarEntry()
    address = absolute(event.get_absolute_url())
    entry.add("uid", address)
    entry.add("url", address)
    entry.add("summary", event.title)
    entry.add("dtstamp", event.updated_at)
    if event.lead:
        entry.add("description", event.lead)
    if event.venue or event.is_online:
        entry.add("location", event.venue.in_words() if event.venue else "Online")
    if event.starts_at:
        entry.add("dtstart", event.starts_at)
        if event.ends_at:
            entry.add("dtend", event.ends_at)
    elif last := event.end_date or event.date:
        entry.add("dtstart", event.date)
        entry.add("dtend", last + timedelta(days=1))  # the day after: it is exclusive
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//EN")
    calendar.add("version", "2.0")
    calendar.add_component(entry)
    calendar.add_missing_timezones()
    return calendar.to_ical()

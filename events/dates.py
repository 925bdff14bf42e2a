"""When an event took place, in words and in ISO 8601, with as much as is known and no more."""

from datetime import date, time, timedelta
from typing import NamedTuple

from django.utils.dateformat import format as date_format

EN_DASH = "–"
#: An evening that begins from then on may end in the small hours: of the next day, without anybody's saying so.
EVENING, SMALL_HOURS = time(16), time(6)


def ends_next_day(event) -> bool:
    """Whether an event of one day ends after its midnight: from 22:00 until 00:30."""
    times = event.start_time, event.end_time
    return all(times) and event.end_date in (None, event.date) and event.end_time < event.start_time


def day_of_its_end(event) -> date | None:
    if event.date and ends_next_day(event):
        return event.date + timedelta(days=1)
    return event.end_date or event.date


class Form(NamedTuple):
    """How a day, a month and a year are written in one kind of place."""

    day: str
    month: str


LONG = Form("j F Y", "F Y")
SHORT = Form("j M Y", "M Y")
WITHIN_YEAR = Form("j F", "F")  # under a heading that says the year


def date_in_words(event, form: Form = LONG) -> str:
    """ "26 April 2019", "15–18 October 2018", "April 2019" or "2019", "26 April 2019 (cancelled)"; blank without one.

    Whatever mentions an event says its date, and so whether it took place.
    """
    if event.date is None:
        return ""
    day = _day_in_words(event, form)
    return day if event.takes_place else f"{day} ({event.get_happens_display().lower()})"


def _day_in_words(event, form: Form) -> str:
    if event.date_precision == event.DatePrecision.YEAR:
        return str(event.date.year)
    if event.date_precision == event.DatePrecision.MONTH:
        return date_format(event.date, form.month)
    last = event.end_date
    if last is None or last == event.date:
        return date_format(event.date, form.day)
    return _range_in_words(event.date, last, form)


def _range_in_words(first: date, last: date, form: Form) -> str:
    if first.year != last.year:
        return f"{date_format(first, LONG.day)} {EN_DASH} {date_format(last, LONG.day)}"
    if first.month != last.month:
        month = form.month.split()[0]
        return f"{date_format(first, f'j {month}')} {EN_DASH} {date_format(last, form.day)}"
    return f"{first.day}{EN_DASH}{date_format(last, form.day)}"


def date_as_iso(event) -> str:
    """ "2019-04-26", "2019-04" or "2019": for `<time datetime>` and JSON-LD; blank without a date."""
    if event.date is None:
        return ""
    known = {event.DatePrecision.YEAR: 4, event.DatePrecision.MONTH: 7}.get(event.date_precision, 10)
    return event.date.isoformat()[:known]


def times_in_words(event) -> str:
    """ "18:00–20:00, Moscow time", "22:00–00:30 the next day, UTC"; blank when no time is known."""
    times = [f"{time:%H:%M}" for time in (event.start_time, event.end_time) if time]
    if not times:
        return ""
    city = event.time_zone.rpartition("/")[2].replace("_", " ")
    later = " the next day" if ends_next_day(event) else ""
    return f"{EN_DASH.join(times)}{later}, {city if city == 'UTC' else f'{city} time'}"

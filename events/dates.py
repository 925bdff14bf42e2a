"""When an event took place, in words and in ISO 8601, with as much as is known and no more."""

from datetime import date
from typing import NamedTuple

from django.utils.dateformat import format as date_format

EN_DASH = "–"


class Form(NamedTuple):
    """How a day, a month and a year are written in one kind of place."""

    day: str
    month: str


LONG = Form("j F Y", "F Y")
SHORT = Form("j M Y", "M Y")
WITHIN_YEAR = Form("j F", "F")  # under a heading that says the year


def date_in_words(event, form: Form = LONG) -> str:
    """ "26 April 2019", "15–18 October 2018", "April 2019" or "2019"; blank without a date."""
    if event.date is None:
        return ""
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
    """ "18:00–20:00, Moscow time"; blank when no time is known."""
    times = [f"{time:%H:%M}" for time in (event.start_time, event.end_time) if time]
    if not times:
        return ""
    city = event.time_zone.rpartition("/")[2].replace("_", " ")
    return f"{EN_DASH.join(times)}, {city if city == 'UTC' else f'{city} time'}"

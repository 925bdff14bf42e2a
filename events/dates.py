"""When an event took place, in words and in ISO 8601, with as much as is known and no more."""

from datetime import date, time, timedelta
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from publishing.interface import written

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
    """How a day, a month and a year are written in one kind of place, in the signs of Django's date filter; ``begins``
    is a day whose year stands with the last one's."""

    day: str | Promise
    month: str | Promise
    begins: str | Promise


LONG = Form(
    pgettext_lazy("day", "j F Y"), pgettext_lazy("month", "F Y"), pgettext_lazy("day of a year", "j F")
)
SHORT = Form(
    pgettext_lazy("short day", "j M Y"),
    pgettext_lazy("short month", "M Y"),
    pgettext_lazy("short day of a year", "j M"),
)
#: Under a heading that says the year.
WITHIN_YEAR = Form(
    pgettext_lazy("day of a year", "j F"),
    pgettext_lazy("month of a year", "F"),
    pgettext_lazy("day of a year", "j F"),
)
#: With its hour.
MOMENT = pgettext_lazy("day and hour", "j F Y, H:i")


def day_in_words(day: date, form: Form = LONG) -> str:
    """ "26 April 2019"."""
    return written(day, form.day)


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
        return written(event.date, form.month)
    last = event.end_date
    if last is None or last == event.date:
        return day_in_words(event.date, form)
    return _range_in_words(event.date, last, form)


def _range_in_words(first: date, last: date, form: Form) -> str:
    if first.year != last.year:
        return f"{day_in_words(first)} {EN_DASH} {day_in_words(last)}"
    if first.month != last.month:
        return f"{written(first, form.begins)} {EN_DASH} {day_in_words(last, form)}"
    return f"{first.day}{EN_DASH}{day_in_words(last, form)}"


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
    hours = EN_DASH.join(times)
    if ends_next_day(event):
        hours = _("%(hours)s the next day") % {"hours": hours}
    clock = city if city == "UTC" else _("%(city)s time") % {"city": city}
    return f"{hours}, {clock}"

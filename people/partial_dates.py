"""Dates of which only the year or the month may be known, as ISO 8601 text: "2005", "2005-03", "2005-03-14".

Popolo uses the same form; as text they sort as they should.
"""

import re
from calendar import monthrange
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import pgettext

from publishing.interface import written

PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


def earliest(partial: str) -> date:
    """The first day that ``partial`` can mean. Raises ValueError when it is not such a date."""
    return date.fromisoformat((partial + "-01-01")[:10])


def latest(partial: str) -> date:
    """The last day that ``partial`` can mean. Raises ValueError when it is not such a date."""
    first = earliest(partial)
    month = 12 if len(partial) == 4 else first.month
    return first if len(partial) == 10 else first.replace(month=month, day=monthrange(first.year, month)[1])


def covers(start: str, end: str, day: date) -> bool:
    """Whether ``day`` can lie between two partial dates, either of which may be blank (open)."""
    text = day.isoformat()
    return (not start or start <= text) and (not end or text[: len(end)] <= end)


def validate_partial_date(value: str) -> None:
    """Raises ValidationError with a word to the editor when ``value`` is no year, month or day."""
    try:
        if not re.fullmatch(PATTERN, value):  # Python reads weeks too: 2020-W12-3
            raise ValueError
        earliest(value)
    except ValueError:
        raise ValidationError("Write a year (2005), a month (2005-03) or a day (2005-03-14).") from None


def in_words(partial: str) -> str:
    """ "2005-03" → "March 2005"; a blank stays blank."""
    if not partial:
        return ""
    form = {4: "Y", 7: pgettext("month", "F Y"), 10: pgettext("day", "j F Y")}[len(partial)]
    return written(earliest(partial), form)

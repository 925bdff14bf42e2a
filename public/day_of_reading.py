"""The day on which whoever cites a page has read it: marked, so that a page that is kept tells it anew each day."""

import re
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from events.dates import day_in_words

MARKED = re.compile(r'<time data-read datetime="[^"]*">[^<]*</time>')


def with_day_marked(citation: str) -> SafeString | str:
    """A citation, which ends with today (``public.citing.sentences``), for a page."""
    today = localdate()
    before, day, after = citation.rpartition(day_in_words(today))
    return format_html("{}{}{}", before, _marked(today), after) if day else citation


def is_told_by(page: str) -> bool:
    return MARKED.search(page) is not None


def told_today(page: str) -> str:
    """A page of another day as it would be today."""
    return MARKED.sub(_marked(localdate()), page)


def _marked(day: date) -> SafeString:
    return format_html('<time data-read datetime="{}">{}</time>', day.isoformat(), day_in_words(day))

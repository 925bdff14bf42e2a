"""What of the archive's own a report names: topics, series, and the country of a town; each with where it was read."""

import re
from collections.abc import Iterable
from typing import Any

from events.models import Series, Topic, Venue
from publishing.folding import fold

NOT_WORDS = re.compile(r"\W+")
#: A name that stands in the title or the lead is what a report is about; elsewhere it has to come again.
TIMES = 2
MOST_TOPICS = 6


def tell_subjects(proposal: dict, text: str) -> None:
    """Put into a proposal's event the topics and the series of the archive that the report names, and the country in
    which the archive has its town; nothing that the archive has not, in three queries at most."""
    event = proposal["event"]
    whole, head = _plain(text), _plain(f"{event.get('title') or ''} {event.get('lead') or ''}")
    tags = {_plain(tag) for tag in event.get("topics") or ()}
    found = {}
    for name in Topic.objects.values_list("name", flat=True):
        if why := _told(_plain(name), head, whole, tags):
            found[name] = why
    chosen = sorted(found, key=lambda name: (found[name] != TAGGED, -whole.count(_plain(name)), name))[
        :MOST_TOPICS
    ]
    event["topics"] = chosen
    event["why"]["topics"] = "; ".join(f"{name}: {found[name]}" for name in chosen) or "none of the archive’s"
    printed = _plain(event.get("series") or "")
    series = [
        name
        for name in Series.objects.values_list("name", flat=True)
        if _plain(name).strip() and _plain(name) in printed
    ]
    event["series"] = max(series, key=len, default=None)
    if not series and printed.strip():
        event["why"]["series"] = "numbered in the report, and no series of the archive"

    if event.get("city") and not event.get("country"):
        _tell_country(event)


def _tell_country(event: dict) -> None:
    """The country of the town, where all venues of that town are in one."""
    venues = Venue.objects.filter(fold__startswith=f"{fold(event['city'])}\n").exclude(country="")
    countries: Iterable[Any] = (venue.country for venue in venues.only("country"))
    found = {country.name for country in countries}
    if len(found) == 1:
        event["country"] = found.pop()
        event["why"]["country"] = f"where the archive’s venues in {event['city']} are"


TAGGED, IN_THE_HEAD, OFTEN = "a tag of the report", "in the title or the lead", "named more than once"


def _told(name: str, head: str, whole: str, tags: set[str]) -> str:
    if not name.strip():
        return ""
    if name in tags:
        return TAGGED
    if name in head:
        return IN_THE_HEAD
    return OFTEN if whole.count(name) >= TIMES else ""


def _plain(words: str) -> str:
    """Words parted by single blanks, between blanks, so that whole ones are found."""
    return f" {NOT_WORDS.sub(' ', fold(words)).strip()} "

"""Two topics, series or venues that are one. They are told apart by nothing but their names: an editor decides."""

from events.models import Series, Topic, Venue
from publishing.merging import merge_records


def merge_subjects[S: (Topic, Series)](kept: S, absorbed: S) -> None:
    """Make two topics or series one; raises ValidationError as ``merge_records`` does."""
    merge_records(kept, absorbed, taking_over=["description"])


def merge_venues(kept: Venue, absorbed: Venue) -> None:
    """Make two records of one place one: ``kept`` says how it is printed from now on."""
    merge_records(kept, absorbed)

"""Which years of a date are asked about before they are stored."""

from datetime import date

from django.utils import timezone

#: A year before the one, or so many years ahead, is asked about: 0019 is a slip of the hand.
FIRST_USUAL_YEAR, USUAL_YEARS_AHEAD = 1800, 6


def is_unusual(day: date) -> bool:
    """Whether somebody should look at the year again."""
    return not FIRST_USUAL_YEAR <= day.year <= timezone.localdate().year + USUAL_YEARS_AHEAD

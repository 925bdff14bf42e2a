from datetime import date

from django.urls.converters import StringConverter


class YearConverter:
    """A year as four digits; 0000 is none."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        year = int(value)
        if year == 0:
            raise ValueError
        return year

    def to_url(self, year: int) -> str:
        return f"{year:04}"


class DayConverter:
    """A day as ISO 8601 writes it."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, day: date) -> str:
        return day.isoformat()


class KindConverter(StringConverter):
    """What there are versions of for readers."""

    regex = "event|statement|opinion"


class CitationConverter(StringConverter):
    """The ending of a file with a citation."""

    regex = "bib|ris|json"

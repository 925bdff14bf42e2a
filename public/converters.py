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


class CitationConverter:
    """The ending of a file with a citation."""

    regex = "bib|ris|json"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value

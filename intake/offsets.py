"""Places in a text, counted in code points here and in UTF-16 units in a browser."""

from bisect import bisect_left, bisect_right


class Units:
    """Translates between the two counts for one text; the same where no character takes two units."""

    def __init__(self, text: str):
        self.wide = [place for place, character in enumerate(text) if ord(character) > 0xFFFF]
        self.wide_units = [place + before for before, place in enumerate(self.wide)]

    def to_browser(self, place: int) -> int:
        return place + bisect_left(self.wide, place)

    def from_browser(self, place: int) -> int:
        """The code point; a place in the middle of a character is its end."""
        return place - bisect_right(self.wide_units, place - 1) if self.wide else place

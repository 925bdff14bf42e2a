"""Where an event took place, as far as a report states it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    venue: str | None = None
    city: str | None = None
    country: str | None = None
    why: str = ""

    def filled(self, other: "Place | None") -> "Place":
        """This place with what it lacks taken from `other`."""
        if other is None:
            return self
        return Place(
            self.venue or other.venue,
            self.city or other.city,
            self.country or other.country,
            self.why or other.why,
        )

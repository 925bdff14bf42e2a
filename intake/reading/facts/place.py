"""Where an event took place, as far as a report states it."""

from dataclasses import dataclass

#: Why a house is taken for the venue that only held the event: it gives way to where people are said to have met.
AS_HOST = "the house that held it"


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

from django.db import models
from django_countries.fields import CountryField

from publishing.constraints import EnteredOnce
from publishing.folding import LONGEST_FOLD, FoldField
from publishing.naming import Named
from publishing.versions import Versioned


class Venue(Versioned, Named):
    """One row is a place as printed on the programme."""

    name = models.CharField(
        max_length=200, blank=True, help_text="Hall and house: “Conference Hall, Valdai Club”."
    )
    address = models.CharField(max_length=250, blank=True)
    city = models.CharField(max_length=100)
    country = CountryField(blank=True)
    fold = FoldField("city", "name", "address", longest=LONGEST_FOLD)

    class Meta:
        ordering = ["fold", "country"]
        constraints = [
            EnteredOnce(
                fields=["fold", "country"],
                name="venue_is_entered_once",
                violation_error_message="This venue is in the list already: “{twin}”.",
            )
        ]

    def __str__(self):
        return self.in_words()

    def in_words(self) -> str:
        """The venue on one line, as a programme prints it."""
        return ", ".join(
            filter(None, [self.name, self.address, self.city, getattr(self.country, "name", "")])
        )

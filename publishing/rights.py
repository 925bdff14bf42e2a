"""Under which licence a text or a picture may be taken, where it is another than that of the house."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """What an editor chooses from; a code of Creative Commons is a part of its address."""

    CC0 = "zero/1.0", "CC0 1.0"
    BY = "by/4.0", "CC BY 4.0"
    BY_SA = "by-sa/4.0", "CC BY-SA 4.0"
    BY_ND = "by-nd/4.0", "CC BY-ND 4.0"
    BY_NC = "by-nc/4.0", "CC BY-NC 4.0"
    BY_NC_SA = "by-nc-sa/4.0", "CC BY-NC-SA 4.0"
    BY_NC_ND = "by-nc-nd/4.0", "CC BY-NC-ND 4.0"
    RESERVED = "reserved", _("All rights reserved")

    @property
    def address(self) -> str:
        """Blank where nothing is granted."""
        if self == Licence.RESERVED:
            return ""
        group = "publicdomain" if self == Licence.CC0 else "licenses"
        return f"https://creativecommons.org/{group}/{self.value}/"


#: As a table reads it.
BLANK_OR_ONE = [("", ""), *Licence.choices]


class LicenceField(models.CharField):
    """One of ``Licence``, or blank."""

    def __init__(self, *args, **kwargs):
        kwargs |= {"max_length": 12, "choices": Licence, "blank": True}
        super().__init__(*args, **kwargs)


class WithRights(models.Model):
    """A text that may be under another licence than what the house publishes otherwise."""

    licence = LicenceField(help_text="Left blank, it is that of the house.")
    rights_holder = models.CharField(
        max_length=200,
        blank=True,
        help_text="Whose rights they are, where not the house’s: “Eastport Review”.",
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_reserved_for_somebody",
                condition=~Q(licence="reserved") | ~Q(rights_holder=""),
                violation_error_message="Say who reserves all rights.",
            ),
        ]

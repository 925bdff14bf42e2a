from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from house.old_site.addresses import LONGEST, destination, one_form
from publishing.versions import Versioned


class Redirect(Versioned):
    """One row is an address of the institution's old site, and where it leads now."""

    address = models.CharField(
        "old address",
        max_length=LONGEST,
        help_text="As it was on the old site: its path with the query, if any, or the whole with https://.",
    )
    target = models.CharField(
        "leads to",
        max_length=LONGEST,
        help_text="A path of this site, as /events/2019/talk/, or an address elsewhere with https://.",
    )
    changed_at = models.DateTimeField("since", auto_now=True)

    class Meta:
        ordering = ["address"]
        constraints = [
            models.UniqueConstraint(
                fields=["address"],
                name="old_address_leads_to_one_place",
                violation_error_message="This address is redirected already.",
            ),
            models.CheckConstraint(
                name="redirect_leads_from_a_path_to_a_path_or_site",
                condition=Q(address__startswith="/")
                & ~Q(target__startswith="//")
                & (
                    Q(target__startswith="/")
                    | Q(target__istartswith="http://")
                    | Q(target__istartswith="https://")
                ),
            ),
            models.CheckConstraint(
                name="redirect_leads_away",
                condition=~Q(address=F("target")),
                violation_error_message="It leads to itself.",
            ),
        ]

    def __str__(self):
        return self.address

    def save(self, *args, **kwargs):
        """Raises ValidationError where one of the two is no address."""
        try:
            self.address, self.target = one_form(self.address), destination(self.target)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        super().save(*args, **kwargs)
        NotFound.objects.filter(address=self.address).delete()


class NotFound(models.Model):
    """One row is an address that was asked for and not found, and how often; nothing is kept about who did."""

    address = models.CharField(max_length=LONGEST, unique=True)
    times = models.PositiveIntegerField(default=0)
    last_on = models.DateField("last", default=timezone.localdate)

    class Meta:
        verbose_name = "address that was not found"
        verbose_name_plural = "asked for and not found"
        ordering = ["-times", "-last_on", "-pk"]

    def __str__(self):
        return self.address

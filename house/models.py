"""What an institution says of itself and of its archive, on the desk and without a file: its settings and its pages."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language_info

from events.keeping import refuse_to_delete, shown_once
from events.models import Event, Topic
from house import colour
from house.addresses import is_the_archives
from house.old_site.models import NotFound, Redirect
from opinions.models import Opinion
from publishing import clock
from publishing.changes import unit_of_work
from publishing.folding import FoldField
from publishing.gate import PUBLIC_STATUSES, PublishableQuerySet
from publishing.interface import own_in_settings, spoken
from publishing.models import SLUG_LENGTH, Addressed, Publishable, readable_slug
from publishing.pictures import PictureField
from publishing.richtext import clean_html, plain_text
from publishing.versions import Versioned

__all__ = ["House", "NotFound", "Page", "Redirect", "Robots"]

THE_ONE = 1
LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1", "0.0.0.0"}
#: What only the house can say, in a text that it was given.
GAP = re.compile(r"\[\[.+?\]\]", re.DOTALL)


def name_in_settings() -> str:
    return settings.SITE_NAME


def institution_in_settings() -> str:
    return settings.INSTITUTION_NAME


def licence_url_in_settings() -> str:
    return settings.LICENCE_URL


def licence_name_in_settings() -> str:
    return settings.LICENCE_NAME if settings.LICENCE_URL else ""


def language_in_settings() -> str:
    return spoken(own_in_settings())


def time_zone_in_settings() -> str:
    return settings.TIME_ZONE


def languages_of_the_interface() -> list[tuple[str, str]]:
    """Each with its name as its own speakers write it."""
    return [(code, get_language_info(code)["name_local"]) for code in settings.INTERFACE_LANGUAGES]


def host_in_settings() -> str:
    """The host of SITE_URL; blank of a trial on one's own machine, which is nobody's archive yet."""
    host = urlsplit(settings.SITE_URL).hostname or ""
    return "" if host in LOCAL_HOSTS else host


class Robots(models.TextChoices):
    """Who may read by machine."""

    ALL = "all", "Search engines and AI may read"
    NO_TRAINING = "no-training", "Search engines, but no training of models"
    NOBODY = "nobody", "Nobody: the archive is for those who know its address"


class House(Versioned):
    """The one row says whose archive this is. As long as nobody has saved it, the environment does.

    A new one takes its name, its institution, its licence, its language and its clock from there: SITE_NAME,
    INSTITUTION_NAME, LICENCE_URL, LICENCE_NAME, LANGUAGE_CODE and TIME_ZONE.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=THE_ONE, editable=False)

    name = models.CharField(
        max_length=100,
        default=name_in_settings,
        help_text="At the head of every page, in titles and in feeds.",
    )
    strapline = models.CharField("line below it", max_length=150, blank=True)

    logo = PictureField(upload_to="house/", blank=True)
    logo_dark = PictureField("logo on dark pages", upload_to="house/", blank=True)
    accent = models.CharField(
        "accent colour",
        max_length=7,
        blank=True,
        help_text="Links, buttons and marks. As a code, such as #0e5c49; blank is the green of this software.",
    )
    accent_dark = models.CharField(
        "accent on dark pages",
        max_length=7,
        blank=True,
        help_text="Blank: the same, made so much lighter that it is read with ease.",
    )

    institution = models.CharField(
        "full name",
        max_length=200,
        default=institution_in_settings,
        help_text="Who publishes the pages and held the events, as machines are told (JSON-LD).",
    )
    institution_url = models.URLField("address of its site", max_length=300, blank=True)
    institution_same_as = models.URLField(
        "ROR or Wikidata",
        max_length=300,
        blank=True,
        help_text="The address by which catalogues know it, as https://ror.org/… or https://www.wikidata.org/wiki/Q….",
    )

    footer = models.TextField(
        blank=True, max_length=1000, help_text="At the foot of every page: an address, a funder."
    )
    email = models.EmailField("e-mail for readers", blank=True, help_text="At the foot of every page.")
    networks = models.TextField(blank=True, max_length=2000, help_text="One address a line.")

    licence_name = models.CharField("licence", max_length=100, blank=True, default=licence_name_in_settings)
    licence_url = models.URLField(
        "address of the licence",
        max_length=300,
        blank=True,
        default=licence_url_in_settings,
        help_text="Under which readers may take texts and data. Without one nothing is granted, and pages say so.",
    )

    language = models.CharField(
        "language of the pages",
        max_length=7,
        choices=languages_of_the_interface,
        default=language_in_settings,
        help_text="Of those without /ru/ or /en/ in their address, and of the desk. Records stay in their own.",
    )
    time_zone = models.CharField(
        max_length=50,
        default=time_zone_in_settings,
        help_text="The clock of the desk and of all pages. What is scheduled keeps its moment; an event has its own.",
    )

    robots = models.CharField(
        "who may read by machine",
        max_length=11,
        choices=Robots,
        default=Robots.ALL,
        help_text="Told in robots.txt and on every page. Those who ask are told; nobody is kept from reading by it.",
    )
    shows_opinions = models.BooleanField(
        "opinions",
        default=True,
        help_text="Without them the menu, the front page and the list of feeds are shorter; the address of each "
        "opinion stays.",
    )
    shows_topics = models.BooleanField(
        "topics",
        default=True,
        help_text="Without them the menu and the front page are shorter; the address of each topic stays.",
    )

    first_event = models.ForeignKey(
        Event, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="event"
    )
    first_opinion = models.ForeignKey(
        Opinion, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="opinion"
    )
    # Not hidden from the topic: two that are merged take it along.
    first_topic = models.ForeignKey(
        Topic,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="put_first",
        verbose_name="topic",
    )

    # By which machines know the records (public/identity.py): the first that the archive had, whatever it has now.
    identity_host = models.CharField(max_length=253, blank=True, editable=False)

    class Meta:
        verbose_name = "settings"
        verbose_name_plural = "settings"
        constraints = [
            models.CheckConstraint(
                name="house_is_one",
                condition=Q(id=THE_ONE),
                violation_error_message="There is one row of settings, and it is there.",
            ),
            models.CheckConstraint(
                name="licence_has_name_and_address",
                condition=Q(licence_name="", licence_url="") | ~Q(licence_name="") & ~Q(licence_url=""),
                violation_error_message="A licence has a name and an address: give both, or neither.",
            ),
            models.CheckConstraint(
                name="one_record_is_put_first",
                condition=Q(first_event=None, first_opinion=None)
                | Q(first_event=None, first_topic=None)
                | Q(first_opinion=None, first_topic=None),
                violation_error_message="One can be first: choose an event, an opinion or a topic.",
            ),
        ]

    def __str__(self):
        return "Settings"

    @unit_of_work()
    def save(self, *args, **kwargs):
        self.identity_host = self.identity_host or host_in_settings()
        super().save(*args, **kwargs)

    def clean(self):
        problems = {}
        self.accent, self.accent_dark = self.accent.strip().lower(), self.accent_dark.strip().lower()
        for name, scheme in (("accent", colour.LIGHT), ("accent_dark", colour.DARK)):
            chosen = getattr(self, name)
            if chosen and (words := colour.objection(chosen, scheme)):
                problems[name] = words
        if self.accent_dark and not self.accent:
            problems["accent"] = "Say which colour it has on light pages too."
        for address in self.network_addresses:
            try:
                URLValidator(["http", "https"])(address)
            except ValidationError:
                problems["networks"] = f"“{address}” is no address: it begins with https://."
        if objection := clock.objection(self.time_zone):
            problems["time_zone"] = objection
        if problems:
            raise ValidationError(problems)

    @property
    def colours(self) -> dict[str, colour.Accent]:
        """The accent in each scheme, where one was chosen."""
        if not self.accent:
            return {}
        dark = self.accent_dark or colour.for_the_dark(self.accent)
        return {"light": colour.accent(self.accent, colour.LIGHT), "dark": colour.accent(dark, colour.DARK)}

    @property
    def network_addresses(self) -> list[str]:
        return self.networks.split()

    @property
    def network_links(self) -> list[tuple[str, str]]:
        """Each address, with the host that a reader knows it by."""
        return [
            (address, (urlsplit(address).hostname or "").removeprefix("www."))
            for address in self.network_addresses
        ]

    @property
    def trains_no_models(self) -> bool:
        return self.robots != Robots.ALL

    @property
    def is_not_listed(self) -> bool:
        """Whether search engines are asked to leave it out."""
        return self.robots == Robots.NOBODY


class PageQuerySet(PublishableQuerySet):
    @unit_of_work()
    def delete(self):
        refuse_to_delete(self, shown_once())
        return super().delete()

    delete.queryset_only = True  # type: ignore[attr-defined]  # as Django's own: not on the manager

    def in_menus(self):
        """Those that readers are led to, now or once their moment comes, in order: with what a link shows."""
        listed = self.filter(status__in=PUBLIC_STATUSES).exclude(place=Page.Place.NOWHERE)
        return listed.order_by("order", "pk").defer("lead", "body")


class Page(Publishable, Addressed):
    """One row is a page in the institution's own words, at an address of its own."""

    class Place(models.TextChoices):
        MENU = "menu", "Menu"
        FOOTER = "footer", "Footer"
        NOWHERE = "nowhere", "Nowhere, by address only"

    slug_source = "title"

    title = models.CharField(max_length=200)
    slug = models.SlugField(
        "address",
        max_length=SLUG_LENGTH,
        unique=True,
        blank=True,
        help_text="What stands after the first slash. Once readers have met it, a change leaves a redirect.",
    )
    language = models.CharField(max_length=7, choices=settings.LANGUAGES, default="en")
    lead = models.TextField(
        blank=True, help_text="A sentence or two above the text; search engines show it too."
    )
    body = models.TextField("text", blank=True, help_text="What [[stands like this]] is still to be said.")
    place = models.CharField("stands in", max_length=7, choices=Place, default=Place.FOOTER)
    order = models.PositiveSmallIntegerField(
        default=0, help_text="The least comes first; equals by their age."
    )
    fold = FoldField("title")

    objects = PageQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["place", "order", "pk"]
        permissions = [("publish_page", "Can publish and withdraw pages")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("house:page", args=[self.slug])

    def save(self, *args, **kwargs):
        saved = kwargs.get("update_fields")
        if saved is None or "body" in saved:
            self.body = clean_html(self.body)
        super().save(*args, **kwargs)

    @unit_of_work()
    def delete(self, *args, **kwargs):
        refuse_to_delete(Page.objects.filter(pk=self.pk), shown_once())
        return super().delete(*args, **kwargs)

    def clean(self):
        slug = self.slug or readable_slug(self.title)
        if is_the_archives(slug):
            raise ValidationError({"slug": f"/{slug}/ is an address of the archive’s own: choose another."})

    @property
    def gaps(self) -> list[str]:
        """What is still to be said, each as it stands there."""
        return GAP.findall(f"{self.title} {self.lead} {plain_text(self.body)}")

    def obstacles(self) -> list[str]:
        return [f"It still says “{gap}”: only you can say it." for gap in self.gaps]

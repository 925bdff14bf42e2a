import hashlib
import re
from datetime import date
from functools import lru_cache

from anyascii import anyascii
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Substr
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from people.name_parts import name_parts
from people.partial_dates import PATTERN, covers, validate_partial_date
from publishing.changes import Changes, note, unit_now, unit_of_work
from publishing.constraints import EnteredOnce
from publishing.folding import LONGEST_FOLD, FoldField, fold
from publishing.gate import PublishedThrough, PublishedThroughQuerySet
from publishing.gathering import at_hand, gathered
from publishing.interface import address
from publishing.kept_away import KeptAway
from publishing.models import SLUG_LENGTH, Addressed
from publishing.naming import Named
from publishing.pictures import PictureField
from publishing.rights import LicenceField
from publishing.shown import Shown
from publishing.versions import Versioned

#: Of a speaker, however it is filed.
NAME_LENGTH = 200


def validate_orcid(value: str) -> None:
    """Check form and check digit (ISO 7064 mod 11-2, as ORCID documents it). Raises ValidationError."""
    if not re.fullmatch(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", value):
        raise ValidationError("Write the ORCID iD as four groups of four: 0000-0002-1825-0097.")
    digits, check = value.replace("-", "")[:-1], value[-1]
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    if "0123456789X"[(12 - total % 11) % 11] != check:
        raise ValidationError("One digit of this ORCID iD is mistyped: its check digit does not fit.")


def filing_key(sort_name: str) -> str:
    """The name in plain small letters: Ł and Л stand with L, in one order on every database."""
    return re.sub(r"[^a-z0-9 ,]", "", anyascii(sort_name).lower())[:250].strip()


def filed_as(name: str) -> str:
    """The sort name made of a display name where no editor wrote one."""
    return name_parts(name).filed[:NAME_LENGTH]


class Organisation(Versioned, Named):
    """One row is an institution at which speakers have held posts."""

    name = models.CharField(max_length=250)
    country = CountryField(blank=True)
    fold = FoldField("name", longest=LONGEST_FOLD)

    class Meta:
        ordering = ["fold"]
        constraints = [
            EnteredOnce(
                fields=["fold"],
                name="organisation_is_entered_once",
                violation_error_message="“{twin}” is there already.",
            )
        ]

    def __str__(self):
        return self.name


#: Of a spelling, what is read to find and to show it.
SPELLING = ("id", "speaker", "name", "kind", "language", "fold")


class SpeakerQuerySet(PublishedThroughQuerySet):
    def by_name(self):
        return self.order_by("filed_under", "pk")

    def filed_at(self, letter: str):
        return self.filter(filed_under__startswith=letter.lower())

    def for_page(self):
        """With what a speaker's own page says about the person."""
        posts = models.Prefetch("affiliations", Affiliation.objects.select_related("organisation"))
        return self.with_spellings().prefetch_related(posts)

    def with_spellings(self):
        """With all that each of them is called."""
        return self.annotate(
            spelled=gathered(NameVariant.objects.all(), "speaker", *SPELLING, order=("fold", "id"))
        )


class Speaker(KeptAway, Addressed, Versioned, PublishedThrough, Named):
    """One row is a person, across all events."""

    name = models.CharField(
        "display name", max_length=NAME_LENGTH, help_text="As readers know them: “Artyom Lukin”."
    )
    sort_name = models.CharField(
        max_length=NAME_LENGTH,
        blank=True,
        help_text="How the name is filed: “Lukin, Artyom”. Left blank, the last word goes first, without titles.",
    )
    filed_under = models.CharField(max_length=250, blank=True, editable=False)
    slug = models.SlugField("address", max_length=SLUG_LENGTH, unique=True, blank=True)
    biography = models.TextField(
        blank=True, help_text="Two or three sentences. Posts have a list of their own."
    )
    country = CountryField(blank=True)
    portrait = PictureField(upload_to="portraits/", blank=True)
    portrait_alt = models.CharField(
        "what the portrait shows",
        max_length=200,
        blank=True,
        help_text="For those who cannot see it: “Artyom Lukin at a lectern”.",
    )
    portrait_credit = models.CharField(max_length=200, blank=True, help_text="Photographer or agency.")
    portrait_licence = LicenceField(help_text="Left blank, the page says nothing.")
    wikidata = models.CharField(
        "Wikidata id",
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"^Q[1-9]\d*$", "A Wikidata id is a Q and a number: Q42.")],
    )
    orcid = models.CharField("ORCID iD", max_length=19, blank=True, validators=[validate_orcid])
    fold = FoldField("name", "sort_name")
    spelled = at_hand("variants")  # of ``with_spellings``

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        ordering = ["sort_name", "pk"]
        permissions = [("forget_speaker", "Can let a person be forgotten")]
        indexes = [models.Index(fields=["filed_under", "id"], name="speakers_in_the_directory")]
        constraints = [
            models.CheckConstraint(
                name="portrait_is_described",
                condition=Q(portrait="") | ~Q(portrait_alt=""),
                violation_error_message="Say what the portrait shows, for those who cannot see it.",
            ),
            models.UniqueConstraint(
                fields=["wikidata"],
                condition=~Q(wikidata=""),
                name="wikidata_id_is_one_person",
                violation_error_message="Another speaker has this Wikidata id: is it the same person?",
            ),
            models.UniqueConstraint(
                fields=["orcid"],
                condition=~Q(orcid=""),
                name="orcid_is_one_person",
                violation_error_message="Another speaker has this ORCID iD: is it the same person?",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("people:speaker", self.slug)

    def save(self, *args, **kwargs):
        with unit_of_work():
            before = Speaker.objects.select_for_update().filter(pk=self.pk).first() if self.pk else None
            if before and before.sort_name == self.sort_name == filed_as(before.name):
                self.sort_name = ""  # nobody wrote it
            self.sort_name = self.sort_name or filed_as(self.name)
            self.filed_under = filing_key(self.sort_name)
            super().save(*args, **kwargs)
            if before and before.name != self.name:
                unit_now().former_names[Speaker, self.pk].append(before.name)
            note(Speaker, [self.pk])

    def remember_name(self, former: str) -> None:
        """Let a name that this speaker had still find them; a mere change of accents does so anyway."""
        known = [fold(self.name), *self.variants.values_list("fold", flat=True)]
        if fold(former) not in known:
            self.variants.create(name=former)

    @property
    def letter(self) -> str:
        """Under which letter of the directory; "#" for a name that has none."""
        return self.filed_under[:1].upper() or "#"

    @property
    def initials(self) -> str:
        return name_parts(self.name).initials

    def post_on(self, day: date | None) -> str:
        """The post as known on ``day``, for an editor to start from; blank when the archive knows none.

        Never used to attribute: an appearance stores its post as printed.
        """
        latest = max(self.held_on(day), key=lambda a: a.start_date, default=None)
        return latest.in_words() if latest else ""

    def held_on(self, day: date | None) -> "list[Affiliation]":
        return [a for a in self.affiliations.all() if day is None or covers(a.start_date, a.end_date, day)]

    def posts_on(self, day: date | None) -> list[str]:
        """All posts as known on ``day``; under the Chatham House Rule each would tell who somebody is."""
        return [affiliation.in_words() for affiliation in self.held_on(day)]


def remember_names(changes: Changes) -> None:
    """Let the names that speakers had in this unit still find them: at its end, when all spellings are written that a
    form, a table or a version says, so that none stands twice or is taken out again."""
    former = unit_now().former_names
    for speaker in Speaker.objects.filter(pk__in=[pk for model, pk in former if model is Speaker]):
        for name in former[Speaker, speaker.pk]:
            speaker.remember_name(name)


class NameVariant(models.Model):
    """One row is another way in which a speaker's name is written (Popolo: other_names)."""

    class Kind(models.TextChoices):
        OTHER_SCRIPT = "other-script", _("In another script")
        ROMANISATION = "romanisation", _("Another romanisation")
        FORMER = "former", _("Former or married name")
        MISSPELLING = "misspelling", _("Misspelling met in the wild")
        OTHER = "other", _("Other")

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="variants")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.OTHER)
    language = models.CharField(
        max_length=10, blank=True, help_text="Language code, where it matters: ru, zh, ar."
    )
    fold = FoldField("name", longest=LONGEST_FOLD)

    class Meta:
        ordering = ["fold", "pk"]
        constraints = [
            EnteredOnce(
                fields=["speaker", "fold"],
                name="variant_stands_once_per_speaker",
                violation_error_message="This spelling is there already.",
            )
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        with unit_of_work():
            super().save(*args, **kwargs)
            note(Speaker, [self.speaker_id])


class NameUse(models.Model):
    """One row is one word of one spelling of a speaker's name, folded to plain letters."""

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="+")
    variant = models.ForeignKey(NameVariant, on_delete=models.CASCADE, null=True, related_name="+")
    word = models.CharField(max_length=100)

    class Meta:
        indexes = [models.Index(fields=["word", "speaker"], name="speakers_with_a_word")]

    def __str__(self):
        return self.word


class NameKey(models.Model):
    """One row is a key that leads to a word of some name: its sound, its beginning, itself less one letter.

    Compared by equality alone, so that every database finds the same. A word whose last use is gone may stay.
    """

    key = models.CharField(max_length=110)
    word = models.CharField(max_length=100)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "word"], name="name_key_leads_to_a_word_once")]

    def __str__(self):
        return f"{self.key} → {self.word}"


class Affiliation(Shown):
    """One row is a post held at an institution from–until; for the speaker's page, never for attributing."""

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="affiliations")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="affiliations")
    post = models.CharField(max_length=250, blank=True)
    start_date = models.CharField(
        "from",
        max_length=10,
        blank=True,
        validators=[validate_partial_date],
        help_text="2005, 2005-03 or 2005-03-14",
    )
    end_date = models.CharField(
        "until",
        max_length=10,
        blank=True,
        validators=[validate_partial_date],
        help_text="Blank while it is held.",
    )

    class Meta:
        ordering = ["-start_date", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="affiliation_dates_are_partial_dates",
                condition=(Q(start_date="") | Q(start_date__regex=PATTERN))
                & (Q(end_date="") | Q(end_date__regex=PATTERN)),
                violation_error_message="Write a year (2005), a month (2005-03) or a day (2005-03-14).",
            ),
            models.CheckConstraint(
                name="affiliation_ends_after_it_starts",
                # "2005-03" to "2005" is in order: compared as far as both are known.
                condition=Q(start_date="")
                | Q(end_date="")
                | Q(end_date__gte=Substr("start_date", 1, Length("end_date"))),
                violation_error_message="A post cannot end before it starts.",
            ),
        ]

    def __str__(self):
        return self.in_words()

    @property
    def years(self) -> str:
        """ "2014–2021", "2021–" while it is held, "2012" for a single year; blank when nothing is known."""
        first, last = self.start_date[:4], self.end_date[:4]
        if first == last:
            return first
        return f"{first}–{last}"

    def in_words(self) -> str:
        return ", ".join(filter(None, [self.post, self.organisation.name]))


class Forgotten(models.Model):
    """One row is a person who asked to be forgotten, without the name: prints of it, by which nobody finds it.

    By a print an address answers that it is gone, and what a backup brings back is forgotten again.
    """

    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    why = models.CharField(max_length=300, blank=True)
    words_too = models.BooleanField("words withdrawn", default=False)
    statements = models.PositiveIntegerField("statements concerned", default=0)
    is_told = models.BooleanField("told in public", default=False)
    salt = models.CharField(max_length=32)
    prints = models.JSONField()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "forgotten people"

    def __str__(self):
        return f"A person, forgotten on {timezone.localtime(self.at):%d %B %Y}"

    def fits(self, path: str) -> bool:
        """Whether ``path`` was an address of theirs."""
        return print_of(self.salt, path) in self.prints


@lru_cache(maxsize=1_000)
def print_of(salt: str, text: str) -> str:
    """What tells a text again and does not tell it (scrypt, RFC 7914): trying many names with it costs too much."""
    return hashlib.scrypt(text.encode(), salt=salt.encode(), n=2**12, r=8, p=1, dklen=16).hex()


class TwoPeople(models.Model):
    """One row is two records that look like one person, of whom somebody said that they are two."""

    one = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="two_people_are_told_apart_once"),
            models.CheckConstraint(name="two_people_in_their_order", condition=Q(one__lt=F("other"))),
        ]

    def __str__(self):
        return f"{self.one} and {self.other} are two people"

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.matching import Match
from publishing.constraints import EnteredOnce
from publishing.folding import LONGEST_FOLD, FoldField
from publishing.versions import Versioned


class Kind(models.TextChoices):
    """What can be found by its words. People have a matcher of their own (people.matching)."""

    STATEMENT = "statement", _("Statements")
    EVENT = "event", _("Events")
    OPINION = "opinion", _("Opinions")
    TOPIC = "topic", _("Topics")


class Entry(models.Model):
    """One row is one findable thing: the words it is found by, and what a search can be narrowed by.

    Beside it each database keeps an inverted index of its own shape (search.backends): a tsvector column on
    PostgreSQL, an FTS5 table on SQLite. Only what is public, or has a moment at which it will be, has a row.
    """

    kind = models.CharField(max_length=9, choices=Kind)
    object_id = models.PositiveBigIntegerField()
    public_from = models.DateTimeField()
    date = models.DateField(help_text="Of the event or the opinion; a topic has the first day there is.")
    tokens = models.TextField(
        help_text="Stems of title, names and body in their order, parted by the field break."
    )
    speakers = models.TextField(blank=True, help_text="Ids of those who said or wrote it, parted by blanks.")
    topics = models.TextField(blank=True, help_text="Ids, parted by blanks.")
    event_kind = models.CharField(max_length=20, blank=True)
    evidence = models.CharField(max_length=10, blank=True)
    language = models.CharField(max_length=7, blank=True)

    #: No column: the words as they are spelled, beside an entry that search.entries has just made.
    spelled: set[str]

    class Meta:
        verbose_name_plural = "entries"
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="thing_is_indexed_once")]
        # Hits are taken newest first, up to a bound, so that a frequent word costs no more than a rare one.
        indexes = [models.Index(fields=["-date", "-id"], name="entries_newest_first")]

    def __str__(self):
        return f"{self.kind} {self.object_id}"


class Counted(models.Model):
    """One row is what an event, opinion or speaker adds to the counts, from its moment on: see search.counting."""

    kind = models.CharField(max_length=9)
    object_id = models.PositiveBigIntegerField()
    public_from = models.DateTimeField()
    adds = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="thing_is_counted_once")]
        indexes = [models.Index(fields=["public_from"], name="counted_by_moment")]

    def __str__(self):
        return f"{self.kind} {self.object_id}"


class Count(models.Model):
    """One row says how many there are of something, with what is to come: see search.counting.

    ``of`` says of what, ``key`` of which record (0: the archive), ``word`` of what beside it.
    """

    of = models.CharField(max_length=16)
    key = models.PositiveBigIntegerField(default=0)
    word = models.CharField(max_length=100, blank=True)
    events = models.PositiveIntegerField(default=0)
    chaired = models.PositiveIntegerField(default=0)
    positions = models.PositiveIntegerField(default=0)
    opinions = models.PositiveIntegerField(default=0)
    people = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "key", "word"], name="thing_has_one_count")]
        indexes = [
            models.Index(fields=["of", "key", "-positions"], name="counts_by_positions"),
            models.Index(fields=["of", "key", "-events"], name="counts_by_events"),
        ]

    def __str__(self):
        return f"{self.of} {self.key} {self.word}".strip()


class KnownWord(models.Model):
    """One row is a word that stands in some entry, folded but not stemmed, to correct a slip of the fingers by.

    Known by its two ends, which are compared by equality alone, so that every database finds the same. A word that
    texts write in small letters is ``ordinary``: it is no misspelt name.
    """

    word = models.CharField(max_length=40, primary_key=True)
    start = models.CharField(max_length=3)
    end = models.CharField(max_length=3)
    ordinary = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["start"], name="words_that_begin_alike"),
            models.Index(fields=["end"], name="words_that_end_alike"),
        ]

    def __str__(self):
        return self.word


class Abbreviation(Versioned):
    """One row is an abbreviation and what it is short for: a search for either finds texts that have the other."""

    short = models.CharField("abbreviation", max_length=30, help_text="As it is written: CBDC, say.")
    long = models.CharField(
        "stands for", max_length=200, help_text="In full, in the singular: central bank digital currency."
    )
    fold = FoldField("short", longest=LONGEST_FOLD)
    long_fold = FoldField("long")

    class Meta:
        ordering = ["fold"]
        constraints = [
            EnteredOnce(
                fields=["fold"],
                name="abbreviation_is_explained_once",
                violation_error_message="This abbreviation is in the list already: “{twin}”.",
            )
        ]

    def __str__(self):
        return f"{self.short} = {self.long}"


class IndexContent(models.Model):
    """The one row says which version of search.entries the index was made by (search.upgrading)."""

    version = models.PositiveIntegerField()

    def __str__(self):
        return f"Version {self.version}"


class SearchedFor(models.Model):
    """One row is a query that visitors have typed, and how often; nothing is kept about who did."""

    query = models.CharField(max_length=100, unique=True, help_text="Folded to lower case and single blanks.")
    times = models.PositiveIntegerField(default=0)
    hits = models.PositiveIntegerField(
        default=0, help_text="People and records found when it was last typed."
    )
    last_on = models.DateField(auto_now=True)
    fold = FoldField("query")

    #: No column: in the desk's list, who may be meant by a search that found nobody.
    meant: list[Match]

    class Meta:
        verbose_name = "search"
        verbose_name_plural = "searches"
        indexes = [models.Index(fields=["-times", "id"], name="popular_searches_first")]

    def __str__(self):
        return self.query

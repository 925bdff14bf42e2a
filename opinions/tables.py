"""Opinions as a table; their text is written on their form."""

from django.conf import settings
from django.core.exceptions import ValidationError

from events.models import Topic
from opinions.models import Authorship, Opinion
from people.models import Speaker
from publishing.columns import AND, Column, Day, Named, OneOf, Several, Told, Whole, parted
from publishing.folding import fold
from publishing.rights import BLANK_OR_ONE
from publishing.tables import Table


class Authors(Named):
    """The authors as printed, in their order: whoever is new among them is known to the archive by that name."""

    is_apart = True

    def value(self, record):
        return [authorship.printed_name for authorship in record.authorships.all()] if record.pk else []

    def words(self, record):
        return record.name

    def told(self, value):
        return AND.join(value)

    def read(self, cell):
        return parted(cell)

    def write(self, record, value):
        there = {fold(authorship.printed_name): authorship for authorship in record.authorships.all()}
        for order, name in enumerate(value, start=1):
            authorship = there.pop(fold(name), None)
            if authorship is None:
                authorship = Authorship(opinion=record, speaker=self.found(name), printed_name=name)
            authorship.order = order
            authorship.full_clean()
            authorship.save()
        for authorship in there.values():
            authorship.delete()


class OpinionTable(Table):
    model = Opinion
    known_by = ("title", "date")

    def make_columns(self):
        return [
            Column("title"),
            Column("address", "slug"),
            Authors("authors", Speaker),
            Day("date"),
            OneOf("language", settings.LANGUAGES),
            Column("lead"),
            Column("first_appeared_at", "url"),
            Whole("translation_of", "translation_of_id"),
            OneOf("licence", BLANK_OR_ONE),
            Column("rights_holder"),
            Several("topics", Topic),
            Told("status", lambda opinion: opinion.status_now),
            Told("url", lambda opinion: opinion.get_absolute_url()),
        ]

    def rows_to_tell(self):
        return super().rows_to_tell().prefetch_related("topics", "authorships")

    def check(self, record, changes):
        if record.date is None:
            raise ValidationError({"date": "An opinion has a day."})

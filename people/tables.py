"""Speakers as a table."""

from people.models import Speaker
from publishing.columns import AND, Column, Country, Told, YesNo, parted
from publishing.folding import fold
from publishing.tables import Table


class Spellings(Column):
    """The other ways in which a name is written: what stands in the cell is what is kept."""

    is_apart = True

    def value(self, record):
        return [variant.name for variant in record.variants.all()] if record.pk else []

    def told(self, value):
        return AND.join(value)

    def read(self, cell):
        return parted(cell)

    def write(self, record, value):
        wanted = {fold(name): name for name in value}
        for variant in record.variants.all():
            if wanted.pop(fold(variant.name), None) is None:
                variant.delete()
        for name in wanted.values():
            variant = record.variants.model(speaker=record, name=name)
            variant.full_clean()
            variant.save()


class SpeakerTable(Table):
    model = Speaker
    known_by = ("name",)

    def make_columns(self):
        return [
            Column("name"),
            Column("sort_name"),
            Spellings("other_names"),
            Country("country"),
            Column("biography"),
            Column("wikidata"),
            Column("orcid"),
            YesNo("kept_from_search_engines"),
            Told("url", lambda speaker: speaker.get_absolute_url()),
        ]

    def rows_to_tell(self):
        return super().rows_to_tell().prefetch_related("variants")

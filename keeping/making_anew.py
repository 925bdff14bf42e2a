"""All that is made from records: the search index, the words of names, the counts of what is public."""

from keeping.backup import Tell
from people.name_index import rebuild_names
from publishing.models import Edition
from search.counting import recount_all
from search.indexing import rebuild


def make_anew(tell: Tell) -> None:
    tell(f"Names of {rebuild_names():,} people are indexed.")
    rebuild(lambda kind, count: tell(f"{kind.label}: {count:,} can be found."))
    recount_all()
    Edition.objects.create()  # pages kept before show another archive

"""All that is made from records: the search index, the words of names."""

from keeping.backup import Tell
from people.name_index import rebuild_names
from search.indexing import rebuild


def make_anew(tell: Tell) -> None:
    tell(f"Names of {rebuild_names():,} people are indexed.")
    rebuild(lambda kind, count: tell(f"{kind.label}: {count:,} can be found."))

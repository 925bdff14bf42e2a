"""All that is made from records: the search index, the words of names."""

from django.db import connection

from keeping.backup import Tell
from keeping.models import IndexBuilt
from people.name_index import rebuild_names
from search.indexing import rebuild

#: To be raised with a change after which the same records are indexed otherwise: the next upgrade makes all anew.
ANALYSIS = 2


def make_anew(tell: Tell) -> None:
    """Make it from the records as they are now, and remember by which analysis."""
    tell(f"Names of {rebuild_names():,} people are indexed.")
    rebuild(lambda kind, count: tell(f"{kind.label}: {count:,} can be found."))
    IndexBuilt.objects.create(version=ANALYSIS)


def is_of_today() -> bool:
    """False of a database too that has not got the table yet."""
    if IndexBuilt._meta.db_table not in connection.introspection.table_names():
        return False
    built = IndexBuilt.objects.order_by("pk").last()
    return built is not None and built.version == ANALYSIS

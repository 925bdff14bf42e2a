"""All that is made from records: the search index, the words of names, the counts of what is public."""

from keeping.backup import Tell
from people.name_index import rebuild_names
from publishing import editions
from search.counting import recount_all
from search.indexing import rebuild
from search.upgrading import note_version


def make_anew(last_edition: int, tell: Tell) -> None:
    """``last_edition`` is the one that readers were told last of the archive that stood here."""
    tell(f"Names of {rebuild_names():,} people are indexed.")
    rebuild(lambda kind, count: tell(f"{kind.label}: {count:,} can be found."))
    note_version()
    recount_all()
    editions.advance_past_all(last_edition)  # pages kept before show another archive

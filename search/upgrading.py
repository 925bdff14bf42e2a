"""An index that older code has made, or that a migration has emptied, is made anew when the archive is upgraded."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from people.name_index import rebuild_names
from search.counting import nothing_is_counted, recount_all
from search.indexing import forget_what_is_kept, is_empty_beside_records, rebuild
from search.models import Entry, IndexContent

#: Raised whenever search.entries, search.words or people.names make other words of the same record.
VERSION = 8


def bring_up_to_date(plan: list | None = None, **_signal) -> None:
    """Rebuild the index if it needs it, once nothing is left to migrate: before, its records cannot be read.

    ``plan`` holds the migrations that were run just now; None where none were asked for.
    """
    if plan is not None and _migrations_waiting():
        return
    if plan:
        forget_what_is_kept()
    of_this_version = is_of_this_version()
    if (not of_this_version and Entry.objects.exists()) or (plan and is_empty_beside_records()):
        rebuild_names()
        rebuild()
    if plan and nothing_is_counted():
        recount_all()
    if not of_this_version:
        note_version()


def note_version() -> None:
    """Say that the index is of this version, which has just made it."""
    IndexContent.objects.all().delete()
    IndexContent.objects.create(version=VERSION)


def is_of_this_version() -> bool:
    """False too of a database that has no place for the answer yet."""
    tables = connection.introspection.table_names()
    return IndexContent._meta.db_table in tables and IndexContent.objects.filter(version=VERSION).exists()


def _migrations_waiting() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))

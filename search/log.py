"""What people search for, and nothing about them: the query itself, how often, and whether it found anything."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from publishing.forgetting import Names
from search.models import SearchedFor

LONGEST = 100
#: Rows kept: the most frequent, and of equals the latest.
MOST_ROWS = 10_000
#: Milliseconds for which a reader's page waits on SQLite until it may write down a search.
PATIENCE = 50


def remember(typed: str, hits: int) -> None:
    """Count a search. Where it cannot be written down, the page is shown all the same."""
    query = " ".join(typed.casefold().split())[:LONGEST].strip()
    if not query:
        return
    try:
        with _without_waiting(), transaction.atomic():
            _count(query, hits)
    except DatabaseError:
        # A read-only database, or a busy one: a search more or less in the log is nobody's loss.
        return


def _count(query: str, hits: int) -> None:
    today = timezone.localdate()
    if SearchedFor.objects.filter(query=query).update(times=F("times") + 1, hits=hits, last_on=today):
        return
    SearchedFor.objects.bulk_create(
        [SearchedFor(query=query, times=1, hits=hits, last_on=today)],
        # Two visitors may type it for the first time at once.
        ignore_conflicts=True,
    )
    if SearchedFor.objects.count() > MOST_ROWS:
        beyond = SearchedFor.objects.order_by("-times", "-last_on", "-pk")[MOST_ROWS:]
        SearchedFor.objects.filter(pk__in=list(beyond.values_list("pk", flat=True))).delete()


def take_out_of_log(names: Names) -> None:
    """Forget searches for one of ``names``, whole: what was searched for beside it means nothing alone."""
    rows = SearchedFor.objects.values_list("pk", "query")
    SearchedFor.objects.filter(pk__in=[pk for pk, query in rows if names.stand_in(query)]).delete()


@contextmanager
def _without_waiting() -> Iterator[None]:
    """On SQLite there is one writer at a time, and an import may write for long."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")

"""What people search for, and nothing about them: the query itself, how often, and whether it found anything."""

from django.db import connection
from django.utils import timezone

from publishing.folding import fold
from publishing.forgetting import Names
from publishing.in_passing import in_passing
from search.models import SearchedFor

LONGEST = 100
#: Rows kept: the most frequent, and of equals the latest. Those beyond go with each hundredth that is new.
MOST_ROWS = 10_000
SWEPT_EACH = 100


def remember(typed: str, hits: int) -> None:
    """Count a search. Where it cannot be written down, the page is shown all the same."""
    query = " ".join(typed.casefold().split())[:LONGEST].strip()
    if not query:
        return
    in_passing(lambda: _count(query, hits))


#: In one question: two visitors may type it for the first time at once.
COUNTED = """
    INSERT INTO {table} AS known (query, fold, times, hits, last_on) VALUES (%s, %s, 1, %s, %s)
    ON CONFLICT (query) DO UPDATE SET times = known.times + 1, hits = excluded.hits, last_on = excluded.last_on
    RETURNING id, times
"""


def _count(query: str, hits: int) -> None:
    today = connection.ops.adapt_datefield_value(timezone.localdate())
    with connection.cursor() as cursor:
        cursor.execute(COUNTED.format(table=SearchedFor._meta.db_table), [query, fold(query), hits, today])
        pk, times = cursor.fetchone()
    if times == 1 and pk % SWEPT_EACH == 0:
        kept = SearchedFor.objects.order_by("-times", "-last_on", "-pk")[:MOST_ROWS]
        SearchedFor.objects.exclude(pk__in=list(kept.values_list("pk", flat=True))).delete()


def take_out_of_log(names: Names) -> None:
    """Forget searches for one of ``names``, whole: what was searched for beside it means nothing alone."""
    rows = SearchedFor.objects.values_list("pk", "query")
    SearchedFor.objects.filter(pk__in=[pk for pk, query in rows if names.stand_in(query)]).delete()

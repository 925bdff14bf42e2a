"""What people search for, and nothing about them: the query itself, how often, and whether it found anything."""

from django.db.models import F
from django.utils import timezone

from publishing.forgetting import Names
from publishing.in_passing import in_passing
from search.models import SearchedFor

LONGEST = 100
#: Rows kept: the most frequent, and of equals the latest.
MOST_ROWS = 10_000


def remember(typed: str, hits: int) -> None:
    """Count a search. Where it cannot be written down, the page is shown all the same."""
    query = " ".join(typed.casefold().split())[:LONGEST].strip()
    if not query:
        return
    in_passing(lambda: _count(query, hits))


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

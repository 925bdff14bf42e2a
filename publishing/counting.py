from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce


def number_of(rows: QuerySet, path: str) -> Coalesce:
    """How many of ``rows`` lead by ``path`` to each row of another model: for ``annotate()``.

    A subquery each, so that several counts beside one another do not multiply, as joined ones do.
    """
    mine = rows.filter(**{path: OuterRef("pk")}).order_by().values(path)
    return Coalesce(Subquery(mine.annotate(number=Count("pk")).values("number")), 0)

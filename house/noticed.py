"""What shows of a page, compared at the end of each unit of work that touched it."""

from house.models import Page
from publishing.changes import Changes
from publishing.noticed import fields_of, tell_changes

#: Where it stands among the others is no news of it.
ELSEWHERE = ("place", "order")


def tell_readers(changes: Changes) -> None:
    """Move ``changed_at`` of the pages of which something new shows."""
    if touched := changes.get(Page):
        pages = Page.objects.filter(pk__in=touched)
        tell_changes((page, [*fields_of(page, leaving_out=ELSEWHERE)]) for page in pages)

"""What searches have found lately, as long as they would find it again.

Most searches follow another: a page is turned, a choice narrows what was found, somebody takes the same way. What is
found does not change within an edition of the archive until something appears or ends by itself.
"""

from publishing import editions
from publishing.changes import unit_is_open
from search.finding import Hits, Narrowing
from search.query import Query

#: Hits of the latest searches that are remembered in a process: some 20 MB at most, with their words.
MOST_HITS = 20_000
#: For so many counts a search that has found fewer.
FEWEST = 100

#: Of each query, and what it was narrowed to.
type Found = dict[Query, dict[Narrowing, Hits]]

_last: tuple[editions.Now, Found] | None = None


def found_lately() -> Found:
    """What was found in this edition, of the query that was looked for last at the end; ``remember`` adds to it.

    Nothing within a unit of work, which may be undone, nor as long as this process does not know until when the edition
    is today's: whoever asked for a page knows, and a search would have to ask for it.
    """
    global _last
    today = None if unit_is_open() else editions.known(editions.of_request())
    if today is None:
        return {}
    last = _last
    if last is None or last[0] != today:
        last = _last = today, {}
    return last[1]


def remember(lately: Found, query: Query, narrowing: Narrowing, hits: Hits) -> None:
    """Add ``hits`` to ``lately``, which was asked for before they were: they may be newer than that, and never older.

    What is beyond the bound is let go of, the oldest queries first.
    """
    lately[query] = lately.pop(query, {}) | {narrowing: hits}
    room = MOST_HITS
    for asked, found in reversed(list(lately.items())):
        room -= sum(max(len(one), FEWEST) for one in found.values())
        if room < 0:
            lately.pop(asked, None)


def forget() -> None:
    global _last
    _last = None

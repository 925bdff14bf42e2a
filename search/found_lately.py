"""What searches have found lately, as long as they would find it again.

Most searches follow another: a page is turned, a choice narrows what was found, somebody takes the same way. What is
found does not change within an edition of the archive until something appears or ends by itself.
"""

from publishing import editions
from publishing.changes import unit_is_open
from search.finding import Hits, Narrowing
from search.query import Query

#: Letters of the latest searches that are remembered in a process, which are a byte or two each. The words of a hit
#: are those of its whole report: to count hits would keep a hundred megabytes of an archive of long ones.
MOST_LETTERS = 8_000_000
#: For so many counts a search of itself, and a hit besides its words.
OF_A_SEARCH, OF_A_HIT = 20_000, 200

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
    room = MOST_LETTERS
    for asked, found in reversed(list(lately.items())):
        room -= sum(map(_letters_of, found.values()))
        if room < 0:
            lately.pop(asked, None)


def _letters_of(hits: Hits) -> int:
    words = list(hits.words.values())  # at once: another thread may add to them
    return OF_A_SEARCH + OF_A_HIT * len(hits) + sum(map(len, words))


def forget() -> None:
    global _last
    _last = None

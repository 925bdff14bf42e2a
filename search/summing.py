"""All counts at once, by the database itself: the sum of what everything that is counted adds.

Counting is done by search.counting, a change at a time. For a whole archive that would read and write the same counts
thousands of times over: a regular's number is changed by each batch of events.
"""

from django.db import connection

from search.models import Count, Counted

NUMBERS = ("events", "chaired", "positions", "opinions", "people")
#: The elements of a list in JSON as rows, and rows as such a list.
EACH = {"postgresql": "jsonb_array_elements({}) AS {}(value)", "sqlite": "json_each({}) AS {}"}
LIST = {"postgresql": "jsonb_agg", "sqlite": "json_group_array"}
#: What one record adds is lists: of what, of which record, of what beside it, which number, how many. That people were
#: there together follows from who was, as in ``search.counting.added_by``; they are paired within each list, since
#: PostgreSQL, which does not know how long lists are, would look through all of them for each.
SUM_UP = """
WITH added AS (
    SELECT kind, object_id, place.value ->> 0 AS "of", CAST(place.value ->> 1 AS bigint) AS key,
           place.value ->> 2 AS word, place.value ->> 3 AS number, CAST(place.value ->> 4 AS integer) AS times
    FROM {counted}, {places}
), there AS (
    SELECT {list}(DISTINCT key) AS people FROM added
    WHERE kind = 'event' AND "of" = 'speaker' AND number IN ('events', 'chaired')
    GROUP BY object_id HAVING COUNT(DISTINCT key) <= %s
), every AS (
    SELECT "of", key, word, number, times FROM added
    UNION ALL
    SELECT 'together', CAST(one.value AS bigint), CAST(other.value AS text), 'events', 1
    FROM there, {ones}, {others} WHERE one.value <> other.value
)
INSERT INTO {count} ("of", key, word, {numbers})
SELECT "of", key, word, {sums} FROM every GROUP BY "of", key, word ORDER BY "of", key, word
"""


def sum_up(most_together: int) -> None:
    """Fill the table of counts, which is empty, from what each record adds; where more than ``most_together`` people
    were there, nobody met anybody."""
    each, counted = EACH[connection.vendor], Counted._meta.db_table
    sql = SUM_UP.format(
        counted=counted,
        places=each.format(f"{counted}.adds", "place"),
        list=LIST[connection.vendor],
        ones=each.format("there.people", "one"),
        others=each.format("there.people", "other"),
        count=Count._meta.db_table,
        numbers=", ".join(NUMBERS),
        sums=", ".join(f"SUM(CASE number WHEN '{number}' THEN times ELSE 0 END)" for number in NUMBERS),
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [most_together])

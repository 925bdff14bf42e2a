"""Fill the database of this process with so many statements and index them; prints the seconds as JSON."""

import json
import sys
from time import perf_counter

import django
from django.db import connection

django.setup()

from bench.filling import Filling  # noqa: E402 -- after the setup
from people.name_index import rebuild_names  # noqa: E402 -- likewise
from search.indexing import rebuild  # noqa: E402 -- likewise


def timed(deed) -> float:
    start = perf_counter()
    deed()
    return perf_counter() - start


def tidy() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("ANALYZE")
            # A log as long as the whole archive makes every later reading slow.
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def main() -> None:
    seconds = {"records": timed(Filling(int(sys.argv[1])).write)}
    tidy()
    seconds |= {"names": timed(rebuild_names), "index": timed(rebuild), "tidying": timed(tidy)}
    json.dump(seconds, sys.stdout)


if __name__ == "__main__":
    main()

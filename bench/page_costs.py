"""Ask for each page so many times, made anew and as it is then kept.

Prints what each took as JSON: own and database milliseconds, and queries.
"""

import gc
import json
import sys
from pathlib import Path
from time import process_time
from urllib.parse import urlencode

import django
from django.db import connection
from django.test import Client

django.setup()

from bench.evening import SLUG  # noqa: E402 -- after the setup
from bench.filling import MIDDLING, NAME  # noqa: E402 -- likewise
from events.models import Statement, Topic  # noqa: E402 -- likewise
from people.models import Speaker  # noqa: E402 -- likewise
from public.models import MadePage  # noqa: E402 -- likewise
from search import found_lately  # noqa: E402 -- likewise

WARMING = 2


def main(runs: int) -> None:
    visitor = Client()
    pages = addresses()
    for address in pages.values():
        asked(visitor, address)
    gc.freeze()  # as config/gunicorn.py does
    costs: dict[str, dict[str, list]] = {page: {"anew": [], "kept": []} for page in pages}
    for run in range(WARMING + runs):
        for page, address in pages.items():
            MadePage.objects.all().delete()
            found_lately.forget()
            for how in ("anew", "kept"):
                cost = asked(visitor, address)
                if run >= WARMING:
                    costs[page][how].append(cost)
    json.dump(costs, sys.stdout)


def addresses() -> dict[str, str]:
    statements = Statement.objects.filter(event__slug=SLUG).order_by("order")
    return {
        "plain": "/plain/",
        "event": f"/events/2026/{SLUG}/",
        "statement": statements[20].get_absolute_url(),
        "home": "/",
        "events": "/events/",
        "speakers": "/speakers/",
        "topics": "/topics/",
        "topic": Topic.objects.get(pk=1).get_absolute_url(),
        "speaker": Speaker.objects.get(name=NAME).get_absolute_url(),
        "search for a middling word": f"/search/?{urlencode({'q': MIDDLING})}",
        "search for a name": f"/search/?{urlencode({'q': NAME})}",
    }


class Counter:
    queries = 0

    def __call__(self, execute, sql, params, many, context):
        self.queries += 1
        return execute(sql, params, many, context)


def asked(visitor: Client, address: str) -> tuple[float, float, int]:
    counter = Counter()
    sql, own = database_time(), process_time()
    with connection.execute_wrapper(counter):
        response = visitor.get(address)
    own, sql = process_time() - own, database_time() - sql
    if response.status_code != 200:
        sys.exit(f"{address} answered {response.status_code}")
    return own * 1000, sql * 1000, counter.queries


def database_time() -> float:
    """Seconds of the processor that PostgreSQL's process for this connection has taken; SQLite works in our own.

    Linux tells it in nanoseconds; the server has to be on this machine.
    """
    if connection.vendor != "postgresql":
        return 0.0
    connection.ensure_connection()
    schedule = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text()
    return int(schedule.split()[0]) / 1e9


if __name__ == "__main__":
    main(int(sys.argv[1]))
